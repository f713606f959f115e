"""Where boxes of any size stand in a chart: rows above, hanging lists below, none upon another.

Trees of boxes go in, places and strokes come out. It knows boxes, and neither posts nor
millimetres. Its one rule: the boxes of one level stand at one height, and what hangs below a box
stays within that box's own column.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_ROWS = 12
"""No chart has more rows than this; what is deeper hangs."""


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """A box to be placed, with the boxes below it, in order. Keys are unique in a chart."""

    key: str
    width: float
    height: float
    children: tuple["Box", ...] = ()


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
class Spacing:
    """The gaps of a chart: between columns, families, rows, and within hanging lists."""

    across: float = 14
    apart: float = 24
    down: float = 34
    bus: float = 16
    list_first: float = 11
    list_gap: float = 7
    indent: float = 16
    spine: float = 5
    tick: float = 16
    shelf: float = 40


@dataclass(frozen=True, slots=True)
class Layout:
    """Places by key, in the order level by level, the connectors, and the size of the whole."""

    places: dict[str, Place]
    wires: tuple[Wire, ...]
    width: float
    height: float


def arrange(
    roots: Sequence[Box],
    *,
    wide: float = 1300,
    tall: float = 900,
    spacing: Spacing = Spacing(),
) -> Layout:
    """Place trees of boxes so that they can be shown as large as possible within wide by tall.

    The lowest levels hang as lists under their parent: all leaves do, and as many levels above
    them as make the chart fit better. Trees that are too wide side by side stand on shelves.
    """
    grove = _Grove(roots, spacing)
    plan = grove.best_plan(wide, tall)
    drawing = _Drawing(grove)
    top = 0.0
    for shelf in plan.shelves:
        top = _Shelf(grove, plan, shelf).draw(drawing, top) + spacing.shelf
    return drawing.finished(max(top - spacing.shelf, 0))


class _Plan(NamedTuple):
    """Which boxes stand in rows, which of them hang what is below, and which trees share a shelf."""

    rows: list[int]
    hangs: set[int]
    shelves: list[list[int]]
    scale: float
    width: float


class _Grove:
    """Trees of boxes as parallel lists, level by level, so that no step recurses."""

    def __init__(self, roots: Sequence[Box], spacing: Spacing) -> None:
        self.boxes, self.spacing, self.roots = list(roots), spacing, len(roots)
        self.first: list[int] = []
        self.level = [0] * len(roots)
        for index, box in enumerate(self.boxes):
            self.first.append(len(self.boxes))
            if box.children:
                self.boxes.extend(box.children)
                self.level.extend([self.level[index] + 1] * len(box.children))
        self._measure_columns()

    def below(self, index: int) -> range:
        first = self.first[index]
        return range(first, first + len(self.boxes[index].children))

    def _measure_columns(self) -> None:
        """The size of each box with all that is below it as one hanging column."""
        gaps, boxes = self.spacing, self.boxes
        self.column_width = [box.width for box in boxes]
        self.column_height = [box.height for box in boxes]
        for index in range(len(boxes) - 1, -1, -1):
            if not boxes[index].children:
                continue
            first, last = self.first[index], self.first[index] + len(boxes[index].children)
            widest = max(self.column_width[first:last])
            self.column_width[index] = max(boxes[index].width, gaps.indent + widest)
            self.column_height[index] += sum(self.column_height[first:last]) + (
                gaps.list_first + gaps.list_gap * (last - first - 1)
            )

    def best_plan(self, wide: float, tall: float) -> _Plan:
        """Rows to the depth at which the chart can be shown largest; the deepest of equals."""
        best = self._plan(0, wide, tall)
        deepest = min(self.level[-1] if self.level else 0, _ROWS)
        for depth in range(1, deepest + 1):
            plan = self._plan(depth, wide, tall)
            if plan.scale >= best.scale:
                best = plan
            elif wide / plan.width < best.scale:
                break
        return best

    def _plan(self, depth: int, wide: float, tall: float) -> _Plan:
        rows, hangs = self._rows(depth)
        spans, depths = self._spans(rows, hangs)
        shelves: list[list[int]] = []
        reach, width, height = wide + 1, 0.0, 0.0
        for root in range(self.roots):
            if reach + self.spacing.apart + spans[root] > wide:
                height += max((depths[root] for root in shelves[-1]), default=0) if shelves else 0
                shelves.append([])
                reach = -self.spacing.apart
            shelves[-1].append(root)
            reach += self.spacing.apart + spans[root]
            width = max(width, reach)
        height += max((depths[root] for root in shelves[-1]), default=0) if shelves else 0
        scale = min(1.0, wide / max(width, 1), tall / max(height, 1))
        return _Plan(rows, hangs, shelves, scale, max(width, 1))

    def _rows(self, depth: int) -> tuple[list[int], set[int]]:
        """The boxes that stand in rows, if lists begin below this depth, and those that hang."""
        rows, hangs = list(range(self.roots)), set()
        for index in rows:
            children = self.boxes[index].children
            if not children:
                continue
            level = self.level[index]
            if level >= depth or (level and not any(child.children for child in children)):
                hangs.add(index)
            else:
                rows.extend(self.below(index))
        return rows, hangs

    def _spans(self, rows: list[int], hangs: set[int]) -> tuple[dict[int, float], dict[int, float]]:
        """How wide at most, and how deep, each tree of rows will be."""
        spans, depths = {}, {}
        for index in reversed(rows):
            box = self.boxes[index]
            spans[index], depths[index] = box.width, box.height
            if index in hangs:
                spans[index], depths[index] = self.column_width[index], self.column_height[index]
            elif box.children:
                below = self.below(index)
                gaps = self.spacing.across * (len(below) - 1)
                spans[index] = max(box.width, sum([spans[child] for child in below]) + gaps)
                depths[index] += self.spacing.down + max([depths[child] for child in below])
        return spans, depths


class _Drawing:
    """Places and wires as they are found."""

    def __init__(self, grove: _Grove) -> None:
        self.grove = grove
        self.places: dict[int, Place] = {}
        self.wires: list[Wire] = []

    def finished(self, height: float) -> Layout:
        boxes = self.grove.boxes
        return Layout(
            places={boxes[index].key: self.places[index] for index in sorted(self.places)},
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
                y += grove.column_height[child] + grove.spacing.list_gap
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


class _Contour(NamedTuple):
    """How far a tree reaches to the left and right of its root's middle, level by level."""

    left: list[float]
    right: list[float]


