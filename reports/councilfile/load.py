"""Load a council file: what would change, what people changed themselves, and then the change.

The file is the truth of what it holds; what it does not hold (a draft drawn in the browser) stays.
Its one rule: what people changed since the last load is never overwritten unasked.
"""

from dataclasses import dataclass, fields, is_dataclass

from django.db import transaction

from divisions import errors, tree
from divisions.models import Council, Structure
from posts import delta, reading, writing
from posts.models import Grade
from posts.snapshot import Snapshot
from reports.models import Restructure

from . import live
from .live import LISTS, LOADED, TITLE_BLOCK

_STRUCTURE = ("status", "drawn_from", "in_force_from", "sources", "note")


@dataclass(frozen=True)
class Difference:
    """One fact that the file says otherwise than the tables: of which thing, and the two values.

    `what` is council, grade, structure, restructure, or a kind of record of the structure `within`.
    `field` is None where the whole thing is new (`was` None) or gone (`becomes` None).
    """

    what: str
    key: str
    field: str | None
    was: object
    becomes: object
    within: str | None = None

    def __str__(self):
        where = f" of {self.within}" if self.within else ""
        if self.field is None:
            verb = "is new" if self.was is None else "is no longer in the file"
            return f"{self.what} {self.key}{where} {verb}"
        was, becomes = _in_words(self.was), _in_words(self.becomes)
        return f"{self.what} {self.key}{where}: {self.field} {was} becomes {becomes}"

    @property
    def thing(self):
        """What the difference is about."""
        return (self.what, self.key, self.within)


def _in_words(value):
    """A value as one line that a person can read."""
    if value is None or value == () or value == {}:
        return "not stated"
    if isinstance(value, tuple):
        said = [_in_words(part) for part in value]
        return f"{len(said)} lines" if sum(map(len, said)) > 200 else "; ".join(said)
    if is_dataclass(value):
        return " ".join(str(part) for part in _fields_of(value).values() if part)
    return f"“{value}”"


@dataclass(frozen=True)
class Plan:
    """What loading a file would change, and which of it people changed themselves since."""

    council: Council | None
    live: object
    differences: tuple[Difference, ...]
    overwritten: tuple[Difference, ...]


class WouldOverwrite(errors.RuleBroken):
    """The file would undo what people changed themselves since it was last loaded."""

    def __init__(self, plan):
        self.plan = plan
        count = len(plan.overwritten)
        changes = "1 change" if count == 1 else f"{count} changes"
        super().__init__(f"{changes} that people made would be overwritten. Nothing was changed.")


def plan(file):
    """Say what loading a file would change; nothing is written."""
    council = Council.objects.filter(slug=file.slug).first()
    if council is None:
        return Plan(None, None, tuple(_differences(None, file)), ())
    now, then = live.council_file(council), live.as_loaded(council)
    differences = tuple(_differences(now, file))
    own = _touched(_differences(then, now)) if differences and then else {}
    overwritten = tuple(change for change in differences if _is_own(change, own))
    return Plan(council, now, differences, overwritten)


def _touched(changes):
    """The fields that people changed, by thing."""
    touched = {}
    for change in changes:
        touched.setdefault(change.thing, set()).add(change.field)
    return touched


def _is_own(change, own):
    """Whether people changed the same field, or the thing as a whole."""
    touched = own.get(change.thing, ())
    return bool(touched) and (change.field is None or None in touched or change.field in touched)


def _differences(now, wanted):
    """How a file differs from what there is; of what it does not hold, nothing is said."""
    before, after = _heads(now) if now else {}, _heads(wanted)
    for thing, facts in after.items():
        yield from _of_fields(*thing, None, before.get(thing), facts)
    contents = {file.snapshot.key: file.snapshot for file in (now.structures if now else ())}
    for file in wanted.structures:
        current = contents.get(file.snapshot.key, Snapshot(file.snapshot.key, ""))
        yield from _of_contents(current, delta.settle_positions(current, file.snapshot))


def _of_fields(what, key, within, before, after):
    if before is None or after is None:
        yield Difference(what, key, None, before, after, within)
        return
    for field in after:
        if before[field] != after[field]:
            yield Difference(what, key, field, before[field], after[field], within)


def _of_contents(current, wanted):
    for ref, (old, new) in delta.delta(current, wanted).items():
        key = " ".join([ref.key, *filter(None, ref.apart)])
        yield from _of_fields(ref.kind, key, wanted.key, _fields_of(old), _fields_of(new))
    for key in delta.reordered(current, wanted):
        kind = "unit" if key in wanted.units else "post"
        yield Difference(kind, key, "order", "as it was", "as in the file", wanted.key)


def _fields_of(record):
    return record and {field.name: getattr(record, field.name) for field in fields(record)}


