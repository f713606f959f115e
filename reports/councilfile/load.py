"""Load a council file: what it says otherwise than the tables is written, and nothing else.

The file is the truth of what it holds; what it does not hold (a draft drawn in the browser) stays.
Its one rule: what people changed since the last load is never overwritten unasked. So it locks the
council and all its structures before it looks what differs.
"""

from datetime import date

from django.db import transaction

from divisions import errors
from divisions.models import Council, Structure
from posts import delta, reading, writing
from posts.models import Grade
from posts.models.pay import PaySpine
from posts.positions import settled
from reports.models import Restructure

from . import load_pay, load_report
from .differing import REPORT, RESTRUCTURE, SECTION, fields_of
from .live import LISTS, LOADED, TITLE_BLOCK
from .planning import Plan, plan, sequences
from .values import plain

__all__ = ["Plan", "WouldOverwrite", "load", "plan"]

_HEAD = ("status", "in_force_from", "approved_by", "minute", "note")
_ORDERED = ((PaySpine, "name"), (Grade, "name"), (Structure, "key"), (Restructure, "key"))
"""The tables of what a file lists, in the order of `sequences`, and by what each thing is known."""


class WouldOverwrite(errors.RuleBroken):
    """The file would undo what people changed themselves since it was last loaded."""

    def __init__(self, plan):
        self.plan = plan
        count = len(plan.overwritten)
        changes = "1 change" if count == 1 else f"{count} changes"
        super().__init__(f"{changes} that people made would be overwritten. Nothing was changed.")


def load(file, user=None, replace=False):
    """Load a file in one transaction; WouldOverwrite if people's changes stand in its way."""
    with transaction.atomic():
        council = _locked(file.slug)
        found = plan(file)
        if found.overwritten and not replace:
            raise WouldOverwrite(found)
        if found.differences or found.adopted:
            with council.editing(user, LOADED) as council:
                _Loading(council, file, found, user).load()
        return found


def _locked(slug):
    """The council, made if there is none, and locked with all its structures."""
    if not Council.objects.filter(slug=slug).exists():
        Council.objects.bulk_create([Council(slug=slug, name="")], ignore_conflicts=True)
    council = Council.objects.select_for_update(no_key=True).get(slug=slug)
    list(council.structures.select_for_update(no_key=True).order_by("pk"))
    return council


