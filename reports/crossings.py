"""The picture of where each service goes: existing units left, proposed ones right, curves between.

Its one rule: the tables beside it say the same; the picture only shows at once how much crosses.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from posts import svg
from posts.lettering import clean, text_width, wrap

SAME, MOVED, NEW, OUTSIDE, UNPLACED = "same", "moved", "new", "outside", "unplaced"
FLOWS = (SAME, MOVED, NEW, OUTSIDE, UNPLACED)

_INSET, _STEP, _ROW_GAP, _GAP, _EDGE = 12.0, 16.0, 7.0, 14.0, 6.0
_NAME_TOP = 21.0


@dataclass(frozen=True, slots=True)
class Row:
    """A service in a unit's box. Keys are unique on each side."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Side:
    """A unit, existing or proposed, with its services.

    `kind` is that of its own change, as in the charts ("new", "deleted" …), or "same". `words` say
    that change: "× CLOSED".
    """

    key: str
    name: str
    rows: tuple[Row, ...] = ()
    kind: str = SAME
    words: str = ""


@dataclass(frozen=True, slots=True)
class Flow:
    """From a row on the left to one on the right; `words` stand where the curve begins."""

    start: str
    end: str
    kind: str = MOVED
    words: str = ""


@dataclass(frozen=True, slots=True)
class Crossings:
    """The picture, and all of it in words: one sentence a flow."""

    svg: str
    width: float
    height: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Set:
    """A unit's box set for its width: lines of the name, and each row's lines."""

    side: Side
    name: tuple[str, ...]
    label: tuple[str, ...]
    rows: tuple[tuple[Row, tuple[str, ...]], ...]

    @property
    def height(self) -> float:
        lines = len(self.name) + len(self.label) + sum(len(lines) for _, lines in self.rows)
        return 14 + _STEP * lines + _ROW_GAP * len(self.rows) + (3 if self.label else 0)


def draw(
    left: Sequence[Side],
    right: Sequence[Side],
    flows: Sequence[Flow],
    *,
    ident: str = "crossings",
    title: str = "Where each service goes",
    width: float = 1324,
    stand_alone: bool = False,
) -> Crossings:
    """Draw the two sides as columns of boxes, none upon another, and a curve for each flow.

    A row of the left with no flow is marked "not stated". ValueError if a flow has no such row.
    """
    column = width * 0.245
    sets = [_fit(side, column) for side in left], [_fit(side, column) for side in right]
    height = max(_height(sets[0]), _height(sets[1]))
    rows_left = _places(sets[0], height)
    rows_right = _places(sets[1], height)
    _refuse_unknown(flows, rows_left, rows_right)
    picture = _Picture(column, width - column - 2 * _EDGE, rows_left, rows_right)
    parts = [
        *picture.curves(flows),
        *picture.boxes(sets[0], _EDGE, height),
        *picture.boxes(sets[1], picture.right, height),
    ]
    words = tuple(_words(left, right, flows))
    drawn = svg.document(
        parts, ident=ident, title=title, desc=" ".join(words), classes="flow",
        width=width, height=height + 2 * _EDGE, stand_alone=stand_alone, linked=False,
    )  # fmt: skip
    return Crossings(drawn, width, height + 2 * _EDGE, words)


def _refuse_unknown(
    flows: Sequence[Flow], rows_left: dict[str, float], rows_right: dict[str, float]
) -> None:
    for flow in flows:
        for key, rows in ((flow.start, rows_left), (flow.end, rows_right)):
            if key not in rows:
                raise ValueError(f"No row has the key {key!r}, from which or to which a flow goes.")


def _fit(side: Side, column: float) -> _Set:
    room = column - 2 * _INSET
    name = wrap(side.name, 14, room, bold=True, most=3)
    label = wrap(side.words, 11.5, room, bold=True, most=2) if side.words else ()
    rows = tuple((row, wrap(row.words, 13, room, most=3)) for row in side.rows)
    return _Set(side, name, label, rows)


def _height(sets: Sequence[_Set]) -> float:
    return sum(one.height for one in sets) + _GAP * max(len(sets) - 1, 0)


def _tops(sets: Sequence[_Set], height: float) -> list[float]:
    """Where each box begins; the gaps of the shorter column are widened to the taller's height."""
    spare = (height - _height(sets)) / (len(sets) + 1) if sets else 0
    tops, y = [], _EDGE + spare / 2
    for one in sets:
        tops.append(y)
        y += one.height + _GAP + spare
    return tops


