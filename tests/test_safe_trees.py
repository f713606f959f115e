"""Whatever is edited, in whatever order, the trees stay sound and the past stays as it was.

ORGCHART_EXAMPLES says how many runs of random edits are tried (6 unless set).
"""

import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from divisions import errors, tree
from divisions.models import Structure, Unit
from posts import checking, reading, snapshot, writing
from posts.models import Grade, Post
from tests.edits import Edits
from tests.outlines import establishment, outline, plant, post, unit
from tests.redrawings import Redrawings

EXAMPLES = int(os.environ.get("ORGCHART_EXAMPLES", "6"))


@pytest.mark.parametrize("machine", [Edits, Redrawings])
def test_any_run_of_edits_leaves_a_sound_tree(db, machine):
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_line_that_is_given_another_reason_is_written(draft):
    """What is neither unit nor post can change too."""
    plant(draft, [("Youth", 1)], [("Head of Youth", 1)])
    for note in ("as the chart says", "as paragraph 5 says"):
        with draft.editing() as editing:
            now = reading.read(draft)
            writing.write(editing, now, _with_everything_said(now, note))
    assert reading.read(draft) == _with_everything_said(now, note)


def _with_everything_said(snap, note):
    return replace(
        snap,
        lines=(
            snapshot.ReportingLine(
                post="head-of-youth", kind="dotted", to_other="Members", reason=note
            ),
        ),
        origins=(snapshot.Origin(key="head-of-youth", share="new", note=note),),
        endings=(snapshot.Ending(key="long-gone", note=note, sources=("¶2",)),),
    )


def test_what_is_deleted_takes_along_what_is_said_of_its_origin(draft):
    plant(draft, [("Youth", 1)], [("Head of Youth", 1)])
    with draft.editing() as editing:
        now = reading.read(draft)
        origins = tuple(snapshot.Origin(key=key, share="new") for key in ("youth", "head-of-youth"))
        writing.write(editing, now, replace(now, origins=origins))
    post(draft, "head-of-youth").delete_from_structure()
    unit(draft, "youth").take_out()
    assert list(checking.faults(draft)) == []
    assert reading.read(draft).origins == ()


def test_a_unit_in_which_posts_sit_is_not_closed(draft):
    plant(draft, [("Services", 1), ("Youth", 2), ("Adoption", 2)], [("Head of Youth", 1)])
    post(draft, "head-of-youth").move_to_unit(unit(draft, "youth"))
    with draft.editing():
        with pytest.raises(errors.StillNeeded, match="Youth still has 1 post"):
            unit(draft, "youth").take_out()
        unit(draft, "adoption").rename("Adoption and Fostering")
    assert outline(draft) == [("Services", 1), ("Youth", 2), ("Adoption and Fostering", 2)]
    assert list(checking.faults(draft)) == []


def test_a_post_cannot_have_the_key_of_a_unit_nor_a_unit_that_of_a_post(draft):
    plant(draft, [("Youth", 1)], [("Head of Youth", 1)])
    with pytest.raises(errors.KeyTaken, match="“Youth” under the key “youth”"):
        Post.create(draft, "Youth", key="youth")
    with pytest.raises(errors.KeyTaken, match="Head of Youth"):
        Unit.create(draft, "Head", key="head-of-youth")


def test_a_post_is_not_given_another_councils_grade(draft, county):
    plant(draft, [], [("Head of Youth", 1)])
    grade = Grade.objects.bulk_create([Grade(council=county, name="PO1")])[0]
    with pytest.raises(errors.NotInStructure, match="PO1 is no grade of The Borough"):
        post(draft, "head-of-youth").change(grade=grade)


@pytest.mark.parametrize("fact", ["parent", "line", "unit", "position", "key"])
def test_changing_a_posts_facts_never_changes_its_place(draft, fact):
    plant(draft, [], [("Head of Youth", 1)])
    with pytest.raises(TypeError, match="the verbs that move it"):
        post(draft, "head-of-youth").change(**{fact: None})


# Traps of the tree library into which this program must not fall.


def test_a_unit_that_was_read_before_others_moved_it_moves_from_where_it_now_stands(draft):
    plant(draft, [("Services", 1), ("Youth", 2), ("Adoption", 2), ("Outreach", 3)])
    seen_before = {key: unit(draft, key) for key in ("youth", "adoption", "outreach")}
    unit(draft, "adoption").move_to_top()
    seen_before["youth"].move_under(seen_before["outreach"])
    seen_before["adoption"].move_under(unit(draft, "services"))
    assert outline(draft) == [("Services", 1), ("Adoption", 2), ("Outreach", 3), ("Youth", 4)]
    assert list(checking.faults(draft)) == []


