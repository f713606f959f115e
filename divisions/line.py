"""Where in its line a unit or post is drawn: between which two others, at which position.

Units stand in line among their siblings; posts in one line for the whole structure, since they are
drawn by unit as well as by whom they report to. Its one rule: only neighbours are read, and no more
rows are written than must give way.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from simple_history.utils import bulk_update_with_history

from divisions import errors

STEP = 1024
"""How far apart positions are at first: one put between them writes one row."""

FIRST = object()
"""`after=FIRST` puts a unit or post before its siblings; last where it has none."""

AS_DRAWN = object()
"""`after=AS_DRAWN` leaves a post where it is drawn, whomever it reports to."""

_ROOMY = 16
"""How far apart positions are at least where room is made between them again."""

_NEXT = (8, 64, 512)
"""How many of those that stand next are asked, in turn, to give way."""

_IN_ORDER = ("position", "pk")


@dataclass(frozen=True, slots=True)
class Spot:
    """The positions that are free for it, and the sibling right of which it stands, if any.

    `is_last`: all its siblings stand before it, whichever they are.
    """

    positions: list[int]
    beside: Any = None
    is_last: bool = False


def spot(part, parent, beside, room=1):
    """Where under a parent it comes in, with room there for so many: last, first or after one."""
    siblings, line = _around(part, parent)
    if beside is AS_DRAWN:
        return Spot([part.position], _last_up_to(siblings, (part.position, part.pk)))
    if beside is FIRST and (first := _end(siblings)):
        low, high = _before(line, first), first
    elif beside is None or beside is FIRST:
        low, high = _end(line.reverse()), None
    elif low := _end(siblings.filter(pk=beside.pk)):
        high = _end(_beyond(line, low))
    else:
        raise errors.NotInStructure(
            f"{part.called} cannot stand after {beside.called}, which is elsewhere."
        )
    return _between(siblings, line, low, high, room)


def before(part, among):
    """The one of some after which a part is drawn; None where it is the first."""
    return _end(
        _up_to(among.order_by(*_IN_ORDER), (part.position, part.pk), itself=False).reverse()
    )


def after(part, among):
    """The one of some before which a part is drawn; None where it is the last."""
    return _end(_beyond(among.order_by(*_IN_ORDER), (part.position, part.pk)))


def spot_before(part, other):
    """Where it comes in right before another, under the parent that it has."""
    siblings, line = _around(part, part.parent)
    return _between(siblings, line, _before(line, other), other, 1)


def spot_after(part, other):
    """Where it comes in right after another, under the parent that it has."""
    siblings, line = _around(part, part.parent)
    return _between(siblings, line, other, _end(_beyond(line, other)), 1)


def _around(part, parent):
    """A part's siblings, and all who stand in line with it, in order, without the part itself."""
    parts = type(part).objects.exclude(pk=part.pk).order_by(*_IN_ORDER)
    siblings = parts.filter(parent=parent)
    if part.IN_ONE_LIST:
        return siblings, parts.filter(structure=part.structure, parent__isnull=False)
    return siblings, siblings


def _between(siblings, line, low, high, room):
    """The spot between two ends of a gap, each a pair of position and row, or None."""
    start = low[0] if low else 0
    if high is None:
        return Spot([start + STEP * nth for nth in range(1, room + 1)], is_last=True)
    end = high[0] if high[0] - start > room else _make_room(line, low, room)
    step = (end - start) // (room + 1)
    positions = [start + step * nth for nth in range(1, room + 1)]
    return Spot(positions, _last_up_to(siblings, low) if low else None)


def _make_room(line, low, room):
    """Push on those that stand next, as few as will do; gives where the first stands now."""
    start, beyond = (low[0], _beyond(line, low)) if low else (0, line)
    for many in (*_NEXT, None):
        rows = list(beyond[:many])
        for nth, row in enumerate(rows):
            if row.position - start >= (nth + room + 1) * _ROOMY:
                return _spread(rows[:nth], start, row.position, room)
        if many is None or len(rows) < many:
            return _spread(rows, start, start + (len(rows) + room + 1) * STEP, room)
    return None


def _spread(rows, start, end, room):
    """Spread rows evenly between two positions, with room for so many before them."""
    step = (end - start) // (len(rows) + room + 1)
    for nth, row in enumerate(rows, start=room + 1):
        row.position = start + step * nth
    bulk_update_with_history(rows, type(rows[0]), ["position"], batch_size=500)
    return rows[0].position


def _before(line, end):
    return _end(_up_to(line, end, itself=False).reverse())


def _end(line):
    """The first of a line, as its position and row; None where there is none."""
    return line.values_list(*_IN_ORDER).first()


def _up_to(line, end, itself=True):
    position, pk = end
    same = Q(position=position, pk__lte=pk) if itself else Q(position=position, pk__lt=pk)
    return line.filter(Q(position__lt=position) | same)


def _beyond(line, end):
    position, pk = end
    return line.filter(Q(position__gt=position) | Q(position=position, pk__gt=pk))


def _last_up_to(siblings, end):
    """The last of the siblings that stands up to an end, with its index alone; None if none is."""
    return _up_to(siblings, end).only("parent", "lft", "rght", "tree_id", "level").last()
