"""Who a report is for: the public, the committee behind closed doors, staff, the trade unions.

Its one rule: what an edition must not have is taken out before anything is made of it, so that no
format can let it out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from posts.snapshot import Post, Snapshot
from reports import edition_fields as of
from reports.comparison import Comparison
from reports.edition_figures import figures_left_out
from reports.edition_pay import (
    amounts_of_one,
    bill_for_all,
    or_rounded,
    pay_for_all,
    sums_left_out,
)
from reports.left_out import LeftOut
from reports.money import Bill, terms_of
from reports.openness import NOT_PUBLIC, without_openness
from reports.proposal import POUNDS, Proposal, Report, Statement, Written
from reports.savings import FUNDING, ONE_OFF
from reports.singles import KNOWN_STATES, at_risk, becomes, is_at_risk, is_single, singles

__all__ = ["EDITIONS", "EXEMPT", "PUBLIC", "STAFF", "UNION", "Edition", "marking", "redacted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An edition by its key: its title, what it is without, and what it is for."""

    key: str
    title: str
    says: str


PUBLIC = Edition(key=of.PUBLIC, title="Public", says="no names, no single-holder pay")
EXEMPT = Edition(key=of.EXEMPT, title="Exempt", says="Schedule 12A paragraph on every page")
STAFF = Edition(key=of.STAFF, title="Staff", says="no pay")
UNION = Edition(key=of.UNION, title="Trade union", says="s.188 information")

EDITIONS = {edition.key: edition for edition in (PUBLIC, EXEMPT, STAFF, UNION)}

_FATES = (
    "What becomes of those who hold posts that have one holder, and the grades of those posts, are "
    "left out of this edition. Where such a grade would stand, it reads “not stated”."
)
_PAY = "Pay is left out of this edition."
_SINGLE_PAY = "Amounts that concern one holder, or may, are left out of this edition."
_KEY_188, _HEADING_188 = "section-188", "Section 188 information"
_PART_188 = "[section 188 information]"
_SECTION_188 = re.compile(r"^[ \t]*\[\s*section 188 information[^\]\n]*\][ \t]*$", re.I | re.M)
_OF_LEAVERS = ONE_OFF, FUNDING
"""What is paid once, and what pays for it: of as much, and so of one holder where there is one."""


def marking(report: Report | None, edition: Edition) -> str | None:
    """What stands on every page of an edition that is not for everybody."""
    if edition == EXEMPT:
        return f"NOT FOR PUBLICATION{_by_virtue(report.exempt if report else ())}"
    if edition == STAFF:
        return "Staff edition: not for publication"
    return "Trade union edition: not for publication" if edition == UNION else None


def _by_virtue(paragraphs: Sequence[int]) -> str:
    if not paragraphs:
        return ""
    *first, last = sorted(set(paragraphs))
    listed = f"{', '.join(map(str, first))} and {last}" if first else str(last)
    several = "paragraphs" if first else "paragraph"
    return (
        f" by virtue of {several} {listed} of Part 1 of Schedule 12A of the Local Government Act "
        "1972"
    )


def redacted(comparison: Comparison, edition: Edition) -> Comparison:
    """What an edition may have of a comparison; everything that is made of it is made of this."""
    kept = cut_for(comparison, edition)
    figures = figures_left_out(comparison, kept)
    return replace(kept, left_out=replace(kept.left_out, figures=figures))


def cut_for(comparison: Comparison, edition: Edition) -> Comparison:
    """The same, of which it is not yet said which figures would be given wrongly without it."""
    kept = _of_sections(_allowed(comparison, edition), edition)
    if edition != PUBLIC:
        kept = _as_marked(kept)
    if edition == EXEMPT:
        return kept
    if edition == PUBLIC:
        kept = _without_fates(kept)
    return _without_states(_without_pay(kept, comparison, edition))


def _as_marked(comparison: Comparison) -> Comparison:
    """A comparison whose facts do not call open what is marked as not for publication."""
    proposal, report = comparison.proposal, comparison.proposal.report
    if report is not None and report.classification:
        report = replace(report, classification=NOT_PUBLIC)
    return _with(comparison, decision=without_openness(proposal.decision), report=report)


