"""How many posts, FTE, units and functions a structure has, narrowed as a statement narrows them.

Every count is an interval (`Count`). What makes it wider:

- a number that is not stated counts as at least one;
- what is uncertain, and what may or may not be meant, counts from none up to its number. A post
  whose grade is not stated may have the grade asked for, one whose line is not stated may report to
  the post asked for. A paper names the *category* and the *state* of a post where they apply, so a
  post with neither is taken to have another; unless it is asked which are filled, or the post's
  title holds the category's words and others of the category are in its tier;
- what may stand in the structure unlisted leaves the count open above. Nothing does where every
  post is listed, of whatever tier. Where some tiers are, nothing does that lies
  within `complete_to_tier`: a count asked to such a tier, the posts that report to a post above it,
  and a category or state (of posts) or kind (of units) of which something is listed, all of it
  within. Where nothing is listed in full every count is open, with one exception: where each line
  that matches stands for several (23 partnerships) the paper itself has counted them.

So Dudley's five Assistant Directors of tier 2 are exactly 5; five areas described, where no tier is
listed in full, are at least 5, which rules out the four that its paper of 2023 states, while its
three service areas, of which it names one, cannot be computed; nor can Kent's two Directors fewer.
Its one rule: a count never says more than the structure does.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from posts.snapshot import OUTSIDE, UNCERTAIN, UNPLACED, Post, Snapshot, Unit
from reports import tiers
from reports.change import Change
from reports.conditions import Looking, perhaps_of_category
from reports.counts import Count, Number, added
from reports.making import Part
from reports.proposal import COMPUTED, FTE, FUNCTIONS, IN, OUT, POSTS, UNITS, Scope

__all__ = ["Count", "Totals", "count", "counted", "post_count", "totals", "worth"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How large a structure is.

    `posts` are those down to `to_tier`, or where that is None all that are listed; `outside` are
    those of them that belong to a body outside the council, `in_scope` those that are not out of
    the restructure's scope; None where nothing is out of it. `by_tier` is in order, with None last
    for the posts whose tier is not known.
    """

    title: str
    units: Count
    functions: Count
    posts: Count
    outside: Count
    in_scope: Count | None
    fte: Count
    to_tier: int | None
    by_tier: Mapping[int | None, Count]


def count(
    snapshot: Snapshot,
    counts: str,
    where: Mapping[str, Any],
    *,
    scope: Sequence[Scope] = (),
    changes: Sequence[Change] = (),
) -> Count | None:
    """Count what a statement counts; None where that is not computed or means nothing here.

    `where` narrows: each of its conditions must hold (`proposal.WHERE`). Posts are those of every
    place, units and functions the council's, unless outside, change or the unit above is asked for;
    those whose place is not stated or not decided may be the council's.
    """
    looking = Looking(snapshot, where, scope, changes)
    if counts not in COMPUTED or not looking.makes_sense(counts in (POSTS, FTE)):
        return None
    found = _found(looking, _candidates(looking, counts))
    total = added(worth(part, counts, sure) for part, sure in found)
    is_open = _may_miss(snapshot, counts, where, [part for part, _ in found])
    return Count(total.low, None) if is_open else total


def counted(
    snapshot: Snapshot,
    counts: str,
    where: Mapping[str, Any],
    *,
    scope: Sequence[Scope] = (),
    changes: Sequence[Change] = (),
) -> list[tuple[Part, bool]]:
    """What a count counts, in the order of the structure, and whether each is sure to be meant."""
    looking = Looking(snapshot, where, scope, changes)
    if counts not in COMPUTED or not looking.makes_sense(counts in (POSTS, FTE)):
        return []
    found = _found(looking, _candidates(looking, counts))
    if "under" not in where:
        return found
    order = {key: nth for nth, key in enumerate((*snapshot.units, *snapshot.posts))}
    return sorted(found, key=lambda each: order[each[0].key])


def _found(looking: Looking, parts: Iterable[Part]) -> list[tuple[Part, bool]]:
    """What is looked for, and whether it is sure to be that."""
    answers = [(part, looking.holds(part)) for part in parts]
    found = [
        (part, holds is True and not _may_be_elsewhere(looking, part))
        for part, holds in answers
        if holds is not False
    ]
    category = looking.where.get("category")
    if category is None:
        return found
    sure = [part for part, is_sure in found if is_sure and isinstance(part, Post)]
    unnamed = [part for part, _ in found if isinstance(part, Post) and part.category is None]
    perhaps = {p.key for p in perhaps_of_category(looking.snapshot, category, sure, unnamed)}
    left_out = {part.key for part in unnamed} - perhaps
    return [(part, is_sure) for part, is_sure in found if part.key not in left_out]


