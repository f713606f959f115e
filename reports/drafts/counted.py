"""How large a draft is beside what it was drawn from: its units by kind, its posts, their FTE.

Its one rule: a figure is a count that says how sure it is, and a difference no surer than its ends.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from posts.snapshot import COUNCIL, OUTSIDE, UNCERTAIN, Post, Snapshot, Unit
from reports import tiers
from reports.calling import capital, plural
from reports.comparison import Comparison
from reports.counting import count, counted
from reports.counts import NONE, Count, Number, added
from reports.making import Part
from reports.proposal import FTE, FUNCTIONS, POSTS, UNITS

Where = dict[str, str] | dict[str, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what is counted, before, in the draft, and by how much it changes.

    `doubt` is how much of the width of both counts is one and the same doubt: of a unit that stands
    in both, and is uncertain in both, it changes nothing whether it is there. `listed` is by how
    much what is listed changes, in a draft that was drawn here: what is not listed in its base is
    not listed in it either, and nobody can have changed it.
    """

    name: str
    before: Count
    after: Count
    doubt: Number = 0
    listed: Count | None = None

    @property
    def change(self) -> str:
        """“+2”, “−1”, “0”, “+1 listed”; a dash where neither side states anything."""
        if not self.before.is_known and not self.after.is_known:
            return "–"
        low, high = (difference := self.after - self.before).low, difference.high
        if low is None or high is None:
            return self._of_what_is_listed() or difference.signed
        return Count(low + self.doubt, high - self.doubt).signed

    @property
    def is_open(self) -> bool:
        """Whether it is told of what is listed alone."""
        return self.change.endswith(" listed")

    def _of_what_is_listed(self) -> str | None:
        """By how much what is listed changes; None where that is not known."""
        if self.listed is None or self.listed.low is None or self.listed.high is None:
            return None
        return f"{self.listed.signed} listed"


def rows(comparison: Comparison) -> list[Row]:
    """The kinds of unit right below the top, and those of which the number changes; posts; FTE."""
    return [*_kinds(comparison), *_posts(comparison)]


def _kinds(comparison: Comparison) -> Iterator[Row]:
    sides = comparison.before, comparison.after
    at_the_top = {unit.kind for side in sides for unit in _at_the_top(side)}
    for kind, is_function in _kinds_of(sides):
        what = FUNCTIONS if is_function else UNITS
        was = _of_kind(comparison.before, comparison.after, what, kind)
        becomes = _of_kind(comparison.after, comparison.before, what, kind)
        listed = _change_of_listed(comparison, what, {"kind": kind})
        row = Row(capital(plural(kind)), was, becomes, _doubt_of_units(sides, kind), listed)
        if was != becomes or kind in at_the_top:
            yield row


def _of_kind(here: Snapshot, there: Snapshot, what: str, kind: str) -> Count:
    """Units of a kind; none of one that stands only there, if its tiers are listed in full here."""
    found = _count(here, what, {"kind": kind})
    if found.is_known:
        return found
    others = (unit.key for unit in there.units.values() if unit.kind == kind)
    is_listed = all(tiers.lists(here, tiers.unit_tier(there, key)) for key in others)
    return NONE if is_listed else found


def _doubt_of_units(sides: tuple[Snapshot, Snapshot], kind: str) -> Number:
    before, after = sides
    return sum(
        unit.number or 0
        for key, unit in after.units.items()
        if unit.kind == kind
        and (old := before.units.get(key))
        and _is_one_doubt(old, unit)
        and OUTSIDE not in (before.place_of(key), after.place_of(key))
    )


def _doubt_of_posts(sides: tuple[Snapshot, Snapshot], to_tier: int | None) -> list[Post]:
    before, after = sides
    return [
        post
        for key, post in after.posts.items()
        if post.certainty == UNCERTAIN
        and (old := before.posts.get(key))
        and _is_one_doubt(old, post)
        and (old.category, old.fte) == (post.category, post.fte)
        and before.tier_of(key) == (tier := after.tier_of(key))
        and (to_tier is None or (tier is not None and tier <= to_tier))
    ]


