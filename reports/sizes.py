"""How large the two structures of a comparison are, and by how much that differs, row by row.

The panel of a draft, the comparison, the options and the paper all show these rows. Its one rule: a
figure that leaves out what lies below a tier says so in its name, and what is left out stands in a
row beside it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from posts.snapshot import UNCERTAIN, Post, Snapshot
from reports.comparison import Comparison
from reports.counting import count, counted, worth
from reports.counts import Count, Number, added
from reports.making import Part
from reports.proposal import FTE, FUNCTIONS, IN, OUT, POSTS, UNITS

CANNOT = "cannot be computed"
NOTHING_KNOWN = "–"


@dataclass(frozen=True, slots=True)
class Size:
    """What is counted, before and after.

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
    def difference(self) -> Count:
        """By how much it changes, as far as that is known."""
        if self.listed is not None:
            return self.listed
        difference = self.after - self.before
        low, high = difference.low, difference.high
        if low is None or high is None:
            return difference
        return Count(low + self.doubt, high - self.doubt)

    @property
    def change(self) -> str:
        """“+2”, “−1”, “0”, “+1 listed”; a dash where neither side states anything."""
        if not self.before.is_known and not self.after.is_known:
            return NOTHING_KNOWN
        difference = self.difference
        if difference.low is None or difference.high is None:
            return CANNOT
        is_open = self.before.high is None or self.after.high is None
        return f"{difference.signed}{' listed' if is_open else ''}"

    @property
    def is_open(self) -> bool:
        """Whether it is told of what is listed alone."""
        return self.change.endswith(" listed")


def sizes(comparison: Comparison) -> list[Size]:
    """Units and functions, posts and their FTE; of posts how many are in scope, and outside."""
    where = down_to(comparison)
    has_limits = any(each.scope == OUT for each in comparison.proposal.scope)
    counted_posts, *listed_posts = posts(comparison)
    return [
        size(comparison, "Units", UNITS, {}),
        counted_posts,
        *([size(comparison, "of them in scope", POSTS, where | {"scope": IN})] * has_limits),
        size(comparison, "of them outside the council", POSTS, where | {"outside": True}),
        *listed_posts,
        *fte(comparison),
        size(comparison, "Functions", FUNCTIONS, {}),
    ]


def posts(comparison: Comparison) -> list[Size]:
    """The posts that are counted; and, where that is not all that are listed, those."""
    return list(_with_what_is_listed(comparison, "Posts", POSTS))


def fte(comparison: Comparison) -> list[Size]:
    """The FTE of the posts that are counted; and, where that is not all listed, of those."""
    return list(_with_what_is_listed(comparison, "FTE", FTE))


def _with_what_is_listed(comparison: Comparison, name: str, counts: str) -> Iterator[Size]:
    tier = comparison.to_tier
    down = "" if tier is None else f" in tiers 1 to {tier}"
    limited = size(comparison, f"{name}{down}", counts, down_to(comparison))
    yield limited
    was, becomes = (listed(side, counts) for side in (comparison.before, comparison.after))
    if tier is not None and (was, becomes) != (limited.before, limited.after):
        doubt = _doubt(comparison, counts, {})
        differs = change_of_listed(comparison, counts, {})
        yield Size(f"{name} listed", was, becomes, doubt, differs)


def down_to(comparison: Comparison) -> dict[str, Any]:
    """What posts are narrowed to, to be compared: the tiers that both list in full."""
    return {} if comparison.to_tier is None else {"to_tier": comparison.to_tier}


def size(comparison: Comparison, name: str, counts: str, where: Mapping[str, Any]) -> Size:
    """One row of what a statement could count."""
    sides, scope = (comparison.before, comparison.after), comparison.proposal.scope
    was, becomes = (count(side, counts, where, scope=scope) or Count(None, None) for side in sides)
    doubt = _doubt(comparison, counts, where) if counts in (POSTS, FTE) else 0
    return Size(name, was, becomes, doubt, change_of_listed(comparison, counts, where))


def change_of_listed(comparison: Comparison, counts: str, where: Mapping[str, Any]) -> Count | None:
    """By how much the units or posts that are listed change, in a draft that was drawn here.

    What is listed in both alike changes nothing, however sure it is and how many it stands for.
    """
    if not comparison.is_drawn:
        return None
    scope = comparison.proposal.scope
    was, becomes = (
        {part.key: (part, sure) for part, sure in counted(side, counts, where, scope=scope)}
        for side in (comparison.before, comparison.after)
    )
    alike = {key for key in was.keys() & becomes.keys() if _alike(was[key], becomes[key])}
    gone, come = (
        added(worth(part, counts, sure) for key, (part, sure) in side.items() if key not in alike)
        for side in (was, becomes)
    )
    return come - gone


_Found = tuple[Part, bool]


def _alike(one: _Found, other: _Found) -> bool:
    """Whether a unit or post counts for the same in both, however unsure that is."""
    return one[1] == other[1] and _counting(one[0]) == _counting(other[0])


def _counting(part: Part) -> tuple[object, ...]:
    return part.number, part.certainty == UNCERTAIN, getattr(part, "fte", None)


def listed(snapshot: Snapshot, counts: str) -> Count:
    """The posts of a structure, of whatever tier and wherever they stand, or their FTE."""
    return added(worth(post, counts, True) for post in snapshot.posts.values())


def _doubt(comparison: Comparison, counts: str, where: Mapping[str, Any]) -> Number:
    found = doubtful(comparison, where.get("to_tier"))
    if counts == FTE:
        return sum((post.number or 0) * (post.fte or 0) for post in found)
    return in_all(found)


def doubtful(comparison: Comparison, to_tier: int | None) -> list[Post]:
    """The posts of which it is in one and the same doubt in both structures if they are there."""
    before, after = comparison.before, comparison.after
    return [
        post
        for key, post in after.posts.items()
        if (old := before.posts.get(key))
        and is_one_doubt(old, post)
        and (old.category, old.fte) == (post.category, post.fte)
        and before.tier_of(key) == (tier := after.tier_of(key))
        and (to_tier is None or (tier is not None and tier <= to_tier))
    ]


def is_one_doubt(old: Part, new: Part) -> bool:
    """Whether a thing is uncertain in both structures, and as large."""
    return old.certainty == new.certainty == UNCERTAIN and old.number == new.number


def in_all(found: Iterable[Part]) -> int:
    """How many lines that are listed stand for, as far as that is stated."""
    return sum(part.number or 0 for part in found)
