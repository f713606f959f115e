"""Numbers of things as they are typed: “the existing four Assistant Director posts”.

Its one rule: what may be a part of something, or about as many, is no number of all there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.checks.nouns import ANY_POSTS, Noun, Nouns
from reports.checks.said import Said
from reports.checks.sides import SIDES, Side, side_of
from reports.checks.words import Number, Pieces, numbers, pieces

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
_HAS = _COMPRISES | {"has", "have"}
_NARROWS = {
    "in", "of", "for", "within", "under", "at", "who", "whose", "that", "which", "with", "from",
    "reporting", "to", "across", "on", "by", "where", "whom", "as", "below", "outside", "fewer",
    "less", "more", "elsewhere", "'", "’",
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
_MARKS = {",", "-", "–", "/", "(", ")"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number of things in a text, as it was typed; `state` narrows it: “interim”."""

    said: Said
    found: Pieces
    number: Number
    noun: Noun
    last: int
    state: str | None

    @property
    def value(self) -> int:
        return self.number.value

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.found[self.number.first].start

    @property
    def words(self) -> str:
        """As it was typed: “four Assistant Director posts”."""
        return self.said.text[self.start : self.found[self.last].end]

    @property
    def side(self) -> Side:
        return side_of(self.said, self.found, self.number.first, self.last)

    def before(self, steps: int = 1) -> str:
        at = self.number.first - steps
        return self.found[at].word if at >= 0 else ""

    def after(self, steps: int = 1) -> str:
        at = self.last + steps
        return self.found[at].word if at < len(self.found) else ""

    @property
    def change(self) -> int | None:
        """The difference that is stated: “a reduction of two Director posts” is −2."""
        if self.before() != "of" or self.before(2) not in _REDUCED | _RAISED:
            return None
        return -self.value if self.before(2) in _REDUCED else self.value

    @property
    def is_part(self) -> bool:
        """Whether only some are meant, or nobody can tell."""
        if self.before() in _PARTLY:
            return True
        if self.before() == "and" and "between" in (self.before(3), self.before(4)):
            return True
        if self.before() == "proposed" and self.before(2) not in _DETERMINERS:
            return True
        if self.before() == "of" and self.before(2) not in ("total", "consists", "consist", "up"):
            return True
        return self.is_narrowed

    @property
    def is_narrowed(self) -> bool:
        """Whether what follows makes them some of all: “posts in Fostering”."""
        following = (self.after(step) for step in (2, 3, 4))
        meant = next((word for word in following if word not in _OUR and word not in SIDES), "")
        return self.after() in _NARROWS and meant not in _WHOLES

    @property
    def means_all(self) -> bool:
        """Whether surely all there are are meant: “the existing four”, “there are four”."""
        one, two, three = (self.before(step) for step in (1, 2, 3))
        if one in _HAS and _WHOLES & {two, three}:
            return True
        if self.noun == ANY_POSTS:
            return False
        if one in SIDES:
            return bool(_ALL & {two, three})
        if one == "all" or (one, two) == ("of", "total"):
            return True
        between = {piece.word for piece in self.found[self.number.last : self.last]}
        if between & SIDES.keys() and "new" not in between:
            return one in _ALL
        return one in _COMPRISES or (one in ("are", "be") and "there" in (two, three))


def counted(said: Said, known: Nouns) -> Iterator[Counted]:
    """The numbers of things in a text that were typed; of one thing nothing can be told."""
    if said.is_heading:
        return
    found = pieces(said.text)
    for number in numbers(found):
        is_typed = said.is_typed(found[number.first].start, found[number.last].end)
        if number.value > 1 and is_typed and (one := _noun_after(said, found, number, known)):
            yield one


def _noun_after(said: Said, found: Pieces, number: Number, known: Nouns) -> Counted | None:
    """The thing that is counted: words of side and state may stand between."""
    state = None
    for at in range(number.last + 1, len(found)):
        word = found[at].word
        if named := noun_at(found, at, known):
            noun, last = named
            return Counted(said=said, found=found, number=number, noun=noun, last=last, state=state)
        if word in _STATES:
            state = word
        elif word not in FILLERS and word not in SIDES:
            return None
    return None


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
