"""Two structures compared: what stands in both, across the border, lines, scope, properties."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from posts.snapshot import Origin, OtherName
from reports import change as kinds
from reports.compare import compare, made_up_from, out_of_scope
from reports.matching import Matching
from reports.proposal import Scope
from tests.any_structure import structures
from tests.compared import TWO_DIVISIONS, in_cs, line, told
from tests.literals import structure


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
