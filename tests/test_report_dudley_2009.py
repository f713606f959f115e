"""The report of Dudley, Cabinet, 9 September 2009, read back: what its paper says, and no more.

The facts are those of the paper, written out. Its one rule: nothing here is computed by what is
tested.
"""

import re

from tests.reread import in_both

PAPER = "dudley-2009"
SPECIALIST = "Children's Specialist Services"
EARLY = "Early Years, Youth & Education Services"
PARTNERSHIP = "Performance & Partnership"
FAMILIES, LEARNING = "Children and Families", "Education, Play and Learning"
QUALITY, FUTURES = "Quality and Improvement", "Transforming Futures (Strategic Planning)"
REST = "Its other responsibilities"

OUTLINE = [
    "Purpose of Report",
    "Background",
    "Proposed Structure",
    "  1. Children and Families",
    "  2. Education, Play and Learning",
    "  3. Quality and Improvement",
    "  4. Transforming Futures (Strategic Planning)",
    "  Services",
    "  Posts",
    "  Next steps",
    "Finance",
    "Law",
    "Equality Impact",
    "Recommendation",
    "Signature",
    "Contact Officer",
    "List of Background Papers",
    "Appendix 1: Existing Structure",
    "Appendix 2: Stated figures that disagree",
]

TITLE_BLOCK = [
    "Report to: Cabinet",
    "Date of meeting: 9 September 2009",
    "Report of: Director of Children's Services",
    "Decision: for approval",
    "Takes effect: not stated",
    "Contact: Director of Children's Services",
]

GOES_TO = [
    ("Inclusion", SPECIALIST, LEARNING, "¶5 (1); ¶5 (2) (derived)"),
    ("Safeguarding", SPECIALIST, QUALITY, "¶5 (1); ¶5 (3)"),
    (REST, SPECIALIST, FAMILIES, "¶5 (1)"),
    ("Early Years", EARLY, FAMILIES, "¶5 (1); ¶5 (2)"),
    ("Youth", EARLY, FUTURES, "¶5 (2); ¶5 (4)"),
    (REST, EARLY, LEARNING, "¶5 (2)"),
    ("Its responsibilities", PARTNERSHIP, QUALITY, "¶5 (3)"),
    ("Business Services / Resources", "Resources", QUALITY, "¶5 (3)"),
    ("E-services", "Resources", FUTURES, "¶5 (4)"),
    ("Anything else", "Resources", "not stated", "¶5 (3); ¶5 (4)"),
    ("E-services", "Policy and Performance", FUTURES, "¶5 (4)"),
    ("Anything else", "Policy and Performance", "not stated", "¶5 (4) (uncertain)"),
    (
        "14-19 commissioning and provision",
        "Learning and Skills Council",
        f"{FUTURES} (April 2010)",
        "¶3; ¶5 (4); ¶10",
    ),
]

MADE_UP_FROM = {
    FAMILIES: f"This division is largely made up from {SPECIALIST}, without “Inclusion” and "
    f"“Safeguarding”, and includes “Early Years” from {EARLY}.",
    LEARNING: f"This division is largely made up from {EARLY}, without “Early Years” and “Youth”, "
    f"and includes “Inclusion” from {SPECIALIST}.",
    QUALITY: f"This division is largely made up from {PARTNERSHIP}, and includes “Safeguarding” "
    f"from {SPECIALIST} and “Business Services / Resources” from Resources.",
    FUTURES: f"This is a new division. It includes “Youth” from {EARLY} and “E-services” from "
    "Resources and Policy and Performance. “14-19 commissioning and provision” joins from Learning "
    "and Skills Council (April 2010).",
}

FUNCTIONS = {
    FAMILIES: [
        "Looked after children (LAC)", "Children in need & child protection",
        "Children with disabilities", "Common Assessment Framework (CAF)",
    ],
    LEARNING: [
        "School improvement and inclusion", "Play provision", "Equality and diversity",
        "Virtual School", "Quality assurance of 14-19 education",
    ],
    QUALITY: [
        "Policy and performance management", "External inspections",
        "Partnership development and operation", "Business service management",
        "Safeguarding quality and review",
    ],
    FUTURES: [
        "Cabinet and Select Committee", "Children's and School Workforce Development",
        "Integrated 14-19 youth provision", "Targeted youth provision", "Youth Offending Team",
        "16+ team", "Connexions", "Building Schools for the Future",
        "Township / locality / place planning and development",
    ],
}  # fmt: skip

IMPERATIVES = {
    FAMILIES: ("Child protection", "early intervention and prevention", "under five"),
    LEARNING: ("no school left vulnerable", "gap in achievement"),
    QUALITY: ("Children's Trust and Safeguarding Board", "inspection and review from outside"),
    FUTURES: ("Vision 2025 (0-19)", "14-19 Machinery of Government", "Primary Capital Programme"),
}

AD = "Assistant Director "
AD_1, AD_2 = f"{AD}Children and Families", f"{AD}Education, Play, and Learning"
AD_3, AD_4 = f"{AD}for Quality and Improvement", f"{AD}Transforming Futures"

