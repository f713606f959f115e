"""A structure drawn as one SVG, by unit or by line of management, for a page or as a file.

Families say what stands under what, boxes what is in them, layout where they stand; here they
become a picture. Its one rule: whatever the picture shows by shape, it also says in words.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any

from posts import svg
from posts.beside import ways, written
from posts.block import HEADING, PAD, Block, Room
from posts.boxes import Marks
from posts.drawn import DrawnBox, DrawnLine, Ground, lines
from posts.families import BY_LINE, BY_UNIT, Families, families
from posts.layout import Place
from posts.naming import KINDS, TITLE_NOT_STATED, Mark
from posts.set_out import EDGE, SetOut, Setting
from posts.sheets import Sheet
from posts.snapshot import LINE_KINDS, Snapshot

__all__ = ["BY_LINE", "BY_UNIT", "KINDS", "Chart", "Look", "Mark", "draw", "draw_pair", "drawn"]

Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn structure; `hidden` says how many boxes are below each that is not opened.

    `words` describe the whole in a sentence; the outline says everything. `second` is where its
    second tier begins, if in a row: draw the chart beside it with that, and second tiers are level.
    `boxes`, `lines` and `grounds` are what it is drawn of, each box before those below it.
    """

    svg: str
    width: float
    height: float
    title: str
    words: str
    shown: int
    second: float = 0
    hidden: Mapping[str, int] = field(default_factory=dict)
    existing: bool = False
    boxes: tuple[DrawnBox, ...] = field(default=(), repr=False)
    lines: tuple[DrawnLine, ...] = field(default=(), repr=False)
    grounds: tuple[Ground, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Look:
    """What the drawing needs to know beside the structure, each as `draw` takes it."""

    ident: str = "chart"
    title: str | None = None
    href: Address | None = None
    opens: Address | None = None
    existing: bool = False
    selected: str | None = None
    twin: str | None = None
    stand_alone: bool = False


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
    second: float = 0,
    lines: Collection[str] = LINE_KINDS,
    only: Set[str] | None = None,
    stand_alone: bool = False,
) -> Chart:
    """Draw a structure.

    `marks` are the changes to show, by key. At most `most` boxes are shown, whole siblings
    together, and beside them what is `opened`; None shows all. `href` gives the address of a
    thing, `opens` the one that opens a branch. `ident` keeps two charts on one page apart.
    `existing` leaves the names of what goes readable; `selected` and `twin` are ringed. `column`
    is the width of a box in a row, less where only so the second tier stands in one; `wide` and
    `tall` are the room to fit into, `second` is where the second tier begins at least; `lines` are
    the kinds of line beside that of management to show. `only`: no more than the boxes of these
    units and posts, and those above them. `stand_alone` makes a file of its own, with its styles.
    """
    trees = _trees(snapshot, by, only)
    setting = Setting(_with_lines(snapshot, lines), trees, marks or {})
    room = Room(column, wide, tall, second)
    look = Look(ident, title, href, opens, existing, selected, twin, stand_alone)
    return drawn(setting.in_room(room, trees.shown(most, opened)), look)


def drawn(set_out: SetOut, look: Look) -> Chart:
    """Draw a structure that is set out already."""
    return _Drawing(set_out, look).finished()


def _trees(snapshot: Snapshot, by: str, only: Set[str] | None) -> Families:
    """What stands under what; of some alone no more than the way to their boxes."""
    trees = families(snapshot, by)
    if only is None:
        return trees
    return trees.way_to({box for key in only for box in _boxes_of(snapshot, key, by)})


def _boxes_of(snapshot: Snapshot, key: str, by: str) -> Collection[str]:
    """The boxes in which a unit or post is shown: by unit, a post in those it heads, or its own."""
    post = snapshot.posts.get(key)
    if post is None or by == BY_LINE:
        return (key,)
    return snapshot.units_headed.get(key) or (post.unit or key,)


def _with_lines(snapshot: Snapshot, kinds: Collection[str]) -> Snapshot:
    """The structure with no other lines beside that of management than of these kinds."""
    kept = tuple(line for line in snapshot.lines if line.kind in kinds)
    return snapshot if len(kept) == len(snapshot.lines) else replace(snapshot, lines=kept)


def draw_pair(
    existing: Snapshot,
    proposed: Snapshot,
    *,
    marks: tuple[Marks, Marks] = ({}, {}),
    ident: str = "chart",
    column: float = 149,
    wide: float = 650,
    **look: Any,
) -> tuple[Chart, Chart]:
    """Draw two structures to stand side by side, their second tiers at one height."""

    def both(second: float) -> tuple[Chart, Chart]:
        look.update(column=column, wide=wide, second=second)
        return (
            draw(existing, marks=marks[0], ident=f"{ident}-existing", existing=True, **look),
            draw(proposed, marks=marks[1], ident=f"{ident}-proposed", **look),
        )

    charts = both(0)
    lowest = max(chart.second for chart in charts)
    return charts if all(chart.second in (0, lowest) for chart in charts) else both(lowest)


