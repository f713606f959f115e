from dataclasses import replace

import pytest
from hypothesis import given, settings

from posts.snapshot import Ending, Origin, OtherName
from reports import change as kinds
from reports.compare import compare, made_up_from, out_of_scope
from reports.matching import Matching
from reports.proposal import Scope
from tests.any_structure import structures
from tests.literals import structure

TWO_DIVISIONS = """
directorate cs | Children's Services
  division res | Resources
    section youth | Youth
  division fam | Families
"""


def told(before, after, scope=()):
    """Each change in one line: its kind, its thing, from where to where."""
    return [line(change) for change in compare(before, after, scope)]


def line(change):
    ends = f": {change.was} → {change.becomes}" if change.was or change.becomes else ""
    doubt = "" if change.certainty == "stated" else f" ({change.certainty})"
    return f"{change.kind} {change.name}{ends}{doubt}"


def in_cs(text, **rest):
    return structure(f"directorate cs | Children's Services\n{text}", **rest)


def post(fields):
    return in_cs(f"  - ad | Assistant Director | {fields}")


def also_called(snapshot, key, name):
    unit = replace(snapshot.units[key], other_names=(OtherName(name),))
    return replace(snapshot, units=snapshot.units | {key: unit})


# What stands in both


def test_nothing_changes_between_a_structure_and_its_copy():
    one = in_cs("  division fam | Families\n    - ad | Assistant Director | tier=2")
    assert compare(one, replace(one)) == []


def test_a_unit_with_another_name_is_renamed():
    assert told(in_cs("  team hub | Family centres"), in_cs("  team hub | Family Hubs")) == [
        "renamed Family Hubs: Family centres → Family Hubs"
    ]


def test_a_directorate_with_another_name_has_not_moved():
    before, after = structure("directorate cs | Children"), structure("directorate cs | CFE")
    assert told(before, after) == ["renamed CFE: Children → CFE"]


def test_a_unit_that_already_goes_by_the_new_name_is_not_renamed():
    before, after = in_cs("  section inc | Inclusion"), in_cs("  section inc | Education Inclusion")
    assert told(also_called(before, "inc", "Education Inclusion"), after) == []
    assert told(before, also_called(after, "inc", "Inclusion")) != []


def test_a_unit_under_another_unit_is_moved_and_what_is_below_goes_along():
    before = structure(TWO_DIVISIONS + "    team yot | Youth Offending Team")
    after = in_cs(
        "  division res | Resources\n  division fam | Families\n"
        "    section youth | Youth\n    team yot | Youth Offending Team"
    )
    assert told(before, after) == ["moved Youth: Resources → Families"]


def test_a_unit_both_moved_and_renamed_makes_two_changes():
    after = in_cs(
        "  division res | Resources\n  division fam | Families\n    section youth | Young People"
    )
    assert told(structure(TWO_DIVISIONS), after) == [
        "renamed Young People: Youth → Young People",
        "moved Young People: Resources → Families",
    ]


def test_parts_of_a_moved_unit_that_came_from_elsewhere_are_moves_from_there_too():
    before = in_cs(
        "  division a | A\n    service e | E-services\n  division b | B\n  division c | C"
    )
    after = in_cs(
        "  division a | A\n  division b | B\n  division c | C\n    service e | E-services",
        origins=["e part a", "e part b"],
    )
    assert told(before, after) == ["moved E-services: A → C", "moved E-services: B → C"]


def test_a_unit_that_stays_and_takes_in_part_of_another_has_not_moved():
    before, after = structure(TWO_DIVISIONS), structure(TWO_DIVISIONS, origins=["fam part res"])
    assert told(before, after) == ["responsibilities changed Families: Resources → None"]


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("grade=Level 5", "grade=Level 6", "regraded Assistant Director: Level 5 → Level 6"),
        ("fte=1.0", "fte=0.80", "hours changed Assistant Director: 1 → 0.8"),
        ("number=5", "number=3", "number changed Assistant Director: 5 → 3"),
        ("state=interim", "state=filled", "state changed Assistant Director: interim → filled"),
        (
            "responsibilities=Youth",
            "responsibilities=Schools",
            "responsibilities changed Assistant Director: Youth → Schools",
        ),
        ("number=5", "changed=number", "number changed Assistant Director: 5 → 1"),
        ("tier=2", "changed=grade", "regraded Assistant Director"),
        ("tier=2", "changed=reports_to", "reports to another post Assistant Director"),
    ],
)
def test_each_value_of_a_post_that_changes_is_a_change(before, after, change):
    assert told(post(before), post(after)) == [change]


