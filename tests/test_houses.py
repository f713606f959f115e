"""The house templates: the headings that each council prints, in its order, and a paper of each."""

import json

import pytest

from reports.comparison import Comparison
from reports.house import DEFAULT, HOUSES, begin, house_of, rows_of
from reports.numbering import SCHEMES
from reports.paper import paper_of
from reports.proposal import Proposal, Report
from reports.sections.blocks import Chart, Heading, Recommendations
from tests.literals import structure
from tests.test_paper import comparison_of

every_house = pytest.mark.parametrize("key", HOUSES)

ORDERS = {
    "dudley-2009": "Purpose of Report · Background · Proposed Structure · Finance · Law · Equality "
    "Impact · Recommendation · Signature · Contact Officer · List of Background Papers",
    "dudley-2023": "Purpose of report · Recommendations · Background · Current context · Current "
    "performance and children’s experience · Case for change · Service areas · Staff affected by "
    "the re-design · Finance · Law · Risk Management · Equality Impact · Human "
    "Resources/Organisational Development · Commercial/Procurement · Environment/Climate Change · "
    "Council Priorities and Projects · Signature · Report Author",
    "kent-2009": "Summary · Introduction · Review of CFE and the Children’s Trust Partnership · "
    "Proposed Senior Management Structure for CFE · Implications · Financial implications · HR "
    "implications · Consultations · Conclusion · Recommendations · Background Documents · "
    "Appendix 1",
    "lbbd-2005": "Summary · Wards Affected · Implications · Financial · Legal · Risk Management · "
    "Crime and Disorder · Recommendations · Reason(s) · Contact Officer · Background – Summary of "
    "the Present & Proposed Structure · Background – Policy Context · Process & Recommendations of "
    "Review · Implementation · Council-Wide Reorganisation · Conclusion · Background Papers Used "
    "in the Preparation of the Report · Consultees · Appendices",
    "leeds-2010": "Background · Main Issues · Overview · Service Redesign · Implications for "
    "Council Policy and Governance · Legal and Resource Implications · Conclusions · Background "
    "Documents · Appendices",
    "generic-modern": "Purpose · Recommendations · Reasons for recommendations · Background · "
    "Existing structure · Proposed structure · Where each service goes · Changes to posts · "
    "Staffing and consultation · Options considered · Timetable · Financial · Legal · HR · "
    "Equality · Risk · Other implications · Background papers · Appendices",
}


def written(key, restructure="barking-and-dagenham-2005"):
    known = comparison_of(restructure)
    report = begin(HOUSES[key], wards="All wards", contact="Democratic Services")
    proposal = Proposal(
        **{
            name: getattr(known.proposal, name)
            for name in known.proposal.__dataclass_fields__
            if name != "report"
        },
        report=report,
    )
    return paper_of(Comparison(known.council, proposal, known.before, known.after))


@every_house
def test_headings_are_those_of_the_council_in_its_order(key):
    headings = [each.heading for each in HOUSES[key].sections]
    printed = ORDERS[key].split(" · ")
    assert headings[: len(printed)] == printed


@every_house
def test_a_house_numbers_in_a_way_that_there_is_and_has_a_key_a_section(key):
    house = HOUSES[key]
    keys = [each.key for each in house.sections]
    assert house.key == key
    assert house.numbering in SCHEMES
    assert len(keys) == len(set(keys))
    assert house.sections[0].level == 1


@every_house
def test_a_paper_of_each_house_names_no_figure_and_no_part_that_is_not_there(key):
    faults = [each for each in written(key).faults if each.text]
    assert faults == []


@every_house
def test_each_house_shows_both_structures_and_asks_what_is_asked(key):
    blocks = [block for each in written(key).sections for block in each.blocks]
    assert len([each for each in blocks if isinstance(each, Chart)]) == 2
    asks = any(isinstance(each, Recommendations) for each in blocks)
    assert asks is (key != "leeds-2010")


@every_house
def test_no_heading_stands_over_nothing_and_no_level_is_skipped(key):
    sections = written(key).sections
    for this, following in zip(sections, [*sections[1:], None], strict=True):
        assert this.blocks or (following and following.level > this.level)
        last = this.level
        for block in this.blocks:
            if isinstance(block, Heading):
                assert block.level <= last + 1
                last = block.level


@every_house
def test_a_house_can_be_kept_as_a_councils_own_and_comes_back_the_same(key):
    house = HOUSES[key]
    rows = json.loads(json.dumps(rows_of(house.sections)))
    assert house_of(house.key, house.name, house.numbering, rows) == house


def test_a_paper_that_nobody_has_begun_is_the_default_houses():
    nothing = structure(complete=2)
    proposal = Proposal(key="p", title="P", before="s", after="s")
    begun = Proposal(key="p", title="P", before="s", after="s", report=Report(template=DEFAULT))
    for each in (proposal, begun):
        made = paper_of(Comparison("C", each, nothing, nothing))
        assert made.sections[0].heading == "Purpose"
