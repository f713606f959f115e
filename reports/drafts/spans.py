"""Whether more posts report to one than the council allows.

Its one rule: what is not known is not counted, so that a span is over its limit for certain.
"""

from collections.abc import Iterator

from posts.snapshot import Post, Snapshot
from reports.calling import called
from reports.counting import post_count
from reports.counts import Count, added
from reports.drafts.draft import INFO, LOOK, Draft, Failing, Mend, keys_of, named


def spans(draft: Draft) -> Iterator[Failing]:
    """Posts to which more report than the council allows; apart, those that were over it before."""
    if draft.span_limit is None:
        return
    over = [post for post in draft.after.posts.values() if _is_over(draft, post)]
    wider = [post for post in over if _has_grown(draft, post)]
    if wider:
        yield _finding(draft, wider, LOOK, "")
    if as_before := [post for post in over if post not in wider]:
        yield _finding(draft, as_before, INFO, ", as before")


def _finding(draft: Draft, posts: list[Post], severity: str, when: str) -> Failing:
    to = "one post" if len(posts) == 1 else f"each of {len(posts)} posts"
    keys = keys_of(posts)
    return Failing(
        severity=severity,
        heading=f"More than {draft.span_limit} posts report to {to}{when}",
        text=f"{named(f'{called(each)}: {span(draft.after, each)}' for each in posts)}.",
        keys=keys,
        mends=(Mend(words="See who reports to it", keys=keys[:1]),),
    )


def span(snapshot: Snapshot, post: Post) -> Count:
    """How many posts report to a post; to several alike, they do so together."""
    return added(map(post_count, snapshot.reports_of.get(post.key, ())))


def _is_over(draft: Draft, post: Post) -> bool:
    number, limit = post.number, draft.span_limit or 0
    return number is not None and span(draft.after, post).is_over(limit * max(number, 1))


def _has_grown(draft: Draft, post: Post) -> bool:
    was = draft.before.posts.get(draft.matching.was.get(post.key, ""))
    now = span(draft.after, post).low or 0
    return was is None or not span(draft.before, was).is_over(now - 1)