class _Loading:
    """One loading, inside the council's act; each structure that it writes has an act of its own.

    What people changed and the file holds as they left it is written too: from then on it is the
    file's.
    """

    def __init__(self, council, file, plan, user):
        self.council, self.file, self.user = council, file, user
        stated = [change for change in plan.differences if change.field != "order"]
        self.things = {(change.what, change.key) for change in (*stated, *plan.adopted)}
        self.within = set(_structures(plan.differences))
        heads = {key for what, key in self.things if what == "structure"}
        self.loaded = heads | self.within | set(_structures(plan.adopted))
        self.reports = set(_reports((*plan.differences, *plan.adopted)))

    def load(self):
        if ("council", self.file.slug) in self.things:
            self._write_council()
        self.positions = {
            what: self._put_in_order(table, by, keys)
            for (what, keys), (table, by) in zip(
                sequences(self.file).items(), _ORDERED, strict=True
            )
        }
        load_pay.write(self.council, self.file, self.things, self.positions)
        load_report.write_templates(self.council, self.file.templates, self.things)
        self._leave_force()
        for structure in self._bases_first():
            self._write_structure(structure)
        for proposal in self.file.proposals:
            if (RESTRUCTURE, proposal.key) in self.things:
                self._write_restructure(proposal)
            if proposal.key in self.reports:
                load_report.write(self._restructure(proposal.key), proposal.report)

    def _put_in_order(self, table, by, keys):
        """Where each thing of a list goes; what is there already is put there."""
        rows = {getattr(row, by): row for row in table.objects.filter(council=self.council)}
        positions = settled({key: row.position for key, row in rows.items()}, keys)
        for key, row in rows.items():
            if row.position != positions.get(key, row.position):
                row.position = positions[key]
                row.save(update_fields=["position"])
        return positions

    def _write_council(self):
        council, file = self.council, self.file
        council.name, council.note = file.name, file.note
        council.other_names = [_other_name(other) for other in file.other_names]
        council.kinds = [{"name": kind.name, "function": kind.is_function} for kind in file.kinds]
        council.tiers = [{"tier": tier.tier, "name": tier.name} for tier in file.tiers]
        council.save()

    def _leave_force(self):
        """Let what is no longer in force say so before another structure comes into force."""
        in_force = Structure.objects.filter(council=self.council, status=Structure.Status.IN_FORCE)
        for file in self.file.structures:
            if file.status == Structure.Status.IN_FORCE:
                continue
            for structure in in_force.filter(key=file.snapshot.key):
                with structure.editing(self.user, LOADED, even_frozen=True) as editing:
                    editing.structure.status = file.status
                    editing.structure.save(update_fields=["status"])

    def _bases_first(self):
        """The file's structures, each after the one that it was drawn from."""
        waiting = list(self.file.structures)
        while waiting:
            keys = {structure.snapshot.key for structure in waiting}
            ready = [structure for structure in waiting if structure.drawn_from not in keys]
            yield from ready
            waiting = [structure for structure in waiting if structure not in ready]

    def _write_structure(self, file):
        key = file.snapshot.key
        if key not in self.loaded:
            return
        head = self._head(file)
        structure = self._made(key, head)
        with structure.editing(self.user, LOADED, even_frozen=True) as editing:
            if any(getattr(editing.structure, name) != value for name, value in head.items()):
                if editing.structure.based_on != head["based_on"]:
                    editing.structure.based_on_revision = None
                _set(editing.structure, head).save()
            if key in self.within:
                current = reading.read(editing.structure)
                writing.write(editing, current, delta.settle_positions(current, file.snapshot))

    def _head(self, file):
        """What a file says of a structure besides its contents, as columns."""
        columns = {name: getattr(file, name) for name in _HEAD}
        return columns | {
            "approved_on": file.approved_on and date.fromisoformat(file.approved_on),
            "title": file.snapshot.title,
            "complete_to_tier": file.snapshot.complete_to_tier,
            "sources": list(file.sources),
            "based_on": self._structure(file.drawn_from) if file.drawn_from else None,
        }

    def _made(self, key, head):
        """The structure with a key, made if there is none."""
        made = head | {"position": self.positions["structure"][key]}
        return Structure.objects.get_or_create(council=self.council, key=key, defaults=made)[0]

    def _structure(self, key):
        return Structure.objects.select_related("council").get(council=self.council, key=key)

    def _restructure(self, key):
        return Restructure.objects.get(council=self.council, key=key)

    def _write_restructure(self, proposal):
        columns = {name: getattr(proposal, name) for name in TITLE_BLOCK}
        columns |= {
            "before": self._structure(proposal.before),
            "after": self._structure(proposal.after),
            "sources": list(proposal.sources),
        }
        key = columns.pop("key")
        restructure, _ = Restructure.objects.update_or_create(
            council=self.council,
            key=key,
            defaults=columns,
            create_defaults=columns | {"position": self.positions["restructure"][key]},
        )
        for name, (table, _, _) in LISTS.items():
            _write_list(table, restructure, getattr(proposal, name))


def _structures(changes):
    """The structures within which something changes."""
    return (change.within for change in changes if change.what != SECTION)


def _reports(changes):
    """The restructures of which the report changes."""
    for change in changes:
        if change.what in (REPORT, SECTION):
            yield change.within or change.key


def _write_list(table, restructure, records):
    """Write what differs of a list, row by row; the rows past its end go."""
    rows = {row.position: row for row in table.objects.filter(restructure=restructure)}
    for position, record in enumerate(records, start=1):
        row = rows.pop(position, None) or table(restructure=restructure, position=position)
        columns = _columns(record)
        if row.pk is None or any(plain(getattr(row, name)) != columns[name] for name in columns):
            _set(row, columns).save()
    for row in rows.values():
        row.delete()


def _set(row, columns):
    for name, value in columns.items():
        setattr(row, name, value)
    return row


def _columns(record):
    columns = fields_of(record) | {"sources": list(record.sources)}
    if "where" in columns:
        columns["where"] = dict(columns["where"])
    return columns


def _other_name(other):
    return {"name": other.name, "sources": list(other.sources)}
