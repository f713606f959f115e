"""Pages: upright for words and landscape for charts, with markings above and the numbers below.

Where a council has given a file of its own, pages have its size, margins, headers and footers, and
ours besides. Its one rule: a page taken out of the file still says what it is from, that it is a
draft, and whom it is for.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any, cast

from docx.document import Document
from docx.oxml.ns import qn

from reports.formats.texts import shortened

from .elements import Element, field, paragraph, run, tab, text_paragraph, w

_MOST_LETTERS = 80
_LETTER, _LINE, _BELOW_MARKS = 140, 260, 120
"""A bold letter of a marking, a line of it, and what is left free below them."""

_KINDS = ("default", "first", "even")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page one way or the other, in twentieths of a point."""

    width: int
    height: int
    side: int = 1134
    other_side: int = 1134
    top: int = 1134
    bottom: int = 1134
    edge: int = 567

    @property
    def text_width(self) -> int:
        return self.width - self.side - self.other_side

    @property
    def text_height(self) -> int:
        return self.height - self.top - self.bottom

    @property
    def is_landscape(self) -> bool:
        return self.width > self.height


_NARROW = {"side": 680, "other_side": 680, "top": 680, "bottom": 680, "edge": 340}
UPRIGHT = Page(width=11906, height=16838)
LANDSCAPE = {
    "A4": Page(width=16838, height=11906, **_NARROW),
    "A3": Page(width=23811, height=16838, **_NARROW),
}