def test_what_somebody_else_took_out_meanwhile_is_not_edited(draft):
    plant(draft, [("Services", 1), ("Youth", 2)], [("Director", 1), ("Adviser", 1)])
    youth, adviser = unit(draft, "youth"), post(draft, "adviser")
    unit(draft, "youth").take_out()
    post(draft, "adviser").delete_from_structure()
    with pytest.raises(errors.NotInStructure, match="“Youth” is not in The draft"):
        Unit.create(draft, "Outreach", key="outreach", under=youth)
    with pytest.raises(errors.NotInStructure, match="“Adviser” is not in The draft"):
        adviser.report_to(post(draft, "director"))


def test_renaming_what_was_read_before_it_moved_leaves_it_where_it_is(draft):
    plant(draft, [("Services", 1), ("Youth", 2), ("Adoption", 2)])
    seen_before = unit(draft, "youth")
    unit(draft, "youth").move_under(unit(draft, "adoption"))
    seen_before.rename("Youth Service")
    assert outline(draft) == [("Services", 1), ("Adoption", 2), ("Youth Service", 3)]


def test_two_structures_trees_never_touch(draft, borough):
    other = Structure(council=borough, key="other", title="Option B")
    Structure.objects.bulk_create([other])
    lines = [("Services", 1), ("Youth", 2), ("Adoption", 2)]
    for structure in (draft, other):
        plant(structure, lines, [("Director", 1), ("Adviser", 2)])
    unit(draft, "youth").move_to_top(after=tree.FIRST)
    post(draft, "adviser").delete_from_structure()
    assert outline(other) == lines
    assert establishment(other) == [("Director", 1), ("Adviser", 2)]
    assert [*checking.faults(draft), *checking.faults(other)] == []


def test_an_order_among_siblings_is_part_of_the_past(draft):
    plant(draft, [("Youth", 1), ("Adoption", 1)])
    then = draft.acts.first()
    unit(draft, "adoption").move_to_top(after=tree.FIRST)
    assert list(reading.read_past(draft, then).units) == ["youth", "adoption"]
    assert list(reading.read(draft).units) == ["adoption", "youth"]


# Where a post is drawn, and what no verb lets in.


def test_posts_are_in_one_list_whichever_way_they_are_drawn(draft):
    plant(draft, [("Youth", 1)], [("P1", 1), ("P2", 2), ("P3", 2)])
    Post.create(draft, "P4", key="p4", reports_to=post(draft, "p2"))
    assert list(reading.read(draft).posts) == ["p1", "p2", "p3", "p4"]
    Post.create(draft, "P5", key="p5", reports_to=post(draft, "p1"), after=post(draft, "p2"))
    assert list(reading.read(draft).posts) == ["p1", "p2", "p5", "p3", "p4"]
    post(draft, "p3").report_to(post(draft, "p1"), after=tree.FIRST)
    assert list(reading.read(draft).posts) == ["p1", "p3", "p2", "p5", "p4"]
    in_tree = [("P1", 1), ("P3", 2), ("P2", 2), ("P4", 3), ("P5", 2)]
    assert establishment(draft) == in_tree
    assert checking.faults(draft) == []


def test_however_often_something_goes_first_there_is_room_for_it(draft):
    plant(draft, [("Youth", 1), ("Adoption", 1)])
    for _ in range(8):
        for key in ("youth", "adoption"):
            unit(draft, key).move_to_top(after=tree.FIRST)
    assert outline(draft) == [("Adoption", 1), ("Youth", 1)]
    assert all(unit.position > 0 for unit in reading.read(draft).units.values())


UNSOUND = {
    "stands under Youth": lambda here: Unit.create(
        here, "Outreach", key="new", under=unit(here, "youth"), place="outside"
    ),
    "cannot stand in “elsewhere”": lambda here: unit(here, "youth").move_to_top("elsewhere"),
    "New reports to a post": lambda here: Post.create(here, "New", key="new", line="stated"),
    "Head of Youth reports to a post": lambda here: post(here, "head-of-youth").report_to_no_post(
        "stated"
    ),
    "the line “perhaps”": lambda here: post(here, "head-of-youth").report_to_no_post("perhaps"),
    "reports to the Mayor": lambda here: Post.create(
        here, "New", key="new", line="none", reports_to_other="the Mayor"
    ),
}


@pytest.mark.parametrize("says", UNSOUND)
def test_no_verb_leaves_a_unit_or_post_in_two_places_or_in_none(draft, says):
    plant(draft, [("Youth", 1)], [("Head of Youth", 1)])
    was = reading.read(draft)
    with pytest.raises(errors.NotSound, match=says):
        UNSOUND[says](draft)
    assert reading.read(draft) == was


def test_a_unit_for_which_no_place_is_given_stands_in_the_council(draft):
    Unit.create(draft, "Youth", key="youth", place=None)
    unit(draft, "youth").move_to_top(None)
    assert unit(draft, "youth").place == "council"
    assert checking.faults(draft) == []
