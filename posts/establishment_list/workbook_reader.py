"""The process that reads a workbook: run by `workbook`, it takes a file and gives its sheets.

Its one rule: it imports nothing of ours, and gives texts alone.
"""

import json
import re
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

MEMORY = 1536 * 1024**2
CPU_SECONDS = 20
MOST_SHEETS = 20
MOST_ROWS, MOST_COLUMNS = 25_000, 300
MOST_CHARACTERS = 12_000_000
MOST_MERGED = 20_000

_ERROR = re.compile(rb"""<(?:\w+:)?c\s[^>]*\bt=["']e["']""")


class TooLarge(Exception):
    """The workbook holds more than is read here."""


def main() -> None:
    """Read the workbook from standard input, and write its sheets, or why not, as JSON."""
    keep_small()
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)


def keep_small() -> None:
    """Let this process have only so much memory and time, where the system can hold it to that."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(data: bytes) -> dict[str, Any]:
    """The sheets that hold anything; or which error."""
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        found = list(sheets(workbook))
    except PasswordError:
        return {"error": "password"}
    except (TooLarge, MemoryError):
        return {"error": "large"}
    except (CalamineError, ValueError, OverflowError, OSError):
        return {"error": "broken"}
    except BaseException as error:  # a panic of the library is no Exception
        return {"error": f"broken: {type(error).__name__}"}
    return {"sheets": found, "errors": errors(data)} if found else {"error": "empty"}


def sheets(
    workbook: CalamineWorkbook,
) -> Iterator[tuple[str, list[list[str]], list[tuple[int, ...]]]]:
    """Each sheet by name, with its rows from row 1 and column A, and its merged cells."""
    characters = 0
    for name in workbook.sheet_names[:MOST_SHEETS]:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.end is None:
            continue
        if sheet.end[0] >= MOST_ROWS or sheet.end[1] >= MOST_COLUMNS:
            raise TooLarge
        rows = [[text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
        characters += sum(len(cell) for row in rows for cell in row)
        if characters > MOST_CHARACTERS:
            raise TooLarge
        if any(any(row) for row in rows):
            yield name, rows, merged(sheet)


def merged(sheet: CalamineSheet) -> list[tuple[int, ...]]:
    """Where cells are merged: first row and column, last row and column, counted from 1."""
    ranges = (sheet.merged_cell_ranges or [])[:MOST_MERGED]
    return [tuple(place + 1 for corner in each for place in corner) for each in ranges]


def errors(data: bytes) -> int:
    """How many cells hold an error: the library gives them as empty."""
    with ZipFile(BytesIO(data)) as archive:
        parts = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return sum(len(_ERROR.findall(archive.read(part))) for part in parts)


def text(cell: object) -> str:
    """A cell as a person reads it: whole numbers without a point, days as 2026-04-01."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == time() else cell).isoformat()
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(cell)


if __name__ == "__main__":
    main()
