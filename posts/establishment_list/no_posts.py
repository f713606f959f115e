"""Rows of a list that are no posts: totals, and headings of what follows.

Its one rule: such a row is left out, and it is said which and why.
"""

import re

from .findings import Findings, quoted
from .matching import Matching
from .merged import bands, place
from .table import Table, rows_listed

_TOTAL = re.compile(
    r"(?:(?:grand|overall|running)[ -])?(?:sub[ -]?)?(?:totals?|sum)"
    r"(?:(?: of| no| number of)?(?: all)? (?:posts|fte|wte|staff|establishment|headcount))*\W*"
)
_OF_SOMETHING = re.compile(r"(?:sub[ -]?)?totals?\b.*|.*\b(?:sub[ -]?)?totals?\W*")


class NoPosts:
    """The rows of a table that are no posts, as far as they have been looked at."""

    def __init__(self, table: Table, matching: Matching) -> None:
        self.table, self.bands = table, bands(table)
        self.title, self.number = matching.of("title"), matching.of("post_number")
        self.totals: dict[int, str] = {}
        self.headings: dict[int, str] = {}

    def has(self, row: int) -> bool:
        """Whether a row is none; it is kept in mind then."""
        first = next(number for number, cell in enumerate(self.table.rows[row - 1], 1) if cell)
        said = self.table.cell(row, first)
        if row in self.bands:
            self.headings[row] = f"{quoted(said)}, merged over {place(self.bands[row])}"
        elif self._is_total(row, first, " ".join(said.split()).casefold()):
            self.totals[row] = quoted(said)
        else:
            return False
        return True

    def _is_total(self, row: int, first: int, said: str) -> bool:
        """Whether its first cell says so, and no other cell is a title or a post number."""
        for column in (self.title, self.number):
            if column and column.number != first and self.table.cell(row, column.number):
                return False
        if _TOTAL.fullmatch(said):
            return True
        is_title = self.title is not None and self.title.number == first
        return not is_title and bool(_OF_SOMETHING.fullmatch(said))

    def tell(self, findings: Findings) -> None:
        """Say which rows are left out, and why."""
        if self.totals:
            findings.remark(
                f"{_left_out(self.totals)}: {_begins(self.totals)} and names no title or number."
            )
        if self.headings:
            findings.remark(f"{_left_out(self.headings)}: {_stands(self.headings)}.")


def _left_out(rows: dict[int, str]) -> str:
    said = rows_listed(rows)
    return f"{said[0].upper()}{said[1:]} {'is' if len(rows) == 1 else 'are'} left out"


def _begins(rows: dict[int, str]) -> str:
    """That a row begins as totals do, or each of several."""
    return f"{'it' if len(rows) == 1 else 'each'} begins with {_first(rows)}"


def _stands(rows: dict[int, str]) -> str:
    return f"{_first(rows)}, is all that stands in {'it' if len(rows) == 1 else 'each'}"


def _first(rows: dict[int, str]) -> str:
    """What stands in the first of some rows, and that the others are like it."""
    others = list(dict.fromkeys(rows.values()))
    return others[0] if len(others) == 1 else f"{others[0]} or the like"