def _places(sets: Sequence[_Set], height: float) -> dict[str, float]:
    """The middle of each row's first line, by its key."""
    return {
        row.key: y - 4.5
        for one, top in zip(sets, _tops(sets, height), strict=True)
        for row, y, _ in _baselines(one, top)
    }


def _baselines(one: _Set, top: float) -> Iterator[tuple[Row, float, tuple[str, ...]]]:
    y = top + _NAME_TOP + _STEP * (len(one.name) + len(one.label) - 1) + (3 if one.label else 0)
    for row, lines in one.rows:
        y += _ROW_GAP + _STEP
        yield row, y, lines
        y += _STEP * (len(lines) - 1)


def _words(left: Sequence[Side], right: Sequence[Side], flows: Sequence[Flow]) -> Iterator[str]:
    """Each flow as a sentence, in the order of the existing rows; then those that go nowhere."""
    ends = {row.key: (row, side) for side in right for row in side.rows}
    goes: dict[str, list[Flow]] = {}
    for flow in flows:
        goes.setdefault(flow.start, []).append(flow)
    for side in left:
        for row in side.rows:
            start = clean(f"{side.name}, {row.words}")
            for flow in goes.get(row.key, ()):
                becomes, into = ends[flow.end]
                name = "" if becomes.words == row.words else f", as {clean(becomes.words)}"
                yield f"{start}: to {clean(into.name)}{name}."
            if row.key not in goes:
                yield f"{start}: where it goes is not stated."


@dataclass(frozen=True, slots=True)
class _Picture:
    """Where the columns and the rows stand."""

    column: float
    right: float
    rows_left: dict[str, float]
    rows_right: dict[str, float]

    def curves(self, flows: Sequence[Flow]) -> Iterator[str]:
        """The curves, the broad ones of what stays together first; then their words."""
        for flow in sorted(flows, key=lambda flow: flow.kind != SAME):
            yield self._curve(flow)
        start = _EDGE + self.column
        for key, y in self.rows_left.items():
            own = [flow for flow in flows if flow.start == key]
            words = ", ".join(dict.fromkeys(flow.words for flow in own if flow.words))
            if words:
                yield self._label(words, own[0].kind, start + 14, y)
            elif not own:
                yield f'<path class="curve unplaced" d="M{start + 3:.1f} {y:.1f}h10"/>'
                yield self._label("not stated", UNPLACED, start + 14, y)

    def _curve(self, flow: Flow) -> str:
        x1, x2 = _EDGE + self.column + 3, self.right - 11
        y1, y2, bend = self.rows_left[flow.start], self.rows_right[flow.end], (x2 - x1) * 0.45
        half = 5 if flow.kind == SAME else 6
        tip = f"M{x2 - 1:.1f} {y2 - half:.1f}l10 {half}l-10 {half}z"
        return (
            f'<path class="curve {flow.kind}" d="M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} '
            f'{x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"/>'
            f'<path class="tip {flow.kind}" d="{tip}"/>'
        )

    def _label(self, words: str, kind: str, x: float, y: float) -> str:
        text = wrap(words, 12.5, (self.right - x) / 3, bold=True, most=1)[0]
        return (
            f'<rect class="plate" x="{x:.1f}" y="{y - 8:.1f}" height="16" rx="2" '
            f'width="{text_width(text, 12.5, bold=True) + 10:.1f}"/>'
            f'<text class="w {kind}" x="{x + 5:.1f}" y="{y + 4.5:.1f}">{svg.words(text)}</text>'
        )

    def boxes(self, sets: Sequence[_Set], x: float, height: float) -> Iterator[str]:
        """One side's boxes, with their names and rows."""
        for one, top in zip(sets, _tops(sets, height), strict=True):
            inside = "".join(_texts(one, x + _INSET, top))
            yield (
                f'<g class="unit {one.side.kind}" data-key="{svg.words(one.side.key)}">'
                f'<rect x="{x:.1f}" y="{top:.1f}" width="{self.column:.1f}" '
                f'height="{one.height:.1f}" rx="3"/>{inside}</g>'
            )


def _texts(one: _Set, x: float, top: float) -> Iterator[str]:
    y = top + _NAME_TOP - _STEP
    for style, lines in (("k", one.label), ("g", one.name)):
        for line in lines:
            y += _STEP
            yield _text(style, x, y, line)
        y += 3 if style == "k" and lines else 0
    for _, baseline, lines in _baselines(one, top):
        for place, line in enumerate(lines):
            yield _text("r", x, baseline + _STEP * place, line)


def _text(style: str, x: float, y: float, line: str) -> str:
    return f'<text class="{style}" x="{x:.1f}" y="{y:.1f}">{svg.words(line)}</text>'