def totals(snapshot: Snapshot, to_tier: int | None = None, scope: Sequence[Scope] = ()) -> Totals:
    """Count a structure down to a tier, else down to the tier to which it lists everything.

    A tier to compare two structures at is the higher of the two that they list in full.
    """
    if to_tier is None:
        to_tier = tiers.limit(snapshot)
    where = {} if to_tier is None else {"to_tier": to_tier}

    def counted(counts: str, **where: Any) -> Count:
        return count(snapshot, counts, where, scope=scope) or Count(None, None)

    return Totals(
        title=snapshot.title,
        units=counted(UNITS),
        functions=counted(FUNCTIONS),
        posts=counted(POSTS, **where),
        outside=counted(POSTS, **where, outside=True),
        in_scope=counted(POSTS, **where, scope=IN) if _has_limits(scope) else None,
        fte=counted(FTE, **where),
        to_tier=to_tier,
        by_tier=_by_tier(snapshot),
    )


def _has_limits(scope: Sequence[Scope]) -> bool:
    return any(each.scope == OUT for each in scope)


def _by_tier(snapshot: Snapshot) -> dict[int | None, Count]:
    """The posts listed in each tier; open above beyond the tier that is listed in full."""
    found = dict[int | None, list[Count]]()
    for post in snapshot.posts.values():
        found.setdefault(snapshot.tier_of(post.key), []).append(post_count(post))
    counts = {tier: added(found[tier]) for tier in found}
    return {
        tier: counts[tier] if tiers.lists(snapshot, tier) else Count(counts[tier].low, None)
        for tier in sorted(counts, key=lambda tier: (tier is None, tier or 0))
    }


def post_count(post: Post) -> Count:
    """How many posts one line of the structure stands for."""
    return worth(post, POSTS, True)


def worth(part: Part, counts: str, is_sure: bool) -> Count:
    """What one line of the structure adds to a count."""
    is_sure = is_sure and part.certainty != UNCERTAIN
    if counts != FTE:
        return _worth(part.number, 1, is_sure)
    return _worth(part.number, part.fte if isinstance(part, Post) else None, is_sure)


@lru_cache(maxsize=1_000, typed=True)
def _worth(number: int | None, each: Number | None, is_sure: bool) -> Count:
    """What so many add of which each adds so much; None where that is not stated."""
    if each is None:
        return Count(0, None)
    low = (1 if number is None else number) * each
    return Count(low if is_sure else 0, None if number is None else low)


def _candidates(looking: Looking, counts: str) -> Iterable[Part]:
    """The units or posts that can be meant: in order, but for those below a unit."""
    placed = _placed(looking, counts)
    if "change" not in looking.where:
        return placed
    return [part for part in placed if part.key in looking.kinds_of]


def _placed(looking: Looking, counts: str) -> Iterable[Part]:
    """The units or posts of the places that are asked for."""
    snapshot, where = looking.snapshot, looking.where
    if counts in (POSTS, FTE) and "under" in where:
        return [post for key in (*looking.below, None) for post in snapshot.posts_in.get(key, ())]
    if counts in (POSTS, FTE):
        return snapshot.posts.values()
    return [
        unit
        for unit in snapshot.units.values()
        if unit.is_function == (counts == FUNCTIONS)
        and (_is_asked_anywhere(where) or snapshot.place_of(unit.key) != OUTSIDE)
    ]


def _is_asked_anywhere(where: Mapping[str, Any]) -> bool:
    """Whether units are counted wherever they stand, and not only in the council."""
    return not {"outside", "under", "change"}.isdisjoint(where)


def _may_be_elsewhere(looking: Looking, part: Part) -> bool:
    """Whether a unit that is counted in the council has no stated place there."""
    return (
        isinstance(part, Unit)
        and not _is_asked_anywhere(looking.where)
        and looking.snapshot.place_of(part.key) == UNPLACED
    )


def _may_miss(
    snapshot: Snapshot, counts: str, where: Mapping[str, Any], found: Sequence[Part]
) -> bool:
    """Whether there may be more than is listed."""
    asked = _tiers_asked(snapshot, where)
    if snapshot.is_whole or any(tiers.lists(snapshot, tier) for tier in asked):
        return False
    if counts in (UNITS, FUNCTIONS) and found and all(map(_is_counted, found)):
        return False
    levels = {"kind"} if counts == UNITS else {"category", "state"}
    return (
        levels.isdisjoint(where)
        or not found
        or not all(tiers.lists(snapshot, tiers.tier(snapshot, part.key)) for part in found)
    )


def _tiers_asked(snapshot: Snapshot, where: Mapping[str, Any]) -> Iterator[int]:
    """The tiers to which a count is narrowed."""
    yield from (where[name] for name in ("tier", "to_tier") if name in where)
    if "reports_to" in where and (manager := snapshot.tier_of(where["reports_to"])) is not None:
        yield manager + 1


def _is_counted(part: Part) -> bool:
    """Whether one line of the structure stands for several alike, which the paper has counted."""
    return part.number not in (1, None)
