"""Numbers of things that are said to change: “the number of divisions falls from six to four”.

So are “six divisions become four”, and “falls by six”, which is the difference. The first number is
of the existing structure and the second of the proposed one. Its one rule: it is plain of what both
are numbers.
"""

from collections.abc import Iterator

from reports.checks.claims import Claim
from reports.checks.counted import FILLERS, noun_at
from reports.checks.nouns import ALL_HOURS, ANY_POSTS, Noun, Nouns
from reports.checks.said import Said
from reports.checks.sides import SIDES
from reports.checks.words import Number, Pieces, numbers, pieces
from reports.proposal import AFTER, BEFORE, DIFFERENCE

_FALLS = {
    "reduced", "reduces", "reduce", "reducing", "cut", "cuts", "cutting", "falls", "fall",
    "falling", "drops", "drop", "dropping", "decreases", "decrease", "decreased", "decreasing",
    "shrinks", "shrink", "down",
}  # fmt: skip
_RISES = {
    "rises", "rise", "rising", "grows", "grow", "growing", "increases", "increase", "increased",
    "increasing",
}  # fmt: skip
_CHANGES = _FALLS | _RISES | {
    "is", "are", "will", "would", "be", "being", "goes", "go", "changes", "change", "therefore",
    "also", "to",
}  # fmt: skip
_REDUCES = {
    "reduce", "reduces", "reducing", "cut", "cuts", "cutting", "bring", "brings", "decrease",
    "decreases", "decreasing",
}  # fmt: skip
_INCREASES = {"increase", "increases", "increasing", "raise", "raises", "raising"}
_BECOMES = {
    "become", "becomes", "becoming", "reduced", "cut", "merge", "merged", "merging", "fall",
    "brought", "replaced",
}  # fmt: skip
_LINKS = {"are", "will", "would", "be", "being", "to", "into", "by", "with", "down"}
_GOES_ON = {
    "", ".", ",", ";", ":", ")", "–", "-", "and", "as", "at", "by", "from", "in", "on", "over",
    "overall", "the", "through", "under", "when", "which", "while", "with",
}  # fmt: skip
"""What may follow the second number: anything else would be what it is a number of."""
_ENDS = {"", ".", ",", ";", ":", ")", "(", "–", "and", "overall", "from", "while", "which", "net"}
"""What may follow a difference: anything else may narrow it."""
_STANDS = {
    ("will", "be"): AFTER, ("would", "be"): AFTER, ("is", "currently"): BEFORE,
    ("is", "now"): BEFORE,
}  # fmt: skip
_ARE = {"be", "are", "has", "have", "with"}
_ARTICLES = {"the", "our", "its", "all", "total", "overall"}


def falls(said: Said, known: Nouns) -> Iterator[Claim]:
    """The numbers of things that are said to change in a text, as they were typed."""
    if said.is_heading:
        return
    found = pieces(said.text)
    by_first = {number.first: number for number in numbers(found, with_parts=True)}
    for number in by_first.values():
        one = (
            _from_to(said, found, number, by_first, known)
            or _by(said, found, number, known)
            or _fewer(said, found, number, known)
            or _stands(said, found, number, known)
        )
        is_of_hours = one and one.noun == ALL_HOURS
        if one and said.is_typed(one.start, one.end) and (is_of_hours or _is_whole(one)):
            yield one


def _is_whole(one: Claim) -> bool:
    return all(value % 1 == 0 for value in one.says.values())


def _from_to(
    said: Said, found: Pieces, number: Number, by_first: dict[int, Number], known: Nouns
) -> Claim | None:
    """A change that begins with a number, if one does."""
    named, last = _named_after(found, number.last + 1, known)
    becomes = _becomes(found, last + 1) if named else None
    second = by_first.get(becomes or last + 2)
    is_to = becomes is not None or _word(found, last + 1) == "to"
    if second is None or not is_to:
        return None
    is_from = _word(found, number.first - 1) == "from"
    is_reduced = named and _is_reduced(found, number.first)
    if not (is_from or is_reduced or becomes):
        return None
    after, end = _named_after(found, second.last + 1, known)
    is_of_other = after not in (None, named, ANY_POSTS) and named is not None
    if is_of_other or (after is None and _word(found, end + 1) not in _GOES_ON):
        return None
    noun = named or after or _named_before(found, number.first - 2, known)
    if noun is None:
        return None
    says = {BEFORE: number.value, AFTER: second.value}
    start = found[number.first - is_from].start
    return Claim(said=said, noun=noun, says=says, start=start, end=found[end].end,
                 is_if_all=not is_from and not is_reduced)  # fmt: skip


