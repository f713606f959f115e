"""How large the two structures are: posts, FTE, units; by category, tier, grade and state.

Its one rule: where both list their posts down to a tier, it is those that are counted.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from posts.snapshot import Snapshot
from reports.calling import plural
from reports.comparison import Comparison
from reports.figures.both import EXISTING, PROPOSED, Thing, side_of
from reports.figures.figure import Figure
from reports.proposal import FTE, FUNCTIONS, IN, OUT, POSTS, UNITS

DIVISION = "division"
_FIRST_TIERS = (1, 2, 3)


def figures(comparison: Comparison) -> Iterator[Figure]:
    """Every figure of size."""
    for thing in (*_whole(comparison), *_kinds(comparison)):
        yield from thing.figures()
    yield from _titles(comparison)
    for thing in _posts(comparison):
        yield from thing.figures()


def _whole(comparison: Comparison) -> Iterator[Thing]:
    tier = comparison.to_tier
    where = {} if tier is None else {"to_tier": tier}
    down = "" if tier is None else ", down to the tier that both list in full"
    yield Thing(
        comparison=comparison, one="post", many="posts", meant="posts", says=f"Posts{down}",
        counts=POSTS, where=where,
    )  # fmt: skip
    yield Thing(
        comparison=comparison, one="FTE", many="FTE", meant="FTE", says=f"Hours of posts{down}",
        counts=FTE, where=where,
    )  # fmt: skip
    yield Thing(
        comparison=comparison, one="post in scope", many="posts in scope", meant="posts in scope",
        says="Posts within the scope of the restructure", where=where | {"scope": IN},
    )  # fmt: skip
    yield Thing(
        comparison=comparison, one="post out of scope", many="posts out of scope",
        meant="posts out of scope", says="Posts that the restructure leaves alone",
        where=where | {"scope": OUT},
    )  # fmt: skip
    yield Thing(
        comparison=comparison, one="post outside the council", many="posts outside the council",
        meant="posts outside the council", says="Posts of other bodies",
        where=where | {"outside": True},
    )  # fmt: skip
    yield Thing(
        comparison=comparison, one="unit", many="units", meant="units",
        says="Units of the council at every level", counts=UNITS,
    )  # fmt: skip
    yield Thing(
        comparison=comparison, one="function", many="functions", meant="functions",
        says="Work that is no organisation", counts=FUNCTIONS,
    )  # fmt: skip


def _kinds(comparison: Comparison) -> Iterator[Thing]:
    """Units by the council's own word for them: divisions, service areas, sections."""
    units = (*comparison.before.units.values(), *comparison.after.units.values())
    words = [unit.kind for unit in units if unit.kind and not unit.is_function]
    for word in _each([DIVISION, *words]):
        yield Thing(
            comparison=comparison, one=word, many=plural(word), meant="KINDS of unit",
            says="Units of one kind, by the council’s word for it", counts=UNITS,
            where={"kind": word},
        )  # fmt: skip


def _titles(comparison: Comparison) -> Iterator[Figure]:
    for side in (EXISTING, PROPOSED):
        yield Figure(
            name=f"title of the {side} structure",
            says=f"What the {side} structure is called",
            of=partial(_title, comparison, side),
        )


def _title(comparison: Comparison, side: str) -> str:
    return side_of(comparison, side).title


def _posts(comparison: Comparison) -> Iterator[Thing]:
    sides = comparison.before, comparison.after
    for category in _named(sides, "category"):
        yield Thing(
            comparison=comparison, one=f"{category} post", many=f"{category} posts",
            meant="CATEGORY posts", says="Posts of one category", where={"category": category},
            also=several(category),
        )  # fmt: skip
    for tier in _tiers(sides):
        yield Thing(
            comparison=comparison, one=f"tier {tier} post", many=f"tier {tier} posts",
            meant="tier N posts", says="Posts of one tier", where={"tier": tier},
        )  # fmt: skip
        yield Thing(
            comparison=comparison, one=f"post to tier {tier}", many=f"posts to tier {tier}",
            meant="posts to tier N", says="Posts of the top tiers", where={"to_tier": tier},
        )  # fmt: skip
    for grade in _named(sides, "grade"):
        yield Thing(
            comparison=comparison, one=f"post on {grade}", many=f"posts on {grade}",
            meant="posts on GRADE", says="Posts on one grade", where={"grade": grade},
        )  # fmt: skip
    for state in _each(["vacant", "interim", *_named(sides, "state")]):
        yield Thing(
            comparison=comparison, one=f"{state} post", many=f"{state} posts",
            meant="STATE posts", says="Posts in one state: vacant, interim, filled …",
            where={"state": state},
        )  # fmt: skip


def several(category: str) -> str:
    """More than one of a category: “Directors”, “Heads of Service”."""
    first, of, rest = category.partition(" of ")
    return f"{plural(first)}{of}{rest}"


def _named(sides: Iterable[Snapshot], field: str) -> list[str]:
    """The words that the structures have in a field of their posts, in order."""
    posts = (post for side in sides for post in side.posts.values())
    return _each(word for post in posts if (word := getattr(post, field)))


def _tiers(sides: Iterable[Snapshot]) -> list[int]:
    """The tiers of the structures, and the first few also where no tier is stated."""
    found = (side.tier_of(key) for side in sides for key in side.posts)
    return sorted({*_FIRST_TIERS, *(tier for tier in found if tier is not None)})


def _each(words: Iterable[str]) -> list[str]:
    """Words each once, whatever their case, as first written."""
    found = dict[str, str]()
    for word in words:
        found.setdefault(word.casefold(), word)
    return list(found.values())
