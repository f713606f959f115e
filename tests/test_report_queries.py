"""How many queries the pages of a report take, at any size of its structures."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from divisions.models import Act, Membership, Structure
from posts import proposals, standing
from posts.models.pay import OnCosts, PaySpine
from posts.models.post import Holding
from reports.models import Export, HouseTemplate, Report, Restructure
from reports.pay import ACTUAL
from tests import cast
from tests.made_up import planted, snapshot
from tests.pages import PAPER_ACT, load_paper

MOST_QUERIES = 15
SIZES = 50, 5000
SECTION = "sections/legal/"
PAGES = (
    "", "sections/", SECTION, SECTION + "history/", "figures/", "figures/?as=list&q=posts",
    "facts/", "template/", "timetable/", "phases/", "money/", "checks/", "preview/", "download/",
    "exports/", "exports/{export}/", "download/files.zip?made={export}", "publish/",
)  # fmt: skip
OF_THE_COUNCIL = "pay/", "templates/", "templates/ours/", "templates/word/"


class Clerk:
    """Somebody at a report on a draft of so many posts, whose base has changed since."""

    def __init__(self, posts):
        self.council = cast.council(f"council-of-{posts}", f"Council of {posts}")
        boss = cast.person(f"boss-{posts}", self.council, Membership.Role.ADMINISTRATOR)
        self.browser = cast.signed_in(boss)
        self.report = f"/{self.council.slug}/restructures/all/report/"
        base = planted(self.council, snapshot(posts, key="now"), Structure.Status.IN_FORCE)
        draft = proposals.draw(base, key="draft", title="The draft", user=None)
        base.units.get(key="u1").rename("Renamed")
        draft.units.get(key="u2").rename("Renamed too")
        self._propose(base, draft)
        self._pay(base)
        self._write()

    def _propose(self, base, draft):
        with self.council.editing(verb="propose"):
            Restructure.objects.create(
                council=self.council, key="all", title="All", before=base, after=draft
            )

    def _pay(self, base):
        """All that a cost can be made of."""
        Holding.objects.create(post=base.posts.get(key="p7"), person="Somebody", pounds=40_000)
        with self.council.editing(verb="set the pay"):
            spine = PaySpine.objects.create(council=self.council, name="NJC")
            spine.points.create(since="2009-04-01", point=40, pounds=40_000)
            OnCosts.objects.create(council=self.council, since="2009-04-01", percent=25)
            self.council.grades.filter(name="Grade 9").update(spine=spine, lowest=40, highest=40)

    def _write(self):
        """One section is written, one template kept, one file made."""
        assert self.saves("[posts deleted]").status_code == 302
        with self.council.editing(verb="choose"):
            HouseTemplate.objects.create(council=self.council, slug="ours", name="Ours")
            report = Report.objects.get(restructure__council=self.council)
            report.basis, report.exempt = ACTUAL, [4]
            report.save()
        made = self.browser.post(self.report + "download/", {"file": "csv:exempt"})
        assert made.status_code == 200
        self.export = Export.objects.latest("pk").pk

    def saves(self, text, **more):
        seen = self.browser.get(self.report + SECTION).context["form"].seen
        sent = {"text": text, "seen": seen}
        return self.browser.post(self.report + SECTION, sent, **more)

    def looks_at(self, page):
        """How many queries a page takes."""
        standing.forget()
        with CaptureQueriesContext(connection) as queries:
            assert self.browser.get(page.format(export=self.export)).status_code == 200
        return len(queries)


def test_a_page_of_a_report_takes_as_few_queries_at_any_size(db):
    few, many = (looked_at(Clerk(posts)) for posts in SIZES)
    assert {page: (few[page], many[page]) for page in few if few[page] != many[page]} == {}
    assert {page: number for page, number in many.items() if number > MOST_QUERIES} == {}


def test_what_a_whole_file_wrote_is_told_in_as_few_queries_as_one_change(at_emekas, borough):
    load_paper()
    with borough.editing(verb="choose"):
        HouseTemplate.objects.create(council=borough, slug="another", name="Another")
    numbers = set()
    for act in Act.objects.filter(structure=None):
        with CaptureQueriesContext(connection) as queries:
            assert at_emekas.get(PAPER_ACT.format(act=act.pk)).context["rows"]
        numbers.add(len(queries))
    assert len(numbers) == 1
    assert max(numbers) <= MOST_QUERIES


def looked_at(clerk):
    """How many queries each page takes."""
    of_the_report = {page: clerk.looks_at(clerk.report + page) for page in PAGES}
    at = f"/{clerk.council.slug}/"
    return of_the_report | {page: clerk.looks_at(at + page) for page in OF_THE_COUNCIL}
