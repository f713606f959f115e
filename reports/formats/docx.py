"""A paper as a Word file that a clerk can go on editing.

Real headings, Word's own numbering, tables whose headings repeat, charts on landscape pages with
their list in words, and so those tables whose words need it. Its one rule: it shows the paper it
is given and works nothing out.
"""

from collections.abc import Iterator

from reports.formats.status import marks_of
from reports.formats.texts import safe
from reports.formats.word.blocks import BELOW_A_CHART, Blocks, definitions
from reports.formats.word.elements import Element, paragraph, run, text_paragraph
from reports.formats.word.numbers import Numbers
from reports.formats.word.package import describe, new_document, saved
from reports.formats.word.pages import Page, PageKinds
from reports.formats.word.pictures import picture, sharpness
from reports.paper import Paper
from reports.sections.blocks import Block, Chart, Heading, Picture, Section, height_of

_ABOVE_A_CHART = 2010
"""How much room a heading and a caption need, in twentieths of a point."""

_PIXEL = 11.2
"""A pixel of a drawing where letters of 12.5 pixels become 7 points, in the same."""


def write(paper: Paper, base: bytes | None = None) -> bytes:
    """The paper as the bytes of a .docx file: the same paper, the same bytes.

    `base` is the council's own file, as it was cleaned when it was given.
    """
    return _Writing(paper, base).written()


class _Writing:
    """One paper being written: the body so far, the page that it has come to.

    `waiting` are headings, and what leads to a chart, that stand on the page of what comes next;
    `above` is how much room those lines take up above the chart.
    """

    def __init__(self, paper: Paper, base: bytes | None) -> None:
        self.paper = paper
        self.document, given = new_document(base)
        self.body = self.document.element.body
        self.marks = marks_of(paper)
        self.pages = PageKinds(self.document, marks=self.marks, title=paper.title, given=given)
        numbers = Numbers(self.document, paper.sections)
        self.blocks = Blocks(self.document, numbers, self.pages.upright.text_width)
        self.page = self.pages.upright
        self.waiting: list[Element] = []
        self.above = 0.0
        self.pictures, self.sharpness = 0, sharpness(list(_pictures(paper)))

    def written(self) -> bytes:
        self.body.extend(_title_block(self.paper, self.marks))
        for section in self.paper.sections:
            self._write_section(section)
        self._go_on()
        self.body.append(self.pages.section(self.page))
        describe(self.document, self.paper)
        return saved(self.document)

    def _write_section(self, section: Section) -> None:
        self.waiting.append(self.blocks.section_heading(section))
        for text in section.above_chart:
            self.waiting.extend(self.blocks.of(text))
        self.above = height_of(section.above_chart) * _PIXEL
        for block in section.blocks[len(section.above_chart) :]:
            if isinstance(block, Heading):
                self.waiting.append(self.blocks.heading(block.level, block.text))
            elif isinstance(block, Chart):
                self._write_chart(block, section.level)
            else:
                self._write_words(block)

    def _write_words(self, block: Block) -> None:
        """A block of words; a table has a page on its side where its words need that."""
        if self.blocks.is_too_wide(block, self.pages.upright.text_width):
            self._turn(self.pages.landscape("A4"))
            self._say_headings()
        else:
            self._go_on()
        self.body.extend(self.blocks.of(block))

    def _go_on(self) -> None:
        """Go on in words, on an upright page, below the headings that wait for what they head."""
        self._turn(self.pages.upright)
        self._say_headings()

    def _say_headings(self) -> None:
        self.body.extend(self.waiting)
        self.waiting = []

    def _write_chart(self, chart: Chart, level: int) -> None:
        """Each page of the chart on a page of its own, then the same in words.

        Headings that stand above the chart stand on its page, with the lines that lead to it.
        """
        for page in chart.pages:
            self._turn(self.pages.landscape(chart.size_of(page)), anew=True)
            self._say_headings()
            self.body.append(self.blocks.caption("Chart", page.title))
            self.body.append(self._picture(page))
            self.above = 0
        self._go_on()
        several = "charts" if len(chart.pages) > 1 else "chart"
        self.body.append(self.blocks.heading(level + 1, f"Text version of the {several}"))
        if chart.left_out:
            self.body.append(text_paragraph("Note", chart.left_out))
        self.body.extend(self.blocks.listed(chart.words, below=BELOW_A_CHART))

    def _picture(self, block: Picture) -> Element:
        self.pictures += 1
        return picture(
            self.document, block, self.page,
            number=self.pictures, room=self.page.text_height - _ABOVE_A_CHART - int(self.above),
            scale=self.sharpness,
        )  # fmt: skip

    def _turn(self, page: Page, *, anew: bool = False) -> None:
        """Go on upright or in landscape; where that is a turn, on a new page."""
        if page == self.page and not anew:
            return
        last = self.body[-1]
        last.get_or_add_pPr().append(self.pages.section(self.page))
        self.page, self.blocks.width = page, page.text_width


def _pictures(paper: Paper) -> Iterator[Picture]:
    for section in paper.sections:
        for block in section.blocks:
            if isinstance(block, Chart):
                yield from block.pages


def _title_block(paper: Paper, marks: list[str]) -> Iterator[Element]:
    for mark in marks:
        yield paragraph("DraftMark", run(safe(mark)))
    yield text_paragraph("CouncilName", paper.council)
    yield text_paragraph("Title", paper.title)
    yield from definitions(paper.title_block)
