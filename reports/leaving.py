"""What becomes of a unit or post that stands only before: where it went, or that it is not stated.

Its one rule: a thing has come to its end because the structure after says so, or because that lists
everything of its tier and nothing there may be its successor.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from posts.snapshot import (
    DERIVED,
    MOSTLY,
    OUTSIDE,
    STATED,
    WHOLE,
    Ending,
    Origin,
    Snapshot,
    Unit,
)
from posts.snapshot import ORIGIN_NOT_STATED as NOT_STATED
from reports import tiers
from reports.change import CLOSED, DELETED, FATE_NOT_STATED, SPLIT, Change
from reports.making import Part, home, listed, make_gone, name_of, shares
from reports.matching import Matching
from reports.staying import stays_put


def may_leave(matching: Matching, key: str) -> bool:
    """Whether there may be anything to tell of a thing before but how it stays."""
    return key not in matching.becomes or key in matching.went_to or key in matching.endings


def changes_of(
    matching: Matching, old: Part, open_successions: set[tuple[str, object]]
) -> Iterator[Change]:
    """The changes of a thing that stands only before, and of one that is split and stays."""
    splits = matching.splits(old.key)
    if splits:
        yield _split(matching, old, splits)
    if old.key in matching.becomes and old.key not in matching.endings:
        return
    ending, went_to = matching.endings.get(old.key), matching.went_to.get(old.key, [])
    if ending is not None:
        yield _gone(matching, old, True, went_to, ending)
    elif any(origin.share == WHOLE for origin in went_to):
        return
    elif went_to:
        is_told = tiers.lists(matching.before, tiers.tier(matching.before, old.key))
        yield _gone(matching, old, is_told, went_to)
    elif matching.before.place_of(old.key) != OUTSIDE:
        is_told = tiers.lists(matching.after, tiers.tier(matching.before, old.key))
        yield _gone(matching, old, is_told and _alike(matching.before, old) not in open_successions)
    elif not isinstance(old, Unit):
        yield _gone(matching, old, False)


def _split(matching: Matching, old: Part, into: Sequence[Origin]) -> Change:
    stays = (old.key,) if matching.is_there(old.key) else ()
    others = (*stays, *(origin.key for origin in into))
    after = matching.after
    becomes = shares(after, others) or listed(name_of(after, key) for key in others)
    split = make_gone(SPLIT, old, *into, becomes=becomes, others=others)
    parts = [after.units.get(origin.key) or after.posts[origin.key] for origin in into]
    phase, effective = ({getattr(part, when) for part in parts} for when in ("phase", "effective"))
    return replace(split, phase=_alone(phase), effective=_alone(effective))


def _alone(values: set[str | None]) -> str | None:
    """What all of them have; None where they differ."""
    return next(iter(values)) if len(values) == 1 else None


def _gone(
    matching: Matching,
    old: Part,
    is_told: bool,
    went_to: Sequence[Origin] = (),
    ending: Ending | None = None,
) -> Change:
    """A thing that is closed or deleted, as stated or as derived; else its fate is not stated."""
    gone = CLOSED if isinstance(old, Unit) else DELETED
    kind, certainty = gone if is_told else FATE_NOT_STATED, STATED if ending else DERIVED
    ends = _out_to(matching, old, went_to)
    return make_gone(kind, old, *went_to, ending=ending, certainty=certainty, **ends)


def _out_to(matching: Matching, old: Part, went_to: Sequence[Origin]) -> dict[str, Any]:
    """Where a thing went: the one that is mostly made of it as its end, all of them as others."""
    children = matching.before.units_under.get(old.key, ()) if isinstance(old, Unit) else ()
    took: list[str | None] = [_took_in(matching, o.key) or o.key for o in went_to]
    took += [_took_in(matching, matching.becomes.get(unit.key, "")) for unit in children]
    others = tuple(dict.fromkeys(key for key in took if key is not None))
    mostly = [origin.key for origin in went_to if origin.share in (MOSTLY, WHOLE)]
    if len(mostly) == 1:
        name = name_of(matching.after, mostly[0])
        return {"becomes": name, "becomes_key": mostly[0], "others": others}
    return {"becomes": listed(name_of(matching.after, key) for key in others), "others": others}


def _took_in(matching: Matching, key: str) -> str | None:
    """The unit that took in a thing that only moved; None for a thing that did not."""
    part = matching.after.units.get(key) or matching.after.posts.get(key)
    if part is None or key not in matching.was or stays_put(matching, part):
        return None
    return home(part)


def open_successions(matching: Matching) -> set[tuple[str, object]]:
    """The tiers of posts and kinds of unit of which something after has its origin not stated.

    It may be the successor of anything alike that stands only before.
    """
    after = matching.after
    parts = (
        after.units.get(origin.key) or after.posts.get(origin.key)
        for origin in after.origins
        if origin.share == NOT_STATED and origin.key not in matching.was
    )
    return {_alike(after, part) for part in parts if part is not None}


def _alike(snapshot: Snapshot, part: Part) -> tuple[str, object]:
    if isinstance(part, Unit):
        return "kind", part.kind
    return "tier", snapshot.tier_of(part.key)
