"""The exact difference between two structures: found, applied, put back and merged.

Loading a file, bringing a draft up to date and undoing are all a delta applied. Its one rule: a
delta changes the fields in which it differs and no others, so that two people's work on one thing
can both stand. The order in which things are drawn (`position`) is neither a change nor a clash.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeVar, cast

from posts.positions import reordered, settle_positions
from posts.refs import Ref, records, ref_of
from posts.snapshot import (
    Ending,
    Leads,
    Origin,
    Post,
    Record,
    ReportingLine,
    Snapshot,
    Unit,
)
from posts.soundness import Fault, faults

__all__ = [
    "Clash", "Delta", "Difference", "Fault", "Ref", "apply", "delta", "faults", "fields", "merge",
    "misfits", "records", "ref_of", "reordered", "reverse", "settle_positions",
]  # fmt: skip

TWO_VALUES = "one field, two different values"
GONE_AND_CHANGED = "gone in one, changed in the other"
MADE_DIFFERENTLY = "made in both under one key, differently"


class Difference(NamedTuple):
    """A record as it was and as it becomes; None where it does not stand."""

    old: Record | None
    new: Record | None


Delta = Mapping[Ref, Difference]


@dataclass(frozen=True, slots=True)
class Clash:
    """Where two changes cannot both stand: one field of a record, or (None) the whole of it."""

    rule: str
    ref: Ref
    field: str | None
    base: Any
    mine: Any
    theirs: Any


def delta(before: Snapshot, after: Snapshot) -> dict[Ref, Difference]:
    """Say exactly what differs between two structures, what is gone or changed first."""
    was, becomes = records(before), records(after)
    return {
        ref: Difference(old, new)
        for ref in was | becomes
        if (old := was.get(ref)) is not (new := becomes.get(ref)) and old != new
    }


def fields(old: Record | None, new: Record | None) -> dict[str, tuple[Any, Any]]:
    """Say in which fields two versions of a record differ: as each was, and as it becomes."""
    some = old if old is not None else new
    if some is None:
        return {}
    return {
        name: (was, becomes)
        for name in some.__dataclass_fields__
        if name != "position"
        and (was := getattr(old, name, None)) != (becomes := getattr(new, name, None))
    }


def apply(change: Delta, snapshot: Snapshot) -> Snapshot:
    """Make a change to a structure, field by field, and leave all else as it stands.

    Ask for `misfits` first: where the structure has moved on, the change wins, and what it changes
    but has gone meanwhile is put back.
    """
    found = records(snapshot)
    for ref, (old, new) in change.items():
        if new is None:
            found.pop(ref, None)
        elif old is None or ref not in found:
            found[ref] = new
        else:
            found[ref] = _patched(found[ref], old, new)
    return _with(snapshot, found.values())


def reverse(change: Delta) -> dict[Ref, Difference]:
    """The change that puts everything back."""
    return {ref: Difference(new, old) for ref, (old, new) in change.items()}


def misfits(change: Delta, snapshot: Snapshot) -> list[Clash]:
    """What stands in a structure where a change expected something else: its clashes with it.

    A field that already has the value it is to get does no harm.
    """
    found = records(snapshot)
    since = {
        ref: Difference(old, stands)
        for ref, (old, _) in change.items()
        if (stands := found.get(ref)) != old
    }
    return merge(change, since)[1]


def merge(
    mine: Delta, theirs: Delta, keep: Container[Clash] = ()
) -> tuple[dict[Ref, Difference], list[Clash]]:
    """Join two changes to one base into one change to it, and list where they clash.

    Where they clash theirs stands, unless the clash is one of `keep`: there mine does. Without a
    clash the order in which the two are applied makes no difference. What fits record by record
    may still be unsound as a whole: ask `faults` of the result.
    """
    merged, clashes = dict(theirs), list[Clash]()
    for ref, change in mine.items():
        if ref not in theirs:
            merged[ref] = change
            continue
        found = _clashes(ref, change, theirs[ref])
        clashes += [clash for clash in found if clash not in keep]
        merged[ref] = _joined(change, theirs[ref], [clash for clash in clashes if clash.ref == ref])
    return {ref: change for ref, change in merged.items() if change.old != change.new}, clashes


def _clashes(ref: Ref, mine: Difference, theirs: Difference) -> list[Clash]:
    """The clashes of two changes to one record."""
    base = mine.old
    if mine.new == theirs.new:
        return []
    if mine.new is None or theirs.new is None:
        return [Clash(GONE_AND_CHANGED, ref, None, base, mine.new, theirs.new)]
    if base is None:
        return [Clash(MADE_DIFFERENTLY, ref, None, base, mine.new, theirs.new)]
    ours, others = fields(base, mine.new), fields(base, theirs.new)
    return [
        Clash(TWO_VALUES, ref, name, was, becomes, others[name][1])
        for name, (was, becomes) in ours.items()
        if name in others and others[name][1] != becomes
    ]


def _joined(mine: Difference, theirs: Difference, lost: list[Clash]) -> Difference:
    """One change out of two to one record, in which mine gives way where it has lost."""
    if any(clash.field is None for clash in lost):
        return theirs
    if mine.old is None or mine.new is None or theirs.new is None:
        return mine
    new = _patched(theirs.new, mine.old, mine.new, without={clash.field for clash in lost})
    return Difference(mine.old, new)


def _patched(
    current: Record, old: Record, new: Record, without: Container[str | None] = ()
) -> Record:
    """A record with the fields in which `new` differs from `old`, its position among them."""
    names: Iterable[str] = current.__dataclass_fields__
    return replace(
        current,
        **{
            name: value
            for name in names
            if name not in without and (value := getattr(new, name)) != getattr(old, name)
        },
    )


_Kind = TypeVar("_Kind", Unit, Post, Leads, ReportingLine, Origin, Ending)


def _with(snapshot: Snapshot, found: Iterable[Record]) -> Snapshot:
    """The structure with these records, units and posts by their positions."""
    kinds: dict[type, list[Record]] = {}
    for record in found:
        kinds.setdefault(type(record), []).append(record)

    def of(kind: type[_Kind]) -> list[_Kind]:
        return cast("list[_Kind]", kinds.get(kind, []))

    return replace(
        snapshot,
        units={unit.key: unit for unit in sorted(of(Unit), key=lambda unit: unit.position)},
        posts={post.key: post for post in sorted(of(Post), key=lambda post: post.position)},
        leads=tuple(of(Leads)),
        lines=tuple(of(ReportingLine)),
        origins=tuple(of(Origin)),
        endings=tuple(of(Ending)),
    )
