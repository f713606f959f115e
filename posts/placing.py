"""Boxes put in their places, and joined: lists below a box, lists in columns, rows.

Its one rule: whatever is placed is joined by straight strokes to the box that it belongs to.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from posts.grove import Grove


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


class Placing:
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
        """Hang all that is below a placed box as a list within its column, however deep."""
        grove, spacing, waiting = self.grove, self.grove.spacing, [index]
        while waiting:
            index = waiting.pop()
            place, below = self.places[index], grove.below(index)
            bottom = y = place.y + place.height
            if not grove.boxes[index].is_bracket:
                y += spacing.list_first
                self.hung.update(below)
            self._list(below, place.x + spacing.indent, y, place.x + place.width)
            self._wire(index, self._spine(below, place.x + spacing.spine, bottom))
            waiting += [child for child in below if grove.boxes[child].children]

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
                self.hang(child)

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
