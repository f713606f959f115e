"""A post before and after, as it is paid for, and whose pay a sum over several would tell.

Its one rule: what one person is paid can also be worked out from what others are paid.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from posts.snapshot import Post


@dataclass(frozen=True, slots=True)
class Seat:
    """A post in one of the structures with what it costs; `held` is how many may hold it.

    `is_taken`: it is known that somebody holds it, or goes over to it.
    """

    post: Post
    cost: Decimal | None
    why: str | None
    held: int
    is_taken: bool = True


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
    def change(self) -> Decimal | None:
        """How much more it costs; None where that cannot be told."""
        if self.is_same:
            return Decimal(0)
        sides = [seat.cost if seat else Decimal(0) for seat in (self.was, self.becomes)]
        if self.open or None in sides:
            return None
        return (sides[1] or Decimal(0)) - (sides[0] or Decimal(0))


def _made_of(post: Post) -> tuple[object, ...]:
    return post.grade, post.fte, post.number, post.certainty


def is_of_one(pairs: Sequence[Pair]) -> bool:
    """Whether the amounts known are of one holder on either side, or in what differs.

    What posts of several holders cost can be worked out from the pay of their grade: one holder
    beside them is one alone, unless the post is new and nobody has it yet.
    """
    held = [_held(pair) for pair in pairs]
    taken = [_held(pair) for pair in pairs if _is_taken(pair)]
    return any(sum(of) == 1 for of in zip(*held, strict=True)) or any(
        of.count(1) == 1 for of in zip(*taken, strict=True)
    )


def _held(pair: Pair) -> tuple[int, int, int]:
    """How many holders the cost before is of, the cost after, and the difference."""
    was, becomes = (
        seat.held if seat is not None and seat.cost is not None else 0
        for seat in (pair.was, pair.becomes)
    )
    return was, becomes, _differing(pair)


def _is_taken(pair: Pair) -> bool:
    """Whether somebody has a post, or did, or will; nobody yet has one that is new."""
    return pair.was is not None or bool(pair.becomes and pair.becomes.is_taken)


def _differing(pair: Pair) -> int:
    """How many holders the difference of the two sums is of, whether or not it is told."""
    costs = [seat.cost or 0 if seat else 0 for seat in (pair.was, pair.becomes)]
    held = (seat.held for seat in (pair.was, pair.becomes) if seat)
    return max(held, default=0) if costs[0] != costs[1] else 0
