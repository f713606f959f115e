"""Every page of a report says where it is, and leads back to the text of the report."""

import pytest

from tests.written import LEGAL, REPORT

PAGES = (
    "sections/", "facts/", "template/", "timetable/", "phases/", "money/", "people/",
    "people/filled/", "people/ring-fences/", "figures/", "checks/", "preview/", "download/",
    "publish/", "exports/", "sections/legal/history/",
)  # fmt: skip


def trail(browser, address):
    page = browser.get(address).content.decode()
    return page.split('aria-label="Where you are"')[1].split("</nav>")[0]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_a_report_leads_back_to_its_text(at_dilyss, paper, page):
    assert f'<a href="{REPORT}">The report</a>' in trail(at_dilyss, REPORT + page)


@pytest.mark.parametrize("address", [REPORT, LEGAL])
def test_where_it_is_written_is_where_one_is(at_dilyss, paper, address):
    assert '<span aria-current="page">The report</span>' in trail(at_dilyss, address)


def test_who_may_not_write_is_led_to_no_page_that_is_refused(at_bens, paper):
    assert REPORT + '"' not in trail(at_bens, REPORT + "download/")
