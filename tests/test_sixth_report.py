"""Wychford's report, pay and people: what its file holds of them is what its papers have."""

from datetime import date
from decimal import Decimal

import pytest

from divisions.models import Council
from reports.assemble import comparison_of
from reports.councilfile import live, load
from reports.councilfile.reading import read
from reports.editions import EDITIONS
from reports.models import Restructure
from reports.paper import paper_of
from reports.sections.blocks import Table
from tests.test_sixth_council import FILE, HEADINGS

pytestmark = pytest.mark.django_db


@pytest.fixture
def wychford():
    """Wychford's file, loaded."""
    load.load(read(FILE.read_bytes(), FILE.name))


@pytest.fixture
def papers(wychford):
    """Its report in each edition, with all that is written of it."""
    comparison = comparison_of(Restructure.objects.get(key="wychford-2024"), *live.ALL)
    return {key: paper_of(comparison, edition=each) for key, each in EDITIONS.items()}


def headings(paper):
    return [each.heading for each in paper.sections]


def tables(paper, key):
    blocks = next(each.blocks for each in paper.sections if each.key == key)
    return {each.caption: each.rows for each in blocks if isinstance(each, Table)}


def test_a_report_has_the_sections_of_its_file_in_each_edition(papers):
    assert headings(papers["public"]) == HEADINGS
    assert headings(papers["exempt"]) == [*HEADINGS, "Sheltered housing"]
    after = HEADINGS.index("Timetable") + 1
    with_staff = [*HEADINGS[:after], "Staff affected", *HEADINGS[after:]]
    assert headings(papers["staff"]) == with_staff
    assert headings(papers["union"]) == [*with_staff, "Section 188 information"]


def test_a_report_has_the_facts_of_its_file(papers):
    report = papers["public"].comparison.proposal.report
    assert (report.template, report.exempt, report.basis) == ("wychford-cabinet", (1, 2), "bottom")
    assert papers["public"].title_block[-4:] == (
        ("Agenda item", "9"),
        ("Wards affected", "All"),
        ("Classification", "Open, with an exempt part"),
        ("Contact", "Head of Human Resources"),
    )


def test_the_union_is_told_what_becomes_of_whom(papers):
    told = tables(papers["union"], "staff")
    outcomes = [(row[0], row[3]) for row in told["Staff affected"]]
    assert outcomes[:3] == [
        ("Director of Adult Care", "ring-fence"),
        ("Director of Housing", "ring-fence"),
        ("Reablement Manager", "vacancy deleted"),
    ]
    assert told["How posts are filled"][0][0] == "Executive Director, People"
    assert len(told["Ring-fences"]) == 1


def test_pay_is_that_of_the_file(wychford):
    grade = Council.objects.get(slug="wychford").grades.get(name="Scale 5")
    assert (grade.spine.name, grade.lowest, grade.highest) == ("NJC", 12, 13)
    points = grade.spine.points.values_list("since", "point", "pounds")
    assert points.latest("since", "point") == (date(2024, 4, 1), 13, Decimal("28163.50"))
    assert [costs.percent for costs in grade.council.on_costs.all()] == [
        Decimal("27.25"),
        Decimal("28.5"),
    ]
