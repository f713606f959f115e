"""What a restructure changes: two structures in, a list of changes in the council's words out.

Same key, same thing; where something else came from is only what the structure after says of it.
Its one rule: absence proves nothing where a structure does not list everything, so that what is
not stated stays "not stated" and is never guessed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from posts.snapshot import DERIVED, MOSTLY, SHARES, WHOLE, ReportingLine, Snapshot
from reports import arriving, leaving, staying
from reports.change import ADDED, CLOSED, DELETED, LINE, REMOVED, SPLIT, Change
from reports.making import Part, name_of
from reports.matching import Matching, top_down
from reports.proposal import Scope
from reports.scope import OutOfScope, out_of_scope

__all__ = [
    "LineChange", "MadeUpFrom", "OutOfScope", "compare", "differing", "made_up_from",
    "out_of_scope",
]  # fmt: skip


_ENDS = (CLOSED, DELETED, SPLIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChange(Change):
    """A line beside the line of management, added or removed: its kind, and why it is there."""

    line: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpFrom:
    """One of the units, or bodies outside the council, that a unit is made up from.

    `came_from_key` is None for a body outside the council.
    """

    unit: str
    unit_key: str
    came_from: str | None
    came_from_key: str | None
    share: str
    certainty: str = "stated"
    sources: tuple[str, ...] = ()

    @property
    def mostly(self) -> bool:
        """Whether the paper names it as the main source."""
        return self.share in (MOSTLY, WHOLE)


def compare(before: Snapshot, after: Snapshot, scope: Sequence[Scope] = ()) -> list[Change]:
    """List the changes that turn one structure into another: units, then posts, then lines.

    Each follows the order of the structure after, with what stands only before at the end. A unit
    both moved and renamed makes two changes, since each is consulted on separately. What is out of
    scope makes none: `out_of_scope` lists it.
    """
    matching = Matching(before, after)
    out = {left.key for left in out_of_scope(scope, before, after)}
    units = _changes(matching, list(top_down(before)), list(top_down(after)), out)
    posts = _changes(matching, before.posts.values(), after.posts.values(), out)
    parts = [*units, *posts]
    return [*parts, *_lines(matching, {c.key for c in parts if c.kind == DELETED}, out)]


def differing(before: Snapshot, after: Snapshot, out: Sequence[OutOfScope]) -> list[Change]:
    """What differs, all the same, on what stands in both structures and is out of scope.

    That something is out of scope and stands in one structure only tells nothing.
    """
    left, matching = {each.key for each in out}, Matching(before, after)
    return [
        change
        for change in (compare(before, after) if left else ())
        if change.key in left and change.key in matching.was and change.kind not in _ENDS
    ]


def made_up_from(before: Snapshot, after: Snapshot) -> list[MadeUpFrom]:
    """What each unit after is made up from, as stated, from the top down."""
    return [
        MadeUpFrom(
            unit=unit.name,
            unit_key=unit.key,
            came_from=origin.outside or name_of(before, origin.came_from),
            came_from_key=origin.came_from,
            share=origin.share,
            certainty=origin.certainty,
            sources=origin.sources or unit.sources,
        )
        for unit in top_down(after)
        for origin in after.origins_of.get(unit.key, ())
        if origin.share in SHARES and (origin.outside or origin.came_from != unit.key)
    ]


def _changes(
    matching: Matching, before: Iterable[Part], after: Iterable[Part], out: set[str]
) -> Iterator[Change]:
    olds = {part.key: part for part in before}
    for new in after:
        if new.key in out:
            continue
        old = olds.get(matching.was.get(new.key, ""))
        if old is None:
            yield from arriving.changes_of(matching, new)
        elif not staying.is_as_it_was(matching, old, new):
            yield from staying.changes_of(matching, old, new)
    open_successions = leaving.open_successions(matching)
    for key, old in olds.items():
        if key not in out and leaving.may_leave(matching, key):
            yield from leaving.changes_of(matching, old, open_successions)


def _lines(matching: Matching, deleted: set[str], out: set[str]) -> Iterator[Change]:
    """The lines beside the line of management that are added, then those removed.

    A line of a post whose own fate is not stated is left alone.
    """
    before = {_known_by(line, matching.becomes): line for line in matching.before.lines}
    after = {_known_by(line, {}): line for line in matching.after.lines}
    for known_by, line in after.items():
        if known_by not in before and line.post not in out:
            yield _line(ADDED, matching.after, line)
    for known_by, line in before.items():
        told = line.post in matching.becomes or line.post in deleted
        if known_by not in after and told and line.post not in out:
            yield _line(REMOVED, matching.before, line)


def _known_by(line: ReportingLine, becomes: dict[str, str]) -> tuple[str | None, ...]:
    """What a line is known by, its posts by their keys after."""
    post, to = becomes.get(line.post, line.post), becomes.get(line.to or "", line.to)
    return post, line.kind, to, line.to_other


def _line(kind: str, snapshot: Snapshot, line: ReportingLine) -> LineChange:
    is_added, far_end = kind == ADDED, line.to_other or name_of(snapshot, line.to)
    return LineChange(
        subject=LINE,
        kind=kind,
        key=line.post,
        name=name_of(snapshot, line.post),
        was=None if is_added else far_end,
        becomes=far_end if is_added else None,
        was_key=None if is_added else line.to,
        becomes_key=line.to if is_added else None,
        certainty=line.certainty if is_added else DERIVED,
        sources=line.sources if is_added else (),
        line=line.kind,
        reason=line.reason,
    )
