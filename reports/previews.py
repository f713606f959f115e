"""The sentence that the report will say of a unit or post once an act is done, before it is done.

Pure, and quick enough to be asked while one chooses: it compares no more of the two structures than
the sentence can depend on. Its one rule: the sentence is the one that the whole comparison gives.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from posts.snapshot import MOSTLY, ORIGIN_NOT_STATED, UNCERTAIN, Snapshot
from reports.calling import capital, is_many
from reports.change import LINE, MOVED, UNIT, Change
from reports.compare import compare
from reports.matching import Matching
from reports.wording import sentence


def would_say(before: Snapshot, after: Snapshot, key: str) -> str | None:
    """Say what the report says of a thing; None if it says nothing.

    `after` is the draft as it would stand.
    """
    return says(*cut(before, after, key), key)


def says(before: Snapshot, after: Snapshot, key: str) -> str | None:
    """Say what a whole comparison says of a thing."""
    changes = [each for each in compare(before, after) if each.key == key and each.subject != LINE]
    return " ".join(_said(change, before, after) for change in changes) or None


def _said(change: Change, before: Snapshot, after: Snapshot) -> str:
    """A change in its sentence; a unit that moves, as what its new unit is made up from.

    Where that is largely made up from the unit that it stood in, it comes with the rest of it.
    """
    into = after.units.get(change.becomes_key or "")
    if change.subject != UNIT or change.kind != MOVED or into is None or change.was is None:
        return sentence(change, before, after)
    if any(
        origin.share == MOSTLY and origin.came_from == change.was_key
        for origin in after.origins_of.get(into.key, ())
    ):
        return sentence(change, before, after)
    is_new = into.key not in Matching(before, after).was
    one, many = ("includes", "include") if is_new else ("takes in", "take in")
    doubt = " (uncertain)" if change.certainty == UNCERTAIN else ""
    takes = many if is_many(into) else one
    return f"{capital(into.name)} {takes} “{change.name}”{doubt} from {change.was}."


def cut(before: Snapshot, after: Snapshot, key: str) -> tuple[Snapshot, Snapshot]:
    """Both structures with only those things on which the changes of one thing can depend.

    These are what is above it, who heads that, and to whom they report; what it came from and what
    came from it; of what goes, what stood in it; and of each of these the same.
    """
    keys = _concerned(before, after, key)
    return _only(before, keys), _only(after, keys)


def _concerned(before: Snapshot, after: Snapshot, key: str) -> set[str]:
    went_to = Matching(before, after).went_to
    keys, waiting = set[str](), [key, *_if_it_goes(before, after, key)]
    while waiting:
        one = waiting.pop()
        if one in keys:
            continue
        keys.add(one)
        waiting += (origin.key for origin in went_to.get(one, ()))
        waiting += (o.came_from for o in after.origins_of.get(one, ()) if o.came_from)
        waiting += (*_above(before, one), *_above(after, one))
    return keys


def _if_it_goes(before: Snapshot, after: Snapshot, key: str) -> Iterator[str]:
    """What tells where a thing went that stands only before, and whether its fate is open."""
    if key in after.units or key in after.posts:
        return
    yield from (unit.key for unit in before.units_under.get(key, ()))
    yield from (o.key for o in after.origins if o.share == ORIGIN_NOT_STATED)


def _above(snapshot: Snapshot, key: str) -> Iterable[str]:
    """What a thing stands in or reports to, and who heads it."""
    if (unit := snapshot.units.get(key)) is not None:
        near = [unit.parent, *(lead.post for lead in snapshot.leads_of.get(key, ()))]
    elif (post := snapshot.posts.get(key)) is not None:
        near = [post.unit, post.reports_to]
    else:
        return ()
    return [other for other in near if other is not None]


def _only(snapshot: Snapshot, keys: set[str]) -> Snapshot:
    return replace(
        snapshot,
        units={key: unit for key, unit in snapshot.units.items() if key in keys},
        posts={key: post for key, post in snapshot.posts.items() if key in keys},
        leads=tuple(lead for lead in snapshot.leads if lead.unit in keys),
        lines=(),
        origins=tuple(origin for origin in snapshot.origins if origin.key in keys),
        endings=tuple(ending for ending in snapshot.endings if ending.key in keys),
        cut_from=snapshot,
    )