def _is_one_doubt(old: Part, new: Part) -> bool:
    """Whether a thing is uncertain in both structures, and as large."""
    return old.certainty == new.certainty == UNCERTAIN and old.number == new.number


def _at_the_top(snapshot: Snapshot) -> list[Unit]:
    """The units right below the council's one top unit; its top units where it has several."""
    tops = [unit for unit in snapshot.tops(COUNCIL) if not unit.is_function]
    below = snapshot.units_under.get(tops[0].key, []) if len(tops) == 1 else []
    return [unit for unit in below if not unit.is_function] or tops


def _kinds_of(sides: tuple[Snapshot, Snapshot]) -> dict[tuple[str, bool], None]:
    """The council's words for its units, from the top down, and which are work."""
    units = sorted((unit for side in sides for unit in _with_depth(side)), key=lambda each: each[0])
    return {(unit.kind, unit.is_function): None for _, unit in units if unit.kind is not None}


def _with_depth(snapshot: Snapshot) -> Iterator[tuple[int, Unit]]:
    for unit in snapshot.units.values():
        yield len(list(snapshot.above(unit.key))), unit


def _posts(comparison: Comparison) -> Iterator[Row]:
    tier, sides = comparison.to_tier, (comparison.before, comparison.after)
    where = {} if tier is None else {"to_tier": tier}
    name = "Posts" if tier is None else f"Posts in tiers 1 to {tier}"
    doubtful = _doubt_of_posts(sides, tier)
    was, becomes = (_count(side, POSTS, where) for side in sides)
    yield Row(name, was, becomes, _number(doubtful), _change_of_listed(comparison, POSTS, where))
    there, here = (_listed(side) for side in sides)
    if (there, here) != (was, becomes):
        yield Row("Posts listed", there, here, _number(_doubt_of_posts(sides, None)))
    for measure in comparison.by_category:
        if measure.name and measure.before and measure.after and measure.before != measure.after:
            alike = [post for post in doubtful if post.category == measure.name]
            listed = _change_of_listed(comparison, POSTS, {"category": measure.name})
            counts = measure.before, measure.after
            yield Row(f"{measure.name} posts", *counts, _number(alike), listed)
    was, becomes = (_count(side, FTE, where) for side in sides)
    yield Row("FTE", was, becomes, sum((post.number or 0) * (post.fte or 0) for post in doubtful))


def _change_of_listed(comparison: Comparison, counts: str, where: Where) -> Count | None:
    """By how much the units or posts that are listed change, in a draft that was drawn here.

    What is listed in both alike changes nothing, however sure it is and how many it stands for.
    """
    if not comparison.is_drawn:
        return None
    was, becomes = (
        {part.key: _worth(part, is_sure) for part, is_sure in counted(side, counts, where)}
        for side in (comparison.before, comparison.after)
    )
    gone = added(worth for key, worth in was.items() if becomes.get(key) != worth)
    return added(worth for key, worth in becomes.items() if was.get(key) != worth) - gone


def _worth(part: Part, is_sure: bool) -> Count:
    """How many a unit or post that is listed stands for."""
    is_there = is_sure and part.certainty != UNCERTAIN
    return Count((part.number or 1) if is_there else 0, part.number)


def _listed(snapshot: Snapshot) -> Count:
    """The posts that stand in a structure, of whatever tier: there may be more."""
    posts = [post for post in snapshot.posts.values() if snapshot.place_of(post.key) != OUTSIDE]
    return added(_worth(post, True) for post in posts)


def _number(posts: Iterable[Post]) -> int:
    return sum(post.number or 0 for post in posts)


def _count(snapshot: Snapshot, counts: str, where: Where) -> Count:
    return count(snapshot, counts, where) or Count(None, None)
