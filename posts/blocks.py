"""The groups of a chart set out: what each box says, how large it is, where it stands.

A block is one group laid out at nought, ready to be drawn anywhere. Its one rule: what is not open
is not laid out, but counted.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from posts.beside import beyond
from posts.block import EDGES, PAD, Block, Room
from posts.boxes import Cells
from posts.families import Families, Group
from posts.layout import SPACING, Box, Layout, arrange
from posts.outsiders import Whom, beside_top, beyond_block
from posts.rows import Row, first_row
from posts.sheets import Sheet, fit, least_width
from posts.snapshot import COUNCIL, Snapshot

_TOP, _NARROW_APART, _NARROWEST_ITEM = 250.0, 125.0, 96.0
_MORE, _FEW = 28, 6
_NOTHING = Layout({}, (), 0, 0)


def blocks(cells: Cells, trees: Families, opened: Set[str], room: Room) -> Iterator[Block]:
    """The council's own, then those outside the chart whom lines lead to, then what is apart."""
    snapshot = cells.snapshot
    setters = [_Setter(cells, trees, opened, room, group) for group in trees.groups]
    own = next((setter for setter in setters if setter.group.key == COUNCIL), None)
    if own:
        yield from _own_blocks(own, beyond(snapshot))
    elif whom := beyond(snapshot):
        yield beyond_block(whom, room.column, _NOTHING)
    yield from (setter.block() for setter in setters if setter is not own)


def _own_blocks(own: "_Setter", whom: Whom) -> Iterator[Block]:
    """The council's chart; those outside it stand beside its top where there is room."""
    block = own.block()
    if whom:
        beside = beside_top(whom, own.column, block.layout)
        if beside and own.room.second < beside.layout.height + SPACING.down:
            second = beside.layout.height + SPACING.down
            block = replace(own, room=replace(own.room, second=second)).block()
        yield block
        yield beside or beyond_block(whom, own.room.column, block.layout)
    else:
        yield block


