"""What follows from sums that are printed: amounts that nobody prints, and everybody can work out.

Two divisions with a head each, one with two managers and one with three, tell what a manager is
paid. Its one rule: sums are taken together, as equations.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

Sum = Mapping[Any, Decimal | Fraction]
"""How many times each unknown amount, by its name, is in a sum."""

_Row = dict[Hashable, Fraction]


@dataclass(frozen=True, slots=True)
class Equations:
    """Sums that are known, each solved for an amount that stands in no other."""

    solved: Mapping[Hashable, _Row] = field(default_factory=dict)

    @property
    def worked_out(self) -> frozenset[Hashable]:
        """The names of the amounts that the sums tell."""
        return frozenset(name for name, row in self.solved.items() if len(row) == 1)

    def joined_by(self, sums: Iterable[Sum]) -> "Equations":
        """These, and some more sums."""
        solved = dict(self.solved)
        for each in sums:
            row = {name: Fraction(times) for name, times in each.items() if times}
            for name in [*row]:
                if name in solved:
                    row = _less(row, name, solved[name])
            if row:
                name, first = next(iter(row.items()))
                row = {other: times / first for other, times in row.items()}
                solved = {key: _less(of, name, row) for key, of in solved.items()} | {name: row}
        return Equations(solved)


def _less(row: _Row, name: Hashable, other: _Row) -> _Row:
    """An equation less so many times another that a name no longer stands in it."""
    times = row.get(name)
    if not times:
        return row
    less = dict(row)
    for key, value in other.items():
        if left := less.get(key, 0) - times * value:
            less[key] = Fraction(left)
        else:
            less.pop(key, None)
    return less


def together(sums: Sequence[Sum]) -> list[Sum]:
    """The same sums, of which amounts that only stand together are one: neither can be told."""
    places = defaultdict[Hashable, list[tuple[int, Fraction]]](list)
    for nth, each in enumerate(sums):
        for name, times in each.items():
            if times:
                places[name].append((nth, Fraction(times)))
    alike = defaultdict[Hashable, list[Hashable]](list)
    for name, stands in places.items():
        first = stands[0][1]
        alike[tuple((nth, times / first) for nth, times in stands)].append(name)
    found = [defaultdict[Hashable, Fraction](Fraction) for _ in sums]
    for names in alike.values():
        joint = names[0] if len(names) == 1 else tuple(names)
        for name in names:
            for nth, times in places[name]:
                found[nth][joint] += times
    return [*found]
