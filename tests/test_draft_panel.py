"""How large a draft is, and what changes in it, in words."""

from dataclasses import replace

from posts.snapshot import EVERY_TIER, Origin
from reports import drafts
from reports.comparison import Comparison
from reports.drafts import counted, said
from reports.proposal import Proposal
from tests.draft_texts import EXISTING, HEADS, draft, existing
from tests.literals import structure

# How large it is


def table(found):
    return [(r.name, str(r.before), str(r.after), r.change) for r in counted.rows(found.comparison)]


def test_kinds_at_the_top_and_kinds_that_change_are_counted_with_posts_and_hours():
    assert table(draft(without=["youth", "yw"], endings=["youth", "yw"])) == [
        ("Divisions", "2", "2", "0"),
        ("Services", "1", "0", "−1"),
        ("Posts in tiers 1 to 3", "5", "4", "−1"),
        ("Officer posts", "2", "1", "−1"),
        ("FTE in tiers 1 to 3", "not stated", "not stated", "–"),
    ]


def test_what_is_not_listed_in_full_is_at_least_so_many_and_its_change_not_computed():
    found = draft(without=["youth", "yw"], complete=None, before=existing(complete=None))
    assert ("Services", "at least 1", "not stated", "cannot be computed") in table(found)
    assert ("Posts", "at least 5", "at least 4", "cannot be computed") in table(found)


def test_what_is_uncertain_in_both_makes_no_difference_uncertain():
    doubtful = (
        "division learning | Learning",
        "division learning | Learning | certainty=uncertain",
    )
    before = draft(doubtful).after
    new = (doubtful[1], f"division more | More\n  {doubtful[1]}")
    found = draft((doubtful[0], new[1]), before=before, origins=["more new"])
    assert table(found)[0] == ("Divisions", "1 to 2", "2 to 3", "+1")


# What changes, in words


def words(found):
    return [
        f"{line.mark.words} {line.things + ': ' if line.things else ''}{line.words}"
        for line in said.lines(found.comparison)
    ]


def services(names, rest=""):
    """So many services below Care, before those that are there."""
    lines = [f"    service {name.lower()} | {name}{rest}" for name in names]
    return ("    service youth", "\n".join([*lines, "    service youth"]))


def test_few_changes_of_a_kind_are_told_one_by_one():
    found = draft(services(["Art", "Play"]), origins=["art new", "play new"])
    assert words(found) == ["+ NEW Art is a new service.", "+ NEW Play is a new service."]


def test_many_changes_of_a_kind_are_told_together():
    names = ["Art", "Play", "Song", "Dance"]
    found = draft(services(names), origins=[f"{name.lower()} new" for name in names])
    assert words(found) == ["+ NEW 4 services: Art; Play; Song; Dance"]


def test_many_moves_from_one_unit_to_another_are_told_together_with_both_ends():
    before = draft(services(["Art", "Play", "Song", "Dance"])).after
    moved = existing()
    units = {
        key: replace(unit, parent="learning") if key in ("art", "play", "song", "dance") else unit
        for key, unit in before.units.items()
    }
    after = replace(moved, units=units)
    found = drafts.Draft(replace(draft().comparison, before=before, after=after))
    assert words(found) == ["→ MOVED 4 services from Care to Learning: Art; Play; Song; Dance"]


def test_of_very_many_changes_a_line_a_kind_is_told_and_of_many_names_the_first():
    before = draft(services([f"S{n}" for n in range(20)])).after
    units = {
        key: replace(unit, name=f"New {unit.name}") if key.startswith("s") else unit
        for key, unit in before.units.items()
    }
    found = drafts.Draft(
        replace(draft().comparison, before=before, after=replace(before, units=units))
    )
    assert words(found) == [
        "RENAMED 20 services: New S0; New S1; New S2; New S3; New S4; New S5; New S6; New S7; "
        "and 12 more"
    ]
    assert len(list(said.every_line(found.comparison))) == 20


def test_posts_are_counted_by_their_number_and_the_councils_word():
    posts = "\n".join(f"    - o{n} | Officer {n} | number=2 | category=Officer" for n in range(4))
    found = draft(
        ("    service youth", f"{posts}\n    service youth"),
        origins=[Origin(key=f"o{n}", share="new") for n in range(4)],
    )
    assert words(found)[0].startswith("+ NEW 8 Officer posts: Officer 0 (2 posts); ")


def test_a_figure_is_open_for_what_is_not_stated_where_every_post_is_listed():
    lines = EXISTING.splitlines()
    text = "\n".join(f"{each} | fte=1" if " - " in each else each for each in lines)
    text = text.replace(
        "category=Officer | fte=1\n  division learning", "category=Officer\n  division learning"
    )
    whole = {"complete": EVERY_TIER, "leads": HEADS}
    before = structure(text, **whole)
    after = structure(text.replace("yw | Youth Worker", "yw | Worker"), key="draft", **whole)
    stated = Proposal(key="r", title="R", before="s", after="draft")
    comparison = Comparison("The Borough", stated, before, after, is_drawn=True)
    assert counted.why_open(comparison, counted.rows(comparison)) == (
        "FTE is not stated of Worker, so there may be more than is counted here."
    )
