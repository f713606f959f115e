"""What the faces of a restructure show: charts with their labels, tables with their paragraphs.

Its one rule: nothing is worked out here that the comparison has not said.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from posts.chart import draw, draw_pair
from posts.naming import Mark
from posts.outline import outline
from posts.snapshot import Snapshot
from posts.views.branches import branches
from reports.change import (
    FATE_NOT_STATED,
    LEAVES,
    LINE,
    ORIGIN_NOT_STATED,
    UNDECIDED,
    UNIT,
    Change,
)
from reports.labels import mark, marks_after, marks_before
from reports.matching import Matching
from reports.wording import sentence

ONE_CHART = 920


@dataclass(frozen=True, slots=True)
class Told:
    """A change as a page tells it: its label, the thing, the sentence, the paragraphs."""

    mark: Mark
    name: str | None
    sentence: str
    sources: tuple[str, ...]


def told(comparison, changes: Sequence[Change] | None = None) -> list[Told]:
    """Changes in words; all of them where none are given."""
    before, after = comparison.before, comparison.after
    changes = comparison.changes if changes is None else changes
    return [
        Told(mark(change), change.name, sentence(change, before, after), change.sources)
        for change in changes
    ]


def gone(comparison) -> list[Told]:
    """What stands before and no longer after, in the order in which it stood."""
    after = comparison.after
    left = [
        change
        for change in comparison.changes
        if change.subject != LINE
        and (change.kind in (FATE_NOT_STATED, LEAVES) or not _stands(after, change.key))
    ]
    return told(comparison, left)


def left_open(comparison) -> list[Told]:
    """The units of which the paper does not say where they come from, or what becomes of them."""
    return _of_kinds(comparison, ORIGIN_NOT_STATED, FATE_NOT_STATED)


def undecided(comparison) -> list[Told]:
    """The units whose destination is not decided."""
    return _of_kinds(comparison, UNDECIDED)


def _of_kinds(comparison, *kinds: str) -> list[Told]:
    found = [c for c in comparison.changes if c.subject == UNIT and c.kind in kinds]
    return told(comparison, found)


def about(comparison, key: str | None) -> list[Told]:
    """The changes of one unit or post, by its key on either side."""
    if key is None:
        return []
    matching = Matching(comparison.before, comparison.after)
    keys = {key, matching.becomes.get(key, key), matching.was.get(key, key)}
    changes = [
        change for change in comparison.changes if change.key in keys or keys & {*change.others}
    ]
    return told(comparison, changes)


def side_by_side(comparison, asked) -> dict:
    """The two charts, the same in words, and which boxes are twins."""
    marks = _marks(comparison)
    existing, proposed = draw_pair(
        comparison.before,
        comparison.after,
        marks=marks,
        by=asked.by,
        opened=asked.opened,
        href=asked.showing,
        opens=asked.opening,
        twin=asked.show,
    )
    words = [
        branches(outline(snapshot, by=asked.by, marks=labels), labels, asked.opened)
        for snapshot, labels in zip((comparison.before, comparison.after), marks, strict=True)
    ]
    return {
        "existing": existing,
        "proposed": proposed,
        "existing_words": words[0],
        "proposed_words": words[1],
        "twins": json.dumps(twins(comparison)),
    }


def on_one_chart(comparison, asked) -> dict:
    """The proposed chart with the labels of every change, and the same in words."""
    _, labels = _marks(comparison)
    chart = draw(
        comparison.after,
        by=asked.by,
        marks=labels,
        opened=asked.opened,
        href=asked.showing,
        opens=asked.opening,
        selected=asked.show,
        wide=ONE_CHART,
    )
    words = outline(comparison.after, by=asked.by, marks=labels)
    return {"chart": chart, "branches": branches(words, labels, asked.opened)}


def twins(comparison) -> dict[str, list[str]]:
    """The boxes of the other side that belong to a box, where they have another key."""
    found: dict[str, list[str]] = {}
    for one, other in _pairs(comparison):
        for key, twin in ((one, other), (other, one)):
            if twin not in found.setdefault(key, []):
                found[key].append(twin)
    return found


def _pairs(comparison) -> Iterator[tuple[str, str]]:
    matching = Matching(comparison.before, comparison.after)
    yield from ((was, key) for key, was in matching.was.items() if was != key)
    for change in comparison.changes:
        yield from ((change.key, other) for other in change.others if other != change.key)


def _marks(comparison):
    sides = comparison.before, comparison.after
    return marks_before(comparison.changes, *sides), marks_after(comparison.changes, *sides)


def _stands(snapshot: Snapshot, key: str) -> bool:
    return key in snapshot.units or key in snapshot.posts
