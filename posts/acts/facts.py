"""Changing what is said of a unit, a post, or many posts at once: everything but their places."""

import difflib
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal

from django import forms
from django.db import transaction
from django.db.models import Max
from django.utils.functional import SimpleLazyObject, cached_property

from divisions import errors, timetable
from divisions.models import Unit
from posts import redrawing
from posts.acts.act import POST, UNIT, Act
from posts.models import Grade
from posts.numbers import shortest
from posts.positions import STEP
from posts.states import plain, spellings

UNIT_FACTS = ("name", "kind", "remit", "number", "phase", "effective", "note")
POST_FACTS = (
    "title", "grade", "category", "number", "fte", "state", "contract", "statutory", "filled_by",
    "post_number", "cost_centre", "location", "responsibilities", "tier", "phase", "effective",
    "note",
)  # fmt: skip
LABELS = {
    "name": "Name", "kind": "Kind", "remit": "Remit", "number": "How many alike", "fte": "FTE",
    "statutory": "Statutory role", "filled_by": "How filled", "post_number": "Post number",
    "effective": "In force", "grade": "Grade",
}  # fmt: skip
SUGGESTED = {
    "contract": ("permanent", "fixed term", "temporary", "casual", "agency"),
    "statutory": (
        "head of paid service", "monitoring officer", "chief finance officer (section 151)",
        "director of children's services", "director of adult social services",
        "director of public health",
    ),
}  # fmt: skip
LONG = ("remit", "responsibilities", "note")
EMPTY = "Left empty: not stated"
DIFFERS = "Differs: left empty, each is left as it is"
ONE_EACH = ("name", "title", "post_number")
"""What two units or posts cannot well have alike."""


class ChangeFacts(Act):
    """`field` in the address: that fact alone; else all of them."""

    slug, label, key, verb = "change", "Change…", "e", "change"
    of, most = (UNIT, POST), None
    along = ("grade",)
    new_grade = forms.CharField(widget=forms.HiddenInput, required=False)

    def prepare(self):
        kinds = {UNIT if isinstance(subject, Unit) else POST for subject in self.subjects}
        if len(kinds) > 1:
            raise errors.NotInStructure(
                "Units and posts are chosen together. Choose one or the other."
            )
        self.subject_is = kinds.pop()
        names = UNIT_FACTS if self.subject_is == UNIT else POST_FACTS
        if len(self.subjects) > 1:
            names = [name for name in names if name not in ONE_EACH]
        asked = self.asked.get("field")
        self.facts = [asked] if asked in names else list(names)
        fields = forms.fields_for_model(type(self.subject), self.facts, labels=LABELS)
        for name in self.facts:
            self.fields[name] = self._field(name, fields[name])
            self.initial[name] = self._stands(name)
        if asked in names:
            self.fields["field"] = forms.CharField(
                widget=forms.HiddenInput, initial=asked, required=False
            )
        self.order_fields([*self.facts, "reason"])

    def _field(self, name, field):
        differs = self._differs(name)
        field.help_text = DIFFERS if differs else "" if name == "name" else EMPTY
        if name in LONG:
            field.widget = forms.Textarea({"rows": 3})
        if name == "kind":
            kinds = [(kind["name"], kind["name"]) for kind in self.structure.council.kinds]
            empty = "differs: each is left as it is" if differs else "not stated"
            field = forms.ChoiceField(label="Kind", choices=[("", empty), *kinds], required=False)
        if name == "grade":
            field = GradeField(self, required=False, label="Grade", help_text=field.help_text)
        if name == "state":
            self.spellings = spellings(self.structure.council)
            field.widget = Suggested(list(self.spellings.values()))
        if name in SUGGESTED:
            field.widget = Suggested(SUGGESTED[name])
        field.show_hidden_initial = True
        return field

    def _stands(self, name):
        """What stands now, where it is the same in all that are chosen."""
        return None if self._differs(name) else _shortest(getattr(self.subject, name))

    def _differs(self, name):
        """Whether it is not the same in all: left empty, each then keeps its own."""
        return len({getattr(subject, name) for subject in self.subjects}) > 1

    @property
    def heading(self):
        """What the form is headed, and its button says."""
        what = self.fields[self.facts[0]].label.lower() + " of " if len(self.facts) == 1 else ""
        return f"Change {what}{self.named}"

    def clean(self):
        """Nothing typed is not stated."""
        said = super().clean()
        return said | {name: None for name in self.facts if said.get(name) == ""}

    def clean_effective(self):
        """In any words, as one may load them too; refused is only what the timetable refuses."""
        text = self.cleaned_data["effective"]
        try:
            return text and timetable.read(text).text
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error

    def clean_state(self):
        """A state as the council spells it; kept as typed where it is new."""
        state = " ".join((self.cleaned_data["state"] or "").split())
        return self.spellings.get(plain(state), state)

    def compared(self):
        """For the page of what changed meanwhile: each fact as it was, is, and was typed."""
        return [
            Row(self[name], self.fields[name].prepare_value(self._stands(name)), self._was(name))
            for name in self.facts
        ]

    def _was(self, name):
        sent = self.data.get(self.add_initial_prefix(name)) or None
        try:
            return sent and _shortest(self.fields[name].to_python(sent))
        except forms.ValidationError:
            return None

    def locked_first(self):
        return papers_locked(self.cleaned_data.get("grade"))

    def perform(self, editing):
        facts = {
            name: self.cleaned_data[name]
            for name in self.facts
            if name in self.changed_data and self.data.get(f"keep-{name}") != "now"
        }
        if not facts:
            return self.subject.key
        if "grade" in facts:
            facts["grade"] = added(facts["grade"])
        if self.subject_is == POST:
            redrawing.change_posts(self.subjects, **facts)
        else:
            for unit in self.subjects:
                unit.change(**facts)
        return self.subject.key


