"""What the rule on consulting before redundancies comes to in a restructure, in sentences.

Its one rule: proposed dismissals are counted. Where none are stated those at risk are, and that is
said, as is that it may be more; it is information and never advice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from divisions.dates import in_words, parse
from reports import consultation
from reports.comparison import Comparison
from reports.people.unrecorded import may_be_at_risk
from reports.proposal import PEOPLE, Proposal, Statement

_AT_RISK = re.compile(r"\bat risk\b", re.IGNORECASE)
_NO_ADVICE = "This is information, and no advice."


@dataclass(frozen=True, slots=True)
class Consulting:
    """What follows: in few words, in sentences, and the statement that it rests on, if one."""

    heading: str
    sentences: tuple[str, ...]
    statement: Statement | None = None


def consulting_on(comparison: Comparison) -> Consulting | None:
    """What follows for a restructure, in which posts may change of which nothing is recorded."""
    is_open = comparison.is_drawn and may_be_at_risk(comparison)
    return consulting(comparison.proposal, are_all=not is_open)


def consulting(proposal: Proposal, *, are_all: bool = True) -> Consulting | None:
    """What follows from what is recorded; None where neither number nor day is stated.

    `are_all`: what becomes of every post is recorded of which somebody may be at risk.
    """
    counted, on = _counted(proposal, are_all=are_all), _day_of(proposal)
    if counted is None or on is None:
        return None
    rule, least = consultation.rule_for(counted.number, on), consultation.least(on)
    if least is None:
        return None
    heading = counted.in_words
    if rule is not None:
        heading += f": consultation of at least {rule.days} days"
    elif counted.is_all:
        heading += f": fewer than {least}"
    else:
        heading += f": whether it comes to {least} is not stated"
    return Consulting(heading, tuple(_says(proposal, counted, rule, on)), counted.statement)


@dataclass(frozen=True, slots=True)
class _Number:
    """How many are counted, as what, whether all are, and which statement says so."""

    number: int
    words: str
    is_all: bool = True
    statement: Statement | None = None

    @property
    def in_words(self) -> str:
        """“at least 2 proposed dismissals”, “1 at risk”."""
        words = self.words.removesuffix("s") if self.number == 1 else self.words
        return f"{self.number if self.is_all else f'at least {self.number}'} {words}"


def _counted(proposal: Proposal, *, are_all: bool) -> _Number | None:
    """Those whose dismissal is proposed; else those at risk; else those the paper says are."""
    for name, words in (("dismissals", "proposed dismissals"), ("at_risk", "at risk")):
        numbers = [fate.counted(name) for fate in proposal.fates]
        known = [number for number in numbers if number is not None]
        is_stated = any(getattr(fate, name) is not None for fate in proposal.fates)
        is_all = len(known) == len(numbers) and are_all
        if is_stated and (is_all or sum(known) > 0):
            return _Number(sum(known), words, is_all)
    for said in proposal.statements:
        if said.counts == PEOPLE and said.value and _AT_RISK.search(said.says):
            return _Number(int(said.value), "at risk", statement=said)
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
    if counted.words == "at risk":
        yield "How many dismissals are proposed is not stated, so those at risk are counted."
    if not counted.is_all:
        yield "Of some posts it is not stated, so that it may be more."
    if rule is None:
        yield (
            f"Below {consultation.least(on)} no time is laid down by the {consultation.ACT}; the "
            "council's own rules may."
        )
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
