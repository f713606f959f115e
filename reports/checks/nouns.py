"""What can be counted in the structures by the council's own words for it.

Categories (“Assistant Directors”) or, where posts have none, the ranks that titles repeat; kinds of
unit (“divisions”), titles that several posts bear, posts of whatever category and their hours; and
whom a restructure affects, which is recorded beside them. Its one rule: a name is of one thing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from posts.snapshot import OUTSIDE, Post, Snapshot
from reports.calling import plural
from reports.checks.ranks import ranks
from reports.checks.words import Phrase, phrase
from reports.comparison import Comparison
from reports.figures.sizes import several
from reports.proposal import FTE, POSTS, UNITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A thing that can be counted: its words in the plural, and how a count finds it.

    `title` is given where the posts of one title are meant, `rank` where those of one rank are,
    `under` where those of one unit are (its key on each side), `recorded` where those are whom a
    number recorded with what becomes of staff is of: “at_risk”.
    """

    many: str
    counts: str = POSTS
    where: Mapping[str, Any] = field(default_factory=dict)
    title: str | None = None
    rank: str | None = None
    under: Mapping[str, str] = field(default_factory=dict)
    recorded: str | None = None


ANY_POSTS = Noun(many="posts")
"""Posts of whatever category: a text says of few that they are all there are."""

ALL_HOURS = Noun(many="FTE", counts=FTE)
"""The hours of those posts."""

_HOURS = "FTE", "FTEs", "FTE posts", "full-time equivalents", "full-time equivalent posts"

_STAFF = "staff", "members of staff", "people", "employees", "officers", "postholders"
_AFFECTED = {
    "at_risk": [
        f"{who} {are}at risk{end}"
        for who in _STAFF
        for are in ("", "are ", "will be ", "would be ")
        for end in ("", " of redundancy")
    ],
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
        one = noun.title or noun.rank or noun.where.get("category") or noun.where.get("kind")
        if one:
            found.setdefault(phrase(one), noun)
    return found


def _named(comparison: Comparison) -> Iterator[tuple[str, Noun]]:
    sides = comparison.before, comparison.after
    posts = [post for side in sides for post in side.posts.values()]
    yield from _categories(post.category for post in posts)
    if all(side.is_whole for side in sides):
        yield from _ranks(posts)
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
        for words in _HOURS:
            yield words, ALL_HOURS


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


def _ranks(posts: Sequence[Post]) -> Iterator[tuple[str, Noun]]:
    """The ranks of titles, but for those that are the name of a category."""
    categories = {phrase(post.category) for post in posts if post.category}
    for rank in ranks(post.title for post in posts):
        if phrase(rank) not in categories:
            noun = Noun(many=several(rank), rank=rank)
            for words in (several(rank), f"{rank} posts"):
                yield words, noun


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
