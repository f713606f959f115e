"""A made-up council in a database: two structures, a restructure between them, and a reader."""

from django.db import transaction
from django.urls import reverse

from divisions.models import Council, Membership, Unit
from divisions.models.part import UNTRACKED
from posts import standing
from posts.chart import BY_LINE, draw
from posts.models import Post
from reports.assemble import comparison_of
from reports.councilfile import load
from reports.councilfile.dump import dump
from reports.councilfile.reading import read
from reports.councilfile.values import CouncilFile, Grade, Kind, StructureFile
from reports.models import Restructure
from reports.proposal import Proposal
from tests import made_up
from tests.cast import person, signed_in


class MadeUpCouncil:
    """What is measured, each a method; a `floor` is the least that the database would take."""

    def __init__(self, posts):
        slug = f"council-of-{posts}"
        before = made_up.snapshot(posts, key="before")
        after = made_up.changed(before, key="after")
        between = Proposal(key="all", title="All", before="before", after="after")
        load.load(_file(slug, [before, after], [between]))
        self.council = Council.objects.get(slug=slug)
        self.client = signed_in(person(slug, self.council, Membership.Role.READER))
        officer = person(f"proposer-of-{slug}", self.council, Membership.Role.OFFICER)
        self.officers_client = signed_in(officer)
        self.page = reverse("structure", args=[slug, "before"])
        self.snapshot = before
        self.bytes = dump(_file("another", [before])).encode()
        self.rows = [list(_parts(model, self._structures()[:1])) for model in (Unit, Post)]
        self._make_rows_new()

    def open_the_page(self):
        standing.forget()
        assert self.client.get(self.page).status_code == 200

    def open_the_table(self):
        standing.forget()
        self.sort_the_table()

    def sort_the_table(self):
        assert b"N00" in self.client.get(self.page + "table/?find=housing&sort=-grade").content

    def find(self):
        assert b"<mark>" in self.client.get(self.page + "find/?q=manager+hous").content

    def find_nothing(self):
        assert b"Nearest" in self.client.get(self.page + "find/?q=hosing").content

    def compare(self):
        standing.forget()
        assert comparison_of(self._restructure()).changes

    def draw_the_chart(self):
        assert draw(self.snapshot, by=BY_LINE, most=None).shown == len(self.snapshot.posts)

    def load_the_file(self):
        with transaction.atomic():
            load.load(read(self.bytes, "another.yaml"))
            transaction.set_rollback(True)

    def look_back(self):
        """The outline as recorded at its last act, which is read from the history."""
        act = self._structures()[0].acts.first()
        page = reverse("outline", args=[self.council.slug, "before"])
        assert self.client.get(page, {"at": act.pk}).status_code == 200

    def propose(self):
        """Each time one more restructure, so that what the database does at the end counts too."""
        address = reverse("propose", args=[self.council.slug])
        number = self.council.restructures.count()
        sent = {"base": "before", "title": f"Way {number}", "proposed": f"Option {number}"}
        assert self.officers_client.post(address, sent).status_code == 303

    def floor_of_reading_one(self):
        read_rows(self._structures()[:1])

    def floor_of_reading_both(self):
        read_rows(self._structures())

    def floor_of_writing_one(self):
        with transaction.atomic():
            for rows in self.rows:
                type(rows[0]).objects.bulk_create(rows)
            transaction.set_rollback(True)
        self._make_rows_new()

    def _make_rows_new(self):
        """Take the rows' own numbers away, so that they can be written again, beside the first."""
        for rows in self.rows:
            for row in rows:
                row.pk, row._state.adding = None, True
                row.key = f"again.{row.key}"[:200]

    def _restructure(self):
        found = Restructure.objects.select_related("council", "before", "after")
        return found.get(council=self.council)

    def _structures(self):
        return list(self.council.structures.order_by("position"))


def read_rows(structures):
    """The least that it takes to know some structures: their rows as they are, and no more."""
    for model in (Unit, Post):
        columns = [f.attname for f in model._meta.concrete_fields if f.name not in UNTRACKED]
        list(_parts(model, structures).values_list(*columns))


def _parts(model, structures):
    return model.objects.filter(structure__in=structures).exclude(parent=None)


def _file(slug, structures, proposals=()):
    """A council file that holds structures."""
    return CouncilFile(
        slug=slug,
        name=slug,
        kinds=tuple(Kind(name=name) for name in made_up.LEVELS),
        grades=tuple(Grade(name=name) for name in made_up.GRADES),
        structures=tuple(
            StructureFile(status="on record", snapshot=snapshot) for snapshot in structures
        ),
        proposals=tuple(proposals),
    )
