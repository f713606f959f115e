"""Drawing a draft: the same structure under the same keys, and nothing of what came before it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event
from time import sleep

import pytest
from django.db import connections
from hypothesis import HealthCheck, given, settings

from divisions import errors
from divisions.models import Act, Structure, Unit
from posts import checking, proposals, reading, writing
from posts.models import Holding, Post
from posts.snapshot import Snapshot
from reports.compare import compare
from tests.any_structure import structures
from tests.made_up import planted, snapshot
from tests.pages import load_paper


@pytest.fixture
def paper(borough):
    load_paper()


def structure(key):
    return Structure.objects.select_related("council").get(key=key)


NOTHING_SAID = {"changed": (), "phase": None, "effective": None}


def without_what_came_before(read, key, title):
    """What a draft drawn from a structure is to be."""
    return replace(
        read,
        key=key,
        title=title,
        origins=(),
        endings=(),
        units={key: replace(unit, **NOTHING_SAID) for key, unit in read.units.items()},
        posts={key: replace(post, **NOTHING_SAID) for key, post in read.posts.items()},
    )


def option(base, user=None, reason=""):
    return proposals.draw(base, key="option-a", title="Option A", user=user, reason=reason)


@pytest.mark.parametrize("key", ["existing", "proposed"])
def test_a_draft_is_the_structure_it_is_drawn_from(key, paper):
    base = structure(key)
    draft = option(base)
    assert reading.read(draft) == without_what_came_before(
        reading.read(base), "option-a", "Option A"
    )
    assert list(reading.read(draft).posts) == list(reading.read(base).posts)
    assert list(checking.faults(draft)) == []
    assert (draft.status, draft.based_on) == (Structure.Status.DRAFT, base)
    assert draft.complete_to_tier == 2


def test_nothing_differs_between_a_new_draft_and_its_base(paper):
    with structure("proposed").editing(even_frozen=True):
        care = Unit.objects.get(structure=structure("proposed"), key="care")
        care.changed = ["responsibilities"]
        care.save()
    before = reading.read(structure("proposed"))
    assert compare(before, reading.read(option(structure("proposed")))) == []


def test_a_draft_takes_over_no_phase_and_no_date_of_the_changes_before_it(paper):
    with structure("proposed").editing(even_frozen=True):
        Unit.objects.get(structure=structure("proposed"), key="care").change(
            phase="one", effective="1 April 2010"
        )
    draft = option(structure("proposed"))
    draft.units.get(key="care").rename("Care and Health")
    before, after = reading.read(structure("proposed")), reading.read(draft)
    (change,) = compare(before, after)
    assert (change.kind, change.phase, change.effective) == ("renamed", None, None)


def test_drawing_is_one_act_of_the_draft_told_in_a_sentence(paper, amara):
    acts = set(Act.objects.all())
    draft = option(structure("existing"), amara, "Phase two")
    (act,) = set(Act.objects.all()) - acts
    assert (act.structure, act.revision, act.user, act.reason) == (draft, 1, amara, "Phase two")
    assert act.says == "“Option A” was drawn from “Existing divisions”."
    assert draft.revision == 1


def test_the_draft_can_be_looked_back_on_as_it_was_drawn(paper):
    draft = option(structure("existing"))
    drawn = reading.read(draft)
    Unit.objects.get(structure=draft, key="youth").rename("Young People")
    Post.objects.get(structure=draft, key="head-of-care").change(title="Head of Families")
    assert reading.read_past(draft, draft.acts.last()) == drawn
    assert set(draft.history.values_list("history_type", flat=True)) == {"+"}


def test_moving_a_team_in_a_draft_leaves_the_existing_structure_alone(paper):
    base = structure("existing")
    planted = reading.read(base)
    draft = option(base)
    youth, learning = (Unit.objects.get(structure=draft, key=key) for key in ("youth", "learning"))
    youth.move_under(learning)
    assert reading.read(base) == planted
    assert reading.read(draft).units["youth"].parent == "learning"
    assert list(checking.faults(draft)) == list(checking.faults(base)) == []


def test_a_draft_is_drawn_from_a_draft_as_it_stands(paper):
    first = option(structure("existing"))
    Unit.objects.get(structure=first, key="youth").rename("Young People")
    second = proposals.draw(first, key="phase-two", title="Phase two", user=None)
    assert reading.read(second).units["youth"].name == "Young People"
    assert (second.based_on, second.based_on_revision) == (first, 2)
    assert list(checking.faults(second)) == []


def test_who_holds_a_post_is_not_copied(paper):
    post = Post.objects.get(structure__key="existing", key="head-of-care")
    Holding.objects.create(post=post, person="Somebody")
    draft = option(structure("existing"))
    assert not Holding.objects.filter(post__structure=draft).exists()


def test_a_key_that_is_taken_is_refused_by_the_name_of_what_has_it(paper):
    option(structure("existing"))
    with pytest.raises(errors.KeyTaken, match="“Option A” has the key “option-a” already"):
        option(structure("existing"))
    assert Structure.objects.filter(key="option-a").count() == 1


def test_an_empty_structure_can_be_drawn_from(draft):
    copy = option(structure("draft"))
    assert reading.read(copy).units == {}
    Unit.create(copy, "Ours", key="ours")
    assert list(checking.faults(copy)) == []


def test_a_large_structure_is_drawn_whole(borough):
    base = planted(borough, snapshot(700, key="large"))
    draft = option(base)
    assert reading.read(draft) == without_what_came_before(
        reading.read(base), "option-a", "Option A"
    )
    assert reading.read_past(draft, draft.acts.last()) == reading.read(draft)
    assert list(checking.faults(draft)) == []


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(structures())
def test_any_structure_is_drawn_as_it_is(borough, wanted):
    number = Structure.objects.count()
    base = Structure.objects.bulk_create(
        [Structure(council=borough, key=f"s{number}", title="s", complete_to_tier=1)]
    )[0]
    wanted = replace(wanted, posts={k: replace(p, grade=None) for k, p in wanted.posts.items()})
    with base.editing() as editing:
        writing.write(editing, Snapshot(base.key, base.title), wanted)
    key = f"drawn-from-s{number}"
    draft = proposals.draw(base, key=key, title="Drawn", user=None)
    assert reading.read(draft) == without_what_came_before(reading.read(base), key, "Drawn")
    assert list(checking.faults(draft)) == list(checking.faults(base)) == []


@pytest.mark.django_db(transaction=True)
def test_a_draft_is_of_one_revision_while_another_person_edits_its_base(draft):
    with draft.editing():
        unit = Unit.create(draft, "0", key="unit")
        post = Post.create(draft, "0", key="post", unit=unit)
    done = Event()
    with ThreadPoolExecutor(1) as another:
        renaming = another.submit(_rename_both, draft, unit, post, done)
        try:
            pairs = [_drawn_pair(draft, f"option-{nth}") for nth in range(6)]
        finally:
            done.set()
        assert renaming.result() > 1
    assert all(len(names) == 1 for names in pairs)


def _drawn_pair(base, key):
    """The names of the unit and the post in a draft, and in its base at the draft's revision."""
    drawn = proposals.draw(base, key=key, title="Option", user=None)
    was = reading.read_past(base, base.acts.get(revision=drawn.based_on_revision))
    read = reading.read(drawn)
    return {read.units["unit"].name, read.posts["post"].title, was.units["unit"].name}


def _rename_both(structure, unit, post, done):
    """Give a unit and a post the same new name, in one act, again and again."""
    number = 0
    try:
        while not done.is_set():
            number += 1
            with structure.editing(verb="rename both"):
                unit.rename(str(number))
                post.change(title=str(number))
            sleep(0.005)  # who writes on SQLite waits for everybody else
    finally:
        connections.close_all()
    return number
