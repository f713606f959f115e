"""Read a structure from the tables, as it stands or as it was at an act, as a Snapshot.

The one module that reads structures. Its one rule: the number of queries is the same whatever the
size of the council, and links are made here, from keys, not by the database.

Lists come as text and are parsed here: nearly all of them are empty, which is cheap to see.
"""

import json

from django.db.models import Max, TextField
from django.db.models.functions import Cast

from divisions.models import Ending, Origin, Unit
from posts import snapshot
from posts.models import Leads, Post, ReportingLine

_CHANGED, _OTHER_NAMES, _SOURCES = (
    Cast(name, TextField()) for name in ("changed", "other_names", "sources")
)
_SOURCED = ("certainty", _SOURCES, "note")
_PART = ("number", "position", _CHANGED, _OTHER_NAMES, "phase", "effective", *_SOURCED)
_UNIT = ("id", "parent_id", "key", "name", "kind", "place", "remit", *_PART)
_POST = (
    "id", "parent_id", "key", "title", "unit_id", "line", "reports_to_other", "category",
    "grade_id", "fte", "state", "contract", "statutory", "post_number", "cost_centre",
    "location", "responsibilities", "filled_by", "tier", *_PART,
)  # fmt: skip
_LEADS = ("post_id", "unit_id", "how")
_LINE = ("post_id", "kind", "to_id", "to_other", "reason", *_SOURCED)
_ORIGIN = ("key", "share", "came_from", "outside", *_SOURCED)
_ENDING = ("key", "phase", "effective", *_SOURCED)


def read(structure):
    """Read a structure as it stands."""
    return _snapshot(structure, lambda model: model.objects.filter(structure=structure))


def read_past(structure, act):
    """Read a structure as it stood after an act: of each row, the newest version up to it."""
    return _snapshot(structure, lambda model: newest(model.history, act, structure=structure))


def newest(history, act, **of):
    """Of each row's versions, the newest that an act or one before it wrote, if it was not gone."""
    versions = history.filter(act_id__lte=act.pk, **of)
    last = versions.values("id").annotate(last=Max("history_id")).values("last")
    return history.filter(history_id__in=last).exclude(history_type="-").order_by("id")


def _snapshot(structure, rows_of):
    functions = structure.council.functions
    grades = dict(structure.council.grades.values_list("id", "name"))
    units = list(rows_of(Unit).order_by("position", "id").values_list(*_UNIT))
    posts = list(rows_of(Post).order_by("position", "id").values_list(*_POST))
    unit_keys = {row[0]: row[2] for row in units}
    post_keys = {row[0]: row[2] for row in posts}
    return snapshot.Snapshot(
        key=structure.key,
        title=structure.title,
        complete_to_tier=structure.complete_to_tier,
        units={row[2]: _unit(row, unit_keys, functions) for row in units if row[2]},
        posts={row[2]: _post(row, post_keys, unit_keys, grades) for row in posts if row[2]},
        leads=tuple(_leads(rows_of(Leads), post_keys, unit_keys)),
        lines=tuple(_lines(rows_of(ReportingLine), post_keys)),
        origins=tuple(_origins(rows_of(Origin))),
        endings=tuple(_endings(rows_of(Ending))),
    )


def _unit(row, keys, functions):
    _, parent, key, name, kind, place, remit, *part = row
    return snapshot.Unit(
        key=key,
        name=name,
        kind=kind,
        is_function=kind in functions,
        parent=keys.get(parent) or None,
        place=place,
        remit=remit,
        **_part(part),
    )


def _post(row, keys, unit_keys, grades):
    _, parent, key, title, unit, line, reports_to_other, category, grade, *facts = row
    (fte, state, contract, statutory, post_number, cost_centre, location, *facts) = facts
    (responsibilities, filled_by, tier, *part) = facts
    return snapshot.Post(
        key=key,
        title=title,
        unit=unit_keys.get(unit),
        line=line,
        reports_to=keys.get(parent) or None,
        reports_to_other=reports_to_other,
        category=category,
        grade=grades.get(grade),
        fte=fte and snapshot.shortest(fte),
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


def _leads(rows, posts, units):
    for post, unit, how in rows.values_list(*_LEADS):
        yield snapshot.Leads(post=posts[post], unit=units[unit], how=how)


def _lines(rows, posts):
    for post, kind, to, to_other, reason, *sourced in rows.values_list(*_LINE):
        yield snapshot.ReportingLine(
            post=posts[post],
            kind=kind,
            to=posts.get(to),
            to_other=to_other,
            reason=reason,
            **_sourced(sourced),
        )


def _origins(rows):
    for key, share, came_from, outside, *sourced in rows.values_list(*_ORIGIN):
        yield snapshot.Origin(
            key=key, share=share, came_from=came_from, outside=outside, **_sourced(sourced)
        )


def _endings(rows):
    for key, phase, effective, *sourced in rows.values_list(*_ENDING):
        yield snapshot.Ending(key=key, phase=phase, effective=effective, **_sourced(sourced))


def _sourced(values):
    certainty, sources, note = values
    return {"certainty": certainty, "sources": _tuple(sources), "note": note}


def _tuple(text):
    return () if text == "[]" else tuple(json.loads(text))
