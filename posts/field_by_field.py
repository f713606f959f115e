"""What an act wrote, field by field, in the words that an officer uses.

Pure. Its one rule: a field has one name wherever it is spoken of, and of what was made or taken out
only what was stated is listed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from decimal import Decimal
from typing import Any

from posts import snapshot
from posts.delta import Delta, Difference
from posts.delta import fields as differing
from posts.naming import NOT_STATED, TITLE_NOT_STATED, line_name
from posts.refs import ENDING, LEADS, LINE, ORIGIN, POST, UNIT

FIELDS = {
    "name": "name", "kind": "kind", "is_function": "whether it is a function", "remit": "remit",
    "parent": "the unit above it", "place": "place", "number": "how many alike",
    "changed": "said to change", "other_names": "other names", "phase": "phase",
    "effective": "in force", "certainty": "certainty", "sources": "paragraphs", "note": "note",
    "title": "title", "unit": "unit", "line": "line of management", "reports_to": "manager",
    "reports_to_other": "manager outside this structure", "category": "category", "grade": "grade",
    "fte": "FTE", "state": "state", "contract": "contract", "statutory": "statutory role",
    "post_number": "post number", "cost_centre": "cost centre", "location": "location",
    "responsibilities": "responsibilities", "filled_by": "how it is filled", "tier": "tier",
    "reason": "reason", "share": "share",
}  # fmt: skip
KINDS = {
    UNIT: "unit", POST: "post", LEADS: "lead", LINE: "line", ORIGIN: "origin", ENDING: "stated end",
}  # fmt: skip
LINES = {
    snapshot.LINE_STATED: "reports to a post",
    snapshot.LINE_NONE: "reports to nobody",
    snapshot.LINE_NOT_STATED: NOT_STATED,
    snapshot.LINE_OUTSIDE: "reports to somebody outside this structure",
}
PLACES = {
    snapshot.COUNCIL: "in the council",
    snapshot.OUTSIDE: "outside the council",
    snapshot.UNPLACED: "place not stated",
}
GONE = {UNIT: "closed", POST: "deleted"}
HOW = {snapshot.HEAD: "head", snapshot.ACTING_HEAD: "acting head", snapshot.LEADS: "led by"}
SHARES = {snapshot.WHOLE: "", snapshot.MOSTLY: "mostly ", snapshot.PART: "partly "}
_NAMING = ("parent", "unit", "reports_to")

Called = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Row:
    """A field of a thing as it was and as it became; None: there was, or is, no such thing."""

    key: str
    what: str
    field: str
    was: str | None
    becomes: str | None


def rows(change: Delta, called: Called) -> Iterator[Row]:
    """Every field that a change touches, in the order of the change."""
    for ref, difference in change.items():
        what = name(ref.key, called)
        if ref.kind in (UNIT, POST):
            yield from _of_part(ref.key, what, ref.kind, difference, called)
        else:
            yield _of_beside(ref.key, what, difference, called)


def name(key: str, called: Called) -> str:
    """What a unit or post is called."""
    return called.get(key, f"“{key}”") or TITLE_NOT_STATED


def _of_part(
    key: str, what: str, kind: str, difference: Difference, called: Called
) -> Iterator[Row]:
    old, new = difference
    made: tuple[str | None, str] = (None, "created") if old is None else ("there", GONE[kind])
    if old == new:
        yield Row(key, what, "place in the order", "–", "put elsewhere among the others")
    elif None in difference:
        yield Row(key, what, f"the {kind} itself", *made)
    for field, values in differing(old, new).items():
        if field != "key" and (None not in difference or _is_stated(old or new, field)):
            said = (
                None if record is None else _said(field, value, called)
                for record, value in zip(difference, values, strict=True)
            )
            yield Row(key, what, FIELDS[field], *said)


def _is_stated(record: Any, field: str) -> bool:
    """Whether a record says something in a field that goes without saying elsewhere."""
    default = next(each.default for each in fields(record) if each.name == field)
    return default is MISSING or getattr(record, field) != default


def _said(field: str, value: Any, called: Called) -> str:
    """A value in words."""
    if field in _NAMING:
        return "–" if value is None else name(value, called)
    if field == "line":
        return LINES[value]
    if field == "place":
        return "–" if value is None else PLACES[value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(str(getattr(each, "name", each)) for each in value) or "–"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return NOT_STATED if value is None else str(value)


def _of_beside(key: str, what: str, difference: Difference, called: Called) -> Row:
    """A lead, a line, an origin, an end: it is told whole, as it was and as it is."""
    record: Any = difference.old if difference.old is not None else difference.new
    field = _beside(record)
    if isinstance(record, snapshot.Leads):
        key, what = record.unit, name(record.unit, called)
    was, becomes = (None if each is None else _whole(each, called) for each in difference)
    return Row(key, what, field, was, becomes)


def _beside(record: Any) -> str:
    """What it is that is said of a unit or post."""
    match record:
        case snapshot.Leads():
            return HOW[record.how]
        case snapshot.ReportingLine():
            return f"{line_name(record.kind)} to"
        case snapshot.Origin():
            return "comes from"
    return "stated to end"


def _whole(record: Any, called: Called) -> str:
    """What is said of a unit or post, in one line."""
    match record:
        case snapshot.Leads():
            said = name(record.post, called)
        case snapshot.ReportingLine():
            said = name(record.to, called) if record.to else record.to_other or NOT_STATED
        case snapshot.Origin():
            said = _origin(record, called)
        case _:
            said = "yes"
    more = ("reason", "phase", "effective", "sources", "note")
    values = ((FIELDS[field], getattr(record, field, None)) for field in more)
    extra = [f"{word}: {_said('', value, {})}" for word, value in values if value]
    if getattr(record, "certainty", snapshot.STATED) != snapshot.STATED:
        extra.append(record.certainty)
    return "; ".join([said, *extra])


def _origin(record: snapshot.Origin, called: Called) -> str:
    where = record.outside or (record.came_from and name(record.came_from, called))
    if where is None:
        return "new" if record.share == snapshot.NEW else NOT_STATED
    return SHARES.get(record.share, "") + where
