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
from posts.refs import POST, UNIT
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
    """A clash as it is asked: about what, why, what each side says, and what each then gives up."""

    id: str
    about: str
    why: tuple[str, ...]
    draft: tuple[str, ...]
    now: tuple[str, ...]
    draft_gives_up: tuple[str, ...]
    now_gives_up: tuple[str, ...]


def called(*snapshots: Snapshot) -> dict[str, str | None]:
    """What everything in some structures is called, by its key; the last one's name counts."""
    return {
        key: snapshot.called(key)
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
    draft, now = (tuple(_says(each, called, len(keys) > 1) for each in side) for side in sides)
    lost = [_in_short(side) if clash.rule == UNSOUND else () for side in (now, draft)]
    return Question(clash.id, _listed(list(keys)), why, draft, now, *lost)


def _in_short(says: Iterable[str]) -> tuple[str, ...]:
    """The first that is said of each thing."""
    return tuple(each.split("; ")[0] for each in says)


def _says(said: Said, called: Called, by_name: bool) -> str:
    """What a side says in a point, in one line; by the name of what it is about, or without."""
    found = list(rows({said.point.ref: said.difference}, called))
    says = _of(said, found)
    return f"{found[0].what} – {says}" if by_name else _capital(says)


def _of(said: Said, found: list[Row]) -> str:
    """What the rows of a point come to."""
    if said.becomes is None:
        return _gone(found[0])
    if said.was is None:
        first = "created; " if said.point.ref.kind in (UNIT, POST) else ""
        more = "; ".join(f"{row.field} {row.becomes}" for row in found[bool(first) :])
        return f"{first}{more}"
    return "; ".join(f"{row.field}: {row.was} → {row.becomes}" for row in found)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _gone(row: Row) -> str:
    """That a unit or post, or what is said of one, is there no more."""
    return row.becomes or f"no longer {row.field} {row.was}"


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
