"""Each row of an establishment list as what it says of one post, cell by cell.

Its one rule: an empty cell, or one that says “n/a”, is not stated; words are kept as they are
typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .cells import Cells
from .fields import FIELDS
from .findings import Findings, quoted
from .matching import Column, Matching
from .no_posts import NoPosts
from .table import Table

NOBODY = frozenset({"none", "nobody", "no one", "xx"})
"""What stands in “Reports to” where a post is stated to report to nobody."""

_YES = frozenset({"yes", "y", "true", "1", "vacant", "vacancy"})
_NO = frozenset({"no", "n", "false", "0", "filled", "occupied", "not vacant"})
_VACANT = frozenset({"vacant", "vacancy", "vacant post", "vacant position", "(vacant)"})
_TEXTS = (
    "title", "post_number", "grade", "state", "contract", "statutory", "category", "cost_centre",
    "location", "responsibilities", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a post. This never becomes part of a structure, its history or a public file."""

    person: str
    payroll_number: str = ""
    held_from: date | None = None
    held_until: date | None = None
    pounds: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPost:
    """What one row says of a post: texts by field, what was read of them, and its holder.

    `units` are the names of the units it stands in, from the highest, each with its kind.
    """

    row: int
    texts: dict[str, str | None]
    units: tuple[tuple[str, str | None], ...] = ()
    reports_to: str | None = None
    reports_to_other: str | None = None
    fte: Decimal | None = None
    number: int | None = 1
    tier: int | None = None
    holder: Holder | None = None

    @property
    def title(self) -> str | None:
        return self.texts["title"]

    @property
    def post_number(self) -> str | None:
        return self.texts["post_number"]

    @property
    def name(self) -> str:
        """What to call it in a message."""
        return quoted(self.title or f"post {self.post_number}")


def posts_listed(table: Table, matching: Matching, findings: Findings) -> list[ListedPost]:
    """Read all rows below the headings; what cannot be read is noted."""
    reader = _Reader(table, matching, findings)
    found = list(reader.posts())
    reader.cells.remarks.tell(findings)
    return found


