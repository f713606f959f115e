"""A draft brought up to date in the tables, and what it stands on."""

import threading

import pytest
from django.db import connections

from divisions import errors
from divisions.models import Structure
from posts import checking, reading
from posts.delta import records
from posts.models import Post
from posts.up_to_date import Kin, bring_up_to_date, count_as_drawn_from
from tests.catching_up import clashes, clashing
from tests.drifting import approved, drawn, in_force, named, regrade, rename
from tests.outlines import post, unit


@pytest.fixture
def existing(borough):
    return in_force(borough)


@pytest.fixture
def option(existing, amara):
    return drawn(existing, user=amara)


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
