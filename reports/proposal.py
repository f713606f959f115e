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
class RingFence:
    """Those who alone may apply for some posts, by name."""

    name: str
    note: str | None = None
    sources: tuple[str, ...] = ()


NOBODY_AT_RISK = ("stays", "slotted in", "vacancy deleted")
"""The outcomes with which nobody is at risk or dismissed, unless it is stated that somebody is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What becomes of whoever holds an existing post, by the post's key.

    `people`, `contracts`, those `at_risk` and proposed `dismissals` are never reckoned from one
    another; None is not stated. `ring_fence` is the name of the one they are in.
    """

    key: str
    outcome: str | None = None
    ring_fence: str | None = None
    people: int | None = None
    contracts: int | None = None
    at_risk: int | None = None
    dismissals: int | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()

    def counted(self, name: str) -> int | None:
        """One of the four numbers, by its name; nobody at risk or dismissed where all is safe."""
        stated: int | None = getattr(self, name)
        is_nobody = name in ("at_risk", "dismissals") and not self.may_lose_post
        return 0 if stated is None and is_nobody else stated

    @property
    def may_lose_post(self) -> bool:
        """Whether whoever it is of may; so it is while that is not stated."""
        stated = (self.at_risk or 0) + (self.dismissals or 0)
        return stated > 0 or self.outcome not in NOBODY_AT_RISK


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """How a proposed post is to be filled, by the post's key."""

    key: str
    way: str
    ring_fence: str | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Money that no post's pay gives: a one-off cost, funding, a saving, a yearly cost."""

    kind: str
    what: str
    pounds: Decimal | None = None
    year: str | None = None
    phase: str | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A section as its author has it: text in Markdown, in which figures and parts stand by name.

    `level` 2 stands within the last of level 1; `editions` are those that it is in, none: all.
    """

    key: str
    heading: str
    text: str = ""
    level: int = 1
    is_shown: bool = True
    is_numbered: bool = True
    is_appendix: bool = False
    editions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How a paper is written: its house's ways, and its sections in order.

    `exempt` are paragraphs of Part 1 of Schedule 12A; `basis` is how posts are costed.
    """

    template: str = "generic-modern"
    numbering: str = "1.1"
    item: str | None = None
    wards: str | None = None
    classification: str | None = None
    contact: str | None = None
    exempt: tuple[int, ...] = ()
    basis: str = "top"
    paper_size: str = "A4"
    is_published: bool = False
    sections: tuple[Written, ...] = ()


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
    ring_fences: tuple[RingFence, ...] = ()
    fates: tuple[Fate, ...] = ()
    fillings: tuple[Filling, ...] = ()
    costs: tuple[Cost, ...] = ()
    report: Report | None = None
