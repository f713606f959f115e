"""What is recorded of a paper's own statements: which disagree, and where it says two things.

Each is the matter of one check: of states (C20), figures (C1), lines (C6), grades (C11), dates
(C7), numbers of paragraphs (C19), else of names and words (C2). Its one rule: a thing of which the
paper says two things is told once, with all that is said of it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from divisions.dates import MONTHS
from reports.anchors import anchor_of
from reports.calling import plural
from reports.checks.checked import Checked
from reports.checks.finding import FIGURES, LOOK, STATEMENT, Finding, Mend, Place
from reports.counts import in_figures
from reports.proposal import BEFORE, DIFFERENCE, POSTS, Statement
from reports.verdicts import BOTH, DISAGREES, Verdict

NUMBERS, STATES, LINES, GRADES, DATES, PARAGRAPHS, NAMES = (
    "numbers", "states", "lines", "grades", "dates", "paragraphs", "names",
)  # fmt: skip

_IN_MONTH = "|".join(month for month in MONTHS if month != "May")
_DATED = re.compile(rf"\b(?:{_IN_MONTH}|in May|May \d{{4}}|by \d{{4}}|months?|years?)\b")
_LINES = re.compile(r"\bdotted line\b|\breporting relationship\b")
_GRADED = re.compile(r"\bgrad(?:e|es|ing)\b", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\bparagraphs? \d")

_PATTERNS = {LINES: _LINES, DATES: _DATED, GRADES: _GRADED, PARAGRAPHS: _PARAGRAPHS}


def contradictions(checked: Checked, matter: str) -> Iterator[Finding]:
    """The things of one matter of which the paper says two things."""
    for about, group in _groups(checked.comparison.verdicts).items():
        if _matter([each.statement for each in group]) == matter:
            yield Finding(
                severity=LOOK,
                heading=f"The paper says both: {about}",
                text=_all_said([each.statement for each in group]),
                places=tuple(place(each.statement) for each in group),
                mends=(see(group[0].statement),),
            )


def see(statement: Statement) -> Mend:
    """The link to where a statement stands beside what the structures give."""
    return Mend(words="See what is stated", kind=FIGURES, key=anchor_of(statement))


def _groups(verdicts: Sequence[Verdict]) -> dict[str, list[Verdict]]:
    found = dict[str, list[Verdict]]()
    for verdict in verdicts:
        if verdict.verdict == BOTH:
            found.setdefault(verdict.statement.about or "", []).append(verdict)
    return found


def _matter(statements: Sequence[Statement]) -> str:
    if any("state" in each.where for each in statements):
        return STATES
    if any(each.value is not None for each in statements):
        return NUMBERS
    words = " ".join((statements[0].about or "", *(each.says for each in statements)))
    return _matter_of(words)


@lru_cache(maxsize=1024)
def _matter_of(words: str) -> str:
    for matter, pattern in _PATTERNS.items():
        if pattern.search(words):
            return matter
    return NAMES


def disagreements(checked: Checked) -> Iterator[Finding]:
    """The figures that the structures do not bear out; those that say the same, as one."""
    alike = dict[object, list[Verdict]]()
    for verdict in checked.comparison.verdicts:
        if verdict.verdict == DISAGREES:
            said = verdict.statement
            of = (said.counts, said.side, said.value, tuple(sorted(map(str, said.where.items()))))
            alike.setdefault(of, []).append(verdict)
    for group in alike.values():
        first = group[0]
        yield Finding(
            severity=LOOK,
            heading=f"{_value(first.statement)} stated, {_computed(first)}",
            text=f"{_all_said([each.statement for each in group])}",
            places=tuple(place(each.statement) for each in group),
            mends=(see(group[0].statement),),
        )


def _value(said: Statement) -> str:
    """“4 Assistant Director posts”."""
    value = said.value or 0
    number = in_figures(value)
    if said.counts == POSTS:
        kind = next((said.where[by] for by in ("category", "state") if by in said.where), None)
        return " ".join(filter(None, (number, kind, "post" if value == 1 else "posts")))
    kind = said.where.get("kind")
    if kind is not None:
        return f"{number} {kind if value == 1 else plural(kind)}"
    return f"{number} {said.counts}"


def _computed(verdict: Verdict) -> str:
    side = verdict.statement.side
    if side == DIFFERENCE:
        return f"{verdict.computed and verdict.computed.signed} by the two structures"
    return f"{verdict.computed} in the {'existing' if side == BEFORE else 'proposed'} structure"


def _all_said(statements: Sequence[Statement]) -> str:
    return " ".join(f"{each.says.rstrip('.')}{_in(each.sources)}." for each in statements)


def _in(sources: Sequence[str]) -> str:
    return f" ({', '.join(sources)})" if sources else ""


def place(statement: Statement) -> Place:
    """Where the paper says something."""
    words = ", ".join(statement.sources) or "not stated where"
    return Place(kind=STATEMENT, words=words, sources=statement.sources, quote=statement.says)
