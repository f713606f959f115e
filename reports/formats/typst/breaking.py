"""Places to break in words that no line could hold.

Its one rule: a word that fits stays whole.
"""

import unicodedata

from posts.lettering import text_width
from reports.formats.texts import safe

TEXT_WIDTH, LINE_WIDTH, SIZE = 453.0, 200.0, 12.0
"""The width of the text, of the least line in it, and its letters, in points."""


def in_lines(text: str, room: float = LINE_WIDTH) -> str:
    """A text made safe, as it may stand on lines of this width."""
    return breakable(safe(text), room, SIZE)


def breakable(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text, with places to break in the words that no line of this width could hold."""
    return " ".join(
        word if _fits(word, room, size, bold) else _opened(word) for word in text.split(" ")
    )


def _fits(word: str, room: float, size: float, bold: bool) -> bool:
    """Whether a line holds a word; it is only measured where it might not."""
    return len(word) * size <= room or text_width(word, size, bold=bold) <= room


def _opened(word: str) -> str:
    """A zero-width space before each letter, but not before what belongs to the letter before."""
    return "".join(
        letter if not at or unicodedata.category(letter) in ("Mn", "Me", "Mc", "Cf", "Sk")
        else f"\u200b{letter}"
        for at, letter in enumerate(word)
    )  # fmt: skip
