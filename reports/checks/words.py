"""Words as the checks look for them: in pieces with their places, and numbers written in letters.

Its one rule: what is not surely a number is none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from posts.spelling import fold

_PIECE = re.compile(
    r"[£$€¶§#]?\d+(?:,\d{3})*(?:\.\d+)*(?:%|[^\W\d_]+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|&|[^\w\s]"
)
_IN_PARTS = re.compile(r"\d{1,4}\.\d{1,2}")
_PLAIN_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,4}")
_YEAR = re.compile(r"(?:19|20)\d\d")

_SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = {word: number for number, word in enumerate(_SMALL) if number}
_WORDS = _UNITS | {word: 10 * number for number, word in enumerate(_TENS, start=2)}


Phrase = tuple[str, ...]
"""A name as it is looked for: its words."""

Firsts = Mapping[str, Sequence[Phrase]]
"""Phrases by the words that they begin with."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, number or mark of a text, as it is compared, and where it stands."""

    word: str
    start: int
    end: int


Pieces = tuple[Piece, ...]


@lru_cache(maxsize=4096)
def pieces(text: str) -> Pieces:
    """The words, numbers and marks of a text in order."""
    found = _PIECE.finditer(text)
    return tuple(Piece(_plain(each[0]), each.start(), each.end()) for each in found)


def runs_of(text: str, by_first: Firsts) -> Iterator[Phrase]:
    """The phrases that stand in a text, of those that are looked for by their first words."""
    words = [piece.word for piece in pieces(text) if is_word(piece.word)]
    for at, word in enumerate(words):
        for each in by_first.get(word, ()):
            if tuple(words[at : at + len(each)]) == each:
                yield each


def by_first_word(phrases: Iterable[Phrase]) -> Firsts:
    """Phrases by the words that they begin with."""
    found = dict[str, list[Phrase]]()
    for each in phrases:
        if each:
            found.setdefault(each[0], []).append(each)
    return found


def _plain(word: str) -> str:
    return "and" if word == "&" else fold(word)


def phrase(text: str) -> Phrase:
    """A name as it is looked for: its words, without marks; & as “and”."""
    return tuple(_plain(each[0]) for each in _PIECE.finditer(text) if is_word(each[0]))


def is_word(piece: str) -> bool:
    """Whether a piece is a word or a number, and not a mark."""
    return piece == "&" or piece[:1].isalnum() or len(piece) > 1


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value, and the pieces that it takes up."""

    value: int | Decimal
    first: int
    last: int


def numbers(found: Pieces, *, with_parts: bool = False) -> Iterator[Number]:
    """The whole numbers of a text, in figures or in words: 5, five, twenty-one, two hundred.

    `with_parts`: those with a part, too, as hours have it: 4.5.
    """
    at = 0
    while at < len(found):
        number = _in_figures(found, at) or _in_words(found, at)
        if with_parts and number is None and _IN_PARTS.fullmatch(found[at].word):
            number = Number(Decimal(found[at].word), at, at)
        if number is not None:
            yield number
        at = number.last + 1 if number else at + 1


def _in_figures(found: Pieces, at: int) -> Number | None:
    word = found[at].word
    if not _PLAIN_NUMBER.fullmatch(word) or _YEAR.fullmatch(word):
        return None
    return Number(int(word.replace(",", "")), at, at)


def _in_words(found: Pieces, at: int) -> Number | None:
    """A number in letters up to hundreds, with its “and” and its hyphen."""
    if dozen := _dozen(found, at):
        return dozen
    value = _WORDS.get(found[at].word)
    if value is None:
        return None
    last = at
    if value >= 20 and _word(found, at + 1) == "-" and _word(found, at + 2) in _UNITS:
        value, last = value + _UNITS[found[at + 2].word], at + 2
    if value < 20 and _word(found, last + 1) == "hundred":
        value, last = value * 100, last + 1
        joined = last + 2 if _word(found, last + 1) == "and" else last + 1
        rest = _in_words(found, joined) if joined < len(found) else None
        if rest is not None and rest.value < 100:
            value, last = value + int(rest.value), rest.last
    return Number(value, at, last)


def _dozen(found: Pieces, at: int) -> Number | None:
    """A dozen, two dozen, half a dozen."""
    first, second, third = (_word(found, at + step) for step in range(3))
    if (first, second, third) == ("half", "a", "dozen"):
        return Number(6, at, at + 2)
    many = 1 if first == "a" else _WORDS.get(first or "")
    return Number(12 * many, at, at + 1) if many and second == "dozen" else None


def _word(found: Pieces, at: int) -> str | None:
    return found[at].word if 0 <= at < len(found) else None
