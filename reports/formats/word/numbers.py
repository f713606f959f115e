"""Word's own automatic numbers, in the way of the council whose paper it is.

Word counts sections and paragraphs in one list of several levels, lists and recommendations in
others. Its one rule: what Word would count otherwise than the paper is written as it is in the
paper, so that the same number stands in every format.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docx.document import Document
from docx.oxml.ns import qn

from reports.sections.blocks import Paragraph, Recommendations, Section

from .elements import Element, run, tab, w

PAPER, ASKED, BULLETS, LISTED = 1, 2, 3, 4
"""The lists of `base/numbering.xml`: the paper's own, recommendations, bullets, ordered lists."""

_TAKEN = 10_000
"""Lists that begin anew have numbers above this, away from those of a council's own file."""

ROOM = 680
"""How far the words of a numbered paragraph stand from the edge, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """How each level of the paper's list reads, and which style has it without being told."""

    texts: tuple[str, ...]
    styles: tuple[str | None, ...]


SCHEMES = (
    Scheme(("%1", "%1.%2"), ("Heading1", "NumberedParagraph")),
    Scheme(("%1",), ("NumberedParagraph",)),
    Scheme(("%1.", "(%2)"), ("Heading1", "NumberedParagraph")),
    Scheme(("%1.0", "%1.%2", "%1.%2.%3"), ("Heading1", "NumberedParagraph", None)),
)
NONE = Scheme((), ())


@dataclass
class Count:
    """Where the numbers of a list have come to, level by level, as Word counts them."""

    scheme: Scheme
    at: list[int] = field(default_factory=list)

    def take(self, number: str) -> int | None:
        """The level that gives this number next; None where no level does, and none is counted."""
        for level, text in enumerate(self.scheme.texts):
            if level > len(self.at):
                return None
            counted = [*self.at[:level], (self.at[level] if level < len(self.at) else 0) + 1]
            if _shown(text, counted) == number:
                self.at = counted
                return level
        return None


def _shown(text: str, counted: Sequence[int]) -> str:
    for level, number in enumerate(counted, start=1):
        text = text.replace(f"%{level}", str(number))
    return text


def scheme_of(sections: Sequence[Section]) -> Scheme:
    """The scheme that gives most of the numbers of a paper, to headings if those have any."""
    numbers = list(_numbers(sections))
    if not numbers:
        return NONE
    has_headings = any(each.number for each in sections if not each.is_appendix)

    def fits(scheme: Scheme) -> tuple[int, bool]:
        return _given(scheme, numbers), ("Heading1" in scheme.styles) == has_headings

    return max(SCHEMES, key=fits)


def _given(scheme: Scheme, numbers: Sequence[str]) -> int:
    count = Count(scheme)
    return sum(count.take(number) is not None for number in numbers)


def _numbers(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        if section.number and not section.is_appendix:
            yield section.number
        for block in section.blocks:
            if isinstance(block, Paragraph | Recommendations) and block.number:
                yield block.number


class Numbers:
    """The numbering of one document."""

    def __init__(self, document: Document, sections: Sequence[Section]) -> None:
        self.element: Element = document.part.numbering_part.element
        self.scheme = scheme_of(sections)
        self.count, self.taken = Count(self.scheme), _TAKEN
        self.asked, self.asked_in = 0, ASKED
        _define(self.element, self.scheme)
        _tell_styles(document.styles.element, self.scheme)

    def of(self, style: str, number: str | None) -> tuple[list[Element], list[Element]]:
        """What gives a paragraph its number: properties, or else runs that it begins with."""
        if number is None:
            return [numbered(0)], []
        level = self.count.take(number)
        if level is None:
            beside = w("ind", left=ROOM, hanging=ROOM)
            return [numbered(0), beside], [run(number), tab()]
        if self.scheme.styles[level] == style:
            return [], []
        return [numbered(PAPER, level)], []

    def recommendations(self, first: int, count: int) -> int:
        """The list that recommendations are numbered in: it goes on unless they begin anew."""
        if first != self.asked + 1:
            self.asked_in = self.anew(ASKED, first)
        self.asked = first + count - 1
        return self.asked_in

    def anew(self, kind: int, first: int = 1) -> int:
        """A list like those of a kind that begins with a number."""
        self.taken += 1
        start = w("lvlOverride", w("startOverride", val=first), ilvl=0)
        self.element.append(w("num", w("abstractNumId", val=kind), start, numId=self.taken))
        return self.taken


def numbered(list_id: int, level: int = 0) -> Element:
    """What puts a paragraph into a list; into none by the number 0."""
    levels = [w("ilvl", val=level)] if list_id else []
    return w("numPr", *levels, w("numId", val=list_id))


def set_in(is_ordered: bool, depth: int, inwards: int) -> Element:
    """Where a line of a list stands that is further inwards than `base/numbering.xml` sets it."""
    first, more = (397, 397) if is_ordered else (284, 340)
    return w("ind", left=inwards + first + more * depth, hanging=first)


def _define(numbering: Element, scheme: Scheme) -> None:
    """Let the paper's own list count as the scheme does."""
    levels = (
        _level(nth, text, style)
        for nth, (text, style) in enumerate(zip(scheme.texts, scheme.styles, strict=True))
    )
    found = _abstract(numbering, PAPER)
    found[:] = [w("multiLevelType", val="multilevel"), *levels]


def _abstract(numbering: Element, number: int) -> Element:
    return next(
        each
        for each in numbering.iterchildren(qn("w:abstractNum"))
        if each.get(qn("w:abstractNumId")) == str(number)
    )


def _level(nth: int, text: str, style: str | None) -> Element:
    room = ROOM if nth < 2 else 907
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="decimal"),
        *([w("pStyle", val=style)] if style else []),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=room, hanging=room)),
        ilvl=nth,
    )


def _tell_styles(styles: Element, scheme: Scheme) -> None:
    """Let the styles of headings and paragraphs be numbered as the scheme has it, or not at all."""
    for name in ("Heading1", "Heading2", "Heading3", "NumberedParagraph"):
        style = next(each for each in styles if each.get(qn("w:styleId")) == name)
        properties = style.get_or_add_pPr()
        for each in properties.findall(qn("w:numPr")):
            properties.remove(each)
        if name in scheme.styles:
            level = scheme.styles.index(name)
            properties._insert_numPr(numbered(PAPER, level))
