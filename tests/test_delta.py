from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from posts import delta
from posts.delta import Ref
from posts.snapshot import Post, Snapshot, Unit
from tests.any_structure import structures, with_two_edits
from tests.literals import structure

EXISTING = """
directorate cs | Children's Services
  - dcs | Director of Children's Services | tier=1
  division fam | Families
    - ad | Deputy | grade=Level 5 | reports_to=dcs
    team adoption | Adoption
  division edu | Education
"""


@pytest.fixture
def existing():
    return structure(EXISTING)


def edited(snapshot, key, **fields):
    if key in snapshot.units:
        unit = replace(snapshot.units[key], **fields)
        return replace(snapshot, units=snapshot.units | {key: unit})
    return replace(snapshot, posts=snapshot.posts | {key: replace(snapshot.posts[key], **fields)})


def without(snapshot, key):
    return replace(
        snapshot,
        units={each: unit for each, unit in snapshot.units.items() if each != key},
        posts={each: post for each, post in snapshot.posts.items() if each != key},
    )


def said(faults):
    return [str(fault) for fault in faults]


@settings(deadline=None)
@given(structures(), structures())
def test_what_differs_applied_to_one_structure_makes_the_other(one, other):
    made = delta.apply(delta.delta(one, other), one)
    assert delta.records(made) == delta.records(other)


@settings(deadline=None)
@given(structures(), structures())
def test_a_change_put_back_leaves_everything_as_it_was(one, other):
    change = delta.delta(one, other)
    back = delta.apply(delta.reverse(change), delta.apply(change, one))
    assert delta.records(back) == delta.records(one)


@settings(deadline=None)
@given(structures())
def test_a_structure_does_not_differ_from_itself(one):
    assert delta.delta(one, replace(one)) == {}


@settings(deadline=None)
@given(with_two_edits())
def test_without_a_clash_it_is_all_one_who_comes_first(edits):
    base, mine, theirs = edits
    merged, clashes = delta.merge(mine, theirs)
    assume(not clashes)
    one_way = delta.apply(mine, delta.apply(theirs, base))
    other_way = delta.apply(theirs, delta.apply(mine, base))
    together = delta.apply(merged, base)
    assert delta.records(one_way) == delta.records(other_way) == delta.records(together)


@settings(deadline=None)
@given(with_two_edits())
def test_with_every_clash_kept_mine_is_what_stands(edits):
    base, mine, theirs = edits
    merged, left = delta.merge(mine, theirs, keep=delta.merge(mine, theirs)[1])
    made = delta.records(delta.apply(merged, base))
    assert left == []
    for ref, change in mine.items():
        for name, (_, becomes) in delta.fields(change.old, change.new).items():
            assert getattr(made.get(ref), name, None) == becomes


@settings(deadline=None)
@given(structures(), structures())
def test_a_change_fits_where_it_was_made(one, other):
    assert delta.misfits(delta.delta(one, other), one) == []
    assert delta.misfits(delta.delta(one, other), other) == []


def test_a_change_touches_the_fields_that_differ_and_no_others(existing):
    renamed = delta.delta(existing, edited(existing, "fam", name="Children and Families"))
    meanwhile = edited(existing, "fam", remit="Children in need", parent="edu")
    assert delta.apply(renamed, meanwhile).units["fam"] == Unit(
        key="fam",
        name="Children and Families",
        kind="division",
        parent="edu",
        remit="Children in need",
    )


def test_the_fields_of_a_difference_are_named_with_both_values(existing):
    change = delta.delta(existing, edited(existing, "ad", grade="Level 6", position=7))
    assert delta.fields(*change[Ref("post", "ad")]) == {"grade": ("Level 5", "Level 6")}


def test_of_a_new_post_every_field_is_said_that_says_something():
    fields = delta.fields(None, Post(key="ad", title="Deputy"))
    assert fields["title"] == (None, "Deputy")
    assert "grade" not in fields


def test_order_alone_is_no_change(existing):
    assert delta.delta(existing, edited(existing, "edu", position=4096)) == {}


def test_putting_back_a_move_puts_back_where_it_was_drawn(existing):
    before = edited(existing, "adoption", position=512)
    moved = edited(before, "adoption", parent="edu", position=2048)
    back = delta.apply(delta.reverse(delta.delta(before, moved)), moved)
    assert (back.units["adoption"].parent, back.units["adoption"].position) == ("fam", 512)


