"""The phases and the steps of the timetable, with dates as precise as they are stated.

Its one rule: the words are those typed; what they can mean stands after them, where they do not
say it by themselves.
"""

import re
from datetime import date
from itertools import groupby

from divisions.dates import days_in_words, parse
from posts.naming import NOT_STATED
from posts.snapshot import STATED
from reports.phases import phases_in, undescribed
from reports.proposal import Milestone, Phase
from reports.sections.asked import Asked
from reports.sections.blocks import Column, Table
from reports.sections.saying import capital, or_not_stated
from reports.sections.tables import SOURCE

_STEPS = Column("Step", 6), Column("When", 4), Column(SOURCE, 2)
_PHASES = Column("Phase", 3), Column("What", 6), Column("When", 3), Column(SOURCE, 2)
_LEAVES_OPEN = re.compile(r"before \d|.*\b(?:q ?[1-4]|quarter)\b", re.IGNORECASE)
"""Words of which readers ask whether the day is in it, or of which year a quarter is."""


def phases(asked: Asked) -> list[Table]:
    """A table of the phases: those described, then those that posts alone are said to be in."""
    described, named = asked.comparison.proposal.phases, phases_in(asked.comparison.after)
    more = undescribed([phase.name for phase in described], named)
    rows = tuple(_phase(phase) for phase in (*described, *(Phase(name=name) for name in more)))
    table = Table(key="timetable.phases", caption="Phases", columns=_PHASES, rows=rows)
    return [table] if rows else []


def timetable(asked: Asked) -> list[Table]:
    """A table of steps for each group of them."""
    tables = list[Table]()
    milestones = asked.comparison.proposal.milestones
    for group, steps in groupby(milestones, key=lambda step: step.group):
        caption = f"Timetable: {group}" if group else "Timetable"
        key = f"timetable.{len(tables) + 1}"
        rows = tuple(_step(step) for step in steps)
        tables.append(Table(key=key, caption=caption, columns=_STEPS, rows=rows))
    return tables


def _phase(phase: Phase) -> tuple[str, ...]:
    what, when = or_not_stated(phase.what), or_not_stated(phase.when)
    return capital(phase.name), what, when, "; ".join(phase.sources) or NOT_STATED


def _step(step: Milestone) -> tuple[str, ...]:
    when = or_not_stated(step.when)
    if window := _window(step):
        when += f" ({window})"
    if step.certainty != STATED:
        when += f"; {step.certainty}"
    if step.note:
        when += f". {step.note}"
    return step.what, when, "; ".join(step.sources) or NOT_STATED


def _window(step: Milestone) -> str | None:
    """The days that the words can mean, where the words do not say so by themselves."""
    earliest, latest = _day(step.earliest), _day(step.latest)
    says_so = _means(step.when) == (earliest, latest)
    if says_so and not _LEAVES_OPEN.match(step.when or ""):
        return None
    return days_in_words(earliest, latest)


def _means(when: str | None) -> tuple[date | None, date | None]:
    """The first and the last day that words can mean; neither where they cannot be read."""
    try:
        found = parse(when or "")
    except ValueError:
        return None, None
    return found.earliest, found.latest


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
