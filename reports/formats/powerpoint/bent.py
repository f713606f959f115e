"""A line with corners as PowerPoint's own connector: which kind, turned how, bent where.

A connector of PowerPoint runs from the top left of its frame to the bottom right, and the frame is
then mirrored and turned about its middle. Its one rule: where it begins and ends is exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[int, int]

_KINDS = {1: "straightConnector1"} | {pieces: f"bentConnector{pieces}" for pieces in (2, 3, 4, 5)}
"""The kinds of connector by how many straight pieces they have."""

_QUARTER, _WHOLE, _LEAST = 5_400_000, 100_000, 12_700


@dataclass(frozen=True, slots=True)
class Bent:
    """A connector: its kind, its frame before it is turned, and its bends in 100,000ths of that.

    `turn` is clockwise, in 60,000ths of a degree.
    """

    kind: str
    x: int
    y: int
    width: int
    height: int
    turn: int = 0
    flip_h: bool = False
    flip_v: bool = False
    bends: tuple[int, ...] = ()


def bent(points: Sequence[Point]) -> Bent:
    """The connector through these corners, of which each two are level or upright."""
    points = _straightened(points)
    (x1, y1), (x2, y2) = points[0], points[-1]
    if len(points) == 2:
        frame = min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)
        return Bent(_KINDS[1], *frame, flip_h=x2 < x1, flip_v=y2 < y1)
    return _level(points) if points[0][1] == points[1][1] else _upright(points)


def _level(points: Sequence[Point]) -> Bent:
    """One that sets out level: it is mirrored at most."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    left, down = x2 < x1, y2 < y1
    along = [(x - x1) * (-1 if left else 1) for x, _ in points]
    across = [(y - y1) * (-1 if down else 1) for _, y in points]
    width, height, bends = _bends(along, across)
    return Bent(
        _KINDS[len(points) - 1], min(x1, x2), min(y1, y2), width, height,
        flip_h=left, flip_v=down, bends=bends,
    )  # fmt: skip


def _upright(points: Sequence[Point]) -> Bent:
    """One that sets out up or down: a quarter turned to the right, and mirrored before that."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    up, right = y2 < y1, x2 > x1
    along = [(y - y1) * (-1 if up else 1) for _, y in points]
    across = [(x - x1) * (1 if right else -1) for x, _ in points]
    width, height, bends = _bends(along, across)
    x, y = (x1 + x2 - width) // 2, (y1 + y2 - height) // 2
    return Bent(
        _KINDS[len(points) - 1], x, y, width, height,
        turn=_QUARTER, flip_h=up, flip_v=right, bends=bends,
    )  # fmt: skip


def _bends(along: Sequence[int], across: Sequence[int]) -> tuple[int, int, tuple[int, ...]]:
    """The size of the frame, and where each inner piece of the line runs in it."""
    width, height = max(along[-1], 0) or _LEAST, max(across[-1], 0) or _LEAST
    inner = range(1, len(along) - 2)
    bends = (
        round(along[n] * _WHOLE / width) if n % 2 else round(across[n] * _WHOLE / height)
        for n in inner
    )
    return width, height, tuple(bends)


def _straightened(points: Sequence[Point]) -> list[Point]:
    """The same line without corners at which it goes straight on."""
    kept = [points[0]]
    for (_, here), (_, following) in pairwise(pairwise(points)):
        goes_on = len({kept[-1][0], here[0], following[0]}) == 1
        goes_on = goes_on or len({kept[-1][1], here[1], following[1]}) == 1
        if not goes_on and here != kept[-1]:
            kept.append(here)
    return [*kept, points[-1]]


def corners(line: Bent) -> list[tuple[float, float]]:
    """Where a connector runs when it is drawn: the way back, for whoever reads a file."""
    sizes, at, points = (line.width, line.height), [0.0, 0.0], [(0.0, 0.0)]
    if line.kind == _KINDS[1]:
        points.append((line.width, line.height))
    else:
        for number, bend in enumerate((*line.bends, _WHOLE, _WHOLE)):
            at[number % 2] = bend * sizes[number % 2] / _WHOLE
            points.append((at[0], at[1]))
    return [_placed(line, point) for point in points]


def _placed(line: Bent, point: tuple[float, float]) -> tuple[float, float]:
    """A point of the frame where it is once the frame is mirrored and turned."""
    x, y = point[0] - line.width / 2, point[1] - line.height / 2
    x, y = (-x if line.flip_h else x), (-y if line.flip_v else y)
    for _ in range(line.turn // _QUARTER):
        x, y = -y, x
    return x + line.x + line.width / 2, y + line.y + line.height / 2
