"""The words of a box broken into lines, and the room that they take.

Its one rule: a box is as tall as its words, and as wide as it was told.
"""

from dataclasses import dataclass, field

from posts.boxes import LABEL, MINOR, TITLE, Cell, Text
from posts.lettering import wrap


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


_TITLE, _ITEM = _Face(13.5, True, 16, 5), _Face(13, False, 16, 5)
_LABEL, _MINOR = _Face(11.5, True, 14, 6), _Face(11.5, False, 14, 2)
_TEXT = _Face(12.5, False, 15.5, 8)
_BAR = 4
_BETWEEN, _APART = 1.5, 5.0


def fit(cell: Cell, width: float, *, item: bool, room_below: float = 0) -> Sheet:
    """Break a cell into lines for a box of this width; an item of a list is set closer."""
    side = 7.0 if item else 9.0
    inset = side + (_BAR if any(mark.kind == "moved" for mark in cell.marks) else 0)
    setting = _Setting(item, width - inset - side)
    for text in cell.texts:
        setting.add(text)
    foot = (5.5 if item else 9.0) + (3 if cell.marks else 0) + room_below
    labels, lines = tuple(setting.labels), tuple(setting.lines)
    return Sheet(cell, item, inset, labels, lines, width, setting.y + foot, setting.cut)


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
        broken = wrap(text.words, face.size, self.room, bold=face.bold, most=face.most)
        self.cut = self.cut or (broken[-1].endswith("…") and not text.words.endswith("…"))
        style = text.style.split()[0]
        self.y += self._white(style) + (_APART if text.apart else 0)
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
