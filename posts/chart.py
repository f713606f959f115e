"""A structure drawn as one SVG, by unit or by line of management, for a page or as a file.

Families say what stands under what, boxes what is in them, layout where they stand; here they
become a picture. Its one rule: whatever the picture shows by shape, it also says in words.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from posts import svg
from posts.boxes import Cell, Marks, Sheet, beyond_cell, fit, post_cell, unit_cell
from posts.families import BY_LINE, BY_UNIT, Families, Group, families
from posts.layout import Box, Layout, Place, arrange
from posts.lettering import text_width
from posts.naming import TITLE_NOT_STATED, Mark, line_name
from posts.snapshot import COUNCIL, ReportingLine, Snapshot

__all__ = ["BY_LINE", "BY_UNIT", "Chart", "Mark", "draw"]

_EDGE, _HEADING, _PAD, _BESIDE, _MOST_BEYOND = 8.0, 30.0, 12.0, 32.0, 8

Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn structure; `hidden` says how many boxes are below each that is not opened."""

    svg: str
    width: float
    height: float
    title: str
    words: str
    shown: int
    hidden: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """How the chart is to be drawn."""

    ident: str
    marks: Marks
    href: Address | None
    opens: Address | None
    existing: bool
    selected: str | None
    twin: str | None
    column: float
    wide: float
    tall: float
    stand_alone: bool


def draw(
    snapshot: Snapshot,
    *,
    by: str = BY_UNIT,
    marks: Mapping[str, Sequence[Mark]] | None = None,
    opened: Set[str] = frozenset(),
    most: int | None = 300,
    href: Address | None = None,
    opens: Address | None = None,
    ident: str = "chart",
    title: str | None = None,
    existing: bool = False,
    selected: str | None = None,
    twin: str | None = None,
    column: float = 173,
    wide: float = 1300,
    tall: float = 1200,
    stand_alone: bool = False,
) -> Chart:
    """Draw a structure.

    `marks` are the changes to show, by key. At most `most` boxes are shown, whole siblings
    together, and beside them what is `opened`; None shows all. `href` gives the address of a
    thing, `opens` the one that opens a branch. `ident` keeps two charts on one page apart.
    `existing` leaves the names of what goes readable. `column` is the width of a box in a row,
    `wide` and `tall` the room to fit into; `stand_alone` makes a file of its own, with its styles.
    """
    asked = _Asked(
        ident=ident, marks=marks or {}, href=href, opens=opens, existing=existing,
        selected=selected, twin=twin, column=column, wide=wide, tall=tall, stand_alone=stand_alone,
    )  # fmt: skip
    trees = families(snapshot, by)
    return _Drawing(snapshot, trees, trees.shown(most, opened), asked).chart(title)


