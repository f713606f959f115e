"""What follows from sums that are printed: amounts that nobody prints, and everybody can work out.

Two divisions with a head each, one with two managers and one with three, tell what a manager is
paid. Its one rule: sums are taken together, as equations.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

Sum = Mapping[str, Decimal]
"""How many times each unknown amount, by name, is in a sum."""


def worked_out(sums: Iterable[Sum]) -> frozenset[str]:
    """The names of the amounts that the sums tell, if they are known themselves."""
    solved = dict[str, dict[str, Fraction]]()  # each in terms of those that stand in no other
    for each in sums:
        row = _without(solved, {name: Fraction(times) for name, times in each.items() if times})
        if row:
            name = min(row)
            row = {other: times / row[name] for other, times in row.items()}
            solved = {key: _less(of, name, row) for key, of in solved.items()} | {name: row}
    return frozenset(name for name, row in solved.items() if len(row) == 1)


def _without(
    solved: Mapping[str, Mapping[str, Fraction]], row: dict[str, Fraction]
) -> dict[str, Fraction]:
    for name, other in solved.items():
        row = _less(row, name, other)
    return row


def _less(
    row: dict[str, Fraction], name: str, other: Mapping[str, Fraction]
) -> dict[str, Fraction]:
    """An equation less so many times another that a name no longer stands in it."""
    times = row.get(name)
    if not times:
        return row
    less = {key: row.get(key, 0) - times * value for key, value in other.items()}
    return {key: Fraction(value) for key, value in (row | less).items() if value}
