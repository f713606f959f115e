"""Where boxes of any size stand in a chart: rows above, hanging lists below, none upon another.

Trees of boxes go in, places and strokes come out. It knows boxes, and neither posts nor
millimetres. Its one rule: the boxes of one level stand at one height, and what hangs below a box
stays within that box's own column.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from posts.contours import Contour, join, spread
from posts.grove import SPACING, Box, Grove, Plan, Spacing

__all__ = ["Box", "Layout", "Place", "Spacing", "Stroke", "Wire", "arrange"]


_ALIKE = 2.5
"""Boxes in a row are drawn equally tall if none is more than so many times as tall as another."""


class Place(NamedTuple):
    """Where a box stands: wider than it asked for where a list hangs below it, so that both end
    at one edge; taller where a neighbour in its row is."""

    x: float
    y: float
    width: float
    height: float


class Stroke(NamedTuple):
    """A straight piece of a connector, upright or level."""

    x1: float
    y1: float
    x2: float
    y2: float


class Wire(NamedTuple):
    """The connector from one box to all that is below it."""

    key: str
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Places by key, the connectors, and the size of the whole."""

    places: dict[str, Place]
    wires: tuple[Wire, ...]
    width: float
    height: float


def arrange(
    roots: Sequence[Box],
    *,
    wide: float = 1300,
    tall: float = 900,
    spacing: Spacing = SPACING,
) -> Layout:
    """Place trees of boxes so that they can be shown as large as possible within wide by tall.

    The lowest levels hang as lists under their parent: all leaves do, and as many levels above
    them as make the chart fit better. Trees that are too wide side by side stand on shelves.
    """
    grove = Grove(roots, spacing)
    plan = grove.best_plan(wide, tall)
    drawing = _Drawing(grove)
    top = bottom = 0.0
    for shelf in plan.shelves:
        gap = spacing.shelf if any(roots[root].children for root in shelf) else spacing.across
        bottom = _Shelf(grove, plan, shelf).draw(drawing, top)
        top = bottom + gap
    return drawing.finished(bottom)


class _Drawing:
    """Places and wires as they are found."""

    def __init__(self, grove: Grove) -> None:
        self.grove = grove
        self.places: dict[int, Place] = {}
        self.wires: list[Wire] = []

    def finished(self, height: float) -> Layout:
        boxes = self.grove.boxes
        return Layout(
            places={boxes[index].key: self.places[index] for index in self.places},
            wires=tuple(self.wires),
            width=max((place.x + place.width for place in self.places.values()), default=0),
            height=height,
        )

    def hang(self, index: int) -> None:
        """Hang all that is below a placed box as a list within its column."""
        grove, waiting = self.grove, [index]
        while waiting:
            index = waiting.pop()
            place = self.places[index]
            x, y = place.x + grove.spacing.indent, place.y + place.height + grove.spacing.list_first
            for child in grove.below(index):
                width = place.x + place.width - x
                self.places[child] = Place(x, y, width, grove.boxes[child].height)
                y += grove.column_height[child] + grove.gap_after(child)
                if grove.boxes[child].children:
                    waiting.append(child)
            self._wire_list(index, place, grove.below(index))

    def _wire_list(self, index: int, place: Place, below: range) -> None:
        spacing, spine, strokes = self.grove.spacing, place.x + self.grove.spacing.spine, []
        y = bottom = place.y + place.height
        for child in below:
            box = self.places[child]
            y = box.y + min(spacing.tick, box.height / 2)
            strokes.append(Stroke(spine, y, box.x, y))
        strokes.insert(0, Stroke(spine, bottom, spine, y))
        self.wires.append(Wire(self.grove.boxes[index].key, tuple(strokes)))

    def wire_row(self, index: int) -> None:
        """Join a placed box with the row below it: down, across, down."""
        place = self.places[index]
        x, bottom = place.x + place.width / 2, place.y + place.height
        tops = [self._top(child) for child in self.grove.below(index)]
        bus = tops[0][1] - self.grove.spacing.bus
        strokes = [Stroke(x, bottom, x, bus)]
        if len(tops) > 1:
            strokes.append(Stroke(tops[0][0], bus, tops[-1][0], bus))
        strokes += [Stroke(middle, bus, middle, top) for middle, top in tops]
        self.wires.append(Wire(self.grove.boxes[index].key, tuple(strokes)))

    def _top(self, index: int) -> tuple[float, float]:
        place = self.places[index]
        return place.x + place.width / 2, place.y


