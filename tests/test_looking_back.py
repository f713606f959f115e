"""A structure as it was recorded at a moment, and the history of a thing through structures."""

from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from divisions.models import Structure
from reports.coming_into_force import bring_into_force
from tests.drifting import DAY, approved, drawn, in_force
from tests.looking_back import DRAFT, SERVICES, did, rename
from tests.made_up import planted, snapshot
from tests.outlines import plant, unit
from tests.pages import words


@pytest.fixture
def services(draft):
    """A directorate with two teams."""
    return plant(draft, SERVICES, [("Director", 1)])


# ---- as recorded on ----


@pytest.mark.parametrize("face", ["", "outline/", "table/"])
def test_each_face_shows_a_structure_as_it_was_recorded(at_amaras, amara, services, face):
    with services.editing(amara, "give a title") as editing:
        editing.structure.save()
    then = editing.act
    with services.editing(amara, "rename") as editing:
        unit(services, "youth").rename("Young People")
        editing.structure.title = "Another title"
        editing.structure.save()
    page = words(at_amaras.get(f"{DRAFT}{face}?at={then.pk}&show=youth"))
    assert "As recorded on" in page
    assert "Since then 1 act was recorded" in page
    assert "Young People" not in page
    assert "Another title" not in page
    assert "Nothing can be changed here." in page
    assert "Every act is saved" not in page


def test_one_steps_from_act_to_act(at_bens, amara, services):
    first = services.acts.first()
    second, third = (rename(services, amara, name) for name in ("A", "B"))
    page = at_bens.get(f"{DRAFT}?at={second.pk}&show=youth").content.decode()
    assert f"?at={first.pk}&amp;show=youth" in page
    assert f"?at={third.pk}&amp;show=youth" in page
    assert "One act later" not in words(at_bens.get(f"{DRAFT}?at={third.pk}"))
    assert "One act earlier" not in words(at_bens.get(f"{DRAFT}?at={first.pk}"))


def at(act, moment):
    """Let an act have been done at a moment."""
    type(act).objects.filter(pk=act.pk).update(moment=moment)


def test_the_chart_on_a_day_and_time_is_that_of_the_last_act_until_then(at_bens, amara, services):
    act = services.acts.first()
    at(act, "2026-11-20T16:59:30Z")
    at(rename(services, amara, "Young People"), "2026-11-20T17:01:00Z")
    for on in ("20 November 2026", "2026-11-20"):
        answer = at_bens.get(DRAFT + "recorded/", {"on": on, "time": "16:59"})
        assert (answer.status_code, answer["Location"]) == (303, f"{DRAFT}?at={act.pk}")


def test_a_day_without_a_time_is_its_end(at_bens, amara, services):
    at(services.acts.first(), "2026-07-20T09:00:00+01:00")
    last = rename(services, amara, "Young People")
    at(last, "2026-07-20T23:59:59+01:00")
    answer = at_bens.get(DRAFT + "recorded/", {"on": "20 July 2026"})
    assert answer["Location"] == f"{DRAFT}?at={last.pk}"


def test_before_the_first_act_nothing_was_recorded(at_bens, services):
    at(services.acts.first(), "2026-11-20T09:15:00Z")
    answer = at_bens.get(DRAFT + "recorded/", {"on": "1 April 2006"}, follow=True)
    assert "Its first act was on 20 November 2026 at 09:15." in words(answer)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({}, "Type a day, like 20 November 2026"),
        ({"on": "lately"}, "cannot be read as a date"),
        ({"on": "November 2026"}, "is not one day"),
        ({"on": "20 November 2026", "time": "noon"}, "Type a time like 17:00"),
    ],
)
def test_a_moment_that_cannot_be_read_is_said_beside_the_field(at_bens, services, asked, says):
    answer = at_bens.get(DRAFT + "recorded/", asked)
    assert answer.status_code == 422
    assert says in words(answer)


# ---- how much looking back costs ----


LOOKING_BACK = (
    "/borough/structures/made-up-{n}/history/",
    "/borough/structures/made-up-{n}/history/?of=u1",
    "/borough/structures/made-up-{n}/history/{first}/",
    "/borough/structures/made-up-{n}/history/{last}/",
    "/borough/structures/made-up-{n}/?at={first}",
    "/borough/structures/made-up-{n}/outline/?at={first}&show=u1",
    "/borough/structures/made-up-{n}/table/?at={first}",
    "/borough/compare/?before=made-up-{n}@{first}&after=made-up-{n}@{last}",
    "/borough/compare/changes/?before=made-up-{n}@{first}&after=made-up-{n}",
    "/borough/history/",
    "/borough/history/{paper}/",
)


def made_grades(borough):
    """An act on the council's papers."""
    with borough.editing(verb="add a grade"):
        borough.grades.create(name="Grade 99")
    return borough.acts.first()


def test_looking_back_takes_as_few_queries_at_any_size(at_amaras, amara, borough):
    numbers = {}
    for size in (50, 2000):
        structure = planted(borough, snapshot(size, key=f"made-up-{size}"))
        Structure.objects.filter(pk=structure.pk).update(status="draft")
        first = structure.acts.first()
        paper = borough.acts.filter(structure=None).first() or made_grades(borough)
        last = did(structure, amara, "Renamed.", partial(unit(structure, "u1").rename, "A"))
        for address in LOOKING_BACK:
            asked = address.format(n=size, first=first.pk, last=last.pk, paper=paper.pk)
            with CaptureQueriesContext(connection) as queries:
                assert at_amaras.get(asked).status_code == 200
            numbers.setdefault(address, []).append(len(queries))
    assert {address: few for address, (few, many) in numbers.items() if few != many} == {}
    assert {address: many for address, (_, many) in numbers.items() if many > 15} == {}


# ---- one thing in all structures ----


def test_the_history_of_a_thing_goes_on_in_the_structures_before_and_after(
    at_amaras, amara, services
):
    rename(services, amara, "Young People")
    bring_into_force(approved(services), DAY, amara)
    draft = drawn(services, "option")
    rename(draft, amara, "Youth and Play")
    page = at_amaras.get("/borough/structures/option/history/?of=youth")
    assert "It stands, or stood, in another structure too" in words(page)
    assert f'href="{DRAFT}history/?of=youth"' in page.content.decode()
    assert 'href="/borough/history/?of=youth"' in page.content.decode()
    page = at_amaras.get("/borough/history/?of=youth")
    said = words(page)
    assert "History of Youth and Play" in said
    assert said.index("Youth renamed Youth and Play.") < said.index("Youth renamed Young People.")
    assert "came into force" not in said, "that is about the structure, and wrote nothing of it"
    file = at_amaras.get("/borough/history.csv?of=youth").content.decode()
    assert file.count("Youth renamed") == 2
    assert at_amaras.get("/borough/history/?of=nobody").status_code == 404


def test_the_history_of_a_thing_says_nothing_of_another_councils(at_amaras, services, county):
    other = in_force(county)
    assert unit(other, "youth")
    assert "In one structure alone: The draft" in words(at_amaras.get("/borough/history/?of=youth"))
