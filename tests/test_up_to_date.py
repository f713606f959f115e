"""A draft is brought up to date in the tables and on its page, while the existing one goes on."""

import threading

import pytest
from django.db import connections

from divisions import errors
from divisions.models import Structure
from posts import checking, reading, up_to_date
from posts.delta import records
from posts.models import Post
from posts.up_to_date import Kin, bring_up_to_date, count_as_drawn_from
from tests.drifting import approved, drawn, in_force, named, regrade, rename
from tests.outlines import post, unit
from tests.pages import words


@pytest.fixture
def existing(borough):
    return in_force(borough)


@pytest.fixture
def option(existing, amara):
    return drawn(existing, user=amara)


def clashing(existing, option):
    """The two of them with one clash, and one change on each side that does not."""
    rename(option, "youth", "Youth and Play")
    rename(existing, "youth", "Youth Help")
    rename(option, "adoption", "Adoption and Permanence")
    regrade(existing, "clerk", "vacant")


def clashes(option):
    return up_to_date.meeting(option, {}).brought.clashes


# ---- in the tables ----


def test_what_changed_since_is_taken_over_in_one_act_told_in_a_sentence(existing, option, amara):
    rename(option, "youth", "Youth and Play")
    regrade(existing, "clerk", "vacant")
    Post.create(existing, "Porter", key="porter", unit=unit(existing, "youth"), line="none")
    act = bring_up_to_date(option, {}, amara, "Before Cabinet.")
    assert str(act) == (
        "“Option A” was brought up to date with “Services as they are”: 2 changes taken over."
    )
    assert (act.user, act.reason) == (amara, "Before Cabinet.")
    assert named(option)["youth"] == "Youth and Play"
    assert post(option, "clerk").state == "vacant"
    assert post(option, "porter").unit == unit(option, "youth")
    assert list(checking.faults(option)) == []


def test_a_second_time_changes_nothing(existing, option):
    rename(existing, "youth", "Youth Help")
    bring_up_to_date(option, {})
    option.refresh_from_db()
    assert option.based_on_revision == Structure.objects.get(key="now").revision
    before = reading.read(option)
    act = bring_up_to_date(option, {})
    assert str(act).endswith("nothing to take over.")
    assert records(reading.read(option)) == records(before)


def test_nothing_is_written_while_a_clash_is_open(existing, option):
    clashing(existing, option)
    with pytest.raises(errors.ClashesOpen, match="clash in one point"):
        bring_up_to_date(option, {})
    assert post(option, "clerk").state is None


@pytest.mark.parametrize(("side", "name"), [("draft", "Youth and Play"), ("now", "Youth Help")])
def test_each_clash_is_answered_with_either_side(existing, option, side, name):
    clashing(existing, option)
    bring_up_to_date(option, {clash.id: side for clash in clashes(option)})
    assert named(option)["youth"] == name
    assert named(option)["adoption"] == "Adoption and Permanence"
    assert post(option, "clerk").state == "vacant"


def test_what_is_given_up_is_told(existing, option):
    clashing(existing, option)
    act = bring_up_to_date(option, {clash.id: "now" for clash in clashes(option)})
    assert str(act).endswith("2 changes taken over, 1 change of its own given up.")


def test_what_changed_after_it_was_seen_is_not_taken_over_unseen(existing, option):
    seen = option.revision, Structure.objects.get(pk=existing.pk).revision
    rename(existing, "youth", "Youth Help")
    with pytest.raises(errors.ChangedMeanwhile):
        bring_up_to_date(option, {}, seen=seen)


def test_what_is_out_for_consultation_stays_as_it_was_sent_out(existing, option):
    option.send_out()
    with pytest.raises(errors.WrongStep, match="out for consultation"):
        bring_up_to_date(option, {})


def test_what_is_approved_can_still_be_brought_up_to_date(existing, option):
    approved(option)
    regrade(existing, "clerk", "vacant")
    bring_up_to_date(option, {})
    assert post(option, "clerk").state == "vacant"


# ---- what it stands on ----


def now_of(structure):
    structure = Structure.objects.select_related("council").get(pk=structure.pk)
    return Kin(structure.council).footing(structure).now.key


def in_force_instead(structure, of):
    of.give_way(structure)
    Structure.objects.filter(pk=structure.pk).update(status="in force")


def test_once_another_option_is_in_force_that_is_what_has_changed(existing, option, amara):
    other = drawn(existing, "other", "Option B")
    rename(option, "adoption", "Permanence")
    in_force_instead(option, existing)
    assert now_of(other) == "option"
    bring_up_to_date(other, {})
    assert named(other)["adoption"] == "Permanence"


def test_a_second_phase_follows_the_first(existing, option):
    phase_two = drawn(option, "phase-two", "Phase two")
    rename(option, "adoption", "Permanence")
    assert now_of(phase_two) == "option"
    bring_up_to_date(phase_two, {})
    assert named(phase_two)["adoption"] == "Permanence"


