"""The report of Leeds, Children's Services Scrutiny Board, 16 December 2010, read back.

It says what its paper says, and no more. The facts are those of the paper, written out; nothing
here is computed by what is tested.
"""

import pytest

from tests.reread import in_both

PAPER = "leeds-2010"
LEARNING = "Learning, Skills and Universal Services"
SAFEGUARDING = "Safeguarding, Targeted and Specialist Services"
STRATEGY, SUPPORT = "Strategy, commissioning and performance", "Business Support and Change"
DEPUTY_1, DEPUTY_2 = f"Deputy Director for {LEARNING}", f"Deputy Director for {SAFEGUARDING}"
CHIEF_1 = "Chief Officer: strategy, commissioning and performance"
CHIEF_2 = f"Chief Officer for {SUPPORT}"
SOCIAL_CARE = "Children and Young People's Social Care"
EARLY_YEARS = "Early Years and Integrated Youth Support Services"

OUTLINE = [
    "1.0 Background",
    "2.0 Main Issues",
    "  2.1 Overview",
    "  2.2 A New Vision for Children's Services in Leeds",
    "  2.3 National Policy Context",
    "  2.4 Inspection and Assessment Update",
    "  2.5 Progress of the Children's Trust Arrangements",
    "  2.6 Service Redesign",
    "    Outline Leadership Arrangements and Responsibilities",
    "    Locality Working",
    "3.0 Implications for Council Policy and Governance",
    "4.0 Legal and Resource Implications",
    "5.0 Conclusions",
    "Background Documents",
    "Appendices",
    "Appendix 1: Leeds - a child friendly city",
    "Appendix 2: Children's Services Draft Revised Structure Proposals (Top Three Tiers only)",
    "Appendix 3: Draft Outline Responsibilities for the Proposed Tier 2 Leadership",
    f"  {DEPUTY_1}",
    f"  {DEPUTY_2}",
    f"  {CHIEF_1}",
    f"  {CHIEF_2}",
    "Appendix 4: Annual children's services assessment",
    "Appendix 5: Stated figures that disagree",
]

TITLE_BLOCK = [
    "Report to: Children's Services Scrutiny Board",
    "Date of meeting: 16 December 2010",
    "Report of: Director of Children's Services",
    "Decision: none; an update for scrutiny",
    "Takes effect: from January 2011 onwards",
    "Wards affected: All",
]

EIGHT = [
    ("Deputy Director of Children's Services", "Children's Services", "2"),
    (f"Chief Officer, {SOCIAL_CARE}", "Children's Services", "1"),
    (f"Chief Officer, {EARLY_YEARS}", "Children's Services", "1"),
    ("Chief Executive of Education Leeds", "Education Leeds", "1"),
    ("Deputy Chief Executive of Education Leeds", "Education Leeds", "2"),
]

PROPOSED = [
    (DEPUTY_1, LEARNING, "1"),
    ("Title not stated", LEARNING, "2"),
    ("Service manager", LEARNING, "not stated"),
    (DEPUTY_2, SAFEGUARDING, "1"),
    ("Head of Service", SAFEGUARDING, "3"),
    ("Head of the Safeguarding Unit", SAFEGUARDING, "1"),
    (CHIEF_1, STRATEGY, "1"),
    ("Head of Service", STRATEGY, "3"),
    ("Title not stated", STRATEGY, "not stated"),
    (CHIEF_2, SUPPORT, "1"),
    ("Title not stated", "unit not stated", "not stated"),
]

LEADS = {
    DEPUTY_1: ["Support for children aged 0-11", "Support for young people aged 11-19(25)"],
    CHIEF_1: ["Commissioning", "Strategy", "Performance"],
    CHIEF_2: [
        "School admissions and transport administration",
        "Complaints and customer relations",
        "Information knowledge management",
        "Project, political and administrative support",
        "Short-term change capacity",
    ],
}

DERIVED = "derived. The year is not printed."
BEFORE_THE_MEETING = [
    ("10 March 2010", "L152"),
    ("March 2010", "¶2.6.8"),
    (
        "13 September (13 September 2010); doubtful. Said to follow from the proposals put to "
        "scrutiny in September, which are dated a week later. The year is not printed.",
        "¶2.6.2",
    ),
    ("20 September 2010", "L152; ¶2.1.1"),
    (f"30 September (30 September 2010); {DERIVED}", "¶2.1.1"),
    (f"end of October (25 October 2010 to 31 October 2010); {DERIVED}", "¶2.6.2"),
    (f"during November (1 November 2010 to 30 November 2010); {DERIVED}", "¶2.6.2; ¶2.6.4"),
    (f"15 December (15 December 2010); {DERIVED}", "¶2.6.13"),
]

