"""Where among its siblings each unit and post is drawn, with as few changes as can be.

Positions are sparse: a thing that comes in between takes a number between its neighbours', and one
move writes one row. Its one rule: things whose order among each other has not changed keep theirs,
unless no number is left between them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from posts.snapshot import Post, Snapshot, Unit

STEP = 1024

_Part = TypeVar("_Part", Unit, Post)


def settle_positions(current: Snapshot, wanted: Snapshot) -> Snapshot:
    """Give the wanted structure's units and posts positions that draw them in its order.

    Units are numbered among those with the same parent and place. Posts are numbered in one list,
    of which `wanted` orders each unit's posts; among units they stay as they were.
    """
    positions = dict[str, int]()
    for siblings in _siblings(wanted.units.values()):
        positions |= settled(_still_there(siblings, current.units), [u.key for u in siblings])
    posts = _one_list(current, wanted)
    positions |= settled({key: post.position for key, post in current.posts.items()}, posts)
    return replace(
        wanted,
        units={key: _at(unit, positions[key]) for key, unit in wanted.units.items()},
        posts={key: _at(wanted.posts[key], positions[key]) for key in posts},
    )


def reordered(current: Snapshot, wanted: Snapshot) -> list[str]:
    """The keys of the units and posts in both whose position differs."""
    pairs: list[tuple[Mapping[str, Unit | Post], Mapping[str, Unit | Post]]] = [
        (current.units, wanted.units),
        (current.posts, wanted.posts),
    ]
    return [
        key
        for was, becomes in pairs
        for key, thing in becomes.items()
        if key in was and was[key].position != thing.position
    ]


def drawn_as(draft: Snapshot, brought: Snapshot) -> Snapshot:
    """A draft with the contents it was brought to, drawn where it has them if they stayed."""
    units = {key: _unit_at(unit, draft.units.get(key)) for key, unit in brought.units.items()}
    posts = {key: _post_at(post, draft.posts.get(key)) for key, post in brought.posts.items()}
    wanted = replace(
        draft,
        units=dict(sorted(units.items(), key=lambda each: each[1].position)),
        posts=dict(sorted(posts.items(), key=lambda each: each[1].position)),
        leads=brought.leads,
        lines=brought.lines,
        origins=brought.origins,
        endings=brought.endings,
    )
    return settle_positions(draft, wanted)


def _siblings(units: Iterable[Unit]) -> Iterable[list[Unit]]:
    groups = dict[tuple[str | None, str | None], list[Unit]]()
    for unit in units:
        groups.setdefault((unit.parent, unit.place), []).append(unit)
    return groups.values()


def _still_there(siblings: list[Unit], current: Mapping[str, Unit]) -> dict[str, int]:
    """The positions of those siblings that stood under the same parent before."""
    return {
        unit.key: was.position
        for unit in siblings
        if (was := current.get(unit.key)) and (was.parent, was.place) == (unit.parent, unit.place)
    }


def _one_list(current: Snapshot, wanted: Snapshot) -> list[str]:
    """All posts: those that stay in their unit as they were, the others beside those of theirs."""
    ordered = sorted(current.posts.values(), key=lambda post: post.position)
    places = {post.key: nth for nth, post in enumerate(ordered, start=1)}
    stay, beside = set[str](), defaultdict[str | None, list[str]](list)
    last: str | None = None
    for unit, posts in wanted.posts_in.items():
        keys = [post.key for post in posts]
        still = [key for key in keys if key in places and current.posts[key].unit == unit]
        run = _longest_run(still, places)
        stay.update(run)
        first = keys.index(run[0]) if run else 0
        for key in keys[first:]:
            last = key if key in stay else last
            beside[last].append(key)
        if run:
            beside[run[0]][:0] = keys[:first]
    return [key for each in (None, *sorted(stay, key=places.__getitem__)) for key in beside[each]]


def settled(current: Mapping[str, int], wanted: Sequence[str]) -> dict[str, int]:
    """Positions for keys in the wanted order, most of them as they are; nought is none."""
    stay = _longest_run([key for key in wanted if current.get(key, 0) > 0], current)
    positions = {key: current[key] for key in stay}
    for before, between, after in _gaps(wanted, set(stay)):
        low = positions[before] if before else 0
        high = positions[after] if after else low + STEP * (len(between) + 1)
        step = (high - low) // (len(between) + 1)
        if between and step == 0:
            return {key: STEP * nth for nth, key in enumerate(wanted, start=1)}
        positions |= {key: low + step * nth for nth, key in enumerate(between, start=1)}
    return positions


def _gaps(
    wanted: Sequence[str], stay: set[str]
) -> Iterator[tuple[str | None, list[str], str | None]]:
    """Each gap between two keys that stay where they are: the one before, those in it, the next."""
    ends = [-1, *(nth for nth, key in enumerate(wanted) if key in stay), len(wanted)]
    for low, high in pairwise(ends):
        before = wanted[low] if low >= 0 else None
        after = wanted[high] if high < len(wanted) else None
        yield before, list(wanted[low + 1 : high]), after


def _longest_run(keys: Sequence[str], current: Mapping[str, int]) -> list[str]:
    """The most keys whose positions rise in this order (patience sorting, n log n)."""
    tops, piles, below = list[int](), list[str](), dict[str, str | None]()
    for key in keys:
        pile = bisect_left(tops, current[key])
        below[key] = piles[pile - 1] if pile else None
        tops[pile : pile + 1] = [current[key]]
        piles[pile : pile + 1] = [key]
    run = list[str]()
    last = piles[-1] if piles else None
    while last is not None:
        run.append(last)
        last = below[last]
    return run[::-1]


def _at(thing: _Part, position: int) -> _Part:
    return thing if thing.position == position else replace(thing, position=position)


def _unit_at(unit: Unit, drawn: Unit | None) -> Unit:
    stayed = drawn is not None and (drawn.parent, drawn.place) == (unit.parent, unit.place)
    return _at(unit, drawn.position) if drawn is not None and stayed else unit


def _post_at(post: Post, drawn: Post | None) -> Post:
    stayed = drawn is not None and (drawn.unit, drawn.reports_to) == (post.unit, post.reports_to)
    return _at(post, drawn.position) if drawn is not None and stayed else post