class _Drawing:
    """One chart in the making: `under` is drawn first, `over` above it."""

    def __init__(self, set_out: SetOut, look: Look) -> None:
        self.set_out, self.look = set_out, look
        self.snapshot, self.trees = set_out.snapshot, set_out.trees
        self.places: dict[str, Place] = {}
        self.hidden: dict[str, int] = {}
        self.under: list[str] = []
        self.over: list[str] = []
        self.boxes: list[DrawnBox] = []
        self.lines: list[DrawnLine] = []
        self.grounds: list[Ground] = []
        for block, x, y in set_out.standing:
            self._block(block, x, y)
        self._lines_beside()

    def _lines_beside(self) -> None:
        for start, end, corners, name in ways(self.snapshot, self.places):
            self.under.append(svg.dotted(written(corners), name))
            line = DrawnLine(start=start, end=end, corners=tuple(corners), name=name)
            self.lines.append(line)

    def _block(self, block: Block, x: float, y: float) -> None:
        if block.heading is not None:
            self.under.append(svg.ground(x, y, block.width, block.height))
            self.over.append(self._heading(block, x + PAD, y + 20))
            ground = Place(x, y, block.width, block.height)
            self.grounds.append(Ground(heading=block.heading, place=ground))
            x, y = x + PAD, y + HEADING
        self.under.append(svg.wires(block.layout, x, y))
        self.lines += lines(block.layout, self.trees.below, x, y)
        self.hidden.update(block.hidden)
        for key, sheet in block.sheets.items():
            left, top, width, height = block.layout.places[key]
            self.places[key] = Place(left + x, top + y, width, height)
            self._box(key, sheet, block.shapes[key])
            self.boxes.append(self._drawn(key, sheet, block.shapes[key]))

    def _heading(self, block: Block, x: float, y: float) -> str:
        text = svg.heading(block.heading or "", x, y)
        if block.sheets or self.look.opens is None:
            return text
        return svg.link(text, self.look.opens(block.key), block.key)

    def _box(self, key: str, sheet: Sheet, shape: str) -> None:
        look, place = self.look, self.places[key]
        chosen = "ring" if key == look.selected else "glow" if key == look.twin else ""
        known = key in self.snapshot.units or key in self.snapshot.posts
        href = look.href(key) if look.href is not None and known else None
        data = self._data(key) if href else {}
        self.over.append(svg.box(sheet, place, shape, look.ident, href, chosen, data))
        if key in self.hidden:
            name = self.snapshot.name_of(key) or TITLE_NOT_STATED
            opens = look.opens(key) if look.opens is not None else None
            self.over.append(svg.more(self.hidden[key], key, name, place, opens))

    def _data(self, key: str) -> dict[str, str]:
        """What the script knows a box by: whether it is a unit, and what it stands under."""
        above = self.trees.above.get(key)
        kind = {"kind": "unit" if key in self.snapshot.units else "post"}
        return kind if above is None else {**kind, "above": above}

    def _drawn(self, key: str, sheet: Sheet, shape: str) -> DrawnBox:
        above = self.trees.above.get(key)
        return DrawnBox(
            key=key, place=self.places[key], sheet=sheet, shape=shape,
            above=above if above in self.places else None, hidden=self.hidden.get(key, 0),
        )  # fmt: skip

    def finished(self) -> Chart:
        """The chart with all its parts in one SVG."""
        look, size, words = self.look, self.set_out, self._words()
        title = look.title or self.snapshot.title
        parts = [svg.hatch(look.ident), *self.under, *self.over]
        if not self.over:
            parts.append(svg.heading(words, EDGE, EDGE + 16, "note"))
        picture = svg.document(
            parts, ident=look.ident, title=title, desc=words, width=size.width, height=size.height,
            classes="existing" if look.existing else "", stand_alone=look.stand_alone,
        )  # fmt: skip
        return Chart(
            picture, size.width, size.height, title, words, len(self.places), size.second,
            self.hidden, look.existing, tuple(self.boxes), tuple(self.lines), tuple(self.grounds),
        )  # fmt: skip

    def _words(self) -> str:
        """How many boxes of which kind are shown, and how many are not."""
        shown = [key for key in self.trees.order if key in self.places]
        if not self.trees.order:
            return "Nothing is drawn yet."
        kinds = Counter(self._kind(key) for key in shown)
        counted = ", ".join(f"{number} × {kind}" for kind, number in kinds.items())
        rest = len(self.trees.order) - len(shown)
        return "; ".join(filter(None, (counted, f"{rest} more not shown" if rest else ""))) + "."

    def _kind(self, key: str) -> str:
        unit = self.snapshot.units.get(key)
        return (unit.kind or "unit") if unit else "post"
