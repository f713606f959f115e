"""What stands under what in a chart and in its outline, drawn by unit or by line of management.

Four groups at most: the council's, what has no stated line or unit, what is outside the council,
and what has no stated place. Its one rule: a line is drawn only where it is stated.
"""

import sys
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property

from posts.snapshot import COUNCIL, LINE_NOT_STATED, OUTSIDE, UNPLACED, Post, Snapshot

BY_UNIT, BY_LINE = "unit", "line"
UNIT_NOT_STATED, LINE_ROW = "unit not stated", "line not stated"
HEADINGS = {
    COUNCIL: None,
    LINE_ROW: "Line not stated",
    UNIT_NOT_STATED: "Unit not stated",
    OUTSIDE: "Outside the council",
    UNPLACED: "Place not stated",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Trees that stand together under a heading; the council's own has none."""

    key: str
    heading: str | None
    roots: tuple[str, ...]


@dataclass(frozen=True)
class Families:
    """The groups of a chart, and the keys below each key, in order."""

    groups: tuple[Group, ...]
    below: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def order(self) -> list[str]:
        """Every key, level by level."""
        order = [root for group in self.groups for root in group.roots]
        for key in order:
            order.extend(self.below.get(key, ()))
        return order

    @cached_property
    def above(self) -> dict[str, str]:
        """The key above each key that has one."""
        return {child: key for key, children in self.below.items() for child in children}

    @cached_property
    def number_below(self) -> dict[str, int]:
        """How many stand below each key, all levels together."""
        counts = dict.fromkeys(self.order, 0)
        for key in reversed(self.order):
            if key in self.above:
                counts[self.above[key]] += counts[key] + 1
        return counts

    def shown(self, most: int | None, opened: Set[str]) -> Set[str]:
        """The keys and groups that are open: whole levels, as long as at most so many boxes show.

        The council's own tops and what was opened on demand show beside them. Where a whole
        level is too much and little is shown yet, those siblings are for whom there is room.
        """
        forced = self._with_above(opened)
        always = {COUNCIL} | forced
        level = [(group.key, list(group.roots)) for group in self.groups]
        shown: set[str] = set()
        count = 0
        while level:
            room = sys.maxsize if most is None else most - count
            whole = sum(len(below) for _, below in level) <= room
            spare = whole or count < (most or 0) / 10
            opening: list[str] = []
            for key, below in level:
                if key in always or (spare and len(below) + len(opening) <= room):
                    shown.add(key)
                    opening += below
            count += len(opening)
            waiting = [(key, list(self.below.get(key, ()))) for key in opening]
            level = [(key, below) for key, below in waiting if below]
        return shown

    def way_to(self, keys: Set[str]) -> "Families":
        """No more than these keys, and what stands above them."""
        kept = self._with_above(keys)
        groups = (
            replace(group, roots=tuple(root for root in group.roots if root in kept))
            for group in self.groups
        )
        below = {key: [child for child in self.below.get(key, ()) if child in kept] for key in kept}
        return Families(tuple(group for group in groups if group.roots), below)

    def _with_above(self, keys: Set[str]) -> set[str]:
        found: set[str] = set()
        for key in keys:
            while key not in found:
                found.add(key)
                key = self.above.get(key) or self._group_of.get(key, key)
        return found

    @cached_property
    def _group_of(self) -> dict[str, str]:
        return {root: group.key for group in self.groups for root in group.roots}


def families(snapshot: Snapshot, by: str) -> Families:
    """The trees of a structure, by unit or by line."""
    return _by_line(snapshot) if by == BY_LINE else _by_unit(snapshot)


def _by_unit(snapshot: Snapshot) -> Families:
    roots: dict[str, list[str]] = {key: [] for key in HEADINGS}
    for unit in snapshot.units_under.get(None, ()):
        roots[unit.place or COUNCIL].append(unit.key)
    homeless = snapshot.posts_in.get(None, ())
    headed = snapshot.units_headed
    roots[UNIT_NOT_STATED] = [post.key for post in homeless if post.key not in headed]
    below = {
        key: [unit.key for unit in units]
        for key, units in snapshot.units_under.items()
        if key is not None
    }
    return Families(_groups(roots), below)


def _by_line(snapshot: Snapshot) -> Families:
    roots: dict[str, list[str]] = {key: [] for key in HEADINGS}
    for post in snapshot.reports_of.get(None, ()):
        roots[_line_group(snapshot, post)].append(post.key)
    below = {
        key: [post.key for post in posts]
        for key, posts in snapshot.reports_of.items()
        if key is not None
    }
    return Families(_groups(roots), below)


def _line_group(snapshot: Snapshot, post: Post) -> str:
    """Where a post stands that reports to none here: with a tree below it, it is a top."""
    place = snapshot.place_of(post.key)
    alone = post.line == LINE_NOT_STATED and post.key not in snapshot.reports_of
    return LINE_ROW if alone and place == COUNCIL else place


def _groups(roots: Mapping[str, Sequence[str]]) -> tuple[Group, ...]:
    return tuple(
        Group(key, heading, tuple(roots[key])) for key, heading in HEADINGS.items() if roots[key]
    )
