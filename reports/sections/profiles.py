"""Job profiles: each proposed post with its lines and what it answers for, as recorded.

Its one rule: a post of which no responsibilities are recorded has no profile.
"""

from collections.abc import Iterator

from posts.naming import line_words
from posts.snapshot import LINE_STATED, Post, Snapshot
from reports.calling import called
from reports.making import listed, name_of
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Definitions, Heading, Paragraph
from reports.sections.saying import capital, or_not_stated


def job_profiles(asked: Asked) -> list[Block]:
    """A heading, facts and responsibilities for each post that has any."""
    after = asked.comparison.after
    described = [post for post in after.posts.values() if post.responsibilities]
    return [block for post in described for block in _profile(after, post)]


def _profile(after: Snapshot, post: Post) -> Iterator[Block]:
    key = f"profile.{post.key}"
    yield Heading(key=key, text=capital(called(post)))
    yield Definitions(key=f"{key}.facts", items=tuple(_facts(after, post)))
    yield Paragraph(key=f"{key}.text", text=f"Responsibilities: {post.responsibilities}")


def _facts(after: Snapshot, post: Post) -> Iterator[tuple[str, str]]:
    yield "Unit", or_not_stated(name_of(after, post.unit))
    yield "Grade", or_not_stated(post.grade)
    if post.line == LINE_STATED and post.reports_to in after.posts:
        yield "Reports to", called(after.posts[post.reports_to])
    below = listed(called(each) for each in after.reports_of.get(post.key, ()))
    if below:
        yield "Direct reports", below
    if lines := "; ".join(line_words(after, post)):
        yield "Lines", lines
    if post.statutory:
        yield "Statutory role", post.statutory
