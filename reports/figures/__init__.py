"""The figures that stand in an author's text by name: `[posts deleted]`, `[head of Resources]`.

Each family is a small module whose `figures` gives those of one comparison, and one line here;
`docs/figures.md` lists them all. Its one rule: a name is found whatever its case and spaces, and
what it comes to is only worked out when it is asked for.
"""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import cached_property

from reports.comparison import Comparison
from reports.figures import changes, facts, people, sizes, units
from reports.figures.figure import Figure, by_key, key_of

__all__ = ["FAMILIES", "Figure", "Figures"]

FAMILIES: tuple[Callable[[Comparison], Iterable[Figure]], ...] = (
    facts.figures,
    sizes.figures,
    changes.figures,
    people.figures,
    units.figures,
)

IN_WORDS = " in words"
_LIKENESS, _MOST = 0.6, 3000


class Figures:
    """All the figures of one comparison, by name."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison

    def __iter__(self) -> Iterator[Figure]:
        return iter(self._known.values())

    @cached_property
    def _known(self) -> dict[str, Figure]:
        return by_key(figure for family in FAMILIES for figure in family(self.comparison))

    def get(self, name: str) -> Figure | None:
        """The figure of a name; None if there is none."""
        key = key_of(name)
        return self._known.get(key) or self._known.get(key.removesuffix(IN_WORDS))

    def text(self, name: str) -> str | None:
        """What a figure says in the text; `…, in words` with small numbers as words."""
        figure = self.get(name)
        if figure is None:
            return None
        key = key_of(name)
        spelt = key.endswith(IN_WORDS) and key not in self._known
        return figure.in_words if spelt else figure.text

    def nearest(self, name: str) -> str | None:
        """The name that comes nearest to one that is not there."""
        keys = list(self._known)[:_MOST]
        close = get_close_matches(key_of(name)[:200], keys, 1, _LIKENESS)
        return self._known[close[0]].name if close else None

    def matching(self, typed: str, most: int = 30) -> list[Figure]:
        """The figures that have every word typed in their names: those to pick from."""
        words = key_of(typed).split()
        found = (f for key, f in self._known.items() if all(word in key for word in words))
        return [figure for figure, _ in zip(found, range(most), strict=False)]
