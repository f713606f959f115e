"""Read a structure from the tables, as it stands or as it was at an act, as a Snapshot.

The one module that reads structures. Its one rule: the number of queries is the same whatever the
size of the council, and links are made here, from keys, not by the database.

Lists come as text and are parsed here: nearly all of them are empty, which is cheap to see.
"""

import json
from collections import defaultdict
from dataclasses import replace

from django.db.models import Max, TextField
from django.db.models.functions import Cast

from divisions.models import Ending, Origin, Structure, Unit
from posts import snapshot
from posts.models import Leads, Post, ReportingLine

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
_LEADS = ("structure_id", "post_id", "unit_id", "how")
_LINE = ("structure_id", "post_id", "kind", "to_id", "to_other", "reason", *_SOURCED)
_ORIGIN = ("structure_id", "key", "share", "came_from", "outside", *_SOURCED)
_ENDING = ("structure_id", "key", "phase", "effective", *_SOURCED)


def read(structure):
    """Read a structure as it stands."""
    return read_all(structure)[0]


def read_all(*structures):
    """Read several structures as they stand, in as many queries as one."""
    return _snapshots(structures, lambda model: model.objects.filter(structure__in=structures))


def read_past(structure, act):
    """Read a structure as it stood after an act: of each row, the newest version up to it."""
    (past,) = _snapshots([structure], lambda model: newest(model.history, act, structure=structure))
    head = past_head(structure, act)
    return replace(past, title=head.title, complete_to_tier=head.complete_to_tier)


def past_head(structure, act):
    """A structure's own row as it stood after an act; as it stands where no version was kept."""
    return newest(Structure.history, act, id=structure.pk).first() or structure


def newest(history, act, **of):
    """Of each row's versions, the newest that an act or one before it wrote, if it was not gone."""
    versions = history.filter(act_id__lte=act.pk, **of)
    last = versions.values("id").annotate(last=Max("history_id")).values("last")
    return history.filter(history_id__in=last).exclude(history_type="-").order_by("id")


def _snapshots(structures, rows_of):
    units, posts = (
        _by_structure(rows_of(model).order_by("position", "id"), columns)
        for model, columns in ((Unit, _UNIT), (Post, _POST))
    )
    leads, lines, origins, endings = (
        _by_structure(rows_of(model), columns)
        for model, columns in (
            (Leads, _LEADS),
            (ReportingLine, _LINE),
            (Origin, _ORIGIN),
            (Ending, _ENDING),
        )
    )
    kinds = (units, posts, leads, lines, origins, endings)
    return [_snapshot(each, *(rows[each.pk] for rows in kinds)) for each in structures]


def _snapshot(structure, units, posts, leads, lines, origins, endings):
    functions = structure.council.functions
    unit_keys = {row[1]: row[3] for row in units}
    post_keys = {row[1]: row[3] for row in posts}
    return snapshot.Snapshot(
        key=structure.key,
        title=structure.title,
        complete_to_tier=structure.complete_to_tier,
        units={row[3]: _unit(row, unit_keys, functions) for row in units if row[3]},
        posts={row[3]: _post(row, post_keys, unit_keys) for row in posts if row[3]},
        leads=tuple(_leads(leads, post_keys, unit_keys)),
        lines=tuple(_lines(lines, post_keys)),
        origins=tuple(_origins(origins)),
        endings=tuple(_endings(endings)),
    )


def _by_structure(rows, columns):
    found = defaultdict(list)
    for row in rows.values_list(*columns):
        found[row[0]].append(row)
    return found


def _unit(row, keys, functions):
    _, _, parent, key, name, kind, place, remit, *part = row
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


def _post(row, keys, unit_keys):
    _, _, parent, key, title, unit, line, reports_to_other, category, grade, *facts = row
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
        grade=grade,
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
    for _, post, unit, how in rows:
        yield snapshot.Leads(post=posts[post], unit=units[unit], how=how)


def _lines(rows, posts):
    for _, post, kind, to, to_other, reason, *sourced in rows:
        yield snapshot.ReportingLine(
            post=posts[post],
            kind=kind,
            to=posts.get(to),
            to_other=to_other,
            reason=reason,
            **_sourced(sourced),
        )


def _origins(rows):
    for _, key, share, came_from, outside, *sourced in rows:
        yield snapshot.Origin(
            key=key, share=share, came_from=came_from, outside=outside, **_sourced(sourced)
        )


def _endings(rows):
    for _, key, phase, effective, *sourced in rows:
        yield snapshot.Ending(key=key, phase=phase, effective=effective, **_sourced(sourced))


def _sourced(values):
    certainty, sources, note = values
    return {"certainty": certainty, "sources": _tuple(sources), "note": note}


def _tuple(text):
    return () if text == "[]" else tuple(json.loads(text))
