"""Read a structure from the tables, as it stands or as it was at an act, as a Snapshot.

The one module that reads structures. Its one rule: the number of queries is the same whatever the
size of the council, and links are made here, from keys, not by the database.
"""

from collections import defaultdict
from dataclasses import dataclass, replace

from django.db.models import Case, OuterRef, Subquery, Value, When, Window
from django.db.models.functions import RowNumber

from divisions.models import Structure, Unit
from posts import snapshot
from posts.from_rows import BESIDE, COLUMNS, MAKE, Names
from posts.models import Leads, Post, ReportingLine

_NAMING = {
    Unit: ((Unit, "id"), (Unit, "parent_id"), (Post, "unit_id"), (Leads, "unit_id")),
    Post: (
        (Post, "id"), (Post, "parent_id"), (Leads, "post_id"), (ReportingLine, "post_id"),
        (ReportingLine, "to_id"),
    ),
}  # fmt: skip
"""By table, the columns that hold numbers of its rows."""

_HEAD = ("title", "complete_to_tier")
_STAMP = ("act_id", "history_type")
_FEW = 5000
"""So many rows are asked for by their numbers; of more, all are asked for."""


def read(structure):
    """Read a structure as it stands."""
    return read_all(structure)[0]


def read_all(*structures):
    """Read several structures as they stand, in as many queries as one."""
    return _snapshots(structures, lambda model: model.objects.filter(structure__in=structures))


def read_parts(structure):
    """Read the units and posts of a structure alone: enough to say what each is called."""
    return _snapshots([structure], lambda model: _if_part(model, structure))[0]


def _if_part(model, structure):
    rows = model.objects.filter(structure=structure)
    return rows if model in (Unit, Post) else rows.none()


def read_past(structure, act):
    """Read a structure as it stood after an act: of each row, the newest version up to it."""
    (past,) = _snapshots([structure], lambda model: newest(model.history, act, structure=structure))
    return _with_past_head(past, structure, act)


def read_moments(*moments):
    """Read structures each as it stood after an act, or (no act) as it stands: `(structure, act)`.

    The tables are asked as often as for one structure alone.
    """
    numbered = {nth: _rows_at(*moment) for nth, moment in enumerate(moments)}
    rows = {model: _by_moment(model, numbered) for model in MAKE}
    found = [
        _snapshot(structure, *(rows[model].get(nth, ()) for model in MAKE))
        for nth, (structure, _) in enumerate(moments)
    ]
    return [
        _with_past_head(each, structure, act) if act else each
        for each, (structure, act) in zip(found, moments, strict=True)
    ]


def _rows_at(structure, act):
    if act is None:
        return lambda model: model.objects.filter(structure=structure)
    return lambda model: newest(model.history, act, structure=structure)


def _by_moment(model, numbered):
    """A table's rows at several moments, by the number of the moment, in one query."""
    first, *others = (
        rows_at(model).order_by().annotate(nth=Value(nth)).values_list("nth", *COLUMNS[model])
        for nth, rows_at in numbered.items()
    )
    order = ("position", "id") if model in (Unit, Post) else ("id",)
    found = defaultdict(list)
    for nth, *row in first.union(*others, all=True).order_by(*order):
        found[nth].append(row)
    return found


def with_heads(acts):
    """Acts that bring along what their structures were called then, and how far they were listed.

    What was read at such an act needs no query of its own for that.
    """
    heads = Structure.history.filter(id=OuterRef("structure"), act_id__lte=OuterRef("pk"))
    heads = heads.order_by("-history_id")
    then = {f"{name}_then": Subquery(heads.values(name)[:1]) for name in _HEAD}
    return acts.annotate(**then)


def _with_past_head(past, structure, act):
    """A structure as it was called then; as it stands where no version was kept."""
    if not hasattr(act, "title_then"):
        head = past_head(structure, act)
        return replace(past, **{name: getattr(head, name) for name in _HEAD})
    then = {name: getattr(act, f"{name}_then") for name in _HEAD}
    return past if act.title_then is None else replace(past, **then)


def past_head(structure, act):
    """A structure's own row as it stood after an act; as it stands where no version was kept."""
    return newest(Structure.history, act, id=structure.pk).first() or structure


