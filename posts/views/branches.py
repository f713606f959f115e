"""An outline as a page lists it: nested lists that open level by level, large ones on demand.

Its one rule: every line that is not listed is counted, and has an address that lists it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from posts.naming import Mark
from posts.outline import Entry, Part, PostEntry
from posts.snapshot import COUNCIL

MOST = 600
"""More lines than this are listed level by level, on demand."""

ALWAYS_OPEN = 2
"""Levels that stand open at first."""

Marks = Mapping[str, Sequence[Mark]]


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post in its unit, with its labels of change."""

    post: PostEntry
    marks: Sequence[Mark]


@dataclass(frozen=True, slots=True)
class Line:
    """A unit or post of the outline, as many lists as end after it, and what it does not list.

    `address` lists what is hidden.
    """

    entry: Entry
    marks: Sequence[Mark]
    posts: tuple[PostLine, ...]
    opens: bool
    is_open: bool
    hidden: int
    address: str | None
    closes: int


@dataclass(frozen=True, slots=True)
class Branch:
    """One place of the structure under its heading."""

    heading: str | None
    lines: tuple[Line, ...]


def branches(
    parts: Sequence[Part],
    marks: Marks | None = None,
    opened: Set[str] = frozenset(),
    opens: Callable[[str], str] | None = None,
) -> list[Branch]:
    """Lay an outline out as nested lists; beside what fits, what is `opened` is listed.

    `opens` gives the address that lists a branch too.
    """
    marks = marks or {}
    return [
        Branch(_heading(part, parts), tuple(_lines(part, marks, opened, opens))) for part in parts
    ]


def _heading(part: Part, parts: Sequence[Part]) -> str | None:
    """What stands above a place; above the council's own, where that is the first, nothing."""
    return None if part is parts[0] and part.key == COUNCIL else part.heading


def _lines(
    part: Part, marks: Marks, opened: Set[str], opens: Callable[[str], str] | None
) -> Iterator[Line]:
    below = _below(part.entries)
    opened_here = _opened(part.entries, below, opened)
    listed = _listed(part.entries, below) | opened_here
    seen = [index for index in range(len(part.entries)) if _is_seen(index, below, listed)]
    depths = [part.entries[index].depth for index in seen[1:]] + [0]
    for index, following in zip(seen, depths, strict=True):
        entry = part.entries[index]
        size = len(entry.posts) + len(below.children[index])
        has_list = bool(size) and index in listed
        hidden = 0 if index in listed else below.size[index]
        yield Line(
            entry=entry,
            marks=marks.get(entry.key, ()),
            posts=tuple(PostLine(post, marks.get(post.key, ())) for post in entry.posts),
            opens=has_list,
            is_open=entry.depth < ALWAYS_OPEN or index in opened_here,
            hidden=hidden,
            address=opens(entry.key) if opens and hidden else None,
            closes=entry.depth + has_list - following,
        )


@dataclass(frozen=True, slots=True)
class _Below:
    """By the number of an entry: its parent, the entries below it, and all lines below it."""

    parent: list[int | None]
    children: list[list[int]]
    size: list[int]


def _below(entries: Sequence[Entry]) -> _Below:
    parents, children = [], [[] for _ in entries]
    path: list[int] = []
    for index, entry in enumerate(entries):
        del path[entry.depth :]
        parents.append(path[-1] if path else None)
        if path:
            children[path[-1]].append(index)
        path.append(index)
    sizes = [len(entry.posts) for entry in entries]
    for index in reversed(range(len(entries))):
        if (parent := parents[index]) is not None:
            sizes[parent] += sizes[index] + 1
    return _Below(parents, children, sizes)


def _listed(entries: Sequence[Entry], below: _Below) -> set[int]:
    """The entries whose own lines are listed: by level, while there is room."""
    if len(entries) + sum(len(entry.posts) for entry in entries) <= MOST:
        return set(range(len(entries)))
    listed, count = set(), 0
    for index in sorted(range(len(entries)), key=lambda index: entries[index].depth):
        count += len(entries[index].posts) + len(below.children[index])
        if count <= MOST:
            listed.add(index)
    return listed


def _opened(entries: Sequence[Entry], below: _Below, opened: Set[str]) -> set[int]:
    """The entries that were opened on demand, and those above them."""
    wanted = (index for index, entry in enumerate(entries) if entry.key in opened)
    return {above for index in wanted for above in _path(index, below)}


def _path(index: int | None, below: _Below) -> Iterator[int]:
    while index is not None:
        yield index
        index = below.parent[index]


def _is_seen(index: int, below: _Below, listed: Set[int]) -> bool:
    return all(above in listed for above in _path(below.parent[index], below))


def keys_listed(found: Sequence[Branch]) -> set[str]:
    """All that has a line in nested lists."""
    lines = [line for branch in found for line in branch.lines]
    posts = {held.post.key for line in lines if line.opens for held in line.posts}
    return posts | {line.entry.key for line in lines}
