"""C7: whether the dates of the timetable can all be right.

Steps of a group stand in the order of their dates; none of those before the coming into force falls
after it; what is still to be done is not over. Its one rule: only what surely is before or after
something else is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from divisions.dates import FuzzyDate, in_words, parse
from reports.checks.checked import Checked
from reports.checks.finding import INFO, LOOK, MILESTONE, TIMETABLE, Finding, Mend, Place
from reports.checks.stated import DATES, contradictions
from reports.proposal import Milestone

_MEND = Mend(words="Open the timetable", kind=TIMETABLE)
_DOUBTFUL = "doubtful"
_MOST = 200
"""Of more steps in one group than this, only so many are put in order."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A step with the first and the last day that it can be; None: open."""

    milestone: Milestone
    earliest: date | None
    latest: date | None


def check(checked: Checked) -> Iterator[Finding]:
    """Dates of which the paper says two things, and steps that stand before what comes first."""
    yield from contradictions(checked, DATES)
    proposal = checked.comparison.proposal
    steps = [_step(each) for each in proposal.milestones]
    effective = _read(proposal.effective)
    late = list(_late(steps, effective))
    if late and effective is not None:
        yield _of(late, LOOK, _after_it(late), f"In force {_from(effective)}.")
    doubted = [each for each in steps if each.milestone.certainty == _DOUBTFUL and each not in late]
    if doubted:
        yield _of(doubted, LOOK, _said(doubted, "date is doubtful", "dates are doubtful"), "")
    for group, found in groupby(steps, key=lambda step: step.milestone.group):
        yield from _out_of_order(group, [step for step in found if step not in late])
    yield from _overdue(steps, proposal.meeting)


def _step(milestone: Milestone) -> _Step:
    words = _read(milestone.when)
    earliest, latest = (words.earliest, words.latest) if words else (None, None)
    if milestone.earliest or milestone.latest:
        earliest, latest = _day(milestone.earliest), _day(milestone.latest)
    return _Step(milestone, earliest, latest)


def _read(words: str | None) -> FuzzyDate | None:
    try:
        return parse(words) if words else None
    except ValueError:
        return None


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _late(steps: Sequence[_Step], effective: FuzzyDate | None) -> Iterator[_Step]:
    """Steps that fall after the coming into force, and stand before steps that do not."""
    if effective is None or effective.latest is None:
        return
    for group, found in groupby(steps, key=lambda step: step.milestone.group):
        del group
        within = list(found)
        for nth, step in enumerate(within):
            is_late = step.earliest is not None and step.earliest > effective.latest
            rest = within[nth + 1 :]
            if is_late and any(each.latest and each.latest <= effective.latest for each in rest):
                yield step


def _from(effective: FuzzyDate) -> str:
    return f"from {effective.text}" if effective.text[:1].isdigit() else effective.text


def _after_it(late: Sequence[_Step]) -> str:
    return f"{_said(late, 'date comes', 'dates come')} after the structure is in force"


def _said(steps: Sequence[_Step], one: str, many: str) -> str:
    return f"1 {one}" if len(steps) == 1 else f"{len(steps)} {many}"


def _out_of_order(group: str | None, steps: Sequence[_Step]) -> Iterator[Finding]:
    """The fewest steps of a group that would have to stand elsewhere for its dates to rise."""
    dated = [step for step in steps if step.earliest and step.latest]
    moved = [dated[nth] for nth in _not_rising(dated)]
    if moved:
        where = f" in “{group}”" if group else ""
        stands = _said(moved, "step stands", "steps stand")
        yield _of(moved, INFO, f"{stands} out of the order of dates{where}", "")


def _not_rising(steps: Sequence[_Step]) -> list[int]:
    """Which steps are left when as many as can be are taken whose dates rise."""
    best = list[tuple[date, tuple[int, ...]]]()
    for nth, step in enumerate(steps[:_MOST]):
        first, last = step.earliest or date.min, step.latest or date.max
        for length in range(len(best), -1, -1):
            reached, chain = best[length - 1] if length else (date.min, ())
            if reached <= last:
                longer = (max(first, reached), (*chain, nth))
                if length == len(best):
                    best.append(longer)
                elif longer[0] < best[length][0]:
                    best[length] = longer
    kept = set(best[-1][1]) if best else set()
    return [nth for nth in range(len(steps[:_MOST])) if nth not in kept]


def _overdue(steps: Sequence[_Step], meeting: str | None) -> Iterator[Finding]:
    """Steps that were due by a day before the meeting."""
    day = _day(meeting)
    due = [
        step
        for step in steps
        if day and step.earliest is None and step.latest and step.latest < day
    ]
    if due and day:
        were = _said(due, "step was", "steps were")
        done = "Say that it is done, or when it will be." if len(due) == 1 else (
            "Say that they are done, or when they will be."
        )  # fmt: skip
        yield _of(due, INFO, f"{were} due before the meeting of {in_words(day)}", done)


def _of(steps: Sequence[_Step], severity: str, heading: str, more: str) -> Finding:
    milestones = [step.milestone for step in steps]
    listed = "; ".join(f"{each.what}: {each.when or 'not stated'}" for each in milestones)
    return Finding(
        severity=severity,
        heading=heading,
        text=f"{listed}. {more}".rstrip(),
        places=tuple(
            Place(kind=MILESTONE, words=each.what, sources=each.sources, quote=each.when)
            for each in milestones
        ),
        mends=(_MEND,),
    )
