"""How units and posts of one name are told apart: by where they stand, by their number, or by turn.

Pure, and the one place where this is decided. Its one rule: a name that is alone in its structure
is said alone; of one that is not, no more is said besides than it takes.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

STEP = " › "
"""Between the units of a path, the outermost first."""

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Thing:
    """A unit or post: its name, the units it stands in, the nearest first, its post number.

    `top` says where it stands if it stands in no unit.
    """

    name: str
    path: tuple[str, ...] = ()
    number: str | None = None
    top: str = "at the top"

    @property
    def by_number(self) -> str:
        """Its name with its post number, where what is said with it tells where it stands."""
        return f"{self.name} (post {self.number})" if self.number else self.name

    def at(self, steps: int, *, with_number: bool) -> str:
        """Its name with so many of the units that it stands in, and its number if it has one."""
        place = STEP.join(reversed(self.path[:steps])) or self.top
        number = f", post {self.number}" if with_number and self.number else ""
        return f"{self.name} ({place}{number})"


def told_apart(alike: Mapping[_Key, Thing]) -> dict[_Key, str]:
    """What things of one name are called, by their keys; `alike` are all that there are, in order.

    Those that differ in nothing are told by their turn: 1 of 2.
    """
    if len(alike) == 1:
        return {key: thing.name for key, thing in alike.items()}
    there = Counter(thing.path for thing in alike.values())
    so_far = [Counter(each.path[:n] for each in alike.values()) for n in range(_most(alike))]
    called = [
        thing.at(_steps(thing.path, so_far, there), with_number=there[thing.path] > 1)
        for thing in alike.values()
    ]
    return dict(zip(alike, in_turn(called), strict=True))


def in_turn(names: Sequence[str]) -> list[str]:
    """Names in their order, with its turn where one is there several times: Adviser (1 of 2)."""
    often, so_far, found = Counter(names), Counter[str](), []
    for name in names:
        so_far[name] += 1
        turn = f"{so_far[name]} of {often[name]}"
        more = f"{name[:-1]}, {turn})" if name.endswith(")") else f"{name} ({turn})"
        found.append(name if often[name] == 1 else more)
    return found


def _most(alike: Mapping[_Key, Thing]) -> int:
    return max(len(thing.path) for thing in alike.values()) + 1


def _steps(
    path: tuple[str, ...],
    so_far: list[Counter[tuple[str, ...]]],
    there: Counter[tuple[str, ...]],
) -> int:
    """How much of a path, one unit at least, tells as much as the whole of it."""
    found = (n for n in range(1, len(so_far)) if so_far[n][path[:n]] == there[path])
    return next(found, len(path))
