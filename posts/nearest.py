"""The name that comes nearest to what somebody typed, where nothing has it.

Its one rule: it is bounded, however many names there are.
"""

import difflib
from collections.abc import Iterable, Sequence

from posts.spelling import fold

_MOST = 2000
"""Among so many words the nearest is looked for."""

_LIKENESS = 0.7
"""How alike two words must be, out of one."""

_MARKS = " \t\n.,;:()[]/&'\"-"


def nearest(words: Sequence[str], names: Iterable[str]) -> str | None:
    """The name with the most of the words that come nearest to those typed; None if none has."""
    said = {name: _words(name) for name in names}
    known = list(dict.fromkeys(word for words in said.values() for word in words))[:_MOST]
    meant = {
        close for word in words for close in difflib.get_close_matches(word, known, 1, _LIKENESS)
    }
    if not meant:
        return None
    return max(said, key=lambda name: len(meant.intersection(said[name])))


def _words(name: str) -> list[str]:
    words = (word.strip(_MARKS) for word in fold(name).replace("/", " ").split())
    return [word for word in words if word and not word.isdecimal()]
