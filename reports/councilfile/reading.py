"""A council file from bytes to values, or all that is wrong with it.

Its one rule: everything is read before anything is refused, so that a person sees every fault at
once and none of them twice.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from reports.proposal import (
    COMPUTED,
    Milestone,
    Phase,
    Proposal,
    Recommendation,
    Scope,
    Statement,
)

from .faults import FaultList, TooManyFaults, listed, quoted
from .fields import Record
from .keys import SLUG
from .namesakes import namesakes
from .places import NOWHERE, Scalar, tree
from .references import (
    check_kinds_and_grades,
    check_known,
    check_origins,
    check_sorts,
    check_structure,
    check_unique,
    loops,
)
from .schema import COUNCIL_FILE, IN_FORCE
from .structure_reading import StructureReader, check_ids, check_no_repeats, other_names
from .values import CouncilFile, Grade, Kind, StructureFile, Tier


def read(data: bytes, name: str) -> CouncilFile:
    """Read a council file; `name` is what its faults call it. Faults with every fault in it."""
    faults = FaultList(name)
    council_file = None
    with _no_collecting(), suppress(TooManyFaults):
        node = tree(data, faults)
        record = COUNCIL_FILE.read(node, faults) if node is not None else None
        council_file = _Reader(record, faults).read() if record is not None else None
    faults.raise_any()
    assert council_file is not None
    return council_file


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Spare Python's looking for garbage: reading makes none, and would take half as long again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Reader:
    """Reads one council file; everything that refers to something is checked last."""

    def __init__(self, record: Record, faults: FaultList) -> None:
        self.record, self.faults = record, faults
        self.council: Any = record["council"] or Record(NOWHERE)
        self.kinds = [Kind(**kind) for kind in self.council.get("kinds", ())]
        self.grades = [Grade(**grade) for grade in self.council.get("grades", ())]
        functions = {kind.name for kind in self.kinds if kind.is_function}
        self.structures = [
            StructureReader(structure, functions, faults)
            for structure in record.get("structures", ())
        ]
        self.by_key = {reader.key: reader for reader in reversed(self.structures)}
        self.restructures: list[Record] = list(record.get("restructures", ()))

    def read(self) -> CouncilFile:
        """Read the structures, then the restructures, then check what refers to what."""
        files = tuple(reader.read() for reader in self.structures)
        self.check_council()
        self.check_ids()
        for reader in self.structures:
            check_structure(reader, self.kind_names, self.grade_names, self.faults)
            check_origins(reader, self.before(reader), self.faults)
        for before, after in self.pairs():
            check_sorts(before, after, self.faults)
        self.check_drawn_from()
        proposals = tuple(map(self.proposal, self.restructures))
        return self.file(files, proposals)

    def file(
        self, files: tuple[StructureFile, ...], proposals: tuple[Proposal, ...]
    ) -> CouncilFile:
        """Put together what was read."""
        council = self.council
        warnings = () if self.faults.found else namesakes(self.pairs(), self.faults.file)
        return CouncilFile(
            slug=council.get("slug", ""),
            name=council.get("name", ""),
            other_names=other_names(council.get("other_names", ())),
            note=council.get("note"),
            kinds=tuple(self.kinds),
            tiers=tuple(Tier(**tier) for tier in council.get("tiers", ())),
            grades=tuple(self.grades),
            structures=files,
            proposals=proposals,
            warnings=tuple(warnings),
        )

    @property
    def kind_names(self) -> set[str]:
        return {kind.name for kind in self.kinds}

    @property
    def grade_names(self) -> set[str]:
        return {grade.name for grade in self.grades}

    def check_council(self) -> None:
        """Check the council's slug and words."""
        council, faults = self.council, self.faults
        slug = council.get("slug", "")
        if slug and not SLUG.fullmatch(slug):
            faults.add(
                council,
                f"“slug” is small letters and digits with single hyphens between, as in an "
                f"address, not {quoted(slug)}.",
            )
        for field, what in (("kinds", "The kind"), ("grades", "The grade")):
            named = [(each["name"], each) for each in council.get(field, ())]
            check_unique(named, what, faults)
        tiers = [(str(each["tier"] or ""), each) for each in council.get("tiers", ())]
        check_unique(tiers, "Tier", faults)

    def check_ids(self) -> None:
        """Check that no two things of the file share an id, and that one structure is in force."""
        for what, records in (
            ("The structure", [reader.record for reader in self.structures]),
            ("The restructure", self.restructures),
        ):
            ids: list[Scalar] = [record["key"] for record in records]
            check_ids(ids, self.faults)
            check_unique([(scalar.text, scalar) for scalar in ids], what, self.faults)
        in_force = [each for each in self.structures if each.record["status"] == IN_FORCE]
        if len(in_force) > 1:
            names = listed([quoted(each.key) for each in in_force], "and")
            self.faults.add(
                in_force[1].record,
                f"{names} are all in force. A council has one structure in force: make the others "
                "“superseded”.",
            )

    def before(self, reader: StructureReader) -> list[StructureReader] | None:
        """The structures before one; None where one of them is not there (a fault by then)."""
        names = [reader.record.get("drawn_from")] + [
            each["before"] for each in self.restructures if _text(each["after"]) == reader.key
        ]
        texts = dict.fromkeys(name.text for name in names if name is not None)
        if any(text not in self.by_key for text in texts):
            return None
        return [self.by_key[text] for text in texts]

    def pairs(self) -> list[tuple[StructureReader, StructureReader]]:
        """Every two structures that are compared, the one before first."""
        return [
            (before, reader) for reader in self.structures for before in self.before(reader) or ()
        ]

    def check_drawn_from(self) -> None:
        """Check that a structure is drawn from one that is there, and never from itself."""
        drawn = {
            reader.key: reader.record["drawn_from"]
            for reader in self.structures
            if reader.record.get("drawn_from") is not None
        }
        self.check_structures(list(drawn.values()))
        for loop in loops({key: scalar.text for key, scalar in drawn.items()}):
            names = listed([quoted(key) for key in loop], "and")
            what = "are drawn from one another" if len(loop) > 1 else "is drawn from itself"
            self.faults.add(drawn[loop[0]], f"{names} {what}. Delete one “drawn_from”.")

    def check_structures(self, uses: list[Scalar]) -> None:
        check_known(
            uses,
            self.by_key,
            lambda word: f"{quoted(word)} is not the id of a structure in this file.",
            self.faults,
        )

    def proposal(self, record: Record) -> Proposal:
        """Read one restructure."""
        fields: dict[str, Any] = dict(record)
        sides = {side: record[side] for side in ("before", "after")}
        self.check_structures([side for side in sides.values() if side is not None])
        if _text(sides["before"]) and _text(sides["before"]) == _text(sides["after"]):
            self.faults.add(sides["after"], "“before” and “after” are the same structure.")
        fields |= {side: _text(scalar) for side, scalar in sides.items()}
        fields["key"] = _text(record["key"])
        fields["phases"] = tuple(Phase(**each) for each in record.get("phases", ()))
        fields["scope"] = self.scope(record, fields)
        fields["milestones"] = tuple(map(self.milestone, record.get("milestones", ())))
        fields["recommendations"] = tuple(
            Recommendation(**each) for each in record.get("recommendations", ())
        )
        statements = record.get("statements", ())
        fields["statements"] = tuple(self.statement(each, fields) for each in statements)
        return Proposal(**fields)

    def scope(self, record: Record, fields: dict[str, Any]) -> tuple[Scope, ...]:
        """Read what is in and out of the restructure."""
        lines = record.get("scope", ())
        ids: list[Scalar] = [each["key"] for each in lines if each["key"] is not None]
        check_no_repeats(ids, "“scope”", self.faults)
        self.check_things(ids, [fields["before"], fields["after"]])
        return tuple(Scope(**{**each, "key": _text(each["key"])}) for each in lines)

    def milestone(self, record: Record) -> Milestone:
        """Read a step of the timetable; its first day is not after its last."""
        earliest, latest = record.get("earliest"), record.get("latest")
        if earliest and latest and earliest > latest:
            self.faults.add(record, "“earliest” is after “latest”. Exchange them.")
        return Milestone(**record)

    def statement(self, record: Record, restructure: dict[str, Any]) -> Statement:
        """Read what the paper says, and check that what it counts can be counted."""
        fields: dict[str, Any] = dict(record)
        for given, missing in _incomplete(fields):
            self.faults.add(record, f"“{given}” is given without “{missing}”.")
        side = fields.get("side")
        structures = [restructure[side]] if side in restructure else [restructure["before"],
            restructure["after"]]  # fmt: skip
        fields["where"] = self.where(fields.get("where") or Record(NOWHERE), structures)
        return Statement(**fields)

    def where(self, record: Record, structures: list[str]) -> dict[str, Any]:
        """Read what a count is narrowed by."""
        named = {key: [record[key]] if key in record else [] for key in _NAMED_IN_WHERE}
        check_kinds_and_grades(
            named["kind"], self.kind_names, named["grade"], self.grade_names, self.faults
        )
        self.check_things(named["under"], structures, "unit")
        self.check_things(named["reports_to"], structures, "post")
        return {key: _text(value) if key in named else value for key, value in record.items()}

    def check_things(
        self, uses: list[Scalar], structures: list[str], what: str = "unit or post"
    ) -> None:
        """Check ids of units or posts in the structures of a restructure, where these are there."""
        if not uses or any(key not in self.by_key for key in structures):
            return
        known: set[str] = set()
        for reader in map(self.by_key.__getitem__, structures):
            known.update(reader.units if "unit" in what else ())
            known.update(reader.posts if "post" in what else ())
        names = listed([quoted(key) for key in structures])
        check_known(
            uses,
            known,
            lambda word: f"{quoted(word)} is not the id of a {what} in {names}.",
            self.faults,
        )


_NAMED_IN_WHERE = ("kind", "grade", "under", "reports_to")


def _incomplete(statement: dict[str, Any]) -> list[tuple[str, str]]:
    """What a statement gives without what it needs."""
    lacking = []
    counts = statement.get("counts")
    if counts is None:
        lacking = [(key, "counts") for key in ("value", "where") if statement.get(key) is not None]
    if counts in COMPUTED and "side" not in statement:
        lacking.append(("counts", "in"))
    return lacking


def _text(scalar: Scalar | None) -> str:
    return scalar.text if scalar is not None else ""
