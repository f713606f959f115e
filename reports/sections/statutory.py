"""Which posts hold a statutory role before and after.

Its one rule: a role without a post is said to have none stated, and not to be vacant.
"""

from posts.snapshot import Post, Snapshot
from reports.sections.asked import Asked
from reports.sections.blocks import Column, Table
from reports.sections.saying import capital, or_not_stated, title

_COLUMNS = Column("Statutory role", 5), Column("Existing post", 5), Column("Proposed post", 5)


def statutory_posts(asked: Asked) -> list[Table]:
    """A row for each role that any post holds in either structure."""
    before, after = _holders(asked.comparison.before), _holders(asked.comparison.after)
    rows = tuple(
        (capital(role), _titles(before.get(role)), _titles(after.get(role)))
        for role in dict.fromkeys([*before, *after])
    )
    caption = "Statutory posts"
    table = Table(key="statutory.table", caption=caption, columns=_COLUMNS, rows=rows)
    return [table] if rows else []


def _holders(snapshot: Snapshot) -> dict[str, list[Post]]:
    found = dict[str, list[Post]]()
    for post in snapshot.posts.values():
        if post.statutory:
            found.setdefault(post.statutory.casefold(), []).append(post)
    return found


def _titles(posts: list[Post] | None) -> str:
    return or_not_stated("; ".join(map(title, posts or ())))
