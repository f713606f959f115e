"""The groups of a chart set out: what each box says, how large it is, where it stands.

A block is one group laid out at nought, ready to be drawn anywhere. Its one rule: what is not open
is not laid out, but counted.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from posts.beside import beyond
from posts.boxes import Cell, Marks, beyond_cell, post_cell, unit_cell
from posts.families import Families, Group
from posts.layout import Box, Layout, Place, arrange
from posts.lettering import text_width
from posts.sheets import Sheet, fit
from posts.snapshot import COUNCIL, Snapshot

PAD, HEADING, BESIDE = 12.0, 30.0, 32.0
_TOP, _IN_LIST, _GAP = 250, 16, 12
_MORE = 28
_NOTHING = Layout({}, (), 0, 0)


@dataclass(frozen=True, slots=True)
class Room:
    """The width of a box in a row, the room that the whole should fit into, the tops' height."""

    column: float
    wide: float
    tall: float
    least_top: float = 0


@dataclass(frozen=True)
class Block:
    """A group laid out: its heading, and for each key what its box says, its shape, its place.

    `hidden` counts the boxes below each that is not open. `at` is how far to the right of the
    beginning it stands, level with the first block; None: wherever there is room.
    """

    key: str
    heading: str | None
    sheets: Mapping[str, Sheet]
    shapes: Mapping[str, str]
    hidden: Mapping[str, int]
    layout: Layout
    at: float | None = None

    @cached_property
    def width(self) -> float:
        if self.heading is None:
            return self.layout.width
        return max(self.layout.width, text_width(self.heading, 14, bold=True)) + 2 * PAD

    @property
    def top(self) -> float:
        """How tall its tops are."""
        tops = [key for key, shape in self.shapes.items() if shape == "unit top"]
        return max((self.sheets[key].height for key in tops), default=0)

    @property
    def height(self) -> float:
        return self.layout.height + (0 if self.heading is None else HEADING + PAD)


def blocks(
    snapshot: Snapshot, trees: Families, opened: Set[str], marks: Marks, room: Room
) -> Iterator[Block]:
    """The council's own, then those outside the chart whom lines lead to, then what is apart."""
    whom = beyond(snapshot)
    flat = _beyond_sheets(whom, room.column, in_row=True)
    if any(group.key == COUNCIL and len(group.roots) == 1 for group in trees.groups):
        tallest = max((sheet.height for sheet in flat.values()), default=0)
        room = replace(room, least_top=max(room.least_top, tallest))
    setters = [_Setter(snapshot, trees, opened, marks, room, group) for group in trees.groups]
    own = [setter.block() for setter in setters if setter.group.key == COUNCIL]
    yield from own
    if whom:
        yield _beyond_block(whom, flat, own[0].layout if own else _NOTHING)
    yield from (setter.block() for setter in setters if setter.group.key != COUNCIL)


@dataclass(frozen=True)
class _Setter:
    """One group as it is set out."""

    snapshot: Snapshot
    trees: Families
    opened: Set[str]
    marks: Marks
    room: Room
    group: Group

    def block(self) -> Block:
        sheets = {key: self._sheet(key) for key in self.order}
        boxes: dict[str, Box] = {}
        for key in reversed(self.order):
            below = tuple([boxes.pop(child) for child in self._below(key)])
            boxes[key] = Box(key, sheets[key].width, sheets[key].height, below)
        roots = [boxes[key] for key in self.group.roots if key in boxes]
        layout = arrange(roots, wide=self.room.wide, tall=self.room.tall)
        shapes = {key: self._shape(key) for key in self.order}
        return Block(self.group.key, self._heading(), sheets, shapes, self._hidden(), layout)

    @cached_property
    def order(self) -> list[str]:
        """The keys shown, each followed by what is below it."""
        order: list[str] = []
        waiting = list(reversed(self.group.roots)) if self.group.key in self.opened else []
        while waiting:
            order.append(waiting.pop())
            waiting.extend(reversed(self._below(order[-1])))
        return order

    @cached_property
    def tops(self) -> Set[str]:
        """The boxes drawn as tops: the council's own, but for leaves among several."""
        if self.group.key != COUNCIL:
            return frozenset()
        roots = self.group.roots
        return {key for key in roots if len(roots) == 1 or self.trees.below.get(key)}

    @cached_property
    def items(self) -> Set[str]:
        """The boxes of lists: what has nothing below it, but for a row directly below a top."""
        families = [self._below(key) for key in self.order if key not in self.tops]
        return {key for below in families for key in below if not self._below(key)}

    def _below(self, key: str) -> Sequence[str]:
        return self.trees.below.get(key, ()) if key in self.opened else ()

    def _hidden(self) -> dict[str, int]:
        counts = self.trees.number_below
        return {key: counts[key] for key in self.order if counts[key] and key not in self.opened}

    def _sheet(self, key: str) -> Sheet:
        column, item = self.room.column, key in self.items
        width = max(column, _TOP) if key in self.tops else column - _IN_LIST * item
        closed = self.trees.number_below[key] and key not in self.opened
        sheet = fit(self._cell(key), width, item=item, room_below=_MORE if closed else 0)
        if key in self.tops and sheet.height < self.room.least_top:
            return replace(sheet, height=self.room.least_top)
        return sheet

    def _cell(self, key: str) -> Cell:
        unit = self.snapshot.units.get(key)
        if unit is not None:
            return unit_cell(self.snapshot, unit, self.marks)
        return post_cell(self.snapshot, self.snapshot.posts[key], self.marks)

    def _shape(self, key: str) -> str:
        if self.group.key != COUNCIL:
            return "item beyond" if key in self.items else "beyond"
        return "unit top" if key in self.tops else "item" if key in self.items else "unit"

    def _heading(self) -> str | None:
        group = self.group
        if not group.roots or group.key in self.opened:
            return group.heading
        below = sum(self.trees.number_below[root] + 1 for root in group.roots)
        return f"{group.heading or 'The council'}: + {below} not shown"


def _beyond_sheets(
    whom: Mapping[str, Sequence[str]], width: float, *, in_row: bool
) -> dict[str, Sheet]:
    cells = [beyond_cell(name, lines, in_row=in_row) for name, lines in whom.items()]
    return {cell.key: fit(cell, width, item=False) for cell in cells}


def _beyond_block(
    whom: Mapping[str, Sequence[str]], flat: Mapping[str, Sheet], own: Layout
) -> Block:
    """Grey boxes: in a row beside the council's top if there is room, else in a column."""
    column = next(iter(flat.values())).width
    wide = len(flat) * (column + _GAP) - _GAP
    tops = [place for place in own.places.values() if place.y == 0]
    in_row = len(tops) == 1 and tops[0].x + tops[0].width + BESIDE + wide <= own.width
    sheets = flat if in_row else _beyond_sheets(whom, column, in_row=False)
    places, x, y = {}, 0.0, 0.0
    for key, sheet in sheets.items():
        places[key] = Place(x, y, sheet.width, sheet.height)
        x, y = (x + sheet.width + _GAP, y) if in_row else (x, y + sheet.height + _GAP)
    height = max(place.y + place.height for place in places.values())
    layout = Layout(places, (), wide if in_row else column, height)
    at = own.width - wide if in_row else own.width + (BESIDE if own.places else 0)
    return Block("beyond", None, sheets, dict.fromkeys(sheets, "beyond"), {}, layout, at)
