"""How words are compared: whatever their case, their accents, their sort of apostrophe or dash.

Its one rule: what is made here is compared and sorted by, and never shown.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

_PLAIN = str.maketrans({**dict.fromkeys("‘’ʼ", "'"), **dict.fromkeys("‐‑‒–—−", "-")})
_FIGURES = re.compile(r"([0-9]{1,18})")

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it was looked for."""

Natural = tuple[str | int, ...]


def fold(text: str) -> str:
    """A text as it is compared: Zoë’s and ZOE'S are the same."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.translate(_PLAIN).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_of(text: str) -> tuple[str, ...]:
    """The words that are looked for, as they are compared."""
    return tuple(dict.fromkeys(fold(text).split()))


def has_all(words: Iterable[str], folded: str) -> bool:
    """Whether every word stands somewhere in a folded text."""
    return all(word in folded for word in words)


def natural(text: str) -> Natural:
    """A text as it is sorted: Grade 9 before Grade 10."""
    parts = _FIGURES.split(fold(text))
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))


def spellings(text: str) -> set[str]:
    """The ways in which a database should look for a text that only folds the case of A to Z."""
    plain = text.translate(_PLAIN)
    found = {text, plain, plain.replace("'", "’"), plain.replace("-", "–")}
    if text.isascii():
        return found
    return found | {way for each in found for way in (each.lower(), each.upper(), each.title())}


def marked(text: str, words: Iterable[str]) -> Pieces:
    """A text in pieces: which of it was looked for, and which was not."""
    folded, places = "", list[int]()
    for place, letter in enumerate(text):
        alike = fold(letter)
        folded += alike
        places += [place] * len(alike)
    hits = {
        place
        for word in words
        for start in _starts(word, folded)
        for place in places[start : start + len(word)]
    }
    runs = groupby(range(len(text)), key=lambda place: place in hits)
    return tuple(("".join(text[place] for place in run), is_hit) for is_hit, run in runs)


def _starts(word: str, folded: str) -> Iterator[int]:
    """Where a word begins in a folded text."""
    start = folded.find(word) if word else -1
    while start >= 0:
        yield start
        start = folded.find(word, start + len(word))