class _Shelf:
    """Some trees of one plan side by side, their levels at one height."""

    def __init__(self, grove: _Grove, plan: _Plan, roots: list[int]) -> None:
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
            if index not in self.plan.hangs:
                rows.extend(self.grove.below(index))
        return rows

    def _stretched(self) -> dict[int, float]:
        """The height of each box in a row: that of the tallest among its siblings."""
        boxes = self.grove.boxes
        families: list[Iterable[int]] = [self.roots]
        families += [self.grove.below(row) for row in self.rows if row not in self.plan.hangs]
        heights = {}
        for family in families:
            tallest = max((boxes[index].height for index in family), default=0)
            heights.update(dict.fromkeys(family, tallest))
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
        contours: dict[int, _Contour] = {}
        for index in reversed(self.rows):
            below = self.grove.below(index) if index not in self.plan.hangs else range(0)
            contours[index] = self._contour(index, [contours.pop(child) for child in below], below)
        forest = [contours[root] for root in self.roots]
        spread = self._spread(forest, self.grove.spacing.apart)
        middles = dict(zip(self.roots, spread, strict=True))
        for index in self.rows:
            if index not in self.plan.hangs:
                for child in self.grove.below(index):
                    middles[child] = middles[index] + self.offsets[child]
        edge = min(middles[index] - self._width(index) / 2 for index in self.rows)
        return {index: middle - edge for index, middle in middles.items()}

    def _contour(self, index: int, below: list[_Contour], keys: range) -> _Contour:
        half = self._width(index) / 2
        contour = _Contour([-half], [half])
        if below:
            spread = self._spread(below, self.grove.spacing.across)
            middle = (spread[0] + spread[-1]) / 2
            offsets = [x - middle for x in spread]
            self.offsets.update(zip(keys, offsets, strict=True))
            _join(contour, below, offsets)
        for level in range(self.grove.level[index] + 1, len(self.tops)):
            if index in self.plan.hangs and self.tops[level] < self._bottom(index):
                contour.left.append(-half)
                contour.right.append(half)
        return contour

    def _spread(self, trees: list[_Contour], gap: float) -> list[float]:
        """The middles of trees side by side, as near as they may stand, with even gaps.

        The mean of standing as far left and as far right as they can: what holds for both holds
        for every point between.
        """
        wider = self.grove.spacing.apart
        left = _pack([(tree.left, tree.right) for tree in trees], gap, wider)
        mirrored = [([-x for x in tree.right], [-x for x in tree.left]) for tree in trees[::-1]]
        right = [left[-1] - x for x in _pack(mirrored, gap, wider)[::-1]]
        return [(a + b) / 2 for a, b in zip(left, right, strict=True)]


def _pack(trees: list[tuple[list[float], list[float]]], gap: float, wider: float) -> list[float]:
    """Middles of trees pushed to the left one after another, the first at nought."""
    middles: list[float] = []
    reach: list[float] = []
    for left, right in trees:
        pairs = enumerate(zip(reach, left, strict=False))
        x = max([far - near + (wider if level else gap) for level, (far, near) in pairs], default=0)
        middles.append(x)
        ends = [x + end for end in right]
        reach[: len(ends)] = ends if not reach else map(max, ends, reach + ends[len(reach) :])
    return middles


def _join(contour: _Contour, below: list[_Contour], offsets: list[float]) -> None:
    """Lengthen a box's contour by those of the trees below it, which stand in order."""
    left, right = contour
    for tree, x in zip(below, offsets, strict=True):
        for level, end in enumerate(tree.right, start=1):
            if level == len(right):
                left.append(x + tree.left[level - 1])
                right.append(x + end)
            else:
                left[level] = min(left[level], x + tree.left[level - 1])
                right[level] = max(right[level], x + end)
