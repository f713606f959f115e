"""XLSX workbooks, read by a process of its own that may use only so much memory and time.

A workbook of a few kilobytes can ask for more memory than a server has, in ways that its size does
not show. Its one rule: what a workbook does to its reader ends with that reader.
"""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

LARGEST_UNPACKED = 200 * 1024**2
SECONDS = 30

_READER = Path(__file__).with_name("workbook_reader.py")
_SAVE_AS = "Save it as .xlsx without a password, or as CSV, and choose that."


class UnreadableWorkbook(Exception):
    """The workbook cannot be read; the message says why, and what to do."""


@dataclass(frozen=True)
class Workbook:
    """The sheets in which anything stands, by name, each as rows of texts.

    `merged`: of each sheet, where cells are merged: first row and column, last row and column.
    `errors`: how many cells hold an error of the spreadsheet; they are given as empty.
    """

    sheets: list[tuple[str, list[list[str]]]]
    errors: int
    merged: list[list[list[int]]] = field(default_factory=list)


def opened(data: bytes) -> Workbook:
    """Read a workbook; UnreadableWorkbook if that cannot be."""
    _must_be_xlsx(data)
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_READER)], input=data, capture_output=True, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        raise UnreadableWorkbook(_TOO_LARGE) from None
    if done.returncode:
        raise UnreadableWorkbook(_TOO_LARGE)
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise UnreadableWorkbook(_WHY.get(answer["error"], _BROKEN))
    sheets = [(str(name), rows) for name, rows, _ in answer["sheets"]]
    return Workbook(sheets, answer["errors"], [merged for *_, merged in answer["sheets"]])


def _must_be_xlsx(data: bytes) -> None:
    """Refuse what is another kind of file, is encrypted, or unpacks to more than can be meant."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableWorkbook(f"This workbook has a password, or is an old .xls. {_SAVE_AS}")
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OverflowError):
        raise UnreadableWorkbook(_BROKEN) from None
    if not any(part.filename.lower() == "xl/workbook.xml" for part in parts):
        raise UnreadableWorkbook(f"This is not an Excel workbook (.xlsx). {_SAVE_AS}")
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableWorkbook(f"This workbook has a password. {_SAVE_AS}")
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UnreadableWorkbook(_TOO_LARGE)


_BROKEN = (
    f"This workbook is broken and cannot be read. Open it in Excel and save it again. {_SAVE_AS}"
)
_TOO_LARGE = (
    "This workbook is too large to be read, or holds cells far away from the others. Copy the rows "
    "of posts into a new workbook, and choose that."
)
_WHY = {
    "password": f"This workbook has a password. {_SAVE_AS}",
    "large": _TOO_LARGE,
    "empty": "Nothing stands in any sheet of this workbook.",
}
