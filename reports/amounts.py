"""An amount in pounds with what is missing from it.

Its one rule: what is not known is named, and never nought.
"""

from dataclasses import dataclass
from decimal import Decimal

from posts.naming import NOT_STATED
from reports.left_out import LEFT_OUT
from reports.pay import pounds_in_words


@dataclass(frozen=True, slots=True)
class Lack:
    """What is missing from an amount: of what, and why. `key` is that of the post, if it is one."""

    key: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Amount:
    """What is known of an amount, and what is missing from it; an edition may be without it."""

    pounds: Decimal = Decimal(0)
    lacks: tuple[Lack, ...] = ()
    is_left_out: bool = False

    @property
    def exact(self) -> Decimal | None:
        """The amount, where nothing is missing from it."""
        return None if self.lacks or self.is_left_out else self.pounds

    def __str__(self) -> str:
        if self.is_left_out:
            return LEFT_OUT
        if not self.lacks:
            return pounds_in_words(self.pounds)
        return f"at least {pounds_in_words(self.pounds)}" if self.pounds else NOT_STATED


OUT = Amount(is_left_out=True)
"""An amount that an edition is without."""
