"""Where two changes made an unsound structure: in which points, and which of them brought it about.

Its one rule: a fault depends on its points alone. Let all of them be as one of two sound structures
has them, and the fault is gone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from posts.delta import Fault, Ref
from posts.points import Point, Said, value
from posts.refs import POST, UNIT
from posts.snapshot import Ending, Leads, Origin, Post, Record, ReportingLine, Unit
from posts.soundness import GONE, LINE_AND_MANAGER, LOOP, ONE_KEY, PLACE, POST_NUMBER

ABOVE = {UNIT: "parent", POST: "reports_to"}
"""The field by which a unit or post stands under another."""

Records = Mapping[Ref, Record]


@dataclass(frozen=True, slots=True)
class Part:
    """A point that has part in a fault: by what it says or, if it `is_gone`, by not standing."""

    point: Point
    is_gone: bool = False

    def is_due_to(self, said: Said) -> bool:
        """Whether this is the doing of a change that says so in the point."""
        if self.is_gone or said.becomes is None:
            return self.is_gone and said.becomes is None
        return said.was is None or value(said.was, self.point) != value(said.becomes, self.point)


def parts(fault: Fault, found: Records) -> set[Part]:
    """The points on which a fault of a structure depends; of what is gone, the whole."""
    ref = fault.ref
    match fault.rule:
        case rule if rule == GONE:
            return set(_gone(ref, found))
        case rule if rule == LOOP:
            return {Part(Point(each, ABOVE[ref.kind])) for each in _loop(ref, found)}
        case rule if rule == POST_NUMBER:
            return set(_numbered_alike(ref, found))
        case rule if rule == ONE_KEY:
            return {Part(Point(Ref(kind, ref.key), None)) for kind in (UNIT, POST)}
        case rule if rule in (PLACE, LINE_AND_MANAGER):
            return {Part(Point(ref, ABOVE[ref.kind]))}
    return {Part(Point(ref, None))}


def names(record: Record) -> Iterator[tuple[str | None, Ref]]:
    """The units and posts that a record names, each by the field that does; None: by itself."""
    match record:
        case Unit(parent=str(parent)):
            yield "parent", Ref(UNIT, parent)
        case Post():
            if record.unit is not None:
                yield "unit", Ref(UNIT, record.unit)
            if record.reports_to is not None:
                yield "reports_to", Ref(POST, record.reports_to)
        case Leads():
            yield None, Ref(POST, record.post)
            yield None, Ref(UNIT, record.unit)
        case ReportingLine():
            yield None, Ref(POST, record.post)
            if record.to is not None:
                yield None, Ref(POST, record.to)
        case Origin() | Ending():
            yield None, Ref(UNIT, record.key)
            yield None, Ref(POST, record.key)


def _gone(ref: Ref, found: Records) -> Iterator[Part]:
    """What names something that is not there, and what it names."""
    for field, end in names(found[ref]):
        if end not in found:
            yield Part(Point(ref, field))
            yield Part(Point(end, None), is_gone=True)


def _loop(ref: Ref, found: Records) -> Iterator[Ref]:
    """The units or posts that stand below each other in a ring."""
    here = ref
    while True:
        yield here
        here = Ref(ref.kind, getattr(found[here], ABOVE[ref.kind]))
        if here == ref:
            return


def _numbered_alike(ref: Ref, found: Records) -> Iterator[Part]:
    number = getattr(found[ref], "post_number", None)
    for other, record in found.items():
        if isinstance(record, Post) and record.post_number == number:
            yield Part(Point(other, "post_number"))
