"""The top tiers of a structure, as a structure of their own.

Its one rule: a post whose tier is not stated is in none of them; a unit keeps who heads it.
"""

from collections.abc import Mapping
from dataclasses import replace

from posts.snapshot import COUNCIL, LINE_NOT_STATED, LINE_STATED, Post, Snapshot, Unit
from reports import tiers


def down_to(snapshot: Snapshot, tier: int) -> Snapshot:
    """The structure down to a tier; bodies outside the council keep what stands at their top."""
    units = {
        key: unit for key, unit in snapshot.units.items() if _is_unit_within(snapshot, key, tier)
    }
    posts = {
        key: post
        for key, post in snapshot.posts.items()
        if (found := snapshot.tier_of(key)) is not None and found <= tier
    }
    return replace(
        snapshot,
        units=units,
        posts={key: _within(post, units, posts) for key, post in posts.items()},
        leads=tuple(each for each in snapshot.leads if each.post in posts and each.unit in units),
        lines=tuple(
            each
            for each in snapshot.lines
            if each.post in posts and (each.to is None or each.to in posts)
        ),
    )


def _is_unit_within(snapshot: Snapshot, key: str, tier: int) -> bool:
    unit = snapshot.units[key]
    if snapshot.place_of(key) != COUNCIL:
        return unit.parent is None
    found = tiers.unit_tier(snapshot, key)
    above = (tiers.unit_tier(snapshot, each.key) for each in snapshot.above(key))
    return found is not None and found <= tier and all(t is None or t <= tier for t in above)


def _within(post: Post, units: Mapping[str, Unit], posts: Mapping[str, Post]) -> Post:
    """A post where the unit that it is in, or whom it reports to, is left out."""
    unit = post.unit if post.unit in units else None
    if post.line == LINE_STATED and post.reports_to not in posts:
        return replace(post, unit=unit, line=LINE_NOT_STATED, reports_to=None)
    return replace(post, unit=unit)
