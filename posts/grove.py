"""Trees of boxes, level by level, and which of them stand in rows, hang in lists, share a shelf.

Its one rule: no step recurses, so that a structure of any depth can be drawn.
"""

from collections.abc import Sequence
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
    """The boxes that stand in rows, those of them that hang what is below, the trees of a shelf."""

    rows: list[int]
    hangs: set[int]
    shelves: list[list[int]]
    scale: float
    width: float


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
        for index in range(len(boxes) - 1, -1, -1):
            if boxes[index].children:
                below = self.below(index)
                widest = max(widths[below.start : below.stop])
                widths[index] = max(widths[index], spacing.indent + widest)
                gaps = sum([self.gap_after(child) for child in below[:-1]])
                listed = sum(heights[below.start : below.stop])
                heights[index] += spacing.list_first + listed + gaps

    def best_plan(self, wide: float, tall: float) -> Plan:
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

    def _plan(self, depth: int, wide: float, tall: float) -> Plan:
        rows, hangs = self._rows(depth)
        spans, depths = self._spans(rows, hangs)
        shelves = self._shelves(spans, wide)
        apart = self.spacing.apart
        width = max((sum([spans[root] + apart for root in shelf]) for shelf in shelves), default=1)
        height = sum([max([depths[root] for root in shelf]) for shelf in shelves]) or 1
        return Plan(rows, hangs, shelves, min(1.0, wide / width, tall / height), width)

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
