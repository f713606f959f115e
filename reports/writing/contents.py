"""The sections of a paper as they are listed beside it: number, heading, how much is to be done.

Its one rule: the number is the one that the paper prints; what is not printed has none.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reports.paper import Paper
from reports.proposal import Report


@dataclass(frozen=True, slots=True)
class Entry:
    """A section in the list; `faults` are how many things in its text are to be looked at."""

    key: str
    heading: str
    number: str | None
    level: int
    is_shown: bool
    is_appendix: bool
    faults: int


def contents(report: Report, paper: Paper) -> Iterator[Entry]:
    """All sections in order, those among them that are hidden."""
    numbers = {section.key: section.number for section in paper.sections}
    faults = Counter(fault.section for fault in paper.faults)
    for each in report.sections:
        number = numbers.get(each.key)
        yield Entry(
            key=each.key,
            heading=each.heading,
            number=number.rstrip(":").replace("Appendix ", "A") if number else None,
            level=each.level,
            is_shown=each.is_shown,
            is_appendix=each.is_appendix,
            faults=faults[each.key],
        )
