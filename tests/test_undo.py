"""An act is undone by a new one, unless what came since stands in its way; then that is named."""

import os
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from divisions import errors, tree
from divisions.models import Act, Structure, Unit
from posts import checking, reading
from posts.models import Leads, Post, ReportingLine
from posts.undo import PUT_BACK, REDO, NotPutBackHere, StandsInTheWay, redoable, undo, undoable
from tests.cast import person
from tests.outlines import establishment, outline, plant, post, unit
from tests.undoing import Undoing

EXAMPLES = int(os.environ.get("ORGCHART_EXAMPLES", "6"))
SERVICES = [("Services", 1), ("Youth", 2), ("Adoption", 2)]


@pytest.fixture
def services(draft):
    """A directorate with two teams, and a director to whom an adviser reports."""
    return plant(draft, SERVICES, [("Director", 1), ("Adviser", 2)])


@pytest.fixture
def bola(borough):
    """Bola, another HR officer."""
    return person("Bola", borough, "officer")


def last(structure):
    """The newest act."""
    return structure.acts.first()


def in_the_way(act, user):
    """What is said to stand in the way of undoing an act; nothing is written."""
    acts, was = Act.objects.count(), reading.read(act.structure)
    with pytest.raises(StandsInTheWay) as refused:
        undo(act, user)
    assert (Act.objects.count(), reading.read(act.structure)) == (acts, was)
    return refused.value.obstacles


def did(structure, user, says, verb):
    """Let a person do something and tell of it."""
    with structure.editing(user, "do") as editing:
        verb()
        editing.act.tell(says)
    return editing.act


