"""The labels of change on both charts, what a unit is made up from, and the kinds counted."""

import pytest

from reports.compare import compare
from reports.wording import kinds, made_up, mark, marks_after, marks_before
from tests.literals import structure
from tests.told import AFTER, BEFORE, ORIGINS, of, say


@pytest.fixture
def before():
    return structure(BEFORE, complete=2)


@pytest.fixture
def after():
    return structure(AFTER, complete=2, origins=ORIGINS, endings=["interims", "res"])


@pytest.fixture
def changes(before, after):
    return compare(before, after)


def labels(before, after, **rest):
    """The labels on both sides of two structures written out."""
    was, becomes = structure(of(before)), structure(of(after), **rest)
    changes = compare(was, becomes)
    sides = marks_before(changes, was, becomes), marks_after(changes, was, becomes)
    return [in_words(side) for side in sides]


def in_words(marks):
    return {key: [label.words for label in found] for key, found in marks.items()}


def test_the_existing_chart_says_where_each_goes(before, after, changes):
    assert in_words(marks_before(changes, before, after)) == {
        "ey": ["→ MOVES TO Children and Families"],
        "inc": ["→ MOVES TO Education, Play and Learning"],
        "youth": ["→ MOVES TO Transforming Futures"],
        "sg": ["→ MOVES TO Transforming Futures, uncertain"],
        "es": ["→ MOVES TO Transforming Futures"],
        "post16": ["JOINS Transforming Futures"],
        "css": ["× CLOSED, mostly to Children and Families"],
        "eye": ["× CLOSED, mostly to Education, Play and Learning"],
        "res": ["× CLOSED, to Transforming Futures"],
        "ads": ["MATCH NOT STATED"],
        "interims": ["× DELETED"],
    }


def test_the_proposed_chart_says_where_each_comes_from(before, after, changes):
    assert in_words(marks_after(changes, before, after)) == {
        "caf": ["+ NEW, largely made up from Children's Specialist Services"],
        "ey": ["→ MOVED FROM Early Years, Youth & Education Services"],
        "epl": ["+ NEW, largely made up from Early Years, Youth & Education Services"],
        "inc": ["→ MOVED FROM Children's Specialist Services"],
        "tf": ["+ NEW"],
        "youth": ["→ MOVED FROM Early Years, Youth & Education Services"],
        "sg": ["→ MOVED FROM Children's Specialist Services, uncertain"],
        "es": ["→ MOVED FROM Resources and Early Years, Youth & Education Services"],
        "post16": ["JOINS FROM Learning and Skills Council"],
        "ad1": ["MATCH NOT STATED"],
    }


def test_each_kind_has_a_shape(changes):
    assert {(change.kind, mark(change).kind) for change in changes} == {
        ("formed from", "new"),
        ("moved", "moved"),
        ("created", "new"),
        ("joins from outside", "outside"),
        ("closed", "deleted"),
        ("origin not stated", "unplaced"),
        ("fate not stated", "unplaced"),
        ("deleted", "deleted"),
    }


def test_a_renamed_unit_is_labelled_on_both_sides():
    assert labels("  team t | A", "  team t | B") == [
        {"t": ["RENAMED, becomes B"]},
        {"t": ["RENAMED, was A"]},
    ]


@pytest.mark.parametrize(
    ("before", "after", "existing", "proposed"),
    [
        ("grade=L5", "grade=L6", "REGRADED, becomes L6", "REGRADED, was L5"),
        ("fte=1.0", "fte=0.5", "HOURS 1 FTE, becomes 0.5 FTE", "HOURS 0.5 FTE, was 1 FTE"),
        ("number=5", "number=3", "NUMBER 5, becomes 3", "NUMBER 3, was 5"),
        (
            "state=vacant",
            "state=filled",
            "STATE vacant, becomes filled",
            "STATE filled, was vacant",
        ),
        ("line=none", "reports_to=b", "REPORTS TO nobody, becomes B", "REPORTS TO B, was nobody"),
        ("tier=1", "changed=grade | tier=1", "REGRADED", "REGRADED"),
        (
            "tier=1",
            "changed=responsibilities | tier=1",
            "RESPONSIBILITIES CHANGED",
            "RESPONSIBILITIES CHANGED",
        ),
    ],
)
def test_each_value_is_labelled_with_what_it_is_on_that_side(before, after, existing, proposed):
    was, becomes = (f"  - b | B\n  - a | A | {each}" for each in (before, after))
    assert labels(was, becomes) == [{"a": [existing]}, {"a": [proposed]}]


def test_a_thing_with_two_changes_has_two_labels():
    found = labels("  team t | T\n  area a | A", "  area a | A\n    team t | New T")
    assert found[1] == {"t": ["RENAMED, was T", "→ MOVED FROM CS"]}


def test_merged_and_split_units_are_labelled_on_both_sides():
    two, one = "  team a | A\n  team b | B", "  team c | C"
    merged = labels(two, one, origins=["c whole a", "c whole b"])
    split = labels(one, two, origins=["a whole c", "b whole c"])
    assert merged == [
        {"a": ["MERGES INTO C"], "b": ["MERGES INTO C"]},
        {"c": ["MERGED FROM A and B"]},
    ]
    assert split == [
        {"c": ["SPLIT INTO A and B"]},
        {"a": ["SPLIT FROM C"], "b": ["SPLIT FROM C"]},
    ]


