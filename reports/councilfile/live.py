"""A council as the tables hold it, now or as files last held it, in the values of a council file.

Its one rule: read the same way from rows and from their history, so that the two can be compared.
"""

from datetime import date
from decimal import Decimal

from django.db.models import Max

from divisions.models import Council
from posts import reading
from posts.models import Grade
from posts.snapshot import OtherName, shortest
from reports import proposal
from reports.models import Milestone, Phase, Recommendation, Restructure, Scope, Statement

from . import values

LOADED = "load the council file"

LISTS = {
    "phases": (Phase, proposal.Phase, ("name", "what", "when")),
    "scope": (Scope, proposal.Scope, ("key", "scope", "why")),
    "milestones": (
        Milestone,
        proposal.Milestone,
        ("what", "when", "earliest", "latest", "group", "certainty", "note"),
    ),
    "recommendations": (Recommendation, proposal.Recommendation, ("number", "verb", "text")),
    "statements": (
        Statement,
        proposal.Statement,
        ("says", "about", "value", "counts", "side", "where", "year", "certainty", "note"),
    ),
}
"""What a paper lists: its table, its value, and the columns besides the sources."""

TITLE_BLOCK = (
    "key", "title", "report_of", "body", "meeting", "decision", "effective", "paper", "note",
)  # fmt: skip
_GRADE = ("name", "rank", "pounds", "basis", "year", "note")


def council_file(council):
    """Read a council with all its structures and restructures as they stand."""
    structures = [(row, reading.read(row)) for row in council.structures.select_related("council")]
    keys = _keys(council)
    proposals = read_proposals(list(council.restructures.all()), keys)
    return _file(council, keys, council.grades.all(), structures, proposals)


def as_loaded(council):
    """Read a council as files last held it; what none ever held is left out.

    Each grade and restructure, and the council's own facts, are read as of the last loading that
    wrote their row; each structure as of the last that has an act on it.
    """
    structures = [
        (reading.past_head(row, last), reading.read_past(row, last))
        for row in council.structures.select_related("council")
        if (last := row.acts.filter(verb=LOADED).first())
    ]
    keys = _keys(council)
    proposals = [
        _proposal(row, keys, _lists(_as_of(row.act), [row.id]).get(row.id, {}))
        for row in _loaded(Restructure, council=council)
    ]
    grades = _loaded(Grade, council=council)
    return _file(_head_as_loaded(council), keys, grades, structures, proposals)


def _loaded(model, **of):
    """Of each row that stands, the newest version that a loading wrote."""
    standing = model.objects.filter(**of)
    versions = model.history.filter(act__verb=LOADED, id__in=standing.values("id"))
    last = versions.values("id").annotate(last=Max("history_id")).values("last")
    return model.history.filter(history_id__in=last).select_related("act")


def _head_as_loaded(council):
    """A council's own facts; none, if people wrote them and no file ever did."""
    blank = Council(slug=council.slug) if council.history.exists() else council
    return _loaded(Council, id=council.pk).first() or blank


def _as_of(act):
    return lambda model, **of: reading.newest(model.history, act, **of)


def read_proposal(restructure):
    """What the paper of one restructure says, as it stands."""
    ends = (restructure.before, restructure.after)
    return read_proposals([restructure], {structure.pk: structure.key for structure in ends})[0]


def read_proposals(restructures, keys, names=tuple(LISTS)):
    """What the papers of several restructures say, of their lists those with these names.

    `keys`: the keys of their structures by primary key. As many queries as for one.
    """
    lists = _lists(_as_they_stand, restructures, names)
    return [_proposal(row, keys, lists.get(row.pk, {})) for row in restructures]


def _as_they_stand(model, **of):
    return model.objects.filter(**of)


def _keys(council):
    return dict(council.structures.values_list("pk", "key"))


def _file(head, keys, grades, structures, proposals):
    return values.CouncilFile(
        slug=head.slug,
        name=head.name,
        other_names=tuple(
            OtherName(other["name"], tuple(other["sources"])) for other in head.other_names
        ),
        note=head.note,
        kinds=tuple(
            values.Kind(name=kind["name"], is_function=kind["function"]) for kind in head.kinds
        ),
        tiers=tuple(values.Tier(tier=tier["tier"], name=tier["name"]) for tier in head.tiers),
        grades=tuple(map(_grade, grades)),
        structures=tuple(_structure(row, keys, snapshot) for row, snapshot in structures),
        proposals=tuple(proposals),
    )


def _grade(row):
    columns = {name: plain(getattr(row, name)) for name in _GRADE}
    return values.Grade(**columns, sources=tuple(row.sources))


def _structure(row, keys, snapshot):
    return values.StructureFile(
        status=row.status,
        snapshot=snapshot,
        drawn_from=keys.get(row.based_on_id),
        in_force_from=row.in_force_from,
        approved_by=row.approved_by,
        approved_on=plain(row.approved_on),
        minute=row.minute,
        sources=tuple(row.sources),
        note=row.note,
    )


def _lists(rows_of, restructures, names=tuple(LISTS)):
    """What papers list, by restructure and name of the list."""
    found = {}
    for name in names:
        table, value, columns = LISTS[name]
        rows = rows_of(table, restructure__in=restructures)
        for row in rows.order_by("restructure_id", "position"):
            record = value(
                **{column: plain(getattr(row, column)) for column in columns},
                sources=tuple(row.sources),
            )
            found.setdefault(row.restructure_id, {}).setdefault(name, []).append(record)
    return found


def plain(value):
    """A column's value as the values of a file have it: days as text, numbers at their shortest."""
    if isinstance(value, date):
        return value.isoformat()
    return shortest(value) if isinstance(value, Decimal) else value


def _proposal(row, keys, lists):
    return proposal.Proposal(
        **{name: getattr(row, name) for name in TITLE_BLOCK},
        before=keys[row.before_id],
        after=keys[row.after_id],
        sources=tuple(row.sources),
        **{name: tuple(records) for name, records in lists.items()},
    )
