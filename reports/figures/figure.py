"""A figure as a value: the name that stands for it in a text, and what it then says.

Its one rule: what is not known says so, in the words of `counts`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from posts.naming import NOT_STATED
from posts.snapshot import Post
from posts.spelling import fold
from reports.counts import Count, Number, in_figures

Value = Count | str | None
"""What a figure comes to: a count, or words; None where it is not stated."""

_SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
_PARTED = re.compile(r"[\s,]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure by its name, as a clerk would say it: “Director posts, existing”.

    `pattern` is the name that it is one of: “CATEGORY posts, existing”. `of` finds what it comes
    to, when it is asked for. `posts` are those that it counts, where it counts posts. It is found
    by the names in `also`, too.
    """

    name: str
    says: str
    of: Callable[[], Value]
    pattern: str | None = None
    posts: Callable[[], Sequence[Post]] | None = None
    also: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What stands in the text in its place."""
        return as_text(self.of())

    @property
    def in_words(self) -> str:
        """The same with small numbers as words: “five”."""
        value = self.of()
        return in_words(value) if isinstance(value, Count) else as_text(value)


def as_text(value: Value) -> str:
    """A count in figures, words as they are, “not stated” for what is not."""
    return NOT_STATED if value is None or value == "" else str(value)


def in_words(count: Count) -> str:
    """A count with its small numbers as words: “five”, “at least two”."""
    if count == Count(0, None) or (count.low is None and count.high is None):
        return str(count)
    low, high = (None if end is None else number_word(end) for end in (count.low, count.high))
    if low is None or high is None:
        return f"at most {high}" if low is None else f"at least {low}"
    return low if low == high else f"{low} to {high}"


def number_word(number: Number) -> str:
    """“two” up to twelve, and figures above: “13”, “2.5”."""
    if number == int(number) and 0 <= number < len(_SMALL):
        return _SMALL[int(number)]
    return in_figures(number)


def change_in_words(change: Count, one: str, many: str) -> str:
    """A difference as a sentence has it: “a reduction of two Director posts”."""
    of = many if one == many else f"the number of {many}"
    if change.exact == 0:
        return f"no change in {of}"
    if change.low is not None and change.low > 0:
        return f"an increase of {_size(change, one, many)}"
    if change.high is not None and change.high < 0:
        return f"a reduction of {_size(-change, one, many)}"
    return f"a change in {of} that cannot be computed"


def _size(size: Count, one: str, many: str) -> str:
    """“two Director posts”, “at least one post”."""
    last = size.low if size.high is None else size.high
    return f"{in_words(size)} {one if last == Decimal(1) else many}"


def key_of(name: str) -> str:
    """A name as it is looked up: whatever its case, spaces, commas and sort of apostrophe."""
    return _PARTED.sub(" ", fold(name).replace("&", "and")).strip()


def by_key(figures: Iterable[Figure]) -> dict[str, Figure]:
    """Figures by what they are looked up by; of two of one name the first."""
    known = list(figures)
    found = dict[str, Figure]()
    for figure in known:
        found.setdefault(key_of(figure.name), figure)
    for figure in known:
        for name in figure.also:
            found.setdefault(key_of(name), figure)
    return found
