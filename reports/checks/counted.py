"""Numbers of things as they are typed: “the existing four Assistant Director posts”.

Numbers that are told in a row are read together: of “has five divisions and 39 posts” both are of
all, and in “46 posts in four divisions” the divisions may be all there are.
Its one rule: what may be a part of something, or about as many, is no number of all there are.
"""

from dataclasses import dataclass, replace
from typing import Self

from reports.checks.nouns import ALL_HOURS, ANY_POSTS, Noun, Nouns
from reports.checks.said import Said
from reports.checks.sides import SIDES, Side, side_of
from reports.checks.words import Number, Pieces, numbers, pieces
from reports.counts import Number as Amount

FILLERS = {"key", "main", "substantive"}
"""What may stand between a number and its thing."""

_STATES = {"interim", "vacant", "acting"}
_PARTLY = {
    "other", "others", "further", "additional", "another", "extra", "more", "least", "most",
    "than", "about", "around", "approximately", "some", "nearly", "almost", "over", "under",
    "first", "last", "next", "every", "each", "per", "any", "between", "to", "or", "by", "these",
    "those", "remaining", "up", "only", "both", "tier", "level", "grade", "paragraph", "section",
    "phase", "appendix", "which", "whom", "recommendation", "page", "-", "–", "/", "not", "longer",
    "former", "previous", "old", "original", "were", "was", "had",
}  # fmt: skip
"""What before a number makes it one of a part, or no number of things at all."""

_ALL = {"the", "all", "its", "their", "our"}
_COMPRISES = {"comprises", "comprise", "comprising"}
_HAS = _COMPRISES | {"has", "have", "contains", "contain"}
_IN_A_ROW = {"and", ","}
_WITHIN = {"in", "within", "across", "over"}
_NARROWS = {
    "in", "of", "for", "within", "under", "at", "who", "whose", "that", "which", "with", "from",
    "reporting", "to", "across", "on", "by", "where", "whom", "as", "below", "outside", "fewer",
    "less", "more", "elsewhere", "'", "’", "than", "each", "apiece", "per",
}  # fmt: skip
"""What after a name makes it one of a part."""

