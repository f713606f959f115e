"""What changes, in numbers and by name: posts created, deleted, retitled; services that move.

Its one rule: what may have changed, where a paper does not say, keeps a count open.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from posts.snapshot import Post
from reports import tiers
from reports.calling import called
from reports.change import (
    CLOSED,
    CREATED,
    DELETED,
    FATE_NOT_STATED,
    FORMED_FROM,
    HOURS,
    JOINS,
    LEAVES,
    MERGED,
    MOVED,
    NUMBER,
    ORIGIN_NOT_STATED,
    REGRADED,
    RENAMED,
    REPORTS_TO,
    RESPONSIBILITIES,
    RETITLED,
    SPLIT,
    STATE,
    UNDECIDED,
    UNIT,
)
from reports.comparison import Comparison
from reports.counting import post_count
from reports.counts import Count, added
from reports.figures.both import EXISTING, PROPOSED, Thing, in_a_row
from reports.figures.figure import Figure, Value
from reports.making import listed
from reports.proposal import POSTS, UNITS
from reports.services import ALL_OF_IT, ANYTHING_ELSE, PART_OF_IT, REST, Service

_OF_POSTS = {
    CREATED: "created",
    DELETED: "deleted",
    RETITLED: "retitled",
    REGRADED: "regraded",
    MOVED: "moved",
    REPORTS_TO: "that report to another post",
    NUMBER: "whose number changes",
    HOURS: "whose hours change",
    STATE: "whose state changes",
    RESPONSIBILITIES: "whose responsibilities change",
    MERGED: "merged from others",
    SPLIT: "split into others",
    FORMED_FROM: "formed from others",
    JOINS: "that join from outside",
    LEAVES: "that leave the council",
    UNDECIDED: "whose destination is not decided",
    ORIGIN_NOT_STATED: "whose origin is not stated",
    FATE_NOT_STATED: "of which it is not stated what becomes",
}
_OF_UNITS = {
    CREATED: "created",
    CLOSED: "closed",
    RENAMED: "renamed",
    MOVED: "moved",
    FORMED_FROM: "formed from others",
    MERGED: "merged from others",
    SPLIT: "split into others",
    JOINS: "that join from outside",
    LEAVES: "that leave the council",
    UNDECIDED: "whose destination is not decided",
}
_GONE = (CLOSED, DELETED, FATE_NOT_STATED, SPLIT)
_OF_CATEGORIES = (CREATED, DELETED, RETITLED, REGRADED)


def figures(comparison: Comparison) -> Iterator[Figure]:
    """Every figure of what changes."""
    for kind, words in _OF_POSTS.items():
        yield from _changed(comparison, POSTS, "posts", kind, words)
    yield from _unchanged(comparison)
    for kind, words in _OF_UNITS.items():
        yield from _changed(comparison, UNITS, "units", kind, words)
    yield from _services(comparison)
    for category in _categories(comparison):
        for kind in _OF_CATEGORIES:
            words = _OF_POSTS[kind]
            yield from _changed(comparison, POSTS, f"{category} posts", kind, words, category)


def _categories(comparison: Comparison) -> list[str]:
    posts = (*comparison.before.posts.values(), *comparison.after.posts.values())
    return list(dict.fromkeys(post.category for post in posts if post.category))


def _changed(
    comparison: Comparison,
    counts: str,
    what: str,
    kind: str,
    words: str,
    category: str | None = None,
) -> Iterator[Figure]:
    """How many change in one way, on the side on which they stand, and their names."""
    side = EXISTING if kind in _GONE else PROPOSED
    where = {"change": kind} | ({"category": category} if category else {})
    thing = Thing(comparison=comparison, one=what, many=what, meant=what, says=what,
                  counts=counts, where=where)  # fmt: skip
    name = f"{what} {words}"
    pattern = f"CATEGORY posts {words}" if category else name
    says = f"{'Posts of one category' if category else what.capitalize()} {words}"
    yield Figure(
        name=name, pattern=pattern, says=says, of=lambda: _as_far_as_listed(thing, side),
        posts=(lambda: thing.posts(side)) if counts == POSTS else None,
    )  # fmt: skip
    yield Figure(
        name=f"names of {name}", pattern=f"names of {pattern}", says=f"{says}, by name",
        of=lambda: in_a_row(thing.parts(side), _as_far_as_listed(thing, side)),
    )  # fmt: skip


def _as_far_as_listed(thing: Thing, side: str) -> Count:
    """How many change; open above where some do below the tier down to which both are listed."""
    tier, in_all = thing.comparison.to_tier, thing.count(side)
    if tier is None:
        return in_all
    listed_in_full = replace(thing, where={**thing.where, "to_tier": tier}).count(side)
    return in_all if listed_in_full.low != in_all.low else listed_in_full


def _unchanged(comparison: Comparison) -> Iterator[Figure]:
    yield Figure(
        name="posts unchanged",
        says="Posts that stand in both structures and do not change",
        of=lambda: _how_many(comparison, unchanged(comparison)),
        posts=lambda: unchanged(comparison),
    )
    yield Figure(
        name="names of posts unchanged",
        says="Posts that stand in both structures and do not change, by name",
        of=lambda: listed(called(post) for post in unchanged(comparison)),
    )


def unchanged(comparison: Comparison) -> list[Post]:
    """The proposed posts that were there before and are the same."""
    rows = comparison.post_rows
    same = (row for row in rows if row.before and not row.changes and row.out is None)
    return [post for row in same for post in row.after[:1]]


def _how_many(comparison: Comparison, posts: list[Post]) -> Count:
    """How many posts; open above beyond the tier down to which both structures are listed."""
    total = added(map(post_count, posts))
    sides = comparison.before, comparison.after
    deepest = max((comparison.after.tier_of(post.key) or 0 for post in posts), default=0)
    is_listed = all(tiers.lists(side, deepest) for side in sides)
    return total if is_listed else Count(total.low, None)


def _services(comparison: Comparison) -> Iterator[Figure]:
    for name, says, kinds in (
        ("services that move", "Units that go from one unit to another", (MOVED,)),
        ("services that join", "Units that come from outside the council", (JOINS,)),
        ("services that leave", "Units that leave the council", (LEAVES,)),
        ("services not decided", "Units whose destination is not decided", (UNDECIDED,)),
    ):
        yield Figure(name=name, says=says, of=partial(_number, comparison, kinds))
        yield Figure(
            name=f"names of {name}",
            says=f"{says}, by name",
            of=partial(_names, comparison, kinds),
        )


def _going(comparison: Comparison, kinds: tuple[str, ...]) -> list[str]:
    """The services that change in one of some ways, each once."""
    keys = {
        change.key
        for change in comparison.changes
        if change.subject == UNIT and change.kind in kinds
    }
    found = [each for each in comparison.services if each.key in keys and _has_name(each)]
    return list(dict.fromkeys(each.name for each in found))


def _has_name(service: Service) -> bool:
    return service.name not in (ALL_OF_IT, REST, PART_OF_IT, ANYTHING_ELSE)


def _number(comparison: Comparison, kinds: tuple[str, ...]) -> Value:
    number = len(_going(comparison, kinds))
    return Count(number, number)


def _names(comparison: Comparison, kinds: tuple[str, ...]) -> Value:
    return listed(_going(comparison, kinds)) or "none"
