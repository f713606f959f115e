"""How far down a structure is listed in full, and whether a unit or post lies within that.

Its one rule: absence proves something only down to the tier that is listed in full.
"""

from posts.snapshot import ACTING_HEAD, COUNCIL, HEAD, Snapshot


def unit_tier(snapshot: Snapshot, key: str) -> int | None:
    """The tier of a council's unit: its head's, else one below the unit it stands in; top is 1.

    Work (a function) has no tier, and neither has what stands outside the council or unplaced.
    """
    below, unit = 0, snapshot.units[key]
    if unit.is_function:
        return None
    while True:
        if (tier := _head_tier(snapshot, unit.key)) is not None:
            return tier + below
        if unit.parent is None:
            return 1 + below if unit.place == COUNCIL else None
        below, unit = below + 1, snapshot.units[unit.parent]


def tier(snapshot: Snapshot, key: str) -> int | None:
    """The tier of a unit or a post; None where it is not known."""
    return unit_tier(snapshot, key) if key in snapshot.units else snapshot.tier_of(key)


def lists(snapshot: Snapshot, to_tier: int | None) -> bool:
    """Whether the structure lists everything down to a tier; never where the tier is not known."""
    complete = snapshot.complete_to_tier
    return complete is not None and to_tier is not None and to_tier <= complete


def _head_tier(snapshot: Snapshot, unit: str) -> int | None:
    tiers = [
        tier
        for leads in snapshot.leads_of.get(unit, ())
        if leads.how in (HEAD, ACTING_HEAD) and (tier := snapshot.tier_of(leads.post)) is not None
    ]
    return min(tiers, default=None)