class _Drawing:
    """One chart in the making: `under` is drawn first, `over` above it."""

    def __init__(
        self, snapshot: Snapshot, trees: Families, open_keys: Set[str], asked: _Asked
    ) -> None:
        self.snapshot, self.trees, self.open, self.asked = snapshot, trees, open_keys, asked
        self.places: dict[str, Place] = {}
        self.hidden: dict[str, int] = {}
        self.under: list[str] = []
        self.over: list[str] = []

    def chart(self, title: str | None) -> Chart:
        """Draw the groups one after another, in rows no wider than asked for."""
        x = shelf = _EDGE
        width = lowest = 0.0
        for block in self._blocks():
            if x > _EDGE and x + block.width > max(self.asked.wide, width):
                x, shelf = _EDGE, lowest + _BESIDE
            self._place(block, x, shelf)
            lowest = max(lowest, shelf + block.height)
            width, x = max(width, x + block.width), x + block.width + _BESIDE
        self._draw_other_lines()
        return self._finished(title or self.snapshot.title, width + _EDGE, lowest + _EDGE)

    # ---- blocks: each group, and who is outside the chart, as they will stand ----

    def _blocks(self) -> Iterator["_Block"]:
        groups = self.trees.groups
        for group in [group for group in groups if group.heading is None]:
            yield self._block(group)
        if whom := self._beyond():
            yield _beyond_block(whom, self.asked.column)
        for group in [group for group in groups if group.heading is not None]:
            yield self._block(group)

    def _block(self, group: Group) -> "_Block":
        order = self._order(group)
        sheets = self._sheets(group, order)
        boxes: dict[str, Box] = {}
        for key in reversed(order):
            sheet = sheets[key]
            below = tuple(boxes.pop(child) for child in self._below(key))
            boxes[key] = Box(key, sheet.width, sheet.height, below)
        roots = [boxes[key] for key in group.roots if key in boxes]
        heading = group.heading
        if heading and not roots:
            heading += f": {self._whole_size(group)} not shown"
        layout = arrange(roots, wide=self.asked.wide, tall=self.asked.tall)
        return _Block(group.key, heading, sheets, layout, bool(group.heading))

    def _whole_size(self, group: Group) -> int:
        return sum(self.trees.number_below[root] + 1 for root in group.roots)

    def _order(self, group: Group) -> list[str]:
        """The keys shown in a group, each followed by what is below it."""
        order: list[str] = []
        waiting = list(reversed(group.roots)) if group.key in self.open else []
        while waiting:
            order.append(waiting.pop())
            waiting.extend(reversed(self._below(order[-1])))
        return order

    def _below(self, key: str) -> Sequence[str]:
        return self.trees.below.get(key, ()) if key in self.open else ()

    def _sheets(self, group: Group, order: list[str]) -> dict[str, Sheet]:
        items, sheets = self._items(group, order), {}
        for key in order:
            if key not in self.open and self.trees.number_below[key]:
                self.hidden[key] = self.trees.number_below[key]
            width = self.asked.column - (16 if key in items else 0)
            if self._is_top(key, group):
                width = max(width, 250)
            room = 28 if key in self.hidden else 0
            sheets[key] = fit(self._cell(key), width, item=key in items, room_below=room)
        return sheets

    def _is_top(self, key: str, group: Group) -> bool:
        has_more = bool(self.trees.below.get(key)) or len(group.roots) == 1
        return group.key == COUNCIL and key in self._roots(group) and has_more

    def _roots(self, group: Group) -> Set[str]:
        return self.trees.roots[group.key]

    def _items(self, group: Group, order: list[str]) -> set[str]:
        """The boxes of lists: leaves among leaves, but for a row directly below a top."""
        items: set[str] = set()
        for key in order:
            below = self._below(key)
            in_row = group.key == COUNCIL and key in self._roots(group)
            if below and not in_row and not any(self._below(child) for child in below):
                items.update(below)
        return items

    def _cell(self, key: str) -> Cell:
        unit = self.snapshot.units.get(key)
        if unit is not None:
            return unit_cell(self.snapshot, unit, self.asked.marks)
        return post_cell(self.snapshot, self.snapshot.posts[key], self.asked.marks)

    # ---- drawing ----

    def _place(self, block: "_Block", x: float, y: float) -> None:
        if block.apart:
            self.under.append(svg.ground(x, y, block.width, block.height))
            self.over.append(self._heading(block, x + _PAD, y + 20))
            x, y = x + _PAD, y + _HEADING
        self.under.append(svg.wires(block.layout, x, y))
        for key, sheet in block.sheets.items():
            left, top, width, height = block.layout.places[key]
            self.places[key] = Place(left + x, top + y, width, height)
            self._draw_box(block, sheet)

    def _heading(self, block: "_Block", x: float, y: float) -> str:
        text = svg.heading(block.heading or "", x, y)
        if block.sheets or self.asked.opens is None:
            return text
        return f'<a href="{svg.words(self.asked.opens(block.key))}">{text}</a>'

    def _draw_box(self, block: "_Block", sheet: Sheet) -> None:
        key, asked = sheet.cell.key, self.asked
        place = self.places[key]
        chosen = "ring" if key == asked.selected else "glow" if key == asked.twin else ""
        linked = asked.href is not None and (
            key in self.snapshot.units or key in self.snapshot.posts
        )
        href = asked.href(key) if asked.href is not None and linked else None
        self.over.append(
            svg.box(
                sheet, place, self._shape(block, sheet), ident=asked.ident, href=href, chosen=chosen
            )
        )
        if key in self.hidden:
            name = self.snapshot.name_of(key) or TITLE_NOT_STATED
            opens = asked.opens(key) if asked.opens is not None else None
            self.over.append(svg.more(self.hidden[key], key, name, place, opens))

    def _shape(self, block: "_Block", sheet: Sheet) -> str:
        if block.key != COUNCIL:
            return "item beyond" if sheet.item else "beyond"
        if sheet.cell.key in self.trees.roots[COUNCIL] and sheet.width >= 250:
            return "unit top"
        return "item" if sheet.item else "unit"

    # ---- lines beside the line of management ----

    def _beyond(self) -> dict[str, list[str]]:
        """Whom lines lead to outside the chart, with the lines in words."""
        whom: dict[str, list[str]] = {}
        for line in self.snapshot.lines:
            if line.to is None and line.to_other:
                name = self.snapshot.name_of(line.post) or TITLE_NOT_STATED
                whom.setdefault(line.to_other, []).append(f"{line_name(line.kind)}: {name}")
        return dict(list(whom.items())[:_MOST_BEYOND])

    def _draw_other_lines(self) -> None:
        lanes: Counter[str] = Counter()
        for line in self.snapshot.lines:
            start, end = self._box_of(line.post), self._end_of(line)
            if start in self.places and end in self.places and start != end:
                path = _route(self.places[start], self.places[end], lanes[start])
                lanes[start] += 1
                self.under.append(svg.dotted(path, self._line_title(line)))

    def _line_title(self, line: ReportingLine) -> str:
        start = self.snapshot.name_of(line.post) or TITLE_NOT_STATED
        end = line.to_other or (self.snapshot.name_of(line.to) if line.to else None)
        return f"{line_name(line.kind)}: {start} to {end or TITLE_NOT_STATED}"

    def _end_of(self, line: ReportingLine) -> str:
        return self._box_of(line.to) if line.to else f"beyond {line.to_other}"

    def _box_of(self, post: str) -> str:
        """The box that a post is shown in: its own, else that of a unit it heads, else its unit's."""
        headed = self.snapshot.units_headed.get(post, [])
        unit = self.snapshot.posts[post].unit if post in self.snapshot.posts else None
        shown = [key for key in (post, *headed, unit or "") if key in self.places]
        return shown[0] if shown else ""

    # ---- the end ----

    def _finished(self, title: str, width: float, height: float) -> Chart:
        asked, words = self.asked, self._words()
        parts = [svg.hatch(asked.ident), *self.under, *self.over]
        if not self.places:
            parts.append(svg.heading(words, _EDGE, _EDGE + 16, "note"))
            width, height = max(width, 320.0), max(height, 40.0)
        picture = svg.document(
            parts, ident=asked.ident, title=title, desc=words, width=width, height=height,
            classes="existing" if asked.existing else "", stand_alone=asked.stand_alone,
        )  # fmt: skip
        return Chart(picture, width, height, title, words, len(self.places), self.hidden)

    def _words(self) -> str:
        if not self.places:
            return "Nothing is drawn yet."
        boxes = "1 box" if len(self.places) == 1 else f"{len(self.places)} boxes"
        rest = len(self.trees.order) - len([key for key in self.trees.order if key in self.places])
        return f"{boxes}; {rest} more not shown." if rest else f"{boxes}."


