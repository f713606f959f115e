"""Many people edit one structure at once: it stays sound, and nobody's edit is lost.

ORGCHART_EDITS says how many edits each makes (50 unless set).
"""

import os
import traceback
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from io import StringIO
from random import Random
from threading import Event
from time import sleep
from urllib.parse import urlencode

import pytest
from django.core.management import call_command
from django.db import connections
from django.http import QueryDict

from divisions import errors, tree
from divisions.models import Act, Structure, Unit
from posts import checking, from_list, reading, redrawing, undo, writing
from posts.acts import ACTS
from posts.establishment_list import reading as list_reading
from posts.establishment_list.making import establish
from posts.establishment_list.matching import guess
from posts.models import Post
from reports.councilfile import live, load
from reports.councilfile.reading import read
from tests.cast import council
from tests.outlines import plant

PEOPLE = 8
EDITS = int(os.environ.get("ORGCHART_EDITS", "50"))
FEWER_ON_SQLITE = 5  # who writes there waits for everybody else

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def shared(transactional_db):
    """A structure of twelve units and twelve posts that everybody edits."""
    council_ = council("borough", "The Borough")
    structure = Structure(council=council_, key="draft", title="The draft")
    Structure.objects.bulk_create([structure])
    units = [(f"Unit {number}", 1 + number % 3) for number in range(12)]
    posts = [(f"Post {number}", 1 + number % 4) for number in range(12)]
    return plant(structure, units, posts)


class Person:
    """Somebody who edits at random, on what they saw before others changed it."""

    def __init__(self, structure, number):
        self.structure, self.random, self.number = structure, Random(number), number
        self.made, self.done, self.refused, self.broken = 0, 0, 0, []

    def edit(self, times):
        try:
            for _ in range(times):
                self._edit_once()
        except Exception:
            self.broken.append(traceback.format_exc())
        finally:
            connections.close_all()
        return self

    def _edit_once(self):
        units, posts = list(self.structure.units.all()), list(self.structure.posts.all())
        units, posts = ([part for part in parts if part.key] for parts in (units, posts))
        verb = self.random.choice(VERBS)
        if len(units) < 3 or len(posts) < 3:
            verb = self.random.choice([create_unit, create_post])
        try:
            with self.structure.editing():
                verb(self, units, posts)
            self.done += 1
        except errors.RuleBroken:
            self.refused += 1

    def new_key(self):
        self.made += 1
        return f"new-{self.number}-{self.made}"

    def some(self, parts):
        return self.random.choice(parts)

    def maybe(self, parts):
        """Where to put it: last, first, or after one that may be elsewhere by now."""
        return self.random.choice([None, None, tree.FIRST, self.random.choice(parts)])


def create_unit(person, units, posts):
    key = person.new_key()
    Unit.create(person.structure, key, key=key, under=person.random.choice([None, *units]))


def move_unit(person, units, posts):
    person.some(units).move_under(person.some(units), after=person.maybe(units))


def move_unit_to_top(person, units, posts):
    person.some(units).move_to_top(person.some(Unit.Place.values), after=person.maybe(units))


def rename_unit(person, units, posts):
    person.some(units).rename(f"Renamed by {person.number}")


def close_unit(person, units, posts):
    person.some(units).take_out()


def create_post(person, units, posts):
    key, manager = person.new_key(), person.random.choice([None, *posts])
    Post.create(person.structure, key, key=key, unit=person.some(units), reports_to=manager)


def report_to(person, units, posts):
    person.some(posts).report_to(person.some(posts), after=person.maybe(posts))


def report_to_no_post(person, units, posts):
    person.some(posts).report_to_no_post(person.some(["none", "not stated"]))


def move_post(person, units, posts):
    person.some(posts).move_to_unit(person.random.choice([None, *units]))


def change_post(person, units, posts):
    person.some(posts).change(title=f"Retitled by {person.number}", state="vacant")


def delete_post(person, units, posts):
    person.some(posts).delete_from_structure()


