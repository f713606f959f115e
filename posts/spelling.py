"""How words are compared: whatever their case, their accents, their sort of apostrophe or dash.

Its one rule: what is made here is compared and sorted by, and never shown.
"""

import re
import unicodedata
from collections.abc import Iterable

_PLAIN = str.maketrans({**dict.fromkeys("‘’ʼ", "'"), **dict.fromkeys("‐‑‒–—−", "-")})
_FIGURES = re.compile(r"([0-9]{1,18})")

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
