"""What a change says of a structure, point by point: a field of a record, or that it stands at all.

Two changes to one structure agree or clash in points, and either can be given up in one. Its one
rule: fields that mean something only together (the line and whom it leads to) are one point.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeVar

from posts.delta import Delta, Difference, Ref, fields
from posts.snapshot import Post, Record, Snapshot, Unit

TOGETHER = {
    "place": "parent",
    "line": "reports_to",
    "reports_to_other": "reports_to",
    "is_function": "kind",
}
"""Fields that go with another, by that other's name."""

_GOES_WITH = {"parent": "position", "unit": "position", "reports_to": "position"}
_ALL = {
    name: (name, *(other for other, first in TOGETHER.items() if first == name))
    for name in set(TOGETHER.values())
}


class Point(NamedTuple):
    """A field of a record, with those that go with it; None: whether the record stands, and how."""

    ref: Ref
    field: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """What a change says in one point: the record as it was, and as it becomes."""

    point: Point
    was: Record | None
    becomes: Record | None

    @property
    def values(self) -> tuple[Any, Any]:
        """The value of the point before and after."""
        return value(self.was, self.point), value(self.becomes, self.point)

    @property
    def difference(self) -> Difference:
        """The record as it was, and as it would be by this point alone."""
        if self.point.field is None or self.was is None or self.becomes is None:
            return Difference(self.was, self.becomes)
        names = _ALL.get(self.point.field, (self.point.field,))
        changed = {name: getattr(self.becomes, name) for name in names}
        return Difference(self.was, replace(self.was, **changed))


def value(record: Record | None, point: Point) -> Any:
    """What a record says in a point; of the whole, all that it says but its position."""
    if record is None:
        return None
    if point.field is None:
        return tuple(sorted((name, said) for name, (_, said) in fields(None, record).items()))
    return tuple(getattr(record, name) for name in _ALL.get(point.field, (point.field,)))


def whole(*changes: Delta) -> set[Ref]:
    """The records that any of the changes makes or takes away: they are one point each."""
    return {
        ref
        for change in changes
        for ref, (old, new) in change.items()
        if old is None or new is None
    }


def said(change: Delta, whole: Collection[Ref]) -> dict[Point, Said]:
    """All that a change says, by its points."""
    return {
        point: Said(point, *difference)
        for ref, difference in change.items()
        for point in _points(ref, difference, whole)
    }


def _points(ref: Ref, difference: Difference, whole: Collection[Ref]) -> Iterable[Point]:
    if ref in whole:
        return (Point(ref, None),)
    return (Point(ref, TOGETHER.get(name, name)) for name in fields(*difference))


def without(change: Delta, points: Iterable[Point]) -> dict[Ref, Difference]:
    """A change that says nothing in these points."""
    left = dict(change)
    for ref, field in points:
        old, new = left.get(ref, (None, None))
        if field is None or old is None or new is None:
            left.pop(ref, None)
        else:
            left[ref] = Difference(old, _as_before(old, new, field))
    return {ref: difference for ref, difference in left.items() if difference.old != difference.new}


def _as_before(old: Record, new: Record, field: str) -> Record:
    names = {*_ALL.get(field, (field,)), _GOES_WITH.get(field, field)}
    return replace(new, **{name: getattr(old, name) for name in names})


def bare(snapshot: Snapshot) -> Snapshot:
    """A structure without what it says of the one before it."""
    return replace(
        snapshot,
        units=snapshot.units | _unsaid(snapshot.units),
        posts=snapshot.posts | _unsaid(snapshot.posts),
        origins=(),
        endings=(),
    )


_Part = TypeVar("_Part", Unit, Post)


def _unsaid(parts: Mapping[str, _Part]) -> dict[str, _Part]:
    """The units or posts of which it is said that something has changed, or when, without that."""
    return {
        key: replace(part, changed=(), phase=None, effective=None)
        for key, part in parts.items()
        if part.changed or part.phase or part.effective
    }
