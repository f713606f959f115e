"""What changes on a unit or post that stands both before and after.

Its one rule: only what is known on both sides can have changed. What was not stated and now is, or
was and now is not, is no change.
"""

from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter
from typing import Any

from posts.snapshot import (
    LINE_NONE,
    LINE_NOT_STATED,
    LINE_STATED,
    OUTSIDE,
    UNPLACED,
    WHOLE,
    Origin,
    Post,
    Snapshot,
    Unit,
)
from reports.change import (
    HOURS,
    JOINS,
    LEAVES,
    MERGED,
    MOVED,
    NUMBER,
    REGRADED,
    RENAMED,
    REPORTS_TO,
    RESPONSIBILITIES,
    RETITLED,
    STATE,
    UNDECIDED,
    Change,
)
from reports.making import Part, home, in_words, joined_sources, least_sure, listed, make, name_of
from reports.matching import Matching

UNIT_FIELDS = {"name": RENAMED, "number": NUMBER, "remit": RESPONSIBILITIES}
POST_FIELDS = {
    "title": RETITLED,
    "grade": REGRADED,
    "fte": HOURS,
    "number": NUMBER,
    "state": STATE,
    "responsibilities": RESPONSIBILITIES,
}
STATED_CHANGES = {
    "name": RENAMED,
    "title": RETITLED,
    "grade": REGRADED,
    "fte": HOURS,
    "hours": HOURS,
    "number": NUMBER,
    "state": STATE,
    "remit": RESPONSIBILITIES,
    "responsibilities": RESPONSIBILITIES,
    "reports_to": REPORTS_TO,
    "parent": MOVED,
    "unit": MOVED,
}
"""What `changed` may name, and the kind of change that it states."""

_UNIT_FACTS = attrgetter("parent", "place", *UNIT_FIELDS)
_POST_FACTS = attrgetter("unit", "line", "reports_to", "reports_to_other", *POST_FIELDS)


def is_as_it_was(matching: Matching, old: Part, new: Part) -> bool:
    """Whether nothing that is told has changed: the common case, and therefore quick."""
    facts = _UNIT_FACTS if isinstance(new, Unit) else _POST_FACTS
    return (
        old.key == new.key
        and not new.changed
        and new.key not in matching.after.origins_of
        and bool(facts(old) == facts(new))
        and not _crosses(matching, new)
    )


def changes_of(matching: Matching, old: Part, new: Part) -> Iterator[Change]:
    """The changes of a thing that stays, in the order in which they are told."""
    told = [*_named(old, new), *_placed(matching, old, new), *_valued(old, new)]
    if isinstance(old, Post) and isinstance(new, Post):
        told += _managed(matching, old, new)
    told += _stated(new, {change.kind for change in told})
    yield from told
    yield from _joined_by(matching, old, new)


def _named(old: Part, new: Part) -> Iterator[Change]:
    """A new name, unless the existing thing goes by it already."""
    field = "name" if isinstance(new, Unit) else "title"
    if getattr(new, field) not in {other.name for other in old.other_names}:
        yield from _differing(old, new, field)


def _valued(old: Part, new: Part) -> Iterator[Change]:
    for field in UNIT_FIELDS if isinstance(new, Unit) else POST_FIELDS:
        if field not in ("name", "title"):
            yield from _differing(old, new, field)


def _differing(old: Part, new: Part, field: str) -> Iterator[Change]:
    was, becomes = getattr(old, field), getattr(new, field)
    if was is not None and becomes is not None and was != becomes:
        kind = (UNIT_FIELDS if isinstance(new, Unit) else POST_FIELDS)[field]
        yield make(kind, new, certainty=old.certainty, was=in_words(was), becomes=in_words(becomes))


def _placed(matching: Matching, old: Part, new: Part) -> Iterator[Change]:
    """A move, or a way across the council's border; a unit below one that crosses it goes along."""
    if not _is_at_home(matching, old, new):
        yield from _crossing(matching, old, new)
    elif isinstance(old, Post) and isinstance(new, Post) and old.unit and _crosses(matching, new):
        yield from _along(matching, old, new, matching.after.units[new.unit or ""])


def _crosses(matching: Matching, new: Part) -> bool:
    """Whether it is a post whose unit crosses the border."""
    return isinstance(new, Post) and new.unit in matching.crossing


def _along(matching: Matching, old: Post, new: Post, unit: Unit) -> Iterator[Change]:
    """A post that crosses the border with its unit: when, how surely and where that is stated."""
    for change in _crossing(matching, old, new):
        if change.kind != MOVED:
            yield replace(
                change,
                phase=change.phase or unit.phase,
                effective=change.effective or unit.effective,
                certainty=least_sure(change.certainty, unit.certainty),
                sources=joined_sources(change.sources, unit.sources),
            )


