"""Lines beside the line of management: dotted, joint, links, accountabilities.

Each is said in words in the box that it starts from. Its one rule: one is drawn besides only where
it can be followed, which is where it runs behind no other box.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from posts.layout import Place, Stroke
from posts.naming import TITLE_NOT_STATED, line_end, line_name
from posts.snapshot import ReportingLine, Snapshot

_MOST_BEYOND, _MOST_PATHS = 8, 60
_LANE, _TOUCH = 3.0, 0.5

Corners = list[tuple[float, float]]


def beyond(snapshot: Snapshot) -> dict[str, list[str]]:
    """Whom lines lead to outside the structure, with those lines in words."""
    whom: dict[str, list[str]] = {}
    for line in snapshot.lines:
        if line.to is None and line.to_other:
            start = snapshot.name_of(line.post) or TITLE_NOT_STATED
            whom.setdefault(line.to_other, []).append(f"{line_name(line.kind)}: {start}")
    return dict(list(whom.items())[:_MOST_BEYOND])


def beyond_key(name: str) -> str:
    """The key of the box of somebody outside; no thing of a council has a space in its key."""
    return f"beyond {name}"


def paths(snapshot: Snapshot, places: Mapping[str, Place]) -> Iterator[tuple[str, str]]:
    """The path of each line that can be followed, and what it is; one for both directions."""
    drawn: set[tuple[str, frozenset[str]]] = set()
    for line in snapshot.lines:
        ends = _box_of(snapshot, line.post, places), _end(snapshot, line, places)
        pair = line.kind, frozenset(ends)
        if pair in drawn or ends[0] == ends[1] or not all(end in places for end in ends):
            continue
        route = _clear_route(*ends, places, len(drawn))
        if route and len(drawn) < _MOST_PATHS:
            drawn.add(pair)
            yield _written(route), _title(snapshot, line)


def _title(snapshot: Snapshot, line: ReportingLine) -> str:
    start = snapshot.name_of(line.post) or TITLE_NOT_STATED
    return f"{line_name(line.kind)}: {start} to {line_end(snapshot, line)}"


def _end(snapshot: Snapshot, line: ReportingLine, places: Mapping[str, Place]) -> str:
    return _box_of(snapshot, line.to, places) if line.to else beyond_key(line.to_other or "")


def _box_of(snapshot: Snapshot, post: str, places: Mapping[str, Place]) -> str:
    """The box that shows a post: its own, that of a unit it heads, or its unit's."""
    unit = snapshot.posts[post].unit if post in snapshot.posts else None
    may_be = (post, *snapshot.units_headed.get(post, ()), unit or "")
    return next((key for key in may_be if key in places), "")


def _clear_route(start: str, end: str, places: Mapping[str, Place], number: int) -> Corners | None:
    """The first way from box to box that runs behind none."""
    for route in _routes(places[start], places[end], _LANE * (number % 3)):
        strokes = [Stroke(*a, *b) for a, b in pairwise(route)]
        if not any(_is_behind(stroke, place) for stroke in strokes for place in places.values()):
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
    y = start.y + min(16, start.height / 2) + lane
    if end.y < y < end.y + end.height:
        yield (
            [(start.x + start.width, y), (end.x, y)]
            if right
            else [
                (start.x, y),
                (end.x + end.width, y),
            ]
        )
    if start.y == end.y and end.y - 5 - lane > 0:
        out = start.x + start.width - 14 - lane if right else start.x + 14 + lane
        into = end.x + 14 + lane if right else end.x + end.width - 14 - lane
        over = end.y - 5 - lane
        yield [(out, start.y), (out, over), (into, over), (into, end.y)]
    low = max(start.x, end.x) + 14
    if low <= min(start.x + start.width, end.x + end.width) and end.y + end.height < start.y:
        yield [(low, start.y), (low, end.y + end.height)]


def _is_behind(stroke: Stroke, place: Place) -> bool:
    left, right = sorted((stroke.x1, stroke.x2))
    top, bottom = sorted((stroke.y1, stroke.y2))
    x, y, width, height = place
    return (
        left < x + width - _TOUCH
        and right > x + _TOUCH
        and top < y + height - _TOUCH
        and bottom > y + _TOUCH
    )


def _written(route: Corners) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in route)
