"""Where each service goes: out of each existing unit, and into each proposed one.

Its one rule: every existing unit that is broken up is accounted for, if only by saying that where
the rest of it goes is not stated.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from posts.naming import Mark
from posts.snapshot import COUNCIL, MOSTLY, PART, WHOLE, OtherName, Snapshot, Unit
from reports.calling import kind_of
from reports.change import (
    CLOSED,
    CREATED,
    FATE_NOT_STATED,
    FORMED_FROM,
    JOINS,
    LEAVES,
    MERGED,
    MOVED,
    SPLIT,
    UNDECIDED,
    UNIT,
    Change,
)
from reports.labels import mark
from reports.making import name_of, taken_in
from reports.matching import top_down
from reports.paragraphs import made_up

REST, PART_OF_IT, ANYTHING_ELSE = "its other responsibilities", "part of it", "anything else"
ALL_OF_IT, OUTSIDE_IT = "its responsibilities", "outside the council"

_GOING = (MOVED, JOINS, LEAVES, UNDECIDED)
_NEW = (CREATED, FORMED_FROM, MERGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One line of the table: a service, what it was in, how it changes and where it goes.

    `name` is the service's own, or ALL_OF_IT, REST, PART_OF_IT or ANYTHING_ELSE of the unit
    `was_in`. `change` is what happens to it in words, `mark` the same as a label, if it has one.
    Where it goes is not stated if `goes_to` is None; what it was in neither if `was_in` is, unless
    it `is_top`: then it stood in no other unit. `note` is what is recorded of what is undecided.
    """

    name: str
    was_in: str | None
    was_in_key: str | None
    mark: Mark | None
    change: str
    goes_to: str | None
    key: str | None = None
    other_names: tuple[OtherName, ...] = ()
    goes_to_key: str | None = None
    is_top: bool = False
    note: str | None = None
    effective: str | None = None
    certainty: str = "stated"
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Into:
    """A proposed unit, and the paragraph that says what it is made up from."""

    key: str
    name: str
    says: str
    sources: tuple[str, ...] = ()


def out_of_each(changes: Sequence[Change], before: Snapshot, after: Snapshot) -> list[Service]:
    """Where the services of each existing unit go, in the order of the existing structure."""
    about = [change for change in changes if change.subject == UNIT]
    services = [*_going(about, before, after), *_rest(about, before, after)]
    services += _ending(about, before, services)
    services = list(_named(services))
    order = {unit.key: nth for nth, unit in enumerate(top_down(before))}
    return sorted(services, key=lambda each: order.get(each.was_in_key or "", len(order)))


def _named(services: Sequence[Service]) -> Iterator[Service]:
    """The services; the rest of a unit of which nothing else is told is all of it."""
    told = Counter(each.was_in_key for each in services)
    for each in services:
        is_all = each.name == REST and told[each.was_in_key] == 1
        yield replace(each, name=ALL_OF_IT) if is_all else each


def into_each(changes: Sequence[Change], before: Snapshot, after: Snapshot) -> list[Into]:
    """What each proposed unit is made up from, where there is more to say than “not stated”."""
    told = _told(changes)
    return [
        Into(key=unit.key, name=unit.name, says=says, sources=unit.sources)
        for unit in top_down(after)
        if not unit.is_function
        and unit.key in told
        and (says := made_up(unit.key, changes, before, after)) is not None
    ]


def _told(changes: Iterable[Change]) -> set[str | None]:
    """The units into which anything comes, and those that are new."""
    told = set[str | None]()
    for change in changes:
        if change.subject != UNIT:
            continue
        if change.kind == SPLIT:
            told.update(key for key in change.others if key != change.key)
        if change.kind not in (CLOSED, FATE_NOT_STATED):
            told.add(change.becomes_key)
        if change.kind in _NEW:
            told.add(change.key)
    return told


def _going(changes: Iterable[Change], before: Snapshot, after: Snapshot) -> Iterator[Service]:
    """The units that move, join, leave, merge, or whose destination is undecided."""
    for change in changes:
        if change.kind in _GOING:
            yield _moving(change, before, after)
        elif change.kind == MERGED:
            for key in change.others:
                if key in before.units:
                    merging = replace(change, becomes=change.name, becomes_key=change.key)
                    yield _standing(merging, before, before.units[key])


