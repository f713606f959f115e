"""What a unit or post that stands only after is: new, made from others, or of unknown origin.

Its one rule: it is new because the structure says so, or because everything of its tier was listed
before and it was not.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from posts.snapshot import (
    DERIVED,
    MOSTLY,
    NEW,
    OUTSIDE,
    PART,
    WHOLE,
    Origin,
    Unit,
)
from posts.snapshot import ORIGIN_NOT_STATED as NOT_STATED
from reports import tiers
from reports.change import CREATED, FORMED_FROM, JOINS, MERGED, ORIGIN_NOT_STATED, Change
from reports.making import Part, home, listed, make, name_of
from reports.matching import Matching
from reports.staying import in_part


def changes_of(matching: Matching, new: Part) -> Iterator[Change]:
    """The changes of a thing that stands only after."""
    origins = matching.origins(new.key)
    if not origins:
        yield from _unexplained(matching, new)
        return
    wholes = [origin for origin in origins if origin.share == WHOLE]
    yield from (make(CREATED, new, origin) for origin in origins if origin.share == NEW)
    if len(wholes) > 1:
        yield _merged(matching, new, wholes)
    mostly = [origin for origin in origins if origin.share == MOSTLY and origin.came_from]
    for origin in mostly:
        yield _formed(matching, new, origin)
    for origin in origins:
        if origin.outside is not None and len(wholes) < 2:
            yield make(JOINS, new, origin, was=origin.outside, **_into(matching, new))
        elif origin.share == PART and not mostly:
            yield in_part(matching, new, origin, FORMED_FROM)
        elif origin.share == NOT_STATED:
            yield make(ORIGIN_NOT_STATED, new, origin)


def _unexplained(matching: Matching, new: Part) -> Iterator[Change]:
    """Something new, if everything is listed to its tier before; else of unknown origin."""
    if isinstance(new, Unit) and matching.after.place_of(new.key) == OUTSIDE:
        return
    is_new = tiers.lists(matching.before, tiers.tier(matching.after, new.key))
    yield make(CREATED if is_new else ORIGIN_NOT_STATED, new, certainty=DERIVED)


def _merged(matching: Matching, new: Part, wholes: Sequence[Origin]) -> Change:
    names = (origin.outside or name_of(matching.before, origin.came_from) for origin in wholes)
    others = tuple(origin.came_from for origin in wholes if origin.came_from is not None)
    return make(MERGED, new, *wholes, was=listed(names), others=others)


def _formed(matching: Matching, new: Part, origin: Origin) -> Change:
    others = (origin.came_from,) if origin.came_from else ()
    was = name_of(matching.before, origin.came_from)
    return make(FORMED_FROM, new, origin, was=was, was_key=origin.came_from, others=others)


def _into(matching: Matching, new: Part) -> dict[str, Any]:
    return {"becomes": name_of(matching.after, home(new)), "becomes_key": home(new)}
