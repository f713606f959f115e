"""Proposing a restructure: from which structure it is drawn, and what it is called.

Its one rule: the draft and the restructure that leads to it are made together, or neither is.
"""

from dataclasses import dataclass
from itertools import chain, count

from django import forms
from django.db.models import Max

from divisions import dates, errors
from divisions.models import Structure
from divisions.models.act import create_rows
from divisions.slugs import slug
from orgchart.forms import faults
from posts import proposals
from posts.positions import STEP
from reports.models import (
    Cost,
    Fate,
    Filling,
    Milestone,
    Phase,
    Recommendation,
    Report,
    Restructure,
    RingFence,
    Scope,
    Section,
)

_STATUS = Structure.Status


_TAKEN_OVER = (
    Phase, Scope, Milestone, Recommendation, RingFence, Fate, Filling, Cost, Report, Section,
)  # fmt: skip
"""What of a paper a revised version begins with; what its files state is the first one's alone."""

_NOT_YET = {"published_at", "published_by_id"}
"""What is not known of a paper that begins."""


@dataclass(frozen=True)
class First:
    """The version that is revised: its structure, and the restructure that leads to it, if any."""

    structure: Structure
    restructure: Restructure | None

    @property
    def before(self):
        """From what both versions lead to what is proposed."""
        return self.restructure.before if self.restructure else self.structure.based_on

    @property
    def begins_with(self):
        """What its form says before anybody types."""
        old = self.restructure
        return {
            "base": self.structure.key,
            "title": f"{old or self.structure}, revised",
            "proposed": f"{self.structure}, revised",
            "body": old and old.body,
            "meeting": _day_in_words(old.meeting) if old else None,
        }


def first_version(structure):
    """What is revised where a structure is; None where that was drawn from nothing."""
    if structure.based_on_id is None or not structure.may_be_revised:
        return None
    leading = structure.council.restructures.filter(after=structure).select_related("before")
    own = leading.filter(before=structure.based_on_id).first()
    return First(structure, own or leading.first())


def _day_in_words(iso):
    try:
        return dates.in_words(dates.exact(iso)) if iso else None
    except ValueError:
        return iso


class ProposeForm(forms.Form):
    """Two structures from one draw two options; from a proposed one they draw its next phase."""

    base = forms.ChoiceField(
        label="Draw it from",
        error_messages={
            "required": "Choose the structure to draw from",
            "invalid_choice": "Choose a structure of this council to draw from",
        },
    )
    title = forms.CharField(
        label="Title of the restructure",
        max_length=500,
        help_text="As the paper will call it: Realignment of Services",
        error_messages={"required": "Type the title of the restructure"},
    )
    proposed = forms.CharField(
        label="Title of the proposed structure",
        max_length=500,
        help_text="What tells it from other options: Option A, four divisions",
        error_messages={"required": "Type the title of the proposed structure"},
    )
    body = forms.CharField(
        label="For",
        required=False,
        max_length=300,
        help_text="Who decides, if it is known: Cabinet, The Executive, a committee",
    )
    meeting = forms.CharField(
        label="Meeting", required=False, help_text="One day, like 9 September 2009"
    )
    reason = forms.CharField(
        label="Why", required=False, help_text="Kept in the history. May be left empty."
    )

    def __init__(self, data=None, *, council, drawn_from=None, first=None):
        self.council, self.first = council, first
        self.structures = list(council.structures.all())
        initial = {"base": drawn_from or _first_choice(self.structures)}
        initial |= first.begins_with if first else {}
        super().__init__(data, initial=initial, use_required_attribute=False)
        if first:
            self.fields["base"].widget = forms.HiddenInput()
        self.fields["base"].choices = [
            (each.key, f"{each.title} ({each.get_status_display().lower()})")
            for each in self.structures
        ]

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)

    def clean_meeting(self):
        text = self.cleaned_data["meeting"]
        try:
            return dates.exact(text).isoformat() if text else None
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error

    def propose(self, user):
        """Draw the draft, and write down the restructure that leads to it."""
        said = self.cleaned_data
        base = next(each for each in self.structures if each.key == said["base"])
        with self.council.editing(user, "propose a restructure", said["reason"]) as council:
            self._must_be_another(council, base)
            draft = proposals.draw(
                base,
                key=_free_key(council.structures, said["proposed"]),
                title=said["proposed"],
                user=user,
                reason=said["reason"],
                revises=self.first is not None,
            )
            before = self.first.before if self.first else base
            self._write_down(council, before, draft)
            revised = f", a revised version of “{base}”" if self.first else ""
            council.act.tell(
                f"“{said['title']}” was proposed: “{before}” becomes “{draft}”{revised}."
            )
        return draft

    def _must_be_another(self, council, base):
        """AlreadyThere if just this was proposed already, as where the form was sent twice."""
        said = self.cleaned_data
        base = self.first.before if self.first else base
        alike = council.restructures.filter(
            title=said["title"], before=base, after__title=said["proposed"]
        )
        if alike.exists():
            raise errors.AlreadyThere(
                f"“{said['title']}” is proposed already: “{base}” becomes “{said['proposed']}”. "
                f"Look for it under the restructures of {council}, or choose another title."
            )

    def _write_down(self, council, base, draft):
        said, others = self.cleaned_data, council.restructures
        new = Restructure.objects.create(
            council=council,
            key=_free_key(others, said["title"]),
            title=said["title"],
            before=base,
            after=draft,
            body=said["body"] or None,
            meeting=said["meeting"],
            position=(others.aggregate(last=Max("position"))["last"] or 0) + STEP,
        )
        if self.first and self.first.restructure:
            _take_over(self.first.restructure, new)


def _take_over(old, new):
    """Begin the paper of a revised version with the lists, the texts and the ways of the first."""
    for name in ("report_of", "decision", "effective"):
        setattr(new, name, getattr(old, name))
    new.save(update_fields=["report_of", "decision", "effective"])
    for model in _TAKEN_OVER:
        rows = list(model.objects.filter(restructure=old))
        for row in rows:
            row.pk, row.restructure = None, new
            for name in _NOT_YET & vars(row).keys():
                setattr(row, name, None)
        create_rows(rows)


def _first_choice(structures):
    """What is drawn from unless something else is chosen: the one in force, else the newest."""
    for status in (_STATUS.IN_FORCE, _STATUS.ON_RECORD):
        if found := [each.key for each in structures if each.status == status]:
            return found[-1]
    return structures[-1].key if structures else None


def _free_key(others, title):
    """A title as a key, with a number where another has the same."""
    words = slug(title) or "proposed"
    taken = set(others.filter(key__startswith=words).values_list("key", flat=True))
    numbered = (f"{words}-{number}" for number in count(2))
    return next(key for key in chain([words], numbered) if key not in taken)
