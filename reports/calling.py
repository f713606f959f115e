"""What units and posts are called in a sentence: their names, numbers and the council's own words.

Its one rule: a level is called what the council calls it, and a thing without a name is not given
one.
"""

from collections.abc import Iterable

from posts.snapshot import Post, Snapshot, Unit
from reports.counts import NONE, Count
from reports.making import Part, listed


def called(part: Part, name: str | None = None) -> str:
    """A unit or post as a sentence names it, with how many alike: “Head teacher (2 posts)”.

    `name` is what it is called where its own name could be mistaken for that of another.
    """
    if isinstance(part, Unit):
        alike = None if part.number in (1, None) else f"{part.number}"
        return _with(alike, part.name, name)
    if part.title is None:
        return _untitled(part)
    if part.number is None:
        return _with("number of posts not stated", part.title, name)
    return _with(None if part.number == 1 else f"{part.number} posts", part.title, name)


def _with(alike: str | None, own: str, name: str | None) -> str:
    """A name with how many alike, in one pair of brackets where it has some already."""
    if alike is None:
        return name or own
    return f"{own} ({alike})" if name in (None, own) else f"{name[:-1]}; {alike})"


def _untitled(post: Post) -> str:
    what = f"{post.category} post" if post.category else "post"
    if post.number is None:
        return f"{what}s (number and title not stated)"
    if post.number == 1:
        return f"{_article(what)} {what} (title not stated)"
    return f"{post.number} {what}s (title not stated)"


def called_by_key(snapshot: Snapshot, key: str | None) -> str | None:
    """What a key is called; None where it is not there."""
    part = snapshot.units.get(key or "") or snapshot.posts.get(key or "")
    return called(part, snapshot.called(part.key)) if part is not None else None


def is_many(part: Part) -> bool:
    """Whether a sentence about it is in the plural, as where its number is not stated."""
    return part.number is None or part.number > 1


def capital(text: str) -> str:
    """The text with its first letter as a capital; the others as they are."""
    return text[:1].upper() + text[1:]


def kind_of(unit: Unit) -> str:
    """What the council calls such a unit; “unit” where it has no word."""
    return unit.kind or "unit"


def counted(parts: Iterable[tuple[Part, bool]], side: str = "") -> str:
    """How many of each kind: “4 sections and 2 services”; what is uncertain as a range."""
    numbers = dict[str, Count]()
    for part, sure in parts:
        word = side + (kind_of(part) if isinstance(part, Unit) else "post")
        number = Count(1, None) if part.number is None else Count(part.number, part.number)
        numbers[word] = numbers.get(word, NONE) + (number if sure else Count(0, number.high))
    return listed(_counted(word, number) for word, number in numbers.items()) or "none"


def _counted(word: str, number: Count) -> str:
    if number.low == 0 and number.high is None:
        return f"{plural(word)} (number not stated)"
    last = number.low if number.high is None else number.high
    return f"{number} {word if last == 1 else plural(word)}"


def plural(word: str) -> str:
    """More than one of what the council calls a level: “agencies”, “branches”, “divisions”."""
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


def _article(word: str) -> str:
    return "an" if word[0].lower() in "aeiou" else "a"
