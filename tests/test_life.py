"""From draft to approved, or withdrawn: each step told, and refused where it is not the next."""

from datetime import date

import pytest

from divisions import errors
from divisions.models import Structure
from reports.councilfile import live, load, reading
from reports.councilfile.dump import dump
from tests.pages import words

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


# ---- on their pages ----

PAGE = "/borough/structures/draft/"


def step(name):
    return f"{PAGE}life/{name}/"


def test_a_page_says_what_will_happen_before_it_does(draft, at_amaras):
    page = words(at_amaras.get(step("send-out")))
    assert "From then on it is frozen" in page
    draft.refresh_from_db()
    assert draft.status == "draft"


def test_the_steps_are_taken_from_page_to_page(draft, at_amaras):
    at_amaras.post(step("send-out"), {"seen": 0})
    approval = {
        "seen": 1,
        "approved_by": "Cabinet",
        "approved_on": "9 September 2009",
        "minute": "42",
        "in_force_from": "1 April 2010",
    }
    page = words(at_amaras.post(step("approve"), approval, follow=True))
    assert "was approved by Cabinet on 9 September 2009, minute 42." in page
    assert "Approved by Cabinet on 9 September 2009, minute 42." in page
    at_amaras.post(step("bring-into-force"), {"seen": 2})
    draft.refresh_from_db()
    assert (draft.status, draft.in_force_from) == ("in force", "1 April 2010")


def test_what_is_typed_wrong_is_said_beside_the_field(draft, at_amaras):
    at(draft, "consultation")
    answer = at_amaras.post(step("approve"), {"seen": 0, "approved_on": "spring"})
    assert answer.status_code == 422
    assert "Say which body approved it" in words(answer)
    assert "“spring” cannot be read as a date" in words(answer)


def test_what_was_said_of_an_approval_stands_in_its_form(draft, at_amaras):
    at(draft, "consultation").approve(**APPROVAL)
    html = at_amaras.get(step("approve")).content.decode()
    assert 'value="Cabinet"' in html
    assert 'value="9 September 2009"' in html


def test_a_withdrawal_asks_for_the_reason_and_shows_it(draft, at_amaras):
    assert at_amaras.post(step("withdraw"), {"seen": 0}).status_code == 422
    sent = {"seen": 0, "reason": "The grant was cut."}
    page = words(at_amaras.post(step("withdraw"), sent, follow=True))
    assert "The grant was cut." in page
    assert "Draw a revised version" in page


def test_a_step_that_is_not_the_next_is_refused_with_the_way_out(draft, at_amaras):
    answer = at_amaras.get(step("approve"))
    assert answer.status_code == 409
    assert "Send it out for consultation first." in words(answer)


def test_there_is_no_other_step(draft, at_amaras):
    assert at_amaras.get(step("abolish")).status_code == 404


def test_what_changed_meanwhile_is_not_sent_out_unseen(draft, at_amaras):
    with draft.editing():
        pass
    answer = at_amaras.post(step("send-out"), {"seen": 0, "reason": "Agreed."})
    assert answer.status_code == 409
    assert "has changed since you opened it" in words(answer)
    assert 'value="Agreed."' in answer.content.decode()


def test_before_its_day_the_page_says_when_and_has_no_button(draft, at_amaras):
    at(draft, "approved").approve(approved_by="Cabinet", in_force_from="1 April 2199")
    page = at_amaras.get(step("bring-into-force"))
    assert "1 April 2199, which has not come" in words(page)
    assert b"<button" not in page.content.split(b"<main")[1]


def test_who_only_reads_is_offered_no_step(draft, at_bens, at_dilyss, at_amaras):
    assert "Send out for consultation" in words(at_amaras.get(PAGE))
    assert "Send out for consultation" not in words(at_bens.get(PAGE))
    assert [b.post(step("send-out")).status_code for b in (at_bens, at_dilyss)] == [403, 403]


# ---- in the council file ----


def loaded(text):
    return load.load(reading.read(text.encode(), "borough.yaml"))


def test_the_council_file_keeps_the_approval(draft, borough):
    at(draft, "consultation").approve(in_force_from="1 April 2010", **APPROVAL)
    text = dump(live.council_file(borough))
    assert (
        "    status: approved\n"
        "    in_force_from: 1 April 2010\n"
        "    approved_by: Cabinet\n"
        "    approved_on: 9 September 2009\n"
        "    minute: 42\n"
    ) in text
    assert loaded(text).differences == ()
    again = loaded(text.replace("Cabinet", "The Executive"))
    assert [str(each) for each in again.differences] == [
        "structure draft: approved_by “Cabinet” becomes “The Executive”"
    ]
    assert dump(live.council_file(borough)) == text.replace("Cabinet", "The Executive")


def test_a_file_that_names_another_base_does_not_say_in_which_state(draft, borough):
    bases = [Structure(council=borough, key=key, title=key) for key in ("one", "other")]
    Structure.objects.bulk_create(bases)
    Structure.objects.filter(pk=draft.pk).update(based_on=bases[0], based_on_revision=7)
    text = dump(live.council_file(borough))
    loaded(text)
    draft.refresh_from_db()
    assert draft.based_on_revision == 7
    loaded(text.replace("drawn_from: one", "drawn_from: other"))
    draft.refresh_from_db()
    assert (draft.based_on, draft.based_on_revision) == (bases[1], None)
