"""What a paper is made of: sections, and in them blocks, as plain frozen values.

A format knows how each block looks and nothing of structures; a section knows what a block says and
nothing of formats. Its one rule: a key stays the same from one making of the paper to the next.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from posts.chart import Chart as Drawing

WORDS, NUMBER, POUNDS = "words", "number", "pounds"
"""What stands in a column of a table."""

LANDSCAPE = {"A4": (1380.0, 758.0), "A3": (1952.0, 1072.0)}
"""The pixels that a page on its side holds where letters of 12.5 pixels become 7 points."""

_LETTERS, _LINE, _BELOW = 110, 30.0, 20.0
"""On such a page: the fewest letters of a line, its pixels, and those below its paragraph."""

Cell = str | int | Decimal | date | None
"""What a cell of a table is in itself; None: not stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Part of a paragraph in one manner; `figure` names the figure that it was computed as."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    figure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading within a section, of level 2 or 3; level 1 is the section's own."""

    key: str
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the paper; `runs` are the same words where they are not all plain.

    `number` is printed before it, as the council numbers its paragraphs: “12”, “1.2”, “(3)”.
    """

    key: str
    text: str
    runs: tuple[Run, ...] = ()
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line that belongs to what stands above it, and has no number of its own."""

    key: str
    text: str
    runs: tuple[Run, ...] = ()


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
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list, nested or plain, in order; `is_ordered` where its lines are numbered."""

    key: str
    lines: tuple[Line, ...]
    is_ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendations:
    """What the meeting is asked, under one verb; the numbers run on from one verb to the next.

    `number` is that of the lead, as of a paragraph; `first` that of the first item.
    """

    key: str
    lead: str
    items: tuple[str, ...]
    number: str | None = None
    first: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of a sheet’s width, and what stands in it."""

    heading: str
    share: int = 1
    kind: str = WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A plain table: a caption, one row of headings, rows of words. No cell is merged or empty.

    `values` are the same cells as they are in themselves, for a spreadsheet; `total` is a last row.
    One that `is_untitled` has for a caption the heading that it stands under: what has to call it
    something has that, and a page that numbers its tables the number alone.
    """

    key: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    values: tuple[tuple[Cell, ...], ...] | None = None
    total: tuple[str, ...] | None = None
    is_untitled: bool = False

    def numbered(self, number: int) -> str:
        """The caption on a page, with the number of the table: “Table 2: Pay”."""
        return f"Table {number}" if self.is_untitled else f"Table {number}: {self.caption}"

    @property
    def names_rows(self) -> bool:
        """Whether the first column names what each row is about: words, no two of them alike."""
        names = [row[0] for row in self.rows]
        is_words = len(self.columns) > 1 and self.columns[0].kind == WORDS
        return is_words and len(set(names)) == len(names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One page of a chart: a stand-alone SVG with its size in pixels, and what it shows.

    `drawing` is what the SVG was made of, for a format that draws the boxes itself.
    """

    key: str
    title: str
    svg: str
    width: float
    height: float
    alt: str
    drawing: Drawing | None = None


DrawnFor = Callable[[float, float], tuple[Picture, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A structure drawn, on as many landscape pages as it needs, and the same in words.

    `left_out` says what is neither drawn nor listed, where a structure is too large for a paper.
    `paper_size` is the size of the pages that it was drawn for, A4 or A3. `drawn_for` draws it for
    pages of another size, in pixels: a slide has less room than paper.
    """

    key: str
    title: str
    pages: tuple[Picture, ...]
    words: tuple[Line, ...]
    left_out: str | None = None
    paper_size: str = "A4"
    drawn_for: DrawnFor | None = field(default=None, repr=False, compare=False)

    def size_of(self, page: Picture) -> str:
        """A3 where that is asked for, or where A4 would make a page's letters too small to read."""
        wide, tall = LANDSCAPE["A4"]
        is_large = page.width > wide + 1 or page.height > tall + 1
        return "A3" if is_large else self.paper_size


Block = (
    Heading | Paragraph | Note | Definitions | Bullets | Recommendations | Table | Chart
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of the paper under its heading; one without blocks stands above those within it.

    `level` 2 stands within the last of level 1. `number` is printed before the heading. An appendix
    begins a new page.
    """

    key: str
    heading: str
    blocks: tuple[Block, ...] = ()
    level: int = 1
    number: str | None = None
    is_appendix: bool = False

    @property
    def above_chart(self) -> tuple[Paragraph | Note, ...]:
        """Of an appendix the lines with which it begins, where its chart leaves them room above it.

        They stand on the page of the chart: without them, they would have one for themselves.
        """
        first = next((nth for nth, each in enumerate(self.blocks) if isinstance(each, Chart)), 0)
        chart, led = self.blocks[first] if first else None, self.blocks[:first]
        if not self.is_appendix or not isinstance(chart, Chart):
            return ()
        texts = tuple(each for each in led if isinstance(each, Paragraph | Note))
        picture = chart.pages[0]
        _, tall = LANDSCAPE[chart.size_of(picture)]
        has_room = picture.height + height_of(texts) <= tall
        return texts if has_room and len(texts) == len(led) else ()


def height_of(texts: Iterable[Paragraph | Note]) -> float:
    """The most pixels that texts take up on a page on its side."""
    return sum((_LINE * -(-len(each.text) // _LETTERS) + _BELOW for each in texts), start=0.0)
