"""The units of a snapshot as nested lists, each with how many posts are in it and below.

Its one rule: of a long list the first units are shown, and how many more there are is said.
"""

from dataclasses import dataclass, field

from posts.how_many import number
from posts.snapshot import Post, Snapshot, Unit

MOST = 300


@dataclass(slots=True)
class UnitLine:
    """A unit, its posts with those below it, and the units below."""

    unit: Unit
    posts: str
    below: list["UnitLine"] = field(default_factory=list)


def unit_lines(snapshot: Snapshot) -> tuple[list[UnitLine], int]:
    """The first units, nested, and how many more there are."""
    posts = _posts(snapshot)
    lines: dict[str, UnitLine] = {}
    tops: list[UnitLine] = []
    shown = list(snapshot.units.values())[:MOST]
    for unit in shown:
        line = lines[unit.key] = UnitLine(unit, number(posts[unit.key]))
        siblings = tops if unit.parent is None else lines[unit.parent].below
        siblings.append(line)
    return tops, len(snapshot.units) - len(shown)


def _posts(snapshot: Snapshot) -> dict[str, list[Post]]:
    """The posts in each unit and below it."""
    found: dict[str, list[Post]] = {key: [] for key in snapshot.units}
    for key, posts in snapshot.posts_in.items():
        if key is not None:
            for unit in (snapshot.units[key], *snapshot.above(key)):
                found[unit.key] += posts
    return found
