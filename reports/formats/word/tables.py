"""Tables: a row of headings that repeats on each page, rows that stay whole, widths that are set.

Its one rule: no merged cell, no table for looks.
"""

from collections.abc import Iterable
from typing import Any

from docx.document import Document

from reports.formats.columns import (
    AFTER_A_NUMBER,
    fits,
    stand_before_words,
    white_beside,
    widths_of,
)
from reports.formats.texts import safe
from reports.sections.blocks import WORDS, Column, Table

from .elements import Element, bold, field, paragraph, run, w

_TWIPS, _SIZE, _SIDES, _WIDER = 20, 10.5, 10.0, 1.15
"""Twentieths of a point in one; the letters of a table, and the white of a cell, in points."""

_FEW, _LAST = 6, 2
"""A table of so few rows stands on one page, and so many of the last rows, with the total."""


def caption(label: str, number: int, text: str | None) -> Element:
    """The caption above a table or chart, numbered by Word; None: the number alone."""
    count = field(f"SEQ {label} \\* ARABIC", str(number))
    words = (run(f"{label} "), *count, *([] if text is None else [run(f": {safe(text)}")]))
    return paragraph("Caption", *words, properties=(w("keepNext"),))


def letters(document: Document) -> float:
    """How large the letters of tables count, in points: those of a council’s own may be wider."""
    style: Any = document.styles["Table Text"]
    size, font = None, None
    while style is not None:
        size, font = size or style.font.size, font or style.font.name
        style = style.base_style
    return (size.pt if size else _SIZE) * (_WIDER if font not in (None, "Arial") else 1)


def table(block: Table, width: int, *, size: float, names_rows: bool) -> Element:
    """A table as wide as the text, in twentieths of a point, in letters of a size.

    `names_rows`: whether the first column says what each row is about.
    """
    widths = _widths(block, width, size)
    headings = [column.heading for column in block.columns]
    head = _row(block, headings, widths, "TableHeading", is_head=True)
    stay = _stay(block)
    rows = (
        _row(block, row, widths, "TableText", stays=stays)
        for row, stays in zip(block.rows, stay, strict=True)
    )
    total = [_row(block, block.total, widths, "TableText", is_bold=True)] if block.total else []
    return w("tbl", _properties(block, width, names_rows), _grid(widths), head, *rows, *total)


def is_wide(block: Table, width: int, size: float) -> bool:
    """Whether some word of a table has no room where the text is so wide, in twentieths."""
    return not fits(block, width / _TWIPS, size=size, beside=white_beside(block, _SIDES))


def _widths(block: Table, width: int, size: float) -> list[int]:
    """The width of each column; the last one takes what is left over."""
    beside = white_beside(block, _SIDES)
    found = widths_of(block, width / _TWIPS, size=size, beside=beside)
    widths = [int(each * _TWIPS) for each in found]
    return [*widths[:-1], width - sum(widths[:-1])]


def _stay(block: Table) -> list[bool]:
    """Of each row whether it stays on the page of the next one.

    The first row does, the last ones with each other and the total, and every row of a short table.
    """
    count = len(block.rows)
    last = count - _LAST
    is_short = count <= _FEW
    return [
        (is_short or not nth or nth >= last) and (nth < count - 1 or bool(block.total))
        for nth in range(count)
    ]


def _properties(block: Table, width: int, names_rows: bool) -> Element:
    total = int(block.total is not None)
    look = {"firstRow": 1, "lastRow": total, "firstColumn": int(names_rows), "lastColumn": 0}
    bits = 0x0600 | 0x20 | 0x40 * total | 0x80 * names_rows
    return w(
        "tblPr",
        w("tblStyle", val="PaperTable"),
        w("tblW", w=width, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val=f"{bits:04X}", **look, noHBand=1, noVBand=1),
        w("tblCaption", val=safe(block.caption)),
    )


def _grid(widths: Iterable[int]) -> Element:
    return w("tblGrid", *(w("gridCol", w=width) for width in widths))


def _row(
    block: Table, texts: Iterable[str], widths: list[int], style: str,
    *, is_head: bool = False, is_bold: bool = False, stays: bool = False,
) -> Element:  # fmt: skip
    marks = [w("cantSplit"), *([w("tblHeader")] if is_head else [])]
    looks = zip(block.columns, stand_before_words(block), strict=True)
    cells = (
        w(
            "tc",
            w("tcPr", w("tcW", w=width, type="dxa")),
            _words(text, style, is_bold, *([w("keepNext")] if stays else []), *_sides(*look)),
        )
        for text, width, look in zip(texts, widths, looks, strict=True)
    )
    return w("tr", w("trPr", *marks), *cells)


def _sides(column: Column, is_before_words: bool) -> list[Element]:
    """A number stands on the right, away from the words of the next column."""
    apart = [w("ind", right=int(AFTER_A_NUMBER * _TWIPS))] if is_before_words else []
    return apart if column.kind == WORDS else [*apart, w("jc", val="right")]


def _words(text: str, style: str, is_bold: bool, *properties: Element) -> Element:
    words = bold(safe(text)) if is_bold else run(safe(text))
    return paragraph(style, words, properties=properties)
