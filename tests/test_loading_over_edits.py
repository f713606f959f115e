"""What people changed is not overwritten by a council's file, unless the file has adopted it."""

from dataclasses import replace
from decimal import Decimal

import pytest

import posts.models
from divisions.models import Act, Council, Structure, Unit
from reports import models
from reports.councilfile import load
from reports.councilfile.values import Grade
from reports.models import Restructure
from reports.proposal import Milestone
from tests.borough_files import borough_file, restructures

pytestmark = pytest.mark.django_db


def council():
    return Council.objects.get(slug="borough")


@pytest.mark.parametrize(("fact", "value"), [("title", "Ours"), ("complete_to_tier", 3)])
def test_a_persons_change_of_a_structures_own_facts_is_kept(fact, value):
    file = borough_file(("a", "on record"), ("b", "draft"))
    load.load(file)
    structure = Structure.objects.get(key="b")
    with structure.editing(verb="change a structure") as editing:
        setattr(editing.structure, fact, value)
        editing.structure.save()
    with pytest.raises(load.WouldOverwrite, match="1 change"):
        load.load(file)
    assert getattr(Structure.objects.get(key="b"), fact) == value


def test_what_a_person_changed_and_the_file_adopted_is_the_files_from_then_on():
    load.load(borough_file(("a", "on record"), ("b", "draft", "First")))
    Unit.objects.get(key="u").rename("Second")
    versions = Unit.history.count(), Structure.history.count(), Council.history.count()
    assert load.load(borough_file(("a", "on record"), ("b", "draft", "Second"))).differences == ()
    assert (Unit.history.count(), Structure.history.count(), Council.history.count()) == versions
    third = borough_file(("a", "on record"), ("b", "draft", "Third"))
    assert load.plan(third).overwritten == ()
    load.load(third)
    acts = Act.objects.count()
    load.load(third)
    assert Act.objects.count() == acts


def test_a_persons_change_stays_theirs_while_files_without_its_structure_are_loaded():
    both = borough_file(("a", "on record"), ("b", "draft", "First"))
    load.load(both)
    Unit.objects.get(key="u").rename("Ours")
    load.load(replace(borough_file(("a", "superseded")), note="without b"))
    with pytest.raises(load.WouldOverwrite):
        load.load(both)


def test_what_a_person_drew_is_not_overwritten_by_a_file_that_never_held_it():
    load.load(borough_file(("a", "on record")))
    with council().editing():
        draft = Structure.objects.create(council=council(), key="b", title="The b")
    Unit.create(draft, "Ours", key="u")
    load.load(borough_file(("a", "superseded")))
    with pytest.raises(load.WouldOverwrite):
        load.load(borough_file(("a", "superseded"), ("b", "draft", "Theirs")))


def with_paper(title="First", step="Consult", pounds="100"):
    """A file with a grade, and a restructure that has a timetable."""
    file = borough_file(("a", "draft"), ("b", "draft"), more=restructures("r"))
    proposal = replace(file.proposals[0], title=title, milestones=(Milestone(what=step),))
    return replace(file, grades=(Grade(name="G", pounds=Decimal(pounds)),), proposals=(proposal,))


def without_paper(note):
    """A file that holds neither grade nor restructure."""
    return replace(borough_file(("a", "draft")), note=note)


def people_edit(model, **facts):
    with council().editing(verb="correct"):
        row = model.objects.get()
        for name, value in facts.items():
            setattr(row, name, value)
        row.save()


EDITS = {
    "title": (Restructure, {"title": "Ours"}),
    "timetable": (models.Milestone, {"what": "Ours"}),
    "grade": (posts.models.Grade, {"pounds": 200}),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_persons_edit_is_not_overwritten_after_a_file_that_did_not_hold_it(edit):
    load.load(with_paper())
    people_edit(edit[0], **edit[1])
    load.load(without_paper("one"))
    load.load(without_paper("two"))
    with pytest.raises(load.WouldOverwrite, match="1 change"):
        load.load(with_paper())
    load.load(with_paper(), replace=True)
    assert load.plan(with_paper("Second", "Decide", "300")).overwritten == ()


ADOPTED = [(EDITS["title"], {"title": "Ours"}), (EDITS["grade"], {"pounds": "200"})]


@pytest.mark.parametrize(("edit", "held"), ADOPTED, ids=["title", "grade"])
def test_an_edit_that_a_file_held_as_it_was_left_is_the_files_and_the_next_is_not(edit, held):
    load.load(with_paper())
    people_edit(edit[0], **edit[1])
    assert load.load(with_paper(**held)).differences == ()
    assert load.plan(with_paper("Second", "Decide", "300")).overwritten == ()
    people_edit(edit[0], **dict.fromkeys(edit[1], 7))
    load.load(without_paper("one"))
    assert len(load.plan(with_paper()).overwritten) == 1


def test_a_milestone_that_a_person_took_out_stays_out():
    load.load(with_paper())
    with council().editing(verb="correct"):
        models.Milestone.objects.get().delete()
    load.load(without_paper("one"))
    assert len(load.plan(with_paper()).overwritten) == 1
    load.load(replace(with_paper(), proposals=(replace(with_paper().proposals[0], milestones=()),)))
    assert load.plan(with_paper()).overwritten == ()


def test_what_people_made_of_a_council_is_not_overwritten_by_its_first_file():
    made = Council.objects.bulk_create([Council(slug="borough", name="")])[0]
    with made.editing(verb="make a council") as made:
        made.name = "Ours"
        made.save()
        posts.models.Grade.objects.create(council=made, name="G", pounds=200)
    with pytest.raises(load.WouldOverwrite, match="2 changes"):
        load.load(with_paper())
    assert council().name == "Ours"


def test_what_people_said_of_a_council_and_its_file_adopted_is_the_files():
    load.load(without_paper("First"))
    people_edit(Council, note="Ours")
    assert len(load.plan(without_paper("Second")).overwritten) == 1
    load.load(without_paper("Ours"))
    assert load.plan(without_paper("Second")).overwritten == ()
