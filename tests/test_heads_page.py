"""Naming heads: of many units on one page, where a list has told none; and of one unit."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from divisions.models import Act, Structure
from posts import headsform, standing
from posts.models import Post
from tests.acting import heads
from tests.list_page import made_by
from tests.pages import words

AT = "/borough/structures/our-structure/"
LIST = """\
Post no,Job title,Directorate,Team,Reports to,Grade
1,Chief Executive,,,none,Chief
2,Social Worker,Children,,3,Grade 5
3,Director of Children's Services,Children,,1,Chief
4,Youth Worker,Children,Youth,3,Grade 5
"""
NAMED = {"head-children": "3", "head-youth": "4", "reason": "As they are"}


@pytest.fixture
def listed(at_amaras, borough):
    """The structure in force that a list has made: nobody heads anything."""
    made_by(at_amaras, LIST)
    return Structure.objects.get()


def test_an_officer_is_told_that_no_unit_has_a_head_and_led_to_name_them(
    at_amaras, at_bens, listed
):
    for page in ("", "outline/", "table/"):
        assert (
            f'<a href="{AT}heads/">Name the heads</a>' in at_amaras.get(AT + page).content.decode()
        )
        assert "recorded head" not in words(at_bens.get(AT + page))


def test_a_units_own_posts_are_offered_and_nobody_is_proposed(at_amaras, listed):
    form = at_amaras.get(f"{AT}heads/").context["form"]
    offered = {unit.name: list(field.field.choices) for unit, _, field in form.rows}
    assert offered == {
        "Children": [
            ("", "Not stated"),
            ("3", "Director of Children's Services (Chief)"),
            ("2", "Social Worker (Grade 5)"),
        ],
        "Youth": [("", "Not stated"), ("4", "Youth Worker (Grade 5)")],
    }
    assert all(not field.value() for *_, field in form.rows)


def test_heads_are_named_in_one_act_which_can_be_undone(at_amaras, listed):
    before = Act.objects.count()
    page = words(at_amaras.post(f"{AT}heads/", NAMED, follow=True))
    assert "Heads named of 2 units." in page
    assert "recorded head" not in page
    assert heads(listed) == {"children": "3", "youth": "4"}
    assert Act.objects.count() == before + 1
    at_amaras.post(f"{AT}undo/", {"act": Act.objects.latest("pk").pk})
    assert heads(listed) == {}


def test_what_is_not_chosen_stays_not_stated(at_amaras, listed):
    answer = at_amaras.post(f"{AT}heads/", {**NAMED, "head-youth": ""}, follow=True)
    assert "Director of Children's Services named head of Children." in words(answer)
    assert "Youth" in words(at_amaras.get(f"{AT}heads/"))


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"head-children": "", "head-youth": ""}, "Choose the head of at least one unit"),
        ({"head-children": "4"}, "Youth Worker is no longer in Children. Choose another."),
        ({"reason": ""}, "Say why: this is the structure in force"),
    ],
)
def test_what_cannot_be_named_is_said_and_nothing_is_written(sent, says, at_amaras, listed):
    answer = at_amaras.post(f"{AT}heads/", NAMED | sent)
    assert (answer.status_code, says in words(answer)) == (422, True)
    assert heads(listed) == {}


def test_of_one_unit_its_own_posts_are_offered_first(at_amaras, listed):
    form = at_amaras.get(f"{AT}act/head/", {"of": "youth"}).context["form"]
    assert [each.name for each in form.choices][:3] == [
        "Nobody, or not stated",
        "Youth Worker",
        "Chief Executive",
    ]


@pytest.mark.parametrize("others", [NAMED, {"reason": "As they are"}])
def test_a_choice_for_a_unit_that_has_a_head_by_now_is_not_dropped_unsaid(
    others, at_amaras, listed
):
    at_amaras.post(f"{AT}heads/", {"head-children": "2", "reason": "First"})
    answer = at_amaras.post(f"{AT}heads/", others | {"head-children": "3"})
    assert answer.status_code == 409
    assert "Children has a head by now. Nothing was named: look again." in words(answer)
    assert "Choose the head of at least one unit" not in words(answer)
    assert heads(listed) == {"children": "2"}
    kept = {unit.name: field.value() for unit, _, field in answer.context["form"].rows}
    assert kept == {"Youth": others.get("head-youth")}


def test_a_choice_for_a_unit_that_is_gone_names_the_unit_and_no_key(at_amaras, listed):
    for sent, says in (("youth", "Youth has changed"), ("x1", "A unit that is not there has")):
        Post.objects.filter(unit__key="youth").update(unit=None)
        standing.forget()
        answer = at_amaras.post(f"{AT}heads/", {f"head-{sent}": "4", "reason": "As they are"})
        assert (answer.status_code, says in words(answer)) == (409, True)
        assert "x1" not in words(answer)


def test_a_choice_for_a_unit_beyond_those_asked_about_at_once_counts(
    at_amaras, listed, monkeypatch
):
    monkeypatch.setattr(headsform, "MOST", 1)
    assert "And 1 more units" in words(at_amaras.get(f"{AT}heads/"))
    at_amaras.post(f"{AT}heads/", NAMED)
    assert heads(listed) == {"children": "3", "youth": "4"}


def test_the_posts_offered_for_one_unit_take_no_query_each(at_amaras, listed):
    unit = listed.units.get(key="children")
    numbers = []
    for more in (1, 12):
        with listed.editing(reason="More") as editing:
            for n in range(more):
                Post(structure=editing.structure, unit=unit, key=f"m{more}-{n}", title="M").save()
        with CaptureQueriesContext(connection) as queries:
            at_amaras.get(f"{AT}act/head/", {"of": "children"})
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
