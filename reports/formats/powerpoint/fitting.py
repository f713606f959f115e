"""Whether words fit: sizes of letters for the room there is, and where a text goes over a slide.

Its one rule: nothing that is typed is taller than its slide, and nothing of it is left out unsaid.
"""

from collections.abc import Sequence

from posts.lettering import wrap
from reports.formats.texts import safe

EMU_A_POINT = 12_700
STEP = 1.2
"""How far one line is from the next, in sizes of its letters."""


def lines(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines of a text at a size, in room of a width in points."""
    return wrap(safe(text), size, max(width, size), bold=bold)


def largest(
    text: str, sizes: Sequence[float], width: float, height: float, *, bold: bool = False
) -> tuple[float, str]:
    """The largest of some sizes at which a text fits, and the text, cut only at the smallest."""
    for size in sizes:
        if len(lines(text, size, width, bold=bold)) * size * STEP <= height:
            return size, safe(text)
    size = sizes[-1]
    most = max(int(height / (size * STEP)), 1)
    return size, " ".join(wrap(safe(text), size, width, bold=bold, most=most))


def in_pieces(text: str, size: float, width: float, most: int) -> list[str]:
    """A text in pieces of at most so many lines each."""
    found = lines(text, size, width)
    return [" ".join(found[n : n + most]) for n in range(0, len(found), most)] or [""]
