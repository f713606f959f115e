"""A number that a text gives of the whole of a thing: before, after, between them, or of a deed.

“From six to four” claims six before and four after; “falls by six” a difference of six; “six posts
are deleted” that so many are. Its one rule: each number is held against the count of its own side.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.checks.nouns import Noun
from reports.checks.said import Said
from reports.checks.sizes import Sizes
from reports.counts import Count, Number
from reports.proposal import BEFORE


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is claimed of a thing, by side (`Sizes.of`), and the words in which it is.

    `is_part`: there may be more than that. `is_if_all`: the whole is only meant where the first
    number is that of all there are before: “five divisions become three”. `row` is that of a table.
    """

    said: Said
    noun: Noun
    says: Mapping[str, Number]
    start: int
    end: int
    is_part: bool = False
    is_if_all: bool = False
    row: str | None = None

    @property
    def words(self) -> str:
        """As it was typed: “from six to four”; of a cell, with its row and its column."""
        typed = self.said.text[self.start : self.end]
        return f"{self.said.row}, {self.said.column}: {typed}" if self.row else typed

    def contradicted(self, sizes: Sizes) -> dict[str, Count]:
        """What there is, by the sides of which another number is claimed."""
        given = {side: sizes.of(self.noun, side) for side in self.says}
        if self.is_if_all and given[BEFORE].exact != self.says[BEFORE]:
            return {side: of for side, of in given.items() if of.is_under(self.says[side])}
        return {side: of for side, of in given.items() if self._is_wrong(of, self.says[side])}

    def _is_wrong(self, given: Count, value: Number) -> bool:
        return given.is_under(value) or (given.is_over(value) and not self.is_part)
