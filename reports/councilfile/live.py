"""A council as the tables hold it, now or as files last held it, in the values of a council file.

Its one rule: read the same way from rows and from their history, so that the two can be compared.
"""

from django.db.models import Max

from divisions.models import Council
from posts import reading
from posts.snapshot import OtherName
from reports import models, proposal
from reports.models import Restructure

from . import live_pay, live_report, values

LOADED = "load the council file"

LISTS = {
    "phases": (models.Phase, proposal.Phase, ("name", "what", "when")),
    "scope": (models.Scope, proposal.Scope, ("key", "scope", "why")),
    "milestones": (
        models.Milestone,
        proposal.Milestone,
        ("what", "when", "earliest", "latest", "group", "certainty", "note"),
    ),
    "recommendations": (
        models.Recommendation,
        proposal.Recommendation,
        ("number", "verb", "text"),
    ),
    "statements": (
        models.Statement,
        proposal.Statement,
        ("says", "about", "value", "counts", "side", "where", "year", "certainty", "note"),
    ),
    "ring_fences": (models.RingFence, proposal.RingFence, ("name", "note")),
    "fates": (
        models.Fate,
        proposal.Fate,
        ("key", "outcome", "ring_fence", "people", "contracts", "at_risk", "dismissals", "note"),
    ),
    "fillings": (models.Filling, proposal.Filling, ("key", "way", "ring_fence", "note")),
    "costs": (
        models.Cost,
        proposal.Cost,
        ("kind", "what", "pounds", "year", "phase", "note"),
    ),
}
"""What a paper lists: its table, its value, and the columns besides the sources."""

SAID = ("phases", "scope", "milestones", "recommendations", "statements")
"""The lists that a page shows."""

ALL = (*LISTS, "report")
"""All that a paper is made of: every list, and how it is written."""

TITLE_BLOCK = (
    "key", "title", "report_of", "body", "meeting", "decision", "effective", "paper", "note",
)  # fmt: skip


def council_file(council):
    """Read a council with all its structures and restructures as they stand."""
    structures = [(row, reading.read(row)) for row in council.structures.select_related("council")]
    keys = _keys(council)
    proposals = read_proposals(list(council.restructures.all()), keys, ALL)
    words = live_pay.standing(council) | live_report.standing_templates(council)
    return _file(council, keys, words, structures, proposals)


def as_loaded(council):
    """Read a council as files last held it; what none ever held is left out.

    Each grade, spine, template, restructure and report, and the council's own facts, are read as of
    the last loading that wrote their row; each structure as of the last that has an act on it.
    """
    structures = [
        (reading.past_head(row, last), reading.read_past(row, last))
        for row in council.structures.select_related("council")
        if (last := row.acts.filter(verb=LOADED).first())
    ]
    keys = _keys(council)
    reports = live_report.as_loaded(council, loaded, as_of)
    proposals = [
        _proposal(
            row, keys, _lists(as_of(row.act), [row.id], LISTS).get(row.id, {}), reports.get(row.id)
        )
        for row in loaded(Restructure, council=council)
    ]
    words = live_pay.as_loaded(council, loaded, as_of)
    words |= live_report.templates_as_loaded(council, loaded)
    return _file(_head_as_loaded(council), keys, words, structures, proposals)


def loaded(model, **of):
    """Of each row that stands, the newest version that a loading wrote."""
    standing = model.objects.filter(**of)
    versions = model.history.filter(act__verb=LOADED, id__in=standing.values("id"))
    last = versions.values("id").annotate(last=Max("history_id")).values("last")
    return model.history.filter(history_id__in=last).select_related("act")


def _head_as_loaded(council):
    """A council's own facts; none, if people wrote them and no file ever did."""
    blank = Council(slug=council.slug) if council.history.exists() else council
    return loaded(Council, id=council.pk).first() or blank


def as_of(act):
    """A table's rows as they stood after an act."""
    return lambda model, **of: reading.newest(model.history, act, **of)


def read_proposal(restructure, names=SAID):
    """What the paper of one restructure says, as it stands: of `ALL`, what is named."""
    ends = (restructure.before, restructure.after)
    keys = {structure.pk: structure.key for structure in ends}
    return read_proposals([restructure], keys, names)[0]


def read_proposals(restructures, keys, names=SAID):
    """What the papers of several restructures say: of `ALL`, what is named.

    `keys`: the keys of their structures by primary key. As many queries as for one.
    """
    lists = _lists(_as_they_stand, restructures, [name for name in names if name in LISTS])
    reports = live_report.standing(restructures) if "report" in names else {}
    return [
        _proposal(row, keys, lists.get(row.pk, {}), reports.get(row.pk)) for row in restructures
    ]


def _as_they_stand(model, **of):
    return model.objects.filter(**of)


def _keys(council):
    return dict(council.structures.values_list("pk", "key"))


def _file(head, keys, words, structures, proposals):
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
        **words,
        structures=tuple(_structure(row, keys, snapshot) for row, snapshot in structures),
        proposals=tuple(proposals),
    )


def _structure(row, keys, snapshot):
    return values.StructureFile(
        status=row.status,
        snapshot=snapshot,
        drawn_from=keys.get(row.based_on_id),
        in_force_from=row.in_force_from,
        approved_by=row.approved_by,
        approved_on=values.plain(row.approved_on),
        minute=row.minute,
        sources=tuple(row.sources),
        note=row.note,
    )


def _lists(rows_of, restructures, names):
    """What papers list, by restructure and name of the list."""
    found = {}
    for name in names:
        table, value, columns = LISTS[name]
        rows = rows_of(table, restructure__in=restructures)
        for row in rows.order_by("restructure_id", "position"):
            record = value(
                **{column: values.plain(getattr(row, column)) for column in columns},
                sources=tuple(row.sources),
            )
            found.setdefault(row.restructure_id, {}).setdefault(name, []).append(record)
    return found


def _proposal(row, keys, lists, report):
    return proposal.Proposal(
        **{name: getattr(row, name) for name in TITLE_BLOCK},
        before=keys[row.before_id],
        after=keys[row.after_id],
        sources=tuple(row.sources),
        report=report,
        **{name: tuple(records) for name, records in lists.items()},
    )
