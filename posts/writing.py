"""Write a structure to the tables: the difference between what stands and what is wanted.

The one module that writes many rows at once; loading a file, bringing a draft up to date and
undoing all come down to it. Its one rule: what would not be sound is refused before the first row
is written.
"""

from collections import defaultdict

from simple_history.utils import bulk_update_with_history

from divisions import errors, tree
from divisions.models import Ending, Origin, Unit
from divisions.models.act import create_rows
from posts import delta, reading, snapshot
from posts.first_versions import begin_history
from posts.models import Leads, Post, ReportingLine

TABLES = {
    snapshot.Unit: Unit,
    snapshot.Post: Post,
    snapshot.Leads: Leads,
    snapshot.ReportingLine: ReportingLine,
    snapshot.Origin: Origin,
    snapshot.Ending: Ending,
}
_PARENT = {snapshot.Unit: "parent", snapshot.Post: "reports_to"}
_BESIDE = (snapshot.Leads, snapshot.ReportingLine, snapshot.Origin, snapshot.Ending)


def apply(editing, change):
    """Apply a delta to the structure that is being edited; NotSound if that cannot be."""
    current = reading.read(editing.structure)
    write(editing, current, delta.apply(change, current))


def write(editing, current, wanted):
    """Make the structure that is being edited, which stands as `current`, into `wanted`."""
    if faults := delta.faults(wanted):
        raise errors.NotSound(" ".join(str(fault) for fault in faults))
    writing = _Writing(editing.structure, wanted)
    writing.sort(delta.delta(current, wanted), delta.reordered(current, wanted))
    writing.write()


def write_new(editing, wanted):
    """Write into a structure that is being edited, and has never had anything in it."""
    if faults := delta.faults(wanted):
        raise errors.NotSound(" ".join(str(fault) for fault in faults))
    nothing = snapshot.Snapshot(wanted.key, wanted.title)
    writing = _Writing(editing.structure, wanted, is_new=True)
    writing.sort(delta.delta(nothing, wanted), [])
    writing.write()
    for model in TABLES.values():
        begin_history(model, editing.structure, editing.act)


