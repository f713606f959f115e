"""What is said of one unit by its name: its posts, who heads it, what it does and is made up from.

Its one rule: where several units have one name, each goes by that of the unit above it too.
"""

from collections import Counter
from collections.abc import Iterator

from posts.snapshot import ACTING_HEAD, HEAD, Snapshot
from reports.calling import called
from reports.comparison import Comparison
from reports.figures.both import EXISTING, PROPOSED, Thing, side_of
from reports.figures.figure import Figure, Value
from reports.making import listed, name_of
from reports.proposal import FTE, POSTS, UNITS


def figures(comparison: Comparison) -> Iterator[Figure]:
    """Every figure of one unit."""
    for key, name in names(comparison).items():
        yield from _of_unit(comparison, key, name)


def names(comparison: Comparison) -> dict[str, str]:
    """What each unit goes by in a figure, by its key; the proposed name where it has two."""
    units = {**comparison.before.units, **comparison.after.units}
    called_so = Counter(unit.name.casefold() for unit in units.values())
    found = dict[str, str]()
    for key, unit in units.items():
        side = comparison.after if key in comparison.after.units else comparison.before
        above = name_of(side, unit.parent)
        several = called_so[unit.name.casefold()] > 1 and above is not None
        found[key] = f"{unit.name} ({above})" if several else unit.name
    again = Counter(name.casefold() for name in found.values())
    return {key: f"{n} ({key})" if again[n.casefold()] > 1 else n for key, n in found.items()}


def _of_unit(comparison: Comparison, key: str, name: str) -> Iterator[Figure]:
    stands = [side for side in (EXISTING, PROPOSED) if key in side_of(comparison, side).units]
    for thing in _things(comparison, key, name):
        yield from (thing.on(side) for side in stands)
        if len(stands) > 1:
            yield from (thing.difference(), thing.change())
        if thing.counts != FTE:
            yield from (thing.names(side) for side in stands)
    yield from (_head(comparison, key, name, side) for side in stands)
    yield Figure(
        name=f"head of {name}",
        pattern="head of UNIT",
        says="The post that heads a unit, in the proposed structure if it stands there",
        of=lambda: head(side_of(comparison, stands[-1]), key),
    )
    yield from _work(side_of(comparison, stands[-1]), key, name)
    if PROPOSED in stands:
        yield Figure(
            name=f"made up from {name}",
            pattern="made up from UNIT",
            says="What a proposed unit is made up from, in a sentence",
            of=lambda: comparison.made_up(key),
        )


def _things(comparison: Comparison, key: str, name: str) -> Iterator[Thing]:
    tier = comparison.to_tier
    down = {} if tier is None else {"to_tier": tier}
    for one, many, says, counts in (
        ("post", "posts", "Posts of a unit with all below it", POSTS),
        ("FTE", "FTE", "Hours of the posts of a unit with all below it", FTE),
        ("unit", "units", "Units below a unit, at every level", UNITS),
    ):
        yield Thing(
            comparison=comparison, one=f"{one} in {name}", many=f"{many} in {name}",
            meant=f"{many} in UNIT", says=says, counts=counts,
            where={"under": key} | (down if counts != UNITS else {}),
        )  # fmt: skip


def _head(comparison: Comparison, key: str, name: str, side: str) -> Figure:
    return Figure(
        name=f"head of {name}, {side}",
        pattern=f"head of UNIT, {side}",
        says=f"The post that heads a unit of the {side} structure",
        of=lambda: head(side_of(comparison, side), key),
    )


def _work(snapshot: Snapshot, key: str, name: str) -> Iterator[Figure]:
    remit = snapshot.units[key].remit
    yield Figure(
        name=f"remit of {name}",
        pattern="remit of UNIT",
        says="What a unit is there for, in the proposed structure if it stands there",
        of=lambda: remit and remit.removesuffix("."),
    )
    yield Figure(
        name=f"functions of {name}",
        pattern="functions of UNIT",
        says="The functions within a unit, in the proposed structure if it stands there",
        of=lambda: functions(snapshot, key),
    )


def functions(snapshot: Snapshot, unit: str) -> Value:
    """The functions that stand in a unit, each with those within it in brackets."""
    return listed(
        f"{each.name} ({within})" if (within := functions(snapshot, each.key)) else each.name
        for each in snapshot.units_under.get(unit, ())
        if each.is_function
    )


def head(snapshot: Snapshot, unit: str) -> Value:
    """Who heads a unit; who is acting head is said to be."""
    leads = snapshot.leads_of.get(unit, ())
    said = [
        called(snapshot.posts[lead.post]) + (" (acting)" if lead.how == ACTING_HEAD else "")
        for lead in leads
        if lead.how in (HEAD, ACTING_HEAD)
    ]
    return listed(said)
