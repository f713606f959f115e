"""Amounts, days and rows of a table that are typed, against what is on record (C1)."""

from decimal import Decimal

import pytest

from reports.proposal import Cost
from tests.spreadsheet import said

COSTS = (
    Cost(kind="one-off cost", what="Redundancy and pension strain", pounds=Decimal(64000)),
    Cost(kind="one-off cost", what="Accommodation", pounds=Decimal(10000)),
)


def of_record(text, **facts):
    return said(text, costs=COSTS, effective="1 June 2027", **facts)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Redundancy costs are £99,000.", "£64,000 recorded as Redundancy and pension strain"),
        ("Redundancy and early retirement costs are £99k.", "£64,000 recorded as Redundancy"),
        ("The one-off costs are £70,000.", "£74,000 recorded as one-off costs"),
        ("The structure takes effect on 1 September 2027.", "1 June 2027 is recorded as when"),
        ("The effective date is 1 September 2027.", "1 June 2027 is recorded as when it takes"),
        ("The new structure will come into force from September 2027.", "1 June 2027 is recorded"),
    ],
)
def test_an_amount_or_a_day_that_is_on_record_otherwise_is_found(text, by):
    assert [each.partition("”: ")[2].startswith(by) for each in of_record(text)] == [True] * bool(
        by
    )


@pytest.mark.parametrize(
    "text",
    [
        "Redundancy costs are £64,000, and one-off costs are £74,000.",
        "Redundancy costs are £40,000 in Housing; accommodation costs £99,000.",
        "Redundancy costs are £30,000. One-off costs of £70,000 are met.",
        "One-off costs are [one-off costs].",
        "The structure takes effect on [takes effect].",
        "The structure takes effect in June 2027.",
        "The first phase of the structure takes effect on 1 March 2027.",
        "Option B: the structure takes effect on 1 March 2027.",
        "The new grades take effect on 1 April 2027.",
        "The saving is £500,000 a year.",
    ],
)
def test_an_amount_or_a_day_that_a_reader_could_take_to_be_right_is_let_be(text):
    assert of_record(text) == []


@pytest.mark.parametrize(("typed", "found"), [("£1.2m", 0), ("£1.3m", 1), ("£1,249,000", 0)])
def test_an_amount_may_be_rounded_as_it_is_typed(typed, found):
    costs = (Cost(kind="one-off cost", what="Redundancy", pounds=Decimal(1_249_000)),)
    assert len(said(f"Redundancy costs are {typed}.", costs=costs)) == found


def test_where_nothing_is_on_record_nothing_is_said():
    assert said("The structure takes effect on 1 May 2027.", effective=None) == []
    assert said("Redundancy costs are £99,000.") == []


# ---- tables ----


def table(head, *rows):
    return "\n".join((f"| {head} |", "|---|---|---|", *(f"| {row} |" for row in rows)))


@pytest.mark.parametrize(
    "head",
    [
        "Division | Posts now | Posts then",
        "Division | Existing posts | Proposed posts",
        "Posts by division | Existing | Proposed",
    ],
)
def test_a_row_of_a_division_is_held_against_its_posts(head):
    right = table(head, "Housing | 5 | 6", "Highways | 3 | 0", "Parks | 5 | 6", "Total | 15 | 14")
    assert said(right) == []
    (one, other) = said(table(head, "Housing | 9 | 6", "Total | 15 | 16"))
    assert one.endswith("9”: 5 in the existing structure")
    assert other.endswith("16”: 14 in the proposed structure")


@pytest.mark.parametrize(
    "head",
    [
        "Division | Existing | Proposed",
        "Division | FTE now | FTE then",
        "Vacant posts | Existing | Proposed",
        "Division | Posts then | Posts of 2019",
    ],
)
def test_a_row_of_which_it_is_not_plain_what_it_counts_is_let_be(head):
    assert said(table(head, "Housing | 9 | 9", "Total | 9 | 9")) == []
