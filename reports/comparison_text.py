"""A comparison to read in a terminal, and as a table with one row a change.

Its one rule: the words are those of the pages and of the paper; nothing is computed here.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import TextWrapper, wrap

from divisions.dates import in_words
from posts.snapshot import DERIVED
from reports.calling import called_by_key, capital
from reports.change import FATE_NOT_STATED, ORIGIN_NOT_STATED, POST, UNIT, Change
from reports.comparison import Comparison
from reports.comparison_json import to_json
from reports.counts import in_figures
from reports.making import name_of
from reports.measures import Totals
from reports.paragraphs import KindCount
from reports.telling import circumstances
from reports.verdicts import BOTH, VERDICTS, Verdict

WIDTH = 100
COLUMNS = (
    "subject", "kind", "name", "from", "to", "certainty", "phase", "effective", "line", "reason",
    "source", "key", "says",
)  # fmt: skip

YET = "And yet the two structures differ:"
"""What stands before the differences on a thing that is out of scope."""

DERIVED_MEANS = "“Derived” means: it follows from the two structures and is not itself stated."

_NOT_STATED = {
    (UNIT, ORIGIN_NOT_STATED): "Where these come from is not stated",
    (UNIT, FATE_NOT_STATED): "What becomes of these is not stated",
    (POST, ORIGIN_NOT_STATED): "It is not stated which existing posts, if any, become these",
    (POST, FATE_NOT_STATED): "It is not stated which proposed posts, if any, these become",
}

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(comparison: Comparison) -> str:
    """One row a change, with a heading; no cell can be taken for a formula."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for change in to_json(comparison)["changes"]:
        table.writerow([safe(change[column]) for column in COLUMNS])
    return out.getvalue()


