"""What a paper is made of: sections, and in them blocks, as plain frozen values.

A format knows how each block looks and nothing of structures; a section knows what a block says and
nothing of formats. Its one rule: a key stays the same from one making of the paper to the next.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading within a section, of level 2 or 3; level 1 is the section's own."""

    key: str
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the paper, numbered as the council numbers its paragraphs."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line that belongs to what stands above it, and has no number of its own."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Definitions:
    """Terms with what is to be said of each: the title block."""

    key: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a nested list; the outermost has the depth 0."""

    depth: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list, nested or plain, in order."""

    key: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendations:
    """What the meeting is asked, under one verb; the numbers run on from one verb to the next."""

    key: str
    lead: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, and its share of the width."""

    heading: str
    share: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A plain table: a caption, one row of headings, rows of words. No cell is merged or empty."""

    key: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One page of a chart: a stand-alone SVG with its size in pixels, and what it shows."""

    key: str
    title: str
    svg: str
    width: float
    height: float
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A structure drawn, on as many landscape pages as it needs, and the same in words.

    `left_out` says what is neither drawn nor listed, where a structure is too large for a paper.
    """

    key: str
    title: str
    pages: tuple[Picture, ...]
    words: tuple[Line, ...]
    left_out: str | None = None


Block = (
    Heading | Paragraph | Note | Definitions | Bullets | Recommendations | Table | Chart
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of the paper under its heading; one without blocks is not shown."""

    key: str
    heading: str
    blocks: tuple[Block, ...] = ()
