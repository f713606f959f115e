"""The five papers as they are loaded: exactly what the checks find in each, and nowhere else.

Every contradiction of a paper that can be checked is found once, with the paragraphs that make it;
nothing else is to be put right or looked at. Its one rule: a line stands here only where the paper
itself bears it out.
"""

import pytest

from reports.checks import Checked, findings
from reports.checks.finding import INFO, LOOK
from reports.comparison import Comparison
from tests.papers import COUNCILS, council_file, structures

BOTH = "The paper says both: "

LOOKED_AT = {
    "dudley-2009": [
        ("C1", "4 Assistant Director posts stated, 5 in the existing structure", "¶3, ¶10"),
        ("C2", BOTH + "the division with Performance in its name", "¶5 (3), ¶5 (4)"),
        ("C2", BOTH + "the section that goes to Education, Play and Learning", "¶5 (1), ¶5 (2)"),
        ("C2", BOTH + "the name of the second division", "¶5 (2), ¶5 (4), ¶5 (1), ¶7"),
        ("C2", BOTH + "the name of the fourth division", "¶5 (4), ¶5 (1), ¶5 (2), ¶5 (3)"),
        ("C2", BOTH + "the heading Role Specific", "¶5 (1), ¶5 (2), ¶5 (3), ¶5 (4)"),
        ("C2", BOTH + "the name of the directorate", "¶1, ¶10"),
        ("C2", BOTH + "the duties to come", "¶3, ¶10"),
        ("C2", BOTH + "what comes from the Learning and Skills Council", "¶3, ¶10"),
        ("C7", BOTH + "how long the realignment of services takes", "¶1, ¶8, ¶10, ¶4"),
        ("C20", BOTH + "interim Assistant Directors to be replaced", "¶6, ¶7, ¶15"),
    ],
    "kent-2009": [
        ("C1", BOTH + "which of the recruited posts are new", "Summary, 3(7), 3(6)"),
        ("C2", BOTH + "titles of the two recruited posts", "3(3), 3(4), 3(6)"),
        ("C2", BOTH + "what the senior posts are called", "Summary, 3(3), 4(1), L133"),
        ("C2", BOTH + "support staff of the deleted posts", "4(1)"),
        ("C2", BOTH + "name of the local partnerships", "1(7), 2(1), 2(2), 2(6)"),
        ("C2", BOTH + "Primary Care Trusts in Kent", "1(1), 5(1)"),
        ("C20", BOTH + "fate of the three vacant Director posts", "4(1)"),
    ],
    "barking-and-dagenham-2005": [
        ("C1", BOTH + "number of Group Managers", "L868, L919"),
        (
            "C1",
            BOTH + "Group Managers of Quality & Learning",
            "L874, L876, L879, L882, L1001, L1003, L1008",
        ),
        ("C2", BOTH + "name of Quality & Learning", "§1.4, §3.5, §3.4.5, L1037"),
        ("C2", BOTH + "name of Policy, Performance & Support", "§1.4, L919, L789"),
        ("C2", BOTH + "level of the Safeguarding post", "§1.4, §1.6, L751"),
        ("C2", BOTH + "Group Manager for Education Inclusion & 14-19", "L876, L1001, L1002, L1003"),
        ("C2", BOTH + "title of the Group Manager for policy", "L879, L927, §5.8"),
        ("C2", BOTH + "title of the Group Manager for performance", "L884, L939, §5.8"),
        ("C2", BOTH + "title of the Group Manager for behaviour", "L881, L1042"),
        ("C2", BOTH + "title of the Group Manager for prevention", "L883, L986"),
        ("C2", BOTH + "stages of complaints", "§3.4.5, L625, L1007"),
        ("C2", BOTH + "department or directorate", "R1, §1.4, L353"),
        ("C2", BOTH + "name of Safeguarding & Rights", "§1.4, L693, L700"),
        (
            "C2",
            BOTH + "word for the level below the department",
            "§3.4.2, L784, L765, L786, L788, L794, L496",
        ),
        ("C2", BOTH + "title of the present Head of Children & Families", "§1.2, L822"),
        ("C2", BOTH + "title of the present Head of Early Years & Childcare", "§1.2, L815"),
        ("C2", BOTH + "name of the present policy function", "§1.2, L392"),
        ("C2", BOTH + "state of the post of Director of Social Services", "§1.2, L273, L820"),
        ("C2", BOTH + "job profiles attached", "§1.4, §3.5, Appendix 3"),
        ("C2", BOTH + "model of the support services", "§5.6, L723, L924"),
        ("C2", BOTH + "name of the board of partners", "§3.2, L791, App 1 ¶22, L767, L768"),
        ("C6", BOTH + "line of the Safeguarding post to the Chief Executive", "§1.6, L698, L973"),
        ("C7", BOTH + "years of the council-wide timetable", "§5.10"),
        ("C7", BOTH + "order of the appointments of Group Managers", "§4.1, R9"),
        ("C7", BOTH + "order of the advertisement of JNC posts", "R8, §4.1"),
        ("C7", BOTH + "when the first actions were approved", "L292, App 1 ¶1, App 1 ¶2"),
        ("C7", BOTH + "whether the Act asks for a department", "§2.1, L353, §2.4, App 1 ¶15"),
        ("C7", BOTH + "how far ahead the new structure looks", "Summary, §6.5, §5.1"),
        ("C7", BOTH + "what was planned on 17 January 2005", "§3.1, App 1 ¶23, App 1 ¶24"),
        ("C7", "3 dates come after the structure is in force", "§5.10"),
        ("C11", BOTH + "what Levels 5 to 7 are", "§3.5, R3"),
        ("C11", BOTH + "posts to be put on LSMR", "R10, R3, §3.7"),
    ],
    "leeds-2010": [
        ("C2", BOTH + "order of words in the remit for safeguarding", "A3 ¶2.0, A3 ¶2.5"),
        ("C2", BOTH + "what the third tier is called", "A3 ¶1.0, A3 ¶2.5, A3 ¶3.0"),
        ("C2", BOTH + "wording of the outcome on learning", "¶2.2.6, L159"),
        ("C2", BOTH + "where the local arrangements are described", "L217, ¶2.6.12, ¶2.6.13"),
        ("C2", BOTH + "labels of Appendices 1 and 2", "¶2.2.8, ¶2.6.6, L154, L206"),
        ("C7", BOTH + "which came first, scrutiny or the Trust Board", "¶2.6.2, L152"),
        ("C7", "1 date is doubtful", "¶2.6.2"),
    ],
    "dudley-2023": [
        ("C1", "4 areas stated, at least 5 in the proposed structure", "¶16"),
        ("C2", BOTH + "the phase of business support", "¶17, ¶27"),
        ("C2", BOTH + "where staff are redeployed", "¶40"),
        ("C2", BOTH + "what a service area is", "¶16, ¶19, ¶20, ¶21, ¶24, ¶26"),
        ("C7", BOTH + "whether phase one is over", "¶17, ¶18"),
        ("C19", BOTH + "how paragraph 19 is printed", "¶18, ¶20, ¶19"),
    ],
}
"""What is to be looked at, with the paragraphs: each a contradiction that the paper makes."""