def _crossing(matching: Matching, old: Part, new: Part) -> Iterator[Change]:
    was_place = matching.before.place_of(old.key)
    becomes_place = matching.after.place_of(new.key)
    ends = _ends(matching, old, new)
    if was_place == becomes_place:
        yield make(MOVED, new, certainty=old.certainty, **ends)
    elif was_place == OUTSIDE:
        ends |= _end("was", matching.before, _body(matching.before, old))
        yield make(JOINS, new, certainty=old.certainty, **ends)
    elif becomes_place == OUTSIDE:
        ends |= _end("becomes", matching.after, _body(matching.after, new))
        yield make(LEAVES, new, certainty=old.certainty, **ends)
    elif becomes_place == UNPLACED:
        yield make(UNDECIDED, new, certainty=old.certainty, **ends)
    else:
        yield make(MOVED, new, certainty=old.certainty, **ends)


def _is_at_home(matching: Matching, old: Part, new: Part) -> bool:
    """Whether a thing stands where it stood, or where it stood or stands is not stated."""
    was, becomes = home(old), home(new)
    if was is not None and becomes is not None:
        return matching.was.get(becomes) == was
    if isinstance(old, Unit) and isinstance(new, Unit):
        return was is None and becomes is None and old.place == new.place
    return was is None or matching.before.place_of(old.key) != OUTSIDE


def _ends(matching: Matching, old: Part, new: Part) -> dict[str, Any]:
    return _end("was", matching.before, home(old)) | _end("becomes", matching.after, home(new))


def _end(end: str, snapshot: Snapshot, key: str | None) -> dict[str, Any]:
    return {end: name_of(snapshot, key), f"{end}_key": key}


def _body(snapshot: Snapshot, part: Part) -> str | None:
    """The key of the body outside the council to which a thing belongs; None if it is one."""
    above = home(part)
    while above is not None and snapshot.units[above].parent is not None:
        above = snapshot.units[above].parent
    return above


def _managed(matching: Matching, old: Post, new: Post) -> Iterator[Change]:
    """Another post to report to, where both lines are known."""
    if LINE_NOT_STATED in (old.line, new.line):
        return
    manager = matching.was.get(new.reports_to or "", new.reports_to)
    if (old.line, old.reports_to, old.reports_to_other) == (
        new.line,
        manager,
        new.reports_to_other,
    ):
        return
    yield make(
        REPORTS_TO,
        new,
        certainty=old.certainty,
        was=manager_in_words(matching.before, old),
        becomes=manager_in_words(matching.after, new),
        was_key=old.reports_to,
        becomes_key=new.reports_to,
    )


def manager_in_words(snapshot: Snapshot, post: Post) -> str | None:
    """To whom a post reports; “nobody” where that is stated, None where it is not."""
    if post.line == LINE_STATED:
        return name_of(snapshot, post.reports_to)
    return "nobody" if post.line == LINE_NONE else post.reports_to_other


def _stated(new: Part, told: set[str]) -> Iterator[Change]:
    """What the paper says has changed, without saying from what to what."""
    for word in new.changed:
        kind = STATED_CHANGES.get(word)
        if kind is not None and kind not in told:
            yield make(kind, new)


def _joined_by(matching: Matching, old: Part, new: Part) -> Iterator[Change]:
    """What a thing that stays takes in besides: others whole, parts of others, from outside."""
    origins = matching.origins(new.key)
    wholes = [o for o in origins if o.share == WHOLE and o.came_from is not None]
    if wholes:
        others = (old.key, *(o.came_from for o in wholes if o.came_from is not None))
        was = listed(name_of(matching.before, key) for key in others)
        yield make(MERGED, new, *wholes, certainty=old.certainty, was=was, others=others)
    for origin in origins:
        if origin.outside is not None:
            ends = _end("becomes", matching.after, home(new))
            yield make(JOINS, new, origin, was=origin.outside, **ends)
        elif origin.came_from not in (None, home(old)) and origin not in wholes:
            yield in_part(matching, new, origin, RESPONSIBILITIES)


def in_part(matching: Matching, new: Part, origin: Origin, in_place: str) -> Change:
    """Part of a thing comes from elsewhere: it moves from there.

    What stays where it was and takes in part of another does not move, nor does a post, nor what
    takes in part of a unit of its own kind: what happens to those, the caller says.
    """
    came_from = _end("was", matching.before, origin.came_from)
    if stays_put(matching, new) or _is_from_a_peer(matching, new, origin):
        others = (origin.came_from,) if origin.came_from else ()
        return make(in_place, new, origin, others=others, **came_from)
    return make(MOVED, new, origin, **came_from, **_end("becomes", matching.after, home(new)))


def _is_from_a_peer(matching: Matching, new: Part, origin: Origin) -> bool:
    """Whether part of a post comes to a post, or part of a unit to an old one of its kind."""
    other = matching.before.units.get(origin.came_from or "")
    if other is None or not isinstance(new, Unit):
        return True
    return new.key in matching.was and new.kind is not None and new.kind == other.kind


def stays_put(matching: Matching, new: Part) -> bool:
    """Whether a thing stood where it stands now."""
    key = matching.was.get(new.key, "")
    old = matching.before.units.get(key) or matching.before.posts.get(key)
    return old is not None and _is_at_home(matching, old, new)
