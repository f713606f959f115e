"""A council file from bytes to values, or all that is wrong with it.

Its one rule: everything is read before anything is refused, so that a person sees every fault at
once and none of them twice.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from reports.proposal import Proposal

from .faults import Fault, FaultList, TooManyFaults, listed, quoted
from .fields import Record
from .keys import OUR_OWN, SLUG
from .namesakes import namesakes
from .pay_reading import read_grades, read_pay, strange_points
from .phases import strange_phases
from .places import NOWHERE, Scalar, text_of, tree
from .references import (
    check_origins,
    check_sorts,
    check_structure,
    check_structure_ids,
    check_unique,
    loops,
)
from .report_reading import houses, read_templates
from .restructure_reading import RestructureReader, Words
from .schema import COUNCIL_FILE, IN_FORCE
from .structure_reading import StructureReader, check_ids, other_names
from .values import CouncilFile, Kind, StructureFile, Tier


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
        self.pay = read_pay(self.council.get("pay"), faults)
        self.grades = read_grades(self.council.get("grades", ()), self.pay, faults)
        self.templates = read_templates(self.council.get("templates", ()), faults)
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
        words = Words(self.kind_names, self.grade_names, houses(self.templates))
        proposals = [
            RestructureReader(record, self.by_key, words, self.faults).read()
            for record in self.restructures
        ]
        return self.file(files, tuple(proposals))

    def file(
        self, files: tuple[StructureFile, ...], proposals: tuple[Proposal, ...]
    ) -> CouncilFile:
        """Put together what was read."""
        council = self.council
        return CouncilFile(
            slug=council.get("slug", ""),
            name=council.get("name", ""),
            other_names=other_names(council.get("other_names", ())),
            note=council.get("note"),
            kinds=tuple(self.kinds),
            tiers=tuple(Tier(**tier) for tier in council.get("tiers", ())),
            pay=self.pay,
            grades=tuple(self.grades),
            templates=self.templates,
            structures=files,
            proposals=proposals,
            warnings=() if self.faults.places else self.warnings(proposals),
        )

    def warnings(self, proposals: tuple[Proposal, ...]) -> tuple[Fault, ...]:
        """What is no fault, and yet probably not what was meant."""
        name = self.faults.file
        phases = strange_phases(self.structures, self.restructures, proposals, name)
        points = strange_points(self.council.get("grades", ()), self.pay, name)
        return tuple(sorted([*namesakes(self.pairs(), name), *phases, *points]))

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
        if slug in OUR_OWN:
            faults.add(council, f"{quoted(slug)} is a page of the site's own. Choose another slug.")
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
            each["before"] for each in self.restructures if text_of(each["after"]) == reader.key
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
        check_structure_ids(drawn.values(), self.by_key, self.faults)
        for loop in loops({key: scalar.text for key, scalar in drawn.items()}):
            names = listed([quoted(key) for key in loop], "and")
            what = "are drawn from one another" if len(loop) > 1 else "is drawn from itself"
            self.faults.add(drawn[loop[0]], f"{names} {what}. Delete one “drawn_from”.")