def test_two_new_values_of_one_field_clash(existing):
    mine = delta.delta(existing, edited(existing, "fam", name="Families First"))
    theirs = delta.delta(existing, edited(existing, "fam", name="Family Help"))
    merged, (clash,) = delta.merge(mine, theirs)
    assert clash == delta.Clash(
        delta.TWO_VALUES, Ref("unit", "fam"), "name", "Families", "Families First", "Family Help"
    )
    assert delta.apply(merged, existing).units["fam"].name == "Family Help"


def test_the_same_new_value_does_not_clash(existing):
    change = delta.delta(existing, edited(existing, "fam", name="Family Help"))
    assert delta.merge(change, change) == (change, [])


def test_two_fields_of_one_thing_both_stand(existing):
    mine = delta.delta(existing, edited(existing, "fam", name="Family Help"))
    theirs = delta.delta(existing, edited(existing, "fam", remit="Early help"))
    merged, clashes = delta.merge(mine, theirs)
    made = delta.apply(merged, existing).units["fam"]
    assert (made.name, made.remit, clashes) == ("Family Help", "Early help", [])


def test_closing_what_somebody_else_renames_clashes(existing):
    mine = delta.delta(existing, without(existing, "edu"))
    theirs = delta.delta(existing, edited(existing, "edu", name="Learning"))
    merged, (clash,) = delta.merge(mine, theirs)
    assert (clash.rule, clash.field, clash.mine) == (delta.GONE_AND_CHANGED, None, None)
    assert delta.apply(merged, existing).units["edu"].name == "Learning"


def test_closing_it_twice_does_not_clash(existing):
    change = delta.delta(existing, without(existing, "edu"))
    assert delta.merge(change, change)[1] == []


def test_one_key_made_differently_clashes(existing):
    one = replace(existing, units=existing.units | {"new": Unit(key="new", name="A", parent="cs")})
    two = replace(existing, units=existing.units | {"new": Unit(key="new", name="B", parent="cs")})
    clashes = delta.merge(delta.delta(existing, one), delta.delta(existing, two))[1]
    assert [clash.rule for clash in clashes] == [delta.MADE_DIFFERENTLY]


def test_mine_can_be_kept_where_it_clashes_and_theirs_where_it_does_not(existing):
    mine = delta.delta(existing, edited(existing, "fam", name="Families First"))
    theirs = delta.delta(existing, edited(existing, "fam", name="Family Help", remit="Early help"))
    clashes = delta.merge(mine, theirs)[1]
    made = delta.apply(delta.merge(mine, theirs, keep=clashes)[0], existing).units["fam"]
    assert (made.name, made.remit) == ("Families First", "Early help")


def test_what_somebody_changed_since_does_not_fit_being_put_back(existing):
    act = delta.delta(existing, edited(existing, "ad", grade="Level 6"))
    now = edited(existing, "ad", grade="Level 7")
    (clash,) = delta.misfits(delta.reverse(act), now)
    assert (clash.field, clash.base, clash.mine, clash.theirs) == (
        "grade", "Level 6", "Level 5", "Level 7",
    )  # fmt: skip


def test_a_change_of_another_field_since_does_no_harm_to_putting_back(existing):
    act = delta.delta(existing, edited(existing, "ad", grade="Level 6"))
    now = edited(existing, "ad", grade="Level 6", title="Assistant Director")
    assert delta.misfits(delta.reverse(act), now) == []


@settings(deadline=None)
@given(structures())
def test_any_structure_made_up_here_is_sound(one):
    assert delta.faults(one) == []


def test_two_sound_moves_that_make_a_loop_together_are_found(existing):
    mine = delta.delta(existing, edited(existing, "fam", parent="edu"))
    theirs = delta.delta(existing, edited(existing, "edu", parent="fam"))
    merged, clashes = delta.merge(mine, theirs)
    assert clashes == []
    assert said(delta.faults(delta.apply(merged, existing))) == [
        "Families stands below itself.",
        "Education stands below itself.",
    ]


@pytest.mark.parametrize(
    ("key", "fields", "says"),
    [
        ("fam", {"parent": "x9"}, "Families stands in a unit that is not there (x9)."),
        ("fam", {"parent": None}, "Families stands in no unit and in no place."),
        ("fam", {"place": "outside"}, "Families stands in a unit and in a place of its own too."),
        ("ad", {"unit": "x9"}, "Deputy is in a unit that is not there (x9)."),
        ("ad", {"reports_to": "x9"}, "Deputy reports to a post that is not there (x9)."),
        ("dcs", {"line": "stated", "reports_to": "ad"}, "Deputy reports, in the end, to itself."),
        ("ad", {"reports_to": None}, "Deputy has the line “stated” and reports to nobody named."),
        ("ad", {"line": "none"}, "Deputy has the line “none” and reports to dcs."),
        ("ad", {"reports_to_other": "Members"}, "Deputy has the line “stated” and reports to dcs."),
    ],
)  # fmt: skip
def test_each_fault_names_the_thing(existing, key, fields, says):
    assert says in said(delta.faults(edited(existing, key, **fields)))


