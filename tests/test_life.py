"""From draft to approved, or withdrawn: each step told, and refused where it is not the next."""

from datetime import date

import pytest

from divisions import errors
from divisions.models import Structure

APPROVAL = {"approved_by": "Cabinet", "approved_on": date(2009, 9, 9), "minute": "42"}
STEPS = {
    "send out": lambda structure: structure.send_out(),
    "approve": lambda structure: structure.approve(**APPROVAL),
    "withdraw": lambda structure: structure.withdraw(reason="The grant was cut."),
    "give way": lambda structure: structure.give_way("another"),
}
LEADS_TO = {
    ("draft", "send out"): "consultation",
    ("draft", "withdraw"): "withdrawn",
    ("consultation", "approve"): "approved",
    ("consultation", "withdraw"): "withdrawn",
    ("approved", "approve"): "approved",
    ("approved", "withdraw"): "withdrawn",
    ("in force", "give way"): "superseded",
}


def at(structure, status):
    """A structure that has come so far."""
    Structure.objects.filter(pk=structure.pk).update(status=status)
    structure.refresh_from_db()
    return structure


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("status", Structure.Status.values)
def test_each_step_is_taken_where_it_is_the_next_and_nowhere_else(draft, status, step):
    at(draft, status)
    if (status, step) in LEADS_TO:
        STEPS[step](draft)
    else:
        with pytest.raises(errors.WrongStep, match="“The draft” is "):
            STEPS[step](draft)
    draft.refresh_from_db()
    assert draft.status == LEADS_TO.get((status, step), status)


def test_a_step_is_one_act_with_who_and_why_told_in_a_sentence(draft, amara):
    draft.send_out(amara, "Agreed with the unions.")
    act = draft.acts.get()
    assert str(act) == "“The draft” was sent out for consultation."
    assert (act.user, act.reason, act.revision) == (amara, "Agreed with the unions.", 1)
    assert (draft.status, draft.revision) == ("consultation", 1)


def test_what_is_out_for_consultation_is_not_edited(draft):
    draft.send_out()
    with pytest.raises(errors.ReadOnly), draft.editing():
        pass


def test_an_approval_says_which_body_when_and_in_which_minute(draft, amara):
    at(draft, "consultation").approve(amara, **APPROVAL)
    draft.refresh_from_db()
    assert (draft.approved_by, draft.approved_on, draft.minute) == (
        "Cabinet", date(2009, 9, 9), "42",
    )  # fmt: skip
    says = "“The draft” was approved by Cabinet on 9 September 2009, minute 42."
    assert str(draft.acts.get()) == says


def test_what_is_said_of_an_approval_can_be_corrected(draft):
    at(draft, "approved").approve(approved_by="Cabinet", in_force_from="1 April 2010")
    assert str(draft.acts.get()) == "Corrected: “The draft” was approved by Cabinet."


def test_nothing_is_withdrawn_without_a_reason(draft):
    with pytest.raises(errors.NoReason):
        draft.withdraw(reason=" ")
    assert draft.acts.count() == 0


def test_who_is_refused_a_step_is_told_the_next(draft):
    with pytest.raises(errors.WrongStep) as refusal:
        draft.approve(approved_by="Cabinet")
    assert str(refusal.value) == (
        "“The draft” is a draft and cannot be approved. Send it out for consultation first."
    )


def test_a_step_seen_at_an_older_revision_is_not_taken(draft):
    with draft.editing():
        pass
    with pytest.raises(errors.ChangedMeanwhile):
        draft.send_out(seen=0)
