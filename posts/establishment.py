"""The establishment: a structure's posts in rows, filtered, sorted, page by page, and their total.

It is made from a Snapshot, so that the past has its table too. Its one rule: every wish is in the
address, and what matches is the same for the page, the file and an act on all that match.
"""

import csv
import io
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from posts.boxes import Marks
from posts.columns import AT_FIRST, BY_KEY, POST, Column, Holders, Value, columns
from posts.naming import NOT_STATED, Mark
from posts.numbers import shortest
from posts.snapshot import Post, Snapshot
from posts.spelling import fold, has_all, words_of
from posts.wishes import Wishes, read

PAGE = 100
"""How many posts a page lists."""

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that a file is in UTF-8."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_FACTS = ("grade", "state", "category")


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading: what the address asks for to sort by it, and how it is sorted now."""

    column: Column
    asks: str
    sorted: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one column says of one post; the value None is not stated."""

    column: Column
    value: Value


@dataclass(frozen=True, slots=True)
class Row:
    """A post with its unit, its title, its other cells, and its labels of change."""

    key: str
    unit: str | None
    title: str | None
    cells: tuple[Cell, ...]
    marks: Sequence[Mark]


@dataclass(frozen=True, slots=True)
class Total:
    """How many posts some rows stand for and their FTE, in words; for how many rows it is open."""

    posts: str
    fte: str
    fte_open: int


@dataclass(frozen=True, slots=True)
class Table:
    """One page of what was asked for.

    `folded`: columns that are left out since they say nothing of any post that matches. `changed`:
    how many posts have changed; None where that is not known.
    """

    wishes: Wishes
    columns: tuple[Column, ...]
    folded: tuple[Column, ...]
    rows: tuple[Row, ...]
    matching: int
    total: Total
    of_all: Total
    changed: int | None
    page: int
    pages: int
    choice: tuple[tuple[Column, bool], ...]

    @property
    def previous(self) -> int | None:
        """The page before; None at the first, which needs no number."""
        return self.page - 1 if self.page > 2 else None

    @property
    def next(self) -> int:
        """The page after."""
        return self.page + 1

    @property
    def most(self) -> int:
        """How many posts a page lists."""
        return PAGE

    @property
    def headings(self) -> list[Heading]:
        """The headings of all that is shown; pressed again, one sorts the other way."""
        return [self._heading(column) for column in (POST, *self.columns)]

    def _heading(self, column: Column) -> Heading:
        if self.wishes.sort != column.key:
            return Heading(column, column.key, None)
        if self.wishes.down:
            return Heading(column, column.key, "descending")
        return Heading(column, f"-{column.key}", "ascending")


def matching(
    snapshot: Snapshot,
    query: str,
    holders: Holders | None = None,
    changed: Set[str] | None = None,
) -> list[str]:
    """The keys of all posts that match an address's query string, on whatever page, in order."""
    return [post.key for post in listed(snapshot, read(query), holders, changed)]


def table(
    snapshot: Snapshot, wishes: Wishes, holders: Holders | None = None, marks: Marks | None = None
) -> Table:
    """The page that was asked for, of the posts that match; holders only where they may be seen.

    `marks` are the labels of change, by key; None where it is not known what has changed.
    """
    changed = None if marks is None else marks.keys()
    wishes = replace(wishes, only=wishes.only and changed is not None)
    found = listed(snapshot, wishes, holders, changed)
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(wishes.page, 1), pages)
    chosen = _chosen(wishes, holders)
    shown = [
        column for column in chosen if wishes.all_columns or _says(column, snapshot, holders, found)
    ]
    rows = found[(page - 1) * PAGE : page * PAGE]
    return Table(
        wishes=wishes,
        columns=tuple(shown),
        folded=tuple(column for column in chosen if column not in shown),
        rows=tuple(_row(snapshot, holders, post, shown, marks or {}) for post in rows),
        matching=len(found),
        total=total(found),
        of_all=total(snapshot.posts.values()),
        changed=None if changed is None else len(snapshot.posts.keys() & changed),
        page=page,
        pages=pages,
        choice=tuple(
            (column, column in chosen)
            for column in columns(with_holders=holders is not None)
            if column is not POST
        ),
    )


def listed(
    snapshot: Snapshot,
    wishes: Wishes,
    holders: Holders | None = None,
    changed: Set[str] | None = None,
) -> list[Post]:
    """The posts that match, in the order asked for; else as the structure has them, by unit.

    `changed` are the keys of what has changed; None where that is not known, and not asked for.
    """
    found = _matching(snapshot, wishes, holders or {})
    if wishes.only and changed is not None:
        found = [post for post in found if post.key in changed]
    column = BY_KEY.get(wishes.sort or "")
    if column is None or column not in columns(with_holders=holders is not None):
        return found
    values = [(column.of(snapshot, holders or {}, post), post) for post in found]
    known = [(column.sorts_by(value), post) for value, post in values if value is not None]
    known.sort(key=lambda pair: pair[0], reverse=wishes.down)
    return [post for _, post in known] + [post for value, post in values if value is None]


