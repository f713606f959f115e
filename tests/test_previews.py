"""What the report will say of an act: the same as it says once the act is done."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from divisions.models import Structure
from posts import proposals, reading
from posts.acts import ACTS
from posts.snapshot import Leads
from reports.compare import compare
from reports.previews import cut, says, would_say
from reports.views import preview
from tests import papers
from tests.acting import Desk
from tests.any_structure import structures
from tests.literals import structure
from tests.made_up import changed, snapshot
from tests.pages import load_paper, words

# The sentence


def test_a_unit_that_moves_is_told_as_what_its_new_unit_includes():
    dudley = papers.structures("dudley")
    before, after = dudley["existing-2009"], dudley["proposed-2009"]
    assert would_say(before, after, "youth") == (
        "Transforming Futures (Strategic Planning) includes “Youth” from Early Years, "
        "Youth & Education Services."
    )


CARE = """
directorate cs | Children's Services
  division care | Care
    service youth | Youth
  division learning | Learning
"""
MOVED = """
directorate cs | Children's Services
  division care | Care
  division learning | Learning
    service youth | Youth
"""


def test_a_unit_that_was_there_takes_in_what_moves_to_it():
    told = would_say(structure(CARE), structure(MOVED), "youth")
    assert told == "Learning takes in “Youth” from Care."


def test_a_unit_that_stays_is_not_told_of():
    assert would_say(structure(CARE), structure(CARE), "youth") is None


@settings(max_examples=300, deadline=None)
@given(structures(), structures())
def test_the_sentence_is_that_of_the_whole_comparison(before, after):
    keys = {*before.units, *before.posts, *after.units, *after.posts}
    assert {key: would_say(before, after, key) for key in keys} == {
        key: says(before, after, key) for key in keys
    }


@pytest.mark.parametrize("restructure", papers.COUNCILS)
def test_the_sentence_of_all_that_a_paper_changes_is_that_of_the_whole_comparison(restructure):
    slug = papers.COUNCILS[restructure]
    stated = {each.key: each for each in papers.council_file(slug).proposals}[restructure]
    known = papers.structures(slug)
    before, after = known[stated.before], known[stated.after]
    keys = {change.key for change in compare(before, after)}
    assert {key: would_say(before, after, key) for key in keys} == {
        key: says(before, after, key) for key in keys
    }


def test_no_more_is_compared_than_the_sentence_depends_on():
    before = snapshot(2000, key="before")
    after = changed(before, key="after")
    moved = next(each.key for each in compare(before, after) if each.kind == "moved")
    assert max(len(side.units) + len(side.posts) for side in cut(before, after, moved)) < 25


def test_what_something_came_from_is_not_cut_off_with_its_head():
    before = structure("directorate cs | CS\n  - dcs | Director | tier=1", complete=1)
    after = replace(
        structure("directorate cs | CS\n  - dcs | Director | tier=1\n  team t | Team", complete=1),
        leads=(Leads(post="dcs", unit="cs"),),
    )
    assert "dcs" in cut(before, after, "t")[1].posts


# Beforehand and afterwards

ACTS_DONE = [
    ("move-unit", ["youth"], {"to": "learning"}, ["youth"]),
    ("move-unit", ["youth", "adoption"], {"to": "learning"}, ["youth", "adoption"]),
    ("move-unit", ["learning"], {"to": "care"}, ["learning"]),
    ("move-unit", ["youth"], {"to": ":outside"}, ["youth"]),
    ("move-unit", ["youth"], {"to": ":unplaced"}, ["youth"]),
    ("move-posts", ["head-of-care"], {"to": "learning"}, ["head-of-care"]),
    ("move-posts", ["head-of-care", "head-of-learning"], {"to": "care"}, ["head-of-care"]),
    ("rename", ["youth"], {"to_name": "Young People"}, ["youth"]),
    ("close", ["youth"], {}, ["youth"]),
    ("close", ["care"], {"to": ":above"}, ["care"]),
    ("close", ["care"], {"to": "learning"}, ["care"]),
    ("close", ["care"], {"to": ":all"}, ["care"]),
    ("split", ["care"], {"into": "East\nWest", "goes-youth": "2"}, ["care"]),
    ("merge", ["youth", "adoption"], {"to_name": "Families"}, ["Families"]),
    ("merge", ["care", "learning"], {"to_name": "Care and Learning"}, ["Care and Learning"]),
    ("merge", ["care", "youth"], {"to_name": "All"}, ["All"]),
]
"""An act, what it is done to, what is typed, and what is told of, by its key or its new name."""


@pytest.fixture
def existing(borough):
    load_paper()
    return Structure.objects.get(key="existing")


@pytest.fixture
def drawn(existing, amara):
    return proposals.draw(existing, key="draft-a", title="Draft A", user=amara)


def told_beforehand(client, act, of, **typed):
    address = "/borough/structures/draft-a/changed/preview/"
    page = words(client.get(address, {"act": act, "of": of, **typed}))
    return page.partition("The report will say: ")[2]


def told_afterwards(existing, keys):
    before = reading.read(existing)
    after = reading.read(Structure.objects.get(key="draft-a"))
    names = {unit.name: unit.key for unit in after.units.values()}
    return " ".join(says(before, after, names.get(key, key)) for key in keys)


@pytest.mark.parametrize(("act", "of", "typed", "about"), ACTS_DONE)
def test_what_is_said_beforehand_is_what_the_report_says_afterwards(
    act, of, typed, about, at_amaras, existing, drawn
):
    said = told_beforehand(at_amaras, act, of, **typed)
    assert Desk(at_amaras).does(act, *of, **typed).status_code == 302
    assert said.startswith(told_afterwards(existing, about))
    assert said != ""


def test_a_unit_made_in_the_draft_hands_on_what_it_was_made_from(at_amaras, existing, drawn):
    desk = Desk(at_amaras)
    desk.does("merge", "youth", "adoption", to_name="Families")
    families = drawn.units.get(name="Families").key
    typed = {"to_name": "Learning and Families"}
    said = told_beforehand(at_amaras, "merge", [families, "learning"], **typed)
    desk.does("merge", families, "learning", **typed)
    assert said == told_afterwards(existing, ["Learning and Families"])
    assert said == "Youth, Adoption and Learning merge into Learning and Families."


def test_what_moves_back_is_not_told_of(at_amaras, drawn):
    desk = Desk(at_amaras)
    desk.does("move-unit", "youth", to="learning")
    address = "/borough/structures/draft-a/changed/preview/"
    page = at_amaras.get(address, {"act": "move-unit", "of": "youth", "to": "care"})
    assert "The report will say nothing of this." in words(page)


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"act": "move-unit"},
        {"act": "move-unit", "of": "youth"},
        {"act": "move-unit", "of": "youth", "to": "nowhere"},
        {"act": "move-unit", "of": "nobody", "to": "care"},
        {"act": "move-unit", "of": "care", "to": "youth"},
        {"act": "move-unit", "of": "head-of-care", "to": "care"},
        {"act": "move-posts", "of": "youth", "to": "care"},
        {"act": "move-posts", "of": "head-of-care"},
        {"act": "rename", "of": "youth", "to_name": " "},
        {"act": "merge", "of": "youth", "to_name": "One"},
        {"act": "split", "of": "care", "into": "One"},
        {"act": "close", "of": "care", "to": "youth"},
        {"act": "regrade", "of": "head-of-care"},
    ],
)
def test_what_cannot_be_done_yet_is_answered_with_nothing(asked, at_amaras, drawn):
    answer = at_amaras.get("/borough/structures/draft-a/changed/preview/", asked)
    assert answer.status_code == 200
    assert '<div id="says"></div>' in answer.content.decode()


def test_a_number_that_is_none_does_no_harm(at_amaras, drawn):
    typed = {"into": "East\nWest", "goes-youth": "²", "goes-adoption": "99999999999"}
    assert "Care is split into East and West." in told_beforehand(
        at_amaras, "split", ["care"], **typed
    )


def test_the_structure_in_force_is_compared_with_nothing(at_amaras, existing):
    address = "/borough/structures/existing/changed/preview/"
    page = at_amaras.get(address, {"act": "move-unit", "of": "youth", "to": "learning"})
    assert "The report will say:" not in words(page)


def test_every_act_that_is_told_of_is_an_act():
    assert preview.ACTS.keys() <= ACTS.keys()
