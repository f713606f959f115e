"""What a paper states in figures, beside what its two structures give.

Its one rule: nothing is corrected. A statement stands as the paper makes it, and where the paper
contradicts itself both statements do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from posts.snapshot import Snapshot
from reports.change import CLOSED, DELETED, FATE_NOT_STATED, SPLIT, Change
from reports.counting import count
from reports.counts import Count, in_figures
from reports.proposal import AFTER, BEFORE, COMPUTED, DIFFERENCE, Proposal, Statement

AGREES, DISAGREES = "agrees", "disagrees"
CANNOT, BOTH = "cannot be computed", "the paper says both"
VERDICTS = (DISAGREES, BOTH, CANNOT, AGREES)

_GIVES = {
    BEFORE: "the structure before gives",
    AFTER: "the structure after gives",
    DIFFERENCE: "the two structures give",
}
_GONE = (CLOSED, DELETED, FATE_NOT_STATED, SPLIT)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A statement, what the structures give (None: nothing), how they agree, and why not."""

    statement: Statement
    computed: Count | None
    verdict: str
    why: str | None = None


def verdicts(
    before: Snapshot, after: Snapshot, proposal: Proposal, changes: Sequence[Change]
) -> list[Verdict]:
    """Judge every statement that has a figure, or that another of the same thing contradicts."""
    both = _contradicted(proposal.statements)
    return [
        _verdict(statement, _computed(statement, before, after, proposal, changes), both)
        for statement in proposal.statements
        if _is_figure(statement) or id(statement) in both
    ]


def only_said(proposal: Proposal) -> list[Statement]:
    """The statements that are words alone, with nothing to set them beside."""
    both = _contradicted(proposal.statements)
    return [
        statement
        for statement in proposal.statements
        if not _is_figure(statement) and id(statement) not in both
    ]


def _is_figure(statement: Statement) -> bool:
    return statement.value is not None or statement.counts is not None


def _contradicted(statements: Iterable[Statement]) -> dict[int, list[Statement]]:
    """For each statement of a thing of which another is made, by identity: those that differ."""
    about = dict[str, list[Statement]]()
    for statement in statements:
        if statement.about is not None:
            about.setdefault(statement.about, []).append(statement)
    return {
        id(statement): others
        for group in about.values()
        if len({_said(each, group) for each in group}) > 1
        for statement in group
        if (others := [each for each in group if _said(each, group) != _said(statement, group)])
    }


def _said(statement: Statement, group: Sequence[Statement]) -> object:
    """What to hold statements of one thing against each other by: figures, else words."""
    if any(each.value is None for each in group):
        return statement.says
    return statement.value, statement.side


def _computed(
    statement: Statement,
    before: Snapshot,
    after: Snapshot,
    proposal: Proposal,
    changes: Sequence[Change],
) -> Count | None:
    """What the structures give; a difference narrowed by a change counts the things that change."""
    counts, side, change = statement.counts, statement.side, statement.where.get("change")
    if counts is None:
        return None
    if side == DIFFERENCE and change is not None:
        side = BEFORE if change in _GONE else AFTER
    found = {
        name: count(snapshot, counts, statement.where, scope=proposal.scope, changes=changes)
        for name, snapshot in ((BEFORE, before), (AFTER, after))
        if side in (name, DIFFERENCE)
    }
    return _difference(found) if side == DIFFERENCE else found.get(side or "")


def _difference(found: Mapping[str, Count | None]) -> Count | None:
    was, becomes = found[BEFORE], found[AFTER]
    return None if was is None or becomes is None else becomes - was


def _verdict(
    statement: Statement, computed: Count | None, both: Mapping[int, list[Statement]]
) -> Verdict:
    others, value = both.get(id(statement)), statement.value
    if others:
        return Verdict(statement, computed, BOTH, _otherwise(others))
    if value is None or computed is None or not computed.is_known:
        return Verdict(statement, computed, CANNOT, _why_not(statement))
    if value not in computed:
        return Verdict(
            statement, computed, DISAGREES, f"{_GIVES[statement.side or DIFFERENCE]} {computed}"
        )
    if computed.is_exact:
        return Verdict(statement, computed, AGREES)
    return Verdict(statement, computed, CANNOT, f"what is listed gives {computed}")


def _otherwise(others: Iterable[Statement]) -> str:
    """What is stated elsewhere: “22 (L919)”."""
    said = []
    for other in others:
        what = other.says.rstrip(".") if other.value is None else in_figures(other.value)
        where = f" ({', '.join(other.sources)})" if other.sources else ""
        said.append(f"{what}{where}")
    return f"also stated: {'; '.join(said)}"


def _why_not(statement: Statement) -> str:
    if statement.value is None:
        return "no figure is stated"
    if statement.counts is None:
        return "what is counted is not a thing of the structures"
    if statement.counts not in COMPUTED:
        return f"{statement.counts} are kept as stated and never computed"
    if statement.side is None:
        return "which structure is meant is not stated"
    return "how many there are is not stated"
