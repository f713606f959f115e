"""Names of people and amounts of pay in a text that somebody typed.

What an author types is kept as typed, so that it can hold what an edition must not have; what is
known can be looked for. Its one rule: it is found however it is written: “J. Smith”, “Ms Smith”,
“Smith, Jane”, “Jane A. Smith”, “Mrs Anne Smith”, “jane.smith@”, “£71,795”, “71795.00”.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from itertools import takewhile

from posts.spelling import fold

_WORD = re.compile(r"[^\W_]+(?:['’‘-][^\W_]+)*")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_TITLES = {
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady",
    "rev", "revd", "cllr", "councillor",
}  # fmt: skip
_NO_NAMES = {"and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"}
_FARTHEST = 3
"""How many words before a family name may belong to it."""

_LEAST = Decimal(1000)
"""Below this a number is no pay for a year."""


class Names:
    """The names of some people, to be found in texts; `numbers` are of the payroll and the like."""

    def __init__(self, people: Iterable[str], numbers: Iterable[str] = ()) -> None:
        self._by_family = defaultdict[str, list[tuple[str, frozenset[str]]]](list)
        for person in people:
            words = _words(person)
            if words:
                first = frozenset((*words[:-1], *(word[0] for word in words[:-1])))
                self._by_family[words[-1]].append((person, first))
        self._numbers = {fold(number).strip() for number in numbers if number.strip()}

    def in_text(self, text: str) -> Iterator[str]:
        """The people who are named in a text, each once, as their names are recorded."""
        words = _words(text)
        found = dict.fromkeys(
            person
            for nth, word in enumerate(words)
            for person, first in self._by_family.get(word, ())
            if not first or _is_named(first, words, nth)
        )
        yield from found
        yield from dict.fromkeys(word for word in words if word in self._numbers)


def _is_named(first: frozenset[str], words: list[str], nth: int) -> bool:
    """Whether a family name stands beside a first name, an initial or a title.

    Two other names or initials may stand between a first name, or a title, and it.
    """
    before = list(_before(first, words[max(nth - _FARTHEST, 0) : nth]))
    beside = *before, *words[nth + 1 : nth + 2]
    is_full = any(len(word) > 1 and word in first for word in beside)
    is_titled = any(word in _TITLES for word in before)
    return is_full or is_titled or any(word in first for word in before[:1])


def _before(first: frozenset[str], words: list[str]) -> Iterator[str]:
    """The words before a family name that may belong to it, the nearest one first."""
    return takewhile(lambda word: word in first or word not in _NO_NAMES, reversed(words))


def _words(text: str) -> list[str]:
    return [_plain(word) for word in _WORD.findall(fold(_UNSEEN.sub("", text)))]


def _plain(word: str) -> str:
    """A word without the s of a genitive."""
    return re.sub(r"['’‘]s$", "", word)


def amounts_in(text: str, amounts: Collection[Decimal]) -> Iterator[Decimal]:
    """Those of some amounts that stand in a text, in pounds, with or without pence."""
    for found in _AMOUNT.findall(text):
        amount = Decimal(re.sub(r"[^\d.]", "", found))
        if amount >= _LEAST and amount in amounts:
            yield amount
