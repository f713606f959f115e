"""What a council file holds, as plain frozen values: the council, its structures, its restructures.

`read` makes it from a file and `dump` writes it back; the database is read into it and written
from it elsewhere. Its one rule: what is not stated is None, or an empty tuple.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from posts.snapshot import OtherName, Snapshot
from reports.proposal import Proposal

from .faults import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The council's word for a kind of unit; a function is work, not an organisation."""

    name: str
    is_function: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """What the council calls a tier; 1 is the highest."""

    tier: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grade as the paper names it; rank 1 is the highest, pounds are those of `year`."""

    name: str
    rank: int | None = None
    pounds: Decimal | None = None
    basis: str | None = None
    year: str | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureFile:
    """One structure with what only its record knows; key and title are the snapshot's."""

    status: str
    snapshot: Snapshot
    drawn_from: str | None = None
    in_force_from: str | None = None
    approved_by: str | None = None
    approved_on: str | None = None
    minute: str | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilFile:
    """All that is known of one council. `warnings` are what its file's reader should look at."""

    slug: str
    name: str
    other_names: tuple[OtherName, ...] = ()
    note: str | None = None
    kinds: tuple[Kind, ...] = ()
    tiers: tuple[Tier, ...] = ()
    grades: tuple[Grade, ...] = ()
    structures: tuple[StructureFile, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    warnings: tuple[Fault, ...] = field(default=(), compare=False, repr=False)
