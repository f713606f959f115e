"""The schedule of posts: which are created, deleted, changed or unchanged, with number and grade.

Its one rule: every post of both structures is in it once, or counted where there are too many.
"""

from collections.abc import Iterator, Sequence

from posts.snapshot import Post, Snapshot
from reports.change import (
    CREATED,
    DELETED,
    FATE_NOT_STATED,
    LINE,
    MOVED,
    ORIGIN_NOT_STATED,
    REGRADED,
    RETITLED,
    SPLIT,
    Change,
)
from reports.comparison import Comparison
from reports.counting import post_count, worth
from reports.counts import NONE, Count
from reports.left_out import AS_FAR_AS_TOLD
from reports.measures import PostRow
from reports.proposal import POSTS
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Column, Table
from reports.sections.lists import hours
from reports.sections.saying import basis, title
from reports.sections.tables import SOURCE, Given, Posts, number, table_of, words
from reports.telling import in_phase

MOST_UNCHANGED = 60

_POST, _UNIT, _GRADE = words("Post", 6), words("Unit", 5), words("Grade", 3)
_NUMBER, _FTE, _SOURCE = number("Posts", 2), number("FTE", 2), words(SOURCE, 4)
_CHANGES, _WHEN = words("What changes", 8), words("When", 3)
_PLAIN = _POST, _UNIT, _GRADE, _NUMBER, _FTE, _WHEN, _SOURCE
_CHANGED = _POST, _CHANGES, _GRADE, _NUMBER, _FTE, _SOURCE
_FOLD = "FTE", "When"

_CAPTIONS = {
    CREATED: "Posts created",
    DELETED: "Posts deleted",
    "changed": "Posts that change",
    ORIGIN_NOT_STATED: "Proposed posts whose origin is not stated",
    FATE_NOT_STATED: "Existing posts of which it is not stated what becomes",
    "unchanged": "Posts unchanged",
}
"""The tables, in order, by the kind of change or by what stands for several."""

OPTIONS = (
    "created", "deleted", "changed", "retitled", "regraded", "moved", "unchanged", "lines",
)  # fmt: skip
_KINDS = {"retitled": RETITLED, "regraded": REGRADED, "moved": MOVED}
_ALONE = (CREATED, DELETED, "changed", "unchanged")


def schedule(asked: Asked) -> list[Block]:
    """One table for each way in which posts change; what is out of scope stands elsewhere.

    With options, those tables alone: `created`, or of those that change only the `regraded`.
    """
    comparison = asked.comparison
    rows = [row for row in comparison.post_rows if row.out is None]
    blocks: list[Block] = []
    for name, caption, group in _groups(asked, rows):
        if group:
            blocks.append(_table(comparison, name, caption, group))
    lines = _lines(comparison) if asked.has("lines") or not asked.options else None
    return [*blocks, lines] if lines else blocks


def _groups(asked: Asked, rows: Sequence[PostRow]) -> Iterator[tuple[str, str, list[PostRow]]]:
    """The tables that are asked for: the name of each, its caption, its rows."""
    left_out = asked.comparison.left_out
    for name, caption in _CAPTIONS.items():
        if not asked.options or (name in _ALONE and asked.has(name)):
            is_less = name == "unchanged" and left_out.is_out("posts unchanged")
            said = f"{caption}, {AS_FAR_AS_TOLD}" if is_less else caption
            yield name, said, [row for row in rows if _group(row) == name]
    for option, kind in _KINDS.items():
        if asked.has(option):
            found = [row for row in rows if any(each.kind == kind for each in row.changes)]
            said = f", {AS_FAR_AS_TOLD}" if left_out.is_out(f"posts {option}") else ""
            yield option, f"Posts {option}{said}", found


def _group(row: PostRow) -> str:
    kinds = {change.kind for change in row.changes}
    if not kinds:
        return "unchanged" if row.before else "changed"
    alone = (CREATED, DELETED, ORIGIN_NOT_STATED, FATE_NOT_STATED)
    return next((kind for kind in alone if kind in kinds), "changed")


