"""Every post, existing and proposed, as a table in plain text: for Excel, and for other programs.

It begins with a byte order mark, without which Excel takes it for another encoding, and its lines
end as RFC 4180 has them. Its one rule: no cell is one that a spreadsheet would work out.
"""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal

from reports.formats.posts import posts_of
from reports.formats.status import status
from reports.formats.texts import safe
from reports.paper import Paper
from reports.sections.blocks import Cell, Table

_WORKED_OUT = tuple("=+-@\t\r＝＋－＠")
"""What a formula begins with, the wide letters of East Asian keyboards included."""


def write(paper: Paper) -> bytes:
    """The posts of a paper as the bytes of a .csv file; its headings alone where it has none."""
    table, marked = posts_of(paper.comparison), harmless(status(paper))
    headings = [column.heading for column in table.columns]
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow([*headings, "Status"] if marked else headings)
    writer.writerows([*row, marked] if marked else row for row in _rows(table))
    return made.getvalue().encode("utf-8-sig")


def _rows(table: Table) -> Iterator[list[str]]:
    for row, words in zip(table.values or table.rows, table.rows, strict=True):
        yield [_cell(value, said) for value, said in zip(row, words, strict=True)]


def _cell(value: Cell, said: str) -> str:
    """A number as a program reads it, anything else in the words of the paper."""
    if isinstance(value, int | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    return harmless(said)


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: after an apostrophe where it might."""
    plain = safe(text)
    return f"'{plain}" if plain.startswith(_WORKED_OUT) else plain
