"""A paper on its pages, as it will be printed: upright, and charts on landscape pages.

Where a page begins is what the PDF says. The blocks are gone through in the order in which the PDF
has them, each in its place. Its one rule: nothing is cut off, a page with too much on it is longer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from reports.formats.pdf import Place, Starts
from reports.formats.typst.tables import is_wide
from reports.formats.web.body import Body, definitions, numbered
from reports.formats.web.drawing import drawing
from reports.formats.web.elements import Html, element, joined, words
from reports.formats.web.tables import table as table_of
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
    Run,
    Section,
    Table,
)
from reports.writing.parted import parted, spans

_GOES_ON = "What stands at the foot of the page before goes on here."


@dataclass(slots=True)
class Sheet:
    """A page: what it begins with, whether it lies on its side and what is on it."""

    title: str
    is_wide: bool = False
    size: str = "A4"
    parts: list[Html] = field(default_factory=list)

    @property
    def html(self) -> Html:
        """All that is on the page."""
        return joined(self.parts)


def sheets(paper: Paper, starts: Starts, *, marks: bool = True) -> list[Sheet]:
    """The pages of a paper; what is computed is marked, each figure with its name."""
    return _Setting(paper, starts, marks).set_out()


class _Setting:
    """A paper being set out: the pages so far, the number of the next block, what it is within."""

    def __init__(self, paper: Paper, starts: Starts, marks: bool) -> None:
        self.paper, self.starts = paper, starts
        self.body = Body(top=3, marks_figures=marks)
        self.pages = [Sheet("First page")]
        self.within = "First page"
        self.numbers = count()

    def set_out(self) -> list[Sheet]:
        self._front()
        for section in self.paper.sections:
            self._heading(section.level, numbered(section), section.heading, section.key)
            for block in section.blocks:
                self._block(block, section)
        self._come_to_page(self.starts.pages)
        return self.pages

    def _front(self) -> None:
        paper = self.paper
        head = element("p", element("strong", paper.council), class_="council-line")
        title = element("h2", words(paper.title) or "Report", class_="paper-title")
        self._page.parts += [head, title, definitions(paper.title_block)]

    def _block(self, block: Block, section: Section) -> None:
        match block:
            case Heading(key=key, text=text, level=below):
                self._heading(section.level + below - 1, words(text), text, key)
            case Chart():
                self._chart(block, section)
            case Table():
                self._table(block)
            case Bullets(lines=lines, is_ordered=is_ordered):
                self._lines(next(self.numbers), lines, is_ordered=is_ordered)
            case Recommendations():
                self._recommendations(block)
            case Paragraph() | Note():
                self._text(block, next(self.numbers))
            case Definitions(items=items):
                self._definitions(items)

    def _heading(self, level: int, said: Html, title: str, key: str) -> None:
        self._come_to(next(self.numbers), title=title)
        self.within = title
        self.body.level = min(self.body.top + level - 1, self.body.level + 1, 6)
        ident = self.body.ids.of(key)
        self._page.parts.append(element(f"h{self.body.level}", said or Html("–"), id=ident))

    def _text(self, block: Paragraph | Note, number: int) -> None:
        """A paragraph; the number of one is not said again on the page on which it goes on."""
        self._come_to(number)
        for nth, (word, runs) in enumerate(self._pieces(number, 0, block.text, block.runs)):
            self._come_to(number, word=word)
            piece: Paragraph | Note = replace(block, text="", runs=runs)
            if nth and isinstance(piece, Paragraph):
                piece = replace(piece, number=None)
            self._page.parts.append(self.body.block(piece))

    def _pieces(
        self, number: int, part: int, text: str, runs: Sequence[Run] = ()
    ) -> list[tuple[int, tuple[Run, ...]]]:
        """A text in the pieces that its pages have, each with the number of its first word."""
        places = self.starts.page_at
        firsts = sorted(at[2] for at in places if at[:2] == (number, part) and at[2])
        return list(zip([0, *firsts], parted(text, runs, firsts), strict=True))

    def _definitions(self, items: Sequence[tuple[str, str]]) -> None:
        """Terms with what is said of each; a term that goes on is heard again and not seen."""
        number = next(self.numbers)
        pieces = [
            ((number, nth, word), element("span", term, class_="sr" if word else None), runs)
            for nth, (term, text) in enumerate(items)
            for word, runs in self._pieces(number, nth, text)
        ]
        for here in self._pages_of([place for place, _, _ in pieces]):
            shown = ((term, self.body.said("", runs)) for _, term, runs in pieces[here])
            self._page.parts.append(definitions(shown))

    def _recommendations(self, block: Recommendations) -> None:
        lead = Paragraph(key=block.key, text=block.lead, number=block.number)
        number = next(self.numbers)
        self._text(lead, number)
        items = [Line(0, item) for item in block.items]
        self._lines(number, items, is_ordered=True, first=block.first, after=1)

    def _lines(
        self, number: int, lines: Sequence[Line], *, is_ordered: bool = False, first: int = 1,
        after: int = 0,
    ) -> None:  # fmt: skip
        """A list on the pages that it has; its lines come `after` so many parts of its block."""
        pieces = [
            ((number, nth + after, word), nth, Line(line.depth, "", runs))
            for nth, line in enumerate(lines)
            for word, runs in self._pieces(number, nth + after, line.text, line.runs)
        ]
        for here in self._pages_of([place for place, _, _ in pieces]):
            (_, _, word), nth, _ = pieces[here.start]
            come = first + sum(not each.depth for each in lines[:nth])
            shown = [line for _, _, line in pieces[here]]
            listed = self.body.listed(shown, is_ordered=is_ordered, start=come, goes_on=word > 0)
            self._page.parts.append(listed)

    def _pages_of(self, places: Sequence[Place]) -> Iterator[slice]:
        """Of things in these places which stand on one page, page by page, as each is come to."""
        begins = [at for at, place in enumerate(places) if self._begins(*place)]
        for start, end in spans(len(places), begins) if places else ():
            self._come_to(*places[start])
            yield slice(start, end)

    def _table(self, table: Table) -> None:
        """A table, on as many pages as it has, its headings on each."""
        number, last, on_side = next(self.numbers), len(table.rows), is_wide(table)
        self.body.tables += 1
        begins = [nth for nth in range(1, last + 1) if self._begins(number, nth)]
        for start, end in spans(last, begins):
            self._come_to(number, start)
            self._page.is_wide |= on_side and bool(self.starts.page_at)
            total = table.total if end == last else None
            piece = replace(table, rows=table.rows[start:end], values=None, total=total)
            caption = table.numbered(self.body.tables)
            said = f"{caption}, continued" if start else caption
            ident = self.body.ids.of(table.key)
            self._page.parts.append(table_of(piece, said, ident, goes_on=start > 0))

    # ---- charts ----

    def _chart(self, chart: Chart, section: Section) -> None:
        """Each page of a chart on a landscape page; then the same in words, upright."""
        for picture in chart.pages:
            self._lie_down(picture, chart.size_of(picture))
            self._page.parts.append(self._picture(picture))
        several = "charts" if len(chart.pages) > 1 else "chart"
        said, title = words(f"Text version of the {several}"), f"Text version: {chart.title}"
        self._heading(section.level + 1, said, title, f"{chart.key}.words")
        if chart.left_out:
            self._text(Note(key="", text=chart.left_out), next(self.numbers))
        self._lines(next(self.numbers), chart.words)

    def _lie_down(self, picture: Picture, size: str) -> None:
        """Come to a landscape page: that of the headings above the chart, or one of its own."""
        self._come_to(next(self.numbers), title=picture.title)
        if not self.starts.page_at:
            self._turn(picture.title)
        self._page.is_wide, self._page.size = True, size

    def _picture(self, page: Picture) -> Html:
        self.body.charts += 1
        ident = self.body.ids.of(page.key)
        caption = element("figcaption", f"Chart {self.body.charts}: {page.title}")
        shown = element("div", drawing(page, ident), class_="scroll", tabindex=0, role="region",
                        aria_label=f"Chart {self.body.charts}")  # fmt: skip
        return element("figure", caption, shown, id=ident)

    # ---- pages ----

    @property
    def _page(self) -> Sheet:
        return self.pages[-1]

    def _begins(self, *place: int) -> bool:
        return self._page_at(*place) is not None

    def _page_at(self, number: int, part: int = 0, word: int = 0) -> int | None:
        return self.starts.page_at.get((number, part, word))

    def _come_to(self, number: int, part: int = 0, word: int = 0, *, title: str = "") -> None:
        """Go to the page that begins with a place; stay where none does."""
        self._come_to_page(self._page_at(number, part, word) or 1, title)
        if self._page.is_wide and not self.starts.page_at:
            self._turn(title)

    def _come_to_page(self, page: int, title: str = "") -> None:
        while len(self.pages) < page:
            if not self._page.parts:
                self._page.parts.append(element("p", _GOES_ON, class_="note"))
            self._turn(title)

    def _turn(self, title: str) -> None:
        self.pages.append(Sheet(title or f"{self.within}, continued"))
