"""What is wrong in an act's form, what breaks a rule, and which structures are edited."""

from datetime import date

import pytest

from divisions.models import Structure
from posts.models import Holding
from tests.acting import DRAFT, Form, snapshot
from tests.deeds import unit
from tests.pages import words


@pytest.fixture
def held(drawn):
    """Somebody holds the post of Head of Learning."""
    post = drawn.posts.get(key="head-of-learning")
    return Holding.objects.create(post=post, person="A. Nother", held_from=date(2020, 1, 1))


# ---- what is wrong, and what breaks a rule ----


WRONG = {
    "new-unit": ([], {"to_name": ""}, "Type the name"),
    "new-post": ([], {"to_title": ""}, "Type the title of the post"),
    "rename": (["care"], {"to_name": ""}, "Type the name"),
    "move-unit": (["youth"], {"to": "", "q": ""}, "Choose one of those found"),
    "split": (["care"], {"into": "Near"}, "Type at least two names, one a line"),
    "fill": (["head-of-care"], {"person": "", "payroll_number": "77"}, "Type who holds the post"),
    "holder-pay": (["head-of-learning"], {"pounds": "a lot"}, "Type an amount in pounds"),
    "vacate": (["head-of-learning"], {"held_until": "soon"}, "Choose a day, or type it like"),
    "duplicate": (["head-of-care"], {"rows": "900"}, "less than or equal to 200"),
    "change": (["head-of-care"], {"fte": "many", "state": "vacant"}, "Enter a number"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_form_that_is_wrong_says_so_and_keeps_what_was_typed(name, drawn, held, amaras):
    of, typed, says = WRONG[name]
    before = snapshot(drawn)
    answer = amaras.does(name, *of, **typed)
    assert answer.status_code == 422
    assert says in words(answer)
    stands = Form(answer.content.decode()).sent
    assert {field: stands[field] for field in typed if field in stands} == {
        field: [value] for field, value in typed.items() if field in stands
    }
    assert snapshot(drawn) == before


def test_a_grade_that_the_council_does_not_have_is_asked_for_twice(drawn, amaras):
    answer = amaras.does("regrade", "head-of-care", grade="Grade 10")
    assert answer.status_code == 422
    assert "The Borough has no grade “Grade 10” yet" in words(answer)
    assert amaras.sends("regrade", answer).status_code == 302
    assert snapshot(drawn).posts["head-of-care"].grade == "Grade 10"


BROKEN = {
    "a loop of units": ("move-unit", ["care"], {"to": "youth"}, "Care cannot go under Youth"),
    "a loop of posts": (
        "report-to",
        ["director"],
        {"to": "head-of-care"},
        "Director of Children's Services cannot go under Head of Care",
    ),
    "a post number that is taken": (
        "change",
        ["head-of-care"],
        {"post_number": "N1", "location": "Town Hall"},
        "N1 is the post number of Head of Learning already",
    ),
    "the same line twice": (
        "add-line",
        ["head-of-care"],
        {"kind": "dotted", "to": ":other", "other": "Chief Executive", "why": "schools"},
        "Head of Care has a dotted line to Chief Executive already",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_rule_is_said_in_the_form_which_keeps_what_was_typed(case, drawn, amaras):
    name, of, typed, says = BROKEN[case]
    amaras.does("change", "head-of-learning", post_number="N1")
    before = snapshot(drawn)
    answer = amaras.does(name, *of, **typed)
    assert answer.status_code == 409
    assert says in words(answer)
    stands = Form(answer.content.decode()).sent
    kept = typed.items() - {("to", "youth"), ("to", "head-of-care")}
    assert {(field, stands[field][0]) for field, _ in kept} == kept
    assert snapshot(drawn) == before


@pytest.mark.parametrize(
    ("name", "of", "typed", "says"),
    [
        ("move-unit", "care", "youth", "It stands below what is moved"),
        ("close", "care", "youth", "It stands in what is closed"),
        ("report-to", "director", "head of care", "It stands below this in the line"),
        ("delete-posts", "director", "head of care", "It stands below what is deleted"),
    ],
)
def test_what_cannot_be_the_target_is_shown_with_the_reason(name, of, typed, says, amaras):
    assert says in words(amaras.opens(name, of, q=typed))


def test_what_was_chosen_before_something_else_was_typed_is_not_done(drawn, amaras):
    found = amaras.opens("move-unit", "youth", q="learning")
    answer = amaras.sends("move-unit", found, q="childr")
    assert answer.status_code == 200
    assert "Children's Services" in words(answer)
    assert unit("youth", parent="care")(snapshot(drawn))


def test_what_came_from_others_names_them_as_they_were_called(drawn, amaras):
    amaras.does("split", "care", into="Near\nFar")
    near = next(unit.key for unit in snapshot(drawn).units.values() if unit.name == "Near")
    page = words(amaras.client.get(f"{DRAFT}outline/?show={near}"))
    assert "Comes from Care" in page
    assert "“care”" not in page


def test_looking_for_a_target_keeps_what_was_typed_and_when_it_was_opened(drawn, amaras, noors):
    opened = amaras.opens("new-post")
    noors.does("rename", "adoption", to_name="Permanence")
    typed = {"to_title": "Adviser", "rows": "3", "q": "learning", "find": "1"}
    stands = Form(opened.content.decode()).sent | typed
    del stands["reports_to_head"]
    answer = amaras.client.post(f"{DRAFT}act/new-post/", stands)
    found = Form(answer.content.decode()).sent
    assert (found["to_title"], found["rows"], found["to"]) == (["Adviser"], ["3"], ["learning"])
    assert "reports_to_head" not in found
    assert found["seen"] == stands["seen"]


# ---- which structures, and why ----


def test_the_structure_in_force_asks_why(drawn, amaras):
    Structure.objects.filter(pk=drawn.pk).update(status="in force")
    answer = amaras.does("rename", "youth", to_name="Young People")
    assert answer.status_code == 422
    assert "Say why: this is the structure in force" in words(answer)
    assert amaras.sends("rename", answer, reason="As the minutes have it").status_code == 302
    assert drawn.acts.first().reason == "As the minutes have it"


@pytest.mark.parametrize("status", ["consultation", "approved", "superseded", "on record"])
def test_a_structure_that_is_frozen_is_not_edited(status, drawn, amaras):
    opened = amaras.opens("rename", "youth")
    Structure.objects.filter(pk=drawn.pk).update(status=status)
    answer = amaras.sends("rename", opened, to_name="Young People")
    assert (answer.status_code, "cannot be edited" in words(answer)) == (409, True)
    assert "Young People" in words(answer)
    assert amaras.opens("rename", "youth").status_code == 409


def test_what_makes_something_new_takes_nothing_that_is_chosen(drawn, amaras):
    answer = amaras.opens("new-post", "head-of-care")
    assert answer.status_code == 409
    assert "New post is done to nothing that is there already." in words(answer)