def test_posts_of_one_title_are_split_by_number_and_unit():
    before = "  team a | A\n    - sw | Social Worker | number=14\n  team b | B"
    after = (
        "  team a | A\n    - n | Social Worker | number=8\n"
        "  team b | B\n    - s | Social Worker | number=?"
    )
    origins = ["n whole sw", "s whole sw"]
    assert say(before, after, origins=origins) == [
        "Social Worker (14 posts) are split: 8 in A and some in B."
    ]
    assert labels(before, after, origins=origins)[0] == {"sw": ["SPLIT, 8 in A and some in B"]}


def test_a_unit_under_another_key_is_labelled_at_each_of_its_keys():
    assert labels("  team a | A", "  team b | B", origins=["b whole a"]) == [
        {"a": ["RENAMED, becomes B"]},
        {"b": ["RENAMED, was A"]},
    ]


def test_a_division_is_said_to_be_largely_made_up_without_what_left_and_with_what_came(
    before, after, changes
):
    assert made_up("caf", changes, before, after) == (
        "This division is largely made up from Children's Specialist Services, without "
        "“Inclusion” and “Safeguarding” (uncertain), and includes “Early Years” from Early Years, "
        "Youth & Education Services."
    )


def test_a_new_division_says_what_it_includes_and_what_joins_it(before, after, changes):
    assert made_up("tf", changes, before, after) == (
        "This is a new division. It includes “Youth” from Early Years, Youth & Education Services, "
        "“Safeguarding” (uncertain) from Children's Specialist Services and “E-services” from "
        "Resources and Early Years, Youth & Education Services. “14-19 commissioning” joins from "
        "Learning and Skills Council (April 2010)."
    )


def test_parts_that_no_section_accounts_for_are_said_to_be_parts():
    before = structure(of("  division a | A\n  division b | B"))
    after = structure(of("  division c | C"), origins=["c mostly a", "c part b"])
    assert made_up("c", compare(before, after), before, after) == (
        "This division is largely made up from A, and includes part of B."
    )


def test_a_unit_that_stays_says_what_it_takes_in_and_what_goes():
    before = structure(of("  division a | A\n    team t | T\n  division b | B"))
    after = structure(of("  division a | A\n  division b | B\n    team t | T"))
    changes = compare(before, after)
    assert made_up("b", changes, before, after) == "This division takes in “T” from A."
    assert made_up("a", changes, before, after) == "“T” goes to B."
    assert made_up("cs", changes, before, after) is None


def test_the_kinds_of_change_are_counted_in_the_councils_words(before, after, changes):
    found = {(kind.subject, kind.label): kind.things for kind in kinds(changes, before, after)}
    assert found["unit", "+ NEW"] == "3 divisions"
    assert found["unit", "→ MOVED"] == "3 to 4 sections and 1 service"
    assert found["unit", "× CLOSED"] == "3 divisions"
    assert found["unit", "RENAMED"] == "none"
    assert found["post", "× DELETED"] == "2 posts"
    assert found["reporting line", "LINE ADDED"] == "none"


@pytest.mark.parametrize(
    ("before", "after", "things"),
    [
        ("  - a | A | number=4", "  - a | A | number=6", "1 line of posts: from 4 to 6"),
        (
            "  - a | A | number=4\n  - b | B",
            "  - a | A | number=6\n  - b | B | number=2",
            "2 lines of posts: from 5 to 8",
        ),
        ("  - a | A", "  - a | A | changed=number", "1 line of posts"),
    ],
)
def test_numbers_that_change_are_counted_by_the_line(before, after, things):
    before, after = structure(of(before)), structure(of(after))
    found = kinds(compare(before, after), before, after)
    assert [
        kind.things for kind in found if kind.kinds == ("number changed",) and kind.changes
    ] == [things]


def test_several_alike_are_said_in_the_plural_of_what_they_are_made_up_from():
    before = structure(of("  team t | T\n    team n | N\n  team m | M"))
    text = "  team h | Hubs | number=?\n    team n | N"
    after = structure(of(text), origins=["h mostly m"])
    changes = compare(before, after)
    assert made_up("h", changes, before, after) == (
        "“Hubs” are largely made up from M, and include “N” from T."
    )


def test_a_kind_of_which_the_number_is_not_stated_says_so():
    before = structure(of("  - a | A | number=?"))
    after = structure(of(""), endings=["a"])
    found = kinds(compare(before, after), before, after)
    (deleted,) = [kind.things for kind in found if kind.kinds == ("deleted",)]
    assert deleted == "at least 1 post"


def test_the_councils_words_have_their_plurals():
    before = structure(of(""))
    text = "  agency a | A\n  agency b | B\n  branch c | C\n  branch d | D"
    after = structure(of(text), origins=[f"{key} new" for key in "abcd"])
    new = kinds(compare(before, after), before, after)[0]
    assert new.things == "2 agencies and 2 branches"
