"""C5: whether each post has one line, to a higher tier, and nothing runs in a circle.

Its one rule: a line that no paper states is not missed; one that a draft has lost is.
"""

from collections.abc import Iterator

from posts.snapshot import LINE_NONE, OUTSIDE, Post
from reports.checks.checked import Checked
from reports.checks.drafted import findings
from reports.checks.finding import LOOK, POST, Finding, Mend, Place
from reports.drafts.draft import called_all
from reports.drafts.posts import lines_lost
from reports.drafts.sound import loops, unsound


def check(checked: Checked) -> Iterator[Finding]:
    """What makes the proposed structure unsound, and lines that cannot be meant."""
    yield from findings(checked, (*loops(checked.draft), *unsound(checked.draft)))
    if not checked.is_sound:
        return
    yield from findings(checked, lines_lost(checked.draft))
    if level := list(_to_no_higher_tier(checked)):
        yield _finding(level, "The manager is of no higher tier")
    tops = _tops(checked)
    if len(tops) > 1:
        yield _finding(tops, f"{len(tops)} posts are stated to report to nobody")


def _to_no_higher_tier(checked: Checked) -> Iterator[Post]:
    """Posts that report to one of their own tier or of a lower one, as both are stated."""
    posts = checked.after.posts
    for post in posts.values():
        manager = posts.get(post.reports_to or "")
        above = manager.tier if manager else None
        if post.tier is not None and above is not None and post.tier <= above:
            yield post


def _tops(checked: Checked) -> list[Post]:
    return [
        post
        for post in checked.after.posts.values()
        if post.line == LINE_NONE and checked.after.place_of(post.key) != OUTSIDE
    ]


def _finding(posts: list[Post], heading: str) -> Finding:
    places = tuple(
        Place(kind=POST, words=post.title or "title not stated", key=post.key, sources=post.sources)
        for post in posts
    )
    return Finding(
        severity=LOOK,
        heading=heading,
        text=f"{called_all(posts)}.",
        places=places,
        mends=(Mend(words="Say to whom it reports", kind=POST, key=posts[0].key),),
    )