@pytest.mark.parametrize(
    "fields", ["grade=Level 5", "fte=1.0", "number=?", "state=vacant", "responsibilities=Youth"]
)
def test_what_was_not_stated_and_now_is_has_not_changed(fields):
    unknown = "number=?" if fields.startswith("number") else "tier=2"
    known = "number=3" if fields == "number=?" else fields
    assert told(post(unknown), post(known)) == []
    assert told(post(known), post(unknown)) == []


def test_a_post_with_another_title_is_retitled():
    before, after = in_cs("  - n3 | Director of Commissioning"), in_cs("  - n3 | Service Director")
    assert told(before, after) == [
        "retitled Service Director: Director of Commissioning → Service Director"
    ]


def test_a_title_that_was_not_stated_is_no_retitling():
    assert told(in_cs("  - n3 | ?"), in_cs("  - n3 | Service Director")) == []


def test_what_is_stated_to_have_changed_is_told_without_values():
    before, after = (
        in_cs("  area vs | Virtual School"),
        in_cs("  area vs | Virtual School | changed=responsibilities"),
    )
    assert told(before, after) == ["responsibilities changed Virtual School"]


MANAGERS = "directorate cs | CS\n  - a | Director A\n  - b | Director B\n"


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("reports_to=a", "reports_to=b", "reports to another post X: Director A → Director B"),
        ("reports_to=a", "line=none", "reports to another post X: Director A → nobody"),
        (
            "reports_to=a",
            "reports_to_other=Chief Executive",
            "reports to another post X: Director A → Chief Executive",
        ),
        ("reports_to=a", "reports_to=a", None),
        ("tier=3", "reports_to=b", None),
        ("reports_to=a", "tier=3", None),
    ],
)
def test_another_line_is_told_only_where_both_are_known(before, after, change):
    was, becomes = (structure(f"{MANAGERS}  - x | X | {each}") for each in (before, after))
    assert told(was, becomes) == ([change] if change else [])


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


# Lines


DOTTED = {"post": "n6", "kind": "dotted", "to_other": "Chief Executive", "reason": "Laming"}


def test_a_dotted_line_of_a_new_post_is_added_with_its_reason():
    after = in_cs("  - n6 | Divisional Director", origins=["n6 new"], lines=[DOTTED])
    added = compare(in_cs(""), after)[-1]
    assert (added.subject, line(added)) == (
        "reporting line",
        "added Divisional Director: None → Chief Executive",
    )
    assert (added.line, added.reason) == ("dotted", "Laming")


def test_the_lines_of_a_deleted_post_are_removed_and_those_of_an_unknown_fate_are_not():
    before = in_cs("  - n6 | Divisional Director | tier=2", lines=[DOTTED])
    assert told(before, in_cs("", endings=["n6"]))[1:] == [
        "removed Divisional Director: Chief Executive → None (derived)"
    ]
    assert told(before, in_cs("")) == ["fate not stated Divisional Director (derived)"]


def test_a_line_that_stays_is_no_change_also_where_its_posts_have_other_keys():
    line_to = {"kind": "joint", "reason": "2025 vision"}
    before = in_cs("  - a | A\n  - b | B", lines=[{"post": "a", "to": "b", **line_to}])
    after = in_cs(
        "  - a2 | A\n  - b2 | B",
        lines=[{"post": "a2", "to": "b2", **line_to}],
        origins=["a2 whole a", "b2 whole b"],
    )
    assert told(before, after) == []


def test_a_dotted_line_that_becomes_a_joint_one_is_removed_and_added():
    before = in_cs("  - n6 | Divisional Director", lines=[DOTTED])
    after = in_cs("  - n6 | Divisional Director", lines=[DOTTED | {"kind": "joint"}])
    assert [(each.kind, each.line) for each in compare(before, after)] == [
        ("added", "joint"),
        ("removed", "dotted"),
    ]


# Scope, certainty, order


def test_what_is_out_of_scope_makes_no_change_and_is_listed_with_all_below():
    before = in_cs(
        "  department ss | Social Services\n    - dss | Director | tier=1\n"
        "      - x10 | Head of Service | reports_to=dss"
    )
    scope = [Scope(key="ss", scope="out", why="for a later report", sources=("§1.3",))]
    assert told(before, in_cs("", complete=2), scope) == []
    assert [(out.key, out.below, out.why) for out in out_of_scope(scope, before, in_cs(""))] == [
        ("ss", None, "for a later report"),
        ("dss", "ss", "for a later report"),
        ("x10", "ss", "for a later report"),
    ]


def test_the_nearest_statement_decides_what_is_in_scope():
    before = in_cs("  department ss | Social Services\n    team t | Adoption")
    scope = [Scope(key="ss", scope="out"), Scope(key="t", scope="in")]
    assert told(before, in_cs("", complete=3), scope) == ["closed Adoption (derived)"]


