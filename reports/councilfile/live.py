"""A council as the tables hold it, now or as it was last loaded, in the values of a council file.

Its one rule: read the same way from rows and from their history, so that the two can be compared.
"""

from datetime import date
from decimal import Decimal

from divisions.models import Structure
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
    return _file(council, lambda model, **of: model.objects.filter(**of), structures)


def as_loaded(council):
    """Read a council as its file was last loaded; None if it never was.

    A structure is read as of the last loading that wrote it; one that no file ever held is left
    out.
    """
    act = council.acts.filter(verb=LOADED, structure=None).first()
    if act is None:
        return None
    structures = [
        (reading.past_head(row, last), reading.read_past(row, last))
        for row in council.structures.select_related("council")
        if (last := row.acts.filter(verb=LOADED).first())
    ]
    return _file(council, lambda model, **of: reading.newest(model.history, act, **of), structures)


def read_proposal(restructure):
    """What the paper of one restructure says, as it stands."""
    lists = _lists(lambda model, **of: model.objects.filter(**of), {"restructure": restructure})
    ends = (restructure.before, restructure.after)
    keys = {structure.pk: structure.key for structure in ends}
    return _proposal(restructure, keys, lists.get(restructure.pk, {}))


def _file(council, rows_of, structures):
    head = rows_of(type(council), id=council.pk).get()
    keys = dict(Structure.objects.filter(council=council).values_list("pk", "key"))
    lists = _lists(rows_of, {"restructure__council": council})
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
        grades=tuple(
            _grade(row) for row in rows_of(Grade, council=council).order_by("position", "id")
        ),
        structures=tuple(_structure(row, keys, snapshot) for row, snapshot in structures),
        proposals=tuple(
            _proposal(row, keys, lists.get(row.id, {}))
            for row in rows_of(Restructure, council=council).order_by("position", "id")
        ),
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
        sources=tuple(row.sources),
        note=row.note,
    )


def _lists(rows_of, which):
    """What papers list, by restructure and name of the list."""
    found = {}
    for name, (table, value, columns) in LISTS.items():
        for row in rows_of(table, **which).order_by("restructure_id", "position"):
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
