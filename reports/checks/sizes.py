"""How many there are of what can be counted: in either structure, more or fewer, and done to.

Its one rule: each number is counted once, and only when a text speaks of it.
"""

from collections.abc import Callable
from math import ceil, floor

from posts.snapshot import Post, Snapshot
from reports import tiers
from reports.checks.done import DEEDS, Doing
from reports.checks.nouns import Noun
from reports.checks.ranks import has_rank
from reports.comparison import Comparison
from reports.counting import count, worth
from reports.counts import Count, added
from reports.figures.people import total
from reports.proposal import AFTER, BEFORE, DIFFERENCE, FTE, POSTS


class Sizes:
    """How many there are of what can be counted, in both structures; each is counted once."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._sides = {BEFORE: comparison.before, AFTER: comparison.after}
        self._doing: Doing | None = None
        self._known = dict[tuple[str, str, str | None], Count]()

    def of(self, noun: Noun, side: str, state: str | None = None) -> Count:
        """How many there are on one side, of all or in one state; whom it affects is of neither.

        The difference between the two and each deed (`DEEDS`) is a side, too.
        """
        if noun.recorded:
            return total(self._comparison.proposal.fates, noun.recorded)
        asked = noun.many, side, state
        if asked not in self._known:
            self._known[asked] = self._count(noun, side, state)
        return self._known[asked]

    def within(self, noun: Noun, units: Noun, side: str) -> Count:
        """How many there are in all units of a kind; with those beside them, at most all."""
        snapshot, whole = self._sides[side], self.of(noun, side)
        if _told_one_by_one(noun) or "kind" not in units.where:
            return Count(None, None)
        inside = added(
            count(snapshot, noun.counts, {**noun.where, "under": key}) or Count(None, None)
            for key in _topmost(snapshot, units.where["kind"])
        )
        return Count(min(inside.low or 0, whole.low or 0), whole.high)

    def _count(self, noun: Noun, side: str, state: str | None) -> Count:
        if side == DIFFERENCE:
            return self.of(noun, AFTER, state) - self.of(noun, BEFORE, state)
        if side in DEEDS:
            return self._done(noun, side)
        if noun.under:
            return _under(self._sides[side], noun.under.get(side))
        found = _how_many(self._sides[side], noun, state)
        return _in_whole_numbers(found) if noun.counts == FTE else found

    def _done(self, noun: Noun, deed: str) -> Count:
        self._doing = self._doing or Doing(self._comparison)
        if is_one := _told_one_by_one(noun):
            return self._doing.of_posts(deed, is_one)
        return self._doing.of_where(deed, noun.counts, noun.where)


def _under(snapshot: Snapshot, key: str | None) -> Count:
    """The posts of a unit and of all below it; who heads it from above may be one of them."""
    found = count(snapshot, POSTS, {"under": key}) if key else None
    if found is None or key not in snapshot.leads_of:
        return found or Count(None, None)
    heads = [snapshot.posts[each.post] for each in snapshot.leads_of[key]]
    above = (post for post in heads if post.unit not in _below(snapshot, key))
    return added((found, *(Count(0, worth(post, POSTS, True).high) for post in above)))


def _below(snapshot: Snapshot, key: str) -> set[str]:
    units = snapshot.units
    return {each for each in units if key in (each, *(up.key for up in snapshot.above(each)))}


def _topmost(snapshot: Snapshot, kind: str) -> list[str]:
    """The units of a kind that stand in no other one of it."""
    return [
        key
        for key, unit in snapshot.units.items()
        if unit.kind == kind and not any(above.kind == kind for above in snapshot.above(key))
    ]


def _told_one_by_one(noun: Noun) -> Callable[[Post], bool | None] | None:
    """Whether a post is one of those meant by their title; None: conditions narrow them."""
    if noun.rank is not None:
        rank = noun.rank
        return lambda post: has_rank(post, rank)
    if noun.title is not None:
        return lambda post: post.title == noun.title
    return None


def _how_many(snapshot: Snapshot, noun: Noun, state: str | None) -> Count:
    is_one = _told_one_by_one(noun)
    if is_one is None:
        where = dict(noun.where) | ({"state": state} if state else {})
        return count(snapshot, noun.counts, where) or Count(None, None)
    if state:
        return Count(None, None)
    answers = [(post, is_one(post)) for post in snapshot.posts.values()]
    found = [(post, is_sure is True) for post, is_sure in answers if is_sure is not False]
    number = added(worth(post, POSTS, is_sure) for post, is_sure in found)
    if noun.rank is not None:
        return number if snapshot.is_whole else Count(number.low, None)
    is_listed = found and all(_is_listed(snapshot, post) for post, _ in found)
    return number if is_listed else Count(number.low, None)


def _is_listed(snapshot: Snapshot, post: Post) -> bool:
    return tiers.lists(snapshot, snapshot.tier_of(post.key))


def _in_whole_numbers(found: Count) -> Count:
    """Hours of posts, as a text may round them."""
    low, high = found.low, found.high
    return Count(None if low is None else floor(low), None if high is None else ceil(high))
