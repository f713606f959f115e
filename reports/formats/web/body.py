"""The sections of a paper as HTML, one after the other, with what is counted on the way.

Its one rule: no heading skips a level, and no name stands twice in a page.
"""

from collections.abc import Iterable, Iterator, Sequence

from reports.formats.texts import address
from reports.formats.web.drawing import drawing
from reports.formats.web.elements import Html, element, joined, part, words
from reports.formats.web.ids import Ids
from reports.formats.web.tables import table
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

_LOWEST, _DEEPEST = 6, 20
_NOTHING = Html("")


class Body:
    """What is written of one page: its sections stand under a heading of the level above `top`.

    `marks_figures` lets a preview show what is computed, each with the name of its figure; `taken`
    are names that the page has already. `contents` are the sections so far, by their names.
    """

    def __init__(
        self, *, top: int = 2, marks_figures: bool = False, taken: Iterable[str] = ()
    ) -> None:
        self.top, self.marks_figures = top, marks_figures
        self.level = top - 1
        self.tables = self.charts = 0
        self.ids = Ids(taken)
        self.contents: list[tuple[str, Section]] = []

    def section(self, section: Section) -> Html:
        """A section: its heading, then its blocks; headings above a chart are on its page."""
        ident = self.ids.of(section.key)
        self.contents.append((ident, section))
        waiting = [self._heading(self.top + section.level - 1, numbered(section))]
        said = list[Html]()
        for block in section.blocks:
            if isinstance(block, Heading):
                waiting.append(self.block(block))
                continue
            if isinstance(block, Chart):
                said.append(self._chart(block, section.level, joined(waiting)))
            else:
                said += [*waiting, self.block(block, section.level)]
            waiting = []
        kind = "appendix" if section.is_appendix else None
        return element("section", *said, *waiting, id=ident, class_=kind)

    def block(self, block: Block, level: int = 1) -> Html:
        """One block, within a section of a level."""
        match block:
            case Heading(key=key, text=text, level=below):
                return self._heading(self.top + below - 1, words(text), self.ids.of(key))
            case Paragraph(key=key, number=number):
                return self._paragraph(key, self.said(block.text, block.runs), number)
            case Note(text=text, runs=runs):
                return element("p", self.said(text, runs), class_="note")
            case Definitions(items=items):
                return definitions(items)
            case Bullets(lines=lines, is_ordered=is_ordered):
                return self.listed(lines, is_ordered=is_ordered)
            case Recommendations():
                return self._recommendations(block)
            case Table(key=key):
                self.tables += 1
                return table(block, block.numbered(self.tables), self.ids.of(key))
            case Chart():
                return self._chart(block, level)
        raise TypeError(f"No block of a paper is a {type(block).__name__}.")

    def said(self, text: str, runs: Sequence[Run] = ()) -> Html:
        """The words in their manners."""
        return joined(self._run(each) for each in runs or (Run(text=text),))

    def _run(self, run: Run) -> Html:
        said = part(run.text)
        if run.figure and self.marks_figures:
            said = element("span", said, class_="fig", title=run.figure)
        for tag, is_so in (("em", run.italic), ("strong", run.bold)):
            said = element(tag, said) if is_so else said
        href = address(run.link)
        return element("a", said, href=href, rel="noreferrer") if href else said

    def _heading(self, level: int, said: Html, ident: str | None = None) -> Html:
        self.level = min(level, self.level + 1, _LOWEST)
        return element(f"h{self.level}", said or Html("–"), id=ident)

    def _paragraph(self, key: str, said: Html, number: str | None) -> Html:
        if number is None:
            return element("p", said, id=self.ids.of(key))
        shown = element("span", number, class_="paragraph-number")
        return element("p", shown, Html(" "), said, id=self.ids.of(key), class_="numbered")

    def _recommendations(self, block: Recommendations) -> Html:
        lead = self._paragraph(block.key, words(block.lead), block.number)
        items = (
            element("li", item, id=self.ids.of(f"recommendation-{number}"))
            for number, item in enumerate(block.items, start=block.first)
        )
        start = block.first if block.first != 1 else None
        return joined((lead, element("ol", *items, start=start, class_="recommendations")))

    def listed(
        self, lines: Iterable[Line], *, is_ordered: bool = False, start: int = 1,
        goes_on: bool = False,
    ) -> Html:  # fmt: skip
        """A flat list with depths as lists within lists; what `goes_on` begins within a line.

        Within a numbered line stand bullets: numbers that are typed there are words.
        """
        pairs = [(min(line.depth, _DEEPEST), line) for line in lines]
        look = {"start": start if start != 1 else None, "class_": "goes-on" if goes_on else None}
        return self._list(pairs, "ol" if is_ordered else "ul", **look)

    def _list(self, lines: Sequence[tuple[int, Line]], tag: str = "ul", **look: object) -> Html:
        return element(tag, *self._items(lines), **look) if lines else _NOTHING

    def _items(self, lines: Sequence[tuple[int, Line]]) -> Iterator[Html]:
        """The items of a list: each with the deeper lines after it, which are a list within it."""
        starts = _starts([depth for depth, _ in lines])
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            line = lines[start][1]
            below = self._list(lines[start + 1 : end])
            yield element("li", self.said(line.text, line.runs), below)

    def _chart(self, chart: Chart, level: int, above: Html = _NOTHING) -> Html:
        """Each page of the chart, the first below what stands above it; then the same in words."""
        size = "sheet a3" if chart.paper_size == "A3" else "sheet"
        pages = list[Html]()
        for page in chart.pages:
            pages.append(element("div", above, self._page(page), class_=size))
            above = _NOTHING
        several = "charts" if len(chart.pages) > 1 else "chart"
        said = words(f"Text version of the {several}")
        heading = self._heading(self.top + level, said, self.ids.of(f"{chart.key}.words"))
        left_out = [element("p", chart.left_out, class_="note")] if chart.left_out else []
        return joined((*pages, above, heading, *left_out, self.listed(chart.words)))

    def _page(self, page: Picture) -> Html:
        self.charts += 1
        ident = self.ids.of(page.key)
        caption = element("figcaption", f"Chart {self.charts}: {page.title}", id=f"{ident}:caption")
        shown = element(
            "div", drawing(page, ident), class_="scroll", role="region", tabindex=0,
            aria_labelledby=f"{ident}:caption",
        )  # fmt: skip
        return element("figure", caption, shown, id=ident)


def numbered(section: Section) -> Html:
    """The heading of a section with its number."""
    return words(" ".join(filter(None, (section.number, section.heading))))


def definitions(items: Iterable[tuple[str, str]]) -> Html:
    """Terms with what is to be said of each."""
    pairs = (
        element("div", element("dt", term), element("dd", said)) for term, said in items
    )  # fmt: skip
    return element("dl", *pairs)


def _starts(depths: Sequence[int]) -> list[int]:
    """Where each item begins: a line that is no deeper than any before it."""
    starts, least = list[int](), _DEEPEST + 1
    for at, depth in enumerate(depths):
        if depth <= least:
            starts.append(at)
            least = depth
    return starts
