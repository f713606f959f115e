"""The labels in the boxes of the two charts: + NEW, → MOVED FROM …, × CLOSED, mostly to ….

A thing with two changes has two labels. Its one rule: the kind stands in capitals, so that it is
read without colour and shape; the rest does not.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from posts.naming import Mark
from posts.snapshot import UNCERTAIN, Snapshot
from reports.change import (
    CLOSED,
    CREATED,
    DELETED,
    FATE_NOT_STATED,
    FORMED_FROM,
    HOURS,
    JOINS,
    LEAVES,
    MERGED,
    MOVED,
    NUMBER,
    ORIGIN_NOT_STATED,
    POST,
    REGRADED,
    RENAMED,
    REPORTS_TO,
    RESPONSIBILITIES,
    RETITLED,
    SPLIT,
    STATE,
    UNDECIDED,
    Change,
)
from reports.making import listed, name_of, shares
from reports.matching import Matching

Marks = dict[str, tuple[Mark, ...]]

LOOKS = {
    CREATED: "new",
    FORMED_FROM: "new",
    CLOSED: "deleted",
    DELETED: "deleted",
    MOVED: "moved",
    RENAMED: "renamed",
    RETITLED: "renamed",
    MERGED: "altered",
    SPLIT: "altered",
    REGRADED: "altered",
    REPORTS_TO: "altered",
    NUMBER: "altered",
    HOURS: "altered",
    STATE: "altered",
    RESPONSIBILITIES: "altered",
    JOINS: "outside",
    LEAVES: "outside",
    UNDECIDED: "unplaced",
    ORIGIN_NOT_STATED: "unplaced",
    FATE_NOT_STATED: "unplaced",
}
"""The shape in which each kind of change is drawn (`posts.naming.KINDS`)."""

SHORT = {
    CREATED: "+ NEW",
    FORMED_FROM: "+ NEW",
    CLOSED: "× CLOSED",
    DELETED: "× DELETED",
    MOVED: "→ MOVED",
    RENAMED: "RENAMED",
    RETITLED: "RETITLED",
    MERGED: "MERGED",
    SPLIT: "SPLIT",
    REGRADED: "REGRADED",
    REPORTS_TO: "REPORTS TO",
    NUMBER: "NUMBER",
    HOURS: "HOURS",
    STATE: "STATE",
    RESPONSIBILITIES: "RESPONSIBILITIES CHANGED",
    JOINS: "JOINS",
    LEAVES: "LEAVES THE COUNCIL",
    UNDECIDED: "DESTINATION UNDECIDED",
    ORIGIN_NOT_STATED: "MATCH NOT STATED",
    FATE_NOT_STATED: "MATCH NOT STATED",
}
"""The word of each kind by itself, as in the key beside a chart and in a table."""


def marks_before(changes: Sequence[Change], before: Snapshot, after: Snapshot) -> Marks:
    """The labels on the existing side, by the keys of the structure before."""
    matching = Matching(before, after)
    found = list[tuple[str, Mark]]()
    for change in changes:
        if change.kind == MERGED:
            words = _with("MERGES INTO", change.name)
            found += [(key, Mark("altered", words)) for key in change.others]
        elif change.kind in _BEFORE:
            key = matching.was.get(change.key, change.key)
            found.append((key, _mark(change, _BEFORE[change.kind](change, after))))
    return _by_key((key, mark) for key, mark in found if _stands(before, key))


def marks_after(changes: Sequence[Change], before: Snapshot, after: Snapshot) -> Marks:
    """The labels on the proposed side, by the keys of the structure after."""
    found = list[tuple[str, Mark]]()
    for change in _moves_joined(changes):
        if change.kind == SPLIT:
            words = _with("SPLIT FROM", change.name)
            found += [(key, Mark("altered", words)) for key in change.others]
        elif change.kind in _AFTER:
            found.append((change.key, _mark(change, _AFTER[change.kind](change, before))))
    return _by_key((key, mark) for key, mark in found if _stands(after, key))


def mark(change: Change) -> Mark:
    """A change by its kind alone, as in a table and in the key beside a chart."""
    return _mark(change, short(change.kind))


def short(kind: str) -> str:
    """The word of a kind by itself."""
    return SHORT.get(kind, f"LINE {kind.upper()}")


def _mark(change: Change, words: str) -> Mark:
    doubt = ", uncertain" if change.certainty == UNCERTAIN else ""
    minor = change.kind in (ORIGIN_NOT_STATED, FATE_NOT_STATED)
    return Mark(LOOKS.get(change.kind, "altered"), f"{words}{doubt}", minor)


def _by_key(found: Iterable[tuple[str, Mark]]) -> Marks:
    """Labels by key, each once."""
    marks = dict[str, dict[Mark, None]]()
    for key, mark in found:
        marks.setdefault(key, {})[mark] = None
    return {key: tuple(labels) for key, labels in marks.items()}


def _moves_joined(changes: Sequence[Change]) -> list[Change]:
    """The changes, with all the moves of one thing made into one from several units."""
    joined = dict[tuple[str, str, object], list[Change]]()
    for change in changes:
        apart = None if change.kind == MOVED else change
        joined.setdefault((change.key, change.kind, apart), []).append(change)
    return [
        replace(first, was=listed([first.was, *(change.was for change in rest)])) if rest else first
        for first, *rest in joined.values()
    ]


def _stands(snapshot: Snapshot, key: str) -> bool:
    return key in snapshot.units or key in snapshot.posts


def _with(words: str, name: str | None) -> str:
    return f"{words} {name}" if name else f"{words} a post, title not stated"


def _ended(change: Change, after: Snapshot) -> str:
    """Where a thing that has gone went, in the words of its box."""
    short = SHORT[change.kind]
    if change.becomes_key is not None:
        return f"{short}, mostly to {change.becomes}"
    return f"{short}, to {change.becomes}" if change.becomes else short


def _moves_to(change: Change, _: Snapshot) -> str:
    return f"→ MOVES TO {change.becomes}" if change.becomes else "→ MOVES, to where is not stated"


def _moved_from(change: Change, _: Snapshot) -> str:
    return f"→ MOVED FROM {change.was}" if change.was else SHORT[MOVED]


def _both(short: str, end: str, unit: str = "") -> Callable[[Change, Snapshot], str]:
    """A kind with both its ends, the one that is not on this side last: “NUMBER 3, was 2”."""

    def words(change: Change, _: Snapshot) -> str:
        ends = {"was": change.was, "becomes": change.becomes}
        other = ends.pop(end)
        return short if other is None else f"{short} {ends.popitem()[1]}{unit}, {end} {other}{unit}"

    return words


def _only(short: str, end: str = "was") -> Callable[[Change, Snapshot], str]:
    """A kind with one of its ends: “RENAMED, was Family centres”."""

    def words(change: Change, _: Snapshot) -> str:
        value = getattr(change, end)
        return f"{short}, {'was' if end == 'was' else 'becomes'} {value}" if value else short

    return words


def _split(change: Change, after: Snapshot) -> str:
    if by_number := shares(after, change.others):
        return f"SPLIT, {by_number}"
    return f"SPLIT INTO {change.becomes}" if change.becomes else "SPLIT"


def _plain(short: str) -> Callable[[Change, Snapshot], str]:
    return lambda change, _: short


def _made_from(change: Change, _: Snapshot) -> str:
    if change.subject == POST:
        return f"FORMED FROM {change.was}" if change.was else "FORMED FROM another post"
    return f"+ NEW, largely made up from {change.was}" if change.was else "+ NEW"


def _responsible(change: Change, before: Snapshot) -> str:
    taken = listed(name_of(before, key) for key in change.others)
    short = SHORT[RESPONSIBILITIES]
    return f"{short}, takes in part of {taken}" if taken else short


_Words = Mapping[str, Callable[[Change, Snapshot], str]]

_BEFORE: _Words = {
    CLOSED: _ended,
    DELETED: _ended,
    MOVED: _moves_to,
    RENAMED: _only("RENAMED", "becomes"),
    RETITLED: _only("RETITLED", "becomes"),
    SPLIT: _split,
    REGRADED: _only("REGRADED", "becomes"),
    REPORTS_TO: _both("REPORTS TO", "becomes"),
    NUMBER: _both("NUMBER", "becomes"),
    HOURS: _both("HOURS", "becomes", " FTE"),
    STATE: _both("STATE", "becomes"),
    RESPONSIBILITIES: _plain(SHORT[RESPONSIBILITIES]),
    JOINS: lambda change, _: f"JOINS {change.becomes or 'THE COUNCIL'}",
    LEAVES: _plain(SHORT[LEAVES]),
    UNDECIDED: _plain(SHORT[UNDECIDED]),
    FATE_NOT_STATED: _plain(SHORT[FATE_NOT_STATED]),
}

_AFTER: _Words = {
    CREATED: _plain(SHORT[CREATED]),
    FORMED_FROM: _made_from,
    MERGED: lambda change, _: f"MERGED FROM {change.was}" if change.was else "MERGED",
    MOVED: _moved_from,
    RENAMED: _only("RENAMED"),
    RETITLED: _only("RETITLED"),
    REGRADED: _only("REGRADED"),
    REPORTS_TO: _both("REPORTS TO", "was"),
    NUMBER: _both("NUMBER", "was"),
    HOURS: _both("HOURS", "was", " FTE"),
    STATE: _both("STATE", "was"),
    RESPONSIBILITIES: _responsible,
    JOINS: lambda change, _: f"JOINS FROM {change.was}" if change.was else "JOINS FROM OUTSIDE",
    LEAVES: _plain(SHORT[LEAVES]),
    UNDECIDED: _plain(SHORT[UNDECIDED]),
    ORIGIN_NOT_STATED: _plain(SHORT[ORIGIN_NOT_STATED]),
}
