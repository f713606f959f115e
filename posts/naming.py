"""How posts and units are named in charts and outlines: number, state, line, what is unknown.

Its one rule: a word stands for everything that is known, and "not stated" for what is not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from posts.snapshot import (
    ACTING_HEAD,
    HEAD,
    LINE_NOT_STATED,
    LINE_OUTSIDE,
    Post,
    ReportingLine,
    Snapshot,
    Unit,
)

NOT_STATED = "not stated"
TITLE_NOT_STATED = "title not stated"
LINE_UNKNOWN = "reports to: not stated"


@dataclass(frozen=True, slots=True)
class Mark:
    """A change to show at a unit or post: its shape, and its words as they stand in the box.

    `kind` is one of KINDS, `words` are as given: "→ MOVED FROM Resources". What is `minor` says
    that nothing is known to change: a function, or a unit in a list, says it in small grey words.
    """

    kind: str
    words: str
    minor: bool = field(default=False, compare=False)


KINDS = ("new", "deleted", "moved", "renamed", "altered", "outside", "unplaced")


def unit_name(unit: Unit, called: str | None = None) -> str:
    """A unit's name with how many alike it stands for; `called`: so that it is not mistaken."""
    return _numbered(called or unit.name, unit.number)


def post_title(post: Post, called: str | None = None) -> str:
    """A post's title with how many alike it stands for; without one, by its category."""
    if post.title is not None:
        return _numbered(called or post.title, post.number)
    category = f"{post.category} " if post.category else ""
    if post.number is None:
        return f"{category}posts, title and number not stated"
    if post.number != 1:
        return f"{post.number} {category}posts, {TITLE_NOT_STATED}"
    return f"{category}post, {TITLE_NOT_STATED}" if category else TITLE_NOT_STATED


def _numbered(name: str, number: int | None) -> str:
    if number is None:
        return f"{name}, number not stated"
    return name if number == 1 else f"{number} × {name}"


def post_state(post: Post) -> str | None:
    """VACANT, INTERIM and the like, with how it is to be filled; None for a filled post."""
    if post.state is None or post.state.casefold() == "filled":
        return None
    return ", ".join(filter(None, (post.state.upper(), post.filled_by)))


def post_words(post: Post) -> str:
    """All that a chart or an outline says of a post, in one line."""
    fte = f"{post.fte:f} FTE" if post.fte is not None else None
    filled = f"how filled: {post.filled_by}" if post.filled_by and not post_state(post) else None
    return ", ".join(filter(None, (post_title(post), post.grade, fte, post_state(post), filled)))


def line_words(snapshot: Snapshot, post: Post) -> Iterator[str]:
    """The lines of a post that no solid connector shows: outside, not stated, dotted, joint …"""
    if post.line == LINE_OUTSIDE:
        yield f"reports to {post.reports_to_other or NOT_STATED}, outside this chart"
    if post.line == LINE_NOT_STATED:
        yield LINE_UNKNOWN
    whom: dict[str, list[str]] = {}
    for line in snapshot.lines_of.get(post.key, ()):
        whom.setdefault(line_name(line.kind), []).append(line_end(snapshot, line))
    for name, ends in whom.items():
        yield f"{name} to {'; '.join(ends)}"


def line_end(snapshot: Snapshot, line: ReportingLine) -> str:
    """Whom a line leads to, in words."""
    if line.to in snapshot.posts:
        return snapshot.called(line.to) or TITLE_NOT_STATED
    return line.to_other or NOT_STATED


def line_name(kind: str) -> str:
    """What a line beside the line of management is called."""
    return {"accountable": "accountable", "link": "link"}.get(kind, f"{kind} line")


def leading_words(how: str, post: Post) -> str:
    """A post as it leads a unit: a head by itself, others with how they lead."""
    prefix = {HEAD: "", ACTING_HEAD: "acting head: "}.get(how, "led by ")
    return prefix + post_title(post)