def _allowed(comparison: Comparison, edition: Edition) -> Comparison:
    """A comparison without the fields that the edition must not have."""
    return replace(
        comparison,
        proposal=of.allowed(comparison.proposal, edition.key),
        before=_snapshot(comparison.before, edition),
        after=_snapshot(comparison.after, edition),
    )


def _snapshot(snapshot: Snapshot, edition: Edition) -> Snapshot:
    key = edition.key
    return replace(
        snapshot,
        units={each: of.allowed(unit, key) for each, unit in snapshot.units.items()},
        posts={each: of.allowed(post, key) for each, post in snapshot.posts.items()},
        leads=of.allowed(snapshot.leads, key),
        lines=of.allowed(snapshot.lines, key),
        origins=of.allowed(snapshot.origins, key),
        endings=of.allowed(snapshot.endings, key),
    )


# ---- sections ----


def _of_sections(comparison: Comparison, edition: Edition) -> Comparison:
    """The sections that the edition has, and no others: nor what stands within those."""
    report = comparison.proposal.report
    if report is None:
        return comparison
    shown = shown_in(report.sections, edition)
    if edition == UNION:
        sections = _with_section_188(tuple(shown))
    else:
        sections = tuple(_without_section_188(shown)) if edition != EXEMPT else tuple(shown)
    return _with(comparison, report=replace(report, sections=sections))


def _with_section_188(sections: tuple[Written, ...]) -> tuple[Written, ...]:
    """The sections, and after them what section 188 asks for unless it stands in one of them."""
    if any(_SECTION_188.search(each.text) for each in sections):
        return sections
    return (
        *sections,
        Written(key=_KEY_188, heading=_HEADING_188, text=_PART_188, is_appendix=True),
    )


def _without_section_188(sections: Iterable[Written]) -> Iterator[Written]:
    """The sections without what is for trade unions alone, and without those of nothing else."""
    for written in sections:
        text = _SECTION_188.sub("", written.text)
        if text == written.text or text.strip():
            yield replace(written, text=text)


def shown_in(sections: Sequence[Written], edition: Edition) -> Iterator[Written]:
    """What is neither hidden, nor for other editions, nor within what is."""
    is_above_shown = True
    for written in sections:
        if written.level == 1 or is_above_shown:
            fits = written.is_shown and (not written.editions or edition.key in written.editions)
            is_above_shown = fits if written.level == 1 else is_above_shown
            if fits:
                yield written


# ---- what becomes of one person ----


def _without_fates(comparison: Comparison) -> Comparison:
    """Once one holder is at risk, nothing of what becomes of any one holder, nor their grades.

    Of all of them, so that what is missing does not say who is meant.
    """
    if not at_risk(comparison):
        return comparison
    held, next_posts, proposal = singles(comparison), becomes(comparison), comparison.proposal
    kept = _with(
        comparison,
        fates=tuple(
            fate
            for fate in proposal.fates
            if fate.key in comparison.before.posts and fate.key not in held
        ),
        fillings=tuple(each for each in proposal.fillings if each.key not in next_posts),
        ring_fences=(),
    )
    said = LeftOut(fates=True, fillings=True, says=(*kept.left_out.says, _FATES))
    return replace(
        kept,
        before=_without_grades(comparison.before, held | next_posts),
        after=_without_grades(comparison.after, held | next_posts),
        left_out=said,
    )


def _without_grades(snapshot: Snapshot, keys: frozenset[str]) -> Snapshot:
    posts = {key: _graded(post, keys) for key, post in snapshot.posts.items()}
    return replace(snapshot, posts=posts)


def _graded(post: Post, keys: frozenset[str]) -> Post:
    if post.key not in keys:
        return post
    changed = tuple(each for each in post.changed if each != "grade")
    return replace(post, grade=None, filled_by=None, changed=changed)


