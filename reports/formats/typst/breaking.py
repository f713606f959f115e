"""Places to break in words that no line could hold.

Its one rule: a word that fits stays whole, and another is parted only where a line is full, so that
it is found and read out as far as can be.
"""

import re
import unicodedata
from collections.abc import Iterator

from posts.lettering import text_width
from reports.formats.texts import safe

TEXT_WIDTH, LANDSCAPE_WIDTH, LINE_WIDTH, SIZE = 453.0, 773.0, 200.0, 12.0
"""The width of the text upright and on its side, of the least line in it, and its letters, in
points."""

_HYPHEN = re.compile(r"(?<=\w-)(?=\w)")
"""Where a word may be parted as it is."""


def in_lines(text: str, room: float = LINE_WIDTH) -> str:
    """A text made safe, as it may stand on lines of this width."""
    return breakable(safe(text), room, SIZE)


def breakable(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text, with places to break in the words that no line of this width could hold."""
    return " ".join(
        word if _fits(word, room, size, bold) else _opened(word, room, size, bold)
        for word in text.split(" ")
    )


def _fits(word: str, room: float, size: float, bold: bool) -> bool:
    """Whether a line holds a word; it is only measured where it might not."""
    return len(word) * size <= room or text_width(word, size, bold=bold) <= room


def _opened(word: str, room: float, size: float, bold: bool) -> str:
    """A word with a zero-width space wherever a line is full, but for the hyphens that it has."""
    return "".join("\u200b".join(_lines(part, room, size, bold)) for part in _HYPHEN.split(word))


def _lines(part: str, room: float, size: float, bold: bool) -> Iterator[str]:
    """A word as lines hold it: none begins with what belongs to the letter before it."""
    line, wide = "", 0.0
    for letter in part:
        step = text_width(letter, size, bold=bold)
        if line and wide + step > room and not _belongs(letter):
            yield line
            line, wide = "", 0.0
        line, wide = line + letter, wide + step
    yield line


def _belongs(letter: str) -> bool:
    return unicodedata.category(letter) in ("Mn", "Me", "Mc", "Cf", "Sk")