FOR_INFORMATION = {
    "dudley-2009": [
        ("C4", "What becomes of 3 existing posts is not stated"),
        ("C4", "Where 4 proposed posts come from is not stated"),
        ("C12", "Cost cannot be computed"),
        ("C12", "2 amounts are not stated"),
        ("C13", "More comes from elsewhere than from the main source, by what is listed"),
    ],
    "kent-2009": [
        ("C4", "What becomes of 5 existing posts is not stated"),
        ("C4", "Where at least 1 proposed post comes from is not stated"),
        ("C12", "Cost cannot be computed"),
    ],
    "barking-and-dagenham-2005": [
        ("C3", "Where 2 departments stand in the proposed structure is not stated"),
        ("C4", "What becomes of 13 existing posts is not stated"),
        ("C4", "Where 27 to 28 proposed posts come from is not stated"),
        ("C7", "1 step stands out of the order of dates in “Children's Services”"),
        ("C7", "1 step stands out of the order of dates in “council-wide”"),
        ("C7", "1 step was due before the meeting of 11 October 2005"),
        ("C9", "To whom Corporate Director of Children's Services reports is not stated"),
        ("C12", "Cost cannot be computed"),
        ("C12", "1 amount is not stated"),
        (
            "C18",
            "JNC, LSMR, EAL, PCT, SEN, ISA, CAF, LACHES, PFI, CIAS, BSF and LAC are not spelt out",
        ),
    ],
    "leeds-2010": [
        ("C3", "What becomes of 1 service is not stated"),
        ("C4", "What becomes of 7 existing posts is not stated"),
        ("C4", "Where at least 15 proposed posts come from is not stated"),
        ("C12", "Cost cannot be computed"),
        ("C12", "1 amount is not stated"),
        ("C16", "The report makes no recommendation"),
    ],
    "dudley-2023": [
        ("C3", "What becomes of 1 unit is not stated"),
        ("C4", "Where 1 proposed post comes from is not stated"),
        ("C7", "1 step was due before the meeting of 11 September 2023"),
        ("C10", "31 at risk: consultation of at least 30 days"),
        ("C12", "Cost cannot be computed"),
        ("C12", "2 amounts are not stated"),
        ("C18", "MASH, ICH and CDT are not spelt out"),
    ],
}
"""What is only told: what a paper leaves open, and what follows from what it says."""