class _Shelf:
    """Some trees of one plan side by side, their levels at one height."""

    def __init__(self, grove: Grove, plan: Plan, roots: list[int]) -> None:
        self.grove, self.plan, self.roots = grove, plan, roots
        self.rows = self._rows_of(roots)
        self.heights = self._stretched()
        self.tops = self._tops()
        self.offsets: dict[int, float] = {}

    def draw(self, drawing: _Drawing, top: float) -> float:
        """Place the trees from this height on; return the height at which they end."""
        middles = self._middles()
        for index in self.rows:
            width, level = self._width(index), self.grove.level[index]
            x, y = middles[index] - width / 2, top + self.tops[level]
            drawing.places[index] = Place(x, y, width, self.heights[index])
        for index in self.rows:
            if index in self.plan.hangs:
                drawing.hang(index)
            elif self.grove.boxes[index].children:
                drawing.wire_row(index)
        return top + max(self._bottom(index) for index in self.rows)

    def _rows_of(self, roots: list[int]) -> list[int]:
        rows = list(roots)
        for index in rows:
            rows.extend(self._row_below(index))
        return rows

    def _stretched(self) -> dict[int, float]:
        """The height of each box in a row: that of its tallest sibling, unless they differ much."""
        heights: dict[int, float] = {}
        for family in (self.roots, *map(self._row_below, self.rows)):
            own = {index: self.grove.boxes[index].height for index in family}
            alike = max(own.values(), default=0) <= _ALIKE * min(own.values(), default=0)
            heights.update(dict.fromkeys(own, max(own.values())) if alike and own else own)
        return heights

    def _tops(self) -> list[float]:
        """Where each level begins: below the tallest box of the level above."""
        tallest: list[float] = []
        for index in self.rows:
            level = self.grove.level[index]
            if level == len(tallest):
                tallest.append(0)
            tallest[level] = max(tallest[level], self.heights[index])
        tops = [0.0]
        for height in tallest:
            tops.append(tops[-1] + height + self.grove.spacing.down)
        return tops[:-1]

    def _width(self, index: int) -> float:
        hangs = index in self.plan.hangs
        return self.grove.column_width[index] if hangs else self.grove.boxes[index].width

    def _bottom(self, index: int) -> float:
        """Where a box in a row ends, with the list that hangs from it."""
        bottom = self.tops[self.grove.level[index]] + self.heights[index]
        if index in self.plan.hangs:
            bottom += self.grove.column_height[index] - self.grove.boxes[index].height
        return bottom

    def _middles(self) -> dict[int, float]:
        """The middle of each box in a row, the leftmost box at nought."""
        contours: dict[int, Contour] = {}
        for index in reversed(self.rows):
            contours[index] = self._contour(index, contours)
        apart = self.grove.spacing.apart
        middles = spread([contours[root] for root in self.roots], apart, apart)
        found = dict(zip(self.roots, middles, strict=True))
        for index in self.rows:
            for child in self._row_below(index):
                found[child] = found[index] + self.offsets[child]
        edge = min(found[index] - self._width(index) / 2 for index in self.rows)
        return {index: middle - edge for index, middle in found.items()}

    def _row_below(self, index: int) -> range:
        return range(0) if index in self.plan.hangs else self.grove.below(index)

    def _contour(self, index: int, contours: dict[int, Contour]) -> Contour:
        """How far the tree of a box reaches; its children are put in place relative to it."""
        half, spacing = self._width(index) / 2, self.grove.spacing
        contour = Contour([-half], [half])
        if row := self._row_below(index):
            below = [contours.pop(child) for child in row]
            middles = spread(below, spacing.across, spacing.apart)
            middle = (middles[0] + middles[-1]) / 2
            offsets = [x - middle for x in middles]
            self.offsets.update(zip(row, offsets, strict=True))
            join(contour, below, offsets)
        elif index in self.plan.hangs:
            deep = self._levels_beside(index)
            contour.left.extend([-half] * deep)
            contour.right.extend([half] * deep)
        return contour

    def _levels_beside(self, index: int) -> int:
        """How many of the levels below a box, with their connectors, its hanging list stands in."""
        bottom = self._bottom(index) + self.grove.spacing.down
        return sum(top < bottom for top in self.tops[self.grove.level[index] + 1 :])
