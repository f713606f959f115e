"""What the meeting is asked, with the figures that stand in it by their names.

Its one rule: a name that no figure has stays as it was typed, and is told.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reports.comparison import Comparison
from reports.figures import Figures
from reports.markdown.runs import Inline
from reports.sections.blocks import Block, Run


@dataclass(frozen=True)
class _Names:
    """Figures alone: a chart or a table has no place in a recommendation."""

    figures: Figures

    def figure(self, name: str) -> str | None:
        return self.figures.text(name)

    def part(self, written: str) -> Sequence[Block] | None:
        return None

    def nearest(self, name: str) -> str | None:
        return self.figures.nearest(name)


def runs_of(
    text: str, figures: Figures, on_unknown: Callable[[str], None] = lambda name: None
) -> tuple[Run, ...]:
    """The words of a recommendation; `on_unknown` is told each name that no figure has."""
    return Inline(_Names(figures), on_unknown, is_within=True).read_plain(text)


def with_figures(comparison: Comparison) -> Comparison:
    """The comparison with its recommendations as they read."""
    asked = comparison.proposal.recommendations
    if not any("[" in each.text for each in asked):
        return comparison
    figures = Figures(comparison)
    read = tuple(
        replace(each, text="".join(run.text for run in runs_of(each.text, figures)))
        for each in asked
    )
    return replace(comparison, proposal=replace(comparison.proposal, recommendations=read))
