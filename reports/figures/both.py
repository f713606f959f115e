"""What can be counted in both structures: existing, proposed, the difference, and as a sentence.

Its one rule: a difference is that of the two figures, so that the three always agree.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from posts.snapshot import Post, Snapshot
from reports.calling import called
from reports.comparison import Comparison
from reports.counting import count, counted
from reports.counts import Count
from reports.figures.figure import Figure, Value, change_in_words
from reports.making import Part, listed
from reports.proposal import FTE, POSTS

EXISTING, PROPOSED = "existing", "proposed"


@dataclass(frozen=True, kw_only=True)
class Thing:
    """What is counted: “Director posts” by its conditions; `meant` is what stands in its pattern.

    `counts` and `where` are those of a statement (`proposal.Statement`); `also` is another way to
    say it: “Directors”.
    """

    comparison: Comparison
    one: str
    many: str
    meant: str
    says: str
    counts: str = POSTS
    where: Mapping[str, Any] = field(default_factory=dict)
    also: str | None = None
    _known: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def figures(self) -> Iterator[Figure]:
        """All four, and the names of what is counted in each."""
        for side in (EXISTING, PROPOSED):
            yield self.on(side)
        yield self.difference()
        yield self.change()
        if self.counts != FTE:
            yield from (self.names(side) for side in (EXISTING, PROPOSED))

    def on(self, side: str) -> Figure:
        """How many there are in one structure."""
        return Figure(
            name=f"{self.many}, {side}",
            pattern=f"{self.meant}, {side}",
            says=f"{self.says}, in the {side} structure",
            of=lambda: self.count(side),
            posts=(lambda: self.posts(side)) if self.counts == POSTS else None,
            also=(f"{self.also}, {side}",) if self.also else (),
        )

    def difference(self) -> Figure:
        """How many more there will be: “−2”."""
        return Figure(
            name=f"{self.many}, difference",
            pattern=f"{self.meant}, difference",
            says=f"{self.says}: proposed less existing",
            of=lambda: self._difference().signed,
        )

    def change(self) -> Figure:
        """The same in words: “a reduction of two Director posts”."""
        return Figure(
            name=f"change in {self.many}",
            pattern=f"change in {self.meant}",
            says=f"{self.says}: the difference in words",
            of=lambda: change_in_words(self._difference(), self.one, self.many),
            also=(f"change in {self.also}",) if self.also else (),
        )

    def names(self, side: str) -> Figure:
        """What they are called, in the order of the structure."""
        return Figure(
            name=f"names of {self.many}, {side}",
            pattern=f"names of {self.meant}, {side}",
            says=f"{self.says}, in the {side} structure, by name",
            of=lambda: in_a_row(self.parts(side), self.count(side)),
            also=(f"names of {self.also}, {side}",) if self.also else (),
        )

    def count(self, side: str) -> Count:
        """How many there are on one side."""
        found = self._ask(count, side)
        return Count(None, None) if found is None else found

    def parts(self, side: str) -> list[Part]:
        """What is surely counted on one side."""
        return [part for part, is_sure in self._ask(counted, side) if is_sure]

    def posts(self, side: str) -> list[Post]:
        """The posts that are surely counted on one side."""
        return [part for part in self.parts(side) if isinstance(part, Post)]

    def _difference(self) -> Count:
        return self.count(PROPOSED) - self.count(EXISTING)

    def _ask(self, asked: Callable[..., Any], side: str) -> Any:
        """What one side answers; each is asked once, for several figures are made of it."""
        if (asked, side) not in self._known:
            known = self.comparison
            self._known[asked, side] = asked(
                side_of(known, side), self.counts, self.where,
                scope=known.proposal.scope,
                changes=known.changes if "change" in self.where else (),
            )  # fmt: skip
        return self._known[asked, side]


def side_of(comparison: Comparison, side: str) -> Snapshot:
    """The existing or the proposed structure."""
    return comparison.before if side == EXISTING else comparison.after


def in_a_row(parts: Sequence[Part], number: Count) -> Value:
    """The names of parts as a list in a sentence; “none” only where there are surely none."""
    names = listed(called(part) for part in parts)
    if number.exact == 0:
        return "none"
    return names if names is None or number.is_exact else f"{names}, and perhaps others"
