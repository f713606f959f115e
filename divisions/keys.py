"""The keys of new units and posts.

Its one rule: a new thing never matches an old one by chance, in any structure of any council.
"""

import secrets

from django.utils.text import slugify

_LONGEST = 80


def new_key(name):
    """A key for a new thing: its name, to be recognised by, and a token that no other has."""
    words = slugify(name or "")[:_LONGEST].strip("-")
    return f"{words or 'new'}.{secrets.token_hex(5)}"
