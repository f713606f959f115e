"""The five papers as their councils printed them: headings, order, numbers, and what they say."""

import re
from functools import cache

import pytest

from reports.comparison import Comparison
from reports.house import HOUSES
from reports.paper import paper_of
from reports.pay import Pay
from reports.sections.blocks import Bullets, Chart, Paragraph, Recommendations
from tests.papers import COUNCILS, council_file, structures

every_paper = pytest.mark.parametrize("restructure", COUNCILS)

AS_PRINTED = {
    "dudley-2009": "Purpose of Report · Background · Proposed Structure · Finance · Law · Equality "
    "Impact · Recommendation · Signature · Contact Officer · List of Background Papers",
    "dudley-2023": "Purpose of report · Recommendations · Background · Current context · Current "
    "performance and children's experience · Case for change · Service areas · Education Outcomes "
    "· SEND & CDT · Family Solutions · Virtual School · Child Friendly Dudley · Staff affected by "
    "Phase Two of the re-design · Finance · Law · Risk Management · Equality Impact · Human "
    "Resources/Organisational Development · Commercial/Procurement · Environment/Climate Change · "
    "Council Priorities and Projects · Signature · Report Author",
    "kent-2009": "Summary · Introduction · Review of CFE and the Children's Trust Partnership · "
    "Proposed Senior Management Structure for CFE · Implications · Financial implications · HR "
    "implications · Consultations · Conclusion · Recommendations · Background Documents · Contact",
    "barking-and-dagenham-2005": "Summary · Wards Affected · Implications · Financial · Legal · "
    "Risk Management · Crime and Disorder · Recommendations · Reason(s) · Contact Officer · "
    "Background – Summary of the Present & Proposed Structure · Background – Policy Context · "
    "Process & Recommendations of Review · Implementation · Council-Wide Reorganisation · "
    "Conclusion · Background Papers Used in the Preparation of the Report · Consultees · "
    "Appendices",
    "leeds-2010": "Background · Main Issues · Overview · A New Vision for Children's Services in "
    "Leeds · National Policy Context · Inspection and Assessment Update · Progress of the "
    "Children's Trust Arrangements · Service Redesign · Implications for Council Policy and "
    "Governance · Legal and Resource Implications · Conclusions · Background Documents · "
    "Appendices",
}


@cache
def proposal_of(restructure):
    file = council_file(COUNCILS[restructure])
    return next(each for each in file.proposals if each.key == restructure)


@cache
def paper(restructure):
    file, known = council_file(COUNCILS[restructure]), structures(COUNCILS[restructure])
    stated, pay = proposal_of(restructure), Pay(grades=file.grades)
    return paper_of(
        Comparison(file.name, stated, known[stated.before], known[stated.after], pay=pay)
    )


def section(restructure, key):
    return next(each for each in paper(restructure).sections if each.key == key)


def words(restructure, key):
    blocks = section(restructure, key).blocks
    return " ".join(each.text for each in blocks if isinstance(each, Paragraph))


def items(restructure, key):
    (block,) = (each for each in section(restructure, key).blocks if isinstance(each, Bullets))
    return [line.text for line in block.lines]


@every_paper
def test_sections_stand_as_the_council_printed_them(restructure):
    printed = AS_PRINTED[restructure].split(" · ")
    headings = [each.heading for each in paper(restructure).sections]
    assert headings[: len(printed)] == printed
    assert all(each.is_appendix for each in paper(restructure).sections[len(printed) :])


@every_paper
def test_a_report_has_the_template_of_its_council_and_numbers_as_that_does(restructure):
    report = proposal_of(restructure).report
    assert report.template == restructure.replace("barking-and-dagenham", "lbbd")
    assert report.numbering == HOUSES[report.template].numbering


@every_paper
def test_no_text_of_a_paper_names_what_is_not_there_and_none_is_empty(restructure):
    assert paper(restructure).faults == ()


@every_paper
def test_both_structures_are_drawn_and_what_is_asked_is_asked(restructure):
    blocks = [block for each in paper(restructure).sections for block in each.blocks]
    assert len([each for each in blocks if isinstance(each, Chart)]) == 2
    asks = any(isinstance(each, Recommendations) for each in blocks)
    assert asks is (restructure != "leeds-2010")


