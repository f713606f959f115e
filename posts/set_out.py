"""A structure set out as a chart, and not drawn yet: what stands where, and how large it all is.

So a chart may be tried in one room after another, and drawn when it has found one. Its one rule:
what a box says is worked out once, however often it is set out.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from posts.block import BESIDE, Block, Room
from posts.blocks import blocks
from posts.boxes import Cells, Marks
from posts.families import Families
from posts.snapshot import Snapshot

EDGE = 8.0
_EMPTY = 320.0, 40.0

Standing = tuple[Block, float, float]
"""A block with where its left upper corner is."""


@dataclass(frozen=True)
class SetOut:
    """A structure with where each of its blocks stands."""

    snapshot: Snapshot
    trees: Families
    standing: Sequence[Standing]

    @property
    def width(self) -> float:
        ends = (x + block.width for block, x, _ in self.standing)
        return max(ends, default=_EMPTY[0] - EDGE) + EDGE

    @property
    def height(self) -> float:
        ends = (y + block.height for block, _, y in self.standing)
        return max(ends, default=_EMPTY[1] - EDGE) + EDGE

    @property
    def second(self) -> float:
        """Where the second tier begins, if in a row; else nought."""
        return next(filter(None, (block.layout.second for block, *_ in self.standing)), 0.0)


@dataclass(frozen=True)
class Setting:
    """A structure and what stands under what in it, to be set out in any room.

    `whole` is the structure that it was cut out of, if it was.
    """

    snapshot: Snapshot
    trees: Families
    marks: Marks
    whole: Snapshot | None = None

    @cached_property
    def cells(self) -> Cells:
        return Cells(self.snapshot, self.marks, self.whole)

    def in_room(self, room: Room, opened: Set[str]) -> SetOut:
        """Set out what is open, the whole no larger than the room if that goes."""
        found = blocks(self.cells, self.trees, opened, room)
        return SetOut(self.snapshot, self.trees, tuple(_standing(found, room.wide)))


def _standing(found: Iterable[Block], wide: float) -> Iterator[Standing]:
    """The council's blocks, and below them what stands apart, no wider than asked for."""
    x, shelf, apart, width, height = EDGE, EDGE, False, 0.0, 0.0
    for block in found:
        if block.at is not None:
            left, top = EDGE + block.at, EDGE
        else:
            if x > EDGE and (not apart or x + block.width > max(wide, width)):
                x, shelf = EDGE, height + BESIDE
            apart = block.heading is not None
            left, top = x, shelf
        yield block, left, top
        width, height = max(width, left + block.width), max(height, top + block.height)
        x = max(x, width + BESIDE) if block.at is not None else x + block.width + BESIDE
