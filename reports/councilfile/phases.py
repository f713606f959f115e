"""Phases of which things say that they belong to them, and which no restructure has.

Its one rule: what a thing says of its phase stands; the warning is for whoever misspelt it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from reports.proposal import Proposal

from .faults import Fault, FaultList, TooManyFaults, listed, quoted
from .fields import Record, written_at
from .places import Scalar
from .references import check_known
from .structure_reading import StructureReader


def strange_phases(
    readers: Iterable[StructureReader],
    restructures: Iterable[Record],
    proposals: Sequence[Proposal],
    file: str,
) -> list[Fault]:
    """Warn of phases that none of the restructures which lead to a structure has.

    And of phases of costs that their own restructure does not have.
    """
    warnings = FaultList(file)
    with suppress(TooManyFaults):
        for reader in readers:
            leading = [each for each in proposals if each.after == reader.key]
            _check(_phases_of(reader), leading, warnings)
        for record, proposal in zip(restructures, proposals, strict=True):
            _check(_phases_in(record.get("costs", ())), [proposal], warnings)
    return warnings.found


def _check(named: Iterable[Scalar], proposals: Sequence[Proposal], warnings: FaultList) -> None:
    if not proposals:
        return
    phases = {phase.name for proposal in proposals for phase in proposal.phases}
    names = listed([quoted(proposal.key) for proposal in proposals])
    check_known(
        named,
        phases,
        lambda word: f"{quoted(word)} is not among the “phases” of {names}. List it there.",
        warnings,
    )


def _phases_of(reader: StructureReader) -> Iterator[Scalar]:
    """The phase of each unit, post and ending of a structure, where it stands in the file."""
    return _phases_in((*reader.places.values(), *reader.record.get("ends", ())))


def _phases_in(records: Iterable[Record]) -> Iterator[Scalar]:
    for record in records:
        if "phase" in record and isinstance(phase := written_at(record, "phase"), Scalar):
            yield phase
