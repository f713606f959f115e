"""What the faces of a restructure show: charts with their labels, and changes in words.

Its one rule: nothing is worked out here that the comparison has not said.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from posts.chart import draw, draw_pair
from posts.naming import Mark
from posts.outline import outline
from posts.snapshot import ACCOUNTABLE, DOTTED, LINK
from posts.views.branches import branches
from reports.calling import called_by_key
from reports.change import (
    FATE_NOT_STATED,
    LEAVES,
    LINE,
    ORIGIN_NOT_STATED,
    UNDECIDED,
    UNIT,
    Change,
)
from reports.comparison import Comparison
from reports.labels import mark
from reports.matching import Matching

ONE_CHART, SIDE = 980, 640
"""How many pixels wide the frames of the charts are on a large screen."""

PAIR = 650
"""What a chart of two is drawn in: five divisions stand in a row, and letters can be read."""

LINES = (DOTTED, LINK, ACCOUNTABLE)
"""Lines that a chart of changes draws: joint working is told in words, or hides the rest."""


@dataclass(frozen=True, slots=True)
class Told:
    """A change as a page tells it: its label, the thing, the sentence, the paragraphs."""

    mark: Mark
    name: str | None
    sentence: str
    sources: tuple[str, ...]


def told(comparison: Comparison, changes: Sequence[Change]) -> list[Told]:
    """Changes in words."""
    return [
        Told(mark(each), _name(comparison, each), comparison.sentence(each), each.sources)
        for each in changes
    ]


def _name(comparison: Comparison, change: Change) -> str | None:
    sides = comparison.after, comparison.before
    return next(filter(None, (called_by_key(side, change.key) for side in sides)), change.name)


def gone(comparison: Comparison) -> list[Told]:
    """What stands before and no longer after, in the order in which it stood."""
    after = comparison.after
    left = [
        each
        for each in comparison.changes
        if each.subject != LINE
        and (each.kind == LEAVES or (each.key not in after.units and each.key not in after.posts))
    ]
    return told(comparison, left)


def fates_open(comparison: Comparison) -> list[Told]:
    """The units of which the paper does not say what becomes of them."""
    return _of_kind(comparison, FATE_NOT_STATED)


def origins_open(comparison: Comparison) -> list[Told]:
    """The units of which the paper does not say where they come from."""
    return _of_kind(comparison, ORIGIN_NOT_STATED)


def undecided(comparison: Comparison) -> list[Told]:
    """The units whose destination is not decided."""
    return _of_kind(comparison, UNDECIDED)


def _of_kind(comparison: Comparison, kind: str) -> list[Told]:
    found = [each for each in comparison.changes if each.subject == UNIT and each.kind == kind]
    return told(comparison, found)


def about(comparison: Comparison, key: str | None) -> list[Told]:
    """The changes of one unit or post, by its key on either side."""
    if key is None:
        return []
    keys = {key, *twins(comparison).get(key, ())}
    return told(comparison, [each for each in comparison.changes if each.key in keys])


def side_by_side(comparison: Comparison, asked) -> dict:
    """The two charts, the same in words, and which boxes are twins."""
    sides = comparison.before, comparison.after
    marks = comparison.marks_before, comparison.marks_after
    existing, proposed = draw_pair(
        *sides,
        marks=marks,
        by=asked.by,
        opened=asked.opened,
        href=asked.showing,
        opens=asked.opening,
        twin=asked.show,
        wide=PAIR,
        lines=LINES,
    )
    words = [
        branches(outline(side, by=asked.by, marks=labels), labels, asked.opened, asked.opening)
        for side, labels in zip(sides, marks, strict=True)
    ]
    return {
        "existing": existing,
        "proposed": proposed,
        "existing_words": words[0],
        "proposed_words": words[1],
        "zoom": asked.size(max(existing.width, proposed.width), SIDE),
        "twins": json.dumps(twins(comparison)),
    }


def on_one_chart(comparison: Comparison, asked) -> dict:
    """The proposed chart with the labels of every change, and the same in words."""
    labels = comparison.marks_after
    chart = draw(
        comparison.after,
        by=asked.by,
        marks=labels,
        opened=asked.opened,
        href=asked.showing,
        opens=asked.opening,
        selected=asked.show,
        wide=ONE_CHART,
        lines=LINES,
    )
    words = outline(comparison.after, by=asked.by, marks=labels)
    return {
        "chart": chart,
        "zoom": asked.size(chart.width, ONE_CHART),
        "branches": branches(words, labels, asked.opened, asked.opening),
    }


def twins(comparison: Comparison) -> dict[str, list[str]]:
    """The boxes of the other side that belong to a box, where they have another key."""
    found: dict[str, list[str]] = {}
    for one, other in _pairs(comparison):
        for key, twin in ((one, other), (other, one)):
            if twin not in found.setdefault(key, []):
                found[key].append(twin)
    return found


def _pairs(comparison: Comparison) -> Iterator[tuple[str, str]]:
    matching = Matching(comparison.before, comparison.after)
    yield from ((was, key) for key, was in matching.was.items() if was != key)
    for change in comparison.changes:
        yield from ((change.key, other) for other in change.others if other != change.key)
