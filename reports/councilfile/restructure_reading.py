"""One restructure of a council file, from records to a Proposal.

Its one rule: what the paper says is kept as it says it, and refused only where it could not be
counted as it stands.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reports.change import POST_KINDS, UNIT_KINDS
from reports.house.headings import House
from reports.proposal import (
    COMPUTED,
    FTE,
    FUNCTIONS,
    POSTS,
    UNITS,
    Cost,
    Milestone,
    Phase,
    Proposal,
    Recommendation,
    Scope,
    Statement,
)

from .faults import FaultList, listed, quoted
from .fields import Record, written_at
from .people_reading import posts_of, read_people
from .places import NOWHERE, Scalar, text_of
from .references import check_kinds_and_grades, check_known, check_structure_ids
from .report_reading import read_report
from .structure_reading import StructureReader, check_no_repeats

_NAMED_IN_WHERE = ("kind", "grade", "under", "reports_to")
_AS_THEY_ARE = (("phases", Phase), ("recommendations", Recommendation), ("costs", Cost))
_CHANGES = {
    UNITS: ("units", UNIT_KINDS),
    FUNCTIONS: ("units", UNIT_KINDS),
    POSTS: ("posts", POST_KINDS),
    FTE: ("posts", POST_KINDS),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The council's words that a statement may use, and the templates that a report may name."""

    kinds: Collection[str]
    grades: Collection[str]
    houses: Mapping[str, House]


class RestructureReader:
    """Reads one restructure; the structures that it names have been read."""

    def __init__(
        self,
        record: Record,
        structures: Mapping[str, StructureReader],
        words: Words,
        faults: FaultList,
    ) -> None:
        self.record, self.structures, self.words, self.faults = record, structures, words, faults
        self.before, self.after = text_of(record["before"]), text_of(record["after"])

    def read(self) -> Proposal:
        """Read all that the paper says of the restructure."""
        record = self.record
        self.check_sides()
        fields: dict[str, Any] = dict(record)
        fields |= {"key": text_of(record["key"]), "before": self.before, "after": self.after}
        fields["scope"] = self.scope()
        for name, kind in _AS_THEY_ARE:
            fields[name] = tuple(kind(**each) for each in record.get(name, ()))
        fields["milestones"] = tuple(map(self.milestone, record.get("milestones", ())))
        fields["statements"] = tuple(map(self.statement, record.get("statements", ())))
        fields |= self.people()
        if "report" in record:
            fields["report"] = read_report(record["report"], self.words.houses, self.faults)
        return Proposal(**fields)

    def check_sides(self) -> None:
        """Check that there are two structures to compare."""
        sides = [self.record[side] for side in ("before", "after")]
        given = [side for side in sides if side is not None]
        check_structure_ids(given, self.structures, self.faults)
        if self.before and self.before == self.after:
            self.faults.add(sides[1], "“before” and “after” are the same structure.")

    def scope(self) -> tuple[Scope, ...]:
        """Read what is in and out of the restructure."""
        lines = self.record.get("scope", ())
        ids: list[Scalar] = [each["key"] for each in lines if each["key"] is not None]
        check_no_repeats(ids, "“scope”", self.faults)
        self.check_things(ids, [self.before, self.after])
        return tuple(Scope(**{**each, "key": text_of(each["key"])}) for each in lines)

    def people(self) -> dict[str, Any]:
        """Read what becomes of whom: of posts before, and of posts after."""
        sides = (("fates", self.before), ("fillings", self.after))
        for name, side in sides:
            self.check_things(posts_of(self.record.get(name, ())), [side], "post")
        return read_people(self.record, self.faults)

    def milestone(self, record: Record) -> Milestone:
        """Read a step of the timetable; its first day is not after its last."""
        earliest, latest = record.get("earliest"), record.get("latest")
        if earliest and latest and earliest > latest:
            self.faults.add(record, "“earliest” is after “latest”. Exchange them.")
        return Milestone(**record)

    def statement(self, record: Record) -> Statement:
        """Read what the paper says, and check that what it counts can be counted."""
        fields: dict[str, Any] = dict(record)
        for given, missing in _incomplete(record):
            self.faults.add(record, f"“{given}” is given without “{missing}”.")
        sides = {"before": self.before, "after": self.after}
        side = sides.get(fields.get("side", ""))
        where: Record = fields.get("where") or Record(NOWHERE)
        self.check_change(where, fields.get("counts", ""))
        fields["where"] = self.where(where, [side] if side is not None else [*sides.values()])
        return Statement(**fields)

    def check_change(self, where: Record, counts: str) -> None:
        """Check that what is counted can change so: posts are deleted, and units closed."""
        what, kinds = _CHANGES.get(counts, ("", ()))
        change, place = where.get("change"), written_at(where, "change")
        if place is not None and change is not None and what and change not in kinds:
            changes = listed([quoted(kind) for kind in kinds], most=40)
            self.faults.add(
                place,
                f"{quoted(change)} is no change to {what}, which are counted here. Those are "
                f"{changes}.",
            )

    def where(self, record: Record, structures: list[str]) -> dict[str, Any]:
        """Read what a count is narrowed by."""
        named = {key: [record[key]] if key in record else [] for key in _NAMED_IN_WHERE}
        check_kinds_and_grades(
            named["kind"], self.words.kinds, named["grade"], self.words.grades, self.faults
        )
        self.check_things(named["under"], structures, "unit")
        self.check_things(named["reports_to"], structures, "post")
        return {key: text_of(value) if key in named else value for key, value in record.items()}

    def check_things(
        self, uses: list[Scalar], structures: list[str], what: str = "unit or post"
    ) -> None:
        """Check ids of units or posts in the structures of a restructure, where these are there."""
        if not uses or any(key not in self.structures for key in structures):
            return
        known: set[str] = set()
        for reader in map(self.structures.__getitem__, structures):
            known.update(reader.units if "unit" in what else ())
            known.update(reader.posts if "post" in what else ())
        names = listed([quoted(key) for key in structures])
        check_known(
            uses,
            known,
            lambda word: f"{quoted(word)} is not the id of a {what} in {names}.",
            self.faults,
        )


def _incomplete(statement: Record) -> Iterator[tuple[str, str]]:
    """What a statement gives without what it needs, though that be wrong."""
    value, counts, side, where = (
        written_at(statement, key) for key in ("value", "counts", "in", "where")
    )
    if counts is None:
        yield from ((key, "counts") for key, given in (("value", value), ("where", where)) if given)
    if statement.get("counts") in COMPUTED and side is None:
        yield "counts", "in"
