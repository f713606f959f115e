"""A table out of plain values: the words that are printed, and the values for a spreadsheet.

Its one rule: a value that is not known is printed as “not stated”, and is no value.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from divisions.dates import in_words
from posts.naming import NOT_STATED
from posts.snapshot import DERIVED
from reports.counts import Count, added, in_figures
from reports.pay import pounds_in_words
from reports.sections.blocks import NUMBER, WORDS, Block, Cell, Column, Table
from reports.sections.saying import or_not_stated


@dataclass(frozen=True, slots=True)
class Difference:
    """How many more there are, printed with its sign; None where there is no comparing."""

    change: Count | None

    def __str__(self) -> str:
        if self.change is None:
            return "–"
        return self.change.signed if self.change.is_exact else "cannot be computed"


@dataclass(frozen=True, slots=True)
class Pounds:
    """An amount in a column of other numbers, printed with its sign of pounds."""

    amount: Decimal

    def __str__(self) -> str:
        return pounds_in_words(self.amount)


@dataclass(frozen=True, slots=True)
class Posts:
    """How many posts a row stands for, printed as recorded, and what that adds to a total."""

    number: int | None
    adds: Count

    def __str__(self) -> str:
        return or_not_stated(self.number)


EMPTY = "–"
"""What stands where there is nothing to state."""

SOURCE = "Source"
"""The heading of the column that says where the paper says it."""


@dataclass(frozen=True, slots=True)
class AsAbove:
    """How many posts a row is of, where a row above counts the same posts: it adds nothing."""

    def __str__(self) -> str:
        return "as above"


Given = Cell | Count | Difference | Pounds | Posts | AsAbove
"""What a cell is made of."""


def table_of(
    key: str,
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Given]],
    *,
    fold: Collection[str] = (),
    total: str | None = None,
) -> Table:
    """A table; the columns named in `fold` are left out where nothing in them is known.

    `total` is what stands before a last row in which the columns of numbers are added up.
    """
    shown = [
        n
        for n, column in enumerate(columns)
        if column.heading not in fold or any(row[n] not in (None, EMPTY) for row in rows)
    ]
    kept = [[row[n] for n in shown] for row in rows]
    columns = tuple(columns[n] for n in shown)
    return Table(
        key=key,
        caption=caption,
        columns=columns,
        rows=tuple(tuple(map(in_print, row)) for row in kept),
        values=tuple(tuple(map(as_value, row)) for row in kept),
        total=_total(total, columns, kept) if total and rows else None,
    )


def in_print(given: Given) -> str:
    """A cell as it is printed."""
    if isinstance(given, Count | Difference | Pounds | Posts | AsAbove):
        return str(given)
    if given is None or isinstance(given, str):
        return or_not_stated(given)
    return in_words(given) if isinstance(given, date) else in_figures(given)


def as_value(given: Given) -> Cell:
    """A cell as it is in itself: a count that is not exact is none; “as above” is words."""
    if isinstance(given, Difference):
        given = given.change
    if isinstance(given, Posts):
        return given.number
    if isinstance(given, Pounds):
        return given.amount
    if isinstance(given, AsAbove):
        return str(given)
    return given.exact if isinstance(given, Count) else given


def as_count(given: Given) -> Count:
    """A number as a count: one that is not stated is at least none."""
    if isinstance(given, Posts):
        return given.adds
    if isinstance(given, AsAbove):
        return Count(0, 0)
    if isinstance(given, Count):
        return given
    return Count(given, given) if isinstance(given, int | Decimal) else Count(0, None)


def _total(
    name: str, columns: Sequence[Column], rows: Sequence[Sequence[Given]]
) -> tuple[str, ...]:
    said = [
        _added([row[n] for row in rows]) if column.kind == NUMBER else "–"
        for n, column in enumerate(columns)
    ]
    return (name, *said[1:])


def _added(cells: Sequence[Given]) -> str:
    """A column added up; differences only where all of them are known."""
    changes = [cell.change for cell in cells if isinstance(cell, Difference)]
    if not changes:
        return str(added(map(as_count, cells)))
    known = [change.exact for change in changes if change is not None]
    total = sum(number for number in known if number is not None)
    is_known = len(known) == len(cells) and None not in known
    return str(Difference(Count(total, total) if is_known else Count(None, None)))


def as_sourced(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without a column of sources in which no source stands."""
    return [_as_sourced(each) if isinstance(each, Table) else each for each in blocks]


def _as_sourced(table: Table) -> Table:
    kept = [n for n, each in enumerate(table.columns) if each.heading != SOURCE]
    lost = (cell for row in table.rows for n, cell in enumerate(row) if n not in kept)
    said = {part for cell in lost for part in cell.split("; ")}
    if len(kept) == len(table.columns) or said - {NOT_STATED, DERIVED}:
        return table
    return replace(
        table,
        columns=tuple(table.columns[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in table.rows),
        values=table.values and tuple(tuple(row[n] for n in kept) for row in table.values),
        total=table.total and tuple(table.total[n] for n in kept),
    )


def words(heading: str, share: int = 1) -> Column:
    return Column(heading, share, WORDS)


def number(heading: str, share: int = 1) -> Column:
    return Column(heading, share, NUMBER)