class _Reader:
    """Reads row after row."""

    def __init__(self, table: Table, matching: Matching, findings: Findings) -> None:
        self.table, self.matching, self.findings = table, matching, findings
        self.cells = Cells(table, matching, findings)
        self.above_path, self.below_path = matching.levels_around_the_path
        self.cut = self._path_sign()

    def posts(self) -> Iterator[ListedPost]:
        start = self.matching.heading_row
        headings = tuple(column.heading.casefold() for column in self.matching.columns)
        no_posts = NoPosts(self.table, self.matching)
        for row, cells in enumerate(self.table.rows[start:], start=start + 1):
            if not any(cells):
                self.cells.remarks.count("1 empty row is skipped.", "{} empty rows are skipped.")
            elif tuple(cell.casefold() for cell in cells[: len(headings)]) == headings:
                self.findings.add(row, "This row repeats the headings. Delete it.")
            elif not no_posts.has(row):
                yield from self._post(row)
        no_posts.tell(self.findings)

    def _post(self, row: int) -> Iterator[ListedPost]:
        """The post of a row; none where it has neither title nor number."""
        texts = {name: self.cells.text(row, name) for name in _TEXTS}
        if texts["post_number"] in ("0", "00", "000"):
            texts["post_number"] = None
        if texts["title"] is None and texts["post_number"] is None:
            self.findings.add(row, "There is neither a title nor a post number. Write one of them.")
            return
        holder = self._holder(row, texts)
        yield ListedPost(
            row=row,
            texts=texts,
            units=self._units(row),
            reports_to=self.cells.text(row, "reports_to"),
            reports_to_other=self.cells.text(row, "reports_to_other"),
            fte=self.cells.fte(row),
            number=self.cells.number(row),
            tier=self.cells.tier(row),
            holder=holder,
        )

    # ---- units ----

    def _units(self, row: int) -> tuple[tuple[str, str | None], ...]:
        """The units that a row names, from the highest; one named twice over is one unit."""
        named: list[tuple[str, str | None]]
        named = [(text, kind) for kind, text in self._levels(row, self.above_path) if text]
        named += [(text, None) for text in self._path(row)]
        named += [(text, kind) for kind, text in self._levels(row, self.below_path) if text]
        if unit := self.cells.text(row, "unit"):
            named.append((unit, None))
        kind = self.cells.text(row, "unit_kind")
        if named and kind:
            named[-1] = (named[-1][0], kind)
        kept = list[tuple[str, str | None]]()
        for name, own_kind in named:
            if kept and kept[-1][0].casefold() == name.casefold():
                self.cells.remarks.count(
                    "1 row names one unit at two levels, one below the other; it is made once.",
                    "{} rows name one unit at two levels, one below the other; it is made once.",
                )
            else:
                kept.append((name, own_kind))
        return tuple(kept)

    def _levels(
        self, row: int, levels: list[tuple[str, Column]]
    ) -> Iterator[tuple[str, str | None]]:
        for kind, column in levels:
            yield kind, self.cells.read(row, column, FIELDS["unit"].longest)

    def _path(self, row: int) -> list[str]:
        text, column = self.cells.text(row, "path"), self.cells.columns.get("path")
        if text is None or column is None:
            return []
        names = [name.strip() for name in re.split(self.cut, text)]
        if any(len(name) > FIELDS["unit"].longest for name in names) or len(names) > 20:
            self.cells.fault(
                row, column, "A path has at most 20 units, each of at most 500 characters."
            )
            return []
        return [name for name in names if name]

    def _path_sign(self) -> str:
        """At what the paths of this list are cut: “>” if any has one, else “\\”, else “/”."""
        column = self.cells.columns.get("path")
        if column is None:
            return ">"
        cells = [self.table.cell(row, column.number) for row in self._rows()]
        for signs in ("[>›»]", r"\\"):
            if any(re.search(signs, cell) for cell in cells):
                return signs
        if any("/" in cell for cell in cells):
            self.cells.remarks.count("Unit paths are cut at “/”.", "Unit paths are cut at “/”.")
        return "/"

    def _rows(self) -> range:
        return range(self.matching.heading_row + 1, len(self.table.rows) + 1)

    # ---- who holds it ----

    def _holder(self, row: int, texts: dict[str, str | None]) -> Holder | None:
        """Who holds the post; “Vacant” in their place is its state."""
        person = self._person(row)
        payroll, since = self.cells.text(row, "payroll_number"), self.cells.day(row, "held_from")
        until, pounds = self.cells.day(row, "held_until"), self.cells.pounds(row, "holder_pay")
        if vacant := self.cells.text(row, "vacant"):
            self._note_vacancy(vacant, texts)
        if person and person.casefold() in _VACANT:
            self._note_vacancy("vacant", texts)
            person = None
        if person is None:
            self._remark_on_nobody(payroll, pounds)
            return None
        if since and until and until < since:
            self.cells.fault(
                row, self.cells.columns["held_until"], "This is before the day it is held from."
            )
        return Holder(
            person=person, payroll_number=payroll or "", held_from=since, held_until=until,
            pounds=pounds,
        )  # fmt: skip

    def _remark_on_nobody(self, payroll: str | None, pounds: Decimal | None) -> None:
        """Say what is not kept of a row, since nobody is there of whom it would be."""
        if payroll:
            self.cells.remarks.count(
                "1 row has a payroll number and no holder; the number is not kept.",
                "{} rows have a payroll number and no holder; the numbers are not kept.",
            )
        if pounds is not None:
            self.cells.remarks.count(
                "1 row has a holder’s pay and no holder; the pay is not kept.",
                "{} rows have a holder’s pay and no holder; the pay is not kept.",
            )

    def _person(self, row: int) -> str | None:
        names = (self.cells.text(row, "forename"), self.cells.text(row, "surname"))
        return self.cells.text(row, "holder") or " ".join(filter(None, names)) or None

    def _note_vacancy(self, said: str, texts: dict[str, str | None]) -> None:
        """Take the state from what says whether the post is vacant, unless it is stated."""
        plain = said.casefold()
        state = "vacant" if plain in _YES else "filled" if plain in _NO else said
        if texts["state"] is None:
            texts["state"] = state
        elif texts["state"].casefold() != state.casefold():
            self.cells.remarks.count(
                "1 row says both that the post is vacant and its state otherwise (or the reverse); "
                "the state is kept as typed.",
                "{} rows say whether the post is vacant, and its state otherwise; the states are "
                "kept as typed.",
            )