LEADERSHIP = [
    (
        "Proposals are shared, discussed and developed across services",
        f"during December (1 December 2010 to 31 December 2010); {DERIVED}",
        "¶2.6.11",
    ),
    (
        "Personnel panel is asked to approve the detail",
        "late December or early January (21 December 2010 to 10 January 2011); derived. The years "
        "are not printed.",
        "¶2.6.4",
    ),
    ("Implementation begins", "from January 2011 onwards", "¶2.6.11"),
    ("Services of Education Leeds return to the local authority", "1 April 2011", "¶2.6.5"),
]

SAID_TWICE = {
    "order of words in the remit for safeguarding": ["A3 ¶2.0", "A3 ¶2.5"],
    "which came first, scrutiny or the Trust Board": ["¶2.6.2", "L152"],
    "what the third tier is called": ["A3 ¶1.0", "A3 ¶2.5; A3 ¶3.0"],
    "wording of the outcome on learning": ["¶2.2.6", "L159"],
    "where the local arrangements are described": ["L217", "¶2.6.12; ¶2.6.13"],
    "labels of Appendices 1 and 2": ["¶2.2.8; ¶2.6.6", "L154; L206"],
}

THIRD_TIER = [
    ("2", "What is listed gives at least 2", "A3 ¶1.0"),
    ("4", "What is listed gives at least 4", "A3 ¶2.5"),
    ("3", "What is listed gives at least 3", "A3 ¶3.0"),
    ("not stated", "No figure is stated", "A3 ¶4.0"),
    ("22", "What is listed gives at least 22", "A3 ¶2.1"),
    ("3", "What is listed gives 0 to 3", "A3 ¶2.3"),
    ("3", "How many there are is not stated", "¶2.6.13"),
]


@in_both
def test_headings_and_title_block_are_those_of_the_council(reread):
    report = reread(PAPER)
    assert report.outline == OUTLINE
    assert report.under("Children's Services Strategic Update Report") == TITLE_BLOCK


@in_both
def test_paragraphs_are_numbered_within_sections_and_within_sections_of_those(reread):
    report = reread(PAPER)
    first = [report.under(heading.strip())[0].split()[0] for heading in OUTLINE[2:8]]
    assert first == ["2.1.1", "2.2.1", "2.3.1", "2.4.1", "2.5.1", "2.6.1"]
    assert [line.split()[0] for line in report.under("1.0 Background")] == ["1.1", "1.2", "1.3"]
    assert report.under("5.0 Conclusions")[0].startswith("5.1 ")


@in_both
def test_nothing_is_asked(reread):
    report = reread(PAPER)
    assert "Recommendations" not in "".join(report.outline)
    assert not report.says("is asked to")
    assert report.says("has it for no decision")


@in_both
def test_eight_posts_of_the_top_two_tiers_become_five(reread):
    report = reread(PAPER)
    leadership = report.under("Outline Leadership Arrangements and Responsibilities")
    assert "At present the top two tiers are eight posts: Director of" in leadership[0]
    assert leadership[0].endswith("Education Leeds returns to the Council on 1 April 2011.")
    assert (
        f"they are five: Director of Children's Services, {DEPUTY_1}, {DEPUTY_2}, {CHIEF_1}"
        in (leadership[1])
    )
    sizes = {row[0]: row[1:] for row in report.rows("Size of the two structures")}
    assert sizes["Posts in tiers 1 to 2"] == ("8", "5", "−3")
    assert sizes["of them outside the council"] == ("3", "0", "−3")
    assert sizes["Posts listed"] == ("8", "at least 16", "cannot be computed")


@in_both
def test_the_third_tier_is_two_and_four_and_three_and_of_one_not_stated(reread):
    report = reread(PAPER)
    says = report.under("Outline Leadership Arrangements and Responsibilities")[2]
    for words in (f"two posts under {LEARNING}", f"four under {SAFEGUARDING}", "three under str"):
        assert words in says
    cannot = report.rows("Stated figures that cannot be computed")
    assert [row[1:] for row in cannot] == THIRD_TIER


@in_both
def test_which_post_becomes_which_is_not_stated(reread):
    report = reread(PAPER)
    left = report.rows("Existing posts of which it is not stated what becomes")
    assert [(row[0], row[1], row[3]) for row in left[:-1]] == EIGHT
    assert left[-1][3] == "7"
    coming = report.rows("Proposed posts whose origin is not stated", "Post", "Unit", "Posts")
    assert coming == [*PROPOSED, ("Total", "–", "at least 15")]
    assert not {"Posts deleted", "Posts that change"} & report.tables.keys()


