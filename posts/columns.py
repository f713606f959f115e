"""The columns of an establishment table: what each says of a post, and how it is sorted by.

Its one rule: a column says None where the paper states nothing, and never something else for it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from divisions import dates
from posts.naming import TITLE_NOT_STATED
from posts.snapshot import LINE_NONE, LINE_OUTSIDE, Post, Snapshot
from posts.spelling import natural

Holders = Mapping[str, tuple[str, ...]]
"""Who holds each post, by its key."""

Value = str | int | Decimal | tuple[str, ...] | None
Says = Callable[[Snapshot, Holders, Post], Value]

STEP = " › "
"""Between the units of a path, the outermost first."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its key, with its heading; `of` gives what it says of a post.

    `shown`: what a page shows of it, if that is more than a file has, where a name is no column of
    its own to be read again.
    """

    key: str
    name: str
    of: Says
    is_number: bool = False
    shown: Says | None = None
    order: Callable[[Any], Any] = natural

    def sorts_by(self, value: Value) -> Any:
        """What a value that is stated is sorted by."""
        if self.is_number:
            return value
        return self.order("; ".join(value) if isinstance(value, tuple) else str(value))


def path_of(snapshot: Snapshot, unit: str | None) -> str | None:
    """A unit with the units above it, the outermost first; None for no unit."""
    if unit is None:
        return None
    names = [snapshot.units[unit].name, *(above.name for above in snapshot.above(unit))]
    return STEP.join(reversed(names))


def _fact(name: str) -> Says:
    def of(snapshot: Snapshot, holders: Holders, post: Post) -> Value:
        value: Value = getattr(post, name)
        return value

    return of


def _unit(snapshot: Snapshot, holders: Holders, post: Post) -> Value:
    return snapshot.units[post.unit].name if post.unit else None


def _path(snapshot: Snapshot, holders: Holders, post: Post) -> Value:
    return path_of(snapshot, post.unit)


def _unit_apart(snapshot: Snapshot, holders: Holders, post: Post) -> Value:
    return snapshot.called(post.unit) if post.unit else None


def _reports_to_apart(snapshot: Snapshot, holders: Holders, post: Post) -> Value:
    if post.reports_to is not None:
        return snapshot.called(post.reports_to) or TITLE_NOT_STATED
    return _reports_to(snapshot, holders, post)


def _reports_to(snapshot: Snapshot, holders: Holders, post: Post) -> Value:
    if post.reports_to is not None:
        return snapshot.posts[post.reports_to].title or TITLE_NOT_STATED
    if post.line == LINE_OUTSIDE:
        return f"{post.reports_to_other or 'somebody'}, outside this structure"
    return "nobody" if post.line == LINE_NONE else None


def _tier(snapshot: Snapshot, holders: Holders, post: Post) -> Value:
    return snapshot.tier_of(post.key)


def _holder(snapshot: Snapshot, holders: Holders, post: Post) -> Value:
    return "; ".join(holders.get(post.key, ())) or None


def _sources(snapshot: Snapshot, holders: Holders, post: Post) -> Value:
    return post.sources or None


def _when(text: str) -> Any:
    """By the first day that is meant; words that cannot be read come after all days."""
    try:
        window = dates.parse(text)
    except ValueError:
        return (1, natural(text))
    return (0, str(window.earliest or window.latest), str(window.latest))


POST = Column("post", "Post", _fact("title"))
HOLDER = Column("holder", "Holder", _holder)

COLUMNS = (
    POST,
    Column("post_number", "Post number", _fact("post_number")),
    Column("unit", "Unit", _unit, shown=_unit_apart),
    Column("path", "Where the unit stands", _path),
    Column("category", "Category", _fact("category")),
    Column("grade", "Grade", _fact("grade")),
    Column("number", "Posts", _fact("number"), is_number=True),
    Column("fte", "FTE", _fact("fte"), is_number=True),
    Column("state", "State", _fact("state")),
    Column("contract", "Contract", _fact("contract")),
    Column("statutory", "Statutory role", _fact("statutory")),
    Column("reports_to", "Reports to", _reports_to, shown=_reports_to_apart),
    Column("tier", "Tier", _tier, is_number=True),
    Column("location", "Location", _fact("location")),
    Column("cost_centre", "Cost centre", _fact("cost_centre")),
    HOLDER,
    Column("phase", "Phase", _fact("phase")),
    Column("effective", "In force", _fact("effective"), order=_when),
    Column("source", "Source", _sources),
)

BY_KEY = {column.key: column for column in COLUMNS}

AT_FIRST = (
    "post_number", "unit", "grade", "number", "fte", "state", "reports_to", "holder", "source",
)  # fmt: skip
"""The columns that are shown until others are chosen."""


def columns(*, with_holders: bool) -> tuple[Column, ...]:
    """All columns that a person may choose of; the post itself always stands first."""
    return tuple(column for column in COLUMNS if with_holders or column is not HOLDER)
