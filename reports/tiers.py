"""How far down a structure is listed in full, and whether a unit or post lies within that.

Its one rule: absence proves something only down to the tier that is listed in full.
"""

from dataclasses import replace

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
    """Whether the structure lists everything down to a tier.

    Where the tier is not known, only one that lists every post does.
    """
    complete = snapshot.complete_to_tier
    if complete is None or to_tier is None:
        return snapshot.is_whole
    return to_tier <= complete


def limit(*snapshots: Snapshot) -> int | None:
    """The tier down to which structures can be counted; None: all that they list are counted.

    That is where one of them lists nothing in full, or all of them every post.
    """
    complete = [each.complete_to_tier for each in snapshots if not each.is_whole]
    stated = [tier for tier in complete if tier is not None]
    return min(stated) if stated and len(stated) == len(complete) else None


def with_tiers_open(was: Snapshot, becomes: Snapshot) -> Snapshot:
    """A draft that knows which posts have come to have no known tier since it was drawn.

    Of those that had none in its base already, that says nothing: a structure that lists its first
    tiers in full says which posts are of them.
    """
    if becomes.complete_to_tier is None or becomes.is_whole:
        return becomes
    unknown = {key for key in becomes.posts if becomes.tier_of(key) is None}
    old = {key for key in unknown & was.posts.keys() if was.tier_of(key) is None}
    return replace(becomes, tier_open=frozenset(unknown - old))


def _head_tier(snapshot: Snapshot, unit: str) -> int | None:
    tiers = [
        tier
        for leads in snapshot.leads_of.get(unit, ())
        if leads.how in (HEAD, ACTING_HEAD) and (tier := snapshot.tier_of(leads.post)) is not None
    ]
    return min(tiers, default=None)
