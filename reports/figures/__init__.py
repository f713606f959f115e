"""The figures that stand in an author's text by name: `[posts deleted]`, `[head of Resources]`.

Each family is a small module whose `figures` gives those of one comparison, and one line here;
`docs/figures.md` lists them all. Its one rule: a name is found whatever its case and spaces, and
what it comes to is only worked out when it is asked for.
"""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import partial
from itertools import islice

from posts.spelling import has_all
from reports.comparison import Comparison
from reports.figures import changes, facts, money, people, sizes, units
from reports.figures.figure import Figure, by_key, key_of

__all__ = ["FAMILIES", "Family", "Figure", "Figures"]

Family = Callable[[Comparison], Iterable[Figure]]

FAMILIES: tuple[Family, ...] = (
    facts.figures,
    sizes.figures,
    changes.figures,
    people.figures,
    money.figures,
    units.figures,
)

IN_WORDS = " in words"
_LIKENESS, _MOST, _LONGEST = 0.6, 3000, 200


class Figures:
    """All the figures of one comparison, by name; a family is only made when one may be in it."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._made: list[dict[str, Figure]] = []
        self._of_edition = by_key(_of_edition(comparison))

    def __iter__(self) -> Iterator[Figure]:
        for known in self._families():
            yield from {figure.name: figure for figure in known.values()}.values()

    def _families(self) -> Iterator[dict[str, Figure]]:
        """The figures of each family, by what they are looked up by."""
        for nth, family in enumerate(FAMILIES):
            if nth == len(self._made):
                self._made.append(by_key(family(self.comparison)))
            yield self._made[nth]

    def _find(self, key: str) -> Figure | None:
        """A figure: as the edition has it, where that is not what it comes to."""
        if key in self._of_edition:
            return self._of_edition[key]
        return next((known[key] for known in self._families() if key in known), None)

    def get(self, name: str) -> Figure | None:
        """The figure of a name; None if there is none."""
        key = key_of(name)
        return self._find(key) or self._find(key.removesuffix(IN_WORDS))

    def text(self, name: str) -> str | None:
        """What a figure says in the text; `…, in words` with small numbers as words."""
        key = key_of(name)
        if figure := self._find(key):
            return figure.text
        spelt = self._find(key.removesuffix(IN_WORDS))
        return spelt.in_words if spelt else None

    def nearest(self, name: str) -> str | None:
        """The name that comes nearest to one that is not there."""
        names = {key_of(figure.name): figure.name for figure in islice(self, _MOST)}
        close = get_close_matches(key_of(name)[:_LONGEST], names, 1, _LIKENESS)
        return names[close[0]] if close else None

    def matching(self, typed: str, most: int = 30) -> list[Figure]:
        """The figures that have every word typed in their names: those to pick from."""
        words = key_of(typed).split()
        found = (each for each in self if has_all(words, key_of(each.name)))
        return list(islice(found, most))


def _of_edition(comparison: Comparison) -> Iterator[Figure]:
    """The figures of which an edition says that they are left out, or what they are in truth."""
    for name, words in comparison.left_out.figures.items():
        yield Figure(name=name, says="As this edition has it", of=partial(str, words))
