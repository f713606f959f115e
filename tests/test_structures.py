"""One structure under edit: one way in, one act, one sound tree."""

import pytest

from divisions import errors, tree
from divisions.models import Act, OutsideAnyAct, Structure, Unit
from posts import reading
from posts.models import Post


def outline(structure):
    """The units of a structure as they stand in its tree: name and depth."""
    units = Unit.objects.filter(structure=structure).exclude(parent=None).order_by("lft")
    return [(unit.name, unit.level) for unit in units]


@pytest.fixture
def services(draft):
    """A directorate with three teams."""
    top = Unit.create(draft, "Services", key="services")
    for name in ("Adoption", "Fostering", "Youth"):
        Unit.create(draft, name, key=name.lower(), under=top)
    return draft


def unit(structure, key):
    return Unit.objects.get(structure=structure, key=key)


def test_a_team_moves_with_all_that_stands_below_it(services):
    unit(services, "adoption").move_under(unit(services, "youth"))
    unit(services, "youth").move_under(unit(services, "services"), after=tree.FIRST)
    assert outline(services) == [("Services", 1), ("Youth", 2), ("Adoption", 3), ("Fostering", 2)]
    assert list(tree.faults(Unit, services)) == []


def test_a_team_put_between_two_others_writes_one_row(services):
    before = Unit.history.count()
    unit(services, "youth").move_under(unit(services, "services"), after=unit(services, "adoption"))
    assert outline(services)[1:] == [("Adoption", 2), ("Youth", 2), ("Fostering", 2)]
    assert Unit.history.count() == before + 1


def test_a_gap_that_is_used_up_is_made_again(services):
    for _ in range(15):
        for key in ("youth", "fostering"):
            unit(services, key).move_under(
                unit(services, "services"), after=unit(services, "adoption")
            )
    assert outline(services)[1:] == [("Adoption", 2), ("Fostering", 2), ("Youth", 2)]
    positions = Unit.objects.filter(structure=services, level=2).values_list("position", flat=True)
    assert len(set(positions)) == 3


def test_a_unit_cannot_go_below_itself(services):
    with pytest.raises(errors.WouldLoop, match="Choose another place"):
        unit(services, "services").move_under(unit(services, "youth"))
    assert outline(services)[0] == ("Services", 1)


def test_another_structures_unit_is_refused(services, borough):
    with borough.editing():
        other = Structure.objects.create(council=borough, key="other", title="Option B")
    elsewhere = Unit.create(other, "Elsewhere", key="elsewhere")
    with pytest.raises(errors.NotInStructure, match="Elsewhere"):
        unit(services, "youth").move_under(elsewhere)


def test_a_unit_under_which_others_stand_is_not_closed(services):
    with pytest.raises(errors.StillNeeded, match="3 units"):
        unit(services, "services").take_out()
    unit(services, "youth").take_out()
    assert len(outline(services)) == 3
    assert list(tree.faults(Unit, services)) == []


def test_what_is_done_together_is_one_act_and_one_revision(services, amara):
    revision, acts = services.revision, Act.objects.count()
    with services.editing(amara, "tidy up", "before the committee", seen=revision):
        unit(services, "youth").rename("Youth Service")
        unit(services, "adoption").move_under(unit(services, "youth"))
    assert services.revision == revision + 1
    act = Act.objects.get(structure=services, revision=services.revision)
    assert (act.user, act.verb, act.reason) == (amara, "tidy up", "before the committee")
    assert Act.objects.count() == acts + 1
    assert set(Unit.history.filter(act=act).values_list("key", flat=True)) == {"youth", "adoption"}


def test_who_saw_an_older_revision_is_told(services):
    with (
        pytest.raises(errors.ChangedMeanwhile),
        services.editing(seen=services.revision - 1),
    ):
        pass


def test_a_structure_on_record_is_read_only_but_for_its_file(services):
    Structure.objects.filter(pk=services.pk).update(status="on record")
    with pytest.raises(errors.ReadOnly, match="on record"):
        unit(services, "youth").rename("Youth Service")
    with services.editing(even_frozen=True):
        unit(services, "youth").rename("Youth Service")


def test_nothing_is_written_outside_an_act(services):
    youth = unit(services, "youth")
    youth.name = "Youth Service"
    with pytest.raises(OutsideAnyAct):
        youth.save()


def test_a_failed_act_leaves_nothing(services):
    revision = services.revision
    with pytest.raises(errors.WouldLoop), services.editing():
        unit(services, "youth").rename("Gone again")
        unit(services, "services").move_under(unit(services, "youth"))
    assert unit(services, "youth").name == "Youth"
    assert Structure.objects.get(pk=services.pk).revision == revision


def test_the_past_is_as_it_was_at_each_act(services):
    head = Post.create(services, "Head", key="head", unit=unit(services, "services"))
    Post.create(services, "Social worker", key="worker", reports_to=head)
    then = services.acts.first()
    was = reading.read(services)
    Post.objects.get(key="worker").delete_from_structure()
    unit(services, "youth").move_under(unit(services, "adoption"))
    assert reading.read(services) != was
    assert reading.read_past(services, then) == was


def test_a_post_to_which_others_report_is_not_deleted(services):
    head = Post.create(services, "Head", key="head", line="none")
    Post.create(services, "Social worker", key="worker", reports_to=head)
    with pytest.raises(errors.StillNeeded, match="1 post reports to Head"):
        head.delete_from_structure()


def test_the_past_has_the_title_and_completeness_that_the_structure_had_then(borough):
    with borough.editing():
        structure = Structure.objects.create(council=borough, key="draft", title="Option A")
    with structure.editing() as editing:
        then = editing.act
    with structure.editing() as editing:
        editing.structure.title, editing.structure.complete_to_tier = "Option B", 3
        editing.structure.save()
    structure.refresh_from_db()
    past, now = reading.read_past(structure, then), reading.read(structure)
    assert (past.title, past.complete_to_tier) == ("Option A", None)
    assert (now.title, now.complete_to_tier) == ("Option B", 3)
