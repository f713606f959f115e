"""C9: whether the director of children's services reports to the chief executive.

The statutory guidance under the Children Act 2004, section 18, has the director report there, and a
local test of assurance where the post has other functions too. Its one rule: a post is the
director's where the structure says that it is statutory.
"""

from collections.abc import Iterator

from posts.snapshot import LINE_NOT_STATED, OUTSIDE, Post
from posts.spelling import fold
from reports.calling import called
from reports.checks.checked import Checked
from reports.checks.finding import INFO, LOOK, POST, Finding, Mend, Place

_ROLE = "director of children's services"
_CHIEF = ("chief executive", "head of paid service")


def check(checked: Checked) -> Iterator[Finding]:
    """A director of whom it is not stated that they report to the chief executive alone."""
    for post in checked.after.posts.values():
        role = fold(post.statutory or "")
        if _ROLE in role and checked.after.place_of(post.key) != OUTSIDE:
            yield from _line(checked, post)
            if role.replace(_ROLE, "").strip(" ,;&.") not in ("", "and"):
                yield _finding(
                    post, INFO, f"{called(post)} has other statutory roles",
                    f"{post.statutory}. The guidance asks for a local test of assurance.",
                )  # fmt: skip


def _line(checked: Checked, post: Post) -> Iterator[Finding]:
    if post.line == LINE_NOT_STATED:
        yield _finding(
            post, INFO, f"To whom {called(post)} reports is not stated",
            "The guidance has the director of children's services report to the chief executive.",
        )  # fmt: skip
        return
    manager = checked.after.posts.get(post.reports_to or "")
    above = manager.title if manager else post.reports_to_other
    if above is not None and not any(chief in fold(above) for chief in _CHIEF):
        yield _finding(
            post, LOOK, f"{called(post)} reports to {above}",
            "The guidance has the director of children's services report to the chief executive.",
        )  # fmt: skip


def _finding(post: Post, severity: str, heading: str, text: str) -> Finding:
    return Finding(
        severity=severity,
        heading=heading,
        text=text,
        places=(Place(kind=POST, words=called(post), key=post.key, sources=post.sources),),
        mends=(Mend(words="Open the post", kind=POST, key=post.key),),
    )
