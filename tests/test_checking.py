"""check_trees passes what is sound, names whatever was damaged behind the program's back, and mends
what can be made again."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from divisions.models import Origin, Structure, Unit
from posts.models import Grade, Leads, Post, ReportingLine
from tests.cast import council
from tests.outlines import outline, plant, post, unit

UNITS = [("Services", 1), ("Adoption", 2), ("Fostering", 2), ("Youth", 2), ("Outreach", 3)]
POSTS = [("Director", 1), ("Head of Youth", 2), ("Youth Worker", 3)]


@pytest.fixture
def services(draft):
    """A directorate with three teams and a line of three posts."""
    plant(draft, UNITS, POSTS)
    post(draft, "director").move_to_unit(unit(draft, "services"))
    return draft


@pytest.fixture
def other(borough):
    """Another structure of the same council."""
    other = Structure(council=borough, key="other", title="Option B")
    Structure.objects.bulk_create([other])
    return plant(other, [("Elsewhere", 1)], [("Stranger", 1)])


def check(*arguments):
    """What check_trees says: what is wrong, or that nothing is."""
    out, err = StringIO(), StringIO()
    try:
        call_command("check_trees", *arguments, stdout=out, stderr=err)
    except CommandError as error:
        return err.getvalue() + str(error)
    return out.getvalue()


def damage(part, **columns):
    """Change a row as no verb would."""
    type(part).objects.filter(pk=part.pk).update(**columns)


def test_sound_structures_pass(services, other):
    assert check() == "2 structures checked: every tree is sound.\n"


@pytest.mark.parametrize("column", ["lft", "rght", "level", "tree_id"])
def test_a_wrong_number_is_found_and_mended(services, column):
    damage(unit(services, "youth"), **{column: 999})
    assert "borough/draft: unit “youth”" in check()
    assert "999" in check()
    assert check("--mend").endswith("every tree is sound.\n")
    assert outline(services) == UNITS


def test_mending_leaves_parents_and_positions_as_they_are(services):
    Unit.objects.filter(structure=services).update(lft=1, rght=2, level=7)
    Post.objects.filter(structure=services).update(lft=0, rght=0, level=0, tree_id=1)
    assert check("--mend").endswith("every tree is sound.\n")
    assert outline(services) == UNITS


def test_mending_is_an_act_only_where_something_is_wrong(services, other):
    damage(unit(services, "youth"), lft=999)
    acts = services.acts.count(), other.acts.count()
    check("--mend")
    assert (services.acts.count(), other.acts.count()) == (acts[0] + 1, acts[1])
    check("--mend")
    assert services.acts.count() == acts[0] + 1


def test_a_council_that_is_not_there_is_not_checked(services):
    assert check("nowhere") == "There is no council “nowhere”. There are: borough."
    assert check("borugh") == "There is no council “borugh”. Did you mean “borough”?"


def test_a_loop_is_found_and_nothing_is_mended_into_it(services):
    damage(unit(services, "youth"), parent=unit(services, "outreach"))
    for said in (check(), check("--mend")):
        assert "unit “youth” (row" in said
        assert "unit “outreach” (row" in said
        assert "loop" in said


def test_a_parent_in_another_structure_is_found(services, other):
    damage(unit(services, "youth"), parent=unit(other, "elsewhere"))
    assert "borough/draft: unit “youth” (row" in check()
    assert "which is not in this structure" in check()


def test_a_second_root_is_found(services):
    damage(post(services, "head-of-youth"), parent=None, tree_id=services.pk + 1000)
    assert "post has 2 roots, and should have one" in check()
    assert "post “head-of-youth”" in check()


def test_a_unit_at_the_top_without_a_place_is_found(services):
    damage(unit(services, "services"), place=None)
    assert "unit “services” (row" in check()
    assert "stands at the top and has no place" in check()


def test_a_unit_below_another_with_a_place_of_its_own_is_found(services):
    damage(unit(services, "youth"), place="outside")
    assert "unit “youth” (row" in check()
    assert "has a place of its own" in check()


def test_a_line_that_says_other_than_the_tree_is_found(services):
    damage(post(services, "youth-worker"), line="none")
    damage(post(services, "director"), line="stated")
    assert "“youth-worker” (row" in check()
    assert "“director” (row" in check()
    assert "2 faults found." in check()


DAMAGES = {
    "post “Director” (row": lambda here, other: damage(
        post(here, "director"), unit=unit(other, "elsewhere")
    ),
    "leads a unit of another structure": lambda here, other: _lead(
        here, post(here, "director"), unit(other, "elsewhere")
    ),
    "is led by a post of another structure": lambda here, other: _lead(
        here, post(other, "stranger"), unit(here, "youth")
    ),
    "ends at a post of another structure": lambda here, other: _line(
        here, post(here, "director"), post(other, "stranger")
    ),
    "starts at a post of another structure": lambda here, other: _line(
        here, post(other, "stranger"), post(here, "director")
    ),
    "has a grade of another council": lambda here, other: damage(
        post(here, "director"), grade=_grade_of_another_council()
    ),
    "Youth Worker has the post number of Head of Youth (N1)": lambda here, other: (
        Post.objects.filter(title__contains="Youth").update(post_number="N1")
    ),
    "has the key of a post (director)": lambda here, other: damage(
        unit(here, "youth"), key="director"
    ),
    "nobody has an origin that names nobody": lambda here, other: Origin.objects.bulk_create(
        [Origin(structure=here, key="nobody", share="new")]
    ),
}


@pytest.mark.parametrize("says", DAMAGES)
def test_what_no_verb_would_write_is_found_and_named(services, other, says):
    DAMAGES[says](services, other)
    assert says in check("borough")
    assert "1 fault found." in check("borough")


def _lead(structure, post, unit):
    Leads.objects.bulk_create([Leads(structure=structure, post=post, unit=unit)])


def _line(structure, post, to):
    ReportingLine.objects.bulk_create(
        [ReportingLine(structure=structure, post=post, to=to, kind="dotted")]
    )


def _grade_of_another_council():
    return Grade.objects.bulk_create([Grade(council=council("county", "The County"), name="PO1")])[
        0
    ]


def test_another_councils_structures_are_left_alone_when_one_is_named(services, county):
    damage(unit(services, "youth"), lft=999)
    assert check("county") == "0 structures checked: every tree is sound.\n"
