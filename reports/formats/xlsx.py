"""A paper as a workbook: its tables, each on a sheet of its own, and every post in one table.

Cells are what they are: numbers, pounds, dates, words. Its one rule: nothing in it is hidden, and
nothing that a person typed is worked out.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import zip_longest
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_range  # type: ignore[import-untyped]

from posts.lettering import wrap
from posts.naming import NOT_STATED
from reports.formats.packing import repacked
from reports.formats.posts import posts_of
from reports.formats.spreadsheet.naming import SheetNames, headings, in_a_cell
from reports.formats.spreadsheet.totals import Total, is_number, total_of
from reports.formats.status import marks_of, status
from reports.formats.texts import safe, shortened
from reports.paper import Paper
from reports.sections.blocks import POUNDS, WORDS, Cell, Section, Table

FRONT, POSTS = "Report", "Every post"
_HEAD = 3
"""The row of a table's headings, counted from nought: its caption and status stand above it."""

_NARROW, _A_SHARE, _IN_ALL = 9, 7.0, 190
"""How many letters a column is wide at least, for a share at most, and all together about."""

_LETTER, _STEP, _TALLEST = 5.2, 13.0, 400.0
"""How wide a letter stands, and how tall a line and at most a row, in points."""

_A4, _A3, _MANY = 9, 8, 10
_MOST_ABOVE, _MOST_LETTERS, _FIRST_YEAR = 200, 100, 1900
_MOMENTS = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(paper: Paper) -> bytes:
    """The paper as the bytes of a .xlsx file: the same paper, the same bytes."""
    made = io.BytesIO()
    workbook = xlsxwriter.Workbook(made, _OPTIONS)
    _Writing(paper, workbook).write()
    workbook.close()
    return repacked(made.getvalue(), _without_moment)


def _without_moment(name: str, data: bytes) -> bytes:
    return _MOMENTS.sub(b"", data) if name == "docProps/core.xml" else data


@dataclass(frozen=True, slots=True)
class _Listed:
    """A line of the first sheet: a heading of the paper, or a table with its sheet."""

    words: str
    sheet: str | None = None
    level: int = 0