def _heads(file):
    """All that a file says besides the contents of its structures: things and their fields."""
    council = ("name", "other_names", "note", "kinds", "tiers")
    heads = {("council", file.slug): {name: getattr(file, name) for name in council}}
    for grade in file.grades:
        heads["grade", grade.name] = _fields_of(grade)
    for structure in file.structures:
        facts = {name: getattr(structure, name) for name in _STRUCTURE}
        facts |= {name: getattr(structure.snapshot, name) for name in ("title", "complete_to_tier")}
        heads["structure", structure.snapshot.key] = facts
    for proposal in file.proposals:
        heads["restructure", proposal.key] = _fields_of(proposal)
    return heads


def load(file, user=None, replace=False):
    """Load a file in one transaction; WouldOverwrite if people's changes stand in its way."""
    with transaction.atomic():
        council = Council.objects.filter(slug=file.slug).first() or _new_council(file.slug)
        Council.objects.select_for_update().get(pk=council.pk)
        found = plan(file)
        if found.overwritten and not replace:
            raise WouldOverwrite(found)
        if found.differences:
            with council.editing(user, LOADED) as council:
                _Loading(council, file, found, user).load()
        return found


def _new_council(slug):
    return Council.objects.bulk_create([Council(slug=slug, name="")])[0]


class _Loading:
    """One loading, inside the council's act; each structure that differs has an act of its own."""

    def __init__(self, council, file, plan, user):
        self.council, self.file, self.user = council, file, user
        self.things = {(change.what, change.key) for change in plan.differences}
        self.within = {change.within for change in plan.differences}

    def load(self):
        if ("council", self.file.slug) in self.things:
            self._write_council()
        self._write_grades()
        for structure in self._bases_first():
            self._write_structure(structure)
        for position, proposal in enumerate(self.file.proposals, start=1):
            if ("restructure", proposal.key) in self.things:
                self._write_restructure(proposal, position * tree.STEP)

    def _write_council(self):
        council, file = self.council, self.file
        council.name, council.note = file.name, file.note
        council.other_names = [_other_name(other) for other in file.other_names]
        council.kinds = [{"name": kind.name, "function": kind.is_function} for kind in file.kinds]
        council.tiers = [{"tier": tier.tier, "name": tier.name} for tier in file.tiers]
        council.save()

    def _write_grades(self):
        for position, grade in enumerate(self.file.grades, start=1):
            if ("grade", grade.name) in self.things:
                columns = _columns(grade) | {"position": position * tree.STEP}
                del columns["name"]
                Grade.objects.update_or_create(
                    council=self.council, name=grade.name, defaults=columns
                )

    def _bases_first(self):
        """The file's structures, each after the one that it was drawn from."""
        waiting = list(self.file.structures)
        while waiting:
            keys = {structure.snapshot.key for structure in waiting}
            ready = [structure for structure in waiting if structure.drawn_from not in keys]
            yield from ready
            waiting = [structure for structure in waiting if structure not in ready]

    def _write_structure(self, file):
        if ("structure", file.snapshot.key) in self.things:
            self._write_structure_head(file)
        if file.snapshot.key in self.within:
            structure = self._structure(file.snapshot.key)
            with structure.editing(self.user, LOADED, from_file=True) as editing:
                current = reading.read(editing.structure)
                writing.write(editing, current, delta.settle_positions(current, file.snapshot))

    def _write_structure_head(self, file):
        position = (self.file.structures.index(file) + 1) * tree.STEP
        columns = {name: getattr(file, name) for name in ("status", "in_force_from", "note")}
        columns |= {
            "title": file.snapshot.title,
            "complete_to_tier": file.snapshot.complete_to_tier,
            "sources": list(file.sources),
            "based_on": self._structure(file.drawn_from) if file.drawn_from else None,
        }
        Structure.objects.update_or_create(
            council=self.council,
            key=file.snapshot.key,
            defaults=columns,
            create_defaults=columns | {"position": position},
        )

    def _structure(self, key):
        return Structure.objects.select_related("council").get(council=self.council, key=key)

    def _write_restructure(self, proposal, position):
        columns = {name: getattr(proposal, name) for name in TITLE_BLOCK}
        columns |= {
            "before": self._structure(proposal.before),
            "after": self._structure(proposal.after),
            "sources": list(proposal.sources),
        }
        restructure, _ = Restructure.objects.update_or_create(
            council=self.council,
            key=columns.pop("key"),
            defaults=columns,
            create_defaults=columns | {"position": position},
        )
        for name, (table, _, _) in LISTS.items():
            _write_list(table, restructure, getattr(proposal, name))


def _write_list(table, restructure, records):
    """Write what differs of a list, row by row; the rows past its end go."""
    rows = {row.position: row for row in table.objects.filter(restructure=restructure)}
    for position, record in enumerate(records, start=1):
        row = rows.pop(position, None) or table(restructure=restructure, position=position)
        columns = _columns(record)
        if row.pk is None or any(
            live.plain(getattr(row, name)) != columns[name] for name in columns
        ):
            for name, value in columns.items():
                setattr(row, name, value)
            row.save()
    for row in rows.values():
        row.delete()


def _columns(record):
    columns = _fields_of(record) | {"sources": list(record.sources)}
    if "where" in columns:
        columns["where"] = dict(columns["where"])
    return columns


def _other_name(other):
    return {"name": other.name, "sources": list(other.sources)}