@dataclass(frozen=True, slots=True)
class _Block:
    """A group laid out: its heading, what its boxes say, and where they stand."""

    key: str
    heading: str | None
    sheets: Mapping[str, Sheet]
    layout: Layout
    apart: bool

    @property
    def width(self) -> float:
        if not self.apart:
            return self.layout.width
        return max(self.layout.width, text_width(self.heading or "", 14, bold=True)) + 2 * _PAD

    @property
    def height(self) -> float:
        return self.layout.height + (_HEADING + _PAD if self.apart else 0)


def _beyond_block(whom: Mapping[str, Sequence[str]], column: float) -> _Block:
    """Grey boxes, one below another, for those outside the chart whom its lines lead to."""
    sheets = [fit(beyond_cell(name, lines), column, item=False) for name, lines in whom.items()]
    places, y = {}, 0.0
    for sheet in sheets:
        places[sheet.cell.key] = Place(0, y, sheet.width, sheet.height)
        y += sheet.height + 12
    layout = Layout(places, (), column, max(y - 12, 0))
    return _Block("beyond", None, {sheet.cell.key: sheet for sheet in sheets}, layout, False)


def _route(start: Place, end: Place, lane: int) -> str:
    """A path from one box's side, along the gap beside its column, to another box."""
    side = start.x + start.width
    gutter, y = side + 4 + 3 * (lane % 3), start.y + min(16, start.height / 2) + 6 * (lane % 3)
    if end.x > gutter:
        return f"M{side:.1f} {y:.1f}H{gutter:.1f}V{end.y + min(20, end.height / 2):.1f}H{end.x:.1f}"
    top, x = end.y - 6, end.x + end.width - 14
    return f"M{side:.1f} {y:.1f}H{gutter:.1f}V{top:.1f}H{x:.1f}V{end.y:.1f}"
