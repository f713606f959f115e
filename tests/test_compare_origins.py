"""What stands in one of two structures alone: where it came from, where it went."""

import pytest

from posts.snapshot import Ending
from reports import change as kinds
from reports.compare import compare
from tests.compared import TWO_DIVISIONS, in_cs, line, told
from tests.literals import structure

# What stands only after


def test_what_is_said_to_be_new_is_created():
    after = in_cs("  division tf | Transforming Futures", origins=["tf new"])
    assert told(in_cs(""), after) == ["created Transforming Futures"]


def test_what_was_not_listed_where_everything_was_is_created_by_derivation():
    before, after = in_cs("", complete=2), in_cs("  division tf | Transforming Futures")
    assert told(before, after) == ["created Transforming Futures (derived)"]


@pytest.mark.parametrize("complete", [None, 1])
def test_what_was_not_listed_where_not_everything_was_may_be_old(complete):
    before, after = in_cs("", complete=complete), in_cs("  division tf | Transforming Futures")
    assert told(before, after) == ["origin not stated Transforming Futures (derived)"]


def test_an_origin_stated_to_be_unknown_stays_unknown_where_everything_is_listed():
    before = in_cs("", complete=2)
    after = in_cs("  division tf | Transforming Futures", origins=["tf not stated"])
    assert told(before, after) == ["origin not stated Transforming Futures"]


def test_work_is_never_taken_to_be_new_because_it_was_not_listed():
    before, after = in_cs("", complete=3), in_cs("  function caf | Common assessment")
    assert told(before, after) == ["origin not stated Common assessment (derived)"]


def test_a_post_is_created_by_derivation_only_down_to_the_tier_that_is_listed():
    before = in_cs("  - dcs | Director | tier=1", complete=2)
    after = in_cs("  - dcs | Director | tier=1\n  - two | Two | tier=2\n  - three | Three | tier=3")
    assert told(before, after) == ["created Two (derived)", "origin not stated Three (derived)"]


def test_a_division_mostly_of_another_is_formed_from_it_and_the_other_closes():
    before = in_cs("  division css | Children's Specialist Services", complete=2)
    after = in_cs("  division caf | Children and Families", origins=["caf mostly css"])
    assert told(before, after) == [
        "formed from Children and Families: Children's Specialist Services → None",
        "closed Children's Specialist Services: None → Children and Families (derived)",
    ]


def test_parts_besides_a_main_source_are_not_moves():
    before = in_cs("  division a | A\n  division b | B", complete=2)
    after = in_cs("  division c | C", origins=["c mostly a", "c part b"])
    assert told(before, after)[:2] == ["formed from C: A → None", "closed A: None → C (derived)"]


def test_a_unit_of_parts_alone_moves_from_each():
    before = in_cs("  division a | A\n  division b | B")
    after = in_cs(
        "  division a | A\n  division b | B\n  service e | E-services",
        origins=["e part a", "e part b"],
    )
    assert told(before, after) == [
        "moved E-services: A → Children's Services",
        "moved E-services: B → Children's Services",
    ]


def test_a_post_of_parts_of_others_is_formed_from_them():
    before, after = (
        in_cs("  - a | A\n  - b | B"),
        in_cs("  - a | A\n  - b | B\n  - c | C", origins=["c part a"]),
    )
    assert told(before, after) == ["formed from C: A → None"]


def test_two_units_that_go_whole_into_one_are_merged_and_nothing_else_is_told():
    before = in_cs("  team mash | MASH\n  team ehd | Early Helpdesk", complete=2)
    after = in_cs(
        "  team door | Front Door", origins=["door whole mash", "door whole ehd"], complete=2
    )
    assert told(before, after) == ["merged Front Door: MASH and Early Helpdesk → None"]
    assert compare(before, after)[0].others == ("mash", "ehd")


def test_what_is_in_units_that_are_merged_moves_to_what_they_merge_into():
    before = in_cs("  team a | A\n    team x | X\n    - p | Adviser\n  team b | B\n    - q | Clerk")
    wholes = ["c whole a", "c whole b"]
    text = "  team c | C\n    team x | X\n    - p | Adviser\n    - q | Clerk"
    assert told(before, in_cs(text, origins=wholes)) == [
        "merged C: A and B → None",
        "moved X: A → C",
        "moved Adviser: A → C",
        "moved Clerk: B → C",
    ]
    away = in_cs("  team c | C\n    - p | Adviser\n    - q | Clerk\n  team x | X", origins=wholes)
    assert "moved X: A → Children's Services" in told(before, away)


def test_a_post_of_an_outside_body_that_is_merged_into_a_unit_joins():
    before = structure("team a | A\n@outside\nbody b | B\n  - q | Clerk")
    after = structure("team c | C\n  - q | Clerk", origins=["c whole a", "c whole b"])
    assert told(before, after) == ["merged C: A and B → None", "joins from outside Clerk: B → C"]


