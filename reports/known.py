"""The names that an author's text may use, of one comparison: its figures and its parts.

What they come to is kept from one text to the next, as long as nothing but texts has changed. Its
one rule: looking for what is nearest is dear, and so is only done so often in one text.
"""

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from threading import local

from reports.comparison import Comparison
from reports.figures import Figures
from reports.parts import Parts
from reports.sections.asked import Asked
from reports.sections.blocks import Block

_MOST_LOOKED_FOR, _MOST_PARTS, _MOST_KEPT = 25, 60, 4

_kept = local()


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
        self._made: dict[tuple[str, tuple[str, ...]], Sequence[Block]] = {}
        self._nearest: dict[str, str | None] = {}

    def is_of(self, comparison: Comparison, paper_size: str) -> bool:
        """Whether these are the names of a comparison, in a paper with charts of such a size."""
        asked = self.parts.asked
        return asked.paper_size == paper_size and asked.comparison == comparison

    def begin(self) -> None:
        """Begin another paper: what an earlier one was asked for and had is forgotten."""
        self._nearest.clear()
        self.parts.list_appendices(())

    def figure(self, name: str) -> str | None:
        """What a figure says; None if there is none of that name."""
        return self.figures.text(name)

    def part(self, written: str) -> Sequence[Block] | None:
        """The blocks of a part; None if there is none of that name, or no such option."""
        asked = written, self.parts.asked.appendices
        if asked in self._made:
            return self._made[asked]
        made = self.parts.blocks(written)
        if made is not None and len(self._made) < _MOST_PARTS:
            self._made[asked] = made
        return made

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


def known_of(comparison: Comparison, paper_size: str = "A4") -> Known:
    """The names of a comparison: those that this thread still has of it, else new ones.

    Two comparisons are one where all is equal that figures and parts are made of: everything but
    what is written in the sections.
    """
    comparison = _without_texts(comparison)
    kept: list[Known] = getattr(_kept, "all", [])
    known = next((each for each in kept if each.is_of(comparison, paper_size)), None)
    known = known or Known(comparison, paper_size=paper_size)
    _kept.all = [known, *(each for each in kept if each is not known)][:_MOST_KEPT]
    known.begin()
    return known


def forget() -> None:
    """Keep nothing any more."""
    _kept.all = []


def _without_texts(comparison: Comparison) -> Comparison:
    report = comparison.proposal.report
    if report is None:
        return comparison
    proposal = replace(comparison.proposal, report=replace(report, sections=()))
    return replace(comparison, proposal=proposal)
