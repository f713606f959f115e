"""A table as an author draws it, with bars: caption, headings, rows.

Its one rule: a cell beyond the last heading is not dropped, and one left empty is printed as “–”.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation

from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode

from reports.sections.blocks import NUMBER, POUNDS, WORDS, Cell, Column, Table

CAPTION = re.compile(r"table:\s*(\S.*)", re.IGNORECASE)
EMPTY = "–"

_WIDEST = 8
_NUMBER = re.compile(r"[-−+]?(£?)(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?")

Words = Callable[[str], str]
"""What gives the words of a cell, with its figures."""


def table_of(
    node: SyntaxTreeNode, *, key: str, caption: str, source: Sequence[str], words: Words
) -> Table | None:
    """A table; None where it has headings and no rows. `source` are the lines it is typed in."""
    head, *body = (_cells(row, source) for part in node.children for row in part.children)
    width = len(head)
    if not body:
        return None
    rows = [tuple(words(cell) or EMPTY for cell in _fitted(row, width)) for row in body]
    headings = [words(cell) or EMPTY for cell in head]
    kinds = [_kind([row[n] for row in rows]) for n in range(width)]
    shares = [_share([headings[n], *(row[n] for row in rows)]) for n in range(width)]
    values = [
        tuple(_value(cell, kind) for cell, kind in zip(row, kinds, strict=True)) for row in rows
    ]
    return Table(
        key=key,
        caption=caption,
        columns=tuple(map(Column, headings, shares, kinds)),
        rows=tuple(rows),
        values=tuple(values),
    )


def _cells(row: SyntaxTreeNode, source: Sequence[str]) -> list[str]:
    """The cells of a row as typed; the parser drops those beyond the last heading."""
    parsed = [cell.children[0].content if cell.children else "" for cell in row.children]
    if row.map is None or row.map[0] >= len(source):
        return parsed
    typed = [cell.strip() for cell in escapedSplit(source[row.map[0]].strip())]
    typed = typed[1:] if typed and not typed[0] else typed
    typed = typed[:-1] if typed and not typed[-1] else typed
    return [*parsed, *typed[len(parsed) :]]


def _fitted(row: Sequence[str], width: int) -> list[str]:
    """A row of as many cells as there are headings: what is too much goes into the last."""
    kept = [*row[: width - 1], " | ".join(row[width - 1 :])]
    return [*kept, *[""] * (width - len(kept))]


def _share(cells: Sequence[str]) -> int:
    return min(_WIDEST, max(1, max(map(len, cells)) // 6))


def _kind(cells: Sequence[str]) -> str:
    """Whether all that stands in a column are numbers, or pounds."""
    found = [_NUMBER.fullmatch(cell) for cell in cells if cell != EMPTY]
    if not found or not all(found):
        return WORDS
    return POUNDS if all(match and match[1] for match in found) else NUMBER


def _value(cell: str, kind: str) -> Cell:
    if kind == WORDS:
        return cell
    try:
        return Decimal(cell.replace("£", "").replace(",", "").replace("−", "-"))
    except InvalidOperation:
        return None
