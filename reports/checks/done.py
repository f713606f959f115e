"""What a restructure does to posts and units, as a text says it: deletes, creates, regrades, moves.

How many it is done to is what the comparison has, and more where things merge, split or come in
another number: a reader may call that deleted and created. Its one rule: what may have been done,
where nothing says so, keeps the count open.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from posts.snapshot import Post, Snapshot
from reports.change import (
    CLOSED,
    CREATED,
    DELETED,
    FATE_NOT_STATED,
    FORMED_FROM,
    JOINS,
    LEAVES,
    MERGED,
    MOVED,
    ORIGIN_NOT_STATED,
    POST,
    REGRADED,
    RENAMED,
    RETITLED,
    SPLIT,
    UNDECIDED,
    UNIT,
)
from reports.comparison import Comparison
from reports.counting import count, worth
from reports.counts import Count, added
from reports.making import Part
from reports.matching import Matching
from reports.proposal import AFTER, BEFORE, POSTS, UNITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is done to posts and to units, on which side they stand; and the words for it.

    They are `done`, one is `doing` it, the `deed` is of them; some do it `by_itself`: posts move.
    """

    of: Mapping[str, str]
    side: str = AFTER
    perhaps: str | None = None
    done: str
    doing: str
    deed: str
    by_itself: str = ""


DEEDS = {
    "deleted": Deed(
        of={POSTS: DELETED, UNITS: CLOSED}, side=BEFORE, perhaps=FATE_NOT_STATED,
        done="deleted abolished disestablished closed",
        doing="delete deletes deleting abolish abolishes abolishing disestablish close closing",
        deed="deletion abolition disestablishment closure",
    ),
    "created": Deed(
        of={POSTS: CREATED, UNITS: CREATED}, perhaps=ORIGIN_NOT_STATED,
        done="created established", doing="create creates creating establish establishes",
        deed="creation establishment",
    ),
    "regraded": Deed(
        of={POSTS: REGRADED}, done="regraded", doing="regrade regrades regrading", deed="regrading",
    ),
    "retitled": Deed(
        of={POSTS: RETITLED, UNITS: RENAMED}, done="retitled renamed",
        doing="retitle retitles retitling rename renames renaming", deed="retitling renaming",
    ),
    "moved": Deed(
        of={POSTS: MOVED, UNITS: MOVED}, done="moved transferred",
        doing="move moves moving transfer transfers transferring", deed="transfer",
        by_itself="move transfer",
    ),
}  # fmt: skip

_LIKE = (MERGED, SPLIT, FORMED_FROM, JOINS, LEAVES, UNDECIDED)
"""What a reader may call a deletion of what was there, and a creation of what is."""


class Doing:
    """How many posts and units a restructure does something to."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._more = {POSTS: self._like(POST), UNITS: self._like(UNIT)}

    def of_where(self, deed: str, counts: str, where: Mapping[str, Any]) -> Count:
        """The count of those that conditions narrow."""
        kind, comparison = DEEDS[deed].of.get(counts), self._comparison
        found = kind and count(
            self._side(deed), counts, {**where, "change": kind},
            scope=comparison.proposal.scope, changes=comparison.changes,
        )  # fmt: skip
        return self._widened(deed, counts, found or Count(None, None))

    def of_posts(self, deed: str, is_one: Callable[[Post], bool | None]) -> Count:
        """The count of those posts that are told one by one."""
        kinds = DEEDS[deed].of[POSTS], DEEDS[deed].perhaps
        done, perhaps = (self._keys(kind) for kind in kinds)
        answers = ((post, is_one(post)) for post in self._side(deed).posts.values())
        total = added(
            worth(post, POSTS, is_one is True and post.key in done)
            for post, is_one in answers
            if is_one is not False and post.key in done | perhaps
        )
        is_whole = self._comparison.before.is_whole and self._comparison.after.is_whole
        return self._widened(deed, POSTS, total if is_whole else Count(total.low, None))

    def _side(self, deed: str) -> Snapshot:
        is_before = DEEDS[deed].side == BEFORE
        return self._comparison.before if is_before else self._comparison.after

    def _keys(self, kind: str | None) -> set[str]:
        changes = self._comparison.changes
        return {each.key for each in changes if each.subject == POST and each.kind == kind}

    def _widened(self, deed: str, counts: str, found: Count) -> Count:
        """With what a reader may take to be so; posts move with their units, too."""
        if deed == "moved" and counts == POSTS and self._has_moving_units():
            return Count(found.low, None)
        more = self._more[counts].high
        return Count(found.low, None if found.high is None or more is None else found.high + more)

    def _has_moving_units(self) -> bool:
        return any(each.subject == UNIT and each.kind == MOVED for each in self._comparison.changes)

    def _like(self, subject: str) -> Count:
        """How many merge, split, come or go; and by how much numbers of posts change."""
        found = (
            key
            for change in self._comparison.changes
            if change.subject == subject and change.kind in _LIKE
            for key in (change.key, *change.others)
        )
        parts = dict.fromkeys(found)
        total = added(worth(part, POSTS, True) for key in parts for part in self._parts(key))
        return added((total, *self._renumbered())) if subject == POST else total

    def _parts(self, key: str) -> Iterator[Part]:
        for side in (self._comparison.before, self._comparison.after):
            part = side.posts.get(key) or side.units.get(key)
            if part is not None:
                yield part

    def _renumbered(self) -> Iterator[Count]:
        before, after = self._comparison.before, self._comparison.after
        for key, was in Matching(before, after).was.items():
            if key in after.posts and was in before.posts:
                ends = before.posts[was].number, after.posts[key].number
                if ends[0] != ends[1]:
                    size = None if None in ends else abs((ends[1] or 0) - (ends[0] or 0))
                    yield Count(0, size)
