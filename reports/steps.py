"""The steps of a structure's life as forms: what each asks, and what it says will happen.

Its one rule: a step is offered where it is the next, and refused with the rule's own sentence
where it is not.
"""

from django import forms
from django.utils.timezone import localdate

from divisions import dates, errors
from divisions.models import Structure
from orgchart.forms import Fault, faults
from posts import up_to_date
from posts.up_to_date import Kin
from reports import coming_into_force

_STATUS = Structure.Status


class StepForm(forms.Form):
    """A step, and why it is taken. `seen` is the revision that the person had before them."""

    seen = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages={"required": "Open this page again: it was sent without what it showed"},
    )
    reason = forms.CharField(
        label="Why", required=False, help_text="Kept in the history. May be left empty."
    )

    slug = verb = heading = button = ""
    possible = ()
    hindrance = None

    def __init__(self, data=None, *, structure):
        self.structure = structure
        super().__init__(data, initial={"seen": structure.revision} | self.stated(structure))

    def stated(self, structure):
        """What is stated already of what the step asks."""
        return {}

    @property
    def will(self):
        """What will happen, a sentence each."""
        return ()

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        hidden = [Fault(text, None) for text in self.errors.get("seen", ())]
        return hidden + faults(self)


class SendOut(StepForm):
    slug, verb = "send-out", "send out for consultation"
    heading = button = "Send out for consultation"
    possible = (_STATUS.DRAFT,)
    will = (
        "From then on it is frozen: nobody can change a unit or post of it.",
        "What comes of the consultation is drawn as a revised version, and the two compare.",
    )

    def take(self, user):
        self.structure.send_out(user, self.cleaned_data["reason"], self.cleaned_data["seen"])


class Approve(StepForm):
    slug, verb = "approve", "approve"
    heading, button = "Say that it was approved", "Save the approval"
    possible = (_STATUS.CONSULTATION, _STATUS.APPROVED)
    will = ("It waits for its day, on which it can come into force.",)

    approved_by = forms.CharField(
        label="Approved by",
        max_length=300,
        help_text="The body: Cabinet, The Executive, a committee",
        error_messages={"required": "Say which body approved it"},
    )
    approved_on = forms.CharField(
        label="On",
        help_text="One day, like 9 September 2009",
        error_messages={"required": "Say on which day it was approved"},
    )
    minute = forms.CharField(
        label="Minute", max_length=100, required=False, help_text="Its number, where there is one"
    )
    in_force_from = forms.CharField(
        label="In force from",
        max_length=100,
        required=False,
        help_text="It comes into force once this is one day, like 1 April 2010",
    )
    field_order = ("seen", "approved_by", "approved_on", "minute", "in_force_from", "reason")

    def stated(self, structure):
        facts = ("approved_by", "minute", "in_force_from")
        stated = {name: getattr(structure, name) for name in facts}
        stated["approved_on"] = structure.approved_on and dates.in_words(structure.approved_on)
        paper = structure.restructures_to.first()
        if structure.status == _STATUS.CONSULTATION and paper is not None:
            said = {
                "approved_by": paper.body,
                "approved_on": _in_words(paper.meeting),
                "in_force_from": paper.effective,
            }
            stated = {name: value or said.get(name) for name, value in stated.items()}
        return stated

    def clean_approved_on(self):
        return _date(dates.exact, self.cleaned_data["approved_on"])

    def clean_in_force_from(self):
        text = self.cleaned_data["in_force_from"]
        return _date(dates.parse, text).text if text else None

    def take(self, user):
        facts = ("approved_by", "approved_on", "in_force_from")
        approval = {name: self.cleaned_data[name] for name in facts}
        approval["minute"] = self.cleaned_data["minute"] or None
        reason, seen = self.cleaned_data["reason"], self.cleaned_data["seen"]
        self.structure.approve(user, reason, seen, **approval)


class BringIntoForce(StepForm):
    slug, verb = "bring-into-force", coming_into_force.VERB
    heading = button = "Bring into force"
    possible = (_STATUS.APPROVED,)

    def __init__(self, data=None, *, structure):
        super().__init__(data, structure=structure)
        self.kin, self.hindrance, self.taken = Kin(structure.council), None, 0
        if data is None:
            self._try()

    def _try(self):
        """See what stands in the way, and what would be taken over."""
        try:
            coming_into_force.must_be_the_day(self.structure, localdate())
            footing = coming_into_force.must_take_its_place(self.structure, self.kin)
            if footing is not None:
                met = up_to_date.meeting(self.structure, {}, footing)
                up_to_date.must_not_clash(met, self.structure)
                self.taken = len(met.brought.taken)
        except errors.RuleBroken as refusal:
            self.hindrance = refusal

    @property
    def will(self):
        old = self.kin.in_force
        if old is not None:
            yield f"“{old}” is superseded, and stays to be looked at."
            yield f"Who holds a post of “{old}” goes along to the same post."
        if self.taken:
            verb = "is" if self.taken == 1 else "are"
            yield f"{up_to_date.changes(self.taken)} made in “{old}” since {verb} taken over."
        yield "It is edited from then on as the structure in force, each act with its reason."

    def take(self, user):
        reason, seen = self.cleaned_data["reason"], self.cleaned_data["seen"]
        coming_into_force.bring_into_force(self.structure, localdate(), user, reason, seen)


class Withdraw(StepForm):
    slug, verb = "withdraw", "withdraw"
    heading = button = "Withdraw"
    possible = (_STATUS.DRAFT, _STATUS.CONSULTATION, _STATUS.APPROVED)
    will = (
        "It can be looked at and drawn from, and no longer be changed or come into force.",
        "What was drawn from it can still come into force, and then in the place of what this one "
        "was to replace.",
    )

    reason = forms.CharField(
        label="Why",
        help_text="Shown with the structure, and kept in the history",
        error_messages={"required": "Say why it is withdrawn"},
    )

    def take(self, user):
        self.structure.withdraw(user, self.cleaned_data["reason"], self.cleaned_data["seen"])


def _in_words(iso):
    """The day of a meeting in words; None where no one day is stated."""
    try:
        return dates.in_words(dates.exact(iso)) if iso else None
    except ValueError:
        return None


def _date(read, text):
    try:
        return read(text)
    except ValueError as error:
        raise forms.ValidationError(str(error)) from error


STEPS = {step.slug: step for step in (SendOut, Approve, BringIntoForce, Withdraw)}
