"""A structure in words: the nested list that stands beside every chart, in pages and in files.

It lists the same trees as the chart, in the same order, and all of them. Its one rule: what the
chart says is said here too, and nothing is left out for want of room.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from posts.boxes import Marks, unit_posts
from posts.families import BY_LINE, BY_UNIT, Families, Group, families
from posts.lettering import clean
from posts.naming import Mark, line_words, post_title, post_words, unit_name
from posts.snapshot import COUNCIL, Leads, Post, Snapshot, Unit

__all__ = [
    "BY_LINE",
    "BY_UNIT",
    "Entry",
    "Part",
    "PostEntry",
    "keys_in",
    "lines",
    "outline",
    "way_to",
]

_COUNCIL_HEADING = "The council"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostEntry:
    """A post as it stands in the outline, in its unit or by itself.

    `heads` is how it leads the unit that it is listed in ("head", "acting head", "leads"), if at
    all. `words` say it all: number, title, grade, hours, state. `lines` are those beside the line
    of management, and the line to somebody outside the structure.
    """

    key: str
    title: str
    number: int | None
    grade: str | None
    state: str | None
    heads: str | None
    words: str
    unit: str | None = None
    lines: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A unit (or, by line, a post) of the outline.

    `depth` counts from nought in each part. `kind` is the council's word for the unit. `opens`
    says that a list of entries follows within this one, `closes` how many lists end after it.
    """

    depth: int
    key: str
    kind: str | None
    name: str
    posts: tuple[PostEntry, ...] = ()
    marks: tuple[str, ...] = ()
    remit: str | None = None
    post: PostEntry | None = None
    opens: bool = False
    closes: int = 0

    @property
    def words(self) -> str:
        """The entry in one line: its marks, what it is, its name."""
        name = self.name
        if self.post:
            name = "; ".join(filter(None, (self.post.words, self.post.unit)))
        kind = f"{self.kind[:1].upper()}{self.kind[1:]}: " if self.kind else ""
        return _after(self.marks, kind + name)


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a structure under its heading, with its entries as the lists run."""

    key: str
    heading: str
    entries: tuple[Entry, ...]


def outline(
    snapshot: Snapshot,
    *,
    by: str = BY_UNIT,
    marks: Mapping[str, Sequence[Mark]] | None = None,
) -> tuple[Part, ...]:
    """List a structure, by unit with the posts in each, or by line of management."""
    trees = families(snapshot, by)
    parts = [_part(snapshot, trees, group, marks or {}) for group in trees.groups]
    return tuple(parts)


def keys_in(parts: Sequence[Part]) -> set[str]:
    """All that has a line in the outline."""
    entries = [entry for part in parts for entry in part.entries]
    return {entry.key for entry in entries} | {post.key for each in entries for post in each.posts}


def way_to(parts: Sequence[Part], keys: Set[str]) -> tuple[Part, ...]:
    """The outline with no more than the lines of these keys, and those that lead down to them."""
    pruned = [replace(part, entries=_way_to(part.entries, keys)) for part in parts]
    return tuple(part for part in pruned if part.entries)


def _way_to(entries: Sequence[Entry], keys: Set[str]) -> tuple[Entry, ...]:
    """From the last line to the first: a line stays if it is wanted or what is below it stays."""
    kept: list[Entry] = []
    for entry in reversed(entries):
        posts = tuple(post for post in entry.posts if post.key in keys)
        below = kept[-1].depth if kept else 0
        if posts or entry.key in keys or below > entry.depth:
            closes = max(entry.depth - below, 0)
            kept.append(replace(entry, posts=posts, opens=below > entry.depth, closes=closes))
    return tuple(reversed(kept))


def lines(parts: Sequence[Part]) -> list[str]:
    """The outline as plain text, two spaces a level, posts with a dash below their unit."""
    return [line for part in parts for line in _part_lines(part, first=part is parts[0])]


def _part_lines(part: Part, *, first: bool) -> Iterator[str]:
    if not (first and part.key == COUNCIL):
        yield part.heading
    for entry in part.entries:
        indent = "  " * entry.depth
        yield indent + entry.words
        yield from (f"{indent}  ({line})" for line in (entry.post.lines if entry.post else ()))
        for post in entry.posts:
            yield f"{indent}  - {_post_line(post)}"


def _post_line(post: PostEntry) -> str:
    heads = {None: "", "leads": "led by: "}.get(post.heads, f"{post.heads}: ")
    return "; ".join((heads + _after(post.marks, post.words), *post.lines))


def _after(marks: Sequence[str], words: str) -> str:
    return f"[{'; '.join(marks)}] {words}" if marks else words


def _part(snapshot: Snapshot, trees: Families, group: Group, marks: Marks) -> Part:
    order = _order(trees, group)
    depths = [depth for _, depth in order[1:]] + [0]
    entries = [
        _entry(snapshot, key, marks, depth=depth, next_depth=following)
        for (key, depth), following in zip(order, depths, strict=True)
    ]
    return Part(group.key, group.heading or _COUNCIL_HEADING, tuple(entries))


def _order(trees: Families, group: Group) -> list[tuple[str, int]]:
    """The keys of a group with their depth, each followed by what is below it."""
    order: list[tuple[str, int]] = []
    waiting = [(root, 0) for root in reversed(group.roots)]
    while waiting:
        key, depth = waiting.pop()
        order.append((key, depth))
        waiting += [(child, depth + 1) for child in reversed(trees.below.get(key, ()))]
    return order


def _entry(snapshot: Snapshot, key: str, marks: Marks, *, depth: int, next_depth: int) -> Entry:
    unit = snapshot.units.get(key)
    post = None if unit else _post_entry(snapshot, snapshot.posts[key], marks, None)
    return Entry(
        depth=depth,
        key=key,
        kind=unit.kind if unit else None,
        name=clean(unit_name(unit)) if unit else post_title(snapshot.posts[key]),
        posts=tuple(_posts(snapshot, unit, marks)) if unit else (),
        marks=tuple(mark.words for mark in marks.get(key, ())),
        remit=unit.remit if unit else None,
        post=post,
        opens=next_depth > depth,
        closes=max(depth - next_depth, 0),
    )


def _posts(snapshot: Snapshot, unit: Unit, marks: Marks) -> Iterator[PostEntry]:
    leads, others = unit_posts(snapshot, unit.key)
    for lead in leads:
        yield _post_entry(snapshot, snapshot.posts[lead.post], marks, lead)
    for post in others:
        yield _post_entry(snapshot, post, marks, None)


def _post_entry(snapshot: Snapshot, post: Post, marks: Marks, lead: Leads | None) -> PostEntry:
    return PostEntry(
        key=post.key,
        title=clean(post_title(post)),
        number=post.number,
        grade=post.grade,
        state=post.state,
        heads=lead.how if lead else None,
        words=clean(post_words(post)),
        unit=snapshot.units[post.unit].name if post.unit else None,
        lines=tuple(clean(line) for line in line_words(snapshot, post)),
        marks=tuple(mark.words for mark in marks.get(post.key, ())),
    )