def test_what_is_in_a_unit_that_is_split_moves_to_one_of_the_parts():
    before = in_cs("  department deal | DEAL\n    - q | Clerk")
    after = in_cs(
        "  department edu | Education\n  department arts | Arts\n    - q | Clerk",
        origins=["edu whole deal", "arts whole deal"],
    )
    assert told(before, after) == [
        "split DEAL: None → Education and Arts",
        "moved Clerk: DEAL → Arts",
    ]


def test_a_unit_that_takes_in_another_whole_is_merged_with_it():
    before = in_cs("  team a | A\n  team b | B", complete=2)
    after = in_cs("  team a | A", origins=["a whole b"], complete=2)
    assert told(before, after) == ["merged A: A and B → None"]


def test_what_is_wholly_one_thing_before_is_that_thing_under_another_key():
    before = in_cs("  division old | Families\n    team t | Adoption", complete=3)
    after = in_cs(
        "  division new | Family Help\n    team t | Adoption", origins=["new whole old"], complete=3
    )
    assert told(before, after) == ["renamed Family Help: Families → Family Help"]


def test_one_unit_that_is_wholly_several_is_split():
    before = in_cs("  department deal | DEAL", complete=2)
    after = in_cs(
        "  department edu | Education\n  department arts | Arts",
        origins=["edu whole deal", "arts whole deal"],
        complete=2,
    )
    assert told(before, after) == ["split DEAL: None → Education and Arts"]


def test_one_unit_split_off_another_that_stays_is_a_split():
    before = in_cs("  department deal | DEAL", complete=2)
    after = in_cs(
        "  department deal | DEAL\n  department arts | Arts",
        origins=["arts whole deal"],
        complete=2,
    )
    assert told(before, after) == ["split DEAL: None → DEAL and Arts"]


def test_a_unit_made_from_an_outside_body_joins():
    after = in_cs("  team t | Transition", origins=["t part @Learning and Skills Council"])
    assert told(in_cs(""), after) == [
        "joins from outside Transition: Learning and Skills Council → Children's Services"
    ]


# What stands only before


def test_what_the_paper_says_ends_is_closed_with_its_paragraph():
    end = Ending(key="res", sources=("¶5 (4)",), phase="one", effective="April 2010")
    (change,) = compare(in_cs("  division res | Resources"), in_cs("", endings=[end]))
    assert line(change) == "closed Resources"
    assert (change.sources, change.phase, change.effective) == (("¶5 (4)",), "one", "April 2010")


def test_a_post_that_ends_is_deleted():
    assert told(in_cs("  - ad | Interim"), in_cs("", endings=["ad"])) == ["deleted Interim"]


def test_what_is_not_listed_where_everything_is_has_closed():
    assert told(in_cs("  division res | Resources"), in_cs("", complete=2)) == [
        "closed Resources (derived)"
    ]


@pytest.mark.parametrize("complete", [None, 1])
def test_what_is_not_listed_where_not_everything_is_may_still_stand(complete):
    assert told(in_cs("  division res | Resources"), in_cs("", complete=complete)) == [
        "fate not stated Resources (derived)"
    ]


def test_a_closed_unit_names_what_took_in_its_parts_and_its_services():
    before = structure(TWO_DIVISIONS)
    after = in_cs(
        "  division new | Strategy\n  division fam | Families\n    section youth | Youth",
        origins=["new part res"],
        endings=["res"],
    )
    closed = [change for change in compare(before, after) if change.kind == kinds.CLOSED]
    assert [(change.others, change.becomes) for change in closed] == [
        (("new", "fam"), "Strategy and Families")
    ]


def test_a_unit_of_which_parts_went_elsewhere_has_closed_only_if_all_was_listed():
    after = in_cs("  division new | Strategy", origins=["new part res"])
    for complete, kind in ((2, "closed"), (None, "fate not stated")):
        before = in_cs("  division res | Resources", complete=complete)
        assert f"{kind} Resources: None → Strategy (derived)" in told(before, after)


def test_no_post_is_deleted_while_one_of_its_tier_may_be_its_successor():
    before = in_cs("  - a | AD Families | tier=2\n  - b | Clerk | tier=3", complete=3)
    after = in_cs("  - c | AD Strategy | tier=2", origins=["c not stated"], complete=3)
    assert told(before, after) == [
        "origin not stated AD Strategy",
        "fate not stated AD Families (derived)",
        "deleted Clerk (derived)",
    ]


def test_no_unit_is_closed_while_one_of_its_kind_may_be_its_successor():
    before = in_cs("  division a | A\n  service s | S", complete=2)
    after = in_cs("  division b | B", origins=["b not stated"], complete=2)
    assert told(before, after)[1:] == ["fate not stated A (derived)", "closed S (derived)"]


def test_a_body_outside_is_not_closed_by_not_being_listed():
    before = in_cs("@outside\nbody el | Education Leeds\n  - ce | Chief Executive | tier=1")
    assert told(before, in_cs("", complete=2)) == ["fate not stated Chief Executive (derived)"]


def test_what_is_said_to_end_and_still_stands_is_told_as_the_paper_says_it():
    one = in_cs("  division res | Resources")
    assert told(one, in_cs("  division res | Resources", endings=["res"])) == ["closed Resources"]
