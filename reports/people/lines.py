"""Existing and proposed posts as lines: what changes, what is recorded, what may be suggested.

Its one rule: what is recorded of a post that is not there, or twice of one post, is a line too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from posts.naming import Mark
from posts.snapshot import Post, Snapshot
from reports.calling import called
from reports.comparison import Comparison
from reports.people.by_post import by_post
from reports.people.suggesting import Suggesting, Suggestion
from reports.proposal import Fate, Filling

Record = Fate | Filling


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A post with what is recorded of it; the `nth` of its records, where it has several.

    `post` None: it is recorded of a post that is not, or no longer, in the structure. `is_asked`:
    whether the report is to say something of it. `is_more`: it is room for one thing more, where
    several are alike and not all of them share what is recorded.
    """

    key: str
    nth: int
    name: str
    post: Post | None = None
    unit: str | None = None
    marks: tuple[Mark, ...] = ()
    is_asked: bool = False
    is_more: bool = False
    record: Record | None = None
    suggestion: Suggestion | None = None

    @property
    def is_touched(self) -> bool:
        """Whether the comparison touches it, or something is recorded of it."""
        return bool(self.marks) or self.record is not None or self.is_more

    @property
    def is_open(self) -> bool:
        """Whether the report is to say something of it, and nothing is recorded."""
        return self.is_asked and self.record is None and not self.is_more

    @property
    def label(self) -> str:
        """What the line is called beside others of the same post."""
        return f"{self.name}, part {self.nth + 1}" if self.nth else self.name

    @property
    def facts(self) -> str:
        """What else tells it apart: number, grade, hours, state; what is not stated is left out."""
        if self.post is None:
            return "not, or no longer, in the structure"
        post = self.post
        fte = f"{post.fte:f} FTE" if post.fte is not None else None
        filled = f"to be filled: {post.filled_by}" if post.filled_by else None
        return " · ".join(filter(None, (post.post_number, post.grade, fte, post.state, filled)))


def fate_lines(comparison: Comparison) -> list[Line]:
    """Every existing post: those that the comparison touches first, each part in order."""
    suggesting, marks = Suggesting(comparison), comparison.marks_before
    lines = [
        replace(
            line,
            marks=marks.get(line.key, ()),
            is_asked=line.key in marks,
            suggestion=suggesting.fate(line.key) if line.post and not line.nth else None,
        )
        for line in _lines(comparison.before, comparison.proposal.fates)
    ]
    return sorted(lines, key=lambda line: not line.is_touched)


def filling_lines(comparison: Comparison) -> list[Line]:
    """Every proposed post likewise; the report is to say how those are filled that are not kept."""
    suggesting, marks = Suggesting(comparison), comparison.marks_after
    lines = [
        replace(
            line,
            marks=marks.get(line.key, ()),
            is_asked=_is_asked(line, suggesting) and line.key in marks,
            suggestion=suggesting.filling(line.key) if line.post and not line.nth else None,
        )
        for line in _lines(comparison.after, comparison.proposal.fillings)
    ]
    return sorted(lines, key=lambda line: not line.is_touched)


def _is_asked(line: Line, suggesting: Suggesting) -> bool:
    """Whether it is not known from the structure how a proposed post is filled."""
    is_said = line.post is None or line.post.filled_by is not None
    return not is_said and suggesting.is_to_be_filled(line.key)


def _lines(snapshot: Snapshot, records: Sequence[Record]) -> Iterator[Line]:
    """The posts of a structure with what is recorded of them, then what is of no post there."""
    of = by_post(records)
    for key, post in snapshot.posts.items():
        name = called(post, snapshot.called(key))
        unit = snapshot.called(post.unit) if post.unit else None
        bare = Line(key=key, nth=0, name=name, post=post, unit=unit)
        yield from _recorded(bare, of.pop(key, ()))
    for key, records in of.items():
        yield from _recorded(Line(key=key, nth=0, name=key), records)


def _recorded(bare: Line, records: Sequence[Record]) -> Iterator[Line]:
    """What is recorded of a post, a line each; of several alike, room for one thing more."""
    if not records:
        yield bare
    for nth, record in enumerate(records):
        yield replace(bare, nth=nth, record=record)
    if records and bare.post is not None and bare.post.number != 1:
        yield replace(bare, nth=len(records), is_more=True)
