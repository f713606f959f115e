"""What becomes of the units that a head leads who moves."""

import pytest

from posts import redrawing
from tests.acting import heads

# ---- a unit whose head moves ----


@pytest.fixture
def headed(drawn):
    """Care with a manager in it, besides its head; and Learning, which its head is acting head of.

    Heads of both divisions sit in the directorate.
    """
    care, director = drawn.units.get(key="care"), drawn.posts.get(key="director")
    redrawing.create_posts(drawn, "Care Manager", unit=care, reports_to=director)
    learning, head = drawn.units.get(key="learning"), drawn.posts.get(key="head-of-care")
    redrawing.name_head(learning, [head], "acting head")
    return drawn


def asked_of_heads(form):
    """What a form asks of headships: by the label, the field and its choices."""
    fields = [(name, form.fields[name]) for name in form.fields if name.startswith("heads-")]
    return {field.label: (name, [words for _, words in field.choices]) for name, field in fields}


def test_moving_a_head_asks_what_becomes_of_each_unit_it_heads(headed, amaras):
    asked = asked_of_heads(amaras.opens("move-posts", "head-of-care").context["form"])
    assert {label: choices for label, (_, choices) in asked.items()} == {
        "It heads Care": ["Stays its head", "Nobody, or not stated", "Instead: Care Manager"],
        "It is acting head of Learning": ["Stays its acting head", "Nobody, or not stated"],
    }


def test_a_head_that_moves_stays_head_where_nothing_else_is_said(headed, amaras):
    before = heads(headed), heads(headed, "acting head")
    amaras.does("move-posts", "head-of-care", to="learning")
    assert (heads(headed), heads(headed, "acting head")) == before


def test_a_unit_whose_head_moves_is_headed_by_another_or_by_nobody(headed, amaras):
    opened = amaras.opens("move-posts", "head-of-care")
    asked = asked_of_heads(opened.context["form"])
    manager = headed.posts.get(title="Care Manager").key
    said = {asked["It heads Care"][0]: manager}
    said[asked["It is acting head of Learning"][0]] = ":nobody"
    amaras.sends("move-posts", opened, to="learning", **said)
    assert (heads(headed)["care"], heads(headed, "acting head")) == (manager, {})
    assert headed.acts.first().says == (
        "Head of Care moved from Children's Services to Learning. Care Manager named head of Care. "
        "Learning left without an acting head."
    )


def test_several_heads_that_move_at_once_are_asked_about_one_by_one(headed, amaras):
    opened = amaras.opens("move-posts", "head-of-care", "head-of-learning")
    asked = asked_of_heads(opened.context["form"])
    assert list(asked) == [
        "Head of Care heads Care",
        "Head of Learning heads Learning",
        "Head of Care is acting head of Learning",
    ]
    name, _ = asked["Head of Learning heads Learning"]
    amaras.sends("move-posts", opened, to="care", **{name: ":nobody"})
    assert heads(headed) == {"children": "director", "care": "head-of-care"}


def test_of_two_heads_the_one_that_stays_goes_on(headed, amaras):
    care = headed.units.get(key="care")
    redrawing.name_head(care, headed.posts.filter(key__in=["head-of-care", "head-of-learning"]))
    opened = amaras.opens("move-posts", "head-of-care")
    name, _ = asked_of_heads(opened.context["form"])["It heads Care"]
    amaras.sends("move-posts", opened, to="learning", **{name: ":nobody"})
    assert heads(headed)["care"] == "head-of-learning"


def test_many_heads_that_move_at_once_are_asked_about_together(headed, amaras):
    lead = headed.posts.get(key="head-of-learning")
    for number in range(9):
        unit = redrawing.create_unit(headed, f"Team {number}", under=headed.units.get(key="care"))
        redrawing.name_head(unit, [lead])
    opened = amaras.opens("move-posts", "head-of-learning")
    assert opened.context["form"].fields["headships"].label == "They head 10 units"
    amaras.sends("move-posts", opened, to="learning", headships=":nobody")
    assert heads(headed) == {"children": "director", "care": "head-of-care"}


def test_a_head_named_meanwhile_stays_where_nothing_else_is_said(headed, amaras, noors):
    opened = amaras.opens("move-posts", "head-of-care")
    noors.does("head", "care", to="head-of-learning")
    assert amaras.sends("move-posts", opened, to="learning").status_code == 302
    assert heads(headed)["care"] == "head-of-learning"


def test_a_head_named_meanwhile_is_shown_before_nobody_heads_it(headed, amaras, noors):
    opened = amaras.opens("move-posts", "head-of-care")
    name, _ = asked_of_heads(opened.context["form"])["It is acting head of Learning"]
    noors.does("head", "adoption", to="head-of-care")
    answer = amaras.sends("move-posts", opened, to="learning", **{name: ":nobody"})
    assert answer.status_code == 409
