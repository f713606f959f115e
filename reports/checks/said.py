"""What the authors of a report typed, paragraph by paragraph, and what of it was computed.

A figure stands in the words as it reads, and is marked as computed; what a generated part says is
left out. Its one rule: nothing is altered, and a place can be found again by a reader.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reports.checks.finding import RECOMMENDATION, SECTION, Place
from reports.figures import Figures
from reports.figures.figure import key_of
from reports.markdown import Fault, read
from reports.parts import PARTS
from reports.proposal import Recommendation, Written
from reports.recommended import runs_of
from reports.sections.blocks import Block, Bullets, Heading, Note, Paragraph, Run, Table

_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z“‘\"'(\[0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words of a section, or of a recommendation (no section): its `paragraph`, counted from 1.

    `computed` are the stretches of the words that figures gave; `number` is printed before it;
    `unknown` are the names that a recommendation has and no figure. A cell of a table has the first
    cell of its `row`, the heading of its `column`, and the headings of those up to it.
    """

    text: str
    heading: str
    section: Written | None = None
    paragraph: int = 1
    computed: tuple[tuple[int, int], ...] = ()
    number: str | None = None
    is_heading: bool = False
    unknown: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    row: str | None = None
    column: str | None = None
    headings: tuple[str, ...] = ()

    def is_typed(self, start: int, end: int) -> bool:
        """Whether an author typed a stretch of the words."""
        return not any(first < end and start < last for first, last in self.computed)

    def sentence(self, at: int) -> str:
        """The sentence around a place."""
        start, end = self.bounds(at)
        return self.text[start:end]

    def bounds(self, at: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        start = 0
        for found in _SENTENCE.finditer(self.text):
            if found.start() >= at:
                return start, found.start()
            start = found.end()
        return start, len(self.text)

    def place(self, quote: str | None = None) -> Place:
        """Where this stands, for a finding."""
        if self.section is None:
            return Place(kind=RECOMMENDATION, words=self.heading, sources=self.sources, quote=quote)
        where = f"paragraph {self.number}" if self.number else f"paragraph {self.paragraph}"
        if self.number is None and self.paragraph == 0:
            where = "its heading"
        return Place(
            kind=SECTION, words=f"{self.heading}, {where}", key=self.section.key,
            paragraph=self.paragraph or None, quote=quote,
        )  # fmt: skip


class _Names:
    """The names that a text may use: figures are read, and parts are known but never made."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.known = dict[str, str | None]()

    def figure(self, name: str) -> str | None:
        if name not in self.known:
            self.known[name] = self.figures.text(name)
        return self.known[name]

    def part(self, written: str) -> Sequence[Block] | None:
        if key_of(written.split(",")[0]) in PARTS:
            return ()
        figure = self.figures.get(written)
        return () if figure is not None and figure.posts is not None else None

    def nearest(self, name: str) -> str | None:
        return None


@dataclass(frozen=True, slots=True)
class Reading:
    """A section as it was read: what is said in it, and what is wrong in its text."""

    written: Written
    said: tuple[Said, ...]
    faults: tuple[Fault, ...]


def readings(
    sections: Sequence[Written], figures: Figures, numbers: Mapping[str, str | None]
) -> tuple[Reading, ...]:
    """Read the texts of sections; `numbers` are those printed before blocks, by their keys."""
    names = _Names(figures)
    return tuple(_reading(written, names, numbers) for written in sections)


def _reading(written: Written, names: _Names, numbers: Mapping[str, str | None]) -> Reading:
    text = read(
        written.text, section=written.key, names=names, heading=written.heading,
        level=written.level,
    )  # fmt: skip
    said = list[Said]()
    paragraph = 0
    for block in text.blocks:
        paragraph += isinstance(block, Paragraph | Bullets | Table | Note)
        said += (
            replace(
                each, heading=written.heading, section=written, paragraph=paragraph,
                is_heading=isinstance(block, Heading), number=numbers.get(block.key),
            )
            for each in _words(block)
        )  # fmt: skip
    return Reading(written, tuple(said), text.faults)


def _words(block: Block) -> Iterator[Said]:
    """The words of a block, piece by piece."""
    if isinstance(block, Paragraph | Note):
        yield _said(block.text, block.runs)
    elif isinstance(block, Heading):
        yield _said(block.text)
    elif isinstance(block, Bullets):
        yield from (_said(line.text, line.runs) for line in block.lines)
    elif isinstance(block, Table):
        headings = tuple(column.heading for column in block.columns)
        for row in block.rows:
            for nth, cell in enumerate(row):
                yield replace(_said(cell), row=row[0], column=headings[nth],
                              headings=headings[: nth + 1])  # fmt: skip


def _said(text: str, runs: Sequence[Run] = ()) -> Said:
    return Said(text=text, heading="", computed=_computed(runs))


def _computed(runs: Sequence[Run]) -> tuple[tuple[int, int], ...]:
    """The stretches that figures gave."""
    found, at = list[tuple[int, int]](), 0
    for run in runs:
        if run.figure is not None:
            found.append((at, at + len(run.text)))
        at += len(run.text)
    return tuple(found)


def recommended(recommendations: Sequence[Recommendation], figures: Figures) -> Iterator[Said]:
    """What the meeting is asked, with the figures that stand in it."""
    for nth, each in enumerate(recommendations, start=1):
        heading = f"Recommendation {each.number or nth}"
        unknown = list[str]()
        runs = runs_of(each.text, figures, unknown.append)
        yield Said(
            text="".join(run.text for run in runs), heading=heading, paragraph=nth,
            sources=each.sources, computed=_computed(runs), unknown=tuple(unknown),
        )  # fmt: skip