WORKS_WITH = [
    (AD_1, AD_2, "early years"),
    (AD_1, AD_4, "2025 vision"),
    (AD_2, AD_1, "Virtual School"),
    (AD_2, AD_4, "quality assurance of education from 14 to 19; the 2025 vision"),
    (AD_3, AD_1, "inspection and review from outside; quality and review of safeguarding"),
    (AD_3, AD_2, "inspection and review from outside"),
    (AD_3, AD_4, "inspection and review from outside; the 2025 vision"),
    (AD_4, AD_1, "all aged 14 to 19, joined up; the 2025 vision"),
    (AD_4, AD_2, "all aged 14 to 19, joined up; the 2025 vision"),
    (AD_4, AD_3, "the 2025 vision"),
]

TIMETABLE = [
    (
        "Submit readiness to deliver for Building Schools for the Future",
        "December this year (1 December 2009 to 31 December 2009)",
        "¶3",
    ),
    (
        "14-19 commissioning and provision comes over from the Learning and Skills Council",
        "from April 2010",
        "¶3",
    ),
    (
        "Assistant Directors align services within the new divisions",
        "over the following eight months. Counted from the day when the senior structure stands; "
        "that day is not stated.",
        "¶8",
    ),
    (
        "Support Assistant Directors and senior managers through the change",
        "over the coming months",
        "¶8",
    ),
    ("Changed divisions develop practice and realign services", "over the next year", "¶4"),
    (
        "Bring effects on headcount, resources, efficiencies and budgets back to Cabinet",
        "as and when appropriate",
        "¶9",
    ),
]

SAID_TWICE = [
    "interim Assistant Directors to be replaced",
    "the division with Performance in its name",
    "the section that goes to Education, Play and Learning",
    "the name of the second division",
    "the name of the fourth division",
    "the heading Role Specific",
    "the name of the directorate",
    "how long the realignment of services takes",
    "the duties to come",
    "what comes from the Learning and Skills Council",
]


@in_both
def test_headings_and_title_block_are_those_of_the_council(reread):
    report = reread(PAPER)
    assert report.outline == OUTLINE
    assert report.under("Realignment of Services") == TITLE_BLOCK


@in_both
def test_paragraphs_are_numbered_through_the_report(reread):
    lines = [line for _, lines in reread(PAPER).sections[1:] for line in lines]
    numbers = [int(found[0]) for line in lines if (found := re.match(r"\d+(?= [A-Z])", line))]
    assert numbers == list(range(1, 28))


@in_both
def test_the_cabinet_is_asked_to_agree_two_things(reread):
    assert reread(PAPER).under("Recommendation") == [
        "27 The Cabinet is asked to agree:",
        "1. The realignment of services under the four divisions proposed",
        "2. The appointment of a substantive Assistant Director in place of the present interim "
        "arrangement",
    ]


@in_both
def test_every_service_goes_where_paragraph_5_says(reread):
    rows = reread(PAPER).rows("Where each existing service goes")
    assert [(*row[:3], row[4]) for row in rows] == GOES_TO
    assert {row[3] for row in rows} == {"→ MOVED", "with its division", "NOT STATED", "JOINS"}


@in_both
def test_each_division_is_made_up_as_its_opening_paragraph_says(reread):
    report = reread(PAPER)
    rows = report.rows("What each proposed unit is made up from", "Proposed unit", "Made up from")
    assert rows == list(MADE_UP_FROM.items())
    for number, (name, says) in enumerate(MADE_UP_FROM.items(), 1):
        assert report.under(f"{number}. {name}")[0].endswith(says)


@in_both
def test_each_division_has_its_imperative_and_what_it_plans_and_manages(reread):
    for number, name in enumerate(FUNCTIONS, 1):
        _, imperative, role = reread(PAPER).under(f"{number}. {name}")
        assert "Key Imperative: " in imperative
        assert all(words in imperative for words in IMPERATIVES[name])
        assert all(words in role for words in FUNCTIONS[name])


@in_both
def test_three_divisions_have_the_heading_role_specific_and_the_fourth_has_not(reread):
    roles = [
        "Role Specific: " in reread(PAPER).under(f"{number}. {name}")[2]
        for number, name in enumerate(FUNCTIONS, 1)
    ]
    assert roles == [True, True, True, False]


@in_both
def test_assistant_directors_work_in_conjunction_and_report_to_nobody_stated(reread):
    rows = reread(PAPER).rows("Reporting lines added and removed", "What changes")
    assert len(rows) == len(WORKS_WITH)
    for (says,), (one, other, why) in zip(rows, WORKS_WITH, strict=True):
        assert says.startswith(f"{one} has a joint line to {other} in the proposed structure: ")
        assert why in says
    assert not reread(PAPER).says("reports to Director")


@in_both
def test_five_assistant_directors_two_of_them_interim_become_four(reread):
    report = reread(PAPER)
    sizes = {row[0]: row[1:] for row in report.rows("Size of the two structures")}
    assert sizes["Posts in tiers 1 to 2"] == ("6", "5", "−1")
    assert sizes["FTE in tiers 1 to 2"] == ("not stated", "not stated", "–")
    assert report.says("There are five Assistant Directors at present, of whom two are interim.")
    assert report.says("go back to their substantive posts")
    assert report.says("3 Assistant Director posts, title not stated; reports to: not stated")


