"""What makes a structure unsound: references to what is gone, loops, things said twice.

Two changes that fit each other record by record can still make nonsense together. Its one rule:
one fault, one sentence that names the thing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from posts.refs import ENDING, LEADS, LINE, ORIGIN, POST, UNIT, Ref, beside, ref_of
from posts.snapshot import (
    LINE_OUTSIDE,
    LINE_STATED,
    Leads,
    Origin,
    Post,
    ReportingLine,
    Snapshot,
    Unit,
)

GONE, LOOP, PLACE, LINE_AND_MANAGER = "gone", "loop", "place", "line and manager"
ONE_KEY, POST_NUMBER, SAID_TWICE, ENDS = "one key", "post number", "said twice", "ends"

_WORDS = {LEADS: "a lead", LINE: "a reporting line", ORIGIN: "an origin", ENDING: "a stated end"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a record: which rule, of which record, what it is called, and how."""

    rule: str
    ref: Ref
    name: str
    says: str

    def __str__(self) -> str:
        return f"{self.name} {self.says}."


def faults(snapshot: Snapshot) -> list[Fault]:
    """List everything that makes a structure unsound; nothing if it is sound."""
    return [
        *_units(snapshot),
        *_posts(snapshot),
        *_loops(snapshot),
        *_one_key(snapshot),
        *_post_numbers(snapshot),
        *_beside(snapshot),
        *_said_twice(snapshot),
    ]


def _units(snapshot: Snapshot) -> Iterator[Fault]:
    for unit in snapshot.units.values():
        ref = Ref(UNIT, unit.key)
        if unit.parent is not None and unit.parent not in snapshot.units:
            yield Fault(GONE, ref, unit.name, f"stands in a unit that is not there ({unit.parent})")
        if unit.parent is None and unit.place is None:
            yield Fault(PLACE, ref, unit.name, "stands in no unit and in no place")
        if unit.parent is not None and unit.place is not None:
            yield Fault(PLACE, ref, unit.name, "stands in a unit and in a place of its own too")


def _posts(snapshot: Snapshot) -> Iterator[Fault]:
    for post in snapshot.posts.values():
        ref, name, manager = Ref(POST, post.key), _name(snapshot, post.key), post.reports_to
        if post.unit is not None and post.unit not in snapshot.units:
            yield Fault(GONE, ref, name, f"is in a unit that is not there ({post.unit})")
        if manager is not None and manager not in snapshot.posts:
            yield Fault(GONE, ref, name, f"reports to a post that is not there ({manager})")
        if (manager is not None) != (post.line == LINE_STATED):
            yield Fault(LINE_AND_MANAGER, ref, name, _line(post))
        if post.reports_to_other is not None and post.line != LINE_OUTSIDE:
            yield Fault(LINE_AND_MANAGER, ref, name, _line(post))


def _line(post: Post) -> str:
    to = post.reports_to or post.reports_to_other or "nobody named"
    return f"has the line “{post.line}” and reports to {to}"


def _loops(snapshot: Snapshot) -> Iterator[Fault]:
    """One fault for each unit and post that comes round to itself."""
    parents = {key: unit.parent for key, unit in snapshot.units.items()}
    managers = {key: post.reports_to for key, post in snapshot.posts.items()}
    for key in _looping(parents):
        yield Fault(LOOP, Ref(UNIT, key), _name(snapshot, key), "stands below itself")
    for key in _looping(managers):
        yield Fault(LOOP, Ref(POST, key), _name(snapshot, key), "reports, in the end, to itself")


def _looping(above: Mapping[str, str | None]) -> list[str]:
    """The keys that lie on a loop, each key walked over once."""
    seen, looping = set[str](), list[str]()
    for start in above:
        way: dict[str, None] = {}
        key: str | None = start
        while key is not None and key not in seen and key not in way:
            way[key] = None
            key = above.get(key)
        if key is not None and key in way:
            walked = list(way)
            looping += walked[walked.index(key) :]
        seen.update(way)
    return looping


def _one_key(snapshot: Snapshot) -> Iterator[Fault]:
    for key in snapshot.units.keys() & snapshot.posts.keys():
        name = snapshot.units[key].name
        yield Fault(ONE_KEY, Ref(UNIT, key), name, f"has the key of a post ({key})")


def _post_numbers(snapshot: Snapshot) -> Iterator[Fault]:
    first = dict[str, str]()
    for post in snapshot.posts.values():
        if post.post_number is None:
            continue
        other = first.setdefault(post.post_number, post.key)
        if other != post.key:
            says = f"has the post number of {_name(snapshot, other)} ({post.post_number})"
            yield Fault(POST_NUMBER, Ref(POST, post.key), _name(snapshot, post.key), says)


def _beside(snapshot: Snapshot) -> Iterator[Fault]:
    """Leads, lines and origins that name a unit or post that is not there, or no end at all."""
    for record in beside(snapshot):
        ref = ref_of(record)
        name = _name(snapshot, ref.key)
        for key, known in _named(record, snapshot):
            if key not in known:
                yield Fault(GONE, ref, name, f"has {_WORDS[ref.kind]} that names {key}, not there")
        if isinstance(record, ReportingLine) and (record.to is None) == (record.to_other is None):
            yield Fault(ENDS, ref, name, "has a reporting line that needs one end, post or words")
        if isinstance(record, Origin) and record.came_from and record.outside:
            yield Fault(ENDS, ref, name, "has an origin both inside the council and outside it")


def _named(record: object, snapshot: Snapshot) -> Iterator[tuple[str, Mapping[str, Unit | Post]]]:
    """The keys of this structure that a record names, each with where it has to be."""
    match record:
        case Leads():
            yield record.post, snapshot.posts
            yield record.unit, snapshot.units
        case ReportingLine():
            yield record.post, snapshot.posts
            if record.to is not None:
                yield record.to, snapshot.posts
        case Origin():
            yield record.key, snapshot.units if record.key in snapshot.units else snapshot.posts


def _said_twice(snapshot: Snapshot) -> Iterator[Fault]:
    for ref, times in Counter(map(ref_of, beside(snapshot))).items():
        if times > 1:
            says = f"has {_WORDS[ref.kind]} that is said {times} times"
            yield Fault(SAID_TWICE, ref, _name(snapshot, ref.key), says)


def _name(snapshot: Snapshot, key: str) -> str:
    """What to call a thing in a sentence, also where it is gone or has no title."""
    if key not in snapshot.units and key not in snapshot.posts:
        return key
    return snapshot.called(key) or f"the post {key}"
