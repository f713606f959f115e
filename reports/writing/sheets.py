"""A paper on its pages, as it will be printed: upright, and charts on landscape pages.

Where a page ends is reckoned from how much is written on it; a printed page may end a line sooner
or later. Its one rule: nothing is cut off, a page with too much on it is longer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from reports.formats.web.body import Body, definitions, numbered
from reports.formats.web.drawing import drawing
from reports.formats.web.elements import Html, element, joined, words
from reports.paper import Paper
from reports.sections.blocks import (
    Block,
    Bullets,
    Chart,
    Definitions,
    Heading,
    Line,
    Note,
    Paragraph,
    Picture,
    Recommendations,
    Section,
    Table,
)

TALL, LETTERS, LINE = 740.0, 82, 19.6
"""How much room a page has in pixels, how many letters a line, how tall a line is."""


@dataclass(slots=True)
class Sheet:
    """A page: what it begins with, whether it lies on its side, what is on it and how tall."""

    title: str
    is_wide: bool = False
    size: str = "A4"
    tall: float = 0
    parts: list[Html] = field(default_factory=list)

    @property
    def html(self) -> Html:
        """All that is on the page."""
        return joined(self.parts)


def sheets(paper: Paper, *, marks: bool = True) -> list[Sheet]:
    """The pages of a paper; what is computed is marked, each figure with its name."""
    return _Setting(paper, marks).set_out()


class _Setting:
    """A paper being set out: the pages so far."""

    def __init__(self, paper: Paper, marks: bool) -> None:
        self.paper = paper
        self.body = Body(top=3, marks_figures=marks)
        self.pages = [Sheet("First page")]

    def set_out(self) -> list[Sheet]:
        self._front()
        for section in self.paper.sections:
            self._section(section)
        return self.pages

    def _front(self) -> None:
        paper = self.paper
        head = element("p", element("strong", paper.council), class_="council-line")
        title = element("h2", words(paper.title) or "Report", class_="paper-title")
        terms = paper.title_block
        tall = 90 + 26 * len(terms) + LINE * (len(paper.title) // 50)
        self._add(joined((head, title, definitions(terms))), tall)

    def _section(self, section: Section) -> None:
        said = numbered(section)
        blocks = list(section.blocks)
        first = blocks[0] if blocks and isinstance(blocks[0], Chart) else None
        if section.is_appendix and section.level == 1 and self._page.parts and not first:
            self._turn(section.heading)
        level = min(self.body.top + section.level - 1, 5)
        self.body.level = level
        heading = element(f"h{level}", said, id=self.body.ids.of(section.key))
        if first:
            self._chart(first, section, heading)
            blocks = blocks[1:]
        else:
            self._add(heading, 44, keep=60, title=section.heading)
        for block in blocks:
            self._block(block, section)

    def _block(self, block: Block, section: Section) -> None:
        if self._page.is_wide:
            self._turn(f"{section.heading}, continued")
        if isinstance(block, Chart):
            self._chart(block, section, Html(""))
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Bullets):
            self._lines(block.lines, is_ordered=block.is_ordered)
        else:
            self._add(self.body.block(block, section.level), _tall(block))

    def _chart(self, chart: Chart, section: Section, above: Html) -> None:
        """Each page of a chart on a landscape page; then the same in words, upright."""
        for at, picture in enumerate(chart.pages):
            title = f"{section.heading}: {picture.title}" if at == 0 else picture.title
            self._turn(title, is_wide=True, size=chart.paper_size)
            self._page.parts += [above if at == 0 else Html(""), self._picture(picture)]
        self._turn(f"Text version: {chart.title}")
        if not chart.pages and above:
            self._add(above, 44)
        several = "charts" if len(chart.pages) > 1 else "chart"
        ident = self.body.ids.of(f"{chart.key}.words")
        self.body.level = 4
        heading = element("h4", f"Text version of the {several}", id=ident)
        self._add(heading, 36, keep=40)
        if chart.left_out:
            self._add(element("p", chart.left_out, class_="note"), _lines_of(chart.left_out) * LINE)
        self._lines(chart.words, is_ordered=False)

    def _picture(self, page: Picture) -> Html:
        self.body.charts += 1
        ident = self.body.ids.of(page.key)
        caption = element("figcaption", f"Chart {self.body.charts}: {page.title}")
        shown = element("div", drawing(page, ident), class_="scroll", tabindex=0, role="region",
                        aria_label=f"Chart {self.body.charts}")  # fmt: skip
        return element("figure", caption, shown, id=ident)

    def _table(self, table: Table) -> None:
        """A table, on as many pages as it needs, its headings on each."""
        rows, at = list(table.rows), 1
        while rows or at == 1:
            few = self._that_fit(table, rows)
            rest = rows[len(few) :]
            caption = table.caption if at == 1 else f"{table.caption}, continued ({at})"
            piece = replace(
                table, rows=tuple(few), values=None, caption=caption,
                total=None if rest else table.total,
            )  # fmt: skip
            self.body.tables -= at > 1
            self._add(self.body.block(piece), 70 + sum(_row(table, row) for row in few))
            rows, at = rest, at + 1

    def _that_fit(self, table: Table, rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """The first rows of those that are left that this page has room for, or else the next."""
        if rows and self._page.tall + 70 + sum(_row(table, row) for row in rows[:2]) > TALL:
            self._turn()
        left, few = TALL - self._page.tall - 70, list[tuple[str, ...]]()
        for row in rows:
            left -= _row(table, row)
            if few and left < 0:
                break
            few.append(row)
        return few

    def _lines(self, lines: Sequence[Line], *, is_ordered: bool) -> None:
        """A list, on as many pages as it needs."""
        few, tall = list[Line](), 0.0
        for line in lines:
            own = _lines_of(line.text) * LINE + 4
            if few and not is_ordered and self._page.tall + tall + own > TALL:
                self._add(self.body.listed(few), tall)
                self._turn()
                few, tall = [], 0.0
            few.append(line)
            tall += own
        self._add(self.body.listed(few, is_ordered=is_ordered), tall + 8)

    # ---- pages ----

    @property
    def _page(self) -> Sheet:
        return self.pages[-1]

    def _add(self, part: Html, tall: float, *, keep: float = 0, title: str | None = None) -> None:
        """Put something on the page, or on the next if it has no room; `keep` comes after it."""
        if self._page.is_wide or (self._page.parts and self._page.tall + tall + keep > TALL):
            self._turn(title)
        elif title and len(self._page.parts) < 2 and self._page.title != "First page":
            self._page.title = self._page.title or title
        self._page.parts.append(part)
        self._page.tall += tall

    def _turn(self, title: str | None = None, *, is_wide: bool = False, size: str = "A4") -> None:
        last = self._page.title.removesuffix(", continued")
        title = title or f"{last}, continued"
        if self._page.parts or len(self.pages) == 1:
            self.pages.append(Sheet(title, is_wide, size))
        else:
            self.pages[-1] = Sheet(title, is_wide, size)


def _lines_of(text: str, letters: int = LETTERS) -> int:
    return max(1, ceil(len(text) / letters))


def _row(table: Table, row: Sequence[str]) -> float:
    shares = sum(column.share for column in table.columns)
    tall = (
        _lines_of(cell, max(6, int(LETTERS * 1.05 * column.share / shares) - 2))
        for cell, column in zip(row, table.columns, strict=True)
    )
    return max(tall) * 17.5 + 9


def _tall(block: Block) -> float:
    """About how tall a block stands."""
    match block:
        case Heading():
            return 36
        case Paragraph(text=text) | Note(text=text):
            return _lines_of(text) * LINE + 8
        case Definitions(items=items):
            return 26.0 * len(items)
        case Recommendations(lead=lead, items=items):
            lines = _lines_of(lead) + sum(_lines_of(item, LETTERS - 6) for item in items)
            return lines * LINE + 8 + 4 * len(items)
    return LINE
