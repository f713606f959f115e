"""The cells of one list, read as texts, numbers and days by the field that their column is.

Its one rule: an empty cell, or one that says “n/a”, is not stated; what cannot be read is noted
with its place, and is not stated either.
"""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property

from divisions import dates
from posts.numbers import shortest

from .fields import FIELDS
from .findings import Findings, Remarks, quoted
from .matching import Column, Matching
from .table import Table

_NOT_STATED = frozenset({"na", "n/a", "n.a.", "n/d", "#n/a", "-", "–", "—", "not stated"})
_ERRORS = frozenset({"#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!", "#spill!"})
_NUMBER = re.compile(r"[0-9]{0,9}(?:[.][0-9]{0,30})?")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:[.][0-9]*)?")
_DECIMALS = re.compile(r"[0-9]{0,9},[0-9]{1,30}")
_DAY = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})")
_LARGEST_FTE, _MOST_ALIKE, _LOWEST_TIER = 10_000, 10_000, 20
_LONG = ("responsibilities", "note")


class Cells:
    """The cells of a list below its headings."""

    def __init__(self, table: Table, matching: Matching, findings: Findings) -> None:
        self.table, self.findings, self.remarks = table, findings, Remarks()
        self.columns = {column.field: column for column in matching.columns if column.field}

    def text(self, row: int, name: str) -> str | None:
        """What a row says of a field; None where it is not stated, or cannot be."""
        column = self.columns.get(name)
        return self.read(row, column, FIELDS[name].longest, name in _LONG) if column else None

    def read(self, row: int, column: Column, longest: int, is_long: bool = False) -> str | None:
        text = self.table.cell(row, column.number)
        plain = text[:20].casefold() if text else ""
        if not text or plain in _NOT_STATED:
            return None
        if plain in _ERRORS:
            self.fault(row, column, f"{text} is an error of the spreadsheet. Mend its formula.")
            return None
        if len(text) > longest:
            said = f"{quoted(text)} has {len(text):,} characters. At most {longest:,} are kept."
            self.fault(row, column, f"{said} Shorten it.")
            return None
        return text if is_long else " ".join(text.split())

    def fault(self, row: int, column: Column, message: str) -> None:
        self.findings.add(row, message, column.number, column.heading)

    def fte(self, row: int) -> Decimal | None:
        text, column = self.text(row, "fte"), self.columns.get("fte")
        if text is None or column is None:
            return None
        number = _decimal(text, comma=self.fte_comma)
        if number is None:
            why = "is negative" if text[0] in "-−" else "is not a number"
            self.fault(row, column, f"{quoted(text)} {why}. Write an FTE as 1 or 0.6.")
        elif number > _LARGEST_FTE:
            self.fault(row, column, f"{quoted(text)} is more than {_LARGEST_FTE:,} FTE.")
        else:
            return self._rounded(number)
        return None

    @cached_property
    def fte_comma(self) -> str:
        """What a comma in an FTE stands for: a point, where any can only mean that; else nothing.

        1,500 alone is fifteen hundred; in a column that has 0,5 too, it is one and a half.
        """
        number = self.columns["fte"].number
        cells = (self.table.cell(row, number) for row in range(1, len(self.table.rows) + 1))
        if not any(_DECIMALS.fullmatch(cell) and not _THOUSANDS.fullmatch(cell) for cell in cells):
            return ""
        self.findings.remark("A comma in an FTE is read as a decimal point: 0,5 as 0.5.")
        return "."

    def _rounded(self, number: Decimal) -> Decimal:
        kept = round(number, 6)
        if kept != number:
            self.remarks.count(
                "1 FTE has more than six decimals and is rounded.",
                "{} FTEs have more than six decimals and are rounded.",
            )
        return shortest(kept)

    def pounds(self, row: int, name: str) -> Decimal | None:
        """An amount of pounds and pence; None where it is not stated, or none."""
        text, column = self.text(row, name), self.columns.get(name)
        if text is None or column is None:
            return None
        number = _decimal(text.removeprefix("£").strip())
        if number is None:
            self.fault(
                row, column, f"{quoted(text)} is no amount. Write it as 41496.00 or £41,496."
            )
            return None
        return round(number, 2)

    def number(self, row: int) -> int | None:
        """How many posts alike a row stands for: 1 where it is not said."""
        return self._whole(row, "number", _MOST_ALIKE) or 1

    def tier(self, row: int) -> int | None:
        return self._whole(row, "tier", _LOWEST_TIER)

    def _whole(self, row: int, name: str, most: int) -> int | None:
        text, column = self.text(row, name), self.columns.get(name)
        if text is None or column is None:
            return None
        number = _decimal(text)
        if number is not None and number == int(number) and 1 <= number <= most:
            return int(number)
        self.fault(row, column, f"{quoted(text)} is not a whole number from 1 to {most:,}.")
        return None

    def day(self, row: int, name: str) -> date | None:
        text, column = self.text(row, name), self.columns.get(name)
        if text is None or column is None:
            return None
        try:
            return _day(text)
        except ValueError:
            self.fault(row, column, f"{quoted(text)} is no day. Write it as 1 April 2026.")
            return None


def _decimal(text: str, *, comma: str = "") -> Decimal | None:
    """A number that is nought or more; None where it is none. `comma` is what stands for one."""
    if comma or _THOUSANDS.fullmatch(text):
        text = text.replace(",", comma)
    if not _NUMBER.fullmatch(text):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _day(text: str) -> date:
    """One day as spreadsheets have it; ValueError if it is none."""
    if found := _DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
        return date(year, month, day)
    return dates.exact(text.partition("T")[0] if text[:4].isdigit() else text)
