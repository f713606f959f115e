"""Which posts a page lists: those that change, those of which nothing is recorded, or all.

Its one rule: what fits on one page is all listed, and what was asked for is in the address.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from posts.spelling import fold, has_all, words_of
from reports.people.lines import Line

PAGE = 50
"""How many posts a page lists."""

TOUCHED, OPEN, ALL = "changed", "open", "all"
SHOWS = {TOUCHED: "those that change", OPEN: "those still open", ALL: "all posts"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """One page of the posts that were asked for; `show` and `find` are what was asked."""

    show: str
    find: str
    lines: tuple[Line, ...]
    matching: int
    of_all: int
    page: int
    pages: int

    @property
    def previous(self) -> int | None:
        """The page before, if there is one."""
        return self.page - 1 if self.page > 1 else None

    @property
    def next(self) -> int | None:
        """The page after, if there is one."""
        return self.page + 1 if self.page < self.pages else None

    @property
    def shows(self) -> Iterator[tuple[str, str, bool]]:
        """The ways of showing, each with its words and whether it is the one."""
        return ((show, words, show == self.show) for show, words in SHOWS.items())


def chosen(lines: Sequence[Line], asked: Mapping[str, str]) -> Chosen:
    """The page that an address asks for."""
    show = asked.get("show", "")
    if show not in SHOWS:
        show = ALL if len(lines) <= PAGE else TOUCHED
    find = asked.get("find", "").strip()[:200]
    words = words_of(find)
    found = [line for line in lines if _is_shown(line, show) and has_all(words, _text(line))]
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(_number(asked.get("page", "")), 1), pages)
    listed = tuple(found[(page - 1) * PAGE : page * PAGE])
    return Chosen(show, find, listed, _posts(found), _posts(lines), page, pages)


def _posts(lines: Sequence[Line]) -> int:
    """How many lines there are, but for those that are room for more."""
    return sum(not line.is_more for line in lines)


def _is_shown(line: Line, show: str) -> bool:
    if show == OPEN:
        return line.is_open
    return show == ALL or line.is_touched


def _text(line: Line) -> str:
    """What is looked for in: the post, its unit, and what is recorded."""
    said = (line.name, line.unit, line.facts, *map(str, _recorded(line)))
    return fold(" ".join(filter(None, said)))


def _recorded(line: Line) -> Iterator[str]:
    for name in ("outcome", "way", "ring_fence"):
        if value := getattr(line.record, name, None):
            yield value


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1