def safe(value: object) -> str:
    """A cell that a spreadsheet does not calculate: an apostrophe before what looks like it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULAS) else text


def to_text(comparison: Comparison) -> str:
    """The whole comparison in paragraphs of at most 100 characters a line."""
    sections = [
        _heading(comparison),
        _structures(comparison),
        _changes(comparison),
        _section("Made up from", [f"{into.name}: {into.says}" for into in comparison.into]),
        _section("Out of scope", _out_of_scope(comparison)),
        _section("Not decided whether in scope", _undecided(comparison)),
        _section("What the paper states", _statements(comparison)),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _heading(comparison: Comparison) -> str:
    proposal = comparison.proposal
    where = [comparison.council, proposal.body, _day(proposal.meeting)]
    effective = f"In force: {proposal.effective}" if proposal.effective else None
    lines = [proposal.title, ", ".join(filter(None, where)), effective, comparison.behind]
    return "\n".join(filter(None, lines))


def _day(iso: str | None) -> str | None:
    """A day as it is printed: “9 September 2009”; words that are no day as they are."""
    try:
        return in_words(date.fromisoformat(iso or ""))
    except ValueError:
        return iso


def _structures(comparison: Comparison) -> str:
    sides = ("Before", comparison.totals_before), ("After", comparison.totals_after)
    return _section("Structures", [f"{side}: {_totals(totals)}" for side, totals in sides])


def _totals(totals: Totals) -> str:
    tier = f" to tier {totals.to_tier}" if totals.to_tier is not None else ""
    outside = f", {totals.outside} of them outside the council" if totals.outside.low else ""
    return (
        f"{totals.title}. Posts{tier}: {totals.posts}{outside}. "
        f"Units: {totals.units}. Functions: {totals.functions}."
    )


def _changes(comparison: Comparison) -> str:
    """The changes by kind, each with its sentence and paragraph; kinds with none in one line."""
    lines = [_title("Changes")]
    for kind in comparison.kinds:
        if kind.changes:
            lines += wrap(f"{kind.label}: {kind.things}", WIDTH, subsequent_indent="  ")
            lines += _of_kind(comparison, kind)
    if len(lines) == 1:
        lines.append("Nothing changes.")
    if any(map(_is_derived, comparison.changes)):
        lines.insert(1, DERIVED_MEANS)
    return "\n".join(lines)


def _of_kind(comparison: Comparison, kind: KindCount) -> list[str]:
    """A sentence for each change; many things of which one thing is not stated share theirs."""
    lead = _NOT_STATED.get((kind.subject, kind.kinds[0]))
    alike = [change for change in kind.changes if lead and not change.others]
    if len(alike) < 2:
        return _paragraphs(_sentence(comparison, change) for change in kind.changes)
    others = [change for change in kind.changes if change.others]
    return [
        f"  {lead}:",
        *_paragraphs((_thing(comparison, change) for change in alike), indent=4),
        *_paragraphs(_sentence(comparison, change) for change in others),
    ]


def _sentence(comparison: Comparison, change: Change) -> str:
    return f"{comparison.sentence(change)}{_basis(change)}"


def _thing(comparison: Comparison, change: Change) -> str:
    sides = comparison.after, comparison.before
    name = next(name for side in sides if (name := called_by_key(side, change.key)))
    return f"{capital(name)}{circumstances(change)}{_basis(change)}"


def _is_derived(change: Change) -> bool:
    """Whether something is said to happen that the paper itself does not state."""
    unknown = change.kind in (ORIGIN_NOT_STATED, FATE_NOT_STATED)
    return change.certainty == DERIVED and not unknown


def _basis(change: Change) -> str:
    return _sources((*change.sources, *(("derived",) if _is_derived(change) else ())))


def _out_of_scope(comparison: Comparison) -> Iterator[str]:
    for each in comparison.out_of_scope:
        why = f": {each.why}" if each.why else ""
        differs = f". {YET} {' '.join(each.differs)}" if each.differs else ""
        name = each.name or "A post, title not stated"
        yield f"{name}{why}{_sources(each.sources)}{differs}"


def _undecided(comparison: Comparison) -> Iterator[str]:
    for each in comparison.undecided:
        sides = comparison.after, comparison.before
        names = (name_of(side, each.key) for side in sides)
        name = next(filter(None, names), "A post, title not stated")
        yield f"{name}{f': {each.why}' if each.why else ''}{_sources(each.sources)}"


def _statements(comparison: Comparison) -> Iterator[str]:
    """What disagrees first; what the paper says of one thing in two ways, together.

    What a statement is about stands before it: “They are three” cannot be read alone.
    """
    said = set[str]()
    for verdict in sorted(comparison.verdicts, key=lambda each: VERDICTS.index(each.verdict)):
        about = verdict.statement.about
        if verdict.verdict != BOTH or about is None:
            on = f"{capital(about)}: " if about else ""
            yield f"{verdict.verdict.upper()}: {on}{_verdict(verdict)}"
        elif about not in said:
            said.add(about)
            same = [each for each in comparison.verdicts if each.statement.about == about]
            yield f"{verdict.verdict.upper()} of {about}: {' '.join(map(_said, same))}"


def _said(verdict: Verdict) -> str:
    """A statement with its figure and its paragraph."""
    statement = verdict.statement
    stated = f" ({in_figures(statement.value)})" if statement.value is not None else ""
    return f"{statement.says.rstrip('.')}{stated}{_sources(statement.sources)}."


def _verdict(verdict: Verdict) -> str:
    why = f" {capital(verdict.why)}." if verdict.why else ""
    return f"{_said(verdict)}{why}"


def _section(title: str, paragraphs: Iterable[str]) -> str:
    lines = _paragraphs(paragraphs)
    return "\n".join([_title(title), *lines]) if lines else ""


def _title(title: str) -> str:
    return f"{title}\n{'-' * len(title)}"


def _paragraphs(paragraphs: Iterable[str], indent: int = 2) -> list[str]:
    first, rest = " " * indent, " " * (indent + 2)
    wrapper = TextWrapper(WIDTH, initial_indent=first, subsequent_indent=rest)
    return ["\n".join(wrapper.wrap(paragraph)) for paragraph in paragraphs]


def _sources(sources: Iterable[str]) -> str:
    joined = ", ".join(sources)
    return f" [{joined}]" if joined else ""
