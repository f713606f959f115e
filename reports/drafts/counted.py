"""How large a draft is beside what it was drawn from: its units by kind, its posts, their FTE.

Its one rule: a figure is a count that says how sure it is, and a difference no surer than its ends.
"""

from collections.abc import Iterable, Iterator

from divisions.sentences import listed
from posts.snapshot import COUNCIL, OUTSIDE, Snapshot, Unit
from reports import tiers
from reports.calling import called, capital, plural
from reports.comparison import Comparison
from reports.counting import count
from reports.counts import NONE, Count, Number
from reports.proposal import FUNCTIONS, POSTS, UNITS
from reports.sizes import Size, change_of_listed, doubtful, fte, in_all, is_one_doubt, posts

FEW = 3
"""So many posts of which something is not stated are named."""


def rows(comparison: Comparison) -> list[Size]:
    """The kinds of unit right below the top, and those of which the number changes; posts; FTE."""
    return [*_kinds(comparison), *_posts(comparison)]


def why_open(comparison: Comparison, sizes: Iterable[Size]) -> str | None:
    """Why some figures are of what is listed alone; None where none is.

    The base does not list everything; or of what it lists something is not stated.
    """
    if not any(each.is_open for each in sizes):
        return None
    if comparison.before.is_whole:
        why = " and ".join(_not_stated(comparison)) or "not all is stated of what is listed"
    else:
        why = f"“{comparison.before.title}” does not list everything"
    return f"{capital(why)}, so there may be more than is counted here."


def _not_stated(comparison: Comparison) -> Iterator[str]:
    sides = comparison.before.posts | comparison.after.posts
    for fact, words in (("fte", "FTE"), ("number", "the number of posts")):
        found = {post.key: called(post) for post in sides.values() if getattr(post, fact) is None}
        if found:
            names = listed(dict.fromkeys(found.values()))
            many = len(found) > FEW
            yield f"{words} is not stated of {f'{len(found)} lines of posts' if many else names}"


def _kinds(comparison: Comparison) -> Iterator[Size]:
    sides = comparison.before, comparison.after
    at_the_top = {unit.kind for side in sides for unit in _at_the_top(side)}
    for kind, is_function in _kinds_of(sides):
        what = FUNCTIONS if is_function else UNITS
        was = _of_kind(comparison.before, comparison.after, what, kind)
        becomes = _of_kind(comparison.after, comparison.before, what, kind)
        listed = change_of_listed(comparison, what, {"kind": kind})
        row = Size(capital(plural(kind)), was, becomes, _doubt_of_units(sides, kind), listed)
        if was != becomes or kind in at_the_top:
            yield row


def _of_kind(here: Snapshot, there: Snapshot, what: str, kind: str) -> Count:
    """Units of a kind; none of one that stands only there, if its tiers are listed in full here."""
    found = _count(here, what, {"kind": kind})
    if found.is_known:
        return found
    others = (unit.key for unit in there.units.values() if unit.kind == kind)
    is_listed = all(tiers.lists(here, tiers.unit_tier(there, key)) for key in others)
    return NONE if is_listed else found


def _doubt_of_units(sides: tuple[Snapshot, Snapshot], kind: str) -> Number:
    before, after = sides
    return sum(
        unit.number or 0
        for key, unit in after.units.items()
        if unit.kind == kind
        and (old := before.units.get(key))
        and is_one_doubt(old, unit)
        and OUTSIDE not in (before.place_of(key), after.place_of(key))
    )


def _at_the_top(snapshot: Snapshot) -> list[Unit]:
    """The units right below the council's one top unit; its top units where it has several."""
    tops = [unit for unit in snapshot.tops(COUNCIL) if not unit.is_function]
    below = snapshot.units_under.get(tops[0].key, []) if len(tops) == 1 else []
    return [unit for unit in below if not unit.is_function] or tops


def _kinds_of(sides: tuple[Snapshot, Snapshot]) -> dict[tuple[str, bool], None]:
    """The council's words for its units, from the top down, and which are work."""
    units = sorted((unit for side in sides for unit in _with_depth(side)), key=lambda each: each[0])
    return {(unit.kind, unit.is_function): None for _, unit in units if unit.kind is not None}


def _with_depth(snapshot: Snapshot) -> Iterator[tuple[int, Unit]]:
    for unit in snapshot.units.values():
        yield len(list(snapshot.above(unit.key))), unit


def _posts(comparison: Comparison) -> Iterator[Size]:
    yield from posts(comparison)
    doubts = doubtful(comparison, comparison.to_tier)
    for measure in comparison.by_category:
        if measure.name and measure.before and measure.after and measure.before != measure.after:
            alike = in_all(post for post in doubts if post.category == measure.name)
            listed = change_of_listed(comparison, POSTS, {"category": measure.name})
            counts = measure.before, measure.after
            yield Size(f"{measure.name} posts", *counts, alike, listed)
    yield from fte(comparison)


def _count(snapshot: Snapshot, counts: str, where: dict[str, str]) -> Count:
    return count(snapshot, counts, where) or Count(None, None)
