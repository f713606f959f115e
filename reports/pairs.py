"""A post before and after, as it is paid for, and of what pay a sum over several is made.

Its one rule: a change is only told where the cost is known on both sides, or the same on both.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from posts.snapshot import OUTSIDE, Post, Snapshot
from reports.absence import FATE_UNTOLD, ORIGIN_UNTOLD
from reports.matching import Matching
from reports.pay import ACTUAL, Pay, Terms, cost_of
from reports.worked_out import Sum

GRADE, POST = "grade", "post"
Paid = tuple[str, str]
"""Whose pay it is: that of a grade, by its name, or of who holds a post, by its key."""

_COSTED = ("grade", "fte", "number")
_CHANGES_SOMEHOW = "it is stated that its {} changes, and not how"


@dataclass(frozen=True, slots=True)
class Seat:
    """A post in one of the structures with what it costs, or why that is not known.

    `paid`: what pay its cost is so many times of.
    """

    post: Post
    cost: Decimal | None
    why: str | None
    paid: Paid | None

    @property
    def times(self) -> Decimal:
        """So many times its cost is what is paid full time; nought where that is not known."""
        if self.cost is None:
            return Decimal(0)
        return (self.post.fte or Decimal(0)) * (self.post.number or 0)


@dataclass(frozen=True, slots=True)
class Pair:
    """A post before and after. `open`: why it is not known what it is on the other side."""

    was: Seat | None
    becomes: Seat | None
    open: str | None = None

    @property
    def is_same(self) -> bool:
        """Whether what the cost is made of is the same on both sides, known or not."""
        return (
            self.was is not None
            and self.becomes is not None
            and _made_of(self.was.post) == _made_of(self.becomes.post)
        )

    @property
    def why_unsaid(self) -> str | None:
        """Why it is not known what changes, though nothing else differs."""
        changed = self.becomes.post.changed if self.becomes and self.is_same else ()
        said = [name.upper() if name == "fte" else name for name in _COSTED if name in changed]
        return _CHANGES_SOMEHOW.format(" and ".join(said)) if said else None

    @property
    def change(self) -> Decimal | None:
        """How much more it costs; None where that cannot be told."""
        if self.is_same:
            return None if self.why_unsaid else Decimal(0)
        sides = [seat.cost if seat else Decimal(0) for seat in (self.was, self.becomes)]
        if self.open or None in sides:
            return None
        return (sides[1] or Decimal(0)) - (sides[0] or Decimal(0))


def _made_of(post: Post) -> tuple[object, ...]:
    return post.grade, post.fte, post.number, post.certainty


def pairs_of(
    pay: Pay, before: Snapshot, after: Snapshot, terms: Terms, may_be_on_both: Container[str]
) -> Iterator[Pair]:
    """Every post of the council, before and after."""
    matching, gone = Matching(before, after), dict(before.posts)
    for post in after.posts.values():
        was = gone.pop(matching.was.get(post.key, post.key), None)
        old = _seat(pay, before, was, terms, was) if was else None
        becomes = _seat(pay, after, post, terms, _kept(was, post))
        if old or becomes:
            is_open = was is None and post.key in may_be_on_both
            yield Pair(old, becomes, ORIGIN_UNTOLD if is_open else None)
    for post in gone.values():
        if seat := _seat(pay, before, post, terms, post):
            yield Pair(seat, None, FATE_UNTOLD if post.key in may_be_on_both else None)


def _kept(was: Post | None, post: Post) -> Post | None:
    """The post whose holders are paid the same in a proposed one: if grade and number stay."""
    is_kept = was is not None and (was.grade, was.number) == (post.grade, post.number)
    return was if is_kept else None


def _seat(
    pay: Pay, snapshot: Snapshot, post: Post, terms: Terms, held_as: Post | None
) -> Seat | None:
    """A post with its cost; None for one of another body."""
    if snapshot.place_of(post.key) == OUTSIDE:
        return None
    holders = pay.actual.get(held_as.key) if held_as else None
    price = cost_of(pay, post, terms, holders)
    paid = _paid(pay, post, terms, held_as, holders or ())
    return Seat(post, price.pounds, price.why, paid)


def _paid(
    pay: Pay, post: Post, terms: Terms, held_as: Post | None, holders: Sequence[Decimal | None]
) -> Paid | None:
    """At actual pay it is that of the holders, unless all have the one amount of their grade."""
    if terms.basis == ACTUAL:
        grade = pay.grade(post.grade)
        if grade is None or {*holders} != {grade.pounds}:
            return (POST, held_as.key) if held_as else None
    return (GRADE, post.grade) if post.grade else None


def sums(pairs: Sequence[Pair]) -> tuple[Sum, Sum]:
    """What the cost before is made of, and the cost after."""
    return _sum(pair.was for pair in pairs), _sum(pair.becomes for pair in pairs)


def _sum(seats: Iterable[Seat | None]) -> Sum:
    found = defaultdict[Paid, Decimal](Decimal)
    for seat in seats:
        if seat is not None and seat.paid is not None:
            found[seat.paid] += seat.times
    return found
