"""A table of texts as a spreadsheet has them, every cell known by its row and column.

Its one rule: rows and columns are counted as the spreadsheet counts them, from row 1 and column A,
empty ones too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

MOST_ROWS = 20_000
MOST_COLUMNS = 100


@dataclass(frozen=True, slots=True, order=True)
class Merged:
    """Cells merged into one: the first, where what they say stands, and the last."""

    row: int
    column: int
    last_row: int
    last_column: int

    @property
    def is_sound(self) -> bool:
        """Whether its first cell comes before its last, and is one at all."""
        return 1 <= self.row <= self.last_row and 1 <= self.column <= self.last_column


@dataclass(frozen=True)
class Table:
    """The rows of one sheet, or of a text (`sheet` is empty), ragged as they came.

    `merged` are the cells of it that are merged, where that is known.
    """

    rows: tuple[tuple[str, ...], ...]
    sheet: str = ""
    merged: tuple[Merged, ...] = ()

    @cached_property
    def width(self) -> int:
        """The last column in which anything stands."""
        return max((filled(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> str:
        """What stands in a cell; nothing where the row is too short."""
        cells = self.rows[row - 1]
        return cells[column - 1] if column <= len(cells) else ""


def filled(row: tuple[str, ...]) -> int:
    """The number of a row's last cell that holds anything; 0 if none does."""
    return next((number for number in range(len(row), 0, -1) if row[number - 1]), 0)


def letter(column: int) -> str:
    """A column as a spreadsheet names it: A, Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def rows_listed(rows: Iterable[int], most: int = 8) -> str:
    """Name rows in a sentence: row 4; rows 4, 9 and 12; rows 4, 9 and 31 more."""
    numbers = [str(row) for row in rows]
    shown = numbers[:most]
    if len(numbers) > len(shown):
        return f"rows {', '.join(shown)} and {len(numbers) - len(shown)} more"
    if len(shown) == 1:
        return f"row {shown[0]}"
    return f"rows {', '.join(shown[:-1])} and {shown[-1]}"
