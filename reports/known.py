"""The names that an author's text may use, of one comparison: its figures and its parts.

Its one rule: looking for what is nearest is dear, and so is only done so often in one text.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from reports.comparison import Comparison
from reports.figures import Figures
from reports.parts import Parts
from reports.sections.asked import Asked
from reports.sections.blocks import Block

_MOST_LOOKED_FOR = 25


class Known:
    """What `markdown.read` asks for names; `appendices` and `paper_size` are the paper's."""

    def __init__(
        self,
        comparison: Comparison,
        *,
        appendices: tuple[str, ...] = (),
        paper_size: str = "A4",
    ) -> None:
        asked = Asked(comparison=comparison, appendices=appendices, paper_size=paper_size)
        self.figures = Figures(comparison)
        self.parts = Parts(asked, self.figures)
        self._nearest: dict[str, str | None] = {}

    def figure(self, name: str) -> str | None:
        """What a figure says; None if there is none of that name."""
        return self.figures.text(name)

    def part(self, written: str) -> Sequence[Block] | None:
        """The blocks of a part; None if there is none of that name, or no such option."""
        return self.parts.blocks(written)

    def nearest(self, name: str) -> str | None:
        """The figure or part that comes nearest."""
        if name not in self._nearest:
            if len(self._nearest) == _MOST_LOOKED_FOR:
                return None
            near = (self.parts.nearest(name), self.figures.nearest(name))
            found = max(filter(None, near), key=lambda each: _likeness(name, each), default=None)
            self._nearest[name] = found
        return self._nearest[name]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()
