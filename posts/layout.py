"""Where boxes of any size stand in a chart: rows above, hanging lists below, none upon another.

Trees of boxes go in, places and strokes come out. It knows boxes, and neither posts nor
millimetres. Its one rule: the boxes of one level stand at one height, and what hangs below a box
stays within that box's own column.
"""

from collections.abc import Sequence

from posts.contours import Contour, join, spread
from posts.grove import SPACING, Box, Grove, Plan, Spacing
from posts.placing import Layout, Place, Placing, Stroke, Wire

__all__ = ["SPACING", "Box", "Layout", "Place", "Spacing", "Stroke", "Wire", "arrange"]


_ALIKE, _ROOTS_ALIKE = 2.5, 1.6
"""Boxes in a row are drawn equally tall if none is more than so many times as tall as another."""


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
    drawing = Placing(grove)
    top = bottom = 0.0
    for shelf in plan.shelves:
        gap = spacing.shelf if any(roots[root].children for root in shelf) else spacing.across
        bottom = _Shelf(grove, plan, shelf, 0 if top else second).draw(drawing, top)
        top = bottom + gap
    return drawing.finished(bottom)


class _Shelf:
    """Some trees of one plan side by side, their levels at one height."""

    def __init__(self, grove: Grove, plan: Plan, roots: list[int], second: float) -> None:
        self.grove, self.plan, self.roots, self.second = grove, plan, roots, second
        self.rows = self._rows_of(roots)
        self.heights = self._stretched()
        self.tops = self._tops()
        self.offsets: dict[int, float] = {}

    def draw(self, drawing: Placing, top: float) -> float:
        """Place the trees from this height on; return the height at which they end."""
        middles = self._middles()
        for index in self.rows:
            width, level = self._width(index), self.grove.level[index]
            x, y = middles[index] - width / 2, top + self.tops[level]
            drawing.places[index] = Place(x, y, width, self.heights[index])
        if top == 0:
            drawing.second = self._second()
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
