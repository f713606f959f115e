"""What has changed in a draft, in words: change by change, and where many are alike, together.

Its one rule: what stands together in one line is of one kind, and the line says how many there are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from posts.naming import Mark
from posts.snapshot import Post, Unit
from reports.calling import called, counted, kind_of
from reports.change import CLOSED, DELETED, FATE_NOT_STATED, FORMED_FROM, LINE, Change
from reports.comparison import Comparison
from reports.counting import post_count
from reports.counts import added
from reports.labels import mark
from reports.making import Part, joined_sources, name_of
from reports.telling import circumstances

FEW = 3
"""So many changes of one kind are told one by one."""

MOST = 15
"""Of more lines than this, all changes of one kind and council's word make one."""

MOST_NAMES, MOST_SOURCES = 8, 6

_GOING = (CLOSED, DELETED, FATE_NOT_STATED)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the label, how many of what (None: it is a sentence), the words, the paragraphs."""

    mark: Mark
    things: str | None
    words: str
    sources: tuple[str, ...] = ()


def lines(comparison: Comparison) -> list[Line]:
    """What has changed, in the order of the structures, at most MOST lines of it."""
    saying = _Saying(comparison)
    groups = _grouped(saying, comparison.changes, with_ends=True)
    if len(groups) > MOST:
        groups = _grouped(saying, comparison.changes, with_ends=False)
    return [line for group in groups for line in saying.lines(group)][:MOST]


def every_line(comparison: Comparison) -> Iterator[Line]:
    """Each change in a line of its own."""
    return map(_Saying(comparison).alone, comparison.changes)


def _grouped(
    saying: "_Saying", changes: Iterable[Change], with_ends: bool
) -> list[tuple[Change, ...]]:
    """The changes of one kind, of what the council calls alike, from and to the same."""
    groups = dict[object, list[Change]]()
    for change in changes:
        keys = (change.was_key, change.becomes_key)
        ends = (change.was, change.becomes, *keys) if with_ends else ()
        of = (change.subject, change.kind, saying.what(change), circumstances(change), *ends)
        groups.setdefault(of, []).append(change)
    return [each for group in groups.values() for each in _apart(group)]


def _apart(group: Sequence[Change]) -> list[tuple[Change, ...]]:
    return [tuple(group)] if len(group) > FEW else [(change,) for change in group]


@dataclass(frozen=True)
class _Saying:
    """What lines are told from."""

    comparison: Comparison

    def lines(self, group: Sequence[Change]) -> Iterator[Line]:
        yield self._together(group) if len(group) > FEW else self.alone(group[0])

    def alone(self, change: Change) -> Line:
        return Line(mark(change), None, self.comparison.sentence(change), change.sources)

    def _together(self, group: Sequence[Change]) -> Line:
        first = group[0]
        names = dict.fromkeys(self._called(change) for change in group)
        return Line(
            mark(first),
            f"{self._things(group)}{_ends(group)}{circumstances(first)}",
            _few(list(names)),
            _few_sources(joined_sources(*(change.sources for change in group))),
        )

    def what(self, change: Change) -> str:
        """What the council calls such a unit, or what sort of post it is."""
        part = self._part(change)
        if isinstance(part, Unit):
            return kind_of(part)
        return f"{part.category} post" if part is not None and part.category else "post"

    def _things(self, group: Sequence[Change]) -> str:
        """“4 divisions”, “12 Social Worker posts”, “5 lines”."""
        parts = {change.key: part for change in group if (part := self._part(change))}
        posts = [part for part in parts.values() if isinstance(part, Post)]
        if group[0].subject == LINE:
            return f"{len(group)} lines"
        if not posts:
            return counted((part, True) for part in parts.values())
        total, what = added(map(post_count, posts)), self.what(group[0])
        return f"{total} {what}" if total.exact == 1 else f"{total} {what}s"

    def _called(self, change: Change) -> str:
        part, sides = self._part(change), (self.comparison.after, self.comparison.before)
        names = (name_of(side, change.key) for side in sides)
        name = next(filter(None, names), None)
        return called(part, name) if part is not None else change.name or "title not stated"

    def _part(self, change: Change) -> Part | None:
        after, before = self.comparison.after, self.comparison.before
        sides = (after.units, after.posts, before.units, before.posts)
        return next((side[change.key] for side in sides if change.key in side), None)


def _ends(group: Sequence[Change]) -> str:
    """From where to where, if that is the same for all."""
    first = group[0]
    if first.kind in _GOING or len({(each.was, each.becomes) for each in group}) > 1:
        return ""
    if first.kind == FORMED_FROM:
        return f" largely made up from {first.was}" if first.was else ""
    if first.subject == LINE:
        return f" to {first.becomes or first.was}" if first.becomes or first.was else ""
    was, becomes = first.was, first.becomes
    return "".join((f" from {was}" if was else "", f" to {becomes}" if becomes else ""))


def _few(names: Sequence[str]) -> str:
    rest = len(names) - MOST_NAMES
    return "; ".join(names) if rest < 1 else f"{'; '.join(names[:MOST_NAMES])}; and {rest} more"


def _few_sources(sources: tuple[str, ...]) -> tuple[str, ...]:
    """The paragraphs of a line; of many, none: each change has its own where all are shown."""
    return sources if len(sources) <= MOST_SOURCES else ()
