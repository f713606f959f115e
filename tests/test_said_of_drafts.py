"""Successions as an officer draws them, and what the report then says of them."""

import pytest

from divisions import successions
from divisions.models import Origin, Structure
from posts import proposals, redrawing
from reports.assemble import comparison_so_far
from tests.pages import load_paper


@pytest.fixture
def draft(borough, amara):
    """A draft of the small paper's existing structure: Care with Adoption and Youth; Learning."""
    load_paper()
    existing = Structure.objects.get(key="existing")
    return proposals.draw(existing, key="draft", title="Draft", user=amara)


def unit(draft, key):
    return draft.units.get(key=key)


def comparison(draft):
    return comparison_so_far(
        Structure.objects.select_related("based_on", "council").get(pk=draft.pk)
    )


def sentences(draft):
    compared = comparison(draft)
    return [compared.sentence(change) for change in compared.changes]


def made_up(draft, name):
    return {each.name: each.says for each in comparison(draft).into}[name]


def form(draft, name, *origins, **where):
    """A new division made from others: “mostly care”, “part @a body outside”."""
    ends = [origin(*text.split(" ", 1)) for text in origins]
    under = unit(draft, "children")
    return redrawing.form(draft, name, ends, kind="division", under=under)


def origin(share, end=None):
    if end is None:
        return Origin(share=share)
    if end.startswith("@"):
        return Origin(share=share, outside=end[1:])
    return Origin(share=share, came_from=end)


def test_services_that_are_merged(draft):
    redrawing.merge([unit(draft, "adoption"), unit(draft, "youth")], "Families")
    assert sentences(draft) == ["Adoption and Youth merge into Families."]
    assert made_up(draft, "Families") == "This service is merged from Adoption and Youth."


def test_a_division_that_is_split_says_what_went_with_each_part(draft):
    redrawing.split(unit(draft, "care"), ["East", "West"], {"youth": 1})
    assert "Care is split into East and West." in sentences(draft)
    assert made_up(draft, "East") == "This division is split from Care, with “Adoption”."
    assert made_up(draft, "West") == "This division is split from Care, with “Youth”."


def test_a_division_made_mostly_from_one_and_partly_from_another_without_a_third(draft):
    families = form(draft, "Families", "mostly care", "part learning")
    unit(draft, "youth").move_under(families)
    unit(draft, "adoption").move_under(unit(draft, "learning"))
    redrawing.close(unit(draft, "care"), posts_to=families)
    assert made_up(draft, "Families") == (
        "This division is largely made up from Care, without “Adoption”, "
        "and includes part of Learning."
    )
    assert "Care closes; most of it goes to Families, and parts of it to Learning." in (
        sentences(draft)
    )


def test_a_part_that_moves_is_named_and_not_told_as_a_part_again(draft):
    futures = form(draft, "Futures", "mostly learning", "part care")
    unit(draft, "youth").move_under(futures)
    assert made_up(draft, "Futures") == (
        "This division is largely made up from Learning, and includes “Youth” from Care."
    )


def test_part_of_a_body_outside_joins_what_it_goes_into_and_not_that_the_council(draft):
    form(draft, "Families", "mostly care", "part @the Health Trust")
    assert "Part of the Health Trust joins Families." in sentences(draft)
    assert made_up(draft, "Families") == (
        "This division is largely made up from Care, and includes part of the Health Trust."
    )
    assert "Children's Services" not in {each.name for each in comparison(draft).into}
    assert [
        (each.was_in, each.name, each.goes_to)
        for each in comparison(draft).services
        if each.was_in == "the Health Trust"
    ] == [("the Health Trust", "part of it", "Families")]


def test_a_body_outside_joins_a_division_that_stood(draft):
    successions.set_origins(draft, "learning", [origin("whole", "@the Health Trust")])
    assert sentences(draft) == ["The Health Trust joins Learning."]


def test_what_came_from_outside_alone_joins_itself(draft):
    form(draft, "Trust", "whole @the Health Trust")
    assert sentences(draft) == ["Trust joins Children's Services from the Health Trust."]


def test_a_succession_is_edited_and_told_as_it_then_is(draft):
    both = redrawing.merge([unit(draft, "care"), unit(draft, "learning")], "Both")
    assert sentences(draft) == [
        "Care and Learning merge into Both.",
        "Adoption moves from Care to Both.",
        "Youth moves from Care to Both.",
    ]
    successions.set_origins(draft, both.key, [origin("mostly", "care"), origin("part", "learning")])
    assert made_up(draft, "Both") == (
        "This division is largely made up from Care, and includes part of Learning."
    )
    assert "Learning closes; parts of it go to Both." in sentences(draft)


def test_a_unit_that_takes_in_part_of_another(draft):
    successions.set_origins(draft, "learning", [origin("part", "care")])
    assert sentences(draft) == ["Learning takes in part of Care."]
