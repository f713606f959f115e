"""What joins the council from outside, leaves it, or has no place yet."""

from dataclasses import replace

from reports.compare import compare
from tests.compared import in_cs, line, told
from tests.literals import structure

# Across the council's border


LSC = "@outside\nbody lsc | Learning and Skills Council\n"


def test_a_service_of_an_outside_body_joins_from_it():
    before = in_cs(f"{LSC}  service post16 | Post-16")
    after = in_cs(f"  service post16 | Post-16 | effective=April 2010\n{LSC}")
    (change,) = compare(before, after)
    assert line(change) == (
        "joins from outside Post-16: Learning and Skills Council → Children's Services"
    )
    assert change.effective == "April 2010"


def test_a_service_joins_also_where_its_place_is_not_decided():
    before, after = (
        in_cs(f"{LSC}  service p | Post-16"),
        in_cs(f"{LSC}@unplaced\nservice p | Post-16"),
    )
    assert told(before, after) == ["joins from outside Post-16: Learning and Skills Council → None"]


def test_a_unit_that_goes_to_an_outside_body_leaves_the_council():
    before, after = (
        in_cs(f"  team adult | Adult College\n{LSC}"),
        in_cs(f"{LSC}  team adult | Adult College"),
    )
    assert told(before, after) == [
        "leaves the council Adult College: Children's Services → Learning and Skills Council"
    ]


def test_a_unit_without_a_new_place_has_its_destination_undecided():
    before, after = in_cs("  service arts | Arts"), in_cs("@unplaced\nservice arts | Arts")
    assert told(before, after) == ["destination undecided Arts: Children's Services → None"]


def test_a_unit_of_unstated_place_moves_from_where_is_not_stated():
    before, after = in_cs("@unplaced\nhome tr | Tipton Road"), in_cs("  home tr | Tipton Road")
    assert told(before, after) == ["moved Tipton Road: None → Children's Services"]


def test_posts_of_a_body_that_joins_join_with_it():
    before = structure("@outside\nbody el | Education Leeds\n  - dce | Deputy Chief Executive")
    after = structure("body el | Education Leeds\n  - dce | Deputy Chief Executive")
    assert told(before, after) == [
        "joins from outside Education Leeds",
        "joins from outside Deputy Chief Executive: Education Leeds → Education Leeds",
    ]


def test_a_post_leaves_with_its_unit_when_that_does():
    before = structure("team d | Day Services\n  - m | Manager")
    after = structure(
        "@outside\nbody t | Trust\n"
        "  team d | Day Services | phase=2 | effective=May 2025 | certainty=uncertain | sources=¶3"
        "\n"
        "    - m | Manager"
    )
    assert told(before, after)[-1] == "leaves the council Manager: Day Services → Trust (uncertain)"
    change = compare(before, after)[-1]
    assert (change.phase, change.effective, change.certainty) == ("2", "May 2025", "uncertain")
    assert change.sources == ("¶3",)


def test_a_post_of_a_unit_that_gets_a_place_makes_no_change_by_itself():
    before = structure("@unplaced\nhome t | Tipton Road\n  - m | Manager")
    after = structure("home t | Tipton Road\n  - m | Manager")
    assert told(before, after) == ["moved Tipton Road"]


def test_a_post_of_an_outside_body_joins_by_itself():
    before = in_cs("@outside\nbody el | Education Leeds\n  - dce | Deputy Chief Executive")
    after = in_cs("  - dce | Deputy Chief Executive\n@outside\nbody el | Education Leeds")
    assert told(before, after) == [
        "joins from outside Deputy Chief Executive: Education Leeds → Children's Services"
    ]


def unit_not_stated(snapshot, key):
    posts = snapshot.posts | {key: replace(snapshot.posts[key], unit=None)}
    return replace(snapshot, posts=posts)


def test_a_post_whose_unit_is_not_stated_on_one_side_has_not_moved():
    known = in_cs("  - a | A")
    assert told(known, unit_not_stated(known, "a")) == []
    assert told(unit_not_stated(known, "a"), known) == []


def test_a_post_of_an_outside_body_joins_also_where_its_unit_is_not_stated():
    before = structure("@outside\nbody el | Education Leeds\n  - ce | Chief Executive")
    assert told(before, unit_not_stated(before, "ce")) == [
        "joins from outside Chief Executive: Education Leeds → None"
    ]
