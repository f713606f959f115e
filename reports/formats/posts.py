"""Every post of both structures, one line each with what becomes of it: for spreadsheets.

Its one rule: each existing and each proposed post stands in one line, so that columns can be added.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from posts.snapshot import Post, Snapshot
from reports.comparison import Comparison
from reports.left_out import AS_FAR_AS_TOLD
from reports.measures import PostRow
from reports.sections.blocks import NUMBER, Column, Table
from reports.sections.saying import capital
from reports.sections.tables import Given, table_of

OUT_OF_SCOPE, UNCHANGED, TOLD_ABOVE = "out of scope", "unchanged", "as in the line above"

_COLUMNS = (
    Column("Change", 4),
    Column("Existing post", 6),
    Column("Existing unit", 5),
    Column("Existing grade", 3),
    Column("Existing posts", 2, NUMBER),
    Column("Existing FTE", 2, NUMBER),
    Column("Proposed post", 6),
    Column("Proposed unit", 5),
    Column("Proposed grade", 3),
    Column("Proposed posts", 2, NUMBER),
    Column("Proposed FTE", 2, NUMBER),
    Column("State", 3),
    Column("Post number", 3),
    Column("What changes", 9),
    Column("When", 3),
    Column("Certainty", 2),
    Column("Source", 4),
)


def posts_of(comparison: Comparison | None) -> Table:
    """The lines of all posts, with the same columns whatever is known of them."""
    rows = [] if comparison is None else list(_all(comparison))
    return table_of("posts", "Every post, existing and proposed", _COLUMNS, rows, total="Total")


def _all(comparison: Comparison) -> Iterator[tuple[Given, ...]]:
    for row in comparison.post_rows:
        yield from _lines(comparison, row)


def _lines(comparison: Comparison, row: PostRow) -> Iterator[tuple[Given, ...]]:
    pairs = zip_longest(row.before, row.after)
    for number, (was, becomes) in enumerate(pairs):
        told = _told(comparison, row) if not number else (TOLD_ABOVE, "–", "–")
        shown = becomes or was
        yield (
            _change(comparison, row),
            *_side(comparison.before, was),
            *_side(comparison.after, becomes),
            shown.state if shown else None,
            shown.post_number if shown else None,
            *told,
            _sources(row, shown),
        )


def _change(comparison: Comparison, row: PostRow) -> str:
    if row.out:
        return capital(OUT_OF_SCOPE)
    kinds = dict.fromkeys(change.kind for change in row.changes)
    return capital("; ".join(kinds) or f"{UNCHANGED}{_aside(comparison)}")


def _aside(comparison: Comparison) -> str:
    """What is not said of a post that is unchanged, in an edition that has not all changes."""
    is_less = comparison.left_out.is_out("posts unchanged")
    return f", {AS_FAR_AS_TOLD}" if is_less else ""


def _side(snapshot: Snapshot, post: Post | None) -> tuple[Given, ...]:
    """A post as it stands in one structure; where it does not, dashes and no number."""
    if post is None:
        return ("–", "–", "–", 0, 0)
    unit = snapshot.units[post.unit].name if post.unit else None
    return post.title, unit, post.grade, post.number, _fte(post)


def _fte(post: Post) -> Decimal | None:
    """The FTE of all the posts of a line; None where it or their number is not stated."""
    return None if post.fte is None or post.number is None else post.fte * post.number


def _told(comparison: Comparison, row: PostRow) -> tuple[str, str | None, str]:
    """What changes in sentences, when, and how sure it is."""
    if row.out:
        return row.out.why or "why is not stated", "–", "–"
    if not row.changes:
        return f"nothing{_aside(comparison)}", "–", "–"
    says = dict.fromkeys(comparison.sentence(change) for change in row.changes)
    when = dict.fromkeys(
        words for each in row.changes for words in (each.phase, each.effective) if words
    )
    sure = dict.fromkeys(change.certainty for change in row.changes)
    return " ".join(says), ", ".join(when) or None, ", ".join(sure)


def _sources(row: PostRow, post: Post | None) -> str | None:
    found = [source for change in row.changes for source in change.sources]
    found += post.sources if post and not row.changes else ()
    return "; ".join(dict.fromkeys(found)) or None
