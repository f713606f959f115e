"""What a text says is done to so many: “six posts are deleted”, “the creation of three posts”.

The thing is named where the number is, or was named before: “four posts are deleted and three
created”. What moves to a place may only move to other rooms. Its one rule: what may be done, is
not done or was done before claims nothing.
"""

from collections.abc import Iterator, Sequence

from reports.change import MOVED
from reports.checks.claims import Claim
from reports.checks.counted import Counted, narrows
from reports.checks.done import DEEDS
from reports.checks.said import Said
from reports.checks.words import Number, Pieces, numbers, pieces
from reports.counts import Number as Amount

_DONE = {word: key for key, deed in DEEDS.items() for word in deed.done.split()}
_DOING = {word: key for key, deed in DEEDS.items() for word in deed.doing.split()}
_NAMES = {word: key for key, deed in DEEDS.items() for word in deed.deed.split()}
_BY_ITSELF = {word: key for key, deed in DEEDS.items() for word in deed.by_itself.split()}
_ARE = {
    "are", "will", "would", "be", "to", "being", "also", "therefore", "then", "now", "thus",
    "proposed", "recommended", "planned",
}  # fmt: skip
"""What may stand between a thing and what is done to it."""
_THE = {"the", "all", "a", "total", "of"}
_DOUBTS = {
    "not", "without", "instead", "rather", "than", "avoid", "avoids", "avoided", "avoiding",
    "could", "may", "might", "should", "if", "whether", "were", "have", "has", "had",
}  # fmt: skip
_MARKS = {".", ",", ";", ":", ")", "and"}
_NEAR = 5
_OF_THESE = {"these", "those", "them", "which", "whom", "including", "include", "includes", "such"}
_FIRST = {"phase", "phases", "stage", "stages", "first", "initially", "later", "subsequently"}


def deeds(said: Said, found: Sequence[Counted], *, is_of_part: bool) -> Iterator[Claim]:
    """The numbers of things that something is said to be done to.

    `is_of_part`: the text speaks of one part of the structure.
    """
    by_first = {one.number.first: one for one in found}
    named: Counted | None = None
    for number in numbers(pieces(said.text)) if found else ():
        one = by_first.get(number.first)
        claim = _of_named(one, is_of_part) if one else _of_unnamed(named, number, is_of_part)
        if claim is not None:
            yield claim
        named = one or named


def _of_named(one: Counted, is_of_part: bool) -> Claim | None:
    """“Six posts are deleted”, “to delete six posts”, “the deletion of six posts”."""
    deed, first = _before(one.found, one.number.first)
    last = one.last
    if deed is None and not one.is_part_by_what_is_before:
        deed, last = _after(one.found, one.last + 1)
        first = one.number.first
    if deed is None or one.noun.counts not in DEEDS[deed].of or one.noun.recorded:
        return None
    is_part = is_of_part or one.state is not None or one.is_narrowed
    return _claim(one, deed, (first, last), one.value, is_part=is_part)


def _of_unnamed(named: Counted | None, number: Number, is_of_part: bool) -> Claim | None:
    """“… and three created”: of the thing that was named before it in the sentence."""
    if named is None or number.value < 2:
        return None
    start, end = named.said.bounds(named.start)
    found, first = named.found, number.first
    deed, last = _after(found, number.last + 1)
    if deed is None and _ends(found, number.last + 1):
        (deed, first), last = _before(found, first), number.last
    is_on = found[first - 1].word in ("and", ",")
    is_typed = named.said.is_typed(found[first].start, found[last].end)
    if not (start <= found[first].start < end and is_on and is_typed):
        return None
    if deed is None or named.noun.counts not in DEEDS[deed].of or named.noun.recorded:
        return None
    return _claim(named, deed, (first, last), number.value, is_part=is_of_part)


def _ends(found: Pieces, at: int) -> bool:
    """Whether nothing is counted there: the number is of what was named before."""
    return at >= len(found) or found[at].word in _MARKS


def _claim(
    one: Counted, deed: str, pieces_of: tuple[int, int], value: Amount, *, is_part: bool
) -> Claim | None:
    first, last = pieces_of
    near = {piece.word for piece in one.found[max(0, first - _NEAR) : last]}
    is_narrowed = narrows(one.found, last + 1)
    if near & _DOUBTS or (deed == MOVED and is_narrowed):
        return None
    start, end = one.found[first].start, one.found[last].end
    sentence = {piece.word for piece in pieces(one.said.sentence(start))}
    is_part = is_part or is_narrowed or bool(sentence & (_OF_THESE | _FIRST))
    return Claim(said=one.said, noun=one.noun, says={deed: value}, start=start, end=end,
                 is_part=is_part)  # fmt: skip


def _before(found: Pieces, first: int) -> tuple[str | None, int]:
    """What is done to so many by the words before, and where these begin."""
    at = first - 1
    while at > 0 and found[at].word in _THE:
        at -= 1
    word = found[at].word if at >= 0 else ""
    is_of = at + 1 < first and found[at + 1].word == "of"
    deed = _NAMES.get(word) if is_of else _DOING.get(word)
    return deed, at


def _after(found: Pieces, at: int) -> tuple[str | None, int]:
    """What is done to so many by the words after, and where these end."""
    first = at
    while at < len(found) and found[at].word in _ARE:
        at += 1
    word = found[at].word if at < len(found) else ""
    if word == "for" and at + 1 < len(found) and at > first:
        return _NAMES.get(found[at + 1].word), at + 1
    by_itself = _BY_ITSELF.get(word)
    return _DONE.get(word) or by_itself, min(at, len(found) - 1)
