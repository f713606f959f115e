"""What brought a draft up to date is undone as a whole: its units, its posts, what it stands on."""

import pytest

from divisions import errors
from divisions.models import Structure
from posts import checking, reading
from posts.heads import NotPutBackHere
from posts.undo import PUT_BACK, REDO, StandsInTheWay, redoable, undo, undoable
from posts.up_to_date import Kin, bring_up_to_date, count_as_drawn_from, meeting
from tests.cast import person
from tests.drifting import approved, drawn, in_force, named, regrade, rename
from tests.pages import words

STRUCTURE = "/borough/structures/option/"
PAGE = f"{STRUCTURE}up-to-date/"


@pytest.fixture
def existing(borough):
    return in_force(borough)


@pytest.fixture
def option(existing, amara):
    return drawn(existing, user=amara)


@pytest.fixture
def brought(existing, option, amara):
    """The act that brought the draft up to date with two changes."""
    rename(existing, "youth", "Youth Help")
    regrade(existing, "clerk", "vacant")
    return bring_up_to_date(option, {}, amara)


def fresh(structure):
    return Structure.objects.select_related("council").get(pk=structure.pk)


def stands_on(structure):
    structure = fresh(structure)
    return structure.based_on_id, structure.based_on_revision


def taken(structure):
    """How many changes would be taken over now."""
    return len(meeting(fresh(structure), {}).brought.taken)


def test_all_that_was_taken_over_goes_back_and_so_does_what_the_draft_stands_on(
    existing, option, amara
):
    before, on = reading.read(option), stands_on(option)
    rename(existing, "youth", "Youth Help")
    act = bring_up_to_date(option, {}, amara)
    after, on_now = reading.read(option), stands_on(option)
    undoing = undo(act, amara)
    assert (reading.read(option), stands_on(option), taken(option)) == (before, on, 1)
    assert on != on_now
    assert undoing.says.startswith("Undone: “Option A” was brought up to date with")
    undo(undoing, amara, verb=REDO)
    assert (reading.read(option), stands_on(option), taken(option)) == (after, on_now, 0)
    assert list(checking.faults(option)) == []


def test_once_undone_it_can_be_brought_up_to_date_with_other_answers(existing, option, amara):
    rename(option, "youth", "Youth and Play")
    rename(existing, "youth", "Youth Help")
    (clash,) = meeting(option, {}).brought.clashes
    undo(bring_up_to_date(option, {clash.id: "now"}, amara), amara)
    assert named(option)["youth"] == "Youth and Play"
    assert [each.id for each in meeting(fresh(option), {}).brought.clashes] == [clash.id]
    bring_up_to_date(option, {clash.id: "draft"}, amara)
    assert named(option)["youth"] == "Youth and Play"


def test_what_was_drawn_anew_since_is_named_and_nothing_is_written(existing, option, brought):
    rename(existing, "adoption", "Permanence")
    bring_up_to_date(option, {}, person("Noor", existing.council, "officer"))
    was, on, acts = reading.read(option), stands_on(option), option.acts.count()
    with pytest.raises(StandsInTheWay) as refused:
        undo(brought, None)
    assert "is drawn from has changed since: “Option A” was brought up to date" in str(
        refused.value
    )
    assert "(noor, " in str(refused.value)
    assert (reading.read(option), stands_on(option), option.acts.count()) == (was, on, acts)


def test_what_somebody_changed_since_stands_in_the_way_as_with_any_act(existing, option, brought):
    rename(option, "youth", "Youth and Play")
    on = stands_on(option)
    with pytest.raises(StandsInTheWay, match="The name of Youth and Play has changed since"):
        undo(brought, None)
    assert stands_on(option) == on


def test_it_is_ones_own_next_step_and_can_be_done_again(existing, option, amara, brought):
    since = brought.moment
    assert undoable(fresh(option), amara, since) == brought
    undoing = undo(brought, amara)
    assert redoable(fresh(option), amara, since) == undoing
    undo(undoing, amara, verb=REDO)
    assert taken(option) == 0


def test_what_counted_it_as_drawn_from_another_is_undone_too(existing, option, amara):
    Structure.objects.filter(pk=option.pk).update(based_on_revision=None)
    with fresh(option).editing(verb="load the council file") as editing:
        editing.structure.save()
    undo(count_as_drawn_from(option, existing, amara), amara)
    assert stands_on(option) == (existing.pk, None)
    with pytest.raises(errors.NotKnown):
        Kin(existing.council).footing(fresh(option))


def test_a_draft_is_not_let_back_on_what_was_drawn_from_itself(existing, option, amara):
    other = drawn(existing, "other", "Option B")
    Structure.objects.filter(pk=option.pk).update(based_on=other, based_on_revision=None)
    with fresh(option).editing(verb="load the council file") as editing:
        editing.structure.save()
    act = count_as_drawn_from(option, existing, amara)
    Structure.objects.filter(pk=other.pk).update(based_on=option)
    with pytest.raises(StandsInTheWay, match="“Option B” is itself drawn from “Option A” by now"):
        undo(act, amara)


def test_it_is_not_put_back_once_the_draft_is_in_force(existing, option, amara, brought):
    Structure.objects.filter(pk=existing.pk).update(status="superseded")
    Structure.objects.filter(pk=option.pk).update(status="in force")
    brought.structure.refresh_from_db()
    on = stands_on(option)
    with pytest.raises(NotPutBackHere):
        undo(brought, amara, verb=PUT_BACK)
    assert stands_on(option) == on


def test_the_drawing_of_a_draft_is_not_undone(option, amara):
    with pytest.raises(NotPutBackHere):
        undo(option.acts.get(), amara)


# ---- on the pages ----


def seen(option, existing):
    return {"draft_seen": fresh(option).revision, "now_seen": fresh(existing).revision}


def test_the_message_offers_to_undo_it(existing, option, at_amaras):
    rename(existing, "youth", "Youth Help")
    answer = at_amaras.post(PAGE, seen(option, existing), follow=True)
    toast = answer.content.decode().split('class="toast"')[1].split("</div>")[0]
    assert "<button" in toast
    at_amaras.post(f"{STRUCTURE}undo/")
    assert named(option)["youth"] == "Youth"
    at_amaras.post(f"{STRUCTURE}redo/")
    assert named(option)["youth"] == "Youth Help"


def test_the_history_shows_what_it_was_drawn_from_and_puts_it_back(
    existing, option, brought, at_amaras
):
    page = words(at_amaras.get(f"{STRUCTURE}history/{brought.pk}/"))
    assert "Drawn from its revision" in page
    listed = at_amaras.get(f"{STRUCTURE}history/").content.decode()
    assert f"/history/{brought.pk}/#put-back" in listed
    first = option.acts.last()
    assert f"/history/{first.pk}/#put-back" not in listed
    at_amaras.post(f"{STRUCTURE}history/{brought.pk}/put-back/")
    assert named(option)["youth"] == "Youth"
    again = at_amaras.get(f"{STRUCTURE}history/").content.decode()
    assert f"/history/{brought.pk}/#put-back" not in again


def test_the_page_says_before_whether_it_can_be_undone(existing, option, at_amaras):
    rename(existing, "youth", "Youth Help")
    assert "can be undone as one" in words(at_amaras.get(PAGE))
    approved(option)
    assert "“Option A” is approved: this cannot be undone." in words(at_amaras.get(PAGE))