def _without_states(comparison: Comparison) -> Comparison:
    """No word on why one holder is not there: only states that say nothing of a person."""
    return replace(
        comparison,
        before=_with_states(comparison.before),
        after=_with_states(comparison.after),
    )


def _with_states(snapshot: Snapshot) -> Snapshot:
    posts = {key: _in_state(post) for key, post in snapshot.posts.items()}
    return replace(snapshot, posts=posts)


def _in_state(post: Post) -> Post:
    if post.state is None or post.state.casefold() in KNOWN_STATES:
        return post
    return replace(post, state=None) if is_single(post) else post


# ---- money ----


def _without_pay(kept: Comparison, whole: Comparison, edition: Edition) -> Comparison:
    """Staff: nothing in pounds; others: nothing in pounds that concerns one holder, or may."""
    if edition == STAFF:
        return _said(_without_pounds(kept), kept, _PAY, bill=whole.bill is not None)
    pay = pay_for_all(whole.pay, whole) if whole.pay else None
    bill = bill_for_all(whole.bill, whole) if whole.bill else None
    without = _without_amounts(replace(kept, pay=pay, billed=bill), whole, bill)
    is_cut = pay is not None and whole.pay is not None and pay.grades != whole.pay.grades
    return _said(
        without, kept, _SINGLE_PAY, bill=whole.bill is not None and bill is None, pay=is_cut
    )


def _said(
    kept: Comparison, before: Comparison, says: str, *, bill: bool, pay: bool = False
) -> Comparison:
    """That something in pounds is left out, if it is."""
    now, then = kept.proposal, before.proposal
    costs = frozenset(each.kind for each in then.costs if each not in now.costs)
    if not (bill or pay or costs or now.statements != then.statements or _is_less(kept)):
        return kept
    left_out = kept.left_out
    said = replace(left_out, bill=bill, pay=pay, costs=costs, says=(*left_out.says, says))
    return replace(kept, left_out=said)


def _is_less(kept: Comparison) -> bool:
    """Whether of what posts cost only the difference is told."""
    return kept.billed is not None and kept.billed.whole.before.is_left_out


def _without_pounds(comparison: Comparison) -> Comparison:
    statements = comparison.proposal.statements
    without = tuple(each for each in statements if each.counts != POUNDS)
    return replace(_with(comparison, costs=(), statements=without), pay=None, billed=None)


def _without_amounts(kept: Comparison, whole: Comparison, bill: Bill | None) -> Comparison:
    """A comparison without costs and statements of one holder’s pay, or of one who leaves."""
    proposal = kept.proposal
    of_one = or_rounded(amounts_of_one(whole, terms_of(whole.proposal)))
    of_one |= sums_left_out(whole.bill, bill) if whole.bill else frozenset()
    several = _are_several(whole.proposal)
    of_leavers = () if several else _OF_LEAVERS
    return _with(
        kept,
        costs=tuple(
            each
            for each in proposal.costs
            if each.pounds is None or not (each.pounds in of_one or each.kind in of_leavers)
        ),
        statements=tuple(each for each in proposal.statements if not _is_of(each, of_one)),
    )


def _are_several(proposal: Proposal) -> bool:
    """Whether what is paid once is known to be paid for more than one person.

    It is paid for those at risk; where it is stated how many are dismissed, for those.
    """
    fates = [fate for fate in proposal.fates if is_at_risk(fate)]
    at_risk = (fate.people if fate.at_risk is None else fate.at_risk for fate in fates)
    dismissed = [fate.dismissals for fate in fates]
    is_one = None not in dismissed and sum(filter(None, dismissed)) == 1
    return sum(filter(None, at_risk)) > 1 and not is_one


def _is_of(statement: Statement, amounts: frozenset[Decimal]) -> bool:
    value = statement.value
    return statement.counts == POUNDS and value is not None and abs(value) in amounts


def _with(comparison: Comparison, **facts: object) -> Comparison:
    return replace(comparison, proposal=replace(comparison.proposal, **facts))  # type: ignore[arg-type]
