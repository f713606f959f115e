"""How many queries a page takes, at any size."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from divisions.models import Structure
from posts import proposals, standing
from reports.models import Restructure
from tests.made_up import changed, planted, snapshot
from tests.pages import words

MOST_QUERIES = 15


# ---- how much a page costs ----


@pytest.fixture
def made_up(borough):
    """A restructure of so many posts."""

    def make(posts):
        before = snapshot(posts, key=f"before-{posts}")
        after = changed(before, key=f"after-{posts}")
        ends = [planted(borough, side) for side in (before, after)]
        with borough.editing(verb="make up"):
            return Restructure.objects.create(
                council=borough, key=f"of-{posts}", title="Made up", before=ends[0], after=ends[1]
            )

    return make


COSTLY = (
    "/borough/",
    "/borough/structures/before-{}/",
    "/borough/structures/before-{}/?by=line&show=p7",
    "/borough/structures/before-{}/outline/",
    "/borough/structures/before-{}/table/?find=housing&sort=grade",
    "/borough/structures/before-{}/find/?q=housing",
    "/borough/find/?q=housing",
    "/borough/restructures/of-{}/",
    "/borough/restructures/of-{}/changes/",
    "/borough/restructures/of-{}/services/",
    "/borough/restructures/of-{}/posts/",
    "/borough/restructures/of-{}/figures/",
    "/borough/restructures/of-{}/paper/",
    "/borough/restructures/of-{}/title/",
    "/borough/options/?before=before-{}",
    "/borough/propose/?from=before-{}",
)


def test_a_page_takes_as_few_queries_at_any_size(at_amaras, made_up):
    numbers = {}
    for posts in (50, 5000):
        made_up(posts)
        for address in COSTLY:
            with CaptureQueriesContext(connection) as queries:
                assert at_amaras.get(address.format(posts)).status_code == 200
            numbers.setdefault(address, []).append(len(queries))
    assert {address: few for address, (few, many) in numbers.items() if few != many} == {}
    assert {address: many for address, (_, many) in numbers.items() if many > MOST_QUERIES} == {}


def drawn(page):
    """The drawing in a page, without the same in words."""
    return page.content.decode().split('<div class="chart ')[1].split("</svg>")[0]


def test_a_large_structure_shows_its_top_and_opens_on_demand(at_amaras, made_up):
    made_up(2000)
    top = drawn(at_amaras.get("/borough/structures/before-2000/?by=line"))
    assert top.count("data-key=") <= 300
    opens = top.split('data-opens="')[1].split('"')[0]
    opened = drawn(at_amaras.get(f"/borough/structures/before-2000/?by=line&open={opens}"))
    assert opened.count("data-key=") > top.count("data-key=")


FIRST = ("", "?show=p7", "outline/", "outline/?only=changed", "table/", "table/?only=changed")


def first_read(browser, borough, posts, address, meanwhile):
    """How many queries a draft's page takes that nobody has opened yet, and what it says."""
    base = planted(borough, snapshot(posts, key=f"base-{posts}"))
    Structure.objects.filter(pk=base.pk).update(status=Structure.Status.IN_FORCE)
    draft = proposals.draw(base, key=f"draft-{posts}", title="The draft", user=None)
    draft.units.get(key="u1").rename("Renamed")
    if meanwhile:
        Structure.objects.get(pk=base.pk).units.get(key="u2").rename("Meanwhile")
    standing.forget()
    with CaptureQueriesContext(connection) as queries:
        page = words(browser.get(address.format(posts)))
    Structure.objects.filter(pk=base.pk).update(status=Structure.Status.SUPERSEDED)
    return page, len(queries)


@pytest.mark.parametrize("meanwhile", [False, True])
@pytest.mark.parametrize("face", FIRST)
def test_the_first_page_of_a_draft_takes_no_more_queries_than_any(
    face, meanwhile, at_amaras, borough
):
    address = "/borough/structures/draft-{}/" + face
    numbers = set()
    for posts in (50, 1000):
        page, queries = first_read(at_amaras, borough, posts, address, meanwhile)
        assert "RENAMED, was" in page or face.startswith("table/")
        assert ("has changed since this was drawn" in page) == meanwhile
        numbers.add(queries)
    assert len(numbers) == 1
    assert numbers.pop() <= MOST_QUERIES
