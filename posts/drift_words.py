"""What changed meanwhile, and where it clashes, in words that can be chosen from.

Pure. Its one rule: both sides of a clash are said alike, each as what it changes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from posts.delta import GONE_AND_CHANGED, MADE_DIFFERENTLY, TWO_VALUES, Fault
from posts.drift import UNSOUND, Clash
from posts.field_by_field import Row, name, rows
from posts.points import Point, Said
from posts.snapshot import Snapshot

Called = Mapping[str, str | None]

_WHAT = {
    TWO_VALUES: "Both changed it.",
    GONE_AND_CHANGED: "One takes it away, the other changes it.",
    MADE_DIFFERENTLY: "Both made it, differently.",
    UNSOUND: "Both cannot stand together.",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A clash as it is asked: about what, why, and what each side would have."""

    id: str
    about: str
    why: tuple[str, ...]
    draft: tuple[Row, ...]
    now: tuple[Row, ...]


def called(*snapshots: Snapshot) -> dict[str, str | None]:
    """What everything in some structures is called, by its key; the last one's name counts."""
    return {
        key: snapshot.name_of(key)
        for snapshot in snapshots
        for key in (*snapshot.units, *snapshot.posts)
    }


def told(said: Iterable[Said], called: Called) -> Iterator[Row]:
    """What is said in some points, field by field; of what is gone, only that it is."""
    for each in said:
        found = list(rows({each.point.ref: each.difference}, called))
        yield from found[:1] if each.becomes is None else found


def question(clash: Clash, called: Called) -> Question:
    """A clash in words."""
    sides = clash.draft, clash.now
    points = dict.fromkeys(each.point for side in sides for each in side)
    keys = dict.fromkeys(name(_about(point), called) for point in points)
    why = tuple(_sentence(fault, called) for fault in clash.faults) or (_WHAT[clash.rule],)
    draft, now = (tuple(told(side, called)) for side in sides)
    return Question(clash.id, _listed(list(keys)), why, draft, now)


def _about(point: Point) -> str:
    """The key of what a point is about."""
    return point.ref.key


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def _sentence(fault: Fault, called: Called) -> str:
    """What would be wrong, things called by their names where the fault gives a key."""
    named = re.sub(r"\(([^()]+)\)$", lambda key: f"({called.get(key[1]) or key[1]})", fault.says)
    return f"{fault.name} {named}."