def test_any_run_of_acts_undoings_and_put_backs_leaves_the_past_as_it_was(db):
    run_state_machine_as_test(
        Undoing,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


# What an undoing does.


def test_a_move_is_undone_to_where_it_was_among_its_siblings(services, amara):
    act = did(
        services,
        amara,
        "Youth moved to Adoption.",
        lambda: unit(services, "youth").move_under(unit(services, "adoption")),
    )
    undoing = undo(act, amara, "by mistake")
    assert outline(services) == SERVICES
    assert (undoing.undoes, undoing.user, undoing.reason) == (act, amara, "by mistake")
    assert undoing.says == "Undone: Youth moved to Adoption."
    assert undo(undoing, amara).says == "Done again: Youth moved to Adoption."
    assert outline(services) == [("Services", 1), ("Adoption", 2), ("Youth", 3)]


def test_an_order_is_put_back_too(services, amara):
    unit(services, "adoption").move_under(unit(services, "services"), after=tree.FIRST)
    undo(last(services), amara)
    assert outline(services) == SERVICES


def test_what_others_put_elsewhere_since_stays_there(services, amara):
    for key in ("outreach", "fostering"):
        Unit.create(services, key.title(), key=key, under=unit(services, "services"))
    unit(services, "youth").move_under(unit(services, "services"))
    act = last(services)
    unit(services, "youth").move_under(unit(services, "services"), after=unit(services, "outreach"))
    undo(act, amara)
    names = [name for name, _ in outline(services)]
    assert names == ["Services", "Adoption", "Outreach", "Youth", "Fostering"]


def test_a_deleted_post_comes_back_with_all_that_was_said_of_it(services, amara):
    adviser, youth = post(services, "adviser"), unit(services, "youth")
    with services.editing():
        adviser.move_to_unit(youth)
        Leads.objects.create(structure=services, post=adviser, unit=youth)
        ReportingLine.objects.create(
            structure=services, post=adviser, kind="dotted", to_other="Members", reason="¶4"
        )
    was = reading.read(services)
    post(services, "adviser").delete_from_structure()
    undo(last(services), amara)
    assert reading.read(services) == was
    assert checking.faults(services) == []


def test_many_rows_are_undone_in_one_act(services, amara):
    with services.editing(amara, "tidy up"):
        unit(services, "youth").move_to_top()
        unit(services, "adoption").take_out()
        Post.create(services, "Head", key="head", reports_to=post(services, "adviser"))
    revision = services.revision
    undo(last(services), amara)
    assert outline(services) == SERVICES
    assert establishment(services) == [("Director", 1), ("Adviser", 2)]
    assert Structure.objects.get(pk=services.pk).revision == revision + 1


def test_the_work_of_others_on_the_same_thing_stays(services, amara, bola):
    act = did(services, amara, "Regraded.", lambda: post(services, "adviser").change(fte=1))
    did(services, bola, "Retitled.", lambda: post(services, "adviser").change(title="Officer"))
    undo(act, amara)
    assert (post(services, "adviser").title, post(services, "adviser").fte) == ("Officer", None)


def test_a_field_that_has_its_old_value_again_is_no_obstacle(services, amara):
    unit(services, "youth").rename("Young People")
    act = last(services)
    unit(services, "youth").rename("Youth")
    undo(act, amara)
    assert outline(services) == SERVICES


# What stands in the way, and whose it is.


def test_a_field_changed_since_is_named_with_the_act_that_changed_it(services, amara, bola):
    act = did(services, amara, "A.", lambda: unit(services, "youth").rename("Young People"))
    theirs = did(
        services,
        bola,
        "Young People renamed Young Adults.",
        lambda: unit(services, "youth").rename("Young Adults"),
    )
    did(services, bola, "B.", lambda: post(services, "adviser").change(fte=1))
    (found,) = in_the_way(act, amara)
    assert (found.key, found.field, found.act) == ("youth", "name", theirs)
    assert found.says.startswith(
        "The name of Young Adults has changed since: Young People renamed Young Adults (bola, "
    )


def test_a_post_that_reports_to_what_would_go_is_named(services, amara, bola):
    made = did(
        services,
        amara,
        "Head created.",
        lambda: Post.create(services, "Head", key="head", reports_to=post(services, "director")),
    )
    theirs = did(
        services,
        bola,
        "Adviser now reports to Head.",
        lambda: post(services, "adviser").report_to(post(services, "head")),
    )
    (found,) = in_the_way(made, amara)
    assert (found.key, found.act) == ("adviser", theirs)
    assert found.says.startswith("Adviser needs Head, which would go: Adviser now reports to Head")


def test_what_would_come_back_into_a_unit_that_is_gone_says_who_closed_it(services, amara, bola):
    post(services, "adviser").move_to_unit(unit(services, "youth"))
    act = did(services, amara, "Deleted.", post(services, "adviser").delete_from_structure)
    theirs = did(services, bola, "Youth closed.", unit(services, "youth").take_out)
    (found,) = in_the_way(act, amara)
    assert found.act == theirs
    assert found.says.startswith("Adviser would need Youth, which is gone: Youth closed (bola, ")


def test_a_loop_that_two_moves_would_make_is_named(services, amara, bola):
    act = did(services, amara, "Up.", lambda: unit(services, "youth").move_to_top())
    theirs = did(
        services,
        bola,
        "Services moved.",
        lambda: unit(services, "services").move_under(unit(services, "youth")),
    )
    found = in_the_way(act, amara)
    assert {(each.key, each.act) for each in found} >= {("services", theirs)}
    assert all("would stand below itself" in each.says for each in found)


def test_a_post_number_given_to_another_since_is_named(services, amara, bola):
    post(services, "adviser").change(post_number="100")
    act = did(services, amara, "No.", lambda: post(services, "adviser").change(post_number=None))
    theirs = did(
        services, bola, "Yes.", lambda: post(services, "director").change(post_number="100")
    )
    (found,) = in_the_way(act, amara)
    assert found.act == theirs
    assert "has the post number of" in found.says


def test_what_was_changed_since_it_was_made_is_not_taken_out(services, amara, bola):
    act = did(services, amara, "Made.", lambda: Unit.create(services, "New", key="new"))
    theirs = did(services, bola, "Renamed.", lambda: unit(services, "new").rename("Newer"))
    (found,) = in_the_way(act, amara)
    assert (found.key, found.field, found.act) == ("new", None, theirs)
    assert found.says.startswith("Newer has changed since")


def test_what_is_gone_since_says_so(services, amara, bola):
    act = did(services, amara, "A.", lambda: unit(services, "youth").rename("Young People"))
    did(services, bola, "Young People closed.", unit(services, "youth").take_out)
    (found,) = in_the_way(act, amara)
    assert found.says.startswith("Young People is gone since: Young People closed (bola, ")


def test_an_act_is_undone_once(services, amara, bola):
    act = did(services, amara, "A.", lambda: unit(services, "youth").rename("Young People"))
    undo(act, bola)
    (found,) = in_the_way(act, amara)
    assert found.says.startswith("“A.” is undone already (bola, ")


def test_an_act_on_the_structure_as_a_whole_is_not_put_back_here(services, amara):
    with services.editing(amara, "send out") as editing:
        editing.structure.status = "consultation"
        editing.structure.save()
    with pytest.raises(NotPutBackHere, match="its title, its status or its date"):
        undo(last(services), amara)


def test_an_act_on_the_papers_is_not_put_back_here(borough, amara):
    with borough.editing(amara, "edit the papers"):
        pass
    with pytest.raises(NotPutBackHere, match="Correct the paper itself"):
        undo(Act.objects.first(), amara)


def test_nothing_is_undone_in_a_structure_that_is_frozen(services, amara):
    act = did(services, amara, "A.", lambda: unit(services, "youth").rename("Young People"))
    Structure.objects.filter(pk=services.pk).update(status="approved")
    with pytest.raises(errors.ReadOnly):
        undo(Act.objects.get(pk=act.pk), amara)


# Undo and redo, step by step.


@pytest.fixture
def since():
    return timezone.now()


def rename(structure, user, name):
    return did(structure, user, f"{name}.", lambda: unit(structure, "youth").rename(name))


def step(structure, user, since, which=undoable, verb="undo"):
    """Undo the next step, and give the name that Youth has then."""
    undo(which(structure, user, since), user, verb=verb)
    return unit(structure, "youth").name


def redo(structure, user, since):
    return step(structure, user, since, redoable, REDO)


def test_a_persons_acts_are_undone_newest_first_and_done_again(services, since, amara):
    for name in ("A", "B"):
        rename(services, amara, name)
    assert [step(services, amara, since) for _ in range(2)] == ["A", "Youth"]
    assert undoable(services, amara, since) is None
    assert [redo(services, amara, since) for _ in range(2)] == ["A", "B"]
    assert redoable(services, amara, since) is None
    assert [step(services, amara, since) for _ in range(2)] == ["A", "Youth"]


def test_a_new_act_leaves_nothing_to_be_done_again(services, since, amara):
    rename(services, amara, "A")
    step(services, amara, since)
    rename(services, amara, "B")
    assert redoable(services, amara, since) is None
    assert step(services, amara, since) == "Youth"


def test_other_peoples_acts_and_earlier_ones_are_not_ones_own_to_undo(services, amara, bola):
    rename(services, amara, "A")
    later = timezone.now()
    rename(services, bola, "B")
    assert undoable(services, amara, later) is None
    assert undoable(services, amara, later - timedelta(hours=1)).says == "A."
    assert undoable(services, amara, None) is None


def test_what_somebody_else_put_back_is_passed_over(services, since, amara, bola):
    rename(services, amara, "A")
    newest = rename(services, amara, "B")
    undo(newest, bola, verb=PUT_BACK)
    assert step(services, amara, since) == "Youth"


def test_a_put_back_is_an_act_that_is_undone_like_any(services, since, amara, bola):
    theirs = rename(services, bola, "B")
    put_back = undo(theirs, amara, verb=PUT_BACK)
    undo(put_back, amara, verb=PUT_BACK)
    assert unit(services, "youth").name == "B"
    assert [step(services, amara, since) for _ in range(2)] == ["Youth", "B"]
    assert undoable(services, amara, since) is None
    assert [redo(services, amara, since) for _ in range(2)] == ["Youth", "B"]


def test_an_act_on_the_structure_as_a_whole_is_passed_over(services, since, amara):
    mine = rename(services, amara, "A")
    with services.editing(amara, "set the date") as editing:
        editing.structure.in_force_from = "1 April 2010"
        editing.structure.save()
    assert undoable(services, amara, since) == mine


def test_what_was_drawn_before_it_came_into_force_is_no_ones_next_step(services, since, amara):
    rename(services, amara, "A")
    with services.editing(amara, "bring into force") as editing:
        editing.structure.come_into_force()
    services.refresh_from_db()
    assert undoable(services, amara, since) is None
    mine = rename(services, amara, "B")
    assert undoable(services, amara, since) == mine


def test_the_next_steps_are_found_in_one_query(services, amara, since, django_assert_num_queries):
    for name in "ABC":
        rename(services, amara, name)
    with django_assert_num_queries(1):
        undoable(services, amara, since)
