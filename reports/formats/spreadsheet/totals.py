"""Totals by formula: what a spreadsheet works out is what the paper says, or no formula is written.

Its one rule: a total over what is not stated is “at least”, in the cell as in the paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeGuard

from posts.naming import NOT_STATED
from reports.counts import in_figures
from reports.pay import signed_pounds
from reports.sections.blocks import POUNDS, Cell

Number = int | Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What stands in a cell of a last row: words, or a formula with the value that it gives."""

    words: str
    formula: str | None = None
    value: Number | str | None = None


def total_of(words: str, values: Sequence[Cell], kind: str, cells: str) -> Total:
    """The total of a column: `words` are those of the paper, `cells` where its values stand."""
    numbers = [value for value in values if is_number(value)]
    known = sum(map(Decimal, numbers), start=Decimal(0))
    if not numbers:
        return Total(words=words)
    if words in _ways(known, kind):
        return Total(words=words, formula=f"SUM({cells})", value=known)
    for figures, pattern in _patterns(known, kind):
        at_least = f"at least {figures}" if known else NOT_STATED
        if words == at_least and None in values:
            said = len(values) - len(numbers) - values.count(None)
            formula = _open_ended(cells, pattern, len(values) - said if said else None)
            return Total(words=words, formula=formula, value=words)
    return Total(words=words)


def is_number(value: Cell) -> TypeGuard[Number]:
    """Whether a cell can be added up."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _ways(number: Decimal, kind: str) -> set[str]:
    signed = {signed_pounds(number)} if kind == POUNDS else set()
    return signed | {figures for figures, _ in _patterns(number, kind)}


def _patterns(number: Decimal, kind: str) -> list[tuple[str, str]]:
    """How a number may be printed in a paper, each with the spreadsheet's word for that."""
    if kind != POUNDS:
        whole = number == number.to_integral_value()
        places = max(-int(number.normalize().as_tuple().exponent), 0)
        return [(in_figures(number), "#,##0" if whole else f"#,##0.{'0' * places}")]
    return [
        (f"£{in_figures(number)}", "£#,##0"),
        (f"£{number:,.2f}", "£#,##0.00"),
        (f"£{number:,.0f}", "£#,##0"),
        (in_figures(number), "#,##0"),
    ]


def _open_ended(cells: str, pattern: str, most: int | None) -> str:
    """A sum that says “at least” while a cell is not stated, and nothing while all are.

    `most` is how many numbers there can be, where words such as “as above” stand among them.
    """
    known = f"SUM({cells})"
    words = f'IF({known}=0,"{NOT_STATED}","at least "&TEXT({known},"{pattern}"))'
    return f"IF(COUNT({cells})={most or f'ROWS({cells})'},{known},{words})"