@in_both
def test_posts_change_as_far_as_the_paper_says(reread):
    report, nobody = reread(PAPER), "Assistant Director, title not stated"
    assert report.rows("Posts deleted", "Post", "Posts", "Source") == [
        (nobody, "2", "¶6"), ("Total", "2", "–"),
    ]  # fmt: skip
    left = "Existing posts of which it is not stated what becomes"
    assert report.rows(left, "Post", "Posts") == [(nobody, "3"), ("Total", "3")]
    assert report.rows("Posts unchanged", "Post")[:-1] == [("Director of Children's Services",)]
    assert not {"Posts created", "Posts that change"} & report.tables.keys()


@in_both
def test_the_four_proposed_posts_are_at_the_spot_point_and_their_origin_is_not_stated(reread):
    rows = reread(PAPER).rows("Proposed posts whose origin is not stated", "Post", "Unit", "Grade")
    assert rows[:-1] == [
        (AD_1, FAMILIES, "spot point"),
        (AD_2, LEARNING, "spot point"),
        (AD_3, QUALITY, "spot point"),
        (AD_4, FUTURES, "spot point"),
    ]


@in_both
def test_changes_are_counted_by_kind(reread):
    assert reread(PAPER).rows("What changes, by kind of change") == [
        ("Units", "Created or formed from", "4 divisions"),
        ("Units", "Closed", "4 to 5 divisions"),
        ("Units", "Moved", "4 sections and 2 services"),
        ("Units", "Joins from outside", "1 service"),
        ("Units", "Origin not stated", "23 proposed functions"),
        ("Posts", "Deleted", "2 posts"),
        ("Posts", "Origin not stated", "4 proposed posts"),
        ("Posts", "Fate not stated", "3 existing posts"),
        ("Reporting lines", "Added", "10 lines"),
    ]


@in_both
def test_one_division_needs_to_recruit_and_two_people_are_affected(reread):
    report = reread(PAPER)
    assert report.rows("How posts are filled", "Proposed post", "How it is filled")[:-1] == [
        (AD_2, "recruitment")
    ]
    assert report.rows("Staff affected", "Posts", "People")[:-1] == [("2", "2")]


@in_both
def test_the_two_phases_and_the_timetable_are_as_precise_as_the_paper(reread):
    report = reread(PAPER)
    assert report.rows("Phases", "Phase", "When", "Source") == [
        ("One", "not stated", "¶2; ¶10"),
        ("Two", "over the next 8 months", "¶1; ¶8; ¶10"),
    ]
    assert report.rows("Timetable") == TIMETABLE


@in_both
def test_the_spot_point_keeps_its_words_and_is_never_multiplied(reread):
    report = reread(PAPER)
    (pay, savings) = report.under("Finance")
    assert "four Assistant Directors at a spot point (£71,795; gross, with the pay award as " in pay
    assert "plus on-costs" in pay
    assert savings.endswith("No figure for savings is stated.")
    everything = [line for _, lines in report.sections for line in lines]
    cells = [cell for rows in report.tables.values() for row in rows for cell in row]
    assert not any("287" in words for words in (*everything, *cells))


@in_both
def test_law_equality_and_background_papers_are_those_of_the_paper(reread):
    report = reread(PAPER)
    assert "the Education Acts and the Children Acts" in report.under("Law")[0]
    assert "section 111 of the Local Government Act 1972" in report.under("Law")[1]
    assert "section 112 of that Act" in report.under("Law")[2]
    assert "policy on equality and diversity" in report.under("Equality Impact")[0]
    assert report.under("List of Background Papers") == ["None are listed."]
    assert report.under("Contact Officer") == ["Director of Children's Services"]


@in_both
def test_all_ten_contradictions_of_the_paper_and_the_one_of_its_figures_are_printed(reread):
    report = reread(PAPER)
    against = report.rows("Stated figures that disagree with the structures")
    assert [row[1:] for row in against] == [("4", "5", "¶3"), ("4", "5", "¶10")]
    abouts = [row[0] for row in report.rows("What is stated in more than one way")]
    assert list(dict.fromkeys(abouts)) == SAID_TWICE
    cannot = report.rows("Stated figures that cannot be computed", "Stated", "Source")
    assert cannot == [("£71,795", "¶10"), *[("not stated", each) for each in ("¶10", "¶4; ¶10")],
                      ("not stated", "¶10")]  # fmt: skip


@in_both
def test_the_existing_structure_has_the_divisions_named_and_the_doubtful_fifth(reread):
    report = reread(PAPER)
    for name in (SPECIALIST, EARLY, PARTNERSHIP, "Resources"):
        assert report.says(f"Division: {name}")
    assert report.says("uncertain] Division: Policy and Performance")
    assert report.says("2 Assistant Director posts, title not stated, INTERIM")
