"""What is recorded of staff so far, in figures: each unit by itself, as the report says it.

Its one rule: posts, people and contracts stand apart, and each is the figure of its name.
"""

from dataclasses import dataclass

from reports.comparison import Comparison
from reports.figures import Figures

_SHOWN = (
    ("posts at risk", "Posts at risk"),
    ("posts whose holders are in a ring-fence", "Posts in a ring-fence"),
    ("vacancies deleted", "Vacancies deleted"),
    ("people affected", "People affected"),
    ("contracts affected", "Contracts affected"),
    ("people at risk", "People at risk"),
    ("proposed dismissals", "Proposed dismissals"),
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure: what it counts, what it comes to, and by which name a text has it."""

    words: str
    text: str
    name: str


def sums(comparison: Comparison) -> list[Sum]:
    """What is recorded so far."""
    figures = Figures(comparison)
    return [Sum(words, figures.text(name) or "not stated", name) for name, words in _SHOWN]
