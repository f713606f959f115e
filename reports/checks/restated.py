"""Figures that the paper states and the structures cannot tell, held against what is typed.

A reduction of two Director posts is on record, and a text has three. Its one rule: where the paper
itself says two things, either is right.
"""

from collections.abc import Sequence
from decimal import Decimal

from reports.checks.counted import Counted
from reports.proposal import DIFFERENCE, Statement


def contradicted(one: Counted, statements: Sequence[Statement]) -> list[Statement]:
    """The statements of the same thing that a typed number contradicts, if it does so to all."""
    if one.state or not one.noun.where or one.is_narrowed:
        return []
    if one.change is not None:
        alike = _of(one, statements, DIFFERENCE)
        return alike if all(each.value != one.change for each in alike) else []
    if one.is_part or one.side is None:
        return []
    alike = _of(one, statements, one.side)
    is_wrong = all(_is_wrong(one, each.value or 0) for each in alike)
    return alike if is_wrong else []


def _of(one: Counted, statements: Sequence[Statement], side: str) -> list[Statement]:
    """What is stated in figures of all there are of a thing, on one side or between them."""
    return [
        each
        for each in statements
        if each.value is not None
        and (each.counts, each.side) == (one.noun.counts, side)
        and dict(each.where) == dict(one.noun.where)
    ]


def _is_wrong(one: Counted, value: Decimal | int) -> bool:
    return one.value > value or (one.value < value and one.means_all)
