"""The page on staff of a large council: page by page, and as many queries as of a small one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from divisions.models import Structure
from posts import proposals, standing
from reports.models import Restructure
from reports.people.choosing import PAGE, chosen
from reports.people.lines import Line
from tests.made_up import changed, planted, snapshot
from tests.staffing import FENCES, FILLED, fates, record, shown
from tests.staffing import PAGE as EXISTING

MOST_QUERIES = 15
SIZES = 50, 5000


def restructured(council, posts):
    """A restructure of so many posts."""
    before = snapshot(posts, key=f"of-{posts}")
    sides = [planted(council, each) for each in (before, changed(before, key=f"to-{posts}"))]
    made = Restructure(
        council=council, key=f"of-{posts}", title=f"{posts}", before=sides[0], after=sides[1]
    )
    return Restructure.objects.bulk_create([made])[0]


def of(address, restructure):
    """An address of the small paper, for another restructure."""
    return address.replace("realignment", restructure.key)


def asked(browser, address):
    """How many queries a page takes where nothing of it is kept in memory."""
    standing.forget()
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(address).status_code == 200
    return len(queries)


def test_a_page_takes_few_queries_and_as_many_of_a_large_council(at_dilyss, borough):
    few, many = (restructured(borough, posts) for posts in SIZES)
    for address in (EXISTING, EXISTING + "?show=all", FILLED, FENCES):
        number = asked(at_dilyss, of(address, few))
        assert number == asked(at_dilyss, of(address, many))
        assert number <= MOST_QUERIES


def test_a_draft_whose_base_has_changed_since_takes_few_queries_too(at_dilyss, borough):
    base = planted(borough, snapshot(50, key="now"), Structure.Status.IN_FORCE)
    draft = proposals.draw(base, key="draft", title="The draft", user=None)
    base.units.get(key="u1").rename("Renamed")
    made = Restructure(council=borough, key="of-draft", title="D", before=base, after=draft)
    Restructure.objects.bulk_create([made])
    numbers = [asked(at_dilyss, of(address, made)) for address in (EXISTING, FILLED, FENCES)]
    assert max(numbers) <= MOST_QUERIES


def test_of_many_posts_those_that_change_are_listed_and_all_on_demand(at_dilyss, borough):
    large = of(EXISTING, restructured(borough, 400))
    form = at_dilyss.get(large).context["form"]
    assert (len(form.forms), form.page.of_all) == (len(form.page.lines), 400)
    assert all(one.line.is_touched for one in form.forms)
    everything = at_dilyss.get(large + "?show=all&page=8").context["form"]
    assert (len(everything.forms), everything.page.page, everything.page.pages) == (PAGE, 8, 8)


def test_what_is_typed_on_a_later_page_is_saved_and_the_page_stays(at_dilyss, borough):
    address = of(EXISTING, restructured(borough, 120)) + "?show=all&page=3"
    key = [*shown(at_dilyss, address)[1]][4]
    answer = record(at_dilyss, {key: {"outcome": "stays"}}, address)
    assert answer["Location"] == address
    assert fates() == [(key, "stays", None)]


# ---- which page ----

LINES = [Line(key=f"p{nth}", nth=0, name=f"Post {nth}", is_asked=nth < 3) for nth in range(120)]


@pytest.mark.parametrize(
    ("page", "first", "number"),
    [("", "p0", 1), ("2", "p50", 2), ("99", "p100", 3), ("0", "p0", 1), ("x", "p0", 1)],
)
def test_a_page_that_is_not_there_is_the_nearest(page, first, number):
    found = chosen(LINES, {"show": "all", "page": page})
    assert (found.lines[0].key, found.page, found.pages) == (first, number, 3)


def test_what_fits_on_a_page_is_all_listed_unless_something_else_is_asked():
    assert chosen(LINES[:40], {}).show == "all"
    assert chosen(LINES, {}).show == "changed"
    assert [line.key for line in chosen(LINES, {"show": "open"}).lines] == ["p0", "p1", "p2"]
    assert chosen(LINES, {"show": "all", "find": "POST 11"}).matching == 11
