"""Another house template for a paper that is being written: what its author did is not undone."""

from dataclasses import replace

import pytest

from reports.editions import PUBLIC, shown_in
from reports.house import HOUSES
from reports.proposal import Written
from reports.writing.rehousing import rehoused

MODERN, KENT, LBBD, DUDLEY = (
    HOUSES[key] for key in ("generic-modern", "kent-2009", "lbbd-2005", "dudley-2009")
)


def done(house, **changed):
    """The sections of a house, of which some say something else; None: it was taken out."""
    by_key = {each.key: changed.get(each.key, {}) for each in house.sections}
    return tuple(
        replace(each, **by_key[each.key]) for each in house.sections if by_key[each.key] is not None
    )


def moved(sections, was=MODERN, becomes=KENT):
    """The sections in the other house, by their keys."""
    return {each.key: each for each in rehoused(sections, was, becomes)}


@pytest.mark.parametrize("becomes", HOUSES.values(), ids=HOUSES)
def test_what_nobody_touched_goes_with_its_house(becomes):
    assert rehoused(MODERN.sections, MODERN, becomes) == becomes.sections


@pytest.mark.parametrize(
    "own",
    [
        {"text": "Ours."},
        {"heading": "What we ask"},
        {"is_shown": False},
        {"editions": ("exempt",)},
        {"heading": "What we ask", "text": "Ours.", "is_shown": False, "editions": ("staff",)},
    ],
)
def test_what_was_done_to_a_section_is_kept_under_the_same_key(own):
    kept = moved(done(MODERN, recommendations=own))["recommendations"]
    assert kept == replace(
        next(each for each in KENT.sections if each.key == "recommendations"), **own
    )


@pytest.mark.parametrize(
    "own", [{"text": "Ours."}, {"heading": "Money"}, {"is_shown": False}, None]
)
def test_what_another_house_calls_otherwise_is_the_same_section(own):
    found = moved(done(DUDLEY, finance=own), DUDLEY, MODERN)
    assert "finance" not in found
    stands = own or {"is_shown": False}
    assert {name: getattr(found["financial"], name) for name in stands} == stands


def test_what_was_not_done_to_it_is_the_new_houses():
    kept = moved(done(MODERN, financial={"text": "Ours."}))["financial"]
    assert (kept.heading, kept.level) == ("Financial implications", 2)


def test_a_section_that_was_taken_out_stands_hidden():
    found = moved(done(MODERN, financial=None))
    assert not found["financial"].is_shown
    assert found["hr"].is_shown


@pytest.mark.parametrize("own", [{"heading": "Law"}, {"is_shown": False}, {"text": "Ours."}])
def test_there_and_back_nothing_is_lost(own):
    sections = done(MODERN, legal=own)
    there = rehoused(sections, MODERN, KENT)
    back = {each.key: each for each in rehoused(there, KENT, MODERN)}
    assert back["legal"] == next(each for each in sections if each.key == "legal")


def test_what_has_no_place_in_the_new_house_stands_before_its_appendices():
    own = Written(key="own", heading="Our own", text="Typed.")
    within = Written(key="within", heading="Within it", level=2)
    annex = Written(key="annex", heading="Our annex", is_appendix=True)
    found = rehoused((*MODERN.sections, own, within, annex), MODERN, KENT)
    keys = [each.key for each in found]
    assert keys[-4:] == ["own", "within", "appendix-1", "annex"]
    assert found[-3].level == 2


def shown(sections):
    return {each.key for each in shown_in(sections, PUBLIC)}


@pytest.mark.parametrize("closed", [{"is_shown": False}, {"editions": ("exempt",)}])
def test_what_stood_within_a_section_that_is_hidden_or_closed_is_not_let_out(closed):
    written = {"implications": closed, "financial": {"text": "£1"}, "crime": {"text": "£2"}}
    sections = done(LBBD, **written)
    assert not shown(sections) & {"financial", "crime"}
    found = rehoused(sections, LBBD, MODERN)
    assert {"financial", "crime", "implications"} <= {each.key for each in found}
    assert not shown(found) & {"financial", "crime", "implications"}
