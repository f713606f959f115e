"""Places to break in words that no line could hold.

Its one rule: a word that fits stays whole, and another is parted only where a line is full, so that
it is found and read out as far as can be.
"""

import unicodedata
from collections.abc import Iterator

from posts.lettering import text_width
from reports.formats.texts import safe

TEXT_WIDTH, LINE_WIDTH, SIZE = 453.0, 200.0, 12.0
"""The width of the text, of the least line in it, and its letters, in points."""

_SLACK = 1.02
"""A letter of another font than that which was measured may be a little wider."""


def in_lines(text: str, room: float = LINE_WIDTH) -> str:
    """A text made safe, as it may stand on lines of this width."""
    return breakable(safe(text), room, SIZE)


def breakable(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text, with places to break in the words that no line of this width could hold."""
    return " ".join(
        word if _fits(word, room, size, bold) else "\u200b".join(_parts(word, room, size, bold))
        for word in text.split(" ")
    )


def _fits(word: str, room: float, size: float, bold: bool) -> bool:
    """Whether a line holds a word; it is only measured where it might not."""
    return len(word) * size <= room or text_width(word, size, bold=bold) <= room


def _parts(word: str, room: float, size: float, bold: bool) -> Iterator[str]:
    """A word in parts as long as a line holds, where a hyphen does not part it already.

    None begins with what belongs to the letter before it, and none is less than a letter.
    """
    part, wide = "", 0.0
    for letter in word:
        belongs = unicodedata.category(letter) in ("Mn", "Me", "Mc", "Cf", "Sk")
        step = text_width(letter, size, bold=bold) * _SLACK
        if part and not belongs and wide + step > room:
            yield part
            part, wide = "", 0.0
        part, wide = part + letter, wide + step
    yield part
