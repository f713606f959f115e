"""How the first row of a chart stands: as wide as asked, narrower, with its leaves in columns.

Its one rule: a row is better than a list, as long as all of it can be shown and read.
"""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from itertools import product

from posts.block import EDGES, Room
from posts.layout import SPACING

_NARROW, _FEW = 112.0, 6
_SPILL = 1.25
"""So many times wider than its room a row of narrow boxes may be: shown whole it is still read."""

Slots = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in each of the columns of a row, their width, and the whole's.

    With no columns it is as the layout finds it.
    """

    slots: Slots
    column: float
    wide: float


def first_row(
    below: Sequence[str], leaves: Set[str], least: Callable[[], float], room: Room
) -> Row:
    """The row of these boxes, no column of it narrower than the least width that they can have."""
    as_it_is = Row([], room.column, 0)
    one_each = [(key,) for key in below]
    if _row(one_each, room.column).wide <= room.wide:
        return as_it_is
    if len(leaves) == len(below) > _FEW:
        return as_it_is
    may_be = [slots for slots in (_runs(below, leaves), one_each) if len(slots) > 1]
    narrowest = min(max(_NARROW, least()), room.column)
    for spill, slots in product((1.0, _SPILL), may_be):
        row = _row(slots, max(min(_even(len(slots), room), room.column), narrowest))
        if row.wide <= room.wide * spill:
            return row
    return as_it_is


def _row(slots: Slots, column: float) -> Row:
    return Row(slots, column, len(slots) * (column + SPACING.across) - SPACING.across + EDGES)


def _even(number: int, room: Room) -> float:
    """The width of each of so many boxes that fill the room."""
    return (room.wide - EDGES + SPACING.across) / number - SPACING.across


def _runs(below: Sequence[str], leaves: Set[str]) -> list[tuple[str, ...]]:
    """Leaves that follow one another together, all others apart."""
    slots: list[tuple[str, ...]] = []
    for key in below:
        if slots and key in leaves and slots[-1][0] in leaves:
            slots[-1] += (key,)
        else:
            slots.append((key,))
    return slots
