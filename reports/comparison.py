"""A restructure with everything that is computed of it, and that as JSON.

Pages, papers, checks and the command all ask the same Comparison. Its one rule: each thing is
computed once, and only when it is asked for. `docs/compare.md` documents the JSON, and
`comparison_text` writes the same as text and as a table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from posts.snapshot import Snapshot
from reports import measures, wording
from reports.change import Change
from reports.compare import LineChange, MadeUpFrom, compare, differing, made_up_from
from reports.counts import Count, Number
from reports.grade_order import grade_order
from reports.left_out import NOTHING, LeftOut
from reports.making import name_of
from reports.money import Bill, bill_of, terms_of
from reports.pay import Pay
from reports.proposal import UNDECIDED, Proposal, Scope
from reports.scope import OutOfScope, out_of_scope
from reports.sureness import as_if_sure
from reports.verdicts import DISAGREES, Verdict

Json = dict[str, Any]


@dataclass(frozen=True)
class Comparison:
    """One restructure of one council: what its paper says, its two structures, what differs.

    `is_drawn`: the structure after was drawn here from the one before, which is as it was then.
    `behind` says that the one before has changed since, if it has. `left_out` is what has been
    taken out of it for an edition. `pay` is what the council pays, where a paper is made of it;
    `billed` what an edition may have of the bill that was made of all of it. `ranks` are those of
    the council's grades, 1 the highest, where they are stated.
    """

    council: str
    proposal: Proposal
    before: Snapshot
    after: Snapshot
    is_drawn: bool = False
    behind: str | None = None
    left_out: LeftOut = NOTHING
    pay: Pay | None = None
    billed: Bill | None = None
    ranks: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def bill(self) -> Bill | None:
        """What both structures cost in a year; None where no pay is known."""
        if self.billed is not None or self.pay is None or self.left_out.bill:
            return self.billed
        return bill_of(self.pay, self.before, self.after, self.proposal)

    @cached_property
    def changes(self) -> list[Change]:
        """What changes, in the order of the structures."""
        sides = self.before, self.after
        return compare(*(as_if_sure(*sides) if self.is_drawn else sides), self.proposal.scope)

    @cached_property
    def made_up_from(self) -> list[MadeUpFrom]:
        """What each proposed unit is made up from, as stated."""
        return made_up_from(self.before, self.after)

    @cached_property
    def out_of_scope(self) -> list[OutOfScope]:
        """What is left alone, and why; and what differs on it all the same."""
        out = out_of_scope(self.proposal.scope, self.before, self.after)
        said = dict[str, tuple[str, ...]]()
        for change in differing(self.before, self.after, out):
            said[change.key] = (*said.get(change.key, ()), self.sentence(change))
        return [replace(each, differs=said.get(each.key, ())) for each in out]

    @property
    def undecided(self) -> list[Scope]:
        """What is not yet known to be in scope or out of it."""
        return [scope for scope in self.proposal.scope if scope.scope == UNDECIDED]

    @property
    def to_tier(self) -> int | None:
        """The tier down to which both structures list every post."""
        return measures.common_tier(self.before, self.after)

    @cached_property
    def totals_before(self) -> measures.Totals:
        return measures.totals(self.before, self.to_tier, self.proposal.scope)

    @cached_property
    def totals_after(self) -> measures.Totals:
        return measures.totals(self.after, self.to_tier, self.proposal.scope)

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """What the paper states in figures, beside what the structures give."""
        return measures.verdicts(self.before, self.after, self.proposal, self.changes)

    @cached_property
    def kinds(self) -> list[wording.KindCount]:
        """How many things change in each way."""
        return wording.kinds(self.changes, self.before, self.after)

    @cached_property
    def marks_before(self) -> wording.Marks:
        """The labels on the chart of the existing structure."""
        return wording.marks_before(self.changes, self.before, self.after)

    @cached_property
    def marks_after(self) -> wording.Marks:
        """The labels on the chart of the proposed structure."""
        return wording.marks_after(self.changes, self.before, self.after)

    @cached_property
    def services(self) -> list[measures.Service]:
        """Where the services of each existing unit go."""
        return measures.out_of_each(self.changes, self.before, self.after)

    @cached_property
    def into(self) -> list[measures.Into]:
        """What each proposed unit is made up from, as the report says it."""
        return measures.into_each(self.changes, self.before, self.after)

    @cached_property
    def post_rows(self) -> list[measures.PostRow]:
        """Posts before and after, side by side."""
        return measures.post_rows(self.changes, self.before, self.after, self.out_of_scope)

    @cached_property
    def by_tier(self) -> list[measures.Measure]:
        return measures.by_tier(self.before, self.after)

    @cached_property
    def by_category(self) -> list[measures.Measure]:
        return measures.by_category(self.before, self.after)

    @cached_property
    def by_grade(self) -> list[measures.Measure]:
        found, terms = measures.by_grade(self.before, self.after), terms_of(self.proposal)
        place = grade_order([each.name for each in found], self.ranks, self.pay, terms)
        return sorted(found, key=lambda each: place(each.name))

    @cached_property
    def by_division(self) -> list[measures.Measure]:
        return measures.by_division(self.before, self.after)

    def sentence(self, change: Change) -> str:
        """Say a change in the council's words."""
        return wording.sentence(change, self.before, self.after)

    def made_up(self, key: str) -> str | None:
        """Say what a proposed unit is made up from."""
        return wording.made_up(key, self.changes, self.before, self.after)


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
        "computed": _number(computed(verdict)),
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


def computed(verdict: Verdict) -> Number | None:
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
