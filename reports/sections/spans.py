"""How many tiers a structure has, and how many posts report to each manager.

Its one rule: only lines that are stated are counted, so that beside lines not stated a span is at
least what is shown.
"""

from collections.abc import Iterator
from decimal import Decimal

from posts.snapshot import LINE_NOT_STATED, LINE_STATED, Post, Snapshot
from reports import tiers
from reports.comparison import Comparison
from reports.counting import post_count
from reports.counts import Count, added
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Table
from reports.sections.saying import title
from reports.sections.tables import Given, number, table_of, words

BY_MANAGER = "by manager"
OPTIONS = (BY_MANAGER,)

_WHOLE = words("Counted", 6), words("Existing", 3), words("Proposed", 3)
_EACH = words("Manager", 6), words("Tier", 2), number("Posts that report", 3)


def spans_and_layers(asked: Asked) -> list[Block]:
    """A table of both structures; with `by manager` also one of each structure's managers."""
    comparison = asked.comparison
    if not any(_managers(side) for side in (comparison.before, comparison.after)):
        return []
    blocks: list[Block] = [_whole(comparison)]
    if asked.has(BY_MANAGER):
        blocks += _each("existing", comparison.before)
        blocks += _each("proposed", comparison.after)
    return blocks


def _whole(comparison: Comparison) -> Table:
    sides = comparison.before, comparison.after
    rows: list[tuple[Given, ...]] = [
        ("Tiers", *map(_layers, sides)),
        (
            "Posts to which others report",
            *(str(_count(side, len(_managers(side)))) for side in sides),
        ),
        ("Posts that report to one of them, on average", *map(_average, sides)),
        ("Posts that report to one of them, at most", *map(_widest, sides)),
    ]
    return table_of("spans.whole", "Spans and layers", _WHOLE, rows)


def _each(which: str, snapshot: Snapshot) -> Iterator[Table]:
    rows = [
        (title(post), str(snapshot.tier_of(post.key) or "not stated"), span(snapshot, post))
        for post in _managers(snapshot)
    ]
    caption = f"Posts that report to each manager, {which} structure"
    if rows:
        yield table_of(f"spans.{which}", caption, _EACH, rows)


def span(snapshot: Snapshot, post: Post) -> Count:
    """How many posts report to a post; at least that where lines of posts are not stated."""
    return _count(snapshot, added(map(post_count, snapshot.reports_of.get(post.key, ()))))


def _managers(snapshot: Snapshot) -> list[Post]:
    return [post for key, post in snapshot.posts.items() if snapshot.reports_of.get(key)]


def _layers(snapshot: Snapshot) -> str:
    found = [tier for key in snapshot.posts if (tier := snapshot.tier_of(key)) is not None]
    deepest = max(found, default=0)
    return str(Count(deepest, deepest if _is_whole(snapshot) else None))


def _average(snapshot: Snapshot) -> str:
    managers = sum(post.number or 1 for post in _managers(snapshot))
    posts = [post for post in snapshot.posts.values() if post.line == LINE_STATED]
    if not managers or not _is_whole(snapshot) or any(post.number is None for post in posts):
        return "cannot be computed"
    below = sum(post.number or 0 for post in posts)
    return f"{Decimal(below) / managers:.1f}"


def _widest(snapshot: Snapshot) -> str:
    spans = [span(snapshot, post) for post in _managers(snapshot)]
    return str(max(spans, key=lambda each: each.low or 0)) if spans else "not stated"


def _count(snapshot: Snapshot, number: Count | int) -> Count:
    low = number.low if isinstance(number, Count) else number
    high = number.high if isinstance(number, Count) else number
    return Count(low, high if _is_whole(snapshot) else None)


def _is_whole(snapshot: Snapshot) -> bool:
    """Whether every line is stated, and every tier that has a post is listed in full."""
    return all(
        post.line != LINE_NOT_STATED and tiers.lists(snapshot, snapshot.tier_of(post.key))
        for post in snapshot.posts.values()
    )
