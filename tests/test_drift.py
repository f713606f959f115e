"""A draft meets what changed meanwhile: what is taken over, what clashes, and who decides."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from posts import delta, drift
from posts.drift import DRAFT, NOW, bring
from posts.points import value
from posts.refs import ORIGIN, Ref
from posts.snapshot import Ending, Leads, Origin, Post, Unit
from tests.any_structure import three_structures
from tests.literals import structure

EXISTING = """
directorate cs | Children's Services
  - dcs | Director of Children's Services | tier=1
  division fam | Families
    - ad | Deputy | grade=Level 5 | reports_to=dcs
    team adoption | Adoption
  division edu | Education
    - head | Head of Education | reports_to=dcs
"""


@pytest.fixture
def existing():
    return structure(EXISTING, leads=[Leads(post="ad", unit="fam")])


def edited(snapshot, key, **fields):
    if key in snapshot.units:
        unit = replace(snapshot.units[key], **fields)
        return replace(snapshot, units=snapshot.units | {key: unit})
    return replace(snapshot, posts=snapshot.posts | {key: replace(snapshot.posts[key], **fields)})


def without(snapshot, *keys):
    return replace(
        snapshot,
        units={key: unit for key, unit in snapshot.units.items() if key not in keys},
        posts={key: post for key, post in snapshot.posts.items() if key not in keys},
        leads=tuple(lead for lead in snapshot.leads if not {lead.post, lead.unit} & {*keys}),
    )


def with_post(snapshot, key, **fields):
    return replace(snapshot, posts=snapshot.posts | {key: Post(key=key, title=key, **fields)})


def with_unit(snapshot, key, parent, **fields):
    unit = Unit(key=key, name=key.title(), parent=parent, **fields)
    return replace(snapshot, units=snapshot.units | {key: unit})


def answered(base, draft, now, choose):
    """Bring a draft up to date, answering whatever is asked, once more while something is."""
    answers = {}
    while (brought := bring(base, draft, now, answers)).clashes:
        assert answers.keys().isdisjoint(clash.id for clash in brought.clashes)
        answers |= {clash.id: choose(clash) for clash in brought.clashes}
    return brought


def said_in(before, after):
    """All that one structure says otherwise than another, by the point."""
    change = delta.delta(drift.bare(before), after)
    return drift.said(change, drift.whole(change))


# ---- what holds of all structures ----


@settings(deadline=None)
@given(three_structures())
def test_without_a_clash_it_is_all_one_whose_changes_are_made_first(three):
    base, draft, now = three
    brought = bring(base, draft, now, {})
    assume(not brought.clashes)
    base, now = drift.bare(base), drift.bare(now)
    one_way = delta.apply(delta.delta(base, draft), now)
    other_way = delta.apply(delta.delta(base, now), draft)
    assert delta.records(one_way) == delta.records(other_way) == delta.records(brought.snapshot)
    assert delta.faults(brought.snapshot) == []
    assert brought.given_up == brought.left == ()


@settings(deadline=None)
@given(three_structures(), st.randoms(use_true_random=False))
def test_however_the_clashes_are_answered_the_draft_is_sound_and_up_to_date(three, dice):
    base, draft, now = three
    brought = answered(base, draft, now, lambda clash: dice.choice([DRAFT, NOW]))
    assert delta.faults(brought.snapshot) == []
    again = bring(now, brought.snapshot, now, {})
    assert (again.taken, again.clashes) == ((), ())
    assert delta.records(again.snapshot) == delta.records(brought.snapshot)
    assert delta.reordered(brought.snapshot, again.snapshot) == []


@settings(deadline=None)
@given(three_structures(), st.sampled_from([DRAFT, NOW]))
def test_whoever_always_stands_the_draft_is_sound(three, side):
    brought = answered(*three, lambda clash: side)
    assert delta.faults(brought.snapshot) == []


@settings(deadline=None)
@given(three_structures(), st.randoms(use_true_random=False))
def test_what_is_not_given_up_survives_and_what_nobody_touched_is_as_it_was(three, dice):
    base, draft, now = three
    brought = answered(base, draft, now, lambda clash: dice.choice([DRAFT, NOW]))
    made, was = delta.records(brought.snapshot), delta.records(drift.bare(base))
    sides = (
        (said_in(base, draft), {each.point.ref for each in brought.given_up}),
        (said_in(base, drift.bare(now)), {each.point.ref for each in brought.left}),
    )
    for said, lost in sides:
        for point, each in said.items():
            if point.ref not in lost:
                assert value(made.get(point.ref), point) == value(each.becomes, point)
    touched = {point.ref for said, _ in sides for point in said}
    assert all(made[ref] == record for ref, record in was.items() if ref not in touched)


@settings(deadline=None)
@given(three_structures())
def test_what_did_not_change_is_not_asked(three):
    base, draft, _ = three
    brought = bring(base, draft, base, {})
    assert (brought.taken, brought.clashes) == ((), ())
    assert delta.records(brought.snapshot) == delta.records(draft)


# ---- in words ----


def test_what_changed_since_is_taken_over(existing):
    draft = edited(existing, "fam", name="Families First")
    now = edited(with_post(existing, "clerk", unit="edu"), "ad", grade="Level 6")
    brought = bring(existing, draft, now, {})
    assert [each.point.ref.key for each in brought.taken] == ["ad", "clerk"]
    assert brought.snapshot.units["fam"].name == "Families First"
    assert brought.snapshot.posts["ad"].grade == "Level 6"
    assert brought.snapshot.posts["clerk"].unit == "edu"


def test_what_both_changed_alike_is_neither_taken_over_nor_asked(existing):
    both = edited(existing, "fam", name="Families First")
    brought = bring(existing, both, both, {})
    assert (brought.taken, brought.clashes) == ((), ())


def test_two_names_for_one_division_are_asked_once_and_either_can_stand(existing):
    draft = edited(existing, "fam", name="Families First")
    now = edited(existing, "fam", name="Family Help")
    (clash,) = bring(existing, draft, now, {}).clashes
    assert clash.rule == delta.TWO_VALUES
    for side, name in ((DRAFT, "Families First"), (NOW, "Family Help")):
        brought = bring(existing, draft, now, {clash.id: side})
        assert (brought.clashes, brought.snapshot.units["fam"].name) == ((), name)


def test_an_answer_is_to_what_was_seen_and_to_nothing_else(existing):
    draft = edited(existing, "fam", name="Families First")
    (clash,) = bring(existing, draft, edited(existing, "fam", name="Family Help"), {}).clashes
    meanwhile = edited(existing, "fam", name="Early Help")
    assert len(bring(existing, draft, meanwhile, {clash.id: DRAFT}).clashes) == 1


def test_an_order_of_its_own_makes_no_other_clash(existing):
    draft = edited(existing, "fam", name="Families First")
    now = edited(existing, "fam", name="Family Help")
    one = bring(existing, draft, now, {}).clashes
    other = bring(existing, edited(draft, "fam", position=7), now, {}).clashes
    assert one[0].id == other[0].id


def test_a_unit_moved_in_both_stands_wholly_here_or_wholly_there(existing):
    draft = edited(existing, "adoption", parent=None, place="outside")
    now = edited(existing, "adoption", parent="edu")
    (clash,) = bring(existing, draft, now, {}).clashes
    for side, where in ((DRAFT, (None, "outside")), (NOW, ("edu", None))):
        made = bring(existing, draft, now, {clash.id: side}).snapshot.units["adoption"]
        assert (made.parent, made.place) == where


def test_a_post_deleted_here_and_regraded_there_is_asked(existing):
    draft = without(existing, "ad")
    draft = replace(draft, endings=(Ending(key="ad"),))
    now = edited(existing, "ad", grade="Level 6")
    (clash,) = bring(existing, draft, now, {}).clashes
    assert clash.rule == delta.GONE_AND_CHANGED
    gone = bring(existing, draft, now, {clash.id: DRAFT}).snapshot
    assert ("ad" in gone.posts, len(gone.endings)) == (False, 1)


def test_a_post_that_stays_keeps_what_it_headed_and_loses_its_stated_end(existing):
    draft = replace(without(existing, "ad"), endings=(Ending(key="ad"),))
    now = edited(existing, "ad", grade="Level 6")
    stays = answered(existing, draft, now, lambda clash: NOW).snapshot
    assert stays.posts["ad"].grade == "Level 6"
    assert stays.leads == existing.leads
    assert stays.endings == ()


def test_a_unit_that_stays_keeps_what_it_stands_in(existing):
    draft = without(edited(existing, "ad", unit="cs"), "adoption", "fam")
    now = edited(existing, "adoption", name="Adoption and Fostering")
    brought = answered(existing, draft, now, lambda clash: NOW)
    assert brought.snapshot.units["adoption"].parent == "fam"
    assert brought.snapshot.posts["ad"].unit == "cs"
    assert {each.point.ref.key for each in brought.given_up} >= {"adoption", "fam"}


def test_what_stands_in_a_unit_that_is_not_made_is_not_made_either(existing):
    draft = without(edited(existing, "ad", unit="cs"), "adoption", "fam")
    now = with_post(with_unit(existing, "youth", "fam"), "worker", unit="youth")
    (clash,) = bring(existing, draft, now, {}).clashes
    brought = bring(existing, draft, now, {clash.id: DRAFT})
    assert brought.clashes == ()
    assert brought.snapshot.units.keys() == {"cs", "edu"}
    assert {each.point.ref.key for each in brought.left} == {"youth", "worker"}


def test_three_posts_made_in_a_unit_that_is_gone_are_one_question(existing):
    draft = existing
    for key in ("one", "two", "three"):
        draft = with_post(draft, key, unit="edu")
    now = without(edited(existing, "head", unit="cs"), "edu")
    (clash,) = bring(existing, draft, now, {}).clashes
    assert (clash.rule, len(clash.faults)) == (drift.UNSOUND, 3)
    assert "edu" in bring(existing, draft, now, {clash.id: DRAFT}).snapshot.units
    gone = bring(existing, draft, now, {clash.id: NOW}).snapshot
    assert gone.posts.keys() == existing.posts.keys()
    assert "edu" not in gone.units


def test_a_loop_of_both_is_asked(existing):
    draft, now = edited(existing, "fam", parent="edu"), edited(existing, "edu", parent="fam")
    (clash,) = bring(existing, draft, now, {}).clashes
    assert (clash.rule, len(clash.draft), len(clash.now)) == (drift.UNSOUND, 1, 1)
    made = bring(existing, draft, now, {clash.id: NOW}).snapshot
    assert (made.units["fam"].parent, made.units["edu"].parent) == ("cs", "fam")


def test_a_post_number_given_twice_is_asked_and_nothing_else_of_the_two_is_lost(existing):
    draft = edited(existing, "ad", post_number="N1", grade="Level 7")
    now = edited(existing, "head", post_number="N1", title="Head of Learning")
    (clash,) = bring(existing, draft, now, {}).clashes
    made = bring(existing, draft, now, {clash.id: NOW}).snapshot.posts
    assert (made["ad"].post_number, made["head"].post_number) == (None, "N1")
    assert (made["ad"].grade, made["head"].title) == ("Level 7", "Head of Learning")


def test_a_key_of_a_unit_here_and_of_a_post_there_is_asked(existing):
    draft, now = with_unit(existing, "new", "cs"), with_post(existing, "new", unit="cs")
    (clash,) = bring(existing, draft, now, {}).clashes
    made = bring(existing, draft, now, {clash.id: DRAFT}).snapshot
    assert ("new" in made.units, "new" in made.posts) == (True, False)


def test_answers_that_go_against_each_other_are_asked_once_more(existing):
    """The draft closes a team with its division; the team is to stay, and its division to go."""
    draft = without(edited(existing, "ad", unit="cs"), "adoption", "fam")
    now = edited(edited(existing, "adoption", name="A"), "fam", remit="All families")
    sides = {"adoption": NOW, "fam": DRAFT}
    clashes = bring(existing, draft, now, {}).clashes
    answers = {clash.id: sides[clash.draft[0].point.ref.key] for clash in clashes}
    (clash,) = bring(existing, draft, now, answers).clashes
    stays = bring(existing, draft, now, answers | {clash.id: NOW}).snapshot
    assert (stays.units["adoption"].name, stays.units["fam"].remit) == ("A", "All families")
    goes = bring(existing, draft, now, answers | {clash.id: DRAFT}).snapshot
    assert goes.units.keys() == {"cs", "edu"}


def test_what_a_clash_does_not_touch_is_not_held_up_by_it(existing):
    draft = edited(edited(existing, "fam", name="Families First"), "head", grade="Level 6")
    now = edited(edited(existing, "fam", name="Family Help"), "ad", grade="Level 6")
    brought = bring(existing, draft, now, {})
    assert [each.point.ref.key for each in brought.taken] == ["ad"]
    assert brought.snapshot.posts["head"].grade == "Level 6"


# ---- what came before ----


def test_where_things_of_the_base_came_from_is_no_change_of_the_draft(existing):
    base = replace(existing, origins=(Origin(key="fam", share="new"),), endings=(Ending(key="x"),))
    brought = bring(base, existing, existing, {})
    assert (brought.taken, brought.given_up, brought.snapshot.origins) == ((), (), ())


def test_the_drafts_own_successions_stay(existing):
    came = Origin(key="fam", share="mostly", came_from="edu")
    draft = replace(existing, origins=(came,))
    now = replace(existing, origins=(Origin(key="fam", share="new"),), endings=(Ending(key="x"),))
    made = bring(existing, draft, now, {}).snapshot
    assert (made.origins, made.endings) == ((came,), ())


def test_what_succeeds_to_something_that_is_gone_meanwhile_is_asked(existing):
    draft = replace(existing, origins=(Origin(key="adoption", share="mostly", came_from="edu"),))
    (clash,) = bring(existing, draft, without(existing, "adoption"), {}).clashes
    assert {each.point.ref.kind for each in clash.draft} == {ORIGIN}
    assert clash.now[0].point.ref == Ref("unit", "adoption")


# ---- where things are drawn ----


def test_what_the_draft_ordered_keeps_its_order(existing):
    draft = edited(edited(existing, "fam", position=2048), "edu", position=1024)
    base = edited(edited(existing, "fam", position=1024), "edu", position=2048)
    made = bring(base, draft, edited(base, "edu", name="Learning"), {}).snapshot
    assert (made.units["fam"].position, made.units["edu"].position) == (2048, 1024)


def test_the_draft_keeps_its_name_and_how_far_it_is_complete(existing):
    draft = replace(existing, key="draft", title="Option A", complete_to_tier=2)
    made = bring(existing, draft, replace(existing, complete_to_tier=3), {}).snapshot
    assert (made.key, made.title, made.complete_to_tier) == ("draft", "Option A", 2)


def test_what_the_base_is_said_to_have_changed_is_no_change_of_the_draft(existing):
    base = edited(existing, "ad", changed=("responsibilities",), phase="one", effective="2010")
    brought = bring(base, existing, base, {})
    assert (brought.taken, brought.given_up) == ((), ())
    ad = brought.snapshot.posts["ad"]
    assert (ad.changed, ad.phase, ad.effective) == ((), None, None)
