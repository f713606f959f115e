"""A form that makes something new makes it once, however often it is sent: by a double click, or
by going back and pressing the button again.

Each page that is drawn has a mark of its own in its form. What was sent is known by the mark and
all that was filled in, and that is kept with the first version of what it made (in the column in
which the history keeps why a row was written). Its one rule: the same from the same page is the
same; anything filled in otherwise, or from a page drawn anew, is meant.
"""

import hashlib
import secrets

from django import forms


def mark():
    """A mark that no other page has."""
    return secrets.token_urlsafe(16)


def field():
    """The field of a form that carries the mark of its page."""
    return forms.CharField(
        widget=forms.HiddenInput, required=False, max_length=100, initial=mark, strip=False
    )


def sent(data):
    """What was sent, in few letters; None where the page had no mark."""
    if not data.get("once"):
        return None
    filled_in = sorted((name, data.getlist(name)) for name in data if name != "csrfmiddlewaretoken")
    return hashlib.sha256(repr(filled_in).encode()).hexdigest()


def made_by(model, sent, **of):
    """What was made by what was sent, if it was sent before."""
    if sent is None:
        return None
    versions = model.history.filter(history_change_reason=sent, **of)
    return model.objects.filter(pk__in=versions.values("id")).first()
