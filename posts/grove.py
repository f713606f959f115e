"""Trees of boxes, level by level, and which of them stand in rows, hang in lists, share a shelf.

Its one rule: no step recurses, so that a structure of any depth can be drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_ROWS = 12
"""No chart has more rows than this; what is deeper hangs."""

_LONG, _LONG_AT_TOP = 14, 6
"""A list of more boxes than this is folded into columns where there is room."""


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """A box to be placed, with the boxes below it, in order. Keys are unique in a chart.

    A bracket, of no size, is not drawn: it lets what is below it stand in a row as one column.
    """

    key: str
    width: float
    height: float
    children: tuple["Box", ...] = ()
    is_bracket: bool = False


@dataclass(frozen=True, slots=True)
class Spacing:
    """The gaps of a chart: between columns, families, rows, and within hanging lists."""

    across: float = 14
    apart: float = 24
    down: float = 34
    bus: float = 16
    list_first: float = 11
    list_gap: float = 7
    list_family: float = 14
    indent: float = 16
    spine: float = 5
    tick: float = 16
    shelf: float = 40


SPACING = Spacing()


class Plan(NamedTuple):
    """The boxes that stand in rows, those of them that hang what is below, the trees of a shelf.

    `folds` are the long lists among those that hang, each with its number of columns.
    """

    rows: list[int]
    hangs: set[int]
    folds: dict[int, int]
    shelves: list[list[int]]
    scale: float
    width: float
    height: float


class Grove:
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

    def gap_after(self, index: int) -> float:
        """The gap below a box of a list: wider where its own list has ended."""
        children = self.boxes[index].children
        return self.spacing.list_family if children else self.spacing.list_gap

    def _measure_columns(self) -> None:
        """The size of each box with all that is below it as one hanging column."""
        spacing, boxes = self.spacing, self.boxes
        widths = self.column_width = [box.width for box in boxes]
        heights = self.column_height = [box.height for box in boxes]
        numbers = self.number_below = [0] * len(boxes)
        for index in range(len(boxes) - 1, -1, -1):
            if boxes[index].children:
                below = self.below(index)
                widest = max(widths[below.start : below.stop])
                widths[index] = max(widths[index], spacing.indent + widest)
                gaps = sum([self.gap_after(child) for child in below[:-1]])
                listed = sum(heights[below.start : below.stop])
                first = 0 if boxes[index].is_bracket else spacing.list_first
                heights[index] += first + listed + gaps
                numbers[index] = len(below) + sum(numbers[below.start : below.stop])

    def best_plan(self, wide: float, tall: float, least: int, most: int) -> Plan:
        """Rows to the depth at which the chart can be shown largest; the deepest of equals."""
        deepest = min(self.level[-1] if self.level else 0, _ROWS, most)
        least = min(least, deepest)
        best = self._plan(least, wide, tall)
        for depth in range(least + 1, deepest + 1):
            plan = self._plan(depth, wide, tall)
            if (plan.scale, -len(plan.shelves)) >= (best.scale, -len(best.shelves)):
                best = plan
            elif wide / plan.width < best.scale:
                break
        return self._folded(best, wide, tall)

    def _plan(self, depth: int, wide: float, tall: float) -> Plan:
        return self._measured(*self._rows(depth), {}, wide, tall)

    def _measured(
        self, rows: list[int], hangs: set[int], folds: dict[int, int], wide: float, tall: float
    ) -> Plan:
        spans, depths = self._spans(rows, hangs, folds)
        shelves = self._shelves(spans, wide)
        apart = self.spacing.apart
        widths = [sum([spans[root] + apart for root in shelf]) - apart for shelf in shelves]
        width = max(widths, default=1)
        height = sum([max([depths[root] for root in shelf]) for shelf in shelves]) or 1
        scale = min(1.0, wide / width, tall / height)
        return Plan(rows, hangs, folds, shelves, scale, width, height)

    def _folded(self, plan: Plan, wide: float, tall: float) -> Plan:
        """The same with its long lists in columns, as far as there is room beside them."""
        for index in sorted(plan.hangs):
            for columns in range(self._most_columns(index), 1, -1):
                folds = plan.folds | {index: columns}
                tried = self._measured(plan.rows, plan.hangs, folds, wide, tall)
                if tried.width <= wide and tried.height <= plan.height:
                    plan = tried
                    break
        return plan

    def _most_columns(self, index: int) -> int:
        """Up to four for the list below a root, as nothing else is; two for other long lists."""
        below = len(self.below(index))
        if self.boxes[index].is_bracket or below < 2:
            return 1
        if self.level[index] == 0 and below > _LONG_AT_TOP:
            return min(4, -(-below // 3))
        return 2 if self.number_below[index] > _LONG else 1

    def columns(self, index: int, number: int) -> list[list[int]]:
        """The boxes of a list in so many columns, in order, about equally long."""
        heights = [self.column_height[child] + self.gap_after(child) for child in self.below(index)]
        total, reached, columns = sum(heights), 0.0, [list[int]() for _ in range(number)]
        for child, height in zip(self.below(index), heights, strict=True):
            columns[int(number * (reached + height / 2) / total)].append(child)
            reached += height
        return [column for column in columns if column]

    def folded_width(self, index: int, number: int) -> float:
        """How wide a list in so many columns is."""
        widest = max([self.column_width[child] for child in self.below(index)])
        return number * (self.spacing.indent + widest + self.spacing.across) - self.spacing.across

    def folded_height(self, index: int, number: int) -> float:
        """How tall a list in so many columns is, its parent not counted."""
        return max(map(self._listed, self.columns(index, number)))

    def _listed(self, column: Sequence[int]) -> float:
        heights = [self.column_height[child] + self.gap_after(child) for child in column]
        return sum(heights) - self.gap_after(column[-1])

    def _shelves(self, spans: dict[int, float], wide: float) -> list[list[int]]:
        """The trees in order, as many side by side as there is room for."""
        shelves: list[list[int]] = []
        reach = wide
        for root in range(self.roots):
            if reach + spans[root] > wide:
                shelves.append([])
                reach = 0
            shelves[-1].append(root)
            reach += spans[root] + self.spacing.apart
        return shelves

    def _rows(self, depth: int) -> tuple[list[int], set[int]]:
        """The boxes that stand in rows, if lists begin below this depth, and those that hang."""
        rows, hangs = list(range(self.roots)), set()
        for index in rows:
            children = self.boxes[index].children
            if not children:
                continue
            level = self.level[index]
            flat = not any(child.children for child in children)
            if level >= depth or self.boxes[index].is_bracket or (level and flat):
                hangs.add(index)
            else:
                rows.extend(self.below(index))
        return rows, hangs

    def _spans(
        self, rows: list[int], hangs: set[int], folds: dict[int, int]
    ) -> tuple[dict[int, float], dict[int, float]]:
        """How wide at most, and how deep, each tree of rows will be."""
        spans, depths = {}, {}
        for index in reversed(rows):
            box = self.boxes[index]
            spans[index], depths[index] = box.width, box.height
            if index in folds:
                spans[index] = max(box.width, self.folded_width(index, folds[index]))
                depths[index] += self.spacing.down + self.folded_height(index, folds[index])
            elif index in hangs:
                spans[index], depths[index] = self.column_width[index], self.column_height[index]
            elif box.children:
                below = self.below(index)
                gaps = self.spacing.across * (len(below) - 1)
                spans[index] = max(box.width, sum([spans[child] for child in below]) + gaps)
                depths[index] += self.spacing.down + max([depths[child] for child in below])
        return spans, depths
