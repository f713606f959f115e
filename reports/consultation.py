"""The rule on consulting before redundancies, as it stood on a day.

Proposed dismissals at one establishment within 90 days: from 20, and again from 100, consultation
begins so many days before the first takes effect. Each number is dated and has its source. Its one
rule: it is information and never advice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

ACT = "Trade Union and Labour Relations (Consolidation) Act 1992"
WINDOW = 90
"""Days within which dismissals are counted together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """From so many proposed dismissals, so many days; `since` the day it came into force."""

    since: date
    dismissals: int
    days: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """The most days' pay that a tribunal may award, for dismissals from a day."""

    since: date
    days: int
    source: str


RULES = (
    Rule(since=date(1996, 3, 1), dismissals=20, days=30, source=f"{ACT}, section 188(1A)"),
    Rule(since=date(1996, 3, 1), dismissals=100, days=90, source=f"{ACT}, section 188(1A)"),
    Rule(
        since=date(2013, 4, 6), dismissals=100, days=45,
        source=f"{ACT}, section 188(1A), as amended by SI 2013/763",
    ),
)  # fmt: skip
"""A later rule takes the place of an earlier one for as many dismissals."""

AWARDS = (
    Award(since=date(1996, 3, 1), days=90, source=f"{ACT}, section 189"),
    Award(since=date(2026, 4, 6), days=180, source="Employment Rights Act 2025"),
)

NOTIFY = (
    "The Secretary of State is notified on form HR1 within the same time, and before notice is "
    f"given ({ACT}, section 193)."
)
ANOTHER_COUNT_FROM = date(2027, 1, 1)
ANOTHER_COUNT = (
    "From 2027 a second count over the whole organisation is to apply; regulations set the number."
)


def rule_for(dismissals: int, on: date, rules: Sequence[Rule] = RULES) -> Rule | None:
    """The rule that holds for so many proposed dismissals on a day; None where none does."""
    in_force = {each.dismissals: each for each in _since(rules) if each.since <= on}
    reached = [each for each in in_force.values() if dismissals >= each.dismissals]
    return max(reached, key=lambda each: each.dismissals, default=None)


def least(on: date, rules: Sequence[Rule] = RULES) -> int | None:
    """The fewest dismissals for which there is a rule on a day."""
    return min((each.dismissals for each in rules if each.since <= on), default=None)


def award_for(on: date, awards: Sequence[Award] = AWARDS) -> Award | None:
    """The most that may be awarded for dismissals on a day."""
    in_force = [each for each in awards if each.since <= on]
    return max(in_force, key=lambda each: each.since, default=None)


def begin_by(first: date, rule: Rule) -> date:
    """The last day on which consultation can begin before a first dismissal."""
    return first - timedelta(days=rule.days)


def _since(rules: Sequence[Rule]) -> list[Rule]:
    return sorted(rules, key=lambda each: each.since)