class _Writing:
    """One writing: the order of its steps keeps every reference whole at each of them.

    Into a structure that `is_new` rows are written without their history.
    """

    def __init__(self, structure, wanted, is_new=False):
        self.structure, self.wanted, self.is_new = structure, wanted, is_new
        self.created, self.changed, self.gone = (defaultdict(list) for _ in range(3))
        self.said_otherwise = []
        self.grades = dict(structure.council.grades.values_list("name", "id"))
        self.pks = {
            model: dict(model.objects.filter(structure=structure).values_list("key", "pk"))
            for model in (Unit, Post)
        }
        for model in (Unit, Post):
            self.pks[model].setdefault("", tree.root(model, structure).pk)

    def sort(self, difference, reordered):
        """Put each record that differs where it belongs: created, changed or gone."""
        for old, new in difference.values():
            if old is None:
                self.created[type(new)].append(new)
            elif new is None:
                self.gone[type(old)].append(old)
            elif type(new) in _PARENT:
                self.changed[type(new)].append(new)
            else:
                self.said_otherwise.append((old, new))
        changed = {record.key for kind in _PARENT for record in self.changed[kind]}
        for kind, records in (
            (snapshot.Unit, self.wanted.units),
            (snapshot.Post, self.wanted.posts),
        ):
            created = {record.key for record in self.created[kind]}
            self.changed[kind] += [
                records[key]
                for key in reordered
                if key in records and key not in changed and key not in created
            ]

    def write(self):
        for kind in _BESIDE:
            self._delete_beside(kind)
        self._change_beside()
        for kind in _PARENT:
            self._create(kind)
            self._change(kind)
        for kind in reversed(_PARENT):
            self._delete(kind)
        for kind in _BESIDE:
            rows = [TABLES[kind](**self._columns(record)) for record in self.created[kind]]
            self._insert(rows, TABLES[kind])
        for kind in _PARENT:
            if self.created[kind] or self.changed[kind] or self.gone[kind]:
                tree.renumber(TABLES[kind], self.structure)

    def _create(self, kind):
        """Create rows a level at a time, so that each knows its parent's."""
        model, pks = TABLES[kind], self.pks[TABLES[kind]]
        numbers = self._numbers(kind) if self.created[kind] else {}
        levels = defaultdict(list)
        for record in self.created[kind]:
            levels[numbers[record.key][2]].append(record)
        for level in sorted(levels):
            rows = [
                model(**self._columns(record), **self._index(numbers[record.key]))
                for record in levels[level]
            ]
            for row in self._insert(rows, model):
                pks[row.key] = row.pk

    def _insert(self, rows, model):
        return model.objects.bulk_create(rows) if self.is_new else create_rows(rows)

    def _numbers(self, kind):
        records = self.wanted.units if kind is snapshot.Unit else self.wanted.posts
        ordered = sorted(records.values(), key=lambda record: record.position)
        parents = {record.key: getattr(record, _PARENT[kind]) or "" for record in ordered}
        return tree.numbered({"": None, **parents})

    def _index(self, numbers):
        return dict(zip(("lft", "rght", "level"), numbers, strict=True)) | {
            "tree_id": self.structure.pk
        }

    def _change(self, kind):
        model, records = TABLES[kind], {record.key: record for record in self.changed[kind]}
        rows = model.objects.filter(structure=self.structure, key__in=records)
        differ = {row: names for row in rows if (names := self._bring_up_to_date(row, records))}
        if differ:
            fields = {name.removesuffix("_id") for names in differ.values() for name in names}
            bulk_update_with_history(list(differ), model, sorted(fields), batch_size=500)

    def _bring_up_to_date(self, row, records):
        """Set what differs between a row and its record, and give the names of those columns."""
        columns = self._columns(records[row.key])
        names = [name for name, value in columns.items() if getattr(row, name) != value]
        for name in names:
            setattr(row, name, columns[name])
        return names

    def _delete(self, kind):
        model = TABLES[kind]
        keys = [record.key for record in self.gone[kind]]
        if keys:
            tree.delete_all(model, model.objects.filter(structure=self.structure, key__in=keys))

    def _delete_beside(self, kind):
        for record in self.gone[kind]:
            self._row(record).delete()

    def _change_beside(self):
        for old, new in self.said_otherwise:
            row = self._row(old)
            for name, value in self._columns(new).items():
                setattr(row, name, value)
            row.save()

    def _row(self, record):
        """The row of a record that is neither unit nor post: the one that says just this."""
        return TABLES[type(record)].objects.filter(**self._columns(record)).first()

    def _columns(self, record):
        """A record as the columns of its table, keys made into the rows they name."""
        columns = {name: getattr(record, name) for name in record.__dataclass_fields__}
        columns["structure_id"] = self.structure.pk
        kind = type(record)
        if kind is snapshot.Unit:
            del columns["is_function"]
        if kind is snapshot.Post:
            columns["unit_id"] = self._pk(Unit, columns.pop("unit"))
            columns["grade_id"] = self._grade(columns.pop("grade"))
        if kind in _PARENT:
            columns["parent_id"] = self.pks[TABLES[kind]][columns.pop(_PARENT[kind]) or ""]
            columns["other_names"] = [
                {"name": other.name, "sources": list(other.sources)} for other in record.other_names
            ]
            columns["changed"] = list(record.changed)
        if kind in (snapshot.Leads, snapshot.ReportingLine):
            columns["post_id"] = self._pk(Post, columns.pop("post"))
        if kind is snapshot.Leads:
            columns["unit_id"] = self._pk(Unit, columns.pop("unit"))
        if kind is snapshot.ReportingLine:
            columns["to_id"] = self._pk(Post, columns.pop("to"))
        if "sources" in columns:
            columns["sources"] = list(record.sources)
        return columns

    def _pk(self, model, key):
        return None if key is None else self.pks[model][key]

    def _grade(self, name):
        if name is not None and name not in self.grades:
            raise errors.NotSound(f"There is no grade “{name}” in {self.structure.council}.")
        return self.grades.get(name)
