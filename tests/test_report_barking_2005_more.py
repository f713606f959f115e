"""The same report: where services go, what is out of scope, dates, lists, contradictions.

The facts are those of the paper, written out; nothing here is computed by what is tested.
"""

from tests.reread import in_both
from tests.test_report_barking_2005 import (
    DEPARTMENT,
    ENGAGEMENT,
    FAMILY,
    PAPER,
    POLICY,
    QUALITY,
    RIGHTS,
)

EDUCATION, SOCIAL, CHILDREN = (
    "Education, Arts and Libraries", "Social Services", "Children's Social Services",
)  # fmt: skip
UNDECIDED = "DESTINATION UNDECIDED"

GOES_TO = [
    ("Family Support Services", EDUCATION, FAMILY, "→ MOVED"),
    ("Arts, Heritage & Libraries", EDUCATION, "not stated", UNDECIDED),
    ("Employment skills, adult learning & lifelong learning", EDUCATION, "not stated", UNDECIDED),
    ("Delegated schools services", EDUCATION, "not stated", f"{UNDECIDED}, uncertain"),
    (CHILDREN, SOCIAL, RIGHTS, "→ MOVED"),
    ("Family Support Services", CHILDREN, FAMILY, "→ MOVED"),
    ("Independent Review Team", CHILDREN, QUALITY, "→ MOVED"),
    ("Needs assessment", "Corporate policy", POLICY, "→ MOVED"),
    ("Youth participation for looked after children", "not stated", ENGAGEMENT, "→ MOVED"),
    ("14-19 strategy", "not stated", QUALITY, "→ MOVED"),
    ("Complaints", "not stated", QUALITY, "→ MOVED"),
    ("SEN statementing", "not stated", RIGHTS, "→ MOVED"),
    ("Integrated social services system (SWIFT)", "not stated", DEPARTMENT, "→ MOVED, uncertain"),
    (EDUCATION, "–", "not stated", UNDECIDED),
    (SOCIAL, "–", "not stated", UNDECIDED),
]

OUT = {
    "Head of Lifelong Learning": "§1.3",
    "Director of Social Services": "§1.3",
    "Head of Older People's Services": "§1.3",
    "Head of Adult Services": "§1.3",
}

OPEN = [
    ("Arts, Heritage & Libraries", "§3.4.5"),
    ("Employment skills, adult learning & lifelong learning", "§3.4.5"),
    ("Youth Offender Team", "§3.4.5"),
    ("Drug Action and Treatment Team", "§3.4.5"),
    ("Delegated schools services", "L740"),
    ("Children's services provided by the PCT", "L601"),
    ("Emergency planning", "§5.9"),
    ("Operation of the crime and disorder partnership", "§5.9"),
]

DERIVED = "derived. No year is printed; its place in the list makes it 2006."
DOUBTFUL = "; doubtful. Stands before steps of January 2006; 2005 must be meant."

FOR_CHILDREN = [
    ("Consultation on JNC and Group Manager posts closes", "end October 2005"),
    ("Corporate Director and ringfenced Heads of Service are appointed", "early November 2005"),
    ("JNC posts are advertised", "early November 2005"),
    ("Last JNC posts are filled", "early January 2006"),
    ("Ringfenced Group Managers are appointed", "late November 2005"),
    ("Group Manager posts are advertised", "late December 2005"),
    ("Last Group Managers are appointed", "late February/early March 2006"),
    ("Chief Executive briefs all staff", f"mid March (11 March 2006 to 20 March 2006); {DERIVED}"),
    ("New structure takes effect", "1 April 2006"),
    (
        "New Departmental Management Board reviews the groups and teams that came over",
        "April/May 2006",
    ),
    ("Consult on single restructures that follow", "June 2006"),
]