@in_both
def test_three_area_leaders_and_the_seconded_are_uncertain(reread):
    rows = reread(PAPER).rows("Posts created", "Post", "Posts", "Source")
    assert rows == [
        ("Head teacher", "not stated", "¶2.6.10 (uncertain)"),
        ("Title not stated", "not stated", "¶2.6.10 (uncertain)"),
        ("Area Leader", "3", "¶2.6.13 (uncertain)"),
        ("Total", "not stated", "–"),
    ]
    assert "Three Area Leaders" in reread(PAPER).under("Locality Working")[0]


@in_both
@pytest.mark.parametrize("title", LEADS)
def test_appendix_3_says_what_each_of_the_second_tier_leads(reread, title):
    lines = reread(PAPER).under(title)
    led = lines[lines.index("Leads:") + 1 :]
    assert [line.partition(":")[0] for line in led] == LEADS[title]
    assert "Grade: not stated" in lines


@in_both
def test_the_deputy_for_safeguarding_has_four_services_and_their_teams(reread):
    report = reread(PAPER)
    assert report.under(DEPUTY_2)[2] == "Grade: not stated"
    assert (
        "Units within: Specialist services, Targeted services, Services for the most complex needs "
        "and Integrated Safeguarding Unit" in report.under(DEPUTY_2)
    )
    assert report.says("Child protection team: 22 × Child protection teams")
    assert report.says("uncertain] Team: 3 × Teams for the most complex needs")
    assert report.says("uncertain] Service: Youth Offending Service")


@in_both
def test_services_go_where_the_paper_says_and_education_leeds_joins(reread):
    rows = reread(PAPER).rows("Where each existing service goes")
    assert rows == [
        (EARLY_YEARS, "Children's Services", "not stated", "MATCH NOT STATED", "derived"),
        ("Its responsibilities", SOCIAL_CARE, "Specialist services", "with its service",
         "A3 ¶2.1 (derived)"),
        ("Education Leeds", "outside the council", "not stated (1 April 2011)", "JOINS", "¶2.6.5"),
    ]  # fmt: skip


@in_both
def test_links_are_no_lines_of_management(reread):
    rows = reread(PAPER).rows("Reporting lines added and removed")
    assert len(rows) == 2
    assert rows[0][0].startswith(f"{CHIEF_2} has a link to senior officers for human resources")
    assert rows[0][1] == "A3 ¶4.0"
    assert "have a link to Area Leader" in rows[1][0]
    assert (
        "tiers 3 and 4 are each linked with a local cluster, beside their own line"
        in (reread(PAPER).under("Locality Working")[0])
    )


@in_both
def test_the_timetable_is_as_precise_as_the_paper(reread):
    report = reread(PAPER)
    before = report.rows("Timetable: before the meeting", "When", "Source")
    assert before == BEFORE_THE_MEETING
    assert report.rows("Timetable: leadership") == LEADERSHIP


@in_both
def test_savings_have_no_figure_and_people_are_not_counted(reread):
    report = reread(PAPER)
    savings, contract, procedures, *people = report.under("4.0 Legal and Resource Implications")
    assert "There is no more detail at this stage." in savings
    assert "the end of the contract with Education Leeds" in contract
    assert "Human Resources" in procedures
    assert [each.endswith("not recorded.") for each in people] == [True, True]
    assert not report.says("£")


@in_both
def test_documents_and_appendices_are_listed_and_those_that_lack_are_said_to(reread):
    report = reread(PAPER)
    documents = report.under("Background Documents")
    assert [each.rpartition(", ")[2] for each in documents] == [
        "10 March 2010", "20 September 2010", "November 2010",
    ]  # fmt: skip
    assert report.under("Appendices") == [each for each in OUTLINE if each.startswith("Appendix ")]
    assert report.under(OUTLINE[16])[0] == (
        "The paper's own diagram is missing. What is drawn here is what its text says."
    )
    assert report.under(OUTLINE[22]) == ["Ofsted's letter is to follow."]


@in_both
def test_all_contradictions_of_the_paper_are_printed_with_their_places(reread):
    found = {}
    for about, _, source in reread(PAPER).rows("What is stated in more than one way"):
        found.setdefault(about, []).append(source)
    assert found == SAID_TWICE
    assert "Stated figures that disagree with the structures" not in reread(PAPER).tables