class _Writing:
    """One paper being written: its workbook, the looks of its cells, the names of its sheets."""

    def __init__(self, paper: Paper, workbook: Any) -> None:
        self.paper, self.workbook = paper, workbook
        self.status, self.names = status(paper), SheetNames()
        look = {"font_name": "Arial", "font_size": 10, "valign": "top"}
        right = {"align": "right", "indent": 1}
        head = {"bold": True, "text_wrap": True, "bg_color": "#143C33", "color": "#FFFFFF"}
        kinds: dict[str, dict[str, object]] = {
            "words": {"text_wrap": True},
            "open": {"text_wrap": True} | right,
            "number": {"num_format": "#,##0.##"} | right,
            "whole": {"num_format": "#,##0"} | right,
            "pounds": {"num_format": "£#,##0.00"} | right,
            "day": {"num_format": "d mmmm yyyy", "align": "left"},
            "head": head,
            "head of numbers": head | right,
            "title": {"bold": True, "font_size": 14},
            "status": {"bold": True, "color": "#A3320C"},
            "bold": {"bold": True},
            "link": {"color": "#0A56A0", "underline": 1, "text_wrap": True},
        }
        self.looks = {name: workbook.add_format(look | more) for name, more in kinds.items()}
        self.looks |= {
            f"total {name}": workbook.add_format(look | kinds[name] | {"bold": True, "top": 1})
            for name in ("words", "open", "number", "whole", "pounds")
        }

    def write(self) -> None:
        front = self._sheet(FRONT)
        listed = list(self._tables())
        self._write_front(front, listed)
        self.workbook.set_properties(
            {
                "title": safe(self.paper.title)[:255],
                "subject": safe(self.paper.subject)[:255],
                "author": safe(self.paper.report_of or self.paper.council)[:255],
                "status": "Draft" if self.paper.is_draft else "Final",
            }
        )

    def _tables(self) -> Iterator[_Listed]:
        """Write a sheet for all posts and one for each table; give what the first sheet lists."""
        posts = posts_of(self.paper.comparison)
        if posts.rows:
            yield self._table(POSTS, posts)
        for section in self.paper.sections:
            yield _Listed(_numbered(section), level=section.level)
            for block in section.blocks:
                if isinstance(block, Table):
                    yield self._table(block.caption, block)

    def _sheet(self, title: str) -> Any:
        """A new sheet, as it is to be printed: wide A4, with the status above."""
        sheet = self.workbook.add_worksheet(self.names.name_of(title))
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        above = (_in_a_header(mark, _MOST_ABOVE) for mark in marks_of(self.paper))
        sheet.set_header("&L" + "\n".join(above))
        sheet.set_footer(f"&L{_in_a_header(self.paper.title, _MOST_LETTERS)}&RPage &P of &N")
        sheet.hide_gridlines(2)
        return sheet

    # ---- the first sheet ----

    def _write_front(self, sheet: Any, listed: Sequence[_Listed]) -> None:
        """What the paper is, what it says of itself, and where each table is."""
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 90)
        row = 0
        for words, look in ((self.status, "status"), (self.paper.council, "bold")):
            if words:
                sheet.write_string(row, 0, in_a_cell(words), self.looks[look])
                row += 1
        sheet.write_string(row, 0, in_a_cell(self.paper.title), self.looks["title"])
        for term, words in self.paper.title_block:
            row += 1
            sheet.write_string(row, 0, term, self.looks["bold"])
            sheet.write_string(row, 1, in_a_cell(words), self.looks["words"])
        row += 2
        for each in listed:
            self._list(sheet, row, each)
            row += 1

    def _list(self, sheet: Any, row: int, each: _Listed) -> None:
        if each.sheet is None:
            sheet.write_string(row, 0, "Section" if each.level == 1 else "", self.looks["words"])
            sheet.write_string(row, 1, in_a_cell(each.words), self.looks["bold"])
            return
        sheet.write_string(row, 0, "Table", self.looks["words"])
        quoted = each.sheet.replace("'", "''")
        words = shortened(each.words, 250)
        sheet.write_url(row, 1, f"internal:'{quoted}'!A1", self.looks["link"], words)

    # ---- tables ----

    def _table(self, title: str, table: Table) -> _Listed:
        sheet = self._sheet(title)
        sheet.write_string(0, 0, in_a_cell(table.caption), self.looks["title"])
        sheet.write_string(1, 0, in_a_cell(self.status), self.looks["status"])
        values = table.values or table.rows
        totals = self._totals(table, values)
        last = _HEAD + len(values) + (1 if totals else 0)
        sheet.add_table(
            _HEAD, 0, max(last, _HEAD + 1), len(table.columns) - 1,
            {
                "columns": list(self._columns(table, totals)),
                "total_row": bool(totals),
                "style": "Table Style Light 1",
            },
        )  # fmt: skip
        self._write_rows(sheet, table, values)
        self._write_totals(sheet, last, table, totals)
        self._set_sizes(sheet, table, last if totals else None)
        sheet.freeze_panes(_HEAD + 1, 1)
        sheet.repeat_rows(_HEAD)
        return _Listed(table.caption, sheet=sheet.get_name())

    def _set_sizes(self, sheet: Any, table: Table, total: int | None) -> None:
        """Columns by their shares, rows as tall as their longest cell, A3 for many columns."""
        shares = [column.share for column in table.columns]
        one = min(_A_SHARE, _IN_ALL / sum(shares))
        widths = [max(round(share * one), _NARROW) for share in shares]
        for number, width in enumerate(widths):
            sheet.set_column(number, number, width)
        headed = tuple(column.heading for column in table.columns)
        for number, row in enumerate((headed, *table.rows)):
            sheet.set_row(_HEAD + number, _tall(row, widths))
        if total is not None and table.total is not None:
            sheet.set_row(total, _tall(table.total, widths))
        if len(shares) > _MANY:
            sheet.set_paper(_A3)

    def _totals(self, table: Table, values: Sequence[Sequence[Cell]]) -> list[Total]:
        if not table.total:
            return []
        return [
            total_of(
                table.total[number],
                [row[number] for row in values],
                column.kind,
                xl_range(_HEAD + 1, number, _HEAD + len(values), number),
            )
            for number, column in enumerate(table.columns)
        ]

    def _columns(self, table: Table, totals: Sequence[Total]) -> Iterator[dict[str, Any]]:
        names = headings(column.heading for column in table.columns)
        for name, total, column in zip_longest(names, totals, table.columns):
            look = "head" if column.kind == WORDS else "head of numbers"
            shown = {"header": name, "header_format": self.looks[look]}
            if total and total.formula:
                shown["total_function"] = f"={total.formula}"
            elif total:
                shown["total_string"] = in_a_cell(total.words)
            yield shown

    def _write_totals(self, sheet: Any, row: int, table: Table, totals: Sequence[Total]) -> None:
        """The last row again, so that its cells have their look and the value of their formula."""
        for number, total in enumerate(totals):
            if total.formula is None:
                words = in_a_cell(total.words)
                look = "words" if table.columns[number].kind == WORDS else "open"
                sheet.write_string(row, number, words, self.looks[f"total {look}"])
                continue
            look = "open"
            if isinstance(total.value, int | Decimal):
                look = _look(total.value, table.columns[number].kind)
            value = _plain(total.value)
            sheet.write_formula(row, number, total.formula, self.looks[f"total {look}"], value)

    def _write_rows(self, sheet: Any, table: Table, values: Sequence[Sequence[Cell]]) -> None:
        for number, (row, words) in enumerate(zip(values, table.rows, strict=True)):
            for column, (value, said) in enumerate(zip(row, words, strict=True)):
                at = _HEAD + 1 + number, column
                self._write_cell(sheet, at, value, said, table.columns[column].kind)

    def _write_cell(
        self, sheet: Any, at: tuple[int, int], value: Cell, said: str, kind: str
    ) -> None:
        """A cell as what it is; what is not known, in the words of the paper."""
        if is_number(value):
            sheet.write_number(*at, _plain(value), self.looks[_look(value, kind)])
        elif isinstance(value, date) and value.year >= _FIRST_YEAR:
            sheet.write_datetime(*at, datetime(*value.timetuple()[:3]), self.looks["day"])
        else:
            words = value if isinstance(value, str) else said or NOT_STATED
            look = self.looks["words" if kind == WORDS else "open"]
            sheet.write_string(*at, in_a_cell(words), look)


def _look(value: int | Decimal, kind: str) -> str:
    if kind == POUNDS:
        return "pounds"
    return "whole" if value == int(value) else "number"


def _plain(value: int | Decimal | str | None) -> float | int | str | None:
    """A number as a spreadsheet keeps it: exact to the penny as long as it is below 10¹³."""
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value


def _tall(row: Sequence[str], widths: Sequence[int]) -> float:
    """How tall a row must be for its cells, in points."""
    most = max(
        len(wrap(in_a_cell(words), 10, width * _LETTER - 2))
        for words, width in zip(row, widths, strict=True)
    )
    return min(most * _STEP + 3, _TALLEST)


def _numbered(section: Section) -> str:
    return " ".join(filter(None, (section.number, section.heading)))


def _in_a_header(words: str, most: int) -> str:
    """A text above or below a printed page, where & begins a code."""
    return shortened(words, most).replace("&", "&&")
