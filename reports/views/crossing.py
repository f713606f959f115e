"""The picture of where each service goes, from the lines of the table that says the same.

Its one rule: a line whose end is not stated has no curve, and the picture says so in words.
"""

from collections.abc import Mapping, Sequence

from posts.naming import Mark
from posts.snapshot import Snapshot
from reports import crossings
from reports.crossings import Crossings, Flow, Row, Side
from reports.services import Service

MOST = 60
"""A picture of more services than this shows nothing; the tables say it all."""

FLOWS = {
    "same": crossings.SAME,
    "new": crossings.NEW,
    "outside": crossings.OUTSIDE,
    "unplaced": crossings.UNPLACED,
}

Marks = Mapping[str, Sequence[Mark]]


def picture(
    services: Sequence[Service], before: Marks, after: Marks, proposed: Snapshot
) -> Crossings | None:
    """Draw where each service goes; None where there is nothing to draw, or too much."""
    if not 0 < len(services) <= MOST:
        return None
    left, right, flows = {}, {}, []
    for number, service in enumerate(services):
        start = _row(left, service.was_in_key, service.was_in, f"from {number}", service.name)
        if service.goes_to is None:
            continue
        end = _row(
            right, service.goes_to_key, service.goes_to, f"to {number}", _name(service, proposed)
        )
        kind = FLOWS.get(service.mark.kind, crossings.MOVED) if service.mark else crossings.SAME
        flows.append(Flow(start, end, kind, "" if kind == crossings.SAME else _short(service.name)))
    return crossings.draw(_sides(left, before), _sides(right, after), flows) if flows else None


def _name(service: Service, proposed: Snapshot) -> str:
    """What a service is called where it arrives."""
    if service.key in proposed.units:
        return proposed.units[service.key].name
    return service.name if service.key else f"from {service.was_in}"


def _row(sides: dict, key: str | None, name: str | None, row: str, words: str) -> str:
    """Put a row into its side; a side without a key is a body outside, or is not stated."""
    side = key or name or ""
    sides.setdefault(side, (name or "Where it was is not stated", []))[1].append(Row(row, words))
    return row


def _sides(sides: Mapping[str, tuple[str, list[Row]]], marks: Marks) -> list[Side]:
    drawn = []
    for key, (name, rows) in sides.items():
        mark = next(iter(marks.get(key, ())), Mark(crossings.SAME, ""))
        drawn.append(Side(key, name, tuple(rows), mark.kind, mark.words))
    return drawn


def _short(name: str) -> str:
    return name if len(name) <= 28 else f"{name[:27].rstrip()}…"
