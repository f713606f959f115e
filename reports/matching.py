"""Which unit or post of the structure before is which of the structure after.

Same key, same thing. Otherwise only a stated origin matches: one thing that is wholly another,
where no third has a part in it. Its one rule: nothing is matched by name.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from posts.snapshot import COUNCIL, OUTSIDE, UNPLACED, WHOLE, Ending, Origin, Snapshot, Unit


@dataclass(frozen=True)
class Matching:
    """Two structures, and what became of each thing in one as the other tells it."""

    before: Snapshot
    after: Snapshot

    @cached_property
    def went_to(self) -> dict[str, list[Origin]]:
        """Where each thing before has gone, as told by what came from it; not by itself."""
        found = dict[str, list[Origin]]()
        for origin in self.after.origins:
            if origin.came_from is not None and origin.came_from != origin.key:
                found.setdefault(origin.came_from, []).append(origin)
        return found

    @cached_property
    def was(self) -> dict[str, str]:
        """The key before of each thing after that was there before."""
        return {key: key for key in self._keys(self.after) if self._stood(key)} | self._renewed

    @cached_property
    def becomes(self) -> dict[str, str]:
        """The key after of each thing before that is still there."""
        return {was: key for key, was in self.was.items()}

    @cached_property
    def _renewed(self) -> dict[str, str]:
        """Things with another key that are wholly one before, which went nowhere else whole."""
        wholes = [origin for origin in self.after.origins if self._is_renewal(origin)]
        to, out_of = Counter(o.key for o in wholes), Counter(o.came_from for o in wholes)
        return {
            origin.key: origin.came_from
            for origin in wholes
            if origin.came_from is not None
            and to[origin.key] == out_of[origin.came_from] == 1
            and not self.is_there(origin.came_from)
        }

    @cached_property
    def crossing(self) -> frozenset[str | None]:
        """The units after that stood in another place: the council, outside, or unplaced."""
        return frozenset(
            key
            for key, was in self.was.items()
            if key in self.after.units and self.before.place_of(was) != self.after.place_of(key)
        )

    @cached_property
    def endings(self) -> dict[str, Ending]:
        """What the structure after says has come to its end."""
        return {ending.key: ending for ending in self.after.endings}

    def origins(self, key: str) -> list[Origin]:
        """Where a thing after came from, itself left out."""
        return [
            origin
            for origin in self.after.origins_of.get(key, ())
            if origin.came_from != key and origin.came_from != self.was.get(key, key)
        ]

    def is_there(self, key: str) -> bool:
        """Whether a key stands in the structure after."""
        return key in self.after.units or key in self.after.posts

    def splits(self, key: str) -> list[Origin]:
        """The several things after that are each said to be wholly this one before."""
        wholes = [origin for origin in self.went_to.get(key, ()) if origin.share == WHOLE]
        return wholes if wholes and len(wholes) + self.is_there(key) > 1 else []

    def _is_renewal(self, origin: Origin) -> bool:
        came_from = origin.came_from
        return (
            came_from is not None
            and origin.share == WHOLE
            and self._stood(came_from)
            and not self._stood(origin.key)
            and (came_from in self.before.units) == (origin.key in self.after.units)
        )

    def _stood(self, key: str) -> bool:
        return key in self.before.units or key in self.before.posts

    @staticmethod
    def _keys(snapshot: Snapshot) -> Iterator[str]:
        yield from snapshot.units
        yield from snapshot.posts


def top_down(snapshot: Snapshot) -> Iterator[Unit]:
    """Every unit before those below it: the council's, then outside, then unplaced."""
    waiting = [
        unit for place in (UNPLACED, OUTSIDE, COUNCIL) for unit in snapshot.tops(place)[::-1]
    ]
    while waiting:
        unit = waiting.pop()
        yield unit
        waiting += reversed(snapshot.units_under.get(unit.key, ()))
