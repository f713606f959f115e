"""Where boxes of any size stand in a chart: rows above, hanging lists below, none upon another.

Trees of boxes go in, places and strokes come out. It knows boxes, and neither posts nor
millimetres. Its one rule: the boxes of one level stand at one height, and what hangs below a box
stays within that box's own column.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from posts.contours import Contour, join, spread
from posts.grove import SPACING, Box, Grove, Plan, Spacing

__all__ = ["Box", "Layout", "Place", "Spacing", "Stroke", "Wire", "arrange"]


_ALIKE, _ROOTS_ALIKE = 2.5, 1.6
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
    """Places by key, the connectors, and the size of the whole.

    `hung` are the boxes that hang in lists, `second` is where the second row begins, if any.
    """

    places: dict[str, Place]
    wires: tuple[Wire, ...]
    width: float
    height: float
    hung: Set[str] = frozenset()
    second: float = 0


def arrange(
    roots: Sequence[Box],
    *,
    wide: float = 1300,
    tall: float = 900,
    second: float = 0,
    least: int = 0,
    most: int = 1_000,
    spacing: Spacing = SPACING,
) -> Layout:
    """Place trees of boxes so that they can be shown as large as possible within wide by tall.

    The lowest levels hang as lists under their parent: all leaves do, and as many levels above
    them as make the chart fit better. Trees that are too wide side by side stand on shelves. The
    second row of the first shelf begins at `second` or below it; between `least` and `most` levels
    below the roots stand in rows.
    """
    grove = Grove(roots, spacing)
    plan = grove.best_plan(wide, tall, least, most)
    drawing = _Drawing(grove)
    top = bottom = 0.0
    for shelf in plan.shelves:
        gap = spacing.shelf if any(roots[root].children for root in shelf) else spacing.across
        bottom = _Shelf(grove, plan, shelf, 0 if top else second).draw(drawing, top)
        top = bottom + gap
    return drawing.finished(bottom)


class _Drawing:
    """Places and wires as they are found."""

    def __init__(self, grove: Grove) -> None:
        self.grove = grove
        self.places: dict[int, Place] = {}
        self.wires: list[Wire] = []
        self.hung: set[int] = set()
        self.second = 0.0

    def finished(self, height: float) -> Layout:
        boxes = self.grove.boxes
        drawn = [index for index in self.places if not boxes[index].is_bracket]
        return Layout(
            places={boxes[index].key: self.places[index] for index in drawn},
            wires=tuple(self.wires),
            width=max((place.x + place.width for place in self.places.values()), default=0),
            height=height,
            hung={boxes[index].key for index in self.hung},
            second=self.second,
        )

    def hang(self, index: int) -> None:
        """Hang all that is below a placed box as a list within its column."""
        grove, place = self.grove, self.places[index]
        is_bracket = grove.boxes[index].is_bracket
        bottom = place.y + place.height
        y = bottom if is_bracket else bottom + grove.spacing.list_first
        below = grove.below(index)
        self._list(below, place.x + grove.spacing.indent, y, place.x + place.width)
        self._wire(index, self._spine(below, place.x + grove.spacing.spine, bottom))
        if not is_bracket:
            self.hung.update(below)
        for child in below:
            if grove.boxes[child].children:
                self._hang_below(child)

    def _hang_below(self, index: int) -> None:
        """Hang what is below a box of a list, however deep."""
        waiting = [index]
        while waiting:
            index = waiting.pop()
            place, spacing, below = self.places[index], self.grove.spacing, self.grove.below(index)
            bottom = place.y + place.height
            y, right = bottom + spacing.list_first, place.x + place.width
            self._list(below, place.x + spacing.indent, y, right)
            self._wire(index, self._spine(below, place.x + spacing.spine, bottom))
            self.hung.update(below)
            waiting += [child for child in below if self.grove.boxes[child].children]

    def fold(self, index: int, columns: Sequence[Sequence[int]], x: float, y: float) -> None:
        """Hang all that is below a placed box in columns, the first beginning at x and y."""
        grove, spacing, place = self.grove, self.grove.spacing, self.places[index]
        width = (grove.folded_width(index, len(columns)) + spacing.across) / len(columns)
        bus, strokes, spines = y - spacing.bus, list[Stroke](), list[float]()
        for column in columns:
            self._list(column, x + spacing.indent, y, x + width - spacing.across)
            strokes += self._spine(column, x + spacing.spine, bus)
            spines.append(x + spacing.spine)
            x += width
        middle = place.x + place.width / 2
        ends = min(middle, spines[0]), max(middle, spines[-1])
        down = Stroke(middle, place.y + place.height, middle, bus)
        self._wire(index, [down, Stroke(ends[0], bus, ends[1], bus), *strokes])
        self.hung.update(grove.below(index))
        for child in grove.below(index):
            if grove.boxes[child].children:
                self._hang_below(child)

    def _list(self, boxes: Sequence[int], x: float, y: float, right: float) -> None:
        """Place boxes one below another, between x and the right edge."""
        grove = self.grove
        for index in boxes:
            self.places[index] = Place(x, y, right - x, grove.boxes[index].height)
            y += grove.column_height[index] + grove.gap_after(index)

    def _spine(self, boxes: Sequence[int], spine: float, top: float) -> list[Stroke]:
        """The upright beside a list of placed boxes, with a stroke to each of them."""
        strokes, y = list[Stroke](), top
        for index in boxes:
            box = self.places[index]
            y = box.y + min(self.grove.spacing.tick, box.height / 2)
            strokes.append(Stroke(spine, y, box.x, y))
        return [Stroke(spine, top, spine, y), *strokes]

    def _wire(self, index: int, strokes: Sequence[Stroke]) -> None:
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
        self._wire(index, strokes)

    def _top(self, index: int) -> tuple[float, float]:
        """Where the connector from above meets a box; of a bracket, the spine of its list."""
        place, is_bracket = self.places[index], self.grove.boxes[index].is_bracket
        middle = self.grove.spacing.spine if is_bracket else place.width / 2
        return place.x + middle, place.y


class _Shelf:
    """Some trees of one plan side by side, their levels at one height."""

    def __init__(self, grove: Grove, plan: Plan, roots: list[int], second: float) -> None:
        self.grove, self.plan, self.roots, self.second = grove, plan, roots, second
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
        drawing.second = drawing.second or self._second()
        for index in self.rows:
            if index in self.plan.folds:
                columns, y = self._columns(index), top + self._folds_at(index)
                left = middles[index] - self.grove.folded_width(index, len(columns)) / 2
                drawing.fold(index, columns, left, y)
            elif index in self.plan.hangs:
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
        """The height of each box in a row: that of its tallest sibling, unless they differ much.

        Roots that anything stands below keep their own.
        """
        boxes = self.grove.boxes
        heights = {index: boxes[index].height for index in self.rows}
        alone = [index for index in self.roots if not boxes[index].children]
        families = [(_ROOTS_ALIKE, alone)]
        families += [(_ALIKE, list(self._row_below(index))) for index in self.rows]
        for much, family in families:
            own = {index: heights[index] for index in family if not boxes[index].is_bracket}
            alike = max(own.values(), default=0) <= much * min(own.values(), default=0)
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
            if len(tops) == 2:
                tops[1] = max(tops[1], self.second)
        return tops[:-1]

    def _second(self) -> float:
        """Where the second row begins, or what hangs from a root in columns; else nought."""
        folded = [self._folds_at(root) for root in self.roots if root in self.plan.folds]
        return max(folded + self.tops[1:2], default=0)

    def _folds_at(self, index: int) -> float:
        """Where what hangs from a box in columns begins."""
        level = self.grove.level[index]
        y = self.tops[level] + self.heights[index] + self.grove.spacing.down
        return max(y, self.second) if level == 0 else y

    def _columns(self, index: int) -> list[list[int]]:
        return self.grove.columns(index, self.plan.folds[index])

    def _width(self, index: int) -> float:
        hangs = index in self.plan.hangs and index not in self.plan.folds
        return self.grove.column_width[index] if hangs else self.grove.boxes[index].width

    def _span(self, index: int) -> float:
        """The width of a box with the list that hangs from it."""
        if index not in self.plan.folds:
            return self._width(index)
        return max(self._width(index), self.grove.folded_width(index, len(self._columns(index))))

    def _bottom(self, index: int) -> float:
        """Where a box in a row ends, with the list that hangs from it."""
        if index in self.plan.folds:
            return self._folds_at(index) + self.grove.folded_height(index, self.plan.folds[index])
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
        edge = min(found[index] - self._span(index) / 2 for index in self.rows)
        return {index: middle - edge for index, middle in found.items()}

    def _row_below(self, index: int) -> range:
        return range(0) if index in self.plan.hangs else self.grove.below(index)

    def _contour(self, index: int, contours: dict[int, Contour]) -> Contour:
        """How far the tree of a box reaches; its children are put in place relative to it."""
        half, spacing = self._span(index) / 2, self.grove.spacing
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