COUNCIL_WIDE = [
    f"early November 2006{DOUBTFUL}",
    f"29 November 2006{DOUBTFUL}",
    f"end December 2006{DOUBTFUL}",
    "early January 2006",
    "early January 2006",
    "mid February 2006",
    "late January 2006",
    "late January 2006",
    "late February/early March 2006",
    f"mid March (11 March 2006 to 20 March 2006); {DERIVED}",
    "1 April 2006",
    "April/May 2006",
    "June 2006",
]

OTHER_DATES = [
    ("by April 2005", "App 1 ¶4"),
    ("May 2005", "§3.2"),
    (
        "late November (21 November 2005 to 30 November 2005); derived. No year is printed; that "
        "of the meeting is meant.",
        "Summary; R5",
    ),
    ("December 2005", "R12"),
    ("by 31 March 2006", "§4.2"),
    ("31 March 2006", "Legal"),
    ("before 1 April 2006 (by 31 March 2006)", "R11"),
    ("for 1 April 2006 (by 1 April 2006)", "R13"),
]

CONSULTEES = [
    "Leader of the Council",
    "Cabinet Member for Children's Services",
    "Director of EAL",
    "Interim Director of Social Services",
    "Director of Finance",
    "Solicitor to the Council",
    "Head of Human Resources",
    "Corporate Management Team",
    "Chief Executive, Barking and Dagenham Primary Care Trust",
]

APPENDICES = [
    "Appendix 1: Implementing the Children Act 2004",
    "Appendix 2: Organising for Children's Services",
    "Appendix 3: Draft job profiles",
    "Appendix 4: Stated figures that disagree",
]

SAID_TWICE = {
    "number of Group Managers": ["L868", "L919"],
    "Group Managers of Quality & Learning": [
        "L874; L876; L879; L882", "L1001; L1003; L1008",
    ],
    "name of Quality & Learning": ["§1.4; §3.5", "§3.4.5; L1037"],
    "name of Policy, Performance & Support": ["§1.4", "L919", "L789"],
    "line of the Safeguarding post to the Chief Executive": ["§1.6", "L698", "L973"],
    "level of the Safeguarding post": ["§1.4; §1.6", "L751"],
    "Group Manager for Education Inclusion & 14-19": ["L876", "L1001; L1002; L1003"],
    "title of the Group Manager for policy": ["L879; L927", "§5.8"],
    "title of the Group Manager for performance": ["L884", "L939", "§5.8"],
    "title of the Group Manager for behaviour": ["L881", "L1042"],
    "title of the Group Manager for prevention": ["L883", "L986"],
    "years of the council-wide timetable": ["§5.10", "§5.10"],
    "order of the appointments of Group Managers": ["§4.1", "R9"],
    "order of the advertisement of JNC posts": ["R8", "§4.1"],
    "when the first actions were approved": ["L292", "App 1 ¶1; App 1 ¶2"],
    "stages of complaints": ["§3.4.5", "L625; L1007"],
    "department or directorate": ["R1; §1.4", "L353"],
    "name of Safeguarding & Rights": ["§1.4; L693", "L700"],
    "word for the level below the department": [
        "§3.4.2; L784", "L765; L786", "L788; L794", "L496",
    ],
    "title of the present Head of Children & Families": ["§1.2", "L822"],
    "title of the present Head of Early Years & Childcare": ["§1.2", "L815"],
    "name of the present policy function": ["§1.2", "L392"],
    "state of the post of Director of Social Services": ["§1.2", "L273; L820"],
    "what Levels 5 to 7 are": ["§3.5", "R3; §3.5"],
    "whether the Act asks for a department": ["§2.1; L353", "§2.4; App 1 ¶15"],
    "posts to be put on LSMR": ["R10", "R3; §3.7"],
    "job profiles attached": ["§1.4; §3.5", "Appendix 3"],
    "model of the support services": ["§5.6", "L723; L924"],
    "name of the board of partners": ["§3.2; L791", "App 1 ¶22", "L767", "L768"],
    "how far ahead the new structure looks": ["Summary; §6.5", "§5.1"],
    "what was planned on 17 January 2005": ["§3.1", "App 1 ¶23; App 1 ¶24"],
}  # fmt: skip


