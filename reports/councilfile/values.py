"""What a council file holds, as plain frozen values: the council, its structures, its restructures.

`read` makes it from a file and `dump` writes it back; the database is read into it and written
from it elsewhere. Its one rule: what is not stated is None, or an empty tuple.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from posts.numbers import shortest
from posts.snapshot import OtherName, Snapshot
from reports.proposal import Proposal, Written

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
class SpinePoint:
    """What a point of a spine is paid for full time in a year."""

    point: int
    pounds: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PayTable:
    """What the points of a spine are paid since an ISO day."""

    since: str
    points: tuple[SpinePoint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spine:
    """A pay spine by its name, with its tables in the order of their days."""

    name: str
    sources: tuple[str, ...] = ()
    note: str | None = None
    tables: tuple[PayTable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCosts:
    """What comes on top of pay since an ISO day, in percent of it."""

    since: str
    percent: Decimal
    sources: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """What a council pays: its spines, and its on-costs in the order of their days."""

    spines: tuple[Spine, ...] = ()
    on_costs: tuple[OnCosts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grade as the paper names it; rank 1 is the highest, pounds are those of `year`.

    `spine` is the name of the one whose points it has, from `lowest` to `highest`.
    """

    name: str
    rank: int | None = None
    pounds: Decimal | None = None
    basis: str | None = None
    year: str | None = None
    spine: str | None = None
    lowest: int | None = None
    highest: int | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A council's own house template by its slug: how it numbers, its sections in order."""

    slug: str
    name: str
    numbering: str = "1.1"
    sections: tuple[Written, ...] = ()


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
    pay: Pay = Pay()
    grades: tuple[Grade, ...] = ()
    templates: tuple[Template, ...] = ()
    structures: tuple[StructureFile, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    warnings: tuple[Fault, ...] = field(default=(), compare=False, repr=False)


def plain(value: Any) -> Any:
    """A column's value as a file has it: days as text, numbers at their shortest."""
    if isinstance(value, date):
        return value.isoformat()
    return shortest(value) if isinstance(value, Decimal) else value
