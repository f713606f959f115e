"""Whether the draft says of its posts what has to be known: which becomes which, grade, line.

Two posts in one seat need no match where the new one is said to be made from nothing else, or where
it is recorded what becomes of whoever held the old one and how the new one is filled. Its one rule:
what the existing structure does not state either is not asked of the draft, nor is what a paper
says in a paragraph.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from posts.snapshot import LINE_NOT_STATED, NEW, Post, Snapshot
from reports.change import CREATED, DELETED, FATE_NOT_STATED, ORIGIN_NOT_STATED, POST, Change
from reports.counting import post_count
from reports.counts import Count, added
from reports.drafts.draft import (
    LOOK,
    Draft,
    Failing,
    Mend,
    called_all,
    is_told,
    keys_of,
    posts_of,
)

_Seat = tuple[str | int | None, ...]
_STAYS = "stays"


def unmatched(draft: Draft) -> Iterator[Failing]:
    """Existing posts that go and proposed ones that come in their place, with no match stated."""
    pairing = _Pairing.of(draft)
    if pairing.gone:
        yield Failing(
            severity=LOOK,
            heading=f"{_posts(pairing.gone, 'existing')}, {_total(pairing.new)} proposed, "
            "no match stated",
            text=f"Existing: {called_all(pairing.gone)}. Proposed: {called_all(pairing.new)}. "
            "Say which becomes which, or leave it open.",
            keys=keys_of((*pairing.gone, *pairing.new)),
            mends=(Mend(words="Match posts…", keys=keys_of(pairing.new)[:1], act="origins"),),
        )
    if pairing.open:
        yield Failing(
            severity=LOOK,
            heading=f"What becomes of {_posts(pairing.open, 'existing')} is not stated",
            text=f"{called_all(pairing.open)}.",
            keys=keys_of(pairing.open),
        )


@dataclass(frozen=True)
class _Pairing:
    """Posts that end and posts that come in the same seats, and others whose fate is open."""

    gone: list[Post]
    new: list[Post]
    open: list[Post]

    @classmethod
    def of(cls, draft: Draft) -> "_Pairing":
        going = _untold(draft, DELETED, FATE_NOT_STATED)
        coming = _untold(draft, CREATED, ORIGIN_NOT_STATED)
        coming = [change for change in coming if not _is_made_from_nothing(draft, change.key)]
        before, after = _seats(draft, draft.before, going), _seats(draft, draft.after, coming)
        shared = set[_Seat]().union(*before.values()) & set[_Seat]().union(*after.values())
        shared -= _settled(draft, before, after)
        open_posts = posts_of(draft.before, _untold(draft, FATE_NOT_STATED))
        return cls(
            gone=[draft.before.posts[key] for key, seats in before.items() if seats & shared],
            new=[draft.after.posts[key] for key, seats in after.items() if seats & shared],
            open=[post for post in open_posts if not before[post.key] & shared],
        )


def _is_made_from_nothing(draft: Draft, key: str) -> bool:
    """Whether somebody has said of a new post, where posts are matched, that none becomes it."""
    return any(each.share == NEW and each.note for each in draft.after.origins_of.get(key, ()))


def _settled(
    draft: Draft, before: Mapping[str, set[_Seat]], after: Mapping[str, set[_Seat]]
) -> set[_Seat]:
    """The seats of which what becomes of staff is recorded, and how those that come are filled."""
    proposal = draft.comparison.proposal
    told = {each.key for each in proposal.fates if each.outcome not in (None, _STAYS)}
    filled = {each.key for each in proposal.fillings if each.way is not None}
    seats = set[_Seat]().union(*before.values(), *after.values())
    waiting = [of for key, of in before.items() if key not in told]
    waiting += [of for key, of in after.items() if key not in filled]
    return seats.difference(*waiting)


def _untold(draft: Draft, *kinds: str) -> list[Change]:
    """Changes of posts in some ways, of which neither draft nor paper says more."""
    return [change for change in draft.changes(POST, *kinds) if not is_told(change)]


def _seats(draft: Draft, snapshot: Snapshot, changes: Iterable[Change]) -> dict[str, set[_Seat]]:
    """The seats of posts that go or come, by their keys."""
    was = draft.matching.was if snapshot is draft.after else {}
    return {
        change.key: set(_seats_of(change, snapshot, was))
        for change in changes
        if change.key in snapshot.posts
    }


def _seats_of(change: Change, snapshot: Snapshot, was: Mapping[str, str]) -> Iterator[_Seat]:
    """A post's unit, of a head also the one above; manager and category; an open match's tier.

    Units and managers go by their keys before.
    """
    post = snapshot.posts[change.key]
    headed = (snapshot.units[key].parent for key in snapshot.units_headed.get(post.key, ()))
    for unit in (post.unit, *headed):
        if unit is not None:
            yield "unit", was.get(unit, unit)
    if post.reports_to is not None and post.category is not None:
        yield "line", was.get(post.reports_to, post.reports_to), post.category
    if change.kind in (FATE_NOT_STATED, ORIGIN_NOT_STATED):
        yield "tier", snapshot.tier_of(post.key)


def ungraded(draft: Draft) -> Iterator[Failing]:
    """New posts without a grade, where posts of their category have one."""
    graded = {
        post.category
        for snapshot in (draft.before, draft.after)
        for post in snapshot.posts.values()
        if post.grade is not None
    }
    made = _untold(draft, CREATED)
    found = [p for p in posts_of(draft.after, made) if p.grade is None and p.category in graded]
    if found:
        has = "has no grade" if _is_one(found) else "have no grade"
        yield Failing(
            severity=LOOK,
            heading=f"{_posts(found, 'new')} {has}",
            text=f"{called_all(found)}.",
            keys=keys_of(found),
            mends=(
                Mend(words="Give it a grade", keys=keys_of(found), act="change", field="grade"),
            ),
        )


def lines_lost(draft: Draft) -> Iterator[Failing]:
    """Posts whose line was stated and is no longer."""
    was, before = draft.matching.was, draft.before.posts
    found = [
        post
        for post in draft.after.posts.values()
        if post.line == LINE_NOT_STATED
        and post.key not in draft.out
        and (old := before.get(was.get(post.key, ""))) is not None
        and old.line != LINE_NOT_STATED
    ]
    if found:
        yield Failing(
            severity=LOOK,
            heading=f"To whom {_posts(found)} {'reports' if _is_one(found) else 'report'} "
            "is not stated any more",
            text=f"{called_all(found)}.",
            keys=keys_of(found),
            mends=(Mend(words="Say to whom…", keys=keys_of(found), act="report-to"),),
        )


def _total(posts: Iterable[Post]) -> Count:
    return added(map(post_count, posts))


def _posts(posts: Iterable[Post], what: str = "") -> str:
    """“5 existing posts”."""
    total = _total(posts)
    return " ".join(filter(None, (str(total), what, "post" if total.exact == 1 else "posts")))


def _is_one(posts: Iterable[Post]) -> bool:
    return _total(posts).exact == 1
