"""What an establishment table can be filtered by: the units, grades, states and categories there.

Its one rule: what is filtered by is among the choices, however many there are.
"""

from dataclasses import dataclass

from posts.naming import NOT_STATED
from posts.spelling import natural

MOST = 150
"""So many units are offered, level by level; those below are found by their words."""

INDENT = "\N{NO-BREAK SPACE}" * 3


@dataclass(frozen=True, slots=True)
class Choice:
    """One filter by its name in the address: its label, and its options with their names."""

    name: str
    label: str
    wish: str | None
    options: tuple[tuple[str, str], ...]


def choices(snapshot, wishes):
    """The filters of a structure's table."""
    yield Choice("unit", "Unit", wishes.unit, tuple(_units(snapshot, wishes.unit)))
    for name in ("grade", "state", "category"):
        wish = getattr(wishes, name)
        stated = {getattr(post, name) for post in snapshot.posts.values()} | {wish}
        options = sorted(stated - {None, NOT_STATED}, key=natural)
        if name == "state":
            options = list(_spelt_once(options, wish))
        if options:
            options += [NOT_STATED]
            yield Choice(name, name.capitalize(), wish, tuple((each, each) for each in options))


def _spelt_once(states, wish):
    """States of which each is given once, however a file spells it; as it is wished, if it is."""
    spelt = {state.casefold(): state for state in reversed(states)}
    if wish and wish != NOT_STATED:
        spelt[wish.casefold()] = wish
    return reversed(spelt.values())


def _units(snapshot, wish):
    """The upper levels with all above the unit that is wished, indented."""
    offered = _upper_levels(snapshot)
    if wish in snapshot.units:
        offered |= {wish, *(unit.key for unit in snapshot.above(wish))}
    waiting = [(unit, 0) for unit in reversed(snapshot.units_under.get(None, ()))]
    while waiting:
        unit, depth = waiting.pop()
        if unit.key in offered:
            yield unit.key, INDENT * depth + unit.name
        below = reversed(snapshot.units_under.get(unit.key, ()))
        waiting += [(each, depth + 1) for each in below]
    if snapshot.posts_in.get(None):
        yield NOT_STATED, NOT_STATED


def _upper_levels(snapshot):
    """The keys of whole levels from the top, while there is room."""
    offered, level = set(), snapshot.units_under.get(None, ())
    while level and (not offered or len(offered) + len(level) <= MOST):
        offered |= {unit.key for unit in level}
        level = [below for unit in level for below in snapshot.units_under.get(unit.key, ())]
    return offered