def write_many(person, units, posts):
    """Bring three units and posts at once to other names, as a file or an undo does."""
    with person.structure.editing() as editing:
        current = reading.read(editing.structure)
        some = person.random.sample(sorted(current.units), min(3, len(current.units)))
        renamed = {
            key: replace(current.units[key], name=f"{key} by {person.number}") for key in some
        }
        writing.write(editing, current, replace(current, units=current.units | renamed))


def merge(person, units, posts):
    redrawing.merge(person.random.sample(units, 2), f"Merged by {person.number}")


def split(person, units, posts):
    redrawing.split(person.some(units), [f"Split by {person.number}", "The rest"])


def close_and_hand_on(person, units, posts):
    unit, other = person.random.sample(units, 2)
    redrawing.close(unit, units_to=other, posts_to=other)


def many_posts(person, units, posts):
    some = person.random.sample(posts, min(3, len(posts)))
    redrawing.move_posts(some, person.some(units))
    redrawing.let_report(some, person.some(posts))


def delete_posts(person, units, posts):
    redrawing.delete_posts(person.random.sample(posts, 2))


def undo_lately(person, units, posts):
    undo.undo(person.some(person.structure.acts.order_by("-pk")[:5]), user=None)


VERBS = (
    create_unit, create_unit, move_unit, move_unit_to_top, rename_unit, close_unit,
    create_post, create_post, create_post, report_to, report_to_no_post, move_post, change_post,
    delete_post, write_many, merge, split, close_and_hand_on, many_posts, delete_posts, undo_lately,
)  # fmt: skip


def test_eight_people_editing_at_once_leave_a_sound_structure_and_lose_nothing(shared, database):
    times = EDITS // FEWER_ON_SQLITE if database == "sqlite" else EDITS
    before = Structure.objects.get(pk=shared.pk).revision
    with ThreadPoolExecutor(PEOPLE) as pool:
        people = list(pool.map(lambda number: Person(shared, number).edit(times), range(PEOPLE)))
    assert [said for person in people for said in person.broken] == []
    assert sum(person.done + person.refused for person in people) == PEOPLE * times
    after, done = Structure.objects.get(pk=shared.pk), sum(person.done for person in people)
    assert after.revision == before + done
    assert Act.objects.filter(structure=shared, revision__gt=before).count() == done
    assert list(checking.faults(after)) == []
    call_command("check_trees", stdout=StringIO())


def test_of_two_who_saw_the_same_revision_one_is_told(shared):
    seen = Structure.objects.get(pk=shared.pk).revision
    with ThreadPoolExecutor(PEOPLE) as pool:
        told = list(pool.map(lambda number: _rename(shared, number, seen), range(PEOPLE)))
    assert sorted(told) == [False] + [True] * (PEOPLE - 1)


def _rename(structure, number, seen):
    """Whether somebody was told that the structure had changed meanwhile."""
    try:
        with structure.editing(seen=seen):
            Unit.objects.get(structure=structure, key="unit-0").rename(f"By {number}")
    except errors.ChangedMeanwhile:
        return True
    finally:
        connections.close_all()
    return False


FILE = """format: 1
council:
  slug: county
  name: The County
structures:
- id: a
  title: One
  status: draft
  units:
  - id: by-the-file
    name: {}
  - id: by-people
    name: {}
"""


def _file(ours="Ours", theirs="Theirs"):
    return read(FILE.format(ours, theirs).encode(), "county.yaml")


def _tried(verb):
    """What a verb gave, or the rule that it broke; anything else is an error of the test."""
    try:
        return verb()
    except errors.RuleBroken as refusal:
        return refusal
    finally:
        connections.close_all()


