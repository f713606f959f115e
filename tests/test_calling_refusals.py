"""What a rule says of units and posts whose names are not alone, and of those alike in all."""

import re

import pytest

from divisions import errors
from divisions.apart import Thing, in_turn, told_apart
from divisions.models import Structure
from posts import redrawing
from tests.cast import council
from tests.literals import structure as literal
from tests.made_up import planted
from tests.pages import words
from tests.test_calling import BEFORE

ALIKE = """
    directorate hub | Customer Hub
      team north | North Team
        - a | Officer
        - b | Officer
      team south | South Team
        - c | Officer
"""
HUB, REVENUES = "North Team (Customer Hub)", "North Team (Revenues)"


@pytest.fixture
def draft(db):
    """A draft in which two teams and three posts share their names."""
    return planted(council("borough", "The Borough"), literal(BEFORE), Structure.Status.DRAFT)


def broken(draft, rule, *keys):
    """What a rule says of a verb done to units and posts."""
    parts = [draft.units.filter(key=key).first() or draft.posts.get(key=key) for key in keys]
    with pytest.raises(errors.RuleBroken) as refused:
        rule(*parts)
    return str(refused.value)


def test_a_unit_that_still_has_posts_is_told_by_where_it_stands(draft):
    says = broken(draft, lambda unit: unit.take_out(), "hub-north")
    assert says == f"{HUB} still has 3 posts. Move or delete them first."


def test_what_cannot_go_under_another_is_told_from_its_namesake(draft):
    draft.units.get(key="hub-south").move_under(draft.units.get(key="hub-north"))
    says = broken(draft, lambda unit, under: unit.move_under(under), "hub-north", "hub-south")
    assert says.startswith(f"{HUB} cannot go under South Team")


def test_what_is_drawn_first_already_is_told_from_its_namesake(draft):
    assert broken(draft, lambda unit: unit.move_up(), "rev-north").startswith(REVENUES)


def test_posts_that_sit_somewhere_already_are_told_with_the_unit(draft):
    says = broken(draft, lambda post, to: redrawing.move_posts([post], to), "r1", "rev-north")
    assert says == (
        "Officer (Revenues › North Team) is in North Team (Revenues) already. Choose another unit."
    )


def test_a_post_that_cannot_have_a_line_to_itself_is_told_from_its_namesakes(draft):
    post = draft.posts.get(key="h1")
    says = broken(draft, lambda post: redrawing.add_line(post, "dotted", to=post), "h1")
    assert says == f"{post.called} cannot have a line to itself. Choose another post."
    assert "post H1" in says


def test_who_is_held_by_somebody_is_told_from_its_namesakes(draft):
    redrawing.fill(draft.posts.get(key="h2"), "A. Person")
    says = broken(draft, lambda post: redrawing.delete_posts([post]), "h2")
    assert says.startswith("Somebody holds Officer (Customer Hub › North Team, post H2).")
    says = broken(draft, lambda post: redrawing.fill(post, "B. Person"), "h2")
    assert says.startswith("Somebody holds Officer (Customer Hub › North Team, post H2) already.")


def test_a_post_number_that_is_taken_is_told_with_the_post_that_has_it(draft):
    says = broken(draft, lambda post: post.change(post_number="H2"), "h1")
    assert "is the post number of Officer (Customer Hub › North Team, post H2) already" in says


def test_names_that_are_there_once_have_no_turn():
    assert in_turn(["Officer", "Clerk", "Officer"]) == [
        "Officer (1 of 2)",
        "Clerk",
        "Officer (2 of 2)",
    ]


def test_what_differs_in_nothing_is_told_by_its_turn():
    alike = {1: Thing("Officer", ("Care",)), 2: Thing("Officer", ("Care",)), 3: Thing("Officer")}
    assert list(told_apart(alike).values()) == [
        "Officer (Care, 1 of 2)", "Officer (Care, 2 of 2)", "Officer (at the top)",
    ]  # fmt: skip


def test_acts_and_pages_count_the_turn_alike(db):
    draft = planted(council("borough", "The Borough"), literal(ALIKE), Structure.Status.DRAFT)
    shown = literal(ALIKE)
    for key in "abc":
        assert draft.posts.get(key=key).called == shown.called(key)
    assert shown.called("b") == "Officer (North Team, 2 of 2)"
    redrawing.delete_posts([draft.posts.get(key="b")])
    assert draft.acts.first().says == "Officer (North Team, 2 of 2) deleted."


def test_units_that_differ_in_nothing_are_told_by_their_turn(draft):
    unit = redrawing.create_unit(draft, "North Team", under=draft.units.get(key="hub"))
    assert unit.called == "North Team (Customer Hub, 2 of 2)"
    assert draft.units.get(key="hub-north").called == "North Team (Customer Hub, 1 of 2)"


def test_splitting_tells_what_is_in_a_unit_apart(db, amara, at_amaras):
    borough = amara.memberships.get().council
    draft = planted(borough, literal(ALIKE), Structure.Status.DRAFT)
    redrawing.name_head(draft.units.get(key="north"), [draft.posts.get(key="a")])
    page = at_amaras.get(f"/borough/structures/{draft.key}/act/split/?of=north").content.decode()
    assert "Officer (North Team, 1 of 2), who heads it, then heads" in page
    assert re.findall(r"Officer \(\d of 2\) goes to", page) == [
        "Officer (1 of 2) goes to",
        "Officer (2 of 2) goes to",
    ]


def test_the_panel_tells_those_apart_who_sit_side_by_side(db, amara, at_amaras):
    borough = amara.memberships.get().council
    draft = planted(borough, literal(ALIKE), Structure.Status.DRAFT)
    page = words(at_amaras.get(f"/borough/structures/{draft.key}/?show=north"))
    assert "Officer (1 of 2) Officer (2 of 2)" in page
