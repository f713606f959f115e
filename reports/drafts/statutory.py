"""Whether every statutory post of the existing structure is in the draft, and held once.

Its one rule: where a paper says itself that a statutory post ends, there is nothing to ask.
"""

from collections.abc import Iterator, Mapping

from posts.snapshot import OUTSIDE, Post, Snapshot
from reports.calling import called
from reports.change import DELETED, POST
from reports.counting import post_count
from reports.counts import added
from reports.drafts.draft import LOOK, MUST, Draft, Failing, Mend, called_all, keys_of


def statutory_gone(draft: Draft) -> Iterator[Failing]:
    """Statutory roles of which the draft names no holder any more."""
    held = _holders(draft.after)
    for role, posts in _holders(draft.before).items():
        if role not in held and not all(_is_stated_to_end(draft, post) for post in posts):
            yield _gone(draft, posts)


def _gone(draft: Draft, posts: list[Post]) -> Failing:
    stand = [key for post in posts if (key := draft.matching.becomes.get(post.key))]
    deleted = {change.key for change in draft.changes(POST, DELETED)}
    is_sure = deleted.issuperset(keys_of(posts))
    end = "is deleted" if is_sure else "is not stated to be it in the draft"
    mend = Mend(
        words="Say that it still is…", keys=tuple(stand)[:1], act="change", field="statutory"
    )
    return Failing(
        severity=MUST if is_sure else LOOK,
        heading=f"No post is stated to be the statutory {posts[0].statutory}",
        text=f"{called(posts[0])}, which was, {end}.",
        keys=tuple(stand) or keys_of(posts),
        mends=(mend,) if stand else (),
    )


def statutory_twice(draft: Draft) -> Iterator[Failing]:
    """Statutory roles that more posts hold than did before."""
    before = _holders(draft.before)
    for role, posts in _holders(draft.after).items():
        number = added(map(post_count, posts))
        had = added(map(post_count, before.get(role, ())))
        if number.is_over(1) and number.is_over(had.low or 0):
            yield Failing(
                severity=LOOK,
                heading=f"{number} posts are the statutory {posts[0].statutory}",
                text=f"{called_all(posts)}.",
                keys=keys_of(posts),
                mends=(
                    Mend(
                        words="Take it from one…",
                        keys=keys_of(posts)[-1:],
                        act="change",
                        field="statutory",
                    ),
                ),
            )


def _holders(snapshot: Snapshot) -> Mapping[str, list[Post]]:
    """The council's posts by their statutory role."""
    found = dict[str, list[Post]]()
    for post in snapshot.posts.values():
        if post.statutory and snapshot.place_of(post.key) != OUTSIDE:
            found.setdefault(post.statutory.casefold(), []).append(post)
    return found


def _is_stated_to_end(draft: Draft, post: Post) -> bool:
    """Whether a paper says, in a paragraph, that a post ends; or it is out of scope."""
    ends = draft.changes(POST, DELETED)
    return post.key in draft.out or any(each.key == post.key and each.sources for each in ends)
