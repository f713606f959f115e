"""How what is recorded of one post is typed: whole numbers, paragraphs, and choices.

Its one rule: what is left empty is not stated, and not nought.
"""

import re

from django import forms

from reports.councilfile.prose import tidy
from reports.models import Fate, Filling
from reports.writing.digest import digest

_NUMBER = re.compile(r"[0-9]{1,9}")
_BETWEEN = re.compile(r"\s*;\s*")

FATE = ("outcome", "ring_fence", "people", "contracts", "at_risk", "dismissals", "note", "sources")
FILLING = ("way", "ring_fence", "note", "sources")
"""What is typed of each, in the order of the table."""

NUMBERS = ("people", "contracts", "at_risk", "dismissals")

HEADINGS = {
    "outcome": "Fate",
    "way": "How it is filled",
    "ring_fence": "Ring-fence",
    "people": "People",
    "contracts": "Contracts",
    "at_risk": "At risk",
    "dismissals": "Dismissals",
    "note": "Note",
    "sources": "Source",
}


class Whole(forms.Field):
    """A whole number from nothing up; empty: not stated."""

    def __init__(self, **ways):
        widget = forms.TextInput({"inputmode": "numeric", "size": 3, "maxlength": 12})
        super().__init__(required=False, widget=widget, **ways)

    def to_python(self, value):
        text = (value or "").replace(",", "").strip()
        if not text:
            return None
        if not _NUMBER.fullmatch(text):
            raise forms.ValidationError(
                "Type a whole number, or leave it empty where it is not stated"
            )
        return int(text)


class Sources(forms.Field):
    """The paragraphs that a fact comes from, with semicolons between several."""

    def __init__(self, **ways):
        super().__init__(required=False, widget=forms.TextInput({"maxlength": 1000}), **ways)

    def prepare_value(self, value):
        return value if isinstance(value, str) or value is None else "; ".join(value)

    def to_python(self, value):
        return [each for each in _BETWEEN.split(tidy(value or "").strip()) if each]

    def has_changed(self, initial, data):
        return self.to_python(data) != list(initial or ())


class Note(forms.CharField):
    """A note; line ends as a council file has them."""

    def __init__(self, **ways):
        super().__init__(required=False, widget=forms.Textarea({"rows": 2}), **ways)

    def to_python(self, value):
        return tidy(super().to_python(value) or "") or None


def field_of(name, fences):
    """The field in which one thing is typed."""
    if name in NUMBERS:
        return Whole()
    if name == "ring_fence":
        return Fence(choices=[("", "–"), *((each, each) for each in fences)])
    if name in ("outcome", "way"):
        words = Filling.WAYS if name == "way" else Fate.OUTCOMES
        return Word(choices=[("", "not stated"), *words])
    return Sources() if name == "sources" else Note()


class Word(forms.ChoiceField):
    """One of the words that there are; empty: not stated."""

    def __init__(self, **ways):
        super().__init__(required=False, **ways)

    def to_python(self, value):
        return super().to_python(value) or None

    def validate(self, value):
        if value is not None:
            super().validate(value)


class Fence(Word):
    """One of the ring-fences of the report."""

    default_error_messages = {
        "invalid_choice": "“%(value)s” is no ring-fence of this report any more. Choose another."
    }


def shown(record, names):
    """What a form shows of a record, by name; nothing where nothing is recorded."""
    values = {name: getattr(record, name, None) for name in names}
    values["sources"] = "; ".join(values["sources"] or ())
    return {name: "" if value is None else str(value) for name, value in values.items()}


def plain(text):
    """A text as it is compared: whatever a browser does with its white space."""
    return " ".join(text.split())


def mark(values):
    """What is shown or typed, in few letters."""
    return digest(*map(plain, values.values()))


def in_words(values):
    """What is shown of a record in one line: “fate: at risk; people: 1”."""
    said = (f"{HEADINGS[name].lower()}: {value}" for name, value in values.items() if value)
    return "; ".join(said) or "nothing is recorded"
