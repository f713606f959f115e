"""The schedule of posts: which are created, deleted, changed or unchanged, with number and grade.

Its one rule: every post of both structures is in it once, or counted where there are too many.
"""

from collections import Counter
from collections.abc import Sequence

from posts.snapshot import Post, Snapshot
from reports.change import (
    CREATED,
    DELETED,
    FATE_NOT_STATED,
    LINE,
    ORIGIN_NOT_STATED,
    SPLIT,
    Change,
)
from reports.comparison import Comparison
from reports.measures import PostRow
from reports.sections.blocks import Block, Column, Paragraph, Section, Table
from reports.sections.saying import basis, number, or_not_stated, title
from reports.telling import in_phase

MOST_UNCHANGED = 60

_POST, _UNIT, _GRADE = Column("Post", 6), Column("Unit", 5), Column("Grade", 3)
_NUMBER, _SOURCE = Column("Posts", 2), Column("Source", 3)
_WHEN = Column("When", 3)
_PLAIN = _POST, _UNIT, _GRADE, _NUMBER, _SOURCE
_CHANGED = _POST, Column("What changes", 8), _GRADE, _NUMBER, _SOURCE

_CAPTIONS = {
    CREATED: "Posts created",
    DELETED: "Posts deleted",
    "changed": "Posts that change",
    ORIGIN_NOT_STATED: "Proposed posts whose origin is not stated",
    FATE_NOT_STATED: "Existing posts of which it is not stated what becomes",
    "unchanged": "Posts unchanged",
}
"""The tables, in order, by the kind of change or by what stands for several."""


def schedule(comparison: Comparison) -> Section:
    """One table for each way in which posts change; what is out of scope stands elsewhere."""
    rows = [row for row in comparison.post_rows if row.out is None]
    blocks: list[Block] = []
    for name, caption in _CAPTIONS.items():
        group = [row for row in rows if _group(row) == name]
        if group:
            blocks.append(_table(comparison, name, caption, group))
    if lines := _lines(comparison):
        blocks.append(lines)
    if not blocks:
        text = "No post within the restructure is recorded in either structure."
        blocks.append(Paragraph(key="schedule.none", text=text))
    return Section(key="schedule", heading="Schedule of posts", blocks=tuple(blocks))


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
    if name == "changed":
        cells = tuple(_changed(comparison, row) for row in rows)
        return Table(key=key, caption=caption, columns=_CHANGED, rows=cells)
    cells = tuple(_plain(comparison, row) for row in rows)
    if not any(_when(row) for row in rows):
        return Table(key=key, caption=caption, columns=_PLAIN, rows=cells)
    dated = tuple(
        (*cell[:-1], or_not_stated(_when(row)), cell[-1])
        for cell, row in zip(cells, rows, strict=True)
    )
    return Table(key=key, caption=caption, columns=(*_PLAIN[:-1], _WHEN, _SOURCE), rows=dated)


def _when(row: PostRow) -> str | None:
    """The phases and dates of the changes of a row: “phase 1, 30 September 2024”."""
    said = (
        words
        for change in row.changes
        for words in (change.phase and in_phase(change.phase), change.effective)
    )
    return ", ".join(dict.fromkeys(words for words in said if words)) or None


def _plain(comparison: Comparison, row: PostRow) -> tuple[str, ...]:
    post, side = _shown(row), comparison.after if row.after else comparison.before
    grade = or_not_stated(post.grade)
    return title(post), _unit(side, post), grade, number(post), _basis(row.changes, post)


def _changed(comparison: Comparison, row: PostRow) -> tuple[str, ...]:
    post = _shown(row)
    says = [comparison.sentence(each) for each in _changes(comparison, row)]
    grade = or_not_stated(post.grade)
    words = " ".join(dict.fromkeys(says))
    return title(post), words, grade, number(post), _basis(_changes(comparison, row), post)


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
    columns = Column("What changes", 7), Column("Source", 2)
    return Table(key="schedule.lines", caption=caption, columns=columns, rows=rows)


def _counted(key: str, snapshot: Snapshot, posts: Sequence[Post]) -> Table:
    """Unchanged posts counted by the unit they are in, where a list would fill pages."""
    known, open_ended = Counter[str](), set[str]()
    for post in posts:
        unit = _top(snapshot, post)
        known[unit] += post.number or 1
        if post.number is None:
            open_ended.add(unit)
    rows = tuple(
        (unit, f"at least {count:,}" if unit in open_ended else f"{count:,}")
        for unit, count in known.items()
    )
    caption = f"Posts unchanged, by division (more than {MOST_UNCHANGED}, and so not listed)"
    columns = Column("Division", 5), Column("Posts", 2)
    return Table(key=key, caption=caption, columns=columns, rows=rows)


def _top(snapshot: Snapshot, post: Post) -> str:
    """The name of the unit of the second level that a post is in, or of the first."""
    if post.unit is None:
        return "Unit not stated"
    line = [snapshot.units[post.unit], *snapshot.above(post.unit)]
    return line[-2].name if len(line) > 1 else line[-1].name