def _becomes(found: Pieces, at: int) -> int | None:
    """Where the second number begins after “become”, “are merged into”, “are replaced by”."""
    words = list[str]()
    while _word(found, at) in _BECOMES | _LINKS:
        words.append(_word(found, at))
        at += 1
    is_by = not {"by", "with"}.isdisjoint(words) and "replaced" not in words
    return at if _BECOMES & {*words} and not is_by else None


def _by(said: Said, found: Pieces, number: Number, known: Nouns) -> Claim | None:
    """A difference: “the number of posts falls by six”, “reducing posts by six”."""
    by = number.first - 1
    if _word(found, by) != "by" or number.value == 0:
        return None
    after, end = _named_after(found, number.last + 1, known)
    if _word(found, end + 1) not in _ENDS:
        return None
    sign, start = _sign(_word(found, by - 1), _FALLS, _RISES), by - 1
    noun = _named_before(found, by - 1, known) if sign else None
    if noun is None:
        (noun, sign), start = _reduced(found, by - 1, known), by
    if noun is None or not sign or after not in (None, noun):
        return None
    return Claim(said=said, noun=noun, says={DIFFERENCE: sign * number.value},
                 start=found[start].start, end=found[end].end)  # fmt: skip


def _stands(said: Said, found: Pieces, number: Number, known: Nouns) -> Claim | None:
    """“The number of posts will be 46”, “… is currently 52”."""
    side = _STANDS.get((_word(found, number.first - 2), _word(found, number.first - 1)))
    noun = _named_before(found, number.first - 3, known) if side else None
    if noun is None or side is None or _word(found, number.last + 1) not in _ENDS:
        return None
    return Claim(said=said, noun=noun, says={side: number.value},
                 start=found[number.first - 2].start, end=found[number.last].end)  # fmt: skip


def _fewer(said: Said, found: Pieces, number: Number, known: Nouns) -> Claim | None:
    """“There will be six fewer posts.”"""
    after, end = _named_after(found, number.last + 2, known)
    is_fewer = _word(found, number.last + 1) == "fewer" and _word(found, number.first - 1) in _ARE
    if after is None or not is_fewer or _word(found, end + 1) not in _ENDS:
        return None
    return Claim(said=said, noun=after, says={DIFFERENCE: -number.value},
                 start=found[number.first].start, end=found[end].end)  # fmt: skip


def _reduced(found: Pieces, last: int, known: Nouns) -> tuple[Noun | None, int]:
    """The thing before “by” that is reduced or increased, and in which direction."""
    for at in range(max(0, last - 7), last + 1):
        named = noun_at(found, at, known)
        if named and named[1] == last:
            before = at - 1
            while _word(found, before) in _ARTICLES | SIDES.keys() | {"number", "of"}:
                before -= 1
            return named[0], _sign(_word(found, before), _REDUCES, _INCREASES)
    return None, 0


def _sign(word: str, down: set[str], up: set[str]) -> int:
    return -1 if word in down else 1 if word in up else 0


def _named_after(found: Pieces, at: int, known: Nouns) -> tuple[Noun | None, int]:
    """The thing that is named at a place, with its last piece; None, and the piece before."""
    after = at
    while after < len(found) and found[after].word in FILLERS | SIDES.keys():
        after += 1
    named = noun_at(found, after, known)
    return named or (None, at - 1)


def _named_before(found: Pieces, last: int, known: Nouns) -> Noun | None:
    """The thing that is named before “from”, with only words of change between.

    By how many it changes may stand there, too: “posts fall by six, from 52 to 46”.
    """
    last = _before_difference(found, last)
    while last >= 0 and found[last].word in _CHANGES:
        last -= 1
    for at in range(max(0, last - 7), last + 1):
        named = noun_at(found, at, known)
        if named and named[1] == last and _is_all(found, at):
            return named[0]
    return None


def _before_difference(found: Pieces, last: int) -> int:
    """The piece before “by six,”; the last itself where no difference stands there."""
    at = last - 1 if _word(found, last) == "," else last
    every = numbers(found, with_parts=True)
    number = next((each for each in every if each.last == at), None)
    is_by = number is not None and _word(found, number.first - 1) == "by"
    return number.first - 2 if number and is_by else last


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
