"""What a chart is drawn of, as values: its boxes, the lines that join them, the grounds below.

For a format that draws the boxes itself. Its one rule: it says where the picture has each thing,
and finds no place of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from posts.layout import SPACING, Layout, Place, Stroke
from posts.sheets import Sheet

Corners = tuple[tuple[float, float], ...]
"""The points of a line from its start to its end; each piece is upright or level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnBox:
    """A box at its place in the picture: what it says, how it is set, its shape.

    `above` is the box that it stands below, if that is drawn; `hidden` counts those below it that
    are not.
    """

    key: str
    place: Place
    sheet: Sheet
    shape: str
    above: str | None = None
    hidden: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLine:
    """A line between two boxes, by their keys; one beside the line of management has a `name`."""

    start: str
    end: str
    corners: Corners
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The ground that a group stands on, under its heading."""

    heading: str
    place: Place


def lines(
    layout: Layout, below: Mapping[str, Sequence[str]], x: float, y: float
) -> Iterator[DrawnLine]:
    """The line from each box to each that is drawn below it, moved by x and y."""
    firsts = {wire.key: wire.strokes[0] for wire in layout.wires if wire.strokes}
    ticks = {
        (stroke.x2, stroke.y2): stroke.x1
        for wire in layout.wires
        for stroke in wire.strokes
        if stroke.y1 == stroke.y2
    }
    for key, first in firsts.items():
        for child in below.get(key, ()):
            if child in layout.places:
                corners = _corners(first, layout.places[child], ticks)
                moved = tuple((left + x, top + y) for left, top in corners)
                yield DrawnLine(start=key, end=child, corners=moved)


def _corners(first: Stroke, end: Place, ticks: Mapping[tuple[float, float], float]) -> Corners:
    """From below a box, along its wire, to a box in a list from the left, to another from above."""
    start, across = (first.x1, first.y1), first.y2
    y = end.y + min(SPACING.tick, end.height / 2)
    spine = ticks.get((end.x, y))
    if spine is None:
        middle = end.x + end.width / 2
        bends = ((first.x1, across), (middle, across)) if middle != first.x1 else ()
        return start, *bends, (middle, end.y)
    bends = ((first.x1, across), (spine, across)) if spine != first.x1 else ()
    return start, *bends, (spine, y), (end.x, y)
