"""A paper as a Word file that a clerk can go on editing.

Real headings, Word's own numbering, tables whose headings repeat, charts on landscape pages with
their list in words. Its one rule: it shows the paper it is given and works nothing out.
"""

from collections.abc import Iterable, Iterator

from reports.formats.word.elements import (
    Element,
    bold,
    paragraph,
    run,
    safe,
    tab,
    text_paragraph,
    w,
)
from reports.formats.word.package import describe, new_document, saved
from reports.formats.word.pages import LANDSCAPE, UPRIGHT, Page, PageKinds
from reports.formats.word.pictures import picture, sharpness
from reports.formats.word.tables import caption, table
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

DRAFT = "DRAFT: not approved for publication"
_DEEPEST = 8
_CHART_ROOM = 8500
"""How tall a chart may stand below a heading and a caption, in twentieths of a point."""


def write(paper: Paper) -> bytes:
    """The paper as the bytes of a .docx file: the same paper, the same bytes."""
    return _Writing(paper).written()


class _Writing:
    """One paper being written: the body so far, and what has been counted on the way."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.document = new_document()
        self.body = self.document.element.body
        draft = DRAFT if paper.is_draft else None
        self.pages = PageKinds(self.document, draft=draft, title=paper.title)
        self.page = UPRIGHT
        self.counted = {"Table": 0, "Chart": 0}
        self.pictures, self.sharpness = 0, sharpness(list(_pictures(paper)))

    def written(self) -> bytes:
        self.body.extend(_title_block(self.paper))
        for section in self.paper.sections:
            self._write_section(section)
        self.body.append(self.pages.section(self.page))
        paper = self.paper
        describe(
            self.document,
            title=safe(paper.title),
            subject=safe(paper.subject),
            author=safe(paper.report_of or paper.council),
            draft=paper.is_draft,
        )
        return saved(self.document)

    def _write_section(self, section: Section) -> None:
        """A section; where it begins with a chart, its heading stands above that chart."""
        begins_with_chart = bool(section.blocks) and isinstance(section.blocks[0], Chart)
        self._turn(LANDSCAPE if begins_with_chart else UPRIGHT)
        self.body.append(_heading(section))
        for block in section.blocks:
            self._write(block)

    def _write(self, block: Block) -> None:
        if isinstance(block, Chart):
            self._write_chart(block)
            return
        self._turn(UPRIGHT)
        if isinstance(block, Table):
            self.body.append(self._caption("Table", block.caption))
            self.body.append(table(block, UPRIGHT.text_width))
            self.body.append(paragraph("AfterTable"))
        else:
            self.body.extend(_paragraphs(block))

    def _write_chart(self, chart: Chart) -> None:
        """Each page of the chart on a page of its own, then the same in words."""
        for number, page in enumerate(chart.pages):
            if number or self.page != LANDSCAPE:
                self._turn(LANDSCAPE, anew=True)
            self.body.append(self._caption("Chart", page.title))
            self.body.append(self._picture(page))
        self._turn(UPRIGHT)
        several = "charts" if len(chart.pages) > 1 else "chart"
        self.body.append(text_paragraph("Heading2", f"Text version of the {several}"))
        if chart.left_out:
            self.body.append(text_paragraph("Note", chart.left_out))
        self.body.extend(_bullets(chart.words))

    def _picture(self, block: Picture) -> Element:
        self.pictures += 1
        return picture(
            self.document, block, LANDSCAPE,
            number=self.pictures, room=_CHART_ROOM, scale=self.sharpness,
        )  # fmt: skip

    def _caption(self, label: str, text: str) -> Element:
        self.counted[label] += 1
        return caption(label, self.counted[label], text)

    def _turn(self, page: Page, *, anew: bool = False) -> None:
        """Go on upright or in landscape; where that is a turn, on a new page."""
        if page == self.page and not anew:
            return
        last = self.body[-1]
        last.get_or_add_pPr().append(self.pages.section(self.page))
        self.page = page


def _pictures(paper: Paper) -> Iterator[Picture]:
    for section in paper.sections:
        for block in section.blocks:
            if isinstance(block, Chart):
                yield from block.pages


def _title_block(paper: Paper) -> Iterator[Element]:
    if paper.is_draft:
        yield paragraph("DraftMark", run(DRAFT))
    yield text_paragraph("CouncilName", paper.council)
    yield text_paragraph("Title", paper.title)
    for term, words in paper.title_block:
        yield paragraph("TitleBlock", bold(safe(term)), tab(), run(safe(words)))


def _heading(section: Section) -> Element:
    """The heading of a section; Word numbers it, but for an appendix and what has no number."""
    style = f"Heading{section.level}"
    if section.number is None or section.level > 1:
        return text_paragraph(style, section.heading, *_unnumbered(section.level == 1))
    if section.is_appendix:
        return text_paragraph(style, f"{section.number} {section.heading}", *_unnumbered(True))
    return text_paragraph(style, section.heading)


def _unnumbered(is_so: bool) -> tuple[Element, ...]:
    """What takes away the number that a style gives."""
    return (w("numPr", w("numId", val=0)),) if is_so else ()


def _paragraphs(block: Block) -> Iterator[Element]:
    match block:
        case Heading(text=text, level=level):
            yield text_paragraph(f"Heading{level}", text)
        case Paragraph(text=text, number=number):
            yield text_paragraph("NumberedParagraph", text, *_unnumbered(number is None))
        case Note(text=text):
            yield text_paragraph("Note", text)
        case Definitions(items=items):
            for term, words in items:
                yield paragraph("TitleBlock", bold(safe(term)), tab(), run(safe(words)))
        case Bullets(lines=lines):
            yield from _bullets(lines)
        case Recommendations(lead=lead, items=items, number=number):
            no_number = _unnumbered(number is None)
            yield text_paragraph("NumberedParagraph", lead, w("keepNext"), *no_number)
            yield from (text_paragraph("Recommendation", item) for item in items)


def _bullets(lines: Iterable[Line]) -> Iterator[Element]:
    for line in lines:
        level = w("ilvl", val=min(line.depth, _DEEPEST))
        yield text_paragraph("ListBullet", line.text, w("numPr", level, w("numId", val=3)))
