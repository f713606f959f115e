"""The acts on who holds a post: fill, vacate, record the pay, erase.

Their one rule: the form names who holds the post, since only those may open it who may see that;
the sentence and the history never do.
"""

from datetime import timedelta

from django import forms
from django.utils.timezone import localdate

from divisions import errors
from posts import redrawing
from posts.acts.act import POST, Act
from posts.holders import IN_ORDER, told
from posts.models import Holding
from posts.payforms import Loose, in_pounds
from posts.recorded import HELD, WRITTEN
from posts.redrawing.holders import ERASE, FILL, PAY, VACATE, Handover, held

NO_DAY = "Choose a day, or type it like 2026-11-20"
BESIDE, ALL = "beside", "all"
LEFT = "Who that was has left the post since. Choose again"
IN_POUNDS = "Type an amount in pounds, like 41,496"


def full_time_pay():
    """A field for what a holder is paid."""
    return Loose(
        label="Paid a year for full time, in pounds",
        required=False,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        help_text="For costs at what the holders are paid; empty where it is not known. Kept apart",
        error_messages={"invalid": IN_POUNDS},
    )


class OfHolders(Act):
    """An act on who holds a post, which it says first."""

    of, reads = (POST,), (WRITTEN, HELD)

    def prepare(self):
        self.held = list(held(self.subject).order_by(*IN_ORDER))

    @property
    def stands(self):
        """Who holds the post, in a sentence."""
        if not self.held:
            return "Nobody is recorded as holding it."
        today = localdate()
        return f"Held by {'; '.join(told(holding, today) for holding in self.held)}."

    def choose(self, name, label, choices, wrong):
        """Add a choice among those who hold it.

        What was sent before anybody held it has none, and is then shown what was done meanwhile.
        """
        is_asked = not self.is_bound or name in self.data
        messages = {"required": wrong, "invalid_choice": LEFT}
        self.fields[name] = forms.ChoiceField(
            label=label, choices=choices, required=is_asked, error_messages=messages
        )

    def chosen(self, name):
        """The holding that was chosen; None where none was."""
        said = self.cleaned_data.get(name)
        return next((holding for holding in self.held if str(holding.pk) == said), None)


class Fill(OfHolders):
    """The name is kept apart: it is in no history, no draft and no public file."""

    slug, label, key, verb = "fill", "Fill…", "f", FILL

    person = forms.CharField(
        label="Who holds it from now on",
        max_length=300,
        help_text="Kept apart: never in the history, a draft or a public file",
        error_messages={"required": "Type who holds the post"},
    )
    payroll_number = forms.CharField(label="Payroll number", max_length=100, required=False)
    pounds = full_time_pay()
    held_from = forms.DateField(
        label="From",
        required=False,
        widget=forms.DateInput({"type": "date"}),
        error_messages={"invalid": NO_DAY},
    )

    def prepare(self):
        super().prepare()
        if self.held:
            places = [(str(each.pk), f"In place of {each.person}") for each in self.held]
            them = self.held[0].person if len(self.held) == 1 else "those who hold it"
            beside = (BESIDE, f"Beside {them}, as in a job share")
            label, wrong = "The new holder comes", "Say in whose place, or beside whom"
            self.choose("instead_of", label, [("", "Choose"), *places, beside], wrong)
        self.order_fields(
            ["person", "payroll_number", "instead_of", "held_from", "pounds", "reason"]
        )

    def clean(self):
        said = super().clean()
        other, since = self.chosen("instead_of"), said.get("held_from")
        if other and not since and "held_from" not in self.errors:
            self.add_error("held_from", f"Say from when: {other.person} leaves the day before")
        return said

    def perform(self, editing):
        said, other = self.cleaned_data, self.chosen("instead_of")
        holding = redrawing.fill(
            self.subject,
            said["person"],
            said["payroll_number"],
            said["held_from"],
            pounds=said["pounds"],
            instead_of=other,
            beside=said.get("instead_of") == BESIDE,
            on=localdate(),
        )
        left = ((other.pk,), said["held_from"] - timedelta(days=1)) if other else ()
        self.handover = Handover((holding.pk,), *left)
        return self.subject.key


