"""A structure as values: what stands above what, also where that goes round in a loop."""

import pytest

from posts.snapshot import COUNCIL, LINE_NONE, OUTSIDE, Post, Snapshot, Unit

ROUND = {"a": "b", "b": "c", "c": "a"}


def units(**parents):
    """A structure of units, each with the one that it stands under."""
    found = {key: Unit(key=key, name=key, parent=parent) for key, parent in parents.items()}
    return Snapshot("s", "S", units=found)


def test_the_units_above_one_are_told_nearest_first():
    snapshot = units(team="division", division="directorate", directorate=None)
    assert [unit.key for unit in snapshot.above("team")] == ["division", "directorate"]


@pytest.mark.parametrize("parents", [{"a": "a"}, {"a": "b", "b": "a"}, ROUND])
def test_what_stands_in_a_loop_is_told_once_each(parents):
    snapshot = units(**parents)
    assert sorted(unit.key for unit in snapshot.above("a")) == sorted(parents.keys() - {"a"})
    assert snapshot.place_of("a") == COUNCIL


def test_what_leads_into_a_loop_comes_to_an_end_there():
    assert [unit.key for unit in units(d="a", **ROUND).above("d")] == ["a", "b", "c"]


def test_a_unit_is_where_the_topmost_above_it_is():
    top = Unit(key="top", name="Partners", place=OUTSIDE)
    below = Unit(key="below", name="Team", parent="top")
    snapshot = Snapshot("s", "S", units={"top": top, "below": below})
    assert (snapshot.place_of("below"), snapshot.place_of("top")) == (OUTSIDE, OUTSIDE)


def test_posts_that_report_to_each_other_in_a_loop_have_no_tier():
    posts = {key: Post(key=key, title=key, reports_to=above) for key, above in ROUND.items()}
    posts["top"] = Post(key="top", title="Top", line=LINE_NONE)
    posts["under"] = Post(key="under", title="Under", reports_to="top")
    snapshot = Snapshot("s", "S", posts=posts)
    assert [snapshot.tier_of(key) for key in ("a", "top", "under")] == [None, 1, 2]
