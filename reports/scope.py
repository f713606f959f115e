"""What a restructure touches and what it leaves alone, with all that stands below it.

Its one rule: the nearest statement above a thing decides, and a thing that stands in both
structures is out only if it is out in both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from posts.snapshot import Snapshot
from reports.proposal import OUT, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfScope:
    """A unit or post that the restructure leaves alone: why, and if not itself, below what.

    `differs` are the sentences of what differs on it all the same, as `Comparison` finds them.
    """

    key: str
    name: str | None
    why: str | None
    below: str | None = None
    differs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def reach(scope: Sequence[Scope], snapshot: Snapshot) -> dict[str, Scope]:
    """The statement that decides about each unit and post, for those that one reaches.

    A post stands below the post it reports to where both are in one unit, else below its unit.
    """
    stated = {of.key: of for of in scope}
    reached: dict[str, Scope | None] = {}
    for start in (*snapshot.units, *snapshot.posts) if stated else ():
        way, key = list[str](), start
        while key not in reached and key not in stated:
            way.append(key)
            above = _above(snapshot, key)
            if above is None:
                break
            key = above
        decides = stated.get(key) or reached.get(key)
        reached |= dict.fromkeys([*way, key], decides)
    return {key: decides for key, decides in reached.items() if decides is not None}


def out_of_scope(scope: Sequence[Scope], before: Snapshot, after: Snapshot) -> list[OutOfScope]:
    """What the restructure leaves alone, in the order of the structure before, then after."""
    found = dict[str, OutOfScope]()
    if not any(each.scope == OUT for each in scope):
        return []
    sides = (before, reach(scope, before)), (after, reach(scope, after))
    for snapshot, decides in sides:
        for key in (*snapshot.units, *snapshot.posts):
            by = decides.get(key)
            if by is not None and key not in found and _is_out(key, sides):
                below = None if by.key == key else by.key
                found[key] = OutOfScope(
                    key=key, name=snapshot.name_of(key), why=by.why, below=below, sources=by.sources
                )
    return list(found.values())


def _is_out(key: str, sides: Sequence[tuple[Snapshot, Mapping[str, Scope]]]) -> bool:
    return all(
        key in decides and decides[key].scope == OUT
        for snapshot, decides in sides
        if key in snapshot.units or key in snapshot.posts
    )


def _above(snapshot: Snapshot, key: str) -> str | None:
    if key in snapshot.units:
        return snapshot.units[key].parent
    post = snapshot.posts[key]
    manager = snapshot.posts.get(post.reports_to or "")
    if manager is not None and (manager.unit == post.unit or post.unit is None):
        return manager.key
    return post.unit