_OUR = {"the", "this", "our", "its"}
_DETERMINERS = _OUR | {"", ".", ";", ":", ",", "these", "those", "and"}
"""What “proposed” is no verb after."""
_WHOLES = {
    "structure", "structures", "directorate", "department", "council", "restructure", "total",
}  # fmt: skip
_REDUCED = {"reduction", "decrease", "loss", "fall", "cut"}
_RAISED = {"increase", "rise"}
_ENDS = {
    "", ".", ",", ";", ":", ")", "(", "–", "-", "and", "but", "while", "in", "across", "within",
    "overall", "altogether", "now", "today",
}  # fmt: skip
"""What may follow a number of all: a verb would begin a clause of its own."""
_MADE = {"consists", "consist", "up"}
_ARTICLES = {"the", "all", "a", "total", "of"}
_MARKS = {",", "-", "–", "/", "(", ")"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number of things in a text, as it was typed; `state` narrows it: “interim”.

    `follows` is the one before it in a row; `within` the one that it is said to be in, and `beyond`
    the last piece of that where it is of all there are, so that it narrows nothing.
    """

    said: Said
    found: Pieces
    number: Number
    noun: Noun
    last: int
    state: str | None
    follows: "Counted | None" = None
    within: "Counted | None" = None
    beyond: int | None = None

    @property
    def value(self) -> Amount:
        return self.number.value

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.found[self.number.first].start

    @property
    def words(self) -> str:
        """As it was typed: “four Assistant Director posts”."""
        return self.said.text[self.start : self.end]

    @property
    def side(self) -> Side:
        return side_of(self.said, self.found, self.number.first, self.last)

    @property
    def end(self) -> int:
        """Where its name ends in the text."""
        return self.found[self.last].end

    @property
    def is_typed(self) -> bool:
        """Whether an author typed the number."""
        return self.said.is_typed(self.start, self.found[self.number.last].end)

    def in_all_of_them(self) -> Self:
        """The same where what it is said to be in is all there is."""
        return replace(self, beyond=self.within.last) if self.within else self

    def before(self, steps: int = 1) -> str:
        at = self.number.first - steps
        return self.found[at].word if at >= 0 else ""

    def after(self, steps: int = 1) -> str:
        at = (self.beyond or self.last) + steps
        return self.found[at].word if at < len(self.found) else ""

    @property
    def change(self) -> Amount | None:
        """The difference that is stated: “a reduction of two Director posts” is −2."""
        if self.before() != "of" or self.before(2) not in _REDUCED | _RAISED:
            return None
        return -self.value if self.before(2) in _REDUCED else self.value

    @property
    def is_part(self) -> bool:
        """Whether only some are meant, or nobody can tell."""
        if self.is_part_by_what_is_before or self.is_narrowed:
            return True
        return self.before() == "of" and self.before(2) not in _MADE | {"total"}

    @property
    def is_part_by_what_is_before(self) -> bool:
        """Whether the words before a number make it one of some: “the other six posts”."""
        if self.before() in _PARTLY:
            return True
        if self.before() == "and" and "between" in (self.before(3), self.before(4)):
            return True
        return self.before() == "proposed" and self.before(2) not in _DETERMINERS

    @property
    def is_narrowed(self) -> bool:
        """Whether what follows makes them some of all: “posts in Fostering”."""
        return narrows(self.found, (self.beyond or self.last) + 1)

    @property
    def is_of_the_whole(self) -> bool:
        """Whether the structure is said to have so many, by itself or in a row."""
        if self.noun in (ANY_POSTS, ALL_HOURS) and self.after() not in _ENDS | _NARROWS:
            return False
        if self.follows is not None:
            return self.follows.is_of_the_whole
        words = [self.before(step) for step in range(1, 7)]
        at = next((nth for nth, word in enumerate(words) if word not in _ARTICLES), 0)
        return words[at] in _HAS | _MADE and bool(_WHOLES & {*words[at + 1 : at + 4]})

    @property
    def means_all(self) -> bool:
        """Whether surely all there are are meant: “the existing four”, “there are four”."""
        if self.is_of_the_whole:
            return True
        if self.noun in (ANY_POSTS, ALL_HOURS):
            return self.is_there and self.is_in_the_whole
        if self.follows is not None and self.follows.means_all:
            return True
        one, two, three = (self.before(step) for step in (1, 2, 3))
        if one in SIDES:
            return bool(_ALL & {two, three})
        if one == "all" or (one, two) == ("of", "total"):
            return True
        between = {piece.word for piece in self.found[self.number.last : self.last]}
        if between & SIDES.keys() and "new" not in between:
            return one in _ALL
        return one in _COMPRISES or self.is_there

    @property
    def is_there(self) -> bool:
        """“There are four”, “there will be four”."""
        one, two, three = (self.before(step) for step in (1, 2, 3))
        return one in ("are", "be") and "there" in (two, three)

    @property
    def is_in_the_whole(self) -> bool:
        """“46 posts in the new structure”, and nothing that narrows that."""
        words = [self.after(step) for step in range(1, 6)]
        at = next((nth for nth, word in enumerate(words) if word in _WHOLES), 0)
        between = {*words[1:at]}
        return (
            at > 0
            and words[0] in _WITHIN
            and between <= _OUR | SIDES.keys()
            and (words[at + 1] in _ENDS if at < len(words) - 1 else False)
        )


def counted(said: Said, known: Nouns) -> list[Counted]:
    """The numbers of things in a text that were typed; of one thing nothing can be told."""
    if said.is_heading:
        return []
    pieces_of, found = pieces(said.text), list[Counted]()
    for number in numbers(pieces_of, with_parts=True):
        if number.value > 1 and (one := _noun_after(said, pieces_of, number, known)):
            found.append(_in_a_row(found[-1], one) if found else one)
    read = (_within(one, found[nth + 1 :]) for nth, one in enumerate(found))
    return [each for each in read if each.is_typed]


def _in_a_row(last: Counted, one: Counted) -> Counted:
    """A number that stands right after another, with “and” between: of as much as that."""
    is_next = one.after() in _ENDS and _are_between(last, one, _IN_A_ROW)
    return replace(one, follows=last) if is_next else one


def _within(one: Counted, rest: list[Counted]) -> Counted:
    """A number that is said to be in so many of another thing."""
    if not rest or rest[0].noun == one.noun or one.after() not in _WITHIN:
        return one
    is_in = _are_between(one, rest[0], _WITHIN | _ALL)
    return replace(one, within=rest[0]) if is_in else one


def _are_between(one: Counted, other: Counted, words: set[str]) -> bool:
    """Whether nothing stands between two numbers but some of these words."""
    between = {piece.word for piece in one.found[one.last + 1 : other.number.first]}
    return bool(between) and between <= words


def _noun_after(said: Said, found: Pieces, number: Number, known: Nouns) -> Counted | None:
    """The thing that is counted: words of side and state may stand between."""
    state = None
    for at in range(number.last + 1, len(found)):
        word = found[at].word
        if named := noun_at(found, at, known):
            noun, last = named
            if number.value % 1 and noun != ALL_HOURS:
                return None
            return Counted(said=said, found=found, number=number, noun=noun, last=last, state=state)
        if word in _STATES:
            state = word
        elif word not in FILLERS and word not in SIDES:
            return None
    return None


def narrows(found: Pieces, at: int) -> bool:
    """Whether what begins at a place makes what stands before it some of all."""
    first, *following = [*(piece.word for piece in found[at : at + 4]), ""]
    meant = next((word for word in following if word not in _OUR and word not in SIDES), "")
    return first in _NARROWS and meant not in _WHOLES


def noun_at(found: Pieces, at: int, known: Nouns) -> tuple[Noun, int] | None:
    """The thing that is named at a place, with the last piece of its name."""
    if at >= len(found):
        return None
    for name, noun in known.get(found[at].word, ()):
        if (last := _matches(found, at, name)) is not None:
            return noun, last
    return None


def _matches(found: Pieces, at: int, name: tuple[str, ...]) -> int | None:
    """The last piece of a name that begins at a place; marks within it do not matter."""
    for nth, word in enumerate(name):
        while nth and at < len(found) and found[at].word in _MARKS:
            at += 1
        if at >= len(found) or found[at].word != word:
            return None
        at += 1
    return at - 1
