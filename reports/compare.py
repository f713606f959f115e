"""What a restructure changes: two structures in, a list of changes in the council's words out.

Same key, same thing; where something else came from is only what the structure after says of it.
Its one rule: absence proves nothing where a structure does not list everything, so that what is
not stated stays "not stated" and is never guessed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from posts.snapshot import (
    DERIVED,
    MOSTLY,
    NEW,
    OUTSIDE,
    PART,
    SHARES,
    WHOLE,
    Ending,
    Origin,
    ReportingLine,
    Snapshot,
    Unit,
)
from posts.snapshot import (
    ORIGIN_NOT_STATED as NOT_STATED,
)
from reports import tiers
from reports.change import (
    ADDED,
    CLOSED,
    CREATED,
    DELETED,
    FATE_NOT_STATED,
    FORMED_FROM,
    JOINS,
    LINE,
    MERGED,
    ORIGIN_NOT_STATED,
    REMOVED,
    SPLIT,
    Change,
)
from reports.making import Part, home, listed, make, make_gone, name_of
from reports.matching import Matching, top_down
from reports.proposal import Scope
from reports.scope import OutOfScope, out_of_scope
from reports.staying import changes_of, in_part, stays_put

__all__ = [
    "LineChange", "MadeUpFrom", "OutOfScope", "compare", "made_up_from", "out_of_scope",
]  # fmt: skip


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
        yield from changes_of(matching, old, new) if old else _arriving(matching, new)
    open_successions = _open_successions(matching)
    for old in olds.values():
        if old.key not in out:
            yield from _leaving(matching, old, open_successions)


def _arriving(matching: Matching, new: Part) -> Iterator[Change]:
    """The changes of a thing that stands only after."""
    origins = matching.origins(new.key)
    if not origins:
        yield from _unexplained(matching, new)
        return
    wholes = [origin for origin in origins if origin.share == WHOLE]
    yield from (make(CREATED, new, origin) for origin in origins if origin.share == NEW)
    if len(wholes) > 1:
        yield _merged(matching, new, wholes)
    mostly = [origin for origin in origins if origin.share == MOSTLY and origin.came_from]
    for origin in mostly:
        yield _formed(matching, new, origin)
    for origin in origins:
        if origin.outside is not None and len(wholes) < 2:
            yield make(JOINS, new, origin, was=origin.outside, **_into(matching, new))
        elif origin.share == PART and not mostly:
            yield in_part(matching, new, origin, FORMED_FROM)
        elif origin.share == NOT_STATED:
            yield make(ORIGIN_NOT_STATED, new, origin)


def _unexplained(matching: Matching, new: Part) -> Iterator[Change]:
    """Something new, if everything is listed to its tier before; else of unknown origin."""
    if isinstance(new, Unit) and matching.after.place_of(new.key) == OUTSIDE:
        return
    is_new = tiers.lists(matching.before, tiers.tier(matching.after, new.key))
    yield make(CREATED if is_new else ORIGIN_NOT_STATED, new, certainty=DERIVED)


def _merged(matching: Matching, new: Part, wholes: Sequence[Origin]) -> Change:
    names = (origin.outside or name_of(matching.before, origin.came_from) for origin in wholes)
    others = tuple(origin.came_from for origin in wholes if origin.came_from is not None)
    return make(MERGED, new, *wholes, was=listed(names), others=others)


def _formed(matching: Matching, new: Part, origin: Origin) -> Change:
    others = (origin.came_from,) if origin.came_from else ()
    was = name_of(matching.before, origin.came_from)
    return make(FORMED_FROM, new, origin, was=was, was_key=origin.came_from, others=others)


def _into(matching: Matching, new: Part) -> dict[str, Any]:
    return {"becomes": name_of(matching.after, home(new)), "becomes_key": home(new)}


def _leaving(
    matching: Matching, old: Part, open_successions: set[tuple[str, object]]
) -> Iterator[Change]:
    """The changes of a thing that stands only before, and of one that is split and stays."""
    splits = matching.splits(old.key)
    if splits:
        yield _split(matching, old, splits)
    if old.key in matching.becomes and old.key not in matching.endings:
        return
    ending, went_to = matching.endings.get(old.key), matching.went_to.get(old.key, [])
    if ending is not None:
        yield _ended(matching, old, ending, went_to)
    elif any(origin.share == WHOLE for origin in went_to):
        return
    elif went_to:
        is_told = tiers.lists(matching.before, tiers.tier(matching.before, old.key))
        yield _gone(matching, old, is_told, went_to)
    elif matching.before.place_of(old.key) != OUTSIDE:
        is_told = tiers.lists(matching.after, tiers.tier(matching.before, old.key))
        yield _gone(matching, old, is_told and _alike(matching.before, old) not in open_successions)
    elif not isinstance(old, Unit):
        yield _gone(matching, old, False)


def _split(matching: Matching, old: Part, into: Sequence[Origin]) -> Change:
    stays = (old.key,) if matching.is_there(old.key) else ()
    others = (*stays, *(origin.key for origin in into))
    becomes = listed(name_of(matching.after, key) for key in others)
    return make_gone(SPLIT, old, *into, becomes=becomes, others=others)


def _ended(matching: Matching, old: Part, ending: Ending, went_to: Sequence[Origin]) -> Change:
    kind = CLOSED if isinstance(old, Unit) else DELETED
    return make_gone(kind, old, *went_to, ending=ending, **_out_to(matching, went_to))


def _gone(matching: Matching, old: Part, is_told: bool, went_to: Sequence[Origin] = ()) -> Change:
    gone = CLOSED if isinstance(old, Unit) else DELETED
    kind = gone if is_told else FATE_NOT_STATED
    return make_gone(kind, old, *went_to, certainty=DERIVED, **_out_to(matching, went_to))


def _out_to(matching: Matching, went_to: Sequence[Origin]) -> dict[str, Any]:
    """Where a thing went: the one that is mostly made of it as its end, all of them as others."""
    others = tuple(dict.fromkeys(_taken_in_by(matching, origin.key) for origin in went_to))
    mostly = [origin.key for origin in went_to if origin.share in (MOSTLY, WHOLE)]
    if len(mostly) == 1:
        name = name_of(matching.after, mostly[0])
        return {"becomes": name, "becomes_key": mostly[0], "others": others}
    return {"becomes": listed(name_of(matching.after, key) for key in others), "others": others}


def _taken_in_by(matching: Matching, key: str) -> str:
    """What took in a part that came with `key`: itself, or if that only moved, what it stands in."""
    part = matching.after.units.get(key) or matching.after.posts.get(key)
    if part is None or key not in matching.was or stays_put(matching, part):
        return key
    return home(part) or key


def _open_successions(matching: Matching) -> set[tuple[str, object]]:
    """The tiers of posts and kinds of unit of which something after has its origin not stated.

    It may be the successor of anything alike that stands only before.
    """
    after = matching.after
    parts = (
        after.units.get(origin.key) or after.posts.get(origin.key)
        for origin in after.origins
        if origin.share == NOT_STATED and origin.key not in matching.was
    )
    return {_alike(after, part) for part in parts if part is not None}


def _alike(snapshot: Snapshot, part: Part) -> tuple[str, object]:
    if isinstance(part, Unit):
        return "kind", part.kind
    return "tier", snapshot.tier_of(part.key)


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
