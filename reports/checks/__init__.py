"""The checks of a report before it goes out: C1 to C21, one small module each.

Each is given what is Checked, and yields what it finds. Its one rule: a new check is a module here
and a line in the registry.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reports.checks import (
    acronyms,
    appendices,
    costs,
    director,
    dotted,
    exempt,
    fates,
    grades,
    lines,
    made_up,
    marked,
    names,
    numbering,
    numbers,
    persons,
    recommendations,
    redundancy,
    services,
    states,
    statutory,
    timetable,
)
from reports.checks.checked import Checked
from reports.checks.finding import INFO, LOOK, MUST, SEVERITIES, Finding, Mend, Place

__all__ = ["CHECKS", "Check", "Checked", "Finding", "Mend", "Place", "findings", "tally"]


@dataclass(frozen=True, slots=True)
class Check:
    """A check by its key: what it asks, and what finds it."""

    key: str
    asks: str
    find: Callable[[Checked], Iterator[Finding]]


_ALL = (
    Check("C1", "Numbers in the text agree with the structures", numbers.check),
    Check("C2", "Names in the text are those of the structures", names.check),
    Check("C3", "Each service stands in one proposed unit, or is open", services.check),
    Check("C4", "Each post has a fate or an origin", fates.check),
    Check("C5", "Each post has one line, to a higher tier, without a circle", lines.check),
    Check("C6", "No line is dotted and solid at once", dotted.check),
    Check("C7", "The dates of the timetable are in order", timetable.check),
    Check("C8", "Each statutory role is held once", statutory.check),
    Check("C9", "The director of children's services reports to the chief executive",
          director.check),
    Check("C10", "What the rule on redundancy consultation comes to", redundancy.check),
    Check("C11", "Grades are known, and regradings listed", grades.check),
    Check("C12", "Costs that are not known are named", costs.check),
    Check("C13", "What a unit is largely made up from gives most of it", made_up.check),
    Check("C14", "The public edition says nothing of one person", persons.check),
    Check("C15", "What is exempt is not in a public section", exempt.check),
    Check("C16", "The report makes recommendations, or is for information", recommendations.check),
    Check("C17", "Every appendix is there, and referred to", appendices.check),
    Check("C18", "Abbreviations are spelt out", acronyms.check),
    Check("C19", "Paragraphs are numbered without a gap", numbering.check),
    Check("C20", "Counts by state fit the number of posts", states.check),
    Check("C21", "Nothing says the opposite of what an edition is marked as", marked.check),
)  # fmt: skip

CHECKS = {each.key: each for each in _ALL}


def findings(checked: Checked) -> list[Finding]:
    """Everything that the checks find, gravest first, else in the order of the checks."""
    found = [
        replace(each, check=check.key) for check in CHECKS.values() for each in check.find(checked)
    ]
    order = list(SEVERITIES)
    return sorted(dict.fromkeys(found), key=lambda each: order.index(each.severity))


def tally(found: list[Finding]) -> str:
    """How many of each severity: “1 put right, 4 look, 3 information”."""
    words = {MUST: "put right", LOOK: "look", INFO: "information"}
    counts = {each: sum(one.severity == each for one in found) for each in words}
    return ", ".join(f"{counts[each]} {words[each]}" for each in words if counts[each])
