"""Which of the two structures a sentence speaks of: the existing one or the proposed one.

Its one rule: a sentence that could speak of either speaks of neither.
"""

import re

from reports.checks.said import Said
from reports.checks.words import Pieces
from reports.proposal import AFTER, BEFORE

Side = str | None
"""BEFORE, AFTER, or None: there is no telling."""

SIDES = {
    "existing": BEFORE, "present": BEFORE, "current": BEFORE, "proposed": AFTER, "new": AFTER,
    "future": AFTER,
}  # fmt: skip
"""The words by which a thing is said to be of one structure."""

_NOW = re.compile(
    r"\b(?:at present|currently|at the moment|(?:existing|present|current) structure)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:there (?:will|would) be|(?:will|would) (?:have|comprise|consist|be made up|be organised)"
    r"|(?:proposed|new|future) structure|(?:is|are) proposed"
    r"|proposed (?:that there be|to have))\b",
    re.IGNORECASE,
)


def side_of(said: Said, found: Pieces, first: int, last: int) -> Side:
    """The structure that a number from its first piece to the end of its noun is of."""
    near = [piece.word for piece in found[max(0, first - 1) : last + 1]]
    sides = {SIDES[word] for word in near if word in SIDES}
    if sides:
        return sides.pop() if len(sides) == 1 else None
    sentence = said.sentence(found[first].start)
    is_now, is_then = bool(_NOW.search(sentence)), bool(_THEN.search(sentence))
    if is_now == is_then:
        return None
    return BEFORE if is_now else AFTER