def test_a_revised_version_stands_on_what_the_first_was_drawn_from(existing, option):
    rename(option, "adoption", "Permanence")
    option.send_out()
    revised = drawn(option, "revised", "Option A, revised")
    option.withdraw(reason="Revised after consultation.")
    regrade(existing, "clerk", "vacant")
    assert now_of(revised) == "now"
    bring_up_to_date(revised, {})
    assert (named(revised)["adoption"], post(revised, "clerk").state) == ("Permanence", "vacant")


def test_a_version_revised_before_the_first_was_brought_up_to_date_takes_the_rest_too(
    existing, option
):
    revised = drawn(option, "revised", "Option A, revised")
    regrade(existing, "clerk", "vacant")
    bring_up_to_date(option, {})
    option.withdraw(reason="Revised.")
    bring_up_to_date(revised, {})
    assert post(revised, "clerk").state == "vacant"


def test_from_a_file_nobody_knows_what_changed_since(existing, option):
    Structure.objects.filter(pk=option.pk).update(based_on_revision=None)
    with pytest.raises(errors.NotKnown, match="came with a council file"):
        bring_up_to_date(option, {})


def test_but_it_can_be_counted_as_drawn_from_what_is_in_force_now(existing, option):
    Structure.objects.filter(pk=option.pk).update(based_on_revision=None)
    rename(option, "youth", "Youth and Play")
    act = count_as_drawn_from(option, existing)
    assert str(act) == (
        "“Option A” is counted as drawn from “Services as they are” as it stands now."
    )
    regrade(existing, "clerk", "vacant")
    bring_up_to_date(option, {})
    assert (named(option)["youth"], post(option, "clerk").state) == ("Youth and Play", "vacant")


def test_what_is_known_by_now_is_not_counted_anew(existing, option):
    """The page offered it, and somebody else was faster."""
    Structure.objects.filter(pk=option.pk).update(based_on_revision=None)
    count_as_drawn_from(option, existing)
    acts = option.acts.count()
    with pytest.raises(errors.NotKnown, match="is not counted as drawn from"):
        count_as_drawn_from(option, existing)
    assert option.acts.count() == acts


def test_nothing_is_counted_as_drawn_from_what_was_drawn_from_itself(existing, option):
    Structure.objects.filter(pk=option.pk).update(based_on_revision=None)
    Structure.objects.filter(pk=existing.pk).update(based_on=option)
    assert Kin(existing.council).to_count_from(option) == []
    with pytest.raises(errors.NotKnown):
        count_as_drawn_from(option, existing)


def test_structures_drawn_from_one_another_in_a_ring_are_each_asked_once(existing, option):
    other = drawn(existing, "other", "Option B")
    Structure.objects.filter(pk=existing.pk).update(based_on=option)
    kin = Kin(existing.council)
    existing, option, other = (kin.all[each.pk] for each in (existing, option, other))
    assert kin.descends(option, existing)
    assert kin.descends(existing, option)
    assert not kin.descends(existing, other)


def test_a_ring_of_withdrawn_structures_says_that_nobody_can_tell(existing, option):
    Structure.objects.filter(pk=existing.pk).update(
        status="withdrawn", based_on=option, based_on_revision=1
    )
    Structure.objects.filter(pk=option.pk).update(status="withdrawn")
    option.refresh_from_db()
    with pytest.raises(errors.NotKnown, match="which came first"):
        Kin(existing.council).footing(option)