@in_both
def test_every_service_goes_where_the_paper_says_or_is_undecided(reread):
    rows = reread(PAPER).rows("Where each existing service goes")
    assert [(row[0], row[1], row[2].partition(". ")[0], row[3]) for row in rows] == GOES_TO


@in_both
def test_every_division_is_new(reread):
    rows = reread(PAPER).rows("What each proposed unit is made up from", "Proposed unit", "Source")
    assert [row[0] for row in rows] == [
        DEPARTMENT, ENGAGEMENT, FAMILY, QUALITY, POLICY, RIGHTS, "Children's Trust",
    ]  # fmt: skip
    says = reread(PAPER).rows("What each proposed unit is made up from", "Made up from")
    assert all(words.startswith("This is a new ") for (words,) in says)


@in_both
def test_what_waits_for_the_council_wide_report_is_out_of_scope_and_says_why(reread):
    rows = reread(PAPER).rows("Out of scope, with all that stands below")
    assert {row[0]: row[2] for row in rows[:4]} == OUT
    assert len(rows) == 10
    assert {row[2] for row in rows[4:]} == {"Summary"}
    assert all("late-November report" in row[1] for row in rows)


@in_both
def test_what_is_not_decided_is_listed(reread):
    assert reread(PAPER).rows("Not decided", "Unit or post", "Source") == OPEN


@in_both
def test_the_steps_for_children_are_dated_as_printed_and_in_the_order_printed(reread):
    rows = reread(PAPER).rows("Timetable: Children's Services")
    assert [row[:2] for row in rows] == FOR_CHILDREN
    assert {row[2] for row in rows} == {"§4.1"}


@in_both
def test_the_council_wide_steps_keep_the_years_that_are_printed_and_their_doubt(reread):
    rows = reread(PAPER).rows("Timetable: council-wide", "When", "Source")
    assert rows == [(when, "§5.10") for when in COUNCIL_WIDE]


@in_both
def test_other_dates_are_as_precise_as_the_paper(reread):
    assert reread(PAPER).rows("Timetable: other dates", "When", "Source") == OTHER_DATES
    national = reread(PAPER).rows("Timetable: national", "When", "Source")
    assert national == [("by 2006", "§2.4"), ("by 2008", "§2.4")]


@in_both
def test_there_are_two_stages_and_two_steps_for_information_sharing(reread):
    assert reread(PAPER).rows("Phases", "Phase", "When", "Source") == [
        ("First stage", "not stated", "Summary"),
        ("Second stage", "late November", "Summary"),
        ("Information sharing, first step", "not stated", "L787; L962"),
        ("Information sharing, second step", "not stated", "L787; L965"),
    ]


@in_both
def test_background_papers_consultees_and_appendices_are_listed(reread):
    report = reread(PAPER)
    papers = report.under("Background Papers Used in the Preparation of the Report")
    assert papers[0] == "Children Act 2004"
    assert report.under("Consultees") == CONSULTEES
    assert report.under("Appendices") == APPENDICES


@in_both
def test_all_contradictions_of_the_paper_are_printed_with_their_places(reread):
    found = {}
    for about, _, source in reread(PAPER).rows("What is stated in more than one way"):
        found.setdefault(about, []).append(source)
    assert found == SAID_TWICE
    assert "Stated figures that disagree with the structures" not in reread(PAPER).tables


@in_both
def test_group_managers_are_said_to_be_23_and_22(reread):
    rows = reread(PAPER).rows("What is stated in more than one way")
    assert [row[1] for row in rows[:4]] == [
        "The slide of roles lists 23",
        "The job profiles list 22",
        "The slide lists four",
        "The job profile lists three",
    ]
