"""The phases and the steps of the timetable, with dates as precise as they are stated.

Its one rule: the words are those printed; what they can mean stands after them.
"""

from datetime import date
from itertools import groupby

from divisions.dates import parse
from posts.naming import NOT_STATED
from posts.snapshot import STATED
from reports.proposal import Milestone, Phase
from reports.sections.asked import Asked
from reports.sections.blocks import Column, Table
from reports.sections.saying import capital, day, or_not_stated
from reports.sections.tables import SOURCE

_STEPS = Column("Step", 6), Column("When", 4), Column(SOURCE, 2)
_PHASES = Column("Phase", 3), Column("What", 6), Column("When", 3), Column(SOURCE, 2)


def phases(asked: Asked) -> list[Table]:
    """A table of the phases."""
    rows = tuple(_phase(phase) for phase in asked.comparison.proposal.phases)
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
    if _means(step.when) == (step.earliest, step.latest):
        return None
    earliest, latest = day(step.earliest), day(step.latest)
    if earliest and latest:
        return earliest if earliest == latest else f"{earliest} to {latest}"
    return f"from {earliest}" if earliest else f"by {latest}" if latest else None


def _means(when: str | None) -> tuple[str | None, str | None]:
    """The first and the last day that words can mean; neither where they cannot be read."""
    try:
        found = parse(when or "")
    except ValueError:
        return None, None
    return _iso(found.earliest), _iso(found.latest)


def _iso(end: date | None) -> str | None:
    return end.isoformat() if end else None
