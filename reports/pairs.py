"""A post before and after, as it is paid for, and of what pay a sum over several is made.

Its one rule: a change is only told where the cost is known on both sides, or the same on both.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from posts.snapshot import Post
from reports.worked_out import Sum


@dataclass(frozen=True, slots=True)
class Seat:
    """A post in one of the structures with what it costs, or why that is not known.

    `paid`: what its cost is so many times of: the pay of its grade, by name, or of its holders, by
    the key of their post.
    """

    post: Post
    cost: Decimal | None
    why: str | None
    paid: str | None

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


def sums(pairs: Sequence[Pair]) -> tuple[Sum, Sum]:
    """What the cost before is made of, and the cost after; what differs follows from both."""
    return _sum(pair.was for pair in pairs), _sum(pair.becomes for pair in pairs)


def _sum(seats: Iterable[Seat | None]) -> Sum:
    found = defaultdict[str, Decimal](Decimal)
    for seat in seats:
        if seat is not None and seat.paid is not None:
            found[seat.paid] += seat.times
    return found
