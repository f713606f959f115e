"""What a paper says about a restructure besides its two structures, as plain frozen values.

Scope, phases, milestones, recommendations and statements, as read from the tables or from a
council file. Its one rule: a statement is kept as stated, beside and never instead of what the
structures give.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

IN, OUT, UNDECIDED = "in", "out", "undecided"
SCOPES = (IN, OUT, UNDECIDED)

POSTS, FTE, UNITS, FUNCTIONS = "posts", "fte", "units", "functions"
CONTRACTS, PEOPLE, POUNDS = "contracts", "people", "pounds"
COUNTS = (POSTS, FTE, UNITS, FUNCTIONS, CONTRACTS, PEOPLE, POUNDS)
COMPUTED = (POSTS, FTE, UNITS, FUNCTIONS)

BEFORE, AFTER, DIFFERENCE = "before", "after", "difference"
SIDES = (BEFORE, AFTER, DIFFERENCE)

WHERE = (
    "category", "tier", "to_tier", "kind", "grade", "state",
    "under", "reports_to", "outside", "scope", "change",
)  # fmt: skip
"""What a count may be narrowed by; all that are given must hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    name: str
    what: str | None = None
    when: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A unit or post, with all below it, that is in or out of the restructure, or undecided."""

    key: str
    scope: str
    why: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A step of the timetable: `when` as printed, `earliest` and `latest` as ISO days.

    `certainty` is stated, derived, uncertain or doubtful (printed, and hardly meant).
    """

    what: str
    when: str | None = None
    earliest: str | None = None
    latest: str | None = None
    group: str | None = None
    certainty: str = "stated"
    sources: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One thing asked of the meeting, in our words: verb (agree, approve, note …) and text."""

    number: str | None = None
    verb: str
    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the paper says, in our words, and how it could be counted.

    Two statements with the same `about` speak of one thing. `value` with `counts` and `side` can
    be checked against the structures where `counts` is one of COMPUTED; `where` narrows the count.
    """

    says: str
    about: str | None = None
    value: Decimal | None = None
    counts: str | None = None
    side: str | None = None
    where: Mapping[str, Any] = field(default_factory=dict)
    year: str | None = None
    certainty: str = "stated"
    sources: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A restructure: which structure before, which after, and what the paper says of it."""

    key: str
    title: str
    before: str
    after: str
    report_of: str | None = None
    body: str | None = None
    meeting: str | None = None
    decision: str | None = None
    effective: str | None = None
    paper: str | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
    phases: tuple[Phase, ...] = ()
    scope: tuple[Scope, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    statements: tuple[Statement, ...] = ()
