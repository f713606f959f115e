"""A table over as many slides as it needs, each with its headings.

Its one rule: a row that is taller than a slide goes on in the next, and says so.
"""

from collections.abc import Iterator, Sequence

from reports.formats.texts import safe, shortened
from reports.sections.blocks import WORDS as IN_WORDS
from reports.sections.blocks import Column, Line, Table

from .elements import Element, el, filled, paragraph, run
from .fitting import EMU_A_POINT, STEP, in_pieces, largest, lines
from .looks import DARK, GREEN, PALE, WHITE
from .package import DRAWING
from .slides import LEFT, ROOM_TALL, ROOM_WIDE, TOP, Slides, speak

_SIZE, _SIDE, _EDGE = 11.0, 5.0, 2.5
"""The letters, and the white beside and above a text, in points."""

_MOST, _MOST_IN_HEAD = 24, 5
"""No more lines than this stand in one cell of one row, and in a heading."""

_CONTINUED = "(continued)"
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_STYLE = "{5940675A-B579-460E-94D1-54222C63F5DA}"

Row = tuple[tuple[str, ...], float, bool]
"""The texts of a row, how tall it is in points, and whether it is the total."""


def add_table(slides: Slides, table: Table, above: str) -> None:
    """The table on slides, as many rows on each as there is room for."""
    widths = shared(table.columns, ROOM_WIDE)
    head = tuple(_headings(table, widths))
    pages = list(_paged(list(_rows(table, widths)), _tall(head, widths)))
    for number, rows in enumerate(pages, start=1):
        of = f" ({number} of {len(pages)})" if len(pages) > 1 else ""
        slide = slides.add(DRAWING, f"{table.caption}{of}", above)
        first = (head, _tall(head, widths), False)
        slide.shapes._spTree.append(_frame(table, widths, [first, *rows]))
        speak(slide, [Line(0, f"Table: {table.caption}{of}. {len(rows)} of {_count(table)} rows.")])


def _headings(table: Table, widths: Sequence[int]) -> Iterator[str]:
    """The headings, each on a few lines at most, so that there is room for rows below them."""
    for column, width in zip(table.columns, widths, strict=True):
        tall = _MOST_IN_HEAD * _SIZE * STEP
        yield largest(column.heading, (_SIZE,), _room(width), tall, bold=True)[1]


def _count(table: Table) -> int:
    return len(table.rows) + (table.total is not None)


def shared(columns: Sequence[Column], width: int) -> list[int]:
    """The width of each column by its share; the last one takes what is left over."""
    whole = sum(column.share for column in columns)
    widths = [width * column.share // whole for column in columns]
    return [*widths[:-1], width - sum(widths[:-1])]


def _rows(table: Table, widths: Sequence[int]) -> Iterator[Row]:
    for row in table.rows:
        for part in _parts(row, widths):
            yield part, _tall(part, widths), False
    if table.total is not None:
        yield table.total, _tall(table.total, widths), True


def _parts(row: Sequence[str], widths: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """A row, or, where it is too tall for a slide, what goes on in the rows after it."""
    cells = [
        in_pieces(text, _SIZE, _room(width), _MOST) for text, width in zip(row, widths, strict=True)
    ]
    yield tuple(cell[0] for cell in cells) if max(map(len, cells)) > 1 else tuple(map(safe, row))
    for number in range(1, max(map(len, cells))):
        yield tuple(cell[number] if number < len(cell) else _CONTINUED for cell in cells)


def _room(width: int) -> float:
    return width / EMU_A_POINT - 2 * _SIDE


def _tall(row: Sequence[str], widths: Sequence[int]) -> float:
    most = max(
        len(lines(text, _SIZE, _room(width), bold=True))
        for text, width in zip(row, widths, strict=True)
    )
    return most * _SIZE * STEP + 2 * _EDGE


def _paged(rows: Sequence[Row], head: float) -> Iterator[list[Row]]:
    """Rows in as many as there is room for below the headings."""
    room = ROOM_TALL / EMU_A_POINT - head
    page: list[Row] = []
    used = 0.0
    for row in rows:
        if page and used + row[1] > room:
            yield page
            page, used = [], 0.0
        page.append(row)
        used += row[1]
    yield page


def _frame(table: Table, widths: Sequence[int], rows: Sequence[Row]) -> Element:
    tall = sum(round(height * EMU_A_POINT) for _, height, _ in rows)
    data = el("a:graphicData", _table(table, widths, rows), uri=_TABLE)
    facts = el(
        "p:cNvPr", id=10, name=shortened(f"Table: {table.caption}", 120),
        descr=safe(table.caption),
    )  # fmt: skip
    return el(
        "p:graphicFrame",
        el(
            "p:nvGraphicFramePr",
            facts,
            el("p:cNvGraphicFramePr", el("a:graphicFrameLocks", noGrp=1)),
            el("p:nvPr"),
        ),
        el("p:xfrm", el("a:off", x=LEFT, y=TOP), el("a:ext", cx=ROOM_WIDE, cy=tall)),
        el("a:graphic", data),
    )


def _table(table: Table, widths: Sequence[int], rows: Sequence[Row]) -> Element:
    style = el("a:tableStyleId")
    style.text = _STYLE
    last = {"lastRow": 1} if table.total is not None and rows[-1][2] else {}
    grid = el("a:tblGrid", *(el("a:gridCol", w=width) for width in widths))
    kinds = [column.kind for column in table.columns]
    drawn = (_row(row, kinds, is_head=number == 0) for number, row in enumerate(rows))
    return el("a:tbl", el("a:tblPr", style, firstRow=1, **last), grid, *drawn)


def _row(row: Row, kinds: Sequence[str], *, is_head: bool) -> Element:
    texts, height, is_total = row
    cells = (
        _cell(text, is_head, is_total, is_right=kind != IN_WORDS)
        for text, kind in zip(texts, kinds, strict=True)
    )
    return el("a:tr", *cells, h=round(height * EMU_A_POINT))


def _cell(text: str, is_head: bool, is_total: bool, *, is_right: bool) -> Element:
    bold = 1 if is_head or is_total else None
    words = run(text, filled(WHITE if is_head else DARK), sz=round(_SIZE * 100), b=bold)
    aside, over = (round(white * EMU_A_POINT) for white in (_SIDE, _EDGE))
    ground = filled(GREEN if is_head else PALE if is_total else WHITE)
    return el(
        "a:tc",
        el(
            "a:txBody", el("a:bodyPr"), el("a:lstStyle"),
            paragraph([words], algn="r" if is_right else None),
        ),
        el("a:tcPr", ground, marL=aside, marR=aside, marT=over, marB=over),
    )  # fmt: skip
