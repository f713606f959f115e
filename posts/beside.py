"""Lines beside the line of management: dotted, joint, links, accountabilities.

Drawn behind the boxes, along the gaps between columns. Its one rule: each is also said in words in
the box that it starts from, so that nobody has to follow a dotted path.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from posts.layout import Place
from posts.naming import TITLE_NOT_STATED, line_name
from posts.snapshot import ReportingLine, Snapshot

_MOST_BEYOND = 8


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
    """The path of each line both ends of which are shown, and what it is."""
    lanes: Counter[str] = Counter()
    for line in snapshot.lines:
        start, end = _box_of(snapshot, line.post, places), _end(snapshot, line, places)
        if start in places and end in places and start != end:
            yield _route(places[start], places[end], lanes[start]), _title(snapshot, line)
            lanes[start] += 1


def _title(snapshot: Snapshot, line: ReportingLine) -> str:
    start = snapshot.name_of(line.post) or TITLE_NOT_STATED
    end = line.to_other or (snapshot.name_of(line.to) if line.to else None)
    return f"{line_name(line.kind)}: {start} to {end or TITLE_NOT_STATED}"


def _end(snapshot: Snapshot, line: ReportingLine, places: Mapping[str, Place]) -> str:
    return _box_of(snapshot, line.to, places) if line.to else beyond_key(line.to_other or "")


def _box_of(snapshot: Snapshot, post: str, places: Mapping[str, Place]) -> str:
    """The box that shows a post: its own, that of a unit it heads, or its unit's."""
    unit = snapshot.posts[post].unit if post in snapshot.posts else None
    may_be = (post, *snapshot.units_headed.get(post, ()), unit or "")
    return next((key for key in may_be if key in places), "")


def _route(start: Place, end: Place, lane: int) -> str:
    """Out at one box's side, along the gap beside its column, into the side or top of another."""
    side = start.x + start.width
    gutter, y = side + 4 + 3 * (lane % 3), start.y + min(16, start.height / 2) + 6 * (lane % 3)
    way = f"M{side:.1f} {y:.1f}H{gutter:.1f}"
    if end.x > gutter:
        return f"{way}V{end.y + min(20, end.height / 2):.1f}H{end.x:.1f}"
    return f"{way}V{end.y - 6:.1f}H{end.x + end.width - 14:.1f}V{end.y:.1f}"
