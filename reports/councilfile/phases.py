"""Phases of which things say that they belong to them, and which no restructure has.

Its one rule: what a thing says of its phase stands; the warning is for whoever misspelt it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from reports.proposal import Proposal

from .faults import Fault, FaultList, TooManyFaults, listed, quoted
from .fields import written_at
from .places import Scalar
from .references import check_known
from .structure_reading import StructureReader


def strange_phases(
    readers: Iterable[StructureReader], proposals: Sequence[Proposal], file: str
) -> list[Fault]:
    """Warn of phases that none of the restructures which lead to a structure has."""
    warnings = FaultList(file)
    with suppress(TooManyFaults):
        for reader in readers:
            _check(reader, [each for each in proposals if each.after == reader.key], warnings)
    return warnings.found


def _check(reader: StructureReader, proposals: Sequence[Proposal], warnings: FaultList) -> None:
    if not proposals:
        return
    phases = {phase.name for proposal in proposals for phase in proposal.phases}
    names = listed([quoted(proposal.key) for proposal in proposals])
    check_known(
        _phases_of(reader),
        phases,
        lambda word: f"{quoted(word)} is not among the “phases” of {names}. List it there.",
        warnings,
    )


def _phases_of(reader: StructureReader) -> Iterator[Scalar]:
    """The phase of each unit, post and ending of a structure, where it stands in the file."""
    for record in (*reader.places.values(), *reader.record.get("ends", ())):
        if "phase" in record and isinstance(phase := written_at(record, "phase"), Scalar):
            yield phase
