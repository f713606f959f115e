"""How far two structures list the posts that are costed, in all and division by division.

Its one rule: where posts may stand that are not recorded, a sum over those recorded is “at least”.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from posts.snapshot import Snapshot
from reports import tiers
from reports.absence import FATE_UNTOLD, ORIGIN_UNTOLD
from reports.amounts import Lack
from reports.pairs import Pair, Seat

NO_POSTS, NOT_LISTED = "no posts are recorded", "not every post is listed"


@dataclass(frozen=True, slots=True)
class Side:
    """A structure as far as it lists posts.

    `untold`: what stands in the other one, and may stand here; `why_untold`: what is not stated of
    it. `missing`: that there may be other posts than those recorded. `is_empty`: none is recorded,
    though there may be some. `to_tier`: all posts of both are of tiers that are listed in full.
    """

    snapshot: Snapshot
    untold: frozenset[str]
    why_untold: str
    missing: Lack | None
    is_empty: bool
    to_tier: int | None

    def lacks_of(self, key: str | None, name: str, has_posts: bool) -> tuple[Lack, ...]:
        """What is missing from a division; nothing where it is known not to stand here."""
        snapshot = self.snapshot
        if snapshot.is_whole:
            return ()
        if key is not None and key not in snapshot.units:
            return (Lack("", name, self.why_untold),) if key in self.untold else ()
        is_headless = key is not None and key not in snapshot.leads_of
        if not has_posts and (is_headless or self.missing):
            return (Lack("", name, NO_POSTS),)
        return (self.missing,) if self.missing else ()


Sides = tuple[Side, Side]


def sides_of(
    before: Snapshot, after: Snapshot, pairs: Sequence[Pair], may_be_on_both: frozenset[str]
) -> Sides:
    """Both structures, with the posts of the council that are recorded."""
    was, becomes = _posts(pair.was for pair in pairs), _posts(pair.becomes for pair in pairs)
    limit = tiers.limit(before, after)
    is_within = _are_within(before, was, limit) and _are_within(after, becomes, limit)
    to_tier = limit if is_within else None
    return (
        _side(before, was, may_be_on_both, ORIGIN_UNTOLD, to_tier),
        _side(after, becomes, may_be_on_both, FATE_UNTOLD, to_tier),
    )


def _side(
    snapshot: Snapshot, posts: Sequence[str], untold: frozenset[str], why: str, to_tier: int | None
) -> Side:
    is_empty = not posts and not snapshot.is_whole
    is_open = is_empty or (to_tier is None and not snapshot.is_whole)
    missing = Lack("", snapshot.title, NO_POSTS if is_empty else NOT_LISTED) if is_open else None
    return Side(snapshot, untold, why, missing, is_empty, to_tier)


def _posts(seats: Iterable[Seat | None]) -> list[str]:
    return [seat.post.key for seat in seats if seat]


def _are_within(snapshot: Snapshot, posts: Iterable[str], limit: int | None) -> bool:
    """Whether all posts are of tiers down to a limit."""
    found = map(snapshot.tier_of, posts)
    return limit is not None and all(tier is not None and tier <= limit for tier in found)