def total(posts: Iterable[Post]) -> Total:
    """How many posts there are and their FTE, “at least” where something is not stated."""
    posts = list(posts)
    number = sum(post.number or 1 for post in posts)
    stated = [(post.number or 1) * post.fte for post in posts if post.fte is not None]
    fte, fte_open = f"{shortest(sum(stated, Decimal(0))):,}", len(posts) - len(stated)
    at_least = any(post.number is None for post in posts)
    return Total(
        posts=f"at least {number:,}" if at_least else f"{number:,}",
        fte=_fte(fte, bool(stated), fte_open > 0 or at_least),
        fte_open=fte_open,
    )


def written(
    snapshot: Snapshot,
    wishes: Wishes,
    holders: Holders | None = None,
    changed: Set[str] | None = None,
) -> str:
    """All that matches as CSV, for a spreadsheet, which is given nothing to compute."""
    chosen = (POST, *_chosen(wishes, holders))
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(column.name for column in chosen)
    for post in listed(snapshot, wishes, holders, changed):
        writer.writerow(harmless(column.of(snapshot, holders or {}, post)) for column in chosen)
    return BYTE_ORDER_MARK + file.getvalue()


def _fte(total: str, is_stated: bool, is_open: bool) -> str:
    if not is_open:
        return total
    return f"at least {total}" if is_stated else NOT_STATED


def _matching(snapshot: Snapshot, wishes: Wishes, holders: Holders) -> list[Post]:
    posts = _by_unit(snapshot)
    if wishes.unit:
        below = {None} if wishes.unit == NOT_STATED else _below(snapshot, wishes.unit)
        posts = [post for post in posts if post.unit in below]
    for fact in _FACTS:
        if wish := getattr(wishes, fact):
            value = None if wish == NOT_STATED else _compared(fact, wish)
            posts = [post for post in posts if _compared(fact, getattr(post, fact)) == value]
    if words := words_of(wishes.find):
        names = {key: unit.name for key, unit in snapshot.units.items()}
        posts = [post for post in posts if has_all(words, _said_of(post, names, holders))]
    return posts


def _compared(fact: str, said: str | None) -> str | None:
    """A grade, state or category as it is compared: a state without its capitals."""
    return said.casefold() if fact == "state" and said is not None else said


def _said_of(post: Post, names: dict[str, str], holders: Holders) -> str:
    """All in which words are looked for, as it is compared."""
    said = (post.title, post.post_number, names.get(post.unit or ""), *holders.get(post.key, ()))
    return fold("\n".join(filter(None, said)))


def _by_unit(snapshot: Snapshot) -> list[Post]:
    """All posts, unit by unit as an outline lists them; those of no unit come last."""
    places = dict[str | None, int]()
    waiting = list(reversed(snapshot.units_under.get(None, ())))
    while waiting:
        unit = waiting.pop()
        places[unit.key] = len(places)
        waiting += reversed(snapshot.units_under.get(unit.key, ()))
    return sorted(snapshot.posts.values(), key=lambda post: places.get(post.unit, len(places)))


def _below(snapshot: Snapshot, unit: str) -> set[str | None]:
    """A unit and all units below it, by their keys."""
    found = set[str | None]()
    waiting = [unit]
    while waiting:
        key = waiting.pop()
        found.add(key)
        waiting += [below.key for below in snapshot.units_under.get(key, ())]
    return found


def _chosen(wishes: Wishes, holders: Holders | None) -> list[Column]:
    wanted = AT_FIRST if wishes.columns is None else wishes.columns
    every = columns(with_holders=holders is not None)
    return [column for column in every if column.key in wanted and column is not POST]


def _says(
    column: Column, snapshot: Snapshot, holders: Holders | None, posts: Sequence[Post]
) -> bool:
    """Whether a column says anything of some posts."""
    return not posts or any(column.of(snapshot, holders or {}, post) is not None for post in posts)


def _row(
    snapshot: Snapshot,
    holders: Holders | None,
    post: Post,
    shown: Sequence[Column],
    marks: Marks,
) -> Row:
    said = [(column, column.shown or column.of) for column in shown]
    cells = (Cell(column, says(snapshot, holders or {}, post)) for column, says in said)
    return Row(post.key, post.unit, post.title, tuple(cells), marks.get(post.key, ()))


def harmless(value: Value) -> str:
    """A value as a spreadsheet may have it: never a formula, and “not stated” for what is not."""
    if value is None:
        return NOT_STATED
    if not isinstance(value, str | tuple):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    text = value if isinstance(value, str) else "; ".join(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