def test_posts_below_a_post_out_of_scope_in_its_unit_are_out_too():
    before = in_cs("  - d | Director | tier=1\n  - h | Head | reports_to=d")
    scope = [Scope(key="d", scope="out")]
    assert [out.key for out in out_of_scope(scope, before, in_cs(""))] == ["d", "h"]


def test_what_moves_out_of_an_area_that_is_out_of_scope_is_told():
    after = in_cs(
        "  division res | Resources\n  division fam | Families\n    section youth | Youth"
    )
    scope = [Scope(key="res", scope="out")]
    assert told(structure(TWO_DIVISIONS), after, scope) == ["moved Youth: Resources → Families"]


def test_what_is_uncertain_makes_an_uncertain_change():
    before = structure(TWO_DIVISIONS)
    after = structure(TWO_DIVISIONS.replace("| Youth", "| Young People | certainty=uncertain"))
    assert told(before, after) == ["renamed Young People: Youth → Young People (uncertain)"]


def test_a_change_is_no_surer_than_the_origin_that_it_rests_on():
    origin = Origin(key="tf", share="new", certainty="uncertain", sources=("¶5 (4)",))
    after = in_cs("  division tf | Futures | sources=¶2, ¶5 (4) | phase=one", origins=[origin])
    (change,) = compare(in_cs(""), after)
    assert (change.certainty, change.sources, change.phase) == (
        "uncertain",
        ("¶2", "¶5 (4)"),
        "one",
    )


def test_changes_follow_the_structure_units_first_then_posts_then_lines():
    before = in_cs("  division a | A\n    - p | P\n  division b | B", complete=3)
    after = in_cs(
        "  division n | N\n    - q | Q | tier=2\n  division b | Bee",
        complete=3,
        lines=[{"post": "q", "kind": "link", "to_other": "Members"}],
        origins=["n new", "q new"],
    )
    assert told(before, after) == [
        "created N",
        "renamed Bee: B → Bee",
        "closed A (derived)",
        "created Q",
        "fate not stated P (derived)",
        "added Q: None → Members",
    ]


def test_what_a_unit_is_made_up_from_is_what_the_structure_says_of_it():
    before = in_cs("  division a | A\n  division b | B")
    after = in_cs(
        "  division n | N | sources=¶5", origins=["n mostly a", "n part b", "n part @LSC"]
    )
    assert [(made.unit, made.came_from, made.mostly) for made in made_up_from(before, after)] == [
        ("N", "A", True),
        ("N", "B", False),
        ("N", "LSC", False),
    ]
    assert made_up_from(before, after)[0].sources == ("¶5",)


# Properties


@settings(deadline=None)
@given(structures(), structures())
def test_names_and_places_before_with_the_changes_made_are_those_after(before, after):
    names = {key: unit.name for key, unit in before.units.items()}
    homes = {key: unit.parent for key, unit in before.units.items()}
    for change in compare(before, after):
        if change.kind == kinds.RENAMED:
            names[change.key] = change.becomes
        if change.kind in (kinds.MOVED, kinds.JOINS, kinds.UNDECIDED):
            homes[change.key] = change.becomes_key
        if change.kind == kinds.LEAVES and change.key in after.units:
            homes[change.key] = after.units[change.key].parent  # told is the body, not its unit
    becomes = Matching(before, after).becomes
    for key in before.units.keys() & after.units.keys():
        assert names[key] == after.units[key].name
        assert becomes.get(homes[key], homes[key]) == after.units[key].parent


@settings(deadline=None)
@given(structures(), structures())
def test_nothing_comes_or_goes_without_being_told(before, after):
    changes = compare(before, after)
    told = {change.key for change in changes} | {key for c in changes for key in c.others}
    told |= {origin.key for origin in after.origins} | {o.came_from for o in after.origins}
    for one, other in ((before, after), (after, before)):
        for key in {*one.units, *one.posts} - {*other.units, *other.posts}:
            assert key in told or (key in one.units and one.place_of(key) == "outside")


@settings(deadline=None)
@given(structures(), structures())
def test_a_change_is_of_a_known_kind_and_names_what_stands(before, after):
    allowed = {
        "unit": kinds.UNIT_KINDS,
        "post": kinds.POST_KINDS,
        "reporting line": kinds.LINE_KINDS,
    }
    for change in compare(before, after):
        assert change.kind in allowed[change.subject]
        assert {change.key} <= {*before.units, *before.posts, *after.units, *after.posts}


@settings(deadline=None)
@given(structures())
def test_a_structure_compared_with_itself_has_no_end_and_no_move(one):
    bare = replace(one, origins=(), endings=())
    assert compare(bare, replace(bare)) == []