def _moving(change: Change, before: Snapshot, after: Snapshot) -> Service:
    """A unit that stands after, by the name that it had before if it was there."""
    old, new = _existing(change.key, before, after), after.units[change.key]
    note = new.note if change.kind == UNDECIDED else None
    if change.kind == JOINS and taken_in(change, before, after):
        into = replace(change, becomes=new.name, becomes_key=new.key)
        return replace(_service(into, new), name=PART_OF_IT, key=None)
    if change.kind == JOINS and change.was is None:
        change = replace(change, was=OUTSIDE_IT)
    return replace(_service(change, old or new), is_top=_is_top(before, old), note=note)


def _existing(key: str, before: Snapshot, after: Snapshot) -> Unit | None:
    """What a unit after was: of its key, or the one that it is wholly made from by itself."""
    wholes = [o.came_from for o in after.origins_of.get(key, ()) if o.share == WHOLE]
    if key in before.units or len(wholes) != 1:
        return before.units.get(key)
    return before.units.get(wholes[0] or "")


def _is_top(before: Snapshot, unit: Unit | None) -> bool:
    """Whether a unit stood at the top of the council."""
    return unit is not None and unit.parent is None and before.place_of(unit.key) == COUNCIL


def _rest(changes: Sequence[Change], before: Snapshot, after: Snapshot) -> Iterator[Service]:
    """What goes with a unit that another is made from, beside what is told to move out of it."""
    told = {(change.was_key, change.becomes_key) for change in changes if change.kind == MOVED}
    moved = {change.key for change in changes if change.kind == MOVED}
    for unit in top_down(after):
        for origin in after.origins_of.get(unit.key, ()):
            was = before.units.get(origin.came_from or "")
            if was is None or origin.share not in (MOSTLY, PART) or unit.key in moved:
                continue
            if origin.share == PART and (was.key, unit.key) in told:
                continue
            yield Service(
                name=REST if origin.share == MOSTLY else PART_OF_IT,
                was_in=was.name,
                was_in_key=was.key,
                mark=None if origin.share == MOSTLY else Mark("moved", "→ MOVED"),
                change=f"with its {kind_of(was)}" if origin.share == MOSTLY else "→ MOVED",
                goes_to=unit.name,
                goes_to_key=unit.key,
                certainty=origin.certainty,
                sources=origin.sources,
            )


def _ending(
    changes: Iterable[Change], before: Snapshot, services: Sequence[Service]
) -> Iterator[Service]:
    """Units that end: by themselves, or, where they are broken up, what is not accounted for.

    Of one that closes that is nothing, where the structure lists all that stood in it.
    """
    broken_up = {each.was_in_key for each in services}
    with_rest = {each.was_in_key for each in services if each.name == REST}
    for change in changes:
        if change.kind not in (CLOSED, FATE_NOT_STATED, SPLIT) or change.key in with_rest:
            continue
        unit = before.units[change.key]
        if unit.key not in broken_up:
            yield _standing(change, before, unit)
        elif change.kind == FATE_NOT_STATED or (change.kind == CLOSED and not before.is_whole):
            yield _unaccounted(change, unit)


def _unaccounted(change: Change, unit: Unit) -> Service:
    """Whatever else stood in a unit that is broken up."""
    return Service(
        name=ANYTHING_ELSE,
        was_in=unit.name,
        was_in_key=unit.key,
        mark=Mark("unplaced", "NOT STATED"),
        change="NOT STATED",
        goes_to=None,
        certainty=change.certainty,
        sources=change.sources,
    )


def _standing(change: Change, before: Snapshot, unit: Unit) -> Service:
    """A unit that stands only before, with what it stood in."""
    was_in = name_of(before, unit.parent)
    standing = replace(change, key=unit.key, was=was_in, was_key=unit.parent)
    return replace(_service(standing, unit), is_top=_is_top(before, unit))


def _service(change: Change, unit: Unit) -> Service:
    return Service(
        key=change.key,
        name=unit.name,
        other_names=unit.other_names,
        was_in=change.was,
        was_in_key=change.was_key,
        mark=mark(change),
        change=mark(change).words,
        goes_to=change.becomes,
        goes_to_key=change.becomes_key,
        effective=change.effective,
        certainty=change.certainty,
        sources=change.sources,
    )