def _table(comparison: Comparison, name: str, caption: str, rows: Sequence[PostRow]) -> Table:
    key = f"schedule.{name.replace(' ', '-')}"
    if name == "unchanged" and len(rows) > MOST_UNCHANGED:
        return _counted(key, comparison.after, [row.after[0] for row in rows if row.after])
    is_changed = name == "changed" or name in _KINDS
    columns, row_of = (_CHANGED, _changed) if is_changed else (_PLAIN, _plain)
    cells = [row_of(comparison, row) for row in rows]
    return table_of(key, caption, columns, cells, fold=_FOLD, total="Total")


def _when(row: PostRow) -> str | None:
    """The phases and dates of the changes of a row: “phase 1, 30 September 2024”."""
    said = (
        words
        for change in row.changes
        for words in (change.phase and in_phase(change.phase), change.effective)
    )
    return ", ".join(dict.fromkeys(words for words in said if words)) or None


def _plain(comparison: Comparison, row: PostRow) -> tuple[Given, ...]:
    post, side = _shown(row), comparison.after if row.after else comparison.before
    source = _basis(row.changes, post)
    return (
        title(post), _unit(side, post), post.grade, _number(post), hours(post), _when(row), source,
    )  # fmt: skip


def _changed(comparison: Comparison, row: PostRow) -> tuple[Given, ...]:
    post = _shown(row)
    says = [comparison.sentence(each) for each in _changes(comparison, row)]
    text = " ".join(dict.fromkeys(says))
    source = _basis(_changes(comparison, row), post)
    return title(post), text, post.grade, _number(post), hours(post), source


def _number(post: Post) -> Posts:
    """How many alike; one that is uncertain may be none, and one not stated is at least one."""
    return Posts(post.number, worth(post, POSTS, True))


def _changes(comparison: Comparison, row: PostRow) -> Sequence[Change]:
    """The changes of a row; those of a post that another is split into are the split."""
    if row.changes or not row.after:
        return row.changes
    key = row.after[0].key
    return [each for each in comparison.changes if each.kind == SPLIT and key in each.others]


def _shown(row: PostRow) -> Post:
    """The post that a row is about: the proposed one, but for a post that is split."""
    is_split = any(change.kind == SPLIT for change in row.changes)
    return (row.before if is_split or not row.after else row.after)[0]


def _unit(snapshot: Snapshot, post: Post) -> str:
    return snapshot.units[post.unit].name if post.unit else "unit not stated"


def _basis(changes: Sequence[Change], post: Post) -> str:
    if not changes:
        return basis(post.sources, post.certainty)
    said = (basis(change.sources, change.certainty) for change in changes)
    return "; ".join(dict.fromkeys(said))


def _lines(comparison: Comparison) -> Table | None:
    """Lines beside the line of management that are added or removed, and why."""
    rows = tuple(
        (comparison.sentence(change), basis(change.sources, change.certainty))
        for change in comparison.changes
        if change.subject == LINE
    )
    if not rows:
        return None
    caption = "Reporting lines added and removed"
    columns = Column("What changes", 7), Column(SOURCE, 2)
    return Table(key="schedule.lines", caption=caption, columns=columns, rows=rows)


def _counted(key: str, snapshot: Snapshot, posts: Sequence[Post]) -> Table:
    """Unchanged posts counted by the unit they are in, where a list would fill pages."""
    known = dict[str, Count]()
    for post in posts:
        unit = _top(snapshot, post)
        known[unit] = known.get(unit, NONE) + post_count(post)
    caption = f"Posts unchanged, by division (more than {MOST_UNCHANGED}, and so not listed)"
    columns = words("Division", 5), number("Posts", 2)
    rows: list[tuple[Given, ...]] = list(known.items())
    return table_of(key, caption, columns, rows, total="Total")


def _top(snapshot: Snapshot, post: Post) -> str:
    """The name of the unit of the second level that a post is in, or of the first."""
    if post.unit is None:
        return "Unit not stated"
    line = [snapshot.units[post.unit], *snapshot.above(post.unit)]
    return line[-2].name if len(line) > 1 else line[-1].name