@every_paper
def test_no_address_and_no_telephone_of_a_person_is_in_a_report(restructure):
    report = proposal_of(restructure).report
    texts = " ".join([report.contact or "", *(each.text for each in report.sections)])
    assert "@" not in texts
    assert not re.search(r"\b0\d{3,4} ?\d{3}", texts)


def test_the_title_block_has_what_each_paper_prints_and_no_more():
    facts = {key: proposal_of(key).report for key in COUNCILS}
    assert {key: report.item for key, report in facts.items() if report.item} == {
        "barking-and-dagenham-2005": "6"
    }
    assert {key: report.wards for key, report in facts.items() if report.wards} == {
        "barking-and-dagenham-2005": "No ward in particular; by their nature the proposals affect "
        "all wards",
        "leeds-2010": "All",
    }
    classified = {key: report.classification for key, report in facts.items()}
    assert {key for key, said in classified.items() if said} == {"kent-2009"}
    assert [key for key, report in facts.items() if report.contact is None] == ["leeds-2010"]


def test_what_a_paper_leaves_empty_is_said():
    assert words("dudley-2009", "background-papers") == "None are listed."
    assert words("dudley-2023", "procurement") == "None arise."


FIGURES = [
    ("dudley-2009", "purpose", "four divisions are formed"),
    ("dudley-2009", "proposed", "five Assistant Directors at present, of whom two are interim"),
    ("dudley-2009", "finance", "four Assistant Directors at a spot point (£71,795; gross,"),
    ("kent-2009", "summary", "It means a reduction of two Director posts"),
    ("kent-2009", "financial", "a saving (£400,000) within Strategic Management"),
    ("kent-2009", "introduction", "There are 23 of them"),
    ("barking-and-dagenham-2005", "present", "There are 11 senior posts: Director of Education"),
    ("barking-and-dagenham-2005", "summary", "takes effect on 1 April 2006"),
    ("leeds-2010", "redesign", "the top two tiers are eight posts"),
    ("leeds-2010", "redesign", "In the new structure they are five"),
    ("dudley-2023", "staff", "In scope are 405 contracts"),
    ("dudley-2023", "staff", "31 people are expected to be put at risk"),
    ("dudley-2023", "background", "(£90,000,000, approximate, and without the schools grant)"),
]


@pytest.mark.parametrize(("restructure", "key", "says"), FIGURES)
def test_figures_stand_in_the_text_as_the_paper_gives_them(restructure, key, says):
    assert says in words(restructure, key)


@every_paper
def test_no_paper_prints_an_amount_beside_a_note_that_amounts_are_left_out(restructure):
    says = paper(restructure).comparison.left_out.says
    assert [each.partition(" who ")[0] for each in says] == {
        "kent-2009": ["What becomes of those"]
    }.get(restructure, [])


def test_background_papers_and_consultees_are_those_of_the_paper():
    assert len(items("kent-2009", "background-documents")) == 6
    assert len(items("leeds-2010", "background-documents")) == 3
    assert items("barking-and-dagenham-2005", "background-papers")[0] == "Children Act 2004"
    assert len(items("barking-and-dagenham-2005", "consultees")) == 9


def test_appendices_are_listed_as_they_are_headed():
    assert [each.partition(":")[0] for each in items("leeds-2010", "appendices")] == [
        f"Appendix {number}" for number in range(1, 6)
    ]
    assert "Appendix 3: Draft job profiles" in items("barking-and-dagenham-2005", "appendices")


def test_people_and_money_are_never_more_than_stated():
    kent, dudley = proposal_of("kent-2009"), proposal_of("dudley-2009")
    assert [(cost.kind, cost.pounds) for cost in kent.costs] == [("saving", 400000)]
    assert {cost.pounds for cost in dudley.costs} == {None}
    assert [(fate.outcome, fate.people) for fate in dudley.fates] == [(None, 2)]
    later = proposal_of("dudley-2023")
    assert (later.fates, later.fillings) == ((), ())
    fences = proposal_of("barking-and-dagenham-2005").ring_fences
    assert [fence.name for fence in fences] == ["JNC officers", "Group Managers"]