@pytest.mark.django_db(transaction=True)
def test_a_draft_and_what_is_in_force_are_edited_and_brought_together_without_deadlock(borough):
    existing = in_force(borough)
    option = drawn(existing)
    failed = []

    def work(verb):
        try:
            for number in range(8):
                verb(number)
        except Exception as error:
            failed.append(error)
        finally:
            connections.close_all()

    verbs = [
        lambda number: rename(existing, "adoption", f"Adoption {number}"),
        lambda number: rename(option, "youth", f"Youth {number}"),
        lambda number: bring_up_to_date(option, {}),
        lambda number: bring_up_to_date(option, {}),
    ]
    threads = [threading.Thread(target=work, args=[verb]) for verb in verbs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    bring_up_to_date(option, {})
    assert named(option)["adoption"] == "Adoption 7"
    assert named(option)["youth"] == "Youth 7"


# ---- on its page ----

PAGE = "/borough/structures/option/up-to-date/"


def seen(option, existing):
    revisions = Structure.objects.in_bulk([option.pk, existing.pk])
    return {
        "draft_seen": revisions[option.pk].revision,
        "now_seen": revisions[existing.pk].revision,
    }


def test_the_page_says_field_by_field_what_changed_and_asks_where_it_clashes(
    existing, option, at_amaras
):
    clashing(existing, option)
    page = words(at_amaras.get(PAGE))
    assert "What is taken over 1" in page
    assert "Clerk State not stated vacant" in page
    assert "Keep the draft’s Name: Youth → Youth and Play" in page
    assert "Take that of “Services as they are” Name: Youth → Youth Help" in page


def test_without_an_answer_nothing_is_taken_over(existing, option, at_amaras):
    clashing(existing, option)
    answer = at_amaras.post(PAGE, seen(option, existing))
    assert answer.status_code == 422
    assert "Choose what stands of Youth" in words(answer)
    assert post(option, "clerk").state is None


def test_with_every_answer_it_is_brought_up_to_date_and_told(existing, option, amara, at_amaras):
    clashing(existing, option)
    (clash,) = clashes(option)
    sent = {**seen(option, existing), f"stands-{clash.id}": "draft", "reason": "For Cabinet."}
    answer = at_amaras.post(PAGE, sent, follow=True)
    assert "was brought up to date with “Services as they are”: 1 change" in words(answer)
    assert named(option)["youth"] == "Youth and Play"
    act = option.acts.first()
    assert (act.user, act.reason) == (amara, "For Cabinet.")


@pytest.mark.parametrize("which", ["option", "existing"])
def test_what_changed_while_one_was_choosing_is_shown_and_the_answers_are_kept(
    existing, option, at_amaras, which
):
    clashing(existing, option)
    (clash,) = clashes(option)
    sent = {**seen(option, existing), f"stands-{clash.id}": "now"}
    rename({"option": option, "existing": existing}[which], "fostering", "Foster Care")
    answer = at_amaras.post(PAGE, sent)
    assert answer.status_code == 409
    assert "Something changed while you were choosing" in words(answer)
    assert f'value="now" id="id_stands-{clash.id}_now" checked' in answer.content.decode()
    again = at_amaras.post(PAGE, {**sent, **seen(option, existing)})
    assert again.status_code == 302
    assert named(option)["youth"] == "Youth Help"


def test_a_clash_that_comes_of_an_answer_is_asked_with_the_answer_kept(existing, option, at_amaras):
    """The draft closes a team with its directorate; the team is to stay, its directorate to go."""
    with option.editing():
        for key in ("director", "adviser", "clerk"):
            post(option, key).move_to_unit(None)
        for key in ("adoption", "fostering", "youth", "services"):
            unit(option, key).take_out()
    rename(existing, "youth", "Youth Help")
    rename(existing, "services", "All services")
    asked = {clash.now[0].point.ref.key: clash.id for clash in clashes(option)}
    sent = {f"stands-{asked['youth']}": "now", f"stands-{asked['services']}": "draft"}
    answer = at_amaras.post(PAGE, {**seen(option, existing), **sent})
    assert answer.status_code == 422
    assert "Youth Help stands in a unit that is not there (Services)." in words(answer)
    assert answer.content.decode().count(" checked") == 2


def test_where_nothing_changed_there_is_nothing_to_press(existing, option, at_amaras):
    page = at_amaras.get(PAGE)
    assert "There is nothing to take over" in words(page)
    assert b"<button" not in page.content.split(b"<main")[1]


def test_from_a_file_the_page_says_so_and_offers_a_way_out(existing, option, at_amaras):
    Structure.objects.filter(pk=option.pk).update(based_on_revision=None)
    page = words(at_amaras.get(PAGE))
    assert "nobody can tell what has changed since" in page
    answer = at_amaras.post(PAGE, {"count_as": "now"}, follow=True)
    assert "“Option A” is counted as drawn from “Services as they are”" in words(answer)
    assert "There is nothing to take over" in words(answer)


def test_what_can_be_brought_up_to_date_is_not_counted_anew(existing, option, at_amaras):
    regrade(existing, "clerk", "vacant")
    assert at_amaras.post(PAGE, {"count_as": "now"}).status_code == 404


def test_it_is_counted_as_drawn_from_no_other_structure(existing, option, at_amaras):
    Structure.objects.filter(pk=option.pk).update(based_on_revision=None)
    assert at_amaras.post(PAGE, {"count_as": "option"}).status_code == 404


def test_what_is_out_for_consultation_has_a_page_that_says_why_it_stays(
    existing, option, at_amaras
):
    option.send_out()
    assert "is out for consultation and cannot be brought up to date" in words(at_amaras.get(PAGE))
    assert at_amaras.post(PAGE).status_code == 409


def test_a_reason_stands_where_the_draft_was_sent_out_meanwhile(existing, option, at_amaras):
    rename(existing, "youth", "Youth Help")
    sent = {**seen(option, existing), "reason": "For Cabinet."}
    option.send_out()
    answer = at_amaras.post(PAGE, sent)
    assert (answer.status_code, "What you typed: For Cabinet." in words(answer)) == (409, True)


def test_the_page_takes_few_queries(existing, option, at_amaras, django_assert_max_num_queries):
    clashing(existing, option)
    at_amaras.get(PAGE)
    with django_assert_max_num_queries(15):
        at_amaras.get(PAGE)


def test_only_those_who_draw_may(existing, option, at_bens, at_dilyss, at_chloes):
    answers = [browser.get(PAGE).status_code for browser in (at_bens, at_dilyss, at_chloes)]
    assert answers == [403, 403, 404]
