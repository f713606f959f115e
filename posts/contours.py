"""How near trees may stand side by side: their outlines, level by level, pushed together.

After Reingold and Tilford, for boxes of any width. Its one rule: what is not drawn at one level
never pushes what is.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Contour(NamedTuple):
    """How far a tree reaches to the left and right of its root's middle, level by level."""

    left: list[float]
    right: list[float]


def spread(trees: Sequence[Contour], gap: float, wider: float) -> list[float]:
    """The middles of trees side by side, as near as they may stand, with even gaps.

    The mean of standing as far left and as far right as they can: what holds for both holds for
    every point between. `gap` is kept at their tops, `wider` at the levels below.
    """
    left = _pack([(tree.left, tree.right) for tree in trees], gap, wider)
    mirrored = [([-x for x in tree.right], [-x for x in tree.left]) for tree in trees[::-1]]
    right = [left[-1] - x for x in _pack(mirrored, gap, wider)[::-1]]
    return [(a + b) / 2 for a, b in zip(left, right, strict=True)]


def _pack(trees: list[tuple[list[float], list[float]]], gap: float, wider: float) -> list[float]:
    """Middles of trees pushed to the left one after another, the first at nought."""
    middles: list[float] = []
    reach: list[float] = []
    for left, right in trees:
        pairs = enumerate(zip(reach, left, strict=False))
        x = max([far - near + (wider if level else gap) for level, (far, near) in pairs], default=0)
        middles.append(x)
        ends = [x + end for end in right]
        reach[: len(ends)] = ends if not reach else map(max, ends, reach + ends[len(reach) :])
    return middles


def join(contour: Contour, below: list[Contour], offsets: list[float]) -> None:
    """Lengthen a box's contour by those of the trees below it, which stand in order."""
    left, right = contour
    for tree, x in zip(below, offsets, strict=True):
        for level, end in enumerate(tree.right, start=1):
            if level == len(right):
                left.append(x + tree.left[level - 1])
                right.append(x + end)
            else:
                left[level] = min(left[level], x + tree.left[level - 1])
                right[level] = max(right[level], x + end)
