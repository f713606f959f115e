"""The blocks of a paper as paragraphs and tables of Word; charts are for `reports.formats.docx`.

Its one rule: a style says how a thing looks, and numbers are Word's.
"""

from collections.abc import Iterator, Sequence

from docx.document import Document

from reports.formats.texts import safe
from reports.sections.blocks import (
    Block,
    Bullets,
    Definitions,
    Line,
    Note,
    Paragraph,
    Recommendations,
    Section,
    Table,
)

from .elements import Element, bold, paragraph, run, tab, w
from .numbers import BULLETS, LISTED, ROOM, Numbers, numbered, set_in
from .tables import caption, is_wide, letters, table
from .words import said

_DEEPEST, _DEEPEST_HEADING = 8, 6
_BELOW_A_LIST = 160
BELOW_A_CHART = 320
"""The room below a list, and below that of a chart in words, in twentieths of a point."""


class Blocks:
    """The blocks of one document, with what has been counted on the way.

    `width` is that of the text on the page to which the document has come.
    """

    def __init__(self, document: Document, numbers: Numbers, width: int) -> None:
        self.document, self.numbers, self.width = document, numbers, width
        self.counted = {"Table": 0, "Chart": 0}
        self.level = 0
        self.is_below_a_number, self.letters = False, letters(document)

    def heading(self, level: int, text: str) -> Element:
        """A heading without a number; it skips no level."""
        return self._heading(level, [run(safe(text) or "–")], numbered(0))

    def section_heading(self, section: Section) -> Element:
        """The heading of a section; Word numbers it, but for an appendix."""
        words = run(safe(section.heading) or "–")
        if section.number is None:
            return self._heading(section.level, [words], numbered(0))
        if section.is_appendix:
            own = run(f"{safe(section.number)} ")
            return self._heading(section.level, [own, words], w("pageBreakBefore"), numbered(0))
        style = f"Heading{section.level}"
        properties, begins = self.numbers.of(style, section.number)
        return self._heading(section.level, [*begins, words], *properties)

    def _heading(self, level: int, words: list[Element], *properties: Element) -> Element:
        self.level, self.is_below_a_number = min(level, self.level + 1, _DEEPEST_HEADING), False
        return paragraph(f"Heading{self.level}", *words, properties=(w("keepNext"), *properties))

    def caption(self, label: str, text: str | None) -> Element:
        """A caption, counted with those of its kind."""
        self.counted[label] += 1
        return caption(label, self.counted[label], text)

    def is_too_wide(self, block: Block, width: int) -> bool:
        """Whether a block is a table that needs more than this width for its words."""
        return isinstance(block, Table) and is_wide(block, width, self.letters)

    def of(self, block: Block) -> Iterator[Element]:
        """What a block is in Word; a list stands below the words of a numbered paragraph."""
        yield from self._of(block)
        self.is_below_a_number = isinstance(block, Paragraph) and block.number is not None

    def _of(self, block: Block) -> Iterator[Element]:
        match block:
            case Paragraph(number=number):
                words = said(self.document, block.text, block.runs)
                yield self._paragraph(words, number)
            case Note(text=text, runs=runs):
                yield paragraph("Note", *said(self.document, text, runs))
            case Definitions(items=items):
                yield from definitions(items)
            case Bullets(lines=lines, is_ordered=is_ordered):
                inwards = ROOM if self.is_below_a_number else 0
                yield from self.listed(lines, is_ordered=is_ordered, inwards=inwards)
            case Recommendations():
                yield from self._recommendations(block)
            case Table():
                yield self.caption("Table", None if block.is_untitled else block.caption)
                yield table(block, self.width, size=self.letters, names_rows=block.names_rows)
                yield paragraph("AfterTable")
            case _:
                raise TypeError(f"No paragraph of Word is a {type(block).__name__}.")

    def _paragraph(self, words: list[Element], number: str | None, *first: Element) -> Element:
        properties, begins = self.numbers.of("NumberedParagraph", number)
        return paragraph("NumberedParagraph", *begins, *words, properties=(*first, *properties))

    def _recommendations(self, block: Recommendations) -> Iterator[Element]:
        lead = said(self.document, block.lead)
        yield self._paragraph(lead, block.number, w("keepNext"))
        list_id = self.numbers.recommendations(block.first, len(block.items))
        for item in block.items:
            properties = (numbered(list_id),)
            yield paragraph("Recommendation", *said(self.document, item), properties=properties)

    def listed(
        self, lines: Sequence[Line], *, is_ordered: bool = False, below: int = _BELOW_A_LIST,
        inwards: int = 0,
    ) -> Iterator[Element]:  # fmt: skip
        """A list, nested as deep as Word nests them, with room `below` it, in twentieths.

        Within a numbered line stand bullets.
        """
        number = self.numbers.anew(LISTED) if is_ordered else BULLETS
        for nth, line in enumerate(lines, start=1):
            depth, has_number = min(line.depth, _DEEPEST), is_ordered and not line.depth
            looks = [w("spacing", after=below)] if nth == len(lines) else []
            looks += [set_in(has_number, depth, inwards)] if inwards else []
            words = said(self.document, line.text, line.runs)
            style, of = ("ListNumber", number) if has_number else ("ListBullet", BULLETS)
            yield paragraph(style, *words, properties=(numbered(of, depth), *looks))


def definitions(items: Sequence[tuple[str, str]]) -> Iterator[Element]:
    """Terms with what is to be said of each, all on one page."""
    for nth, (term, words) in enumerate(items, start=1):
        stays = (w("keepNext"),) if nth < len(items) else ()
        said = bold(safe(term)), tab(), run(safe(words))
        yield paragraph("TitleBlock", *said, properties=stays)