@contextmanager
def papers_locked(grade):
    """Lock the council's papers before the structure, if a grade is new to them, until all is done.

    Whoever loads a council file or makes a structure of a list locks them in this order too, so
    nobody adds the same grade meanwhile, and no two wait for each other.
    """
    if grade is None or grade.pk is not None:
        yield
        return
    with transaction.atomic():
        grade.council.locked()
        yield


def added(grade):
    """A grade, if any; one that is new in the council is added, last of its grades.

    Somebody may have added it before the council's papers were locked.
    """
    if grade is None or grade.pk is not None:
        return grade
    if there := Grade.objects.filter(council=grade.council, name=grade.name).first():
        return there
    last = grade.council.grades.aggregate(last=Max("position"))["last"] or 0
    grade.position = last + STEP
    grade.save()
    return grade


class ChangeGrade(ChangeFacts):
    slug, label, key, verb = "regrade", "Regrade…", "g", "regrade"
    many_label = label
    of, is_for_one = (POST,), False

    def __init__(self, data=None, **options):
        options["asked"] = {**(options.get("asked") or {}), "field": "grade"}
        super().__init__(data, **options)


def _shortest(value):
    """A value as it is shown: a number without noughts at its end."""
    return shortest(value) if isinstance(value, Decimal) else value


@dataclass(frozen=True)
class Row:
    """A fact as it was when a form was opened, as it stands now, and as it was typed."""

    field: forms.BoundField
    now: object
    was: object

    @property
    def typed(self):
        """What was typed, as a value."""
        typed = self.field.form.cleaned_data.get(self.field.name)
        return _shortest(self.field.field.prepare_value(typed))

    @property
    def is_mine(self):
        """Whether the person changed it."""
        return self.field.name in self.field.form.changed_data

    @property
    def is_theirs(self):
        """Whether somebody changed it meanwhile."""
        return self.was != self.now

    @property
    def clashes(self):
        """Whether both changed it, and not alike."""
        return self.is_mine and self.is_theirs and self.typed != self.now


class Suggested(forms.TextInput):
    """A line of text with the usual words to choose from."""

    def __init__(self, words):
        super().__init__({"autocomplete": "off"})
        self.words = words

    def get_context(self, name, value, attrs):
        return super().get_context(name, value, attrs | {"list": f"{attrs['id']}_list"})


class GradeField(forms.CharField):
    """A council's grade by its name; a name that is new is asked for twice."""

    def __init__(self, form, **options):
        self.form, self.council = form, form.structure.council
        names = Suggested(SimpleLazyObject(lambda: list(self.names)))
        super().__init__(max_length=200, empty_value=None, widget=names, **options)

    @cached_property
    def names(self):
        """The council's grades, by their names; read when they are looked at, or one is typed."""
        return {grade.name: grade for grade in self.council.grades.all()}

    def prepare_value(self, value):
        return value.name if isinstance(value, Grade) else value

    def clean(self, value):
        name = super().clean(value)
        if name is None or name in self.names:
            return name and self.names[name]
        if self.form.data.get("new_grade") == name:
            return Grade(council=self.council, name=name)
        self.form.data = self.form.data.copy()
        self.form.data["new_grade"] = name
        near = difflib.get_close_matches(name, self.names, n=1)
        raise forms.ValidationError(
            f"{self.council} has no grade “{name}” yet."
            + (f" The nearest is “{near[0]}”." if near else "")
            + " Press the button again to add it."
        )

    def has_changed(self, initial, data):
        return (getattr(initial, "name", initial) or "") != (data or "")
