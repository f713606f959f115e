"""A count that says how sure it is: from a least to a most, either of which may be unknown.

Its one rule: what is not known is an end left open, and never nought.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

Number = int | Decimal

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Count:
    """From `low` to `high`, both included; None where there is no telling."""

    low: Number | None
    high: Number | None

    @property
    def is_exact(self) -> bool:
        """Whether there is only one number that it can be."""
        return self.low is not None and self.low == self.high

    @property
    def exact(self) -> Number | None:
        """The one number that it can be; None if there are others."""
        return self.low if self.is_exact else None

    @property
    def is_known(self) -> bool:
        """Whether it says anything: “at least 0” does not."""
        return bool(self.low) or self.high is not None

    def __contains__(self, number: Number) -> bool:
        return not (self.is_under(number) or self.is_over(number))

    def is_over(self, number: Number) -> bool:
        """Whether it is more than a number, however it turns out."""
        return self.low is not None and number < self.low

    def is_under(self, number: Number) -> bool:
        """Whether it is less than a number, however it turns out."""
        return self.high is not None and number > self.high

    def __add__(self, other: "Count") -> "Count":
        return Count(_sum(self.low, other.low), _sum(self.high, other.high))

    def __neg__(self) -> "Count":
        return Count(_negative(self.high), _negative(self.low))

    def __sub__(self, other: "Count") -> "Count":
        """How many more; nothing can be told of it if nothing is known of one of the two."""
        return self + -other if self.is_known and other.is_known else Count(None, None)

    def __str__(self) -> str:
        return "not stated" if self == Count(0, None) else self._in_words(in_figures)

    @property
    def signed(self) -> str:
        """As a difference: “+2”, “−1”, “at least −1”."""
        return self._in_words(in_signed_figures)

    def _in_words(self, figures: Callable[[Number], str]) -> str:
        low, high = (None if end is None else figures(end) for end in (self.low, self.high))
        if low is None and high is None:
            return "cannot be computed"
        if low is None or high is None:
            return f"at most {high}" if low is None else f"at least {low}"
        return low if low == high else f"{low} to {high}"


NONE = Count(0, 0)


def added(counts: Iterable[Count]) -> Count:
    """All of them together."""
    low: Number = 0
    high: Number | None = 0
    for count in counts:
        low += count.low or 0
        high = None if high is None or count.high is None else high + count.high
    return Count(low, high)


def in_figures(number: Number) -> str:
    """A number as it is printed: no idle noughts, thousands parted, a true minus sign."""
    value = Decimal(number).normalize()
    return f"{value:,f}".replace("-", MINUS)


def in_signed_figures(number: Number) -> str:
    """A difference as it is printed: “+2”, “−1”, “0”."""
    return f"+{in_figures(number)}" if number > 0 else in_figures(number)


def _sum(one: Number | None, other: Number | None) -> Number | None:
    return None if one is None or other is None else one + other


def _negative(number: Number | None) -> Number | None:
    return None if number is None else -number
