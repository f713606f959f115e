"""One group of a chart laid out at nought, ready to be drawn anywhere, and the room for it.

Its one rule: a block knows all that it takes to draw it, and nothing of the structure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from posts.layout import Layout
from posts.lettering import text_width
from posts.sheets import Sheet

PAD, HEADING, BESIDE, EDGES = 12.0, 30.0, 32.0, 16.0


@dataclass(frozen=True, slots=True)
class Room:
    """The width of a box in a row, the room that the whole should fit into, where the second row
    begins at least."""

    column: float
    wide: float
    tall: float
    second: float = 0


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
    def height(self) -> float:
        return self.layout.height + (0 if self.heading is None else HEADING + PAD)
