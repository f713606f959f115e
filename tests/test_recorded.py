"""What acts wrote is read from history, and is what differs between one act and the next."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from divisions import successions, tree
from divisions.models import Origin, Unit
from posts import delta, reading, recorded, redrawing, snapshot, writing
from posts.models import Leads, Post
from posts.recorded import BELOW, CAME, HELD, LED, LINED, WRITTEN
from tests.outlines import plant, post, unit

SERVICES = [("Services", 1), ("Youth", 2), ("Adoption", 2)]


@pytest.fixture
def services(draft):
    """A directorate with two teams, and a director to whom an adviser reports."""
    return plant(draft, SERVICES, [("Director", 1), ("Adviser", 2)])


def written(structure):
    """What the newest act wrote, in words: each thing, and field by field what it was and is."""
    act = structure.acts.first()
    return {
        ref.key: delta.fields(old, new) if old and new else ("made" if new else "gone")
        for ref, (old, new) in recorded.changes(structure, [act])[act.pk].items()
    }


def test_a_move_is_told_by_where_it_was_and_where_it_is(services):
    unit(services, "adoption").move_under(unit(services, "youth"))
    assert written(services) == {"adoption": {"parent": ("services", "youth")}}


def test_what_an_act_made_and_took_out_again_it_did_not_do(services):
    with services.editing():
        Unit.create(services, "Outreach", key="outreach")
        unit(services, "outreach").take_out()
        unit(services, "youth").rename("Young People")
        unit(services, "youth").rename("Youth")
    assert written(services) == {}


def test_what_is_gone_since_is_still_told_of_by_its_key_and_name(services):
    post(services, "adviser").move_to_unit(unit(services, "youth"))
    act = services.acts.first()
    post(services, "adviser").delete_from_structure()
    unit(services, "youth").take_out()
    found = recorded.recorded(services, [act])
    (difference,) = found.changes[act.pk].values()
    assert (difference.old.unit, difference.new.unit) == (None, "youth")
    assert found.called["youth"] == "Youth"


def test_what_goes_along_with_a_deleted_post_belongs_to_the_act(services):
    adviser, youth = post(services, "adviser"), unit(services, "youth")
    with services.editing():
        Leads.objects.create(structure=services, post=adviser, unit=youth)
    adviser.delete_from_structure()
    act = services.acts.first()
    kinds = [ref.kind for ref in recorded.changes(services, [act])[act.pk]]
    assert sorted(kinds) == ["leads", "post"]


def test_an_act_that_only_reorders_is_told_by_positions(services):
    unit(services, "adoption").move_under(unit(services, "services"), after=tree.FIRST)
    act = services.acts.first()
    (difference,) = recorded.changes(services, [act])[act.pk].values()
    assert difference.old == difference.new
    assert difference.old.position > difference.new.position


def test_acts_are_told_apart(services):
    unit(services, "youth").rename("Young People")
    unit(services, "youth").rename("Young Adults")
    newer, older = recorded.changes(services, services.acts.all()[:2]).values()
    (newer,), (older,) = newer.values(), older.values()
    assert (older.old.name, older.new.name) == ("Youth", "Young People")
    assert (newer.old.name, newer.new.name) == ("Young People", "Young Adults")


def test_nothing_is_asked_of_history_where_there_are_no_acts(services, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert recorded.changes(services, []) == {}


def test_many_rows_and_acts_take_no_more_queries_than_one(services):
    unit(services, "youth").rename("Young People")
    assert queries(services, services.acts.all()[:1]) <= 9
    current = reading.read(services)
    posts = {f"p{n}": snapshot.Post(key=f"p{n}", unit="youth") for n in range(60)}
    with services.editing() as editing:
        wanted = replace(current, posts=current.posts | posts)
        writing.write(editing, current, wanted)
    assert queries(services, services.acts.all()) == 9


def queries(structure, acts):
    with CaptureQueriesContext(connection) as captured:
        recorded.changes(structure, acts)
    return len(captured)


def test_both_ends_of_what_was_done_are_touched(services):
    since = services.revision
    unit(services, "adoption").move_under(unit(services, "youth"))
    moved = services.acts.first()
    Post.create(services, "Head", key="head", unit=unit(services, "youth"))
    made = services.acts.first()
    unit(services, "youth").move_under(unit(services, "services"), after=tree.FIRST)
    assert recorded.touched(services, since) == {
        "services": {BELOW: [moved]},
        "adoption": {WRITTEN: [moved]},
        "youth": {BELOW: [made, moved]},
        "head": {WRITTEN: [made]},
    }
    assert recorded.touched(services, services.revision) == {}


def test_what_is_written_of_something_does_not_touch_what_it_stands_in(services):
    since = services.revision
    unit(services, "adoption").rename("Permanence")
    renamed = services.acts.first()
    assert recorded.touched(services, since) == {"adoption": {WRITTEN: [renamed]}}


def test_leading_a_line_and_an_origin_touch_both_ends_and_write_neither(services):
    adviser, director = post(services, "adviser"), post(services, "director")
    since = services.revision
    redrawing.name_head(unit(services, "youth"), [adviser])
    redrawing.add_line(adviser, "dotted", director)
    line, head = services.acts.all()[:2]
    successions.set_origins(services, "youth", [Origin(share="part", came_from="adoption")])
    origin = services.acts.first()
    assert recorded.touched(services, since) == {
        "youth": {LED: [head], CAME: [origin]},
        "adviser": {LED: [head], LINED: [line]},
        "director": {LINED: [line]},
        "adoption": {CAME: [origin]},
    }


def test_who_holds_a_post_touches_it_also_where_its_state_stays_as_it_was(services):
    redrawing.fill(post(services, "adviser"), "A. Nother")
    since = services.acts.first().revision
    redrawing.fill(post(services, "adviser"), "S. Omebody", beside=True)
    assert recorded.touched(services, since) == {"adviser": {HELD: [services.acts.first()]}}


def test_the_acts_of_a_post_are_those_on_it_and_on_what_it_leads(services):
    adviser, youth = post(services, "adviser"), unit(services, "youth")
    adviser.change(title="Senior Adviser")
    with services.editing(verb="give a head"):
        Leads.objects.create(structure=services, post=adviser, unit=youth)
    unit(services, "adoption").rename("Adoption and Fostering")
    verbs = [act.verb for act in recorded.acts_of(services, "adviser")]
    assert verbs == ["give a head", "change a post", "plant"]
    assert [act.verb for act in recorded.acts_of(services, "youth")] == ["give a head", "plant"]
