"""A row of a table as the record of a snapshot: which columns are read, and what is made of them.

Its one rule: a row names others by number and a record by key, so whoever makes records says which
number has which key. Lists come as text and are parsed here, each text once: most are alike.
"""

import json
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import TextField
from django.db.models.functions import Cast

from divisions.models import Ending, Origin, Unit
from posts import snapshot
from posts.models import Leads, Post, ReportingLine
from posts.numbers import shortest

_CHANGED, _OTHER_NAMES, _SOURCES = (
    Cast(name, TextField()) for name in ("changed", "other_names", "sources")
)
_SOURCED = ("certainty", _SOURCES, "note")
_PART = ("number", "position", _CHANGED, _OTHER_NAMES, "phase", "effective", *_SOURCED)
_UNIT = ("structure_id", "id", "parent_id", "key", "name", "kind", "place", "remit", *_PART)
_POST = (
    "structure_id", "id", "parent_id", "key", "title", "unit_id", "line", "reports_to_other",
    "category", "grade__name", "fte", "state", "contract", "statutory", "post_number",
    "cost_centre", "location", "responsibilities", "filled_by", "tier", *_PART,
)  # fmt: skip
COLUMNS = {
    Unit: _UNIT,
    Post: _POST,
    Leads: ("structure_id", "id", "post_id", "unit_id", "how"),
    ReportingLine: (
        "structure_id", "id", "post_id", "kind", "to_id", "to_other", "reason", *_SOURCED,
    ),
    Origin: ("structure_id", "id", "key", "share", "came_from", "outside", *_SOURCED),
    Ending: ("structure_id", "id", "key", "phase", "effective", *_SOURCED),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Names:
    """What rows name: units and posts by number, as their keys; which kinds are functions."""

    units: dict[int, str]
    posts: dict[int, str]
    functions: frozenset[str]


def _unit(row, names):
    _, _, parent, key, name, kind, place, remit, *part = row
    return snapshot.Unit(
        key=key,
        name=name,
        kind=kind,
        is_function=kind in names.functions,
        parent=names.units.get(parent) or None,
        place=place,
        remit=remit,
        **_part(part),
    )


def _post(row, names):
    _, _, parent, key, title, unit, line, reports_to_other, category, grade, *facts = row
    (fte, state, contract, statutory, post_number, cost_centre, location, *facts) = facts
    (responsibilities, filled_by, tier, *part) = facts
    return snapshot.Post(
        key=key,
        title=title,
        unit=names.units.get(unit),
        line=line,
        reports_to=names.posts.get(parent) or None,
        reports_to_other=reports_to_other,
        category=category,
        grade=grade,
        fte=fte and shortest(fte),
        state=state,
        contract=contract,
        statutory=statutory,
        post_number=post_number,
        cost_centre=cost_centre,
        location=location,
        responsibilities=responsibilities,
        filled_by=filled_by,
        tier=tier,
        **_part(part),
    )


def _part(values):
    number, position, changed, other_names, phase, effective, certainty, sources, note = values
    return {
        "number": number,
        "position": position,
        "changed": _tuple(changed),
        "other_names": tuple(
            snapshot.OtherName(other["name"], tuple(other["sources"]))
            for other in _tuple(other_names)
        ),
        "phase": phase,
        "effective": effective,
        "certainty": certainty,
        "sources": _tuple(sources),
        "note": note,
    }


def _leads(row, names):
    _, _, post, unit, how = row
    return snapshot.Leads(post=names.posts[post], unit=names.units[unit], how=how)


def _line(row, names):
    _, _, post, kind, to, to_other, reason, *sourced = row
    return snapshot.ReportingLine(
        post=names.posts[post],
        kind=kind,
        to=names.posts.get(to),
        to_other=to_other,
        reason=reason,
        **_sourced(sourced),
    )


def _origin(row, names):
    _, _, key, share, came_from, outside, *sourced = row
    return snapshot.Origin(
        key=key, share=share, came_from=came_from, outside=outside, **_sourced(sourced)
    )


def _ending(row, names):
    _, _, key, phase, effective, *sourced = row
    return snapshot.Ending(key=key, phase=phase, effective=effective, **_sourced(sourced))


def _sourced(values):
    certainty, sources, note = values
    return {"certainty": certainty, "sources": _tuple(sources), "note": note}


@lru_cache(maxsize=10_000)
def _tuple(text):
    return () if text == "[]" else tuple(json.loads(text))


BESIDE = {Leads: _leads, ReportingLine: _line, Origin: _origin, Ending: _ending}
MAKE = {Unit: _unit, Post: _post, **BESIDE}
"""By table, how a row is made into a record; the tables in the order of a snapshot."""
