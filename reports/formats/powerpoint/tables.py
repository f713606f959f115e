"""Tables on slides: short ones that follow each other together, a long one over several slides.

Its one rule: a row that is taller than a slide goes on in the next, and says so.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from reports.formats.columns import AFTER_A_NUMBER, stand_before_words, white_beside, widths_of
from reports.formats.texts import safe, shortened
from reports.sections.blocks import WORDS as IN_WORDS
from reports.sections.blocks import Line, Table

from .elements import Element, el, filled, paragraph, run
from .fitting import EMU_A_POINT, STEP, in_pieces, largest, lines
from .looks import DARK, GREEN, PALE, WHITE
from .package import DRAWING
from .slides import LEFT, ROOM_TALL, ROOM_WIDE, TOP, Slides, speak, text_box

_SIZES, _TOGETHER = (16.0, 14.0, 12.0), 12.0
"""The sizes of letters, the largest first; tables share a slide at the last if they have room."""

_SIDE, _EDGE = 5.0, 2.5
"""The white beside and above a text, in points."""

_CAPTIONS, _CAPTION_TALL, _APART = (14.0, 12.0, 10.0), 24.0, 12.0
"""The letters of a caption on a slide of several tables, its room, and what is below a table."""

_MOST, _MOST_IN_HEAD = 22, 5
"""No more lines than this stand in one cell of one row, and in a heading."""

_ROOM = ROOM_TALL / EMU_A_POINT
_CONTINUED = "(continued)"
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_STYLE = "{5940675A-B579-460E-94D1-54222C63F5DA}"

Row = tuple[tuple[str, ...], float, bool]
"""The texts of a row, how tall it is in points, and whether it is the total."""


class _Set:
    """A table set in letters of a size, as wide as a slide."""

    def __init__(self, table: Table, size: float) -> None:
        self.table, self.size = table, size

    @cached_property
    def beside(self) -> list[float]:
        return white_beside(self.table, 2 * _SIDE)

    @cached_property
    def widths(self) -> list[int]:
        """How wide the columns are; the last one takes what is left over."""
        room = ROOM_WIDE / EMU_A_POINT
        found = widths_of(self.table, room, size=self.size, beside=self.beside)
        widths = [int(each * EMU_A_POINT) for each in found]
        return [*widths[:-1], ROOM_WIDE - sum(widths[:-1])]

    @cached_property
    def rooms(self) -> list[float]:
        """The room of a text in each column, in points."""
        pairs = zip(self.widths, self.beside, strict=True)
        return [width / EMU_A_POINT - white for width, white in pairs]

    @cached_property
    def head(self) -> Row:
        """The headings, each on a few lines at most, so that there is room for rows below them."""
        tall = _MOST_IN_HEAD * self.size * STEP
        texts = tuple(
            largest(column.heading, (self.size,), room, tall, bold=True)[1]
            for column, room in zip(self.table.columns, self.rooms, strict=True)
        )
        return texts, self._tall(texts, bold=True), False

    @cached_property
    def rows(self) -> list[Row]:
        found = [
            (part, self._tall(part), False) for row in self.table.rows for part in self._parts(row)
        ]
        total = self.table.total
        return found if total is None else [*found, (total, self._tall(total, bold=True), True)]

    @cached_property
    def tall(self) -> float:
        """How tall the whole table is."""
        return self.head[1] + sum(height for _, height, _ in self.rows)

    def _parts(self, row: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """A row, or, where it is too tall for a slide, what goes on in the rows after it."""
        cells = [
            in_pieces(text, self.size, room, _MOST)
            for text, room in zip(row, self.rooms, strict=True)
        ]
        count = max(map(len, cells))
        yield tuple(cell[0] for cell in cells) if count > 1 else tuple(map(safe, row))
        for number in range(1, count):
            yield tuple(cell[number] if number < len(cell) else _CONTINUED for cell in cells)

    def _tall(self, row: Sequence[str], *, bold: bool = False) -> float:
        pairs = zip(row, self.rooms, strict=True)
        most = max(len(lines(text, self.size, room, bold=bold)) for text, room in pairs)
        return most * self.size * STEP + 2 * _EDGE

    def pages(self) -> Iterator[list[Row]]:
        """Rows in as many as there is room for below the headings; a total is not left alone."""
        page: list[Row] = []
        used = self.head[1]
        for number, row in enumerate(self.rows):
            follows = self.rows[number + 1 :][:1]
            after = follows[0][1] if follows and follows[0][2] else 0
            if page and used + row[1] + after > _ROOM:
                yield page
                page, used = [], self.head[1]
            page.append(row)
            used += row[1]
        yield page


def add_tables(slides: Slides, tables: Sequence[Table], above: Sequence[str]) -> None:
    """Tables that follow each other below some headings, as few slides as they take."""
    for group in _grouped(tables):
        if len(group) > 1:
            _add_together(slides, group, above)
        else:
            _add_alone(slides, group[0], " › ".join(above))


def _grouped(tables: Sequence[Table]) -> Iterator[list[Table]]:
    """Tables in as many as have room on one slide."""
    group: list[Table] = []
    used = 0.0
    for table in tables:
        tall = _with_caption(_Set(table, _TOGETHER))
        if group and used + tall > _ROOM:
            yield group
            group, used = [], 0.0
        group.append(table)
        used += tall
    yield group


def _with_caption(found: _Set) -> float:
    return found.tall + _CAPTION_TALL + _APART


def _add_alone(slides: Slides, table: Table, above: str) -> None:
    """A table under its caption, in the largest letters in which it has room on one slide."""
    sets = (_Set(table, size) for size in _SIZES)
    found = next((each for each in sets if each.tall <= _ROOM), None) or _Set(table, _SIZES[-1])
    pages = list(found.pages())
    for number, rows in enumerate(pages, start=1):
        of = f" ({number} of {len(pages)})" if len(pages) > 1 else ""
        slide = slides.add(DRAWING, f"{table.caption}{of}", above)
        slide.shapes._spTree.append(_frame(found, [found.head, *rows], TOP, 10))
        speak(slide, [_said(table, of, len(rows))])


def _add_together(slides: Slides, tables: Sequence[Table], above: Sequence[str]) -> None:
    """Several tables on one slide, each below its caption."""
    size = next(
        (size for size in _SIZES if sum(_with_caption(_Set(t, size)) for t in tables) <= _ROOM),
        _TOGETHER,
    )
    *within, heading = above or ["–"]
    slide = slides.add(DRAWING, heading, " › ".join(within))
    top = float(TOP)
    for number, table in enumerate(tables):
        found, ident = _Set(table, size), 10 + 2 * number
        slide.shapes._spTree.append(_caption(table, round(top), ident))
        top += _CAPTION_TALL * EMU_A_POINT
        rows = [found.head, *found.rows]
        slide.shapes._spTree.append(_frame(found, rows, round(top), ident + 1))
        top += (found.tall + _APART) * EMU_A_POINT
    speak(slide, [_said(table, "", len(_Set(table, size).rows)) for table in tables])


def _caption(table: Table, top: int, ident: int) -> Element:
    """A caption in the largest letters in which it has room above its table."""
    room = LEFT, top, ROOM_WIDE, round(_CAPTION_TALL * EMU_A_POINT)
    wide = ROOM_WIDE / EMU_A_POINT
    size, text = largest(table.caption, _CAPTIONS, wide, _CAPTION_TALL, bold=True)
    return text_box(ident, "Caption", room, [paragraph([run(text, sz=round(size * 100), b=1)])])


def _said(table: Table, of: str, count: int) -> Line:
    """What is said of a table on a slide, in its notes."""
    whole = len(table.rows) + (table.total is not None)
    return Line(0, f"Table: {table.caption}{of}. {count} of {whole} rows.")


def _frame(found: _Set, rows: Sequence[Row], top: int, ident: int) -> Element:
    tall = sum(round(height * EMU_A_POINT) for _, height, _ in rows)
    data = el("a:graphicData", _table(found, rows), uri=_TABLE)
    caption = found.table.caption
    facts = el(
        "p:cNvPr", id=ident, name=shortened(f"Table: {caption}", 120), descr=safe(caption),
    )  # fmt: skip
    return el(
        "p:graphicFrame",
        el(
            "p:nvGraphicFramePr",
            facts,
            el("p:cNvGraphicFramePr", el("a:graphicFrameLocks", noGrp=1)),
            el("p:nvPr"),
        ),
        el("p:xfrm", el("a:off", x=LEFT, y=top), el("a:ext", cx=ROOM_WIDE, cy=tall)),
        el("a:graphic", data),
    )


def _table(found: _Set, rows: Sequence[Row]) -> Element:
    style = el("a:tableStyleId")
    style.text = _STYLE
    last = {"lastRow": 1} if rows[-1][2] else {}
    grid = el("a:tblGrid", *(el("a:gridCol", w=width) for width in found.widths))
    drawn = (_row(found, row, is_head=number == 0) for number, row in enumerate(rows))
    return el("a:tbl", el("a:tblPr", style, firstRow=1, **last), grid, *drawn)


def _row(found: _Set, row: Row, *, is_head: bool) -> Element:
    texts, height, is_total = row
    white = stand_before_words(found.table)
    looks = zip(texts, found.table.columns, white, strict=True)
    cells = (
        _cell(text, found.size, is_head, is_total, column.kind != IN_WORDS, before)
        for text, column, before in looks
    )
    return el("a:tr", *cells, h=round(height * EMU_A_POINT))


def _cell(
    text: str, size: float, is_head: bool, is_total: bool, is_right: bool, is_before_words: bool
) -> Element:
    bold = 1 if is_head or is_total else None
    words = run(text, filled(WHITE if is_head else DARK), sz=round(size * 100), b=bold)
    right = _SIDE + (AFTER_A_NUMBER if is_before_words else 0)
    left, right_, over = (round(white * EMU_A_POINT) for white in (_SIDE, right, _EDGE))
    ground = filled(GREEN if is_head else PALE if is_total else WHITE)
    return el(
        "a:tc",
        el(
            "a:txBody", el("a:bodyPr"), el("a:lstStyle"),
            paragraph([words], algn="r" if is_right else None),
        ),
        el("a:tcPr", ground, marL=left, marR=right_, marT=over, marB=over),
    )  # fmt: skip
