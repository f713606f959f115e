"""A restructure with everything that is computed of it.

Pages, papers, checks and the command all ask the same Comparison. Its one rule: each thing is
computed once, and only when it is asked for. `comparison_json` writes it as plain values,
`comparison_text` as text and as a table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from posts.snapshot import Snapshot
from reports import measures, wording
from reports.change import Change
from reports.compare import MadeUpFrom, compare, differing, made_up_from
from reports.grade_order import grade_order
from reports.left_out import NOTHING, LeftOut
from reports.money import Bill, bill_of, terms_of
from reports.pay import Pay
from reports.proposal import UNDECIDED, Proposal, Scope
from reports.scope import OutOfScope, out_of_scope
from reports.sureness import as_if_sure
from reports.verdicts import Verdict


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
