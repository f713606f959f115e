"""Pages: A4 upright for words and landscape for charts, with DRAFT above and the numbers below.

Its one rule: a page taken out of the file still says what it is from, and that it is a draft.
"""

from dataclasses import dataclass
from typing import Any, cast

from docx.document import Document
from docx.oxml.ns import qn

from .elements import Element, field, paragraph, run, shortened, tab, text_paragraph, w

_SHORT, _LONG = 11906, 16838
_MARGIN = 1134
_MOST_LETTERS = 80


@dataclass(frozen=True, slots=True)
class Page:
    """A4 one way or the other, in twentieths of a point."""

    width: int
    height: int
    margin: int = _MARGIN

    @property
    def text_width(self) -> int:
        return self.width - 2 * self.margin

    @property
    def text_height(self) -> int:
        return self.height - 2 * self.margin

    @property
    def is_landscape(self) -> bool:
        return self.width > self.height


UPRIGHT = Page(_SHORT, _LONG)
LANDSCAPE = Page(_LONG, _SHORT, margin=680)


class PageKinds:
    """The two kinds of page of one document, each with its footer, both with one header."""

    def __init__(self, document: Document, *, draft: str | None, title: str) -> None:
        self._header = _header(document, draft)
        self._footers = {page: _footer(document, page, title) for page in (UPRIGHT, LANDSCAPE)}

    def section(self, page: Page) -> Element:
        """The properties of a section of such pages, which begins on a new page."""
        size: dict[str, object] = {"w": page.width, "h": page.height}
        if page.is_landscape:
            size["orient"] = "landscape"
        sides = dict.fromkeys(("top", "right", "bottom", "left"), page.margin)
        edge = 340 if page.is_landscape else 567
        return w(
            "sectPr",
            *([_reference("header", self._header)] if self._header else []),
            _reference("footer", self._footers[page]),
            w("type", val="nextPage"),
            w("pgSz", **size),
            w("pgMar", **sides, header=edge, footer=edge, gutter=0),
        )


def _reference(kind: str, part_id: str) -> Element:
    reference = w(f"{kind}Reference", type="default")
    reference.set(qn("r:id"), part_id)
    return reference


def _header(document: Document, draft: str | None) -> str | None:
    if draft is None:
        return None
    part, part_id = cast(Any, document.part).add_header_part()
    part.element[:] = [text_paragraph("Header", draft)]
    return str(part_id)


def _footer(document: Document, page: Page, title: str) -> str:
    """The title on the left, page x of y on the right."""
    part, part_id = cast(Any, document.part).add_footer_part()
    stop = w("tabs", w("tab", val="right", pos=page.text_width))
    count = [run("Page "), *field("PAGE", "1"), run(" of "), *field("NUMPAGES", "1")]
    words = run(shortened(title, _MOST_LETTERS))
    part.element[:] = [paragraph("Footer", words, tab(), *count, properties=(stop,))]
    return str(part_id)