def test_a_doubled_post_number_names_both_posts(existing):
    doubled = edited(edited(existing, "dcs", post_number="100"), "ad", post_number="100")
    assert said(delta.faults(doubled)) == [
        "Deputy has the post number of Director of Children's Services (100)."
    ]


def test_what_is_said_of_a_thing_that_is_gone_is_a_fault():
    snapshot = structure(
        EXISTING,
        origins=["x9 new"],
        lines=[{"post": "ad", "kind": "dotted", "to": "x8"}, {"post": "ad", "kind": "joint"}],
    )
    assert said(delta.faults(snapshot)) == [
        "Deputy has a reporting line that names x8, not there.",
        "Deputy has a reporting line that needs one end, post or words.",
        "x9 has an origin that names x9, not there.",
    ]


def test_one_thing_said_twice_is_a_fault():
    snapshot = structure(EXISTING, origins=["fam new", "fam new"])
    assert said(delta.faults(snapshot)) == ["Families has an origin that is said 2 times."]


def test_a_unit_and_a_post_may_not_share_a_key(existing):
    posts = existing.posts | {"fam": Post(key="fam", title="Clerk")}
    faults = said(delta.faults(replace(existing, posts=posts)))
    assert faults == ["Families has the key of a post (fam)."]


def placed(*pairs, parent=None):
    where = {"parent": parent} if parent else {"place": "council"}
    units = {key: Unit(key=key, name=key, position=at, **where) for key, at in pairs}
    return Snapshot(key="s", title="s", units=units)


def positions(snapshot):
    return {key: unit.position for key, unit in snapshot.units.items()}


def test_a_new_unit_takes_a_place_between_its_neighbours():
    current = placed(("a", 1024), ("b", 2048))
    settled = delta.settle_positions(current, placed(("a", 0), ("new", 0), ("b", 0)))
    assert positions(settled) == {"a": 1024, "new": 1536, "b": 2048}
    assert delta.reordered(current, settled) == []


def test_new_units_at_both_ends_leave_the_others_alone():
    settled = delta.settle_positions(placed(("a", 1024)), placed(("x", 0), ("a", 0), ("y", 0)))
    assert positions(settled) == {"x": 512, "a": 1024, "y": 2048}


def test_one_unit_moved_among_its_siblings_writes_one_row():
    current = placed(("a", 1024), ("b", 2048), ("c", 3072), ("d", 4096))
    wanted = placed(("a", 0), ("d", 0), ("b", 0), ("c", 0))
    settled = delta.settle_positions(current, wanted)
    assert delta.reordered(current, settled) == ["d"]
    assert positions(settled) == {"a": 1024, "d": 1536, "b": 2048, "c": 3072}


def test_where_no_number_is_left_the_siblings_are_numbered_anew():
    settled = delta.settle_positions(
        placed(("a", 7), ("b", 8)), placed(("a", 0), ("new", 0), ("b", 0))
    )
    assert positions(settled) == {"a": 1024, "new": 2048, "b": 3072}


def test_a_unit_that_comes_from_elsewhere_does_not_bring_its_position():
    current = placed(("a", 1024), ("b", 2048))
    wanted = replace(current, units=current.units | placed(("b", 2048), parent="a").units)
    assert positions(delta.settle_positions(current, wanted)) == {"a": 1024, "b": 1024}


@settings(deadline=None)
@given(
    st.dictionaries(st.integers(0, 9), st.integers(0, 40), max_size=8),
    st.permutations(range(10)),
)
def test_positions_always_draw_the_wanted_order(current, wanted):
    before = placed(*((f"u{key}", at) for key, at in current.items()))
    settled = delta.settle_positions(before, placed(*((f"u{key}", 0) for key in wanted)))
    drawn = sorted(settled.units.values(), key=lambda unit: unit.position)
    assert [unit.key for unit in drawn] == [f"u{key}" for key in wanted]
    assert len({unit.position for unit in drawn}) == len(drawn)


@settings(deadline=None)
@given(structures())
def test_what_has_settled_stays_where_it_is(one):
    settled = delta.settle_positions(one, one)
    assert delta.reordered(settled, delta.settle_positions(settled, settled)) == []


def test_posts_are_drawn_in_one_list():
    snapshot = structure("team a | A\n  - one | One\nteam b | B\n  - two | Two")
    settled = delta.settle_positions(snapshot, snapshot)
    assert [post.position for post in settled.posts.values()] == [1024, 2048]
