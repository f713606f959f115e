"""Tables from what a person sends: CSV of any kind, text pasted from a spreadsheet, XLSX.

Its one rule: what cannot be read with certainty is refused, or what was guessed is said. A table
travels between pages as text with tabs, which reads back as the same table.
"""

import csv
import re
from dataclasses import dataclass
from io import StringIO

from . import merged as merges
from .table import MOST_COLUMNS, MOST_ROWS, Table
from .workbook import UnreadableWorkbook, opened

LARGEST_MEGABYTES = 10
LARGEST_TEXT = LARGEST_MEGABYTES * 1_000_000

_SEPARATORS = "\t;,|"
_WHITE = dict.fromkeys([*map(ord, "\x0b\x0c\xa0\u2028\u2029\u2007\u202f"), *range(0x7F, 0xA0)], " ")
_UNSEEN = dict.fromkeys(
    [0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)]
)
_BINARY = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n?")


class Unreadable(Exception):
    """Nothing can be read of what was sent; the message says why, and what to do."""


@dataclass(frozen=True)
class Sent:
    """What was sent: each sheet as text with tabs, by its name, and what there is to say of it.

    `merged` says of each sheet where its cells are merged, if that is known.
    """

    sheets: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()


def read_file(data: bytes) -> Sent:
    """Read a file: XLSX by its first bytes, anything else as CSV. Unreadable if it is neither."""
    if len(data) > LARGEST_TEXT:
        size = f"{len(data) / 1_000_000:.1f}"
        raise Unreadable(f"The file is {size} MB. A list is at most {LARGEST_MEGABYTES} MB.")
    if not data.strip():
        raise Unreadable("The file is empty.")
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return _read_workbook(data)
    text, said = _decoded(data)
    return Sent((("", _tabbed(_rows(text))),), said)


def read_pasted(text: str) -> Sent:
    """Read text pasted from a spreadsheet, or CSV."""
    if len(text) > LARGEST_TEXT:
        raise Unreadable(f"This is too long. A list is at most {LARGEST_MEGABYTES} MB.")
    return Sent((("", _tabbed(_rows(text))),))


def read_text(text: str, sheet: str = "", merged: str = "") -> Table:
    """Read a table back from the text with tabs in which it travels."""
    rows = tuple(tuple(row) for row in _parsed(text.replace("\r\n", "\n"), "\t"))
    cells = tuple(tuple(cell.strip() for cell in row) for row in rows)
    table = Table(cells, sheet, merges.read(merged))
    if len(table.rows) > MOST_ROWS:
        raise Unreadable(f"The list has {len(table.rows):,} rows. It may have {MOST_ROWS:,}.")
    if table.width > MOST_COLUMNS:
        raise Unreadable(f"The list has {table.width} columns. It may have {MOST_COLUMNS}.")
    if not table.width:
        raise Unreadable("The list is empty.")
    return table


def _read_workbook(data: bytes) -> Sent:
    try:
        found = opened(data)
    except UnreadableWorkbook as error:
        raise Unreadable(str(error)) from None
    sheets = tuple((name, _tabbed(_cleaned_rows(rows))) for name, rows in found.sheets)
    said = (_errors_said(found.errors),) if found.errors else ()
    return Sent(sheets, said, tuple(map(merges.as_text, found.merged)))


def _errors_said(count: int) -> str:
    cells = (
        "1 cell of the workbook holds" if count == 1 else f"{count:,} cells of the workbook hold"
    )
    verb = "is" if count == 1 else "are"
    return f"{cells} an error of the spreadsheet (such as #REF!) and {verb} read as empty."


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """A file's text, and what there is to say of how it was read."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise Unreadable(_NO_TABLE) from None
    said = "The file is not UTF-8 and was read as Windows-1252. Look at names with accents."
    return text, (said,)


def _rows(text: str) -> list[list[str]]:
    """The rows of a text, whatever stands between its cells."""
    text = text.rstrip("\x1a").removeprefix("\ufeff")
    if _BINARY.search(text):
        raise Unreadable(_NO_TABLE)
    text = text.translate(_WHITE | _UNSEEN)
    if named := _SEPARATOR_LINE.match(text):
        return [[], *_parsed(text[named.end() :], named[1])]
    return _parsed(text, _separator(text))


def _cleaned_rows(rows: list[list[str]]) -> list[list[str]]:
    """The rows of a sheet without what cannot be seen."""
    table = _WHITE | _UNSEEN | dict.fromkeys([*range(9), *range(14, 32), 0xFFFE, 0xFFFF], " ")
    return [[cell.translate(table) if cell else cell for cell in row] for row in rows]


def _separator(text: str) -> str:
    """What stands between cells: what cuts the first lines into the most, tabs before all else."""
    lines = "\n".join([line for line in text[:20_000].splitlines() if line.strip()][:5])
    unquoted = re.sub(r'"(?:[^"]|"")*"', "", lines)
    if "\t" in unquoted:
        return "\t"
    return max(_SEPARATORS[1:], key=lambda separator: (unquoted.count(separator), separator == ","))


def _parsed(text: str, separator: str) -> list[list[str]]:
    """Cut a text into rows and cells.

    Spreadsheets put a cell to be pasted in quotes only where it has line breaks, so with tabs a
    quote that does not fit is taken as it stands.
    """
    try:
        return _cut(text, separator)
    except Unreadable:
        if separator != "\t":
            raise
    return [line.split(separator) for line in re.split("\r\n|[\r\n]", text.rstrip("\r\n"))]


def _cut(text: str, separator: str) -> list[list[str]]:
    rows: list[list[str]] = []
    lines = StringIO(text, newline="")
    try:
        rows.extend(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error as error:
        raise Unreadable(_why(len(rows) + 1, str(error))) from None
    return rows


def _why(row: int, error: str) -> str:
    if "end of data" in error:
        return f'The quote (") that opens a cell in row {row} is never closed. Close or delete it.'
    if "field limit" in error:
        return f"A cell in row {row} is longer than a list can hold. Shorten it."
    return (
        f'Row {row} cannot be cut into cells: within a cell in quotes, a quote (") is written '
        "twice. Or save the list as .xlsx, and choose that."
    )


def _tabbed(rows: list[list[str]]) -> str:
    """Rows as text with tabs; it reads back as the same rows."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    for row in rows:
        cells = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row]
        writer.writerow(cells if any(cells) else [])
    if text.tell() > LARGEST_TEXT:
        raise Unreadable(f"This is too long. A list is at most {LARGEST_MEGABYTES} MB.")
    return text.getvalue()


_NO_TABLE = (
    "This is not a table: it is neither CSV nor an Excel workbook (.xlsx). In the spreadsheet, "
    "choose Save as, and one of the two."
)
