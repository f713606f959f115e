"""Whether each unit of the council that has something below it has a head, and no more than one.

Its one rule: that no head is stated proves that there is none only where the draft lists every
post of the tier in which the head would stand.
"""

from collections.abc import Iterator, Sequence

from posts.snapshot import ACTING_HEAD, COUNCIL, HEAD, Snapshot, Unit
from reports import tiers
from reports.calling import called
from reports.change import DELETED, POST
from reports.drafts.draft import (
    INFO,
    LOOK,
    MUST,
    Draft,
    Failing,
    Mend,
    called_all,
    how_many,
    keys_of,
    named,
    one_or,
)
from reports.making import listed


def headless(draft: Draft) -> Iterator[Failing]:
    """Units that lost their head, or are new without one; apart, those of which none was stated."""
    found: dict[str | None, list[Unit]] = {MUST: [], LOOK: [], INFO: []}
    for unit in _without(draft):
        found.setdefault(_severity(draft, unit), []).append(unit)
    if lost := found[MUST]:
        yield _finding(MUST, lost, f"{how_many(lost)} {one_or(lost, 'is', 'are')} without a head")
    if unsure := found[LOOK]:
        yield _finding(LOOK, unsure, f"No head is stated for {how_many(unsure)}")
    if as_before := found[INFO]:
        yield _finding(INFO, as_before, f"No head is stated for {how_many(as_before)}, as before")


def _severity(draft: Draft, unit: Unit) -> str | None:
    """How grave it is that no head is stated of a unit; None: it proves nothing."""
    had = _heads(draft.before, draft.matching.was.get(unit.key, ""))
    is_listed = tiers.lists(draft.after, tiers.unit_tier(draft.after, unit.key))
    if had:
        return MUST if is_listed or _are_deleted(draft, had) else LOOK
    if not is_listed:
        return None
    if unit.key not in draft.matching.was:
        return MUST
    return INFO if unit.kind in _headed(draft.before) else LOOK


def _finding(severity: str, units: Sequence[Unit], heading: str) -> Failing:
    keys, first = keys_of(units), units[0].name
    close = Mend(words=f"Close {first}…", keys=keys[:1], act="close")
    name = Mend(words="name its head…", keys=keys[:1], act="head")
    text = f"{called_all(units)}."
    return Failing(severity=severity, heading=heading, text=text, keys=keys, mends=(close, name))


def _without(draft: Draft) -> list[Unit]:
    """The units that would have a head, and for which none is stated."""
    kinds = _headed(draft.before) | _headed(draft.after)
    return [
        unit
        for unit in draft.after.units.values()
        if unit.kind in kinds
        and not unit.is_function
        and unit.key not in draft.out
        and not _heads(draft.after, unit.key)
        and _has_anything(draft.after, unit)
        and draft.after.place_of(unit.key) == COUNCIL
    ]


def _headed(snapshot: Snapshot) -> set[str | None]:
    """The kinds of unit that have heads."""
    how = (HEAD, ACTING_HEAD)
    return {snapshot.units[lead.unit].kind for lead in snapshot.leads if lead.how in how}


def _has_anything(snapshot: Snapshot, unit: Unit) -> bool:
    return unit.key in snapshot.posts_in or unit.key in snapshot.units_under


def _heads(snapshot: Snapshot, unit: str, *hows: str) -> list[str]:
    return [
        lead.post
        for lead in snapshot.leads_of.get(unit, ())
        if lead.how in (hows or (HEAD, ACTING_HEAD))
    ]


def _are_deleted(draft: Draft, heads: Sequence[str]) -> bool:
    deleted = {change.key for change in draft.changes(POST, DELETED)}
    return bool(heads) and deleted.issuperset(heads)


def two_heads(draft: Draft) -> Iterator[Failing]:
    """Units with more than one head that had not the same heads before."""
    found = [
        (unit, heads)
        for unit in draft.after.units.values()
        if unit.key not in draft.out
        and len(heads := _heads(draft.after, unit.key, HEAD)) > 1
        and not _had(draft, unit.key, heads)
    ]
    if not found:
        return
    units = [unit for unit, _ in found]
    yield Failing(
        severity=LOOK,
        heading=f"{how_many(units)} {one_or(units, 'has', 'have')} more than one head",
        text=f"{named(_with_heads(draft, unit, heads) for unit, heads in found)}.",
        keys=keys_of(units),
        mends=(Mend(words="Name one…", keys=keys_of(units)[:1], act="head"),),
    )


def _had(draft: Draft, key: str, heads: Sequence[str]) -> bool:
    was = draft.matching.was
    before = _heads(draft.before, was.get(key, ""), HEAD)
    return {was.get(head) for head in heads} == set(before)


def _with_heads(draft: Draft, unit: Unit, heads: Sequence[str]) -> str:
    return f"{unit.name}: {listed(called(draft.after.posts[head]) for head in heads)}"