def test_a_file_is_loaded_beside_edits_and_overwrites_none_of_them(database):
    load.load(_file())
    people = PEOPLE if database == "postgresql" else 2

    def rename(number):
        return _tried(lambda: Unit.objects.get(key="by-people").rename(f"By {number}"))

    def load_again(number):
        return _tried(lambda: load.load(_file(ours=f"Of file {number}")))

    for turn in range(4):
        load.load(_file(), replace=True)
        with ThreadPoolExecutor(2 * people) as pool:
            edits = [pool.submit(rename, number) for number in range(people)]
            loads = [pool.submit(load_again, (turn, number)) for number in range(people)]
        assert [edit.result() for edit in edits] == [None] * people
        told = [each.result() for each in loads]
        assert all(isinstance(each, load.Plan | load.WouldOverwrite) for each in told)
        assert Unit.objects.get(key="by-people").name.startswith("By ")


def test_an_edit_that_began_before_the_loading_is_not_overwritten(database):
    """The editor holds the structure while the file is about to be compared with it."""
    load.load(_file())
    structure, began = Structure.objects.get(key="a"), Event()

    def edit():
        with structure.editing(verb="rename a unit"):
            began.set()
            sleep(0.5)
            Unit.objects.get(key="by-people").rename("By a person")

    with ThreadPoolExecutor(2) as pool:
        edited = pool.submit(_tried, edit)
        began.wait(5)
        loaded = pool.submit(_tried, lambda: load.load(_file(theirs="Of the file")))
    assert edited.result() is None
    assert isinstance(loaded.result(), load.WouldOverwrite)
    assert Unit.objects.get(key="by-people").name == "By a person"


def test_two_first_loadings_of_one_council_at_once_are_both_done(database):
    with ThreadPoolExecutor(PEOPLE) as pool:
        told = list(pool.map(lambda _: _tried(lambda: load.load(_file())), range(PEOPLE)))
    assert sorted(bool(plan.differences) for plan in told) == [False] * (PEOPLE - 1) + [True]
    assert live.council_file(Structure.objects.get(key="a").council) == _file()


def _posted(structure, grade):
    """What came of an officer's creating a post of a grade that is new to the council."""

    def create():
        sent = {"seen": "0", "to": ":none", "to_title": "Officer"}
        sent |= {"rows": "1", "grade": grade, "new_grade": grade}
        form = ACTS["new-post"](QueryDict(urlencode(sent)), structure=structure, user=None)
        assert form.is_valid(), form.errors
        return form.save()

    return _tried(create)


def _listed(council, grade):
    """What came of making a structure of a list in which a grade is new to the council."""

    def make():
        table = list_reading.read_text(f"Title\tGrade\nClerk\t{grade}")
        known = from_list.known(council)
        found = establish(table, guess(table, known.kinds), known)
        said = {"title": f"List of {grade}", "status": "draft", "is_complete": False}
        return from_list.make(council, found, **said, named="a list", user=None)

    return _tried(make)


GRADED = FILE.replace("structures:", "  grades:\n  - name: {grade}\nstructures:")


def test_officers_a_list_and_a_file_add_one_new_grade_at_once(database, monkeypatch):
    """An officer goes on for a while after adding it, and the others come upon it half done."""
    load.load(_file())
    one, began = Structure.objects.get(key="a"), Event()
    others = [Structure(council=one.council, key=key, title=key) for key in ("b", "c")]
    Structure.objects.bulk_create(others)
    file = read(GRADED.format("Ours", "Theirs", grade="Grade 7").encode(), "county.yaml")
    create_posts = redrawing.create_posts

    def create_slowly(*said, **facts):
        began.set()
        sleep(0.4)
        return create_posts(*said, **facts)

    def once_begun(verb, *said, **more):
        began.wait(5)
        return _tried(partial(verb, *said, **more))

    monkeypatch.setattr(redrawing, "create_posts", create_slowly)
    with ThreadPoolExecutor(5) as pool:
        done = [pool.submit(_posted, structure, "Grade 7") for structure in (one, *others)]
        done.append(pool.submit(once_begun, _listed, one.council, "Grade 7"))
        done.append(pool.submit(once_begun, load.load, file, replace=True))
    assert [each for each in done if isinstance(each.result(), errors.RuleBroken)] == []
    assert one.council.grades.filter(name="Grade 7").count() == 1
