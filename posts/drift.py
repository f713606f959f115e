"""Bring a draft up to date: what it changes, and what has changed since in what it was drawn from.

Three structures are compared: the base as it was when the draft was drawn from it, the draft, and
what stands now in the base's place. Where the two changes clash, a person chooses which side
stands. Its one rule: nothing that either side changed is given up but by such a choice, or as what
hangs on it (what stood in a unit that is not made, the unit of a post that stays).

What the base and what stands now say of the structure before them (origins, endings, what is said
to have changed, in which phase and when) is left out; the draft's own stays. So do its title and
the tier to which it is complete.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from posts.culprits import Part, Records, names, parts
from posts.delta import (
    GONE_AND_CHANGED,
    MADE_DIFFERENTLY,
    TWO_VALUES,
    Fault,
    Ref,
    apply,
    delta,
    faults,
    merge,
    records,
)
from posts.points import Point, Said, bare, said, whole, without
from posts.positions import drawn_as
from posts.refs import ENDING, LEADS, LINE
from posts.snapshot import Snapshot

UNSOUND = "together unsound"

DRAFT, NOW = "draft", "now"
SIDES = (DRAFT, NOW)
_OTHER = {DRAFT: NOW, NOW: DRAFT}

Answers = Mapping[str, str]
"""For each clash, by its id, whose side stands: the DRAFT's, or what stands NOW."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Where two changes cannot both stand: what each says, and what would be wrong with both.

    The id is of what both say, so that an answer is to this clash and to no other.
    """

    id: str
    rule: str
    draft: tuple[Said, ...]
    now: tuple[Said, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Brought:
    """A draft brought up to date; while a clash is open, only as far as it can be.

    `taken`: what was taken over of what changed since. `clashes` are open, `answered` those that an
    answer was to. `given_up`: what the draft changed and does no longer. `left`: what changed since
    and was not taken over.
    """

    snapshot: Snapshot
    taken: tuple[Said, ...]
    clashes: tuple[Clash, ...]
    answered: tuple[Clash, ...]
    given_up: tuple[Said, ...]
    left: tuple[Said, ...]


def bring(base: Snapshot, draft: Snapshot, now: Snapshot, answers: Answers) -> Brought:
    """Take over what has changed since the draft was drawn, where it does not clash."""
    return _Bringing(base, draft, now, answers).brought()


class _Bringing:
    """One bringing up to date: which side stands in which point, and what is still to be asked.

    Points of one clash are tied: they stand or fall together, also when a later answer turns them.
    """

    def __init__(self, base: Snapshot, draft: Snapshot, now: Snapshot, answers: Answers) -> None:
        self.base, self.draft, self.answers = bare(base), draft, answers
        self.changes = {DRAFT: delta(self.base, draft), NOW: delta(self.base, bare(now))}
        self.whole = whole(*self.changes.values())
        self.said = {side: said(self.changes[side], self.whole) for side in SIDES}
        self.chosen: dict[Point, str] = {}
        self.tied: dict[Point, frozenset[Point]] = {}
        self.asked: dict[Point, Clash] = {}
        self.unsound: list[Clash] = []
        self.answered: dict[str, Clash] = {}

    def brought(self) -> Brought:
        """Choose what is answered, mend what is unsound, until all is sound or to be asked."""
        for point in self.said[NOW]:
            if point in self.said[DRAFT]:
                self._meet(point)
        while self._mend():
            pass
        return Brought(
            snapshot=drawn_as(self.draft, self._snapshot()),
            taken=tuple(each for each in self.said[NOW].values() if self._is_taken(each)),
            clashes=(*self.asked.values(), *self.unsound),
            answered=tuple(self.answered.values()),
            given_up=tuple(self._lost(DRAFT)),
            left=tuple(self._lost(NOW)),
        )

    # What stands.

    def _snapshot(self) -> Snapshot:
        """Both changes made to the base, each without the points in which the other stands."""
        mine, theirs = (
            without(self.changes[side], [p for p in self.said[side] if not self._stands(side, p)])
            for side in SIDES
        )
        return apply(merge(mine, theirs)[0], self.base)

    def _stands(self, side: str, point: Point) -> bool:
        """Whether a side stands in a point; what is to be asked is as now for the time being."""
        return self.chosen.get(point, NOW if point in self.asked else side) == side

    def _agree(self, point: Point) -> bool:
        """Whether both sides say the same in a point."""
        mine, theirs = self.said[DRAFT].get(point), self.said[NOW].get(point)
        return bool(mine and theirs and mine.values[1] == theirs.values[1])

    def _is_taken(self, each: Said) -> bool:
        point = each.point
        return point not in self.asked and self._stands(NOW, point) and not self._agree(point)

    def _lost(self, side: str) -> Iterator[Said]:
        for point, each in self.said[side].items():
            if self.chosen.get(point, side) != side and not self._agree(point):
                yield each

    # Two changes of one thing.

    def _meet(self, point: Point) -> None:
        """Choose, or ask, whose value stands where both changed one field or one thing."""
        if self._agree(point):
            return
        clash = self._clash(_rule(self.said[DRAFT][point], self.said[NOW][point]), [point])
        if side := self._answer(clash):
            self._choose([point], side)
        else:
            self.asked[point] = clash

    def _answer(self, clash: Clash) -> str | None:
        """Whose side is to stand in a clash, where that is answered."""
        side = self.answers.get(clash.id)
        if side is not None:
            self.answered[clash.id] = clash
        return side

    def _clash(self, rule: str, points: Iterable[Point], faults: tuple[Fault, ...] = ()) -> Clash:
        """What both sides say in some points, under an id that is the same for the same."""
        points = sorted(points, key=repr)
        draft, now = (
            tuple(self.said[side][point] for point in points if point in self.said[side])
            for side in SIDES
        )
        values = [[(each.point, each.values) for each in said] for said in (draft, now)]
        digest = sha256(repr((rule, points, values)).encode()).hexdigest()[:16]
        return Clash(digest, rule, draft, now, faults)

    def _choose(self, points: Iterable[Point], side: str) -> bool:
        """Let a side stand in these points and all that are tied to them; False if it does."""
        tied = self._tied(points)
        if all(self.chosen.get(point) == side for point in tied):
            return False
        self.chosen.update(dict.fromkeys(tied, side))
        self.tied.update(dict.fromkeys(tied, tied))
        return True

    def _tied(self, points: Iterable[Point]) -> frozenset[Point]:
        return frozenset().union(*(self.tied.get(point, {point}) for point in points))

    # What both make together.

    def _mend(self) -> bool:
        """Choose once for each fault that can be decided; False if there is nothing to choose."""
        snapshot, self.unsound = self._snapshot(), []
        found = records(snapshot)
        decided = [self._decide(group) for group in self._groups(snapshot, found)]
        return any(decided) or self._let_hang(found)

    def _groups(self, snapshot: Snapshot, found: Records) -> list["_Group"]:
        """The faults that both changes made, those that share a point together."""
        groups = list[_Group]()
        for fault in faults(snapshot):
            here = [(self._as_changed(part), part) for part in parts(fault, found)]
            changed = [p for p, _ in here if p in self.said[DRAFT] or p in self.said[NOW]]
            group = _Group([fault], here, self._tied(changed))
            for other in [other for other in groups if other.points & group.points]:
                group = other.with_(group)
                groups.remove(other)
            groups.append(group)
        return [each for each in groups if each.points and not each.points & self.asked.keys()]

    def _as_changed(self, part: Part) -> Point:
        """The point as the changes know it: what is made or taken away is one point."""
        ref, field = part.point
        return Point(ref, None if ref in self.whole else field)

    def _decide(self, group: "_Group") -> bool:
        """Let a side stand in the points of a group of faults, or ask which."""
        clash = self._clash(UNSOUND, group.points, tuple(group.faults))
        side = self._answer(clash) or self._follows(group)
        if side is None:
            self.unsound.append(clash)
            return False
        return self._choose(group.points, side)

    def _follows(self, group: "_Group") -> str | None:
        """The side that stands as things were chosen before; None where that is to be asked.

        Where one side alone brought a fault about, the other stands there already: what is not
        made holds nothing, and what stays has somewhere to stand.
        """
        causes = {
            side
            for point, part in group.parts
            for side in SIDES
            if self._stands(side, point)
            and (each := self.said[side].get(point))
            and part.is_due_to(each)
        }
        chosen = {self.chosen[point] for point in group.points if point in self.chosen}
        if len(causes) != 1 or len(chosen) != 1 or causes == chosen:
            return None
        return chosen.pop()

    def _let_hang(self, found: Records) -> bool:
        """Let leads and lines stay with what stays, and drop its stated end."""
        decided = False
        for side in SIDES:
            stays = {
                point.ref: point
                for point, each in self.said[side].items()
                if each.becomes is None and self.chosen.get(point, side) != side
            }
            for point, each in self.said[side].items() if stays else ():
                with_ = _hangs_on(each, stays, found)
                if with_ and self._stands(side, point):
                    decided |= self._choose([point, *with_], _OTHER[side])
        return decided


@dataclass(frozen=True, slots=True)
class _Group:
    """Faults that share points, what each depends on, and all points tied to those."""

    faults: list[Fault]
    parts: list[tuple[Point, Part]]
    points: frozenset[Point]

    def with_(self, other: "_Group") -> "_Group":
        """Both as one."""
        faults, parts = self.faults + other.faults, self.parts + other.parts
        return _Group(faults, parts, self.points | other.points)


def _rule(mine: Said, theirs: Said) -> str:
    if mine.point.field is not None:
        return TWO_VALUES
    is_gone = mine.becomes is None or theirs.becomes is None
    return GONE_AND_CHANGED if is_gone else MADE_DIFFERENTLY


def _hangs_on(each: Said, stays: Mapping[Ref, Point], found: Records) -> list[Point]:
    """Of what stays, that for which a lead or line was taken away, or an end stated."""
    kind = each.point.ref.kind
    if kind == ENDING and each.becomes is not None:
        return [stays[end] for _, end in names(each.becomes) if end in stays]
    if kind not in (LEADS, LINE) or each.was is None or each.becomes is not None:
        return []
    ends = [end for _, end in names(each.was)]
    if not all(end in found for end in ends):
        return []
    return [stays[end] for end in ends if end in stays]