class PageKinds:
    """The kinds of page of one document, each with what stands above and below its text.

    `given` is how the council's own file sets its pages: upright ones are like them.
    """

    def __init__(
        self, document: Document, *, marks: Sequence[str], title: str, given: Element | None = None
    ) -> None:
        self._document, self._marks, self._title = document, marks, title
        self._is_first = True
        self.upright = UPRIGHT if given is None else page_of(given)
        self._given = {} if given is None else _references(given)
        self._has_own = bool(self._given)
        has_first = given is not None and given.find(qn("w:titlePg")) is not None
        self._has_first = has_first or bool(marks)
        if not has_first:
            self._begin_as_the_others()
        self._add_ours()
        self._footers: dict[tuple[int, str], str] = {}

    def landscape(self, size: str) -> Page:
        """A page for charts; it leaves the council's own header and footer the room they have."""
        page, upright = LANDSCAPE[size], self.upright
        if not self._has_own:
            return replace(page, top=max(page.top, page.edge + self._height_of_marks(page)))
        return replace(page, top=upright.top, bottom=upright.bottom, edge=upright.edge)

    def _height_of_marks(self, page: Page) -> int:
        """How much room the markings need above a page."""
        lines = sum(-(-len(mark) * _LETTER // page.text_width) for mark in self._marks)
        return lines * _LINE + _BELOW_MARKS

    def section(self, page: Page) -> Element:
        """The properties of a section of such pages, which begins on a new page."""
        size: dict[str, object] = {"w": page.width, "h": page.height}
        if page.is_landscape:
            size["orient"] = "landscape"
        sides = {"top": page.top, "right": page.other_side, "bottom": page.bottom,
                 "left": page.side}  # fmt: skip
        is_title, self._is_first = self._is_first and self._has_first, False
        return w(
            "sectPr",
            *self._above_and_below(page, is_title),
            w("type", val="nextPage"),
            w("pgSz", **size),
            w("pgMar", **sides, header=page.edge, footer=page.edge, gutter=0),
            *([w("titlePg")] if is_title else []),
        )

    def _above_and_below(self, page: Page, is_title: bool) -> list[Element]:
        kinds = [kind for kind in _KINDS if kind != "first" or is_title]
        known = {(part, kind): self._given.get((part, kind)) for part in ("header", "footer")
                 for kind in kinds}  # fmt: skip
        if ("footer", "default") not in self._given:
            own = {("footer", kind): self._footer(page, kind) for kind in kinds if kind != "even"}
            known |= {each: ident for each, ident in own.items() if not known[each]}
        return [_reference(*each, ident) for each, ident in known.items() if ident]

    def _begin_as_the_others(self) -> None:
        """Give the first page what stands on the others, before the markings are added there."""
        for part in ("header", "footer"):
            ident = self._given.get((part, "default"))
            if ident and self._has_first:
                self._given[part, "first"] = self._copied(part, ident)

    def _copied(self, kind: str, ident: str) -> str:
        """A header or footer once more, with the pictures that stand in it."""
        whole = cast(Any, self._document.part)
        part, own = whole.add_header_part() if kind == "header" else whole.add_footer_part()
        source = self._part(ident)
        part.element[:] = [deepcopy(each) for each in source.element]
        for key, rel in source.rels.items():
            part.load_rel(rel.reltype, rel._target, key, rel.is_external)
        return str(own)

    def _add_ours(self) -> None:
        """Our lines into each header and footer that there is; a header where there is none.

        On the first page the markings stand above the title, where they are read out too.
        """
        kinds = {kind for _, kind in self._given} | {"default"}
        for kind in sorted(kinds - {"first"}):
            self._add_marks(kind)
        for kind in sorted(kinds | ({"first"} if self._has_own and self._has_first else set())):
            self._add_count(kind)

    def _add_marks(self, kind: str) -> None:
        if not self._marks:
            return
        right, apart = w("jc", val="right"), w("spacing", after=_BELOW_MARKS)
        *others, last = self._marks
        lines = [text_paragraph("Header", mark, deepcopy(right)) for mark in others]
        lines.append(text_paragraph("Header", last, apart, right))
        ident = self._given.get(("header", kind))
        if ident is None:
            part, ident = cast(Any, self._document.part).add_header_part()
            part.element[:] = []
            self._given["header", kind] = str(ident)
        self._part(ident).element.extend(lines)

    def _add_count(self, kind: str) -> None:
        """The title and the page below, where the council's own footer does not count pages."""
        ident = self._given.get(("footer", kind))
        if ident is None and kind == "default":
            return
        if ident is None:
            part, ident = cast(Any, self._document.part).add_footer_part()
            part.element[:] = []
            self._given["footer", kind] = str(ident)
        element = self._part(ident).element
        if not _counts_pages(element):
            element.append(self._count(self.upright))

    def _count(self, page: Page) -> Element:
        """The title on the left, page x of y on the right."""
        clear = (w("tab", val="clear", pos=each) for each in sorted(_stops(self._document)))
        stops = w("tabs", *clear, w("tab", val="right", pos=page.text_width))
        count = [run("Page "), *field("PAGE", "1"), run(" of "), *field("NUMPAGES", "1")]
        words = run(shortened(self._title, _MOST_LETTERS))
        return paragraph("Footer", words, tab(), *count, properties=(stops,))

    def _part(self, ident: str) -> Any:
        return self._document.part.related_parts[ident]

    def _footer(self, page: Page, kind: str) -> str:
        """Our own footer for pages of this width."""
        at = page.width, kind
        if at not in self._footers:
            part, ident = cast(Any, self._document.part).add_footer_part()
            part.element[:] = [self._count(page)]
            self._footers[at] = str(ident)
        return self._footers[at]


def _stops(document: Document) -> set[str]:
    """Where the style of footers has stops for tabs."""
    (style,) = (each for each in document.styles.element if each.get(qn("w:styleId")) == "Footer")
    return {each.get(qn("w:pos")) for each in style.iter(qn("w:tab"))}


def _counts_pages(element: Element) -> bool:
    """Whether a footer has the number of the page in it already."""
    whole = "".join(each.text or "" for each in element.iter(qn("w:instrText")))
    simple = (each.get(qn("w:instr"), "") for each in element.iter(qn("w:fldSimple")))
    return "PAGE" in re.findall(r"\w+", " ".join((whole, *simple)))


def _reference(part: str, kind: str, ident: str) -> Element:
    reference = w(f"{part}Reference", type=kind)
    reference.set(qn("r:id"), ident)
    return reference


def _references(given: Element) -> dict[tuple[str, str], str]:
    """The parts that stand above and below the text of a council's file, by part and kind."""
    return {
        (part, each.get(qn("w:type"))): each.get(qn("r:id"))
        for part in ("header", "footer")
        for each in given.findall(qn(f"w:{part}Reference"))
    }


def page_of(given: Element) -> Page:
    """An upright page as a council's file sets it."""
    size, sides = given.find(qn("w:pgSz")), given.find(qn("w:pgMar"))
    width, height = (int(size.get(qn(f"w:{name}"))) for name in ("w", "h"))
    left, right, top, bottom, edge = (
        abs(int(sides.get(qn(f"w:{name}"), "567")))
        for name in ("left", "right", "top", "bottom", "header")
    )
    return Page(
        width=min(width, height), height=max(width, height),
        side=left, other_side=right, top=top, bottom=bottom, edge=edge,
    )  # fmt: skip
