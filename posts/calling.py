"""What the units and posts of one structure are called, so that none is mistaken for another.

Pure. Its one rule: `divisions.apart` decides how; here is only found what is alike.
"""

from typing import TYPE_CHECKING

from divisions.apart import Thing, told_apart
from divisions.sentences import AT_TOPS

if TYPE_CHECKING:
    from posts.snapshot import Post, Snapshot, Unit

UNIT_NOT_STATED = "unit not stated"


class Calling:
    """What everything in a structure is called, found out name by name as it is asked for."""

    def __init__(self, snapshot: "Snapshot") -> None:
        self._snapshot = snapshot
        self._called = dict[str, str]()
        self._alike = dict[tuple[bool, str], list[str]]()
        for unit in snapshot.units.values():
            self._alike.setdefault((True, unit.name.casefold()), []).append(unit.key)
        for post in snapshot.posts.values():
            if post.title is not None:
                self._alike.setdefault((False, post.title.casefold()), []).append(post.key)

    def of(self, key: str) -> str | None:
        """What a unit or post is called; None for a post whose title is not stated."""
        name = self._snapshot.name_of(key)
        if name is not None and key not in self._called:
            self._called |= told_apart({each: self.thing(each) for each in self.alike(key)})
        return self._called[key] if name is not None else None

    def alike(self, key: str) -> list[str]:
        """The keys of all that have the name of a unit or post, its own among them."""
        return self.named(self._snapshot.name_of(key) or "", key in self._snapshot.units)

    def named(self, name: str, is_unit: bool) -> list[str]:
        """The keys of all units, or all posts, of a name."""
        return self._alike.get((is_unit, name.casefold()), [])

    def is_alone(self, key: str) -> bool:
        """Whether nothing else of its sort has the name of a unit or post."""
        return self._snapshot.name_of(key) is None or len(self.alike(key)) == 1

    def thing(self, key: str) -> Thing:
        """A unit or post with all by which it can be told from others of its name."""
        unit = self._snapshot.units.get(key)
        return self.post_here(self._snapshot.posts[key]) if unit is None else self.unit_here(unit)

    def unit_here(self, unit: "Unit") -> Thing:
        """Likewise a unit that need not stand here, by the units that do."""
        return Thing(unit.name, self._path(unit.parent), None, AT_TOPS[unit.place or "council"])

    def post_here(self, post: "Post") -> Thing:
        """Likewise a post."""
        path = self._path(post.unit)
        return Thing(post.title or "", path, post.post_number, UNIT_NOT_STATED)

    def _path(self, unit: str | None) -> tuple[str, ...]:
        """The names of a unit and of those that it stands in, the nearest first.

        What is called may be what is wrong with a structure, where units stand in a ring or in one
        that is gone.
        """
        units, path = self._snapshot.units, dict[str, str]()
        while unit in units and unit not in path:
            path[unit], unit = units[unit].name, units[unit].parent
        return tuple(path.values())
