"""How a paper says what is known of a fact: not stated, how sure, in which paragraph.

Its one rule: an empty cell is never printed.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from divisions.dates import in_words
from posts.naming import NOT_STATED, TITLE_NOT_STATED
from posts.snapshot import DERIVED, STATED, UNCERTAIN, Post
from reports.calling import capital

__all__ = [
    "basis", "capital", "day", "how_sure", "in_order", "number", "or_not_stated", "the", "things",
    "title",
]  # fmt: skip

_BASIS = {
    DERIVED: "“Derived” means that a fact follows from the two structures and is not stated.",
    UNCERTAIN: "“Uncertain” means that a fact is not stated for certain.",
}
_NO_SOURCES = "No paragraphs are recorded as their sources."


def how_sure(certainties: Iterable[str], *, has_sources: bool) -> str:
    """What the sources are, and what is meant by the words that stand after some of them."""
    found = set(certainties)
    if not has_sources:
        unsure = [_BASIS[UNCERTAIN]] if UNCERTAIN in found else []
        return " ".join(["The tables follow from the two structures.", _NO_SOURCES, *unsure])
    sources = "Sources are paragraphs of the paper from which the structures were recorded."
    return " ".join([sources, *(says for word, says in _BASIS.items() if word in found)])


def or_not_stated(value: object) -> str:
    """A value in words, or “not stated”."""
    return NOT_STATED if value is None or value == "" else str(value)


def basis(sources: Sequence[str], certainty: str) -> str:
    """The paragraphs that a fact comes from, and how sure it is where it is not plainly stated."""
    words = "; ".join(sources) or NOT_STATED
    if certainty == STATED:
        return words
    return f"{words} ({certainty})" if sources else certainty


def day(text: str | None) -> str | None:
    """A day kept as 2009-09-09 as it is printed; anything else as it is."""
    try:
        return in_words(date.fromisoformat(text or ""))
    except ValueError:
        return text


def title(post: Post) -> str:
    """A post's title; without one its category, and that the title is not stated."""
    if post.title is None and post.category is not None:
        return f"{post.category}, {TITLE_NOT_STATED}"
    return post.title or TITLE_NOT_STATED.capitalize()


def number(post: Post) -> str:
    return or_not_stated(post.number)


def the(body: str | None) -> str:
    """A committee within a sentence: “the Cabinet”, “the Executive”."""
    if body is None:
        return "the meeting"
    return f"the {body.removeprefix('The ').removeprefix('the ')}"


def things(count: int, one: str, many: str | None = None) -> str:
    """“1 post”, “2 posts”."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def in_order(sources: Iterable[str]) -> list[str]:
    """Paragraphs each once, ¶2 before ¶10."""
    return sorted(dict.fromkeys(sources), key=_by_numbers)


def _by_numbers(text: str) -> list[tuple[bool, int, str]]:
    parts = re.split(r"(\d+)", text)
    return [(part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]
