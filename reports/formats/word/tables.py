"""Tables: a row of headings that repeats on each page, rows that stay whole, widths that are set.

Its one rule: no merged cell, no table for looks.
"""

from collections.abc import Iterable, Sequence

from reports.sections.blocks import Column, Table

from .elements import Element, field, paragraph, run, safe, text_paragraph, w


def caption(label: str, number: int, text: str) -> Element:
    """The caption above a table or chart, numbered by Word."""
    count = field(f"SEQ {label} \\* ARABIC", str(number))
    return paragraph("Caption", run(f"{label} "), *count, run(f": {safe(text)}"))


def table(block: Table, width: int) -> Element:
    """A table as wide as the text, in twentieths of a point."""
    widths = shared(block.columns, width)
    head = _row([column.heading for column in block.columns], widths, "TableHeading", is_head=True)
    rows = (_row(row, widths, "TableText") for row in block.rows)
    return w("tbl", _properties(block, width), _grid(widths), head, *rows)


def shared(columns: Sequence[Column], width: int) -> list[int]:
    """The width of each column by its share; the last one takes what is left over."""
    whole = sum(column.share for column in columns)
    widths = [width * column.share // whole for column in columns]
    return [*widths[:-1], width - sum(widths[:-1])]


def _properties(block: Table, width: int) -> Element:
    look = {"firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0}
    return w(
        "tblPr",
        w("tblStyle", val="PaperTable"),
        w("tblW", w=width, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0620", **look, noHBand=1, noVBand=1),
        w("tblCaption", val=safe(block.caption)),
    )


def _grid(widths: Iterable[int]) -> Element:
    return w("tblGrid", *(w("gridCol", w=width) for width in widths))


def _row(texts: Iterable[str], widths: list[int], style: str, *, is_head: bool = False) -> Element:
    marks = [w("cantSplit"), *([w("tblHeader")] if is_head else [])]
    cells = (
        w("tc", w("tcPr", w("tcW", w=width, type="dxa")), text_paragraph(style, text))
        for text, width in zip(texts, widths, strict=True)
    )
    return w("tr", w("trPr", *marks), *cells)
