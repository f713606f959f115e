"""Lines beside the line of management: dotted, joint, links, accountabilities.

Each is said in words in the box that it starts from. Its one rule: one is drawn besides only where
it can be followed, which is where it runs behind no other box.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from posts.layout import Place
from posts.naming import TITLE_NOT_STATED, line_end, line_name
from posts.snapshot import ReportingLine, Snapshot

_MOST_BEYOND, _MOST_PATHS = 8, 40
_LANE, _TOUCH = 3.0, 0.5

Corners = list[tuple[float, float]]
Edges = tuple[float, float, float, float]


class Way(NamedTuple):
    """How a line runs: from box to box, round which corners, and what it is."""

    start: str
    end: str
    corners: Corners
    name: str


def beyond(snapshot: Snapshot) -> dict[str, list[str]]:
    """Whom lines lead to outside the structure, with those lines in words."""
    whom: dict[str, list[str]] = {}
    for line in snapshot.lines:
        if line.to is None and line.to_other:
            start = snapshot.called(line.post) or TITLE_NOT_STATED
            whom.setdefault(line.to_other, []).append(f"{line_name(line.kind)}: {start}")
    return dict(list(whom.items())[:_MOST_BEYOND])


def beyond_key(name: str) -> str:
    """The key of the box of somebody outside; no thing of a council has a space in its key."""
    return f"beyond {name}"


def ways(snapshot: Snapshot, places: Mapping[str, Place]) -> Iterator[Way]:
    """The way of each line that can be followed; one for both directions."""
    solid = [_inside(place) for place in places.values()]
    shown = list(islice(_shown(snapshot, places), _MOST_PATHS))
    for number, (line, start, end) in enumerate(shown):
        route = _clear_route(places[start], places[end], solid, _LANE * (number % 3))
        if route:
            yield Way(start, end, route, _title(snapshot, line))


def _shown(
    snapshot: Snapshot, places: Mapping[str, Place]
) -> Iterator[tuple[ReportingLine, str, str]]:
    """The lines both ends of which are shown, with the two boxes; there and back are one."""
    told: set[tuple[str, frozenset[str]]] = set()
    for line in snapshot.lines:
        start, end = _box_of(snapshot, line.post, places), _end(snapshot, line, places)
        both = line.kind, frozenset((start, end))
        if start in places and end in places and start != end and both not in told:
            told.add(both)
            yield line, start, end


def _title(snapshot: Snapshot, line: ReportingLine) -> str:
    start = snapshot.called(line.post) or TITLE_NOT_STATED
    return f"{line_name(line.kind)}: {start} to {line_end(snapshot, line)}"


def _end(snapshot: Snapshot, line: ReportingLine, places: Mapping[str, Place]) -> str:
    return _box_of(snapshot, line.to, places) if line.to else beyond_key(line.to_other or "")


def _box_of(snapshot: Snapshot, post: str, places: Mapping[str, Place]) -> str:
    """The box that shows a post: its own, that of a unit it heads, or its unit's."""
    unit = snapshot.posts[post].unit if post in snapshot.posts else None
    may_be = (post, *snapshot.units_headed.get(post, ()), unit or "")
    return next((key for key in may_be if key in places), "")


def _clear_route(start: Place, end: Place, solid: Sequence[Edges], lane: float) -> Corners | None:
    """The first way from box to box that runs behind none."""
    for route in _routes(start, end, lane):
        if not any(_is_behind(a, b, solid) for a, b in pairwise(route)):
            return route
    return None


def _routes(start: Place, end: Place, lane: float) -> Iterator[Corners]:
    """Ways to try: straight across or up, over the tops of a row, along the gaps of columns."""
    yield from _straight(start, end, lane)
    above, below = end.y - 5 - lane, end.y + end.height + 5 + lane
    for side, way in ((start.x + start.width, 1), (start.x, -1)):
        y, gutter = start.y + min(16, start.height / 2) + lane, side + way * (4 + lane)
        out = [(side, y), (gutter, y)]
        right = end.x > gutter
        near, top = (end.x, end.x + 14) if right else (end.x + end.width, end.x + end.width - 14)
        middle = end.y + min(20, end.height / 2)
        yield [*out, (gutter, middle), (near, middle)]
        yield [*out, (gutter, below), (top, below), (top, end.y + end.height)]
        if above > 0:
            yield [*out, (gutter, above), (top, above), (top, end.y)]


def _straight(start: Place, end: Place, lane: float) -> Iterator[Corners]:
    """Across to the next box of a row, over the row's top, or up to what is right above."""
    right = end.x > start.x
    y, over = start.y + min(16, start.height / 2) + lane, end.y - 5 - lane
    out, into = (_right(start), end.x) if right else (start.x, _right(end))
    back = -14 - lane if right else 14 + lane
    if end.y < y < end.y + end.height:
        yield [(out, y), (into, y)]
    if start.y == end.y and over > 0:
        yield [(out + back, start.y), (out + back, over), (into - back, over), (into - back, end.y)]
    low = max(start.x, end.x) + 14
    if low <= min(_right(start), _right(end)) and end.y + end.height < start.y:
        yield [(low, start.y), (low, end.y + end.height)]


def _right(place: Place) -> float:
    return place.x + place.width


def _inside(place: Place) -> Edges:
    """The left, top, right and bottom of a box, but for its very edge."""
    x, y, width, height = place
    return x + _TOUCH, y + _TOUCH, x + width - _TOUCH, y + height - _TOUCH


def _is_behind(a: tuple[float, float], b: tuple[float, float], solid: Sequence[Edges]) -> bool:
    x1, x2 = (a[0], b[0]) if a[0] < b[0] else (b[0], a[0])
    y1, y2 = (a[1], b[1]) if a[1] < b[1] else (b[1], a[1])
    return any(
        x1 < right and x2 > left and y1 < low and y2 > top for left, top, right, low in solid
    )


def written(route: Corners) -> str:
    """A way as the path of a picture."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in route)
