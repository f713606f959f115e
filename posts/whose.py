"""Whose acts brought about what either side of a clash says: who, when, and why.

Its one rule: a field is the work of the newest act that changed it. Drawing a draft changes
nothing, so what stands as it was drawn is nobody's.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import JSONObject

from divisions.models import Ending, Origin, Unit
from posts import snapshot
from posts.delta import fields
from posts.drift import SIDES
from posts.models import Leads, Post, ReportingLine
from posts.proposals import DRAWN
from posts.refs import ENDING, LEADS, LINE, ORIGIN, POST, UNIT, Ref, ref_of

_MODELS = {
    UNIT: Unit, POST: Post, LEADS: Leads, LINE: ReportingLine, ORIGIN: Origin, ENDING: Ending,
}  # fmt: skip
_RECORDS = {
    UNIT: snapshot.Unit, POST: snapshot.Post, ORIGIN: snapshot.Origin, ENDING: snapshot.Ending,
}  # fmt: skip
_COLUMNS = {
    "parent": "parent_id", "reports_to": "parent_id", "unit": "unit_id", "grade": "grade_id",
    "is_function": "kind",
}  # fmt: skip
"""The column of a field, where it is called otherwise."""
_DEED = ("act_id", "act__verb", "act__says", "act__moment", "act__user__username", "act__reason")


@dataclass(frozen=True, slots=True)
class Deed:
    """What an act did, in a sentence; `who` None: nobody who signed in."""

    act: int
    verb: str
    told: str
    moment: datetime
    who: str | None
    reason: str

    @property
    def says(self):
        """What was done."""
        return self.told or self.verb.capitalize()


@dataclass(frozen=True, slots=True)
class _Version:
    """A row as an act left it: how it was written, and its columns that are asked for."""

    deed: Deed
    how: str
    columns: dict


def deeds(clashes, draft, now):
    """By the id of each clash, the deeds behind what the draft says and what stands now says.

    In one query, whatever clashes.
    """
    structures = dict(zip(SIDES, (draft.pk, now.pk), strict=True))
    said = {clash.id: dict(zip(SIDES, (clash.draft, clash.now), strict=True)) for clash in clashes}
    every = [each for sides in said.values() for some in sides.values() for each in some]
    versions = _versions({*structures.values()}, every)
    return {
        id: {
            side: _newest_first(
                deed
                for each in some
                for deed in _behind(each, versions[structures[side], each.point.ref])
            )
            for side, some in sides.items()
        }
        for id, sides in said.items()
    }


def _newest_first(deeds):
    return sorted(set(deeds), key=lambda deed: -deed.act)


def _behind(said, versions):
    """The deeds that brought about what is said in a point: of each of its fields the newest."""
    if None in (said.was, said.becomes):
        how = "-" if said.becomes is None else "+"
        found = [[each.deed for each in versions if each.how == how]]
    else:
        found = [_changed(name, versions) for name in fields(*said.difference)]
    credited = ([deed for deed in some if deed.verb != DRAWN] for some in found)
    return [some[-1] for some in credited if some]


def _changed(name, versions):
    """The deeds that gave a column another value, oldest first."""
    column = _COLUMNS.get(name, name)
    values = [None, *(each.columns.get(column) for each in versions)]
    return [
        each.deed
        for was, becomes, each in zip(values, values[1:], versions, strict=False)
        if was != becomes
    ]


def _versions(structures, said):
    """Every version of the rows that something is said of, oldest first, by structure and row."""
    keys, found = defaultdict(set), defaultdict(list)
    for each in said:
        keys[each.point.ref.kind].add(each.point.ref.key)
    if not keys:
        return found
    first, *others = (_of_kind(kind, structures, some) for kind, some in keys.items())
    rows = sorted(first.union(*others, all=True).order_by(), key=lambda row: row[-1])
    for structure, kind, key, how, columns, *deed, _ in rows:
        version = _Version(Deed(*deed), how, columns)
        found[structure, _ref(kind, key, columns)].append(version)
    return found


def _of_kind(kind, structures, keys):
    """The versions of the rows of one table that speak of some keys."""
    model = _MODELS[kind]
    rows = model.history.filter(structure__in=structures).order_by()
    if kind in (LEADS, LINE):
        posts = Post.history.filter(structure__in=structures, key__in=keys)
        rows = rows.filter(post_id__in=posts.values("id"))
        rows = rows.annotate(of=_key(Post, "post_id"))
    else:
        rows = rows.filter(key__in=keys).annotate(of=F("key"))
    return rows.annotate(kind_of=Value(kind), said=JSONObject(**_said(kind))).values_list(
        "structure_id", "kind_of", "of", "history_type", "said", *_DEED, "history_id"
    )


def _said(kind):
    """The columns that are compared, or that set a row apart."""
    if kind == LEADS:
        return {"unit": _key(Unit, "unit_id"), "how": "how"}
    if kind == LINE:
        names = ("kind", "to_other", "reason", "certainty", "note")
        return {name: name for name in names} | {"to": _key(Post, "to_id")}
    names = {_COLUMNS.get(name, name) for name in _RECORDS[kind].__dataclass_fields__}
    return {name: name for name in names - {"key"}}


def _key(model, column):
    """The key of the row that a column names, whether it still stands or not."""
    rows = model.history.filter(id=OuterRef(column)).order_by("-history_id")
    return Subquery(rows.values("key")[:1])


def _ref(kind, key, columns):
    """What the row is known by."""
    if kind == LEADS:
        return ref_of(snapshot.Leads(post=key, **columns))
    if kind == LINE:
        return ref_of(snapshot.ReportingLine(post=key, **columns))
    return ref_of(snapshot.Origin(key=key, **columns)) if kind == ORIGIN else Ref(kind, key)
