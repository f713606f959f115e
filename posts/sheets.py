"""The words of a box broken into lines, and the room that they take.

Its one rule: a box is as tall as its words, and as wide as it was told.
"""

from dataclasses import dataclass, field

from posts.boxes import LABEL, MINOR, TITLE, Cell, Text
from posts.lettering import longest_word, wrap


@dataclass(frozen=True, slots=True)
class Label:
    """A label of change: its kind, where it begins, how tall it is, its lines by baseline."""

    kind: str
    top: float
    height: float
    lines: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A cell set for a width: labels, then lines as style, baseline and words.

    `item` is a box of a list, set closer. `inset` is where its lines begin. `cut`: something of
    it had no room.
    """

    cell: Cell
    item: bool
    inset: float
    labels: tuple[Label, ...]
    lines: tuple[tuple[str, float, str], ...]
    width: float
    height: float
    cut: bool


@dataclass(frozen=True, slots=True)
class _Face:
    size: float
    bold: bool
    step: float
    most: int


_TITLE, _ITEM = _Face(13.5, True, 16, 7), _Face(13, False, 16, 8)
_LABEL, _MINOR = _Face(11.5, True, 14, 8), _Face(11, False, 13.5, 2)
_TEXT = _Face(12.5, False, 15.5, 8)
_BAR = 4
_BETWEEN = 1.5
_LABEL_OVER = 4.0
"""How much nearer to the edge of its box a label may end."""


def fit(cell: Cell, width: float, *, item: bool, room_below: float = 0) -> Sheet:
    """Break a cell into lines for a box of this width; an item of a list is set closer."""
    side = _side(item)
    inset = side + (_BAR if any(mark.kind == "moved" for mark in cell.marks) else 0)
    setting = _Setting(item, width - inset - side)
    for text in cell.texts:
        setting.add(text)
    foot = (5.5 if item else 9.0) + (3 if cell.marks else 0) + room_below
    labels, lines = tuple(setting.labels), tuple(setting.lines)
    return Sheet(cell, item, inset, labels, lines, width, setting.y + foot, setting.cut)


def least_width(name: str, *, item: bool) -> float:
    """How wide a box must be for no word of its name to be broken."""
    face = _ITEM if item else _TITLE
    return longest_word(name, face.size, bold=face.bold) + 2 * _side(item)


def _side(item: bool) -> float:
    return 7.0 if item else 9.0


@dataclass(slots=True)
class _Setting:
    """A cell as it is set, line by line, from the top."""

    item: bool
    room: float
    y: float = 1.5
    above: str = ""
    cut: bool = False
    labels: list[Label] = field(default_factory=list)
    lines: list[tuple[str, float, str]] = field(default_factory=list)

    def add(self, text: Text) -> None:
        face = self._face(text)
        room = self.room + (_LABEL_OVER if text.style in (LABEL, MINOR) else 0)
        broken = wrap(text.words, face.size, room, bold=face.bold, most=face.most)
        self.cut = self.cut or (broken[-1].endswith("…") and not text.words.endswith("…"))
        style = text.style.split()[0]
        self.y += self._white(style) + text.apart
        if style == LABEL:
            self._label(text.kind, broken, face.step)
        else:
            self._plain(text, broken, face.step)
        self.above = style

    def _face(self, text: Text) -> _Face:
        if text.style == TITLE:
            return _ITEM if self.item else _TITLE
        return {LABEL: _LABEL, MINOR: _MINOR}.get(text.style, _TEXT)

    def _white(self, style: str) -> float:
        """The white above a text, by what stands above it."""
        edge = 5.0 if self.item else 7.0
        if style == LABEL:
            return 5.0 if self.above not in ("", LABEL) else 0.0
        return edge if self.above in ("", LABEL) else _BETWEEN

    def _label(self, kind: str, broken: tuple[str, ...], step: float) -> None:
        height = 6 + step * len(broken)
        lines = [(self.y + 13.5 + step * place, line) for place, line in enumerate(broken)]
        self.labels.append(Label(kind, self.y, height, tuple(lines)))
        self.y += height

    def _plain(self, text: Text, broken: tuple[str, ...], step: float) -> None:
        classes = f"{text.style} {text.kind}".strip()
        for line in broken:
            self.y += step
            self.lines.append((classes, self.y - 3.5, line))
