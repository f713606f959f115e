"""Numbers that are typed in a table: a row of Assistant Directors below “Existing”.

Its one rule: the row names a thing that can be counted and nothing else, and the column one of the
two structures.
"""

from reports.checks.claims import Claim
from reports.checks.nouns import Noun
from reports.checks.said import Said
from reports.checks.sides import SIDES
from reports.checks.words import Phrase, numbers, phrase, pieces
from reports.proposal import AFTER, BEFORE

_COLUMNS = SIDES | {"before": BEFORE, "now": BEFORE, "after": AFTER}
_OF_POSTS = {"number", "of", "posts", "structure", "the", "in", "units"}
_NUMBER_OF = ("number", "of")


def tabled(said: Said, labels: dict[Phrase, Noun]) -> Claim | None:
    """The number that a cell of a table gives, where it is plain of what."""
    found = pieces(said.text)
    number = next(numbers(found), None)
    if number is None or number.last - number.first + 1 < len(found):
        return None
    side, noun = _side(said.column or ""), labels.get(_thing(said.row or ""))
    if side is None or noun is None:
        return None
    return Claim(said=said, noun=noun, says={side: number.value}, start=0, end=len(said.text),
                 row=_row(said))  # fmt: skip


def _row(said: Said) -> str:
    """The row as it was typed: “| Assistant Directors | 5 | 4 |”; else its first cell."""
    typed = said.section.text if said.section else ""
    return next((line for line in typed.splitlines() if _has(line, said)), said.row or "")


def _has(line: str, said: Said) -> bool:
    first, *rest = (cell.strip() for cell in line.strip().strip("|").split("|"))
    return first == said.row and said.text in rest


def _side(heading: str) -> str | None:
    """The structure that a column is of; None where it is of neither, or of pay or hours."""
    words = set(phrase(heading))
    sides = {_COLUMNS[word] for word in words & _COLUMNS.keys()}
    is_plain = not words - _COLUMNS.keys() - _OF_POSTS
    return sides.pop() if is_plain and len(sides) == 1 else None


def _thing(label: str) -> Phrase:
    words = phrase(label)
    return words[2:] if words[:2] == _NUMBER_OF else words
