"""How many tiers a structure has, and how many posts report to each manager.

Its one rule: only lines that are stated are counted, so that beside lines not stated a span is at
least what is shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from posts.snapshot import LINE_NOT_STATED, LINE_STATED, Post, Snapshot
from reports import tiers
from reports.comparison import Comparison
from reports.counting import post_count
from reports.counts import Count, added
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Table
from reports.sections.saying import or_not_stated, title
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
    sides = _Side(comparison.before), _Side(comparison.after)
    rows: list[tuple[Given, ...]] = [
        ("Tiers", *(str(side.layers) for side in sides)),
        ("Posts to which others report", *(str(side.open(side.posts)) for side in sides)),
        ("Posts that report to one of them, on average", *(side.average for side in sides)),
        ("Posts that report to one of them, at most", *(side.widest for side in sides)),
    ]
    return table_of("spans.whole", "Spans and layers", _WHOLE, rows)


def _each(which: str, snapshot: Snapshot) -> Iterator[Table]:
    side = _Side(snapshot)
    rows = [
        (title(post), or_not_stated(snapshot.tier_of(post.key)), side.span(post))
        for post in side.managers
    ]
    caption = f"Posts that report to each manager, {which} structure"
    if rows:
        yield table_of(f"spans.{which}", caption, _EACH, rows)


def _managers(snapshot: Snapshot) -> list[Post]:
    return [post for key, post in snapshot.posts.items() if snapshot.reports_of.get(key)]


@dataclass(frozen=True)
class _Side:
    """One structure: its managers, and whether every line in it is known."""

    snapshot: Snapshot

    @cached_property
    def managers(self) -> list[Post]:
        return _managers(self.snapshot)

    @cached_property
    def is_whole(self) -> bool:
        """Whether every line is stated, and every tier that has a post is listed in full."""
        return all(
            post.line != LINE_NOT_STATED
            and tiers.lists(self.snapshot, self.snapshot.tier_of(post.key))
            for post in self.snapshot.posts.values()
        )

    @property
    def posts(self) -> Count:
        """How many posts others report to."""
        return added(map(post_count, self.managers))

    @property
    def layers(self) -> Count:
        """How many tiers there are."""
        found = (self.snapshot.tier_of(key) or 0 for key in self.snapshot.posts)
        deepest = max(found, default=0)
        return self.open(Count(deepest, deepest))

    @property
    def average(self) -> str:
        """How many posts report to a manager on average, to one decimal."""
        below = added(
            post_count(post) for post in self.snapshot.posts.values() if post.line == LINE_STATED
        )
        if not self.is_whole or not below.exact or not self.posts.exact:
            return "cannot be computed"
        return f"{Decimal(below.exact) / self.posts.exact:.1f}"

    @property
    def widest(self) -> str:
        """The most that report to one manager."""
        spans = [self.span(post) for post in self.managers]
        return str(max(spans, key=lambda each: each.low or 0)) if spans else "not stated"

    def span(self, post: Post) -> Count:
        """How many posts report to a post."""
        return self.open(added(map(post_count, self.snapshot.reports_of.get(post.key, ()))))

    def open(self, count: Count) -> Count:
        """A count, which is at least that where lines of posts are not stated."""
        return count if self.is_whole else Count(count.low, None)
