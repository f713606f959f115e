"""Cells of a sheet that are merged into one, and what that one says of each row that it spans.

Its one rule: a text holds for every row that it spans, and a number for its first alone, since it
may be meant for all of them together. Either is said.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .findings import Findings, quoted
from .matching import Column, Matching
from .table import MOST_COLUMNS, MOST_ROWS, Merged, Table, letter

NUMBERS = frozenset({"fte", "number", "tier"})
MOST_TOLD = 20
_MOST = MOST_ROWS * MOST_COLUMNS
_PLACE = re.compile(r"(\d{1,6}),(\d{1,6}),(\d{1,6}),(\d{1,6})")


def as_text(ranges: Iterable[Sequence[int]]) -> str:
    """Merged cells as text, as which they travel between pages: rows and columns counted from 1."""
    return " ".join(",".join(map(str, each)) for each in ranges)


def read(text: str) -> tuple[Merged, ...]:
    """Read merged cells back; what is none, or spans more than a sheet can hold, is left out."""
    found, spanned = list[Merged](), 0
    for place in text.split(" "):
        if not (numbers := _PLACE.fullmatch(place)):
            continue
        merged = Merged(*map(int, numbers.groups()))
        spanned += max(0, merged.last_row - merged.row + 1)
        if merged.is_sound and spanned <= _MOST:
            found.append(merged)
    return tuple(found)


def spread(table: Table, matching: Matching, findings: Findings) -> Table:
    """The same table, each row below the headings saying what a cell merged over it says."""
    rows = [list(row) for row in table.rows]
    remarks = list[str]()
    for merged, column in _in_columns(table, matching):
        said = table.cell(merged.row, merged.column)
        if column.field in NUMBERS:
            remarks.append(_read_once(merged, column, said))
        else:
            _fill(rows, merged, said)
            remarks.append(_read_in_each(merged, column, said))
    for remark in remarks[:MOST_TOLD]:
        findings.remark(remark)
    if len(remarks) > MOST_TOLD:
        findings.remark(f"{len(remarks) - MOST_TOLD:,} more merged cells are read alike.")
    return replace(table, rows=tuple(map(tuple, rows))) if remarks else table


def bands(table: Table) -> dict[int, Merged]:
    """By row, the cell merged over several columns that is all that stands in it: a heading."""
    return {
        merged.row: merged
        for merged in table.merged
        if merged.row == merged.last_row <= len(table.rows)
        and merged.column < merged.last_column
        and table.cell(merged.row, merged.column)
        and sum(map(bool, table.rows[merged.row - 1])) == 1
    }


def _in_columns(table: Table, matching: Matching) -> Iterator[tuple[Merged, Column]]:
    """The merged cells below the headings that span several rows of a column that is read."""
    columns = {column.number: column for column in matching.columns if column.field}
    for merged in sorted(table.merged):
        column = columns.get(merged.column)
        is_tall = matching.heading_row < merged.row < merged.last_row <= len(table.rows)
        if column and is_tall and table.cell(merged.row, merged.column):
            yield merged, column


def _fill(rows: list[list[str]], merged: Merged, said: str) -> None:
    for row in rows[merged.row : merged.last_row]:
        if any(row):
            row.extend([""] * (merged.column - len(row)))
            row[merged.column - 1] = row[merged.column - 1] or said


def _read_in_each(merged: Merged, column: Column, said: str) -> str:
    return (
        f"{merged.last_row - merged.row + 1} merged cells of column {column.name} were read as "
        f"their first, rows {merged.row} to {merged.last_row}: {quoted(said)}."
    )


def _read_once(merged: Merged, column: Column, said: str) -> str:
    return (
        f"{quoted(said)} in column {column.name} is merged over rows {merged.row} to "
        f"{merged.last_row}. It is read in row {merged.row} alone, and not stated in the others: "
        "look whether it was meant for each."
    )


def place(merged: Merged) -> str:
    """Where a cell that is merged over columns stands, in words."""
    return f"columns {letter(merged.column)} to {letter(merged.last_column)}"
