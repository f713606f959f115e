"""Which row holds the headings of a list, and what each of its columns is.

Its one rule: what is guessed by a heading can be said otherwise by hand, and nothing is guessed of
a heading that is not known.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .fields import FIELDS, LEVEL, ladder, words_of
from .findings import Findings, quoted
from .table import Table, filled, letter

SEARCHED = 20
"""The headings are looked for in so many rows that are not empty."""

_RANKS = {
    heading: (field.name, rank)
    for field in FIELDS.values()
    for rank, heading in enumerate(field.headings)
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list: its number, its heading, and what it is; None: it is left out."""

    number: int
    heading: str
    field: str | None

    @property
    def name(self) -> str:
        """What to call it: D (Reports to)."""
        return f"{letter(self.number)} ({self.heading})" if self.heading else letter(self.number)


@dataclass(frozen=True, slots=True)
class Matching:
    """The row of the headings, the columns, and what an empty “Reports to” means.

    `kinds` are the kinds of unit from the highest to the lowest.
    """

    heading_row: int
    columns: tuple[Column, ...]
    kinds: tuple[str, ...]
    empty_is_nobody: bool = False

    def of(self, field: str) -> Column | None:
        """The column that is a field, if one is."""
        return next((column for column in self.columns if column.field == field), None)

    @property
    def levels(self) -> list[tuple[str, Column]]:
        """The columns that hold levels of units, by kind, the highest first."""
        found = [
            (column.field.removeprefix(LEVEL), column)
            for column in self.columns
            if column.field and column.field.startswith(LEVEL)
        ]
        order = {kind: number for number, kind in enumerate(self.kinds)}
        return sorted(found, key=lambda level: order.get(level[0], len(order)))

    @property
    def levels_around_the_path(self) -> tuple[list[tuple[str, Column]], list[tuple[str, Column]]]:
        """The levels above the path, and those below: of kinds below the one that it is headed."""
        path, order = self.of("path"), [words_of(kind) for kind in self.kinds]
        heading = words_of(path.heading) if path else ""
        if heading not in order:
            return self.levels, []
        lower = {kind for kind in self.kinds if order.index(words_of(kind)) > order.index(heading)}
        above = [level for level in self.levels if level[0] not in lower]
        return above, [level for level in self.levels if level[0] in lower]

    @property
    def left_out(self) -> list[Column]:
        """The columns that are nothing known."""
        return [column for column in self.columns if column.field is None]


def guess(table: Table, kinds: Sequence[str], heading_row: int | None = None) -> Matching:
    """Match a list by its headings; `kinds` are the council's own words for its units."""
    steps = ladder(kinds)
    row = heading_row or _heading_row(table, steps)
    headings = [table.cell(row, number) for number in range(1, filled(table.rows[row - 1]) + 1)]
    fields = _guessed(headings, steps)
    columns = [
        Column(number, heading, field)
        for number, (heading, field) in enumerate(zip(headings, fields, strict=True), start=1)
    ]
    return Matching(row, tuple(_with_paths(table, row, columns)), tuple(steps))


def matched(table: Table, guessed: Matching, fields: Sequence[str | None]) -> Matching:
    """The same headings, each column being what a person says."""
    columns = tuple(
        Column(column.number, column.heading, field)
        for column, field in zip(guessed.columns, fields, strict=True)
    )
    return Matching(guessed.heading_row, columns, guessed.kinds, guessed.empty_is_nobody)


def otherwise(guessed: Matching, said: Matching) -> dict[str, str]:
    """What columns are said to be that they were not guessed to be, by the words of their headings.

    An empty text: such a column is left out.
    """
    pairs = zip(guessed.columns, said.columns, strict=True)
    return {
        words_of(column.heading): column.field or ""
        for was, column in pairs
        if column.field != was.field and words_of(column.heading)
    }


def as_before(guessed: Matching, before: Mapping[str, str]) -> list[str | None]:
    """What each column is: as was said before of one with such a heading, else as is guessed."""
    return [before.get(words_of(column.heading), column.field) for column in guessed.columns]


def find_faults(table: Table, matching: Matching, findings: Findings) -> None:
    """Note what is wrong with the headings and the columns as a whole."""
    row = matching.heading_row
    matched = [column.field for column in matching.columns if column.field]
    if not matched:
        findings.add(
            row,
            "These are taken as the headings, and none of them is known. If the list has no "
            "headings, put a row of them above it; else say what each column is.",
        )
    elif not {"title", "post_number"} & set(matched):
        findings.add(row, "No column is the title or the post number. Say which one is.")
    for field, count in Counter(matched).items():
        if count > 1:
            columns = [column for column in matching.columns if column.field == field]
            names = " and ".join(column.name for column in columns)
            findings.add(
                row,
                f"The columns {names} are both {quoted(label_of(field))}. Leave one out."
                if count == 2
                else f"The columns {names} are all {quoted(label_of(field))}. Leave one in.",
            )
    _find_ragged(table, matching, findings)


def label_of(field: str) -> str:
    """What a page calls a field."""
    return FIELDS[field].label if field in FIELDS else f"Unit: {field.removeprefix(LEVEL)}"


def _find_ragged(table: Table, matching: Matching, findings: Findings) -> None:
    """Note cells beyond the last heading: a comma that should be in quotes shifts all after it."""
    width = len(matching.columns)
    for number, cells in enumerate(table.rows[matching.heading_row :], matching.heading_row + 1):
        if len(cells) > width and filled(cells) > width:
            findings.add(
                number,
                f"There is text beyond the last heading, which is in column {letter(width)}. Give "
                "it a heading, or look whether a cell was cut in two.",
            )


def _heading_row(table: Table, kinds: Sequence[str]) -> int:
    """The row that holds the most known headings; the first with any text where none does."""
    rows = [number for number, row in enumerate(table.rows, start=1) if any(row)][:SEARCHED]
    return max(rows, key=lambda number: (_known(table.rows[number - 1], kinds), -number))


def _known(row: Sequence[str], kinds: Sequence[str]) -> int:
    return sum(field is not None for field in _guessed(row, kinds))


def _guessed(headings: Sequence[str], kinds: Sequence[str]) -> list[str | None]:
    """What each column is. Of several that may be one field, those with its best heading are."""
    named = {words_of(kind): f"{LEVEL}{kind}" for kind in kinds}
    found: list[tuple[str, int] | None] = []
    for heading in headings:
        words = words_of(heading)
        level = named.get(words) or named.get(words.removesuffix(" name"))
        found.append((level, 0) if level else _RANKS.get(words))
    best: dict[str, int] = {}
    for each in filter(None, found):
        best[each[0]] = min(each[1], best.get(each[0], each[1]))
    return [each[0] if each and best[each[0]] == each[1] else None for each in found]


def _with_paths(table: Table, row: int, columns: list[Column]) -> list[Column]:
    """The same columns; one of units, or of one level of them, whose cells are paths is a path."""
    return [
        Column(column.number, column.heading, "path")
        if _is_of_paths(table, row, column)
        else column
        for column in columns
    ]


def _is_of_paths(table: Table, row: int, column: Column) -> bool:
    """Whether any cell of units has a “>”, or more than half of those of a level have a sign."""
    rows = range(row + 1, len(table.rows) + 1)
    cells = [cell for each in rows if (cell := table.cell(each, column.number))]
    if column.field == "unit":
        return any(sign in cell for cell in cells for sign in ">›»")
    if column.field is None or not column.field.startswith(LEVEL):
        return False
    return 2 * sum(any(sign in cell for sign in ">›»\\") for cell in cells) > len(cells)
