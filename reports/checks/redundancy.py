"""C10: what the rule on consulting before redundancies comes to.

Its one rule: proposed dismissals are counted. Where none are stated those at risk are, and that is
said; it is information and never advice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from divisions.dates import in_words, parse
from reports import consultation
from reports.checks.checked import Checked
from reports.checks.finding import INFO, PEOPLE, Finding, Mend, Place
from reports.checks.stated import place
from reports.proposal import PEOPLE as COUNTS_PEOPLE
from reports.proposal import Proposal

_AT_RISK = re.compile(r"\bat risk\b", re.IGNORECASE)
_NO_ADVICE = "This is information, and no advice."


@dataclass(frozen=True, slots=True)
class _Number:
    """How many are counted, as what, and where that is stated."""

    number: int
    counted: str
    places: tuple[Place, ...] = ()


def check(checked: Checked) -> Iterator[Finding]:
    """What follows from how many dismissals are proposed, or how many are at risk."""
    proposal = checked.comparison.proposal
    counted, on = _counted(proposal), _day_of(proposal)
    if counted is None or on is None:
        return
    rule = consultation.rule_for(counted.number, on)
    least = consultation.least(on)
    if rule is not None:
        heading = f"{counted.number} {counted.counted}: consultation of at least {rule.days} days"
    elif least is not None:
        heading = f"{counted.number} {counted.counted}: fewer than {least}"
    else:
        return
    yield Finding(
        severity=INFO,
        heading=heading,
        text=" ".join(_says(proposal, counted, rule, on)),
        places=counted.places,
        mends=(Mend(words="See who is affected", kind=PEOPLE),),
    )


def _counted(proposal: Proposal) -> _Number | None:
    """Those whose dismissal is proposed; else those at risk; else those the paper says are."""
    for name, words in (("dismissals", "proposed dismissals"), ("at_risk", "at risk")):
        numbers = [getattr(fate, name) for fate in proposal.fates]
        known = [number for number in numbers if number is not None]
        if known:
            return _Number(sum(known), words)
    for said in proposal.statements:
        if said.counts == COUNTS_PEOPLE and said.value and _AT_RISK.search(said.says):
            return _Number(int(said.value), "at risk", (place(said),))
    return None


def _day_of(proposal: Proposal) -> date | None:
    """The day by which the rule is chosen: that of the meeting, else of the coming into force."""
    if proposal.meeting:
        return date.fromisoformat(proposal.meeting)
    return _effective(proposal)


def _effective(proposal: Proposal) -> date | None:
    try:
        return parse(proposal.effective).earliest if proposal.effective else None
    except ValueError:
        return None


def _says(
    proposal: Proposal, counted: _Number, rule: consultation.Rule | None, on: date
) -> Iterator[str]:
    if counted.counted == "at risk":
        yield "How many dismissals are proposed is not stated, so those at risk are counted."
    if rule is None:
        yield f"No time is laid down by the {consultation.ACT}; the council's own rules may."
        yield _NO_ADVICE
        return
    yield (
        f"From {rule.dismissals} dismissals proposed at one establishment within "
        f"{consultation.WINDOW} days, consultation begins at least {rule.days} days before the "
        f"first takes effect ({rule.source})."
    )
    yield _by(proposal, rule)
    yield consultation.NOTIFY
    if award := consultation.award_for(_effective(proposal) or on):
        yield f"A protective award is at most {award.days} days' pay ({award.source})."
    if on >= consultation.ANOTHER_COUNT_FROM:
        yield consultation.ANOTHER_COUNT
    yield _NO_ADVICE


def _by(proposal: Proposal, rule: consultation.Rule) -> str:
    """By when it begins, if the first dismissal were on the day that the structure takes effect."""
    effective = _effective(proposal)
    if effective is None:
        return "When the first dismissal takes effect is not stated."
    return (
        f"When the first dismissal takes effect is not stated; were it on {in_words(effective)}, "
        f"consultation would begin by {in_words(consultation.begin_by(effective, rule))}."
    )
