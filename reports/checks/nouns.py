"""What can be counted in the structures by the council's own words for it.

Categories (“Assistant Directors”), kinds of unit (“divisions”), titles that several posts bear,
posts of whatever category; and whom a restructure affects, which is recorded beside them.
Its one rule: how many there are is asked only for what a text speaks of.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from posts.snapshot import OUTSIDE, Post, Snapshot
from reports import tiers
from reports.calling import plural
from reports.checks.words import Phrase, phrase
from reports.comparison import Comparison
from reports.counting import count, post_count
from reports.counts import Count, added
from reports.figures.people import total
from reports.figures.sizes import several
from reports.proposal import AFTER, BEFORE, POSTS, UNITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A thing that can be counted: its words in the plural, and how a count finds it.

    `title` is given where the posts of one title are meant, `recorded` where those are whom a
    number recorded with what becomes of staff is of: “at_risk”.
    """

    many: str
    counts: str = POSTS
    where: Mapping[str, Any] = field(default_factory=dict)
    title: str | None = None
    recorded: str | None = None


ANY_POSTS = Noun(many="posts")
"""Posts of whatever category: a text says of few that they are all there are."""

_STAFF = "staff", "members of staff", "people", "employees", "officers", "postholders"
_AFFECTED = {
    "at_risk": [f"{who} at risk{end}" for who in _STAFF for end in ("", " of redundancy")],
    "people": [f"{who} affected" for who in _STAFF] + [f"affected {who}" for who in _STAFF],
    "dismissals": ["redundancies", "compulsory redundancies", "redundancy dismissals"],
    "contracts": ["contracts affected", "affected contracts", "contracts of employment"],
}

Nouns = Mapping[str, list[tuple[Phrase, Noun]]]
"""What can be counted by the first word of its name, the longest names first."""


def nouns(comparison: Comparison) -> Nouns:
    """All that can be counted."""
    found = dict[Phrase, Noun]()
    for words, noun in _named(comparison):
        found.setdefault(phrase(words), noun)
    by_first = dict[str, list[tuple[Phrase, Noun]]]()
    for name in sorted(filter(None, found), key=len, reverse=True):
        by_first.setdefault(name[0], []).append((name, found[name]))
    return by_first


def labels(known: Nouns) -> dict[Phrase, Noun]:
    """All that can be counted, by its words in the plural and in the singular."""
    found = {name: noun for of in known.values() for name, noun in of}
    for noun in tuple(found.values()):
        one = noun.title or noun.where.get("category") or noun.where.get("kind")
        if one:
            found.setdefault(phrase(one), noun)
    return found


def _named(comparison: Comparison) -> Iterator[tuple[str, Noun]]:
    sides = comparison.before, comparison.after
    posts = [post for side in sides for post in side.posts.values()]
    yield from _categories(post.category for post in posts)
    units = [unit for side in sides for unit in side.units.values() if not unit.is_function]
    for kind in _each(unit.kind for unit in units):
        yield plural(kind), Noun(many=plural(kind), counts=UNITS, where={"kind": kind})
    for title in _each(post.title for post in posts):
        noun = Noun(many=several(title), title=title)
        for words in (several(title), f"{title} posts"):
            yield words, noun
    for recorded, of in _AFFECTED.items():
        for words in of:
            yield words, Noun(many=words, recorded=recorded)
    if not comparison.proposal.scope and not any(map(_has_others, sides)):
        yield ANY_POSTS.many, ANY_POSTS


def _categories(named: Iterable[str | None]) -> Iterator[tuple[str, Noun]]:
    """Categories by their names, and by initials that no other one has."""
    categories = _each(named)
    shorts = Counter(map(_in_short, categories))
    for category in categories:
        noun = Noun(many=several(category), where={"category": category})
        for words in (several(category), f"{category} posts"):
            yield words, noun
        if (short := _in_short(category)) and shorts[short] == 1:
            yield f"{short}s", noun
            yield f"{short} posts", noun


def _in_short(category: str) -> str | None:
    """Assistant Director as AD."""
    words = category.split()
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return "".join(word[0] for word in words)
    return None


def _has_others(side: Snapshot) -> bool:
    """Whether posts of another body stand in a structure: then “posts” can be all or ours."""
    return any(side.place_of(key) == OUTSIDE for key in side.posts)


def _each(words: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(word for word in words if word))


class Sizes:
    """How many there are of what can be counted, in both structures; each is counted once."""

    def __init__(self, comparison: Comparison) -> None:
        self._sides = {BEFORE: comparison.before, AFTER: comparison.after}
        self._fates = comparison.proposal.fates
        self._known = dict[tuple[str, str, str | None], Count]()

    def of(self, noun: Noun, side: str, state: str | None = None) -> Count:
        """How many there are on one side, of all or in one state; whom it affects is of neither."""
        if noun.recorded:
            return total(self._fates, noun.recorded)
        asked = noun.many, side, state
        if asked not in self._known:
            self._known[asked] = _how_many(self._sides[side], noun, state)
        return self._known[asked]


def _how_many(snapshot: Snapshot, noun: Noun, state: str | None) -> Count:
    if noun.title is None:
        where = dict(noun.where) | ({"state": state} if state else {})
        return count(snapshot, noun.counts, where) or Count(None, None)
    if state:
        return Count(None, None)
    found = [post for post in snapshot.posts.values() if post.title == noun.title]
    number = added(map(post_count, found))
    is_listed = found and all(_is_listed(snapshot, post) for post in found)
    return number if is_listed else Count(number.low, None)


def _is_listed(snapshot: Snapshot, post: Post) -> bool:
    return tiers.lists(snapshot, snapshot.tier_of(post.key))