class Vacate(OfHolders):
    """Who leaves it is named; of several, one or all."""

    slug, label, key, verb = "vacate", "Vacate…", "v", VACATE

    held_until = forms.DateField(
        label="Held until",
        help_text="From the day after it is vacant; until a day to come it stays as it is",
        widget=forms.DateInput({"type": "date"}),
        error_messages={"required": "Type the last day on which it is held", "invalid": NO_DAY},
    )

    def prepare(self):
        super().prepare()
        if not self.held:
            del self.fields["held_until"]
            return
        people = [(str(each.pk), each.person) for each in self.held]
        if len(people) > 1:
            people = [("", "Choose"), *people, (ALL, f"All {len(people)} of them")]
        self.choose("whose", "Who leaves it", people, "Choose who leaves the post")
        self.order_fields(["whose", "held_until", "reason"])

    def perform(self, editing):
        if not self.held:
            redrawing.vacate(self.subject)
            self.handover = Handover()
            return self.subject.key
        leaver = self.chosen("whose")
        if leaver is None and self.cleaned_data["whose"] != ALL:
            raise errors.NothingChosen("Choose who leaves the post.")
        until = self.cleaned_data["held_until"]
        redrawing.vacate(self.subject, until, holding=leaver, on=localdate())
        left = [leaver] if leaver else self.held
        self.handover = Handover(ended=tuple(each.pk for each in left), day=until)
        return self.subject.key


class RecordPay(OfHolders):
    """What one of those who hold a post is paid, for costs at what the holders are paid."""

    slug, label, verb = "holder-pay", "Record what a holder is paid…", PAY

    pounds = full_time_pay()

    def prepare(self):
        super().prepare()
        if not self.held:
            raise errors.NothingChosen(
                f"Nobody is recorded as holding {self.named}. Fill it, and say what they are paid."
            )
        people = [(str(each.pk), f"{each.person}, {_paid(each)}") for each in self.held]
        if len(people) > 1:
            people = [("", "Choose"), *people]
        self.choose("whose", "Whose pay", people, "Choose whose pay it is")
        self.initial.setdefault("pounds", self.held[0].pounds if len(self.held) == 1 else None)
        self.order_fields(["whose", "pounds", "reason"])

    @property
    def heading(self):
        return f"Record what a holder of {self.named} is paid"

    def perform(self, editing):
        redrawing.record_pay(self.chosen("whose"), self.cleaned_data["pounds"])
        return self.subject.key


def _paid(holding):
    """What is recorded of somebody's pay, in words."""
    pounds = holding.pounds
    return "pay not known" if pounds is None else f"now {in_pounds(pounds)}"


class EraseHolder(Act):
    """A name is erased for good; that it was, but not which, is in the history."""

    slug, label, verb = "erase-holder", "Erase who held it…", ERASE
    of, is_grave = (POST,), True

    holding = forms.ModelChoiceField(
        Holding.objects.none(),
        label="Whose name",
        empty_label=None,
        help_text="It is erased for good, and cannot be undone",
        error_messages={"required": "Choose whose name"},
    )

    def prepare(self):
        held = Holding.objects.filter(post=self.subject)
        self.fields["holding"].queryset = held
        self.fields["holding"].label_from_instance = lambda holding: holding.person
        if not held:
            raise errors.NothingChosen(f"No name is kept of anybody who holds {self.named}.")

    @property
    def heading(self):
        return f"Erase who held {self.named}"

    def perform(self, editing):
        redrawing.erase_holder(self.cleaned_data["holding"])
        editing.act.tell(f"Who held {self.named} was erased.")
        return self.subject.key
