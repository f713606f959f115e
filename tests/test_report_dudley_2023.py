"""The report of Dudley, Children's Services Select Committee, 11 September 2023, read back.

It says what its paper says, and no more. The facts are those of the paper, written out; nothing
here is computed by what is tested.
"""

import re

from tests.reread import in_both

PAPER = "dudley-2023"
AREA = "Education, SEND and Family Solutions"

OUTLINE = [
    "Purpose of report",
    "Recommendations",
    "Background",
    "Current context",
    "  The structure at present",
    "Current performance and children's experience",
    "Case for change",
    "Service areas",
    "  Education Outcomes",
    "  SEND & CDT",
    "  Family Solutions",
    "  Virtual School",
    "  Child Friendly Dudley",
    "Staff affected by Phase Two of the re-design",
    "Finance",
    "Law",
    "Risk Management",
    "Equality Impact",
    "Human Resources/Organisational Development",
    "Commercial/Procurement",
    "Environment/Climate Change",
    "Council Priorities and Projects",
    "Signature",
    "Report Author",
    "Appendix 1: Stated figures that disagree",
]

TITLE_BLOCK = [
    "Report to: Children's Services Select Committee",
    "Date of meeting: 11 September 2023",
    "Report of: Director of Children's Services",
    "Decision: for note, and for comment within the formal consultation",
    "Takes effect: 4 December 2023",
    "Contact: Service Director Education, SEND and Family Solutions",
]

GOES_TO = [
    ("Connexions", "Family Solutions", "Education Outcomes", "→ MOVED", "¶20"),
    ("Some services in ICH", "ICH", "not stated", "→ MOVED", "¶17"),
    ("Anything else", "ICH", "not stated", "NOT STATED", "derived"),
    ("Tipton Road", "not stated", "SEND & CDT", "→ MOVED", "¶23"),
    ("MASH", "not stated", "Front Door", "MERGED", "¶13"),
    ("Early Helpdesk", "not stated", "Front Door", "MERGED", "¶13"),
]

MADE_UP_FROM = [
    (
        "Education Outcomes",
        "Where this area comes from is not stated. It includes “Connexions” from Family Solutions.",
        "¶20",
    ),
    (
        "SEND & CDT",
        "Where this area comes from is not stated. It includes “Tipton Road” (from where is not "
        "stated).",
        "¶21; ¶22; ¶23",
    ),
    ("Front Door", "This unit is merged from MASH and Early Helpdesk.", "¶13"),
]

TIMETABLE = [
    (
        "Be ready for Family Safeguarding and Family Hubs",
        "by 10th July 2023. Two months before the meeting, and spoken of as still to be done.",
        "¶18",
    ),
    (
        "Consult trade unions and the staff affected",
        "not stated. Neither start nor end is stated.",
        "¶30",
    ),
    ("Put the redesign into effect", "4th December 2023", "¶37"),
]

AREAS = {
    "Education Outcomes": "takes in the Connexions service from Family Solutions",
    "SEND & CDT": "plans for education, health and care",
    "Family Solutions": "builds up the Family Hubs in each locality",
    "Virtual School": "Its duties grow to children who have, or had, a social worker",
    "Child Friendly Dudley": "watches over and supports the programme of that name",
}

IMPLICATIONS = {
    "Law": "Section 112 of the Local Government Act 1972",
    "Risk Management": "Project Risk Register",
    "Equality Impact": "a full one does not seem to be needed",
    "Commercial/Procurement": "None arise.",
    "Environment/Climate Change": "None arises.",
    "Council Priorities and Projects": "safe and healthy borough",
}

SAID_TWICE = {
    "whether phase one is over": ["¶17", "¶18"],
    "the phase of business support": ["¶17", "¶27"],
    "where staff are redeployed": ["¶40", "¶40"],
    "what a service area is": ["¶16", "¶19; ¶20; ¶21; ¶24; ¶26"],
    "how paragraph 19 is printed": ["¶18; ¶20", "¶19"],
}

NOT_COMPUTED = [
    ("3", "What is listed gives at least 1", "¶16"),
    ("£90,000,000", "Pounds are kept as stated and never computed", "¶4"),
    ("405", "Contracts are kept as stated and never computed", "¶27"),
    ("31", "People are kept as stated and never computed", "¶29"),
    *[("not stated", "No figure is stated", "¶28")] * 3,
    ("not stated", "No figure is stated", "¶33"),
    ("not stated", "No figure is stated", "¶32; ¶33"),
]


@in_both
def test_headings_and_title_block_are_those_of_the_council(reread):
    report = reread(PAPER)
    assert report.outline == OUTLINE
    assert report.under("Children's Services Phase Two Redesign") == TITLE_BLOCK


@in_both
def test_paragraphs_are_numbered_through_the_report(reread):
    lines = [line for _, lines in reread(PAPER).sections[1:] for line in lines]
    numbers = [int(found[0]) for line in lines if (found := re.match(r"\d+(?= [A-Z])", line))]
    assert numbers == list(range(1, 37))


