"""A comparison as plain values, to be written as JSON; `docs/compare.md` documents their shape.

Its one rule: a count that is not exact is told by its least and its most, and what is not known is
null.
"""

from collections.abc import Sequence
from typing import Any

from posts.snapshot import Snapshot
from reports import measures
from reports.change import Change
from reports.compare import LineChange, MadeUpFrom
from reports.comparison import Comparison
from reports.counts import Count, Number
from reports.making import name_of
from reports.proposal import Scope
from reports.scope import OutOfScope
from reports.verdicts import DISAGREES, Verdict

Json = dict[str, Any]


def to_json(comparison: Comparison) -> Json:
    """The comparison as plain values, in the stable shape of `docs/compare.md`."""
    proposal = comparison.proposal
    return {
        "restructure": proposal.key,
        "council": comparison.council,
        "title": proposal.title,
        "body": proposal.body,
        "meeting": proposal.meeting,
        "effective": proposal.effective,
        "before": _side(comparison.before, comparison.totals_before),
        "after": _side(comparison.after, comparison.totals_after),
        "changes": [_change(comparison, change) for change in comparison.changes],
        "made_up_from": [_made_up_from(each) for each in comparison.made_up_from],
        "stated": [_stated(verdict) for verdict in comparison.verdicts],
        "said": [
            {
                "statement": statement.says,
                "source": _source(statement.sources),
                "about": statement.about,
            }
            for statement in measures.only_said(proposal)
        ],
        "out_of_scope": [_out(comparison, each) for each in comparison.out_of_scope],
        "undecided": [_undecided(comparison, each) for each in comparison.undecided],
        "posts_by": {
            "tier": [_measure(each) for each in comparison.by_tier],
            "category": [_measure(each) for each in comparison.by_category],
            "grade": [_measure(each) for each in comparison.by_grade],
            "division": [_measure(each) for each in comparison.by_division],
        },
    }


def _side(snapshot: Snapshot, totals: measures.Totals) -> Json:
    return {
        "structure": snapshot.key,
        "title": snapshot.title,
        "units": _number(totals.units.low),
        "units_at_least": not totals.units.is_exact,
        "functions": _number(totals.functions.low),
        "functions_at_least": not totals.functions.is_exact,
        "units_between": _between(totals.units),
        "functions_between": _between(totals.functions),
        "posts": {
            "total": _number(totals.posts.low),
            "to_tier": totals.to_tier,
            "at_least": not totals.posts.is_exact,
            "outside": _number(totals.outside.low),
            "in_scope": _number(totals.in_scope.low) if totals.in_scope else None,
            "by_tier": {
                "not stated" if tier is None else str(tier): _between(count)
                for tier, count in totals.by_tier.items()
            },
        },
        "fte": _between(totals.fte),
    }


def _change(comparison: Comparison, change: Change) -> Json:
    line = change if isinstance(change, LineChange) else None
    return {
        "subject": change.subject,
        "kind": change.kind,
        "name": change.name,
        "from": change.was,
        "to": change.becomes,
        "certainty": change.certainty,
        "source": _source(change.sources),
        "key": change.key,
        "others": [_any_name(comparison, key) for key in change.others],
        "phase": change.phase,
        "effective": change.effective,
        "line": line.line if line else None,
        "reason": line.reason if line else None,
        "says": comparison.sentence(change),
    }


def _made_up_from(each: MadeUpFrom) -> Json:
    return {
        "unit": each.unit,
        "from": each.came_from,
        "mostly": each.mostly,
        "source": _source(each.sources),
        "key": each.unit_key,
        "share": each.share,
        "certainty": each.certainty,
    }


def _stated(verdict: Verdict) -> Json:
    statement = verdict.statement
    return {
        "statement": statement.says,
        "stated": _number(statement.value),
        "computed": _number(_computed(verdict)),
        "verdict": verdict.verdict,
        "source": _source(statement.sources),
        "between": _between(verdict.computed),
        "about": statement.about,
        "counts": statement.counts,
        "in": statement.side,
        "where": dict(statement.where),
        "certainty": statement.certainty,
        "why": verdict.why,
    }


def _computed(verdict: Verdict) -> Number | None:
    """The figure to set beside a stated one: the exact one, or the end that it lies beyond."""
    count, stated = verdict.computed, verdict.statement.value
    if count is None or count.is_exact or verdict.verdict != DISAGREES or stated is None:
        return count.exact if count else None
    return count.low if count.is_over(stated) else count.high


def _out(comparison: Comparison, each: OutOfScope) -> Json:
    return {
        "name": each.name,
        "why": each.why,
        "below": _any_name(comparison, each.below) if each.below else None,
        "differs": list(each.differs),
        "source": _source(each.sources),
        "key": each.key,
    }


def _undecided(comparison: Comparison, each: Scope) -> Json:
    return {
        "name": _any_name(comparison, each.key),
        "why": each.why,
        "source": _source(each.sources),
        "key": each.key,
    }


def _measure(measure: measures.Measure) -> Json:
    return {
        "name": measure.name,
        "before": _between(measure.before),
        "after": _between(measure.after),
        "difference": _between(measure.difference),
    }


def _any_name(comparison: Comparison, key: str) -> str | None:
    return name_of(comparison.after, key) or name_of(comparison.before, key)


def _source(sources: Sequence[str]) -> str | None:
    return ", ".join(sources) or None


def _between(count: Count | None) -> list[int | float | None] | None:
    """The least and the most that a count can be, each null where there is no telling."""
    return None if count is None else [_number(count.low), _number(count.high)]


def _number(number: Number | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)
