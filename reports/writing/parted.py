"""What is parted where a page ends: a text between two words, a list between two lines.

Its one rule: nothing is lost, and words are counted as the PDF counts them.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from reports.formats.texts import safe_part
from reports.sections.blocks import Run

_WORD = re.compile(r"\s*\S+|\s+$")


def parted(text: str, runs: Sequence[Run], firsts: Collection[int]) -> list[tuple[Run, ...]]:
    """A text in pieces, each but the first of which begins with the word of such a number."""
    pieces: list[list[Run]] = [[]]
    number = 0
    for run in runs or (Run(text=text),):
        pieces[-1].append(replace(run, text=""))
        for word in _WORD.findall(safe_part(run.text)):
            if word.strip() and number in firsts:
                pieces.append([replace(run, text="")])
                word = word.lstrip()
            last = pieces[-1].pop()
            pieces[-1].append(replace(last, text=last.text + word))
            number += bool(word.strip())
    return [tuple(run for run in piece if run.text) for piece in pieces]


def spans(number: int, firsts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """From where to where each piece of so many things goes, if such begin a page."""
    starts = sorted({0, *(first for first in firsts if 0 < first <= number)})
    yield from zip(starts, [*starts[1:], number], strict=True)
