"""What each unit is made up from, as the report says it, and how many things change in each way.

Its one rule: every name in a paragraph comes from a change or a stated origin; “largely” is said
only where the paper says so.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from posts.snapshot import PART, UNCERTAIN, Snapshot
from reports.calling import counted, is_many, kind_of, plural
from reports.change import (
    ADDED,
    CLOSED,
    CREATED,
    DELETED,
    FATE_NOT_STATED,
    FORMED_FROM,
    HOURS,
    JOINS,
    LEAVES,
    LINE,
    MERGED,
    MOVED,
    NUMBER,
    ORIGIN_NOT_STATED,
    POST,
    REGRADED,
    REMOVED,
    RENAMED,
    REPORTS_TO,
    RESPONSIBILITIES,
    RETITLED,
    SPLIT,
    STATE,
    UNDECIDED,
    UNIT,
    Change,
)
from reports.labels import short
from reports.making import Part, listed, name_of, taken_in

_ROWS = (
    (UNIT, (CREATED, FORMED_FROM)),
    (UNIT, (CLOSED,)),
    (UNIT, (MOVED,)),
    (UNIT, (RENAMED,)),
    (UNIT, (MERGED,)),
    (UNIT, (SPLIT,)),
    (UNIT, (JOINS,)),
    (UNIT, (LEAVES,)),
    (UNIT, (UNDECIDED,)),
    (UNIT, (NUMBER,)),
    (UNIT, (RESPONSIBILITIES,)),
    (UNIT, (ORIGIN_NOT_STATED,)),
    (UNIT, (FATE_NOT_STATED,)),
    (POST, (CREATED,)),
    (POST, (FORMED_FROM,)),
    (POST, (DELETED,)),
    (POST, (MOVED,)),
    (POST, (RETITLED,)),
    (POST, (REGRADED,)),
    (POST, (REPORTS_TO,)),
    (POST, (NUMBER,)),
    (POST, (HOURS,)),
    (POST, (STATE,)),
    (POST, (RESPONSIBILITIES,)),
    (POST, (MERGED,)),
    (POST, (SPLIT,)),
    (POST, (JOINS,)),
    (POST, (LEAVES,)),
    (POST, (UNDECIDED,)),
    (POST, (ORIGIN_NOT_STATED,)),
    (POST, (FATE_NOT_STATED,)),
    (LINE, (ADDED,)),
    (LINE, (REMOVED,)),
)

_SIDES = {ORIGIN_NOT_STATED: "proposed ", FATE_NOT_STATED: "existing "}
_FROM_NOWHERE = "(from where is not stated)"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    """How many things change in one way: the label of the kind, and “4 sections and 2 services”.

    `changes` are the changes themselves, `things` "none" where there are none.
    """

    subject: str
    kinds: tuple[str, ...]
    label: str
    things: str
    changes: tuple[Change, ...] = ()


def kinds(changes: Sequence[Change], before: Snapshot, after: Snapshot) -> list[KindCount]:
    """Count the things that change in each way, also the ways in which nothing does."""
    return [_counted(subject, kinds, changes, before, after) for subject, kinds in _ROWS]


def _counted(
    subject: str,
    kinds: tuple[str, ...],
    changes: Sequence[Change],
    before: Snapshot,
    after: Snapshot,
) -> KindCount:
    found = tuple(each for each in changes if each.subject == subject and each.kind in kinds)
    if subject == LINE:
        lines = "line" if len(found) == 1 else "lines"
        things = f"{len(found)} {lines}" if found else "none"
    elif kinds == (NUMBER,):
        things = _renumbered(found)
    else:
        things = counted(_things(found, before, after), _SIDES.get(kinds[0], ""))
    label = "FORMED FROM" if (subject, kinds[0]) == (POST, FORMED_FROM) else short(kinds[0])
    return KindCount(subject=subject, kinds=kinds, label=label, things=things, changes=found)


def _renumbered(changes: Sequence[Change]) -> str:
    """Lines that stand for several alike: how many there are, and how many they stood for."""
    if not changes:
        return "none"
    of = f"{changes[0].subject}s"
    lines = f"1 line of {of}" if len(changes) == 1 else f"{len(changes)} lines of {of}"
    ends = [(change.was, change.becomes) for change in changes if change.was and change.becomes]
    if len(ends) < len(changes):
        return lines
    was, becomes = (sum(map(int, numbers)) for numbers in zip(*ends, strict=True))
    return f"{lines}: from {was} to {becomes}"


def _things(
    changes: Iterable[Change], before: Snapshot, after: Snapshot
) -> Iterable[tuple[Part, bool]]:
    """The things that change, each once, and whether that is certain."""
    found = dict[str, tuple[Part, bool]]()
    for change in changes:
        part = _part(after, change.key) or _part(before, change.key)
        if part is not None:
            found.setdefault(change.key, (part, change.certainty != UNCERTAIN))
    return found.values()


def _with_doubt(change: Change) -> str:
    return f"“{change.name}”{' (uncertain)' if change.certainty == UNCERTAIN else ''}"


def _part(snapshot: Snapshot, key: str) -> Part | None:
    return snapshot.units.get(key) or snapshot.posts.get(key)


def made_up(key: str, changes: Sequence[Change], before: Snapshot, after: Snapshot) -> str | None:
    """Say what a unit after is made up from; None where the changes say nothing about that.

    “This division is largely made up from X, without “A” and “B”, and includes “C” from Y.”
    """
    making = _Making(key, changes, before, after)
    said = [*making.opening(), *making.comes_from_outside(), *making.goes_out()]
    return " ".join(said) or None


@dataclass(frozen=True)
class _Making:
    """A unit after, and the changes that tell what it is made up from."""

    key: str
    changes: Sequence[Change]
    before: Snapshot
    after: Snapshot

    def opening(self) -> Iterator[str]:
        """What it is, and what it includes: one sentence, or two for a new unit."""
        this, includes = self._this, listed(self._includes())
        more = f", and {self._verb('includes', 'include')} {includes}" if includes else ""
        sources = listed(change.was for change in self._own(FORMED_FROM))
        merged = listed(change.was for change in self._own(MERGED))
        if sources:
            without = listed(map(_with_doubt, self._left_out()))
            less = f", without {without}" if without else ""
            yield f"{this} {self._verb('is', 'are')} largely made up from {sources}{less}{more}."
        elif merged:
            yield f"{this} {self._verb('is', 'are')} merged from {merged}{more}."
        elif split := self._split_from():
            inside = listed(map(_with_doubt, self._with_the_rest()))
            along = f", with {inside}" if inside else ""
            whence = listed(split.values())
            yield f"{this} {self._verb('is', 'are')} split from {whence}{along}{more}."
        else:
            yield from self._beginning()
            if includes:
                takes = f"{this} {self._verb('takes', 'take')} in"
                it_has = self._verb("It includes", "They include")
                yield f"{it_has if self._is_unmatched else takes} {includes}."

    def comes_from_outside(self) -> Iterator[str]:
        for change in self._into(JOINS):
            if taken_in(change, self.before, self.after):
                continue
            when = f" ({change.effective})" if change.effective else ""
            yield f"{_with_doubt(change)} joins from {change.was or 'outside the council'}{when}."

    def goes_out(self) -> Iterator[str]:
        """What leaves a unit that stays."""
        for change in self._moved_out_of({self.key}):
            where = change.becomes or "a destination that is not stated"
            yield f"{_with_doubt(change)} goes to {where}."

    @property
    def _kind(self) -> str:
        return kind_of(self.after.units[self.key])

    @property
    def _this(self) -> str:
        """“This division”; a line that stands for several goes by its name."""
        unit = self.after.units[self.key]
        return f"This {self._kind}" if unit.number == 1 else f"“{unit.name}”"

    def _verb(self, one: str, many: str) -> str:
        return many if is_many(self.after.units[self.key]) else one

    @property
    def _is_unmatched(self) -> bool:
        return any(self._own(CREATED)) or any(self._own(ORIGIN_NOT_STATED))

    def _beginning(self) -> Iterator[str]:
        if any(self._own(CREATED)):
            several = f"These are new {plural(self._kind)}."
            yield self._verb(f"This is a new {self._kind}.", several)
        elif any(self._own(ORIGIN_NOT_STATED)):
            this = self._this
            comes = self._verb("comes", "come")
            yield f"Where {this[0].lower()}{this[1:]} {comes} from is not stated."

    @property
    def _has_moved(self) -> bool:
        """Whether it moved as a whole, so that where it came from is told of the move."""
        return any(self._own(MOVED))

    def _own(self, kind: str) -> Iterator[Change]:
        return (each for each in self.changes if each.key == self.key and each.kind == kind)

    def _into(self, kind: str) -> Iterator[Change]:
        """The units that come into it in one way."""
        return (
            change
            for change in self.changes
            if change.subject == UNIT and change.becomes_key == self.key and change.kind == kind
        )

    def _split_from(self) -> dict[str | None, str | None]:
        """What was split into this and others, by key."""
        return {
            change.key: change.name
            for change in self.changes
            if change.kind == SPLIT and self.key in change.others and change.key != self.key
        }

    def _with_the_rest(self) -> list[Change]:
        """What comes with the rest of a unit that it is largely made up from, or split from."""
        whence = {change.was_key for change in self._own(FORMED_FROM)} | self._split_from().keys()
        return [change for change in self._into(MOVED) if change.was_key in whence]

    def _left_out(self) -> list[Change]:
        """What stood in a unit that it is largely made up from, and went elsewhere."""
        return self._moved_out_of({change.was_key for change in self._own(FORMED_FROM)})

    def _moved_out_of(self, keys: Container[str | None]) -> list[Change]:
        found = dict[str, Change]()
        for change in self.changes:
            went = change.kind in (MOVED, UNDECIDED, LEAVES) and change.becomes_key != self.key
            if went and change.subject == UNIT and change.was_key in keys:
                found.setdefault(change.key, change)
        return list(found.values())

    def _includes(self) -> Iterator[str]:
        """“A” and “B” from one unit, “C” from another, and parts of those not named so far."""
        froms, told = dict[str, list[Change]](), set[str | None]()
        along = self._with_the_rest()
        for change in self._into(MOVED):
            if change in along:
                continue
            froms.setdefault(change.key, []).append(change)
            told.add(change.was_key)
        things = dict[str | None, list[str]]()
        for moves in froms.values():
            where = listed(change.was for change in moves)
            things.setdefault(where, []).append(_with_doubt(moves[0]))
        for where, names in things.items():
            yield f"{listed(names)} from {where}" if where else f"{listed(names)} {_FROM_NOWHERE}"
        for origin in self.after.origins_of.get(self.key, ()):
            if origin.share == PART and origin.came_from not in told and not self._has_moved:
                source = origin.outside or name_of(self.before, origin.came_from)
                yield f"part of {source or 'a unit that is not named'}"
