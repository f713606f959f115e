"""Numbers of things that are said to change: “the number of divisions falls from six to four”.

The first is of the existing structure and the second of the proposed one. Its one rule: it is
plain of what both are numbers.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.checks.counted import FILLERS, noun_at
from reports.checks.nouns import Noun, Nouns
from reports.checks.said import Said
from reports.checks.sides import SIDES
from reports.checks.words import Number, Pieces, numbers, pieces

_CHANGES = {
    "is", "are", "will", "would", "be", "being", "reduced", "reduces", "reduce", "cut", "falls",
    "fall", "drops", "drop", "goes", "go", "decreases", "decrease", "decreased", "rises", "rise",
    "grows", "grow", "increases", "increase", "increased", "changes", "change", "therefore", "also",
}  # fmt: skip
_REDUCES = {"reduce", "reduces", "reducing", "cut", "cuts", "cutting", "bring", "brings"}
_GOES_ON = {
    "", ".", ",", ";", ":", ")", "–", "-", "and", "as", "at", "by", "from", "in", "on", "over",
    "overall", "the", "through", "under", "when", "which", "while", "with",
}  # fmt: skip
"""What may follow the second number: anything else would be what it is a number of."""
_ARTICLES = {"the", "our", "its", "all"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """What is said to have been so many, and to become so many."""

    said: Said
    noun: Noun
    was: int
    becomes: int
    start: int
    end: int

    @property
    def words(self) -> str:
        """As it was typed: “from six to four”."""
        return self.said.text[self.start : self.end]


def falls(said: Said, known: Nouns) -> Iterator[Fall]:
    """The numbers of things that are said to change in a text, as they were typed."""
    if said.is_heading:
        return
    found = pieces(said.text)
    by_first = {number.first: number for number in numbers(found)}
    for number in by_first.values():
        if one := _fall(said, found, number, by_first, known):
            yield one


def _fall(
    said: Said, found: Pieces, number: Number, by_first: dict[int, Number], known: Nouns
) -> Fall | None:
    """A change that begins with a number, if one does."""
    named, last = _named_after(found, number.last + 1, known)
    second = by_first.get(last + 2)
    if second is None or found[last + 1].word != "to":
        return None
    is_from = _word(found, number.first - 1) == "from"
    if not is_from and not (named and _is_reduced(found, number.first)):
        return None
    after, end = _named_after(found, second.last + 1, known)
    if after is None and _word(found, end + 1) not in _GOES_ON:
        return None
    noun = named or after or _named_before(found, number.first - 2, known)
    start = found[number.first - is_from].start
    if noun is None or not said.is_typed(start, found[end].end):
        return None
    return Fall(
        said=said, noun=noun, was=number.value, becomes=second.value, start=start,
        end=found[end].end,
    )  # fmt: skip


def _named_after(found: Pieces, at: int, known: Nouns) -> tuple[Noun | None, int]:
    """The thing that is named at a place, with its last piece; None, and the piece before."""
    after = at
    while after < len(found) and found[after].word in FILLERS | SIDES.keys():
        after += 1
    named = noun_at(found, after, known)
    return named or (None, at - 1)


def _named_before(found: Pieces, last: int, known: Nouns) -> Noun | None:
    """The thing that is named before “from”, with only words of change between."""
    while last >= 0 and found[last].word in _CHANGES:
        last -= 1
    for at in range(max(0, last - 7), last + 1):
        named = noun_at(found, at, known)
        if named and named[1] == last and _is_all(found, at):
            return named[0]
    return None


def _is_all(found: Pieces, at: int) -> bool:
    """Whether a name begins the sentence, or stands after “number of”."""
    before = at - 1
    while before >= 0 and found[before].word in _ARTICLES | SIDES.keys() | FILLERS:
        before -= 1
    return _word(found, before) in ("", ".", ";", ":") or (
        _word(found, before) == "of" and _word(found, before - 1) == "number"
    )


def _is_reduced(found: Pieces, first: int) -> bool:
    return bool(_REDUCES & {_word(found, at) for at in range(first - 3, first)})


def _word(found: Pieces, at: int) -> str:
    return found[at].word if 0 <= at < len(found) else ""