def found(restructure):
    slug = COUNCILS[restructure]
    proposal = next(each for each in council_file(slug).proposals if each.key == restructure)
    known = structures(slug)
    sides = known[proposal.before], known[proposal.after]
    return findings(Checked(Comparison(council_file(slug).name, proposal, *sides)))


@pytest.mark.parametrize("restructure", COUNCILS)
def test_every_contradiction_of_the_paper_is_found_and_nothing_else(restructure):
    said = [
        (each.check, each.heading, ", ".join(each.sources))
        for each in found(restructure)
        if each.severity == LOOK
    ]
    assert said == LOOKED_AT[restructure]


@pytest.mark.parametrize("restructure", COUNCILS)
def test_what_a_paper_leaves_open_is_for_information(restructure):
    said = [(each.check, each.heading) for each in found(restructure) if each.severity == INFO]
    assert said == FOR_INFORMATION[restructure]


@pytest.mark.parametrize("restructure", COUNCILS)
def test_nothing_holds_a_paper_back(restructure):
    assert [each for each in found(restructure) if each.holds_back] == []


def test_the_five_assistant_directors_of_paragraph_6_are_four_in_paragraphs_3_and_10():
    said = found("dudley-2009")[0]
    assert said.text == (
        "There are four Assistant Director posts now, whose portfolios are revised (¶3). "
        "The four Assistant Director posts of today take on the coming duties (¶10)."
    )


def test_the_three_dates_of_2006_that_must_mean_2005_are_named():
    said = next(each for each in found("barking-and-dagenham-2005") if "3 dates" in each.heading)
    assert [place.quote for place in said.places] == [
        "early November 2006", "29 November 2006", "end December 2006",
    ]  # fmt: skip


def test_dudley_of_2023_is_told_the_rule_and_no_date_that_the_paper_does_not_state():
    (said,) = (each for each in found("dudley-2023") if each.check == "C10")
    assert "those at risk are counted" in said.text
    assert "When the first dismissal takes effect is not stated; were it on 4 December 2023" in (
        said.text
    )
    assert "by 4 November 2023" in said.text
    assert said.text.endswith("This is information, and no advice.")


def test_no_officer_is_named_in_what_is_found():
    for restructure in COUNCILS:
        assert not any(each.check == "C14" for each in found(restructure))