@dataclass(frozen=True)
class _Setter:
    """One group as it is set out."""

    cells: Cells
    trees: Families
    opened: Set[str]
    room: Room
    group: Group

    @property
    def snapshot(self) -> Snapshot:
        return self.cells.snapshot

    def block(self) -> Block:
        sheets = {key: self._sheet(key) for key in self.order}
        layout = self._arranged(sheets)
        again = {key: self._sheet_for(key, sheets[key], layout) for key in self.order}
        if any(again[key] is not sheets[key] for key in self.order):
            sheets, layout = again, self._arranged(again)
        shapes = {key: self._shape(key) for key in self.order}
        return Block(self.group.key, self._heading(), sheets, shapes, self._hidden(), layout)

    def _arranged(self, sheets: Mapping[str, Sheet]) -> Layout:
        boxes: dict[str, Box] = {}
        for key in reversed(self.order):
            below = [boxes.pop(child) for child in self._below(key)]
            if key == self.head:
                below = self._bracketed(below)
            boxes[key] = Box(key, sheets[key].width, sheets[key].height, tuple(below))
        roots = [boxes[key] for key in self.group.roots if key in boxes]
        room = self.room
        if self.group.key != COUNCIL:
            most = 0 if self._is_small else 1_000
            return arrange(roots, wide=room.wide - 2 * PAD - EDGES, tall=room.tall, most=most)
        wide = max(room.wide, self.row.wide)
        least = self.depths[self.head] + 1 if self.head and self.row.wide else 0
        return arrange(roots, wide=wide, tall=room.tall, second=room.second, least=least)

    def _bracketed(self, below: Sequence[Box]) -> list[Box]:
        """The second tier, what stands together in a column of the row as one."""
        boxes = {box.key: box for box in below}
        found: list[Box] = []
        for slot in self.row.slots:
            stack = tuple(boxes.pop(key) for key in slot)
            width = max(box.width for box in stack)
            found += [Box(f"{slot[0]} and on", width, 0, stack, True)] if len(slot) > 1 else stack
        return [*found, *boxes.values()]

    @cached_property
    def above_row(self) -> list[str]:
        """The boxes that the first row stands below: the one top, and what alone is below it."""
        if len(self.tops) != 1:
            return []
        above = list(self.tops)
        while len(below := self._below(above[-1])) == 1 and self._below(below[0]):
            above.append(below[0])
        return above

    @property
    def head(self) -> str | None:
        """The box right above the first row."""
        return self.above_row[-1] if self.above_row else None

    @cached_property
    def row(self) -> Row:
        """How the first row stands."""
        below = self._below(self.head) if self.head else ()
        leaves = {key for key in below if not self._below(key)}
        return first_row(below, leaves, self._least_column, self.room)

    def _least_column(self) -> float:
        """The least width of a box in the first row: no word of a name below it is broken."""
        if self.head is None:
            return self.room.column
        level = self.depths[self.head] + 1
        return max(
            least_width(self.snapshot.name_of(key) or "", item=key in self.items)
            + SPACING.indent * (self.depths[key] - level)
            for key in self.order
            if self.depths[key] >= level or key == self.head
        )

    @property
    def _is_small(self) -> bool:
        """Whether only little stands below any of the roots, which then hangs."""
        return all(self.trees.number_below[root] <= _FEW for root in self.group.roots)

    @cached_property
    def column(self) -> float:
        """The width of a box in a row: apart from the council's own, so that rows are full."""
        if self.group.key == COUNCIL:
            return self.row.column
        room = self.room.wide - 2 * PAD - EDGES + SPACING.apart
        number = -(-room // (self.room.column + SPACING.apart))
        even = room / number - SPACING.apart
        fits = even >= _NARROW_APART and len(self.group.roots) >= number
        return even if fits else self.room.column

    @cached_property
    def top_width(self) -> float:
        """The width of a top: less where several stand side by side."""
        number = len(self.tops)
        even = (self.room.wide - EDGES + SPACING.apart) / max(number, 1) - SPACING.apart
        return max(self.column, min(_TOP, even))

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
        """The boxes drawn as tops: the council's own, but for leaves among several.

        A leaf of a kind with one of them, as an office with no divisions beside directorates, is
        their peer and is drawn like them.
        """
        if self.group.key != COUNCIL:
            return frozenset()
        roots, units = self.group.roots, self.snapshot.units
        tops = {key for key in roots if len(roots) == 1 or self.trees.below.get(key)}
        kinds = {units[key].kind for key in tops if key in units} - {None}
        return tops | {key for key in roots if key in units and units[key].kind in kinds}

    @cached_property
    def items(self) -> Set[str]:
        """The boxes of lists: what has nothing below it, but for a row directly below a top."""
        families = [self._below(key) for key in self.order if key not in {*self.tops, self.head}]
        return {key for below in families for key in below if not self._below(key)}

    def _below(self, key: str) -> Sequence[str]:
        return self.trees.below.get(key, ()) if key in self.opened else ()

    def _hidden(self) -> dict[str, int]:
        counts = self.trees.number_below
        return {key: counts[key] for key in self.order if counts[key] and key not in self.opened}

    def _sheet(self, key: str) -> Sheet:
        """What a box says, at the width that it will have at least."""
        if key in self.tops:
            return self._fitted(key, self.top_width, lesser=False)
        if key in self.above_row:
            return self._fitted(key, self.room.column, lesser=False)
        deep = max(0, self.depths[key] - max(len(self.above_row), self.group.key == COUNCIL))
        width = max(min(self.column, _NARROWEST_ITEM), self.column - SPACING.indent * deep)
        return self._fitted(key, width, lesser=key in self.items)

    def _sheet_for(self, key: str, sheet: Sheet, layout: Layout) -> Sheet:
        """What a box says at the width that it got; what hangs in a list is more quiet."""
        width, lesser = layout.places[key].width, key in layout.hung
        if width < sheet.width + 1 and (key in self.items or not lesser):
            return sheet
        return self._fitted(key, width, lesser=lesser or key in self.items)

    def _fitted(self, key: str, width: float, *, lesser: bool) -> Sheet:
        closed = self.trees.number_below[key] and key not in self.opened
        cell = self.cells.of(key, lesser=lesser)
        return fit(cell, width, item=key in self.items, room_below=_MORE if closed else 0)

    @cached_property
    def depths(self) -> dict[str, int]:
        """How many boxes stand above each that is shown."""
        depths = dict.fromkeys(self.group.roots, 0)
        for key in self.order:
            depths.update(dict.fromkeys(self._below(key), depths[key] + 1))
        return depths

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