def newest(history, act, **of):
    """Of each row's versions, the newest that an act or one before it wrote, if it was not gone.

    They are put in order and read once: PostgreSQL would compare each with each, were the newest
    looked up, as long as it has no statistics of a structure that is new.
    """
    back = Window(RowNumber(), partition_by="id", order_by="-history_id")
    nth = Case(When(history_type="-", then=0), default=back)
    versions = history.filter(act_id__lte=act.pk, **of)
    return versions.annotate(nth_back=nth).filter(nth_back=1).order_by("id")


@dataclass(frozen=True, slots=True)
class Version:
    """A row as an act left it: which row of which table, and its record; None: it is gone."""

    row: tuple
    act: int
    record: snapshot.Record | None


@dataclass(frozen=True, slots=True)
class Versions:
    """Rows as acts left them, oldest first, and what all that they name was called, by its key."""

    versions: list[Version]
    called: dict[str, str | None]


def read_versions(structure, acts):
    """Read every version of the rows that acts wrote, up to the last of those acts.

    In as many queries whatever the acts wrote, and whatever the size of the council.
    """
    acts = [act.pk for act in acts]
    if not acts:
        return Versions([], {})
    rows = {model: _versions(model, structure, acts) for model in MAKE}
    called = {model: _called(model, structure, rows, max(acts)) for model in (Unit, Post)}
    keys = ({pk: key for pk, (key, _) in found.items()} for found in called.values())
    names = Names(*keys, structure.council.functions)
    return Versions(
        [_version(model, row, names) for model, found in rows.items() for row in found],
        {key: name for found in called.values() for key, name in found.values()},
    )


def _version(model, row, names):
    act, how, *columns = row
    record = None if how == "-" else MAKE[model](columns, names)
    return Version((model, columns[1]), act, record)


def _versions(model, structure, acts):
    """All versions of the rows of a table that acts wrote, up to the last of those acts.

    They are asked for by their rows alone: given more to choose from, PostgreSQL reads the whole
    structure once for each row, as long as it has no statistics of one that is new.
    """
    written = model.history.filter(structure=structure, act_id__in=acts).values("id")
    found = model.history.filter(id__in=written).order_by("history_id")
    last = max(acts)
    return [row for row in found.values_list(*_STAMP, *COLUMNS[model]) if row[0] <= last]


def _called(model, structure, rows, last):
    """Of what rows are or name, by its number: its key, and what it was called after an act."""
    name = "name" if model is Unit else "title"
    named = set(_numbers(model, rows)) - {None}
    history = model.history.filter(structure=structure, act_id__lte=last).order_by("history_id")
    if len(named) <= _FEW:
        history = history.filter(id__in=named)
    return {pk: called for pk, *called in history.values_list("id", "key", name)}


def _numbers(model, rows):
    """The numbers of a table's rows that are among these, or that these name."""
    for table, column in _NAMING[model]:
        nth = COLUMNS[table].index(column) + len(_STAMP)
        yield from (row[nth] for row in rows[table])


def _snapshots(structures, rows_of):
    rows = {
        model: _by_structure(_in_order(model, rows_of(model)), COLUMNS[model]) for model in MAKE
    }
    return [
        _snapshot(each, *(rows[model].get(each.pk, ()) for model in MAKE)) for each in structures
    ]


def _in_order(model, rows):
    return rows.order_by("position", "id") if model in (Unit, Post) else rows


def _snapshot(structure, units, posts, *beside):
    keys = {row[1]: row[3] for row in units}, {row[1]: row[3] for row in posts}
    names = Names(*keys, structure.council.functions)
    leads, lines, origins, endings = (
        tuple(make(row, names) for row in rows)
        for rows, make in zip(beside, BESIDE.values(), strict=True)
    )
    return snapshot.Snapshot(
        key=structure.key,
        title=structure.title,
        complete_to_tier=structure.complete_to_tier,
        units={row[3]: MAKE[Unit](row, names) for row in units if row[3]},
        posts={row[3]: MAKE[Post](row, names) for row in posts if row[3]},
        leads=leads,
        lines=lines,
        origins=origins,
        endings=endings,
    )


def _by_structure(rows, columns):
    found = defaultdict(list)
    for row in rows.values_list(*columns):
        found[row[0]].append(row)
    return found
