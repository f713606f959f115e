"""Posts that one person holds: what is said of such a post is said of that person.

Where a post has one holder, its grade, its pay and its fate say who is meant (Schedule 12A,
paragraph 2). Its one rule: a number that is not known counts as one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from posts.snapshot import WHOLE, Post
from reports.people.by_post import by_post
from reports.proposal import Fate

if TYPE_CHECKING:
    from reports.comparison import Comparison

VACANT = "vacant"
KNOWN_STATES = ("filled", VACANT, "interim", "acting", "seconded")
"""The states that say nothing of a person but that there is one, or none."""


def is_single(post: Post, fates: Sequence[Fate] = ()) -> bool:
    """Whether one person holds a post, or may; nobody holds a post that is vacant.

    How many people are recorded with what becomes of them counts before the number of posts. A
    fate of one person is said of that person, whoever else holds a post that is alike.
    """
    people = [fate.people for fate in fates if fate.people is not None]
    if 1 in people:
        return True
    if fates and len(people) == len(fates):
        return False
    return not is_vacant(post) and post.number in (None, 1)


def is_vacant(post: Post) -> bool:
    return (post.state or "").casefold().startswith(VACANT)


def is_at_risk(fate: Fate) -> bool:
    """Whether whoever it is of may lose their post; so it is while that is not stated."""
    return fate.may_lose_post


def singles(comparison: "Comparison") -> frozenset[str]:
    """The keys of the existing posts that one person holds, or may."""
    fates, posts = by_post(comparison.proposal.fates), comparison.before.posts.items()
    return frozenset(key for key, post in posts if is_single(post, fates.get(key, ())))


def at_risk(comparison: "Comparison") -> frozenset[str]:
    """Those of them that are at risk; a fate of no post that is known is of one person."""
    held, posts = singles(comparison), comparison.before.posts
    return frozenset(
        fate.key
        for fate in comparison.proposal.fates
        if is_at_risk(fate) and (fate.key in held or fate.key not in posts)
    )


def becomes(comparison: "Comparison") -> frozenset[str]:
    """The proposed posts that are such a post, or all that becomes of one."""
    held, after = singles(comparison), comparison.after
    came = {each.key for each in after.origins if each.share == WHOLE and each.came_from in held}
    return frozenset((held | came) & after.posts.keys())


# ---- whose pay it is ----


@dataclass(frozen=True, slots=True)
class Holders:
    """The posts whose pay is one holder’s, by key: existing ones, and proposed ones."""

    alone_before: frozenset[str]
    alone_after: frozenset[str]


def holders(comparison: "Comparison") -> Holders:
    """The posts whose pay is one holder’s.

    A proposed post that nobody holds yet is nobody’s. One of several that one holder’s post
    becomes is that holder’s.
    """
    taken, next_posts = frozenset(_taken(comparison)), becomes(comparison)
    alone = (
        key
        for key, post in comparison.after.posts.items()
        if key in taken and (is_single(post) or (key in next_posts and not is_vacant(post)))
    )
    return Holders(singles(comparison), frozenset(alone))


def _taken(comparison: "Comparison") -> Iterator[str]:
    """The proposed posts that it is known somebody holds, or goes over to."""
    yield from (key for key, post in comparison.after.posts.items() if post.state)
    yield from comparison.before.posts
    yield from (each.key for each in comparison.after.origins if each.came_from or each.outside)
    yield from (each.key for each in comparison.proposal.fillings if each.way == "slotted in")
