"""Tables: a row of headings that repeats on each page, rows that stay whole, widths that are set.

Its one rule: no merged cell, no table for looks.
"""

from collections.abc import Iterable, Sequence

from reports.formats.texts import safe
from reports.sections.blocks import WORDS, Column, Table

from .elements import Element, bold, field, paragraph, run, w


def caption(label: str, number: int, text: str) -> Element:
    """The caption above a table or chart, numbered by Word."""
    count = field(f"SEQ {label} \\* ARABIC", str(number))
    words = (run(f"{label} "), *count, run(f": {safe(text)}"))
    return paragraph("Caption", *words, properties=(w("keepNext"),))


def table(block: Table, width: int, *, names_rows: bool) -> Element:
    """A table as wide as the text, in twentieths of a point.

    `names_rows`: whether the first column says what each row is about.
    """
    widths = shared(block.columns, width)
    headings = [column.heading for column in block.columns]
    head = _row(block, headings, widths, "TableHeading", is_head=True)
    rows = (_row(block, row, widths, "TableText") for row in block.rows)
    total = [_row(block, block.total, widths, "TableText", is_bold=True)] if block.total else []
    return w("tbl", _properties(block, width, names_rows), _grid(widths), head, *rows, *total)


def shared(columns: Sequence[Column], width: int) -> list[int]:
    """The width of each column by its share; the last one takes what is left over."""
    whole = sum(column.share for column in columns)
    widths = [width * column.share // whole for column in columns]
    return [*widths[:-1], width - sum(widths[:-1])]


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
    *, is_head: bool = False, is_bold: bool = False,
) -> Element:  # fmt: skip
    marks = [w("cantSplit"), *([w("tblHeader")] if is_head else [])]
    cells = (
        w("tc", w("tcPr", w("tcW", w=width, type="dxa")), _words(text, column, style, is_bold))
        for text, width, column in zip(texts, widths, block.columns, strict=True)
    )
    return w("tr", w("trPr", *marks), *cells)


def _words(text: str, column: Column, style: str, is_bold: bool) -> Element:
    words = bold(safe(text)) if is_bold else run(safe(text))
    right = () if column.kind == WORDS else (w("jc", val="right"),)
    return paragraph(style, words, properties=right)