@in_both
def test_the_committee_is_asked_to_note_and_to_comment(reread):
    assert reread(PAPER).under("Recommendations") == [
        "2 The Children's Services Select Committee is asked to:",
        "1. Note what the report contains",
        "2. Comment on what is proposed, within the formal consultation",
    ]


@in_both
def test_the_budget_is_approximate_and_without_the_grant(reread):
    budget = reread(PAPER).under("Background")[1]
    assert "2023/24 (£90,000,000, approximate, and without the schools grant)" in budget
    assert "£" not in reread(PAPER, "staff").under("Background")[1]


@in_both
def test_three_service_areas_one_of_them_with_four_areas_of_which_five_are_described(reread):
    report = reread(PAPER)
    assert report.says(f"three service areas, and one of them, {AREA}, a further four areas")
    assert report.rows("Stated figures that disagree with the structures") == [
        (f"Areas of {AREA}: {AREA} will have four areas", "4", "at least 5", "¶16")
    ]
    for name, words in AREAS.items():
        assert any(words in line for line in report.under(name))


@in_both
def test_services_move_and_merge_as_the_paper_says(reread):
    report = reread(PAPER)
    assert report.rows("Where each existing service goes") == GOES_TO
    assert report.rows("What each proposed unit is made up from") == MADE_UP_FROM
    assert report.says("RENAMED, was Family centres] Family Hubs, number not stated")


@in_both
def test_what_is_only_proposed_or_reviewed_has_no_place(reread):
    report = reread(PAPER)
    for name in ("Physical and Sensory Service", "Learning Support Service"):
        assert report.says(f"[MATCH NOT STATED] Service: {name}")
        assert any(name in line for line in report.under("SEND & CDT"))
    assert report.says("+ NEW] Function: Family Safeguarding")


@in_both
def test_the_new_service_director_is_the_only_post_of_which_something_is_told(reread):
    report = reread(PAPER)
    sizes = {row[0]: row[1:] for row in report.rows("Size of the two structures")}
    assert sizes["Posts"] == ("at least 1", "at least 2", "cannot be computed")
    kinds = report.rows("What changes, by kind of change")
    assert [row for row in kinds if row[0] == "Posts"] == [
        ("Posts", "Origin not stated", "1 proposed post")
    ]
    assert report.says(f"head: [MATCH NOT STATED] Service Director for {AREA}; reports to: not")


@in_both
def test_phase_one_is_done_and_phase_two_is_for_december(reread):
    rows = reread(PAPER).rows("Phases")
    assert [(row[0], row[2], row[3]) for row in rows] == [
        ("One", "not stated", "¶17"),
        ("Two", "4 December 2023", "¶17; ¶37"),
    ]
    assert rows[0][1].endswith("some services in ICH integrated. Done.")
    assert "education business support, SEND" in rows[1][1]


@in_both
def test_the_timetable_is_as_precise_as_the_paper(reread):
    assert reread(PAPER).rows("Timetable") == TIMETABLE
    assert reread(PAPER).says("in place by 4 December 2023.")


@in_both
def test_contracts_and_people_are_counted_apart(reread):
    contracts, people, *_ = reread(PAPER).under("Staff affected by Phase Two of the re-design")
    assert contracts.startswith(f"23 In scope are 405 contracts, across {AREA} and Business")
    assert "31 people are expected to be put at risk of redundancy" in people
    assert "How many posts go, and how many are new, is not stated." in people
    assert not reread(PAPER).says("%")


@in_both
def test_no_post_is_said_to_be_created_or_deleted(reread):
    report = reread(PAPER)
    assert not {"Posts created", "Posts deleted", "Staff affected"} & report.tables.keys()
    assert report.says("What becomes of those who hold the existing posts is not recorded.")


@in_both
def test_who_pays_is_said_without_a_figure(reread):
    (says,) = reread(PAPER).under("Finance")
    assert "directorate's budgets as they are" in says
    assert "Medium Term Financial Strategy" in says
    assert says.endswith("Redundancy, if it comes to that, is paid for corporately.")


@in_both
def test_every_implication_is_said_also_where_there_is_none(reread):
    for heading, words in IMPLICATIONS.items():
        assert words in reread(PAPER).under(heading)[0]
    procedures = reread(PAPER).under("Human Resources/Organisational Development")[1]
    assert "posts have been sent for evaluation" in procedures
    assert "redeployment is considered for every role" in procedures


@in_both
def test_all_contradictions_of_the_paper_are_printed_with_their_places(reread):
    found = {}
    for about, _, source in reread(PAPER).rows("What is stated in more than one way"):
        found.setdefault(about, []).append(source)
    assert found == SAID_TWICE
    cannot = reread(PAPER).rows("Stated figures that cannot be computed")
    assert [row[1:] for row in cannot] == NOT_COMPUTED


@in_both
def test_trade_unions_are_told_the_numbers_and_no_day_of_dismissal(reread):
    facts = reread(PAPER, "union").under("Appendix 2: Section 188 information")
    assert "When dismissals take effect: not stated" in facts
    numbers = "405 contracts are in scope; Redundancy is expected to put 31 staff at risk"
    assert f"Numbers stated for staff as a whole: {numbers}" in facts
    assert any(each.startswith("When the proposals take effect: 4 December 2023") for each in facts)
