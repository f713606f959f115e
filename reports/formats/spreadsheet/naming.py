"""Names that a spreadsheet takes: of sheets and of columns, each once, and texts that fit a cell.

Its one rule: a name that is not allowed is made one that is, and never refused.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reports.formats.texts import safe, shortened

_NOT_IN_A_SHEET = re.compile(r"[\[\]:*?/\\]")
_LONGEST_SHEET, _LEAST, _LONGEST_HEADING, LONGEST_CELL = 31, 15, 250, 32_000
_TAKEN = "history"
_LIKE_A_CODE = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")
"""What Excel would read as one letter in a heading's own file, and as five in its cell."""


class SheetNames:
    """The names of the sheets of one workbook, so that no two are alike."""

    def __init__(self) -> None:
        self.taken = {_TAKEN}

    def name_of(self, title: str) -> str:
        """A sheet's name for a title: short, allowed, and its own."""
        plain = " ".join(_NOT_IN_A_SHEET.sub(" ", safe(title)).split()).strip("'") or "Table"
        number, name = 1, _short(plain, "")
        while name.casefold() in self.taken:
            number += 1
            name = _short(plain, f" {number}")
        self.taken.add(name.casefold())
        return name


def _short(words: str, end: str) -> str:
    """A name with its end, cut after a word, no longer than a sheet's may be."""
    short = words
    while _length(short + end) > _LONGEST_SHEET:
        short = short[:-1]
    if short != words and " " in short[_LEAST:] and not words[len(short)].isspace():
        short = short.rpartition(" ")[0]
    return short.rstrip("' ,:;") + end


def _length(words: str) -> int:
    """How long a name is as a spreadsheet counts: an emoji is two."""
    return len(words.encode("utf-16-le")) // 2


def headings(names: Iterable[str]) -> Iterator[str]:
    """The headings of a table's columns, each its own however it is written."""
    taken: set[str] = set()
    for name in names:
        plain = _LIKE_A_CODE.sub("_ x", shortened(name, _LONGEST_HEADING)) or "Column"
        number, own = 1, plain
        while own.lower() in taken:
            number += 1
            own = f"{plain} ({number})"
        taken.add(own.lower())
        yield own


@lru_cache(maxsize=20_000)
def in_a_cell(text: str) -> str:
    """A text as a cell may hold it."""
    return shortened(text, LONGEST_CELL)
