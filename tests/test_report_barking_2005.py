"""The report of Barking and Dagenham, The Executive, 11 October 2005: what is asked, and posts.

Services, dates and contradictions have a module of their own. The facts are those of the paper,
written out; nothing here is computed by what is tested.
"""

import pytest

from tests.reread import in_both

PAPER = "barking-and-dagenham-2005"
UNKNOWN = "Proposed posts whose origin is not stated"
ENGAGEMENT, FAMILY = "Integrated Services & Engagement", "Pupil & Family Support"
QUALITY, POLICY = "Quality & Learning", "Policy, Performance & Support"
RIGHTS, DEPARTMENT = "Safeguarding & Rights", "Children's Services Department"
CANNOT = "cannot be computed"
CORPORATE = "Corporate Director of Children's Services"
DIVISIONAL = "Divisional Director of Safeguarding & Rights"

OUTLINE = [
    "Summary",
    "Wards Affected",
    "Implications",
    "  Financial",
    "  Legal",
    "  Risk Management",
    "  Crime and Disorder",
    "Recommendations",
    "Reason(s)",
    "Contact Officer",
    "1 Background – Summary of the Present & Proposed Structure",
    "2 Background – Policy Context",
    "3 Process & Recommendations of Review",
    "4 Implementation",
    "5 Council-Wide Reorganisation",
    "6 Conclusion",
    "Background Papers Used in the Preparation of the Report",
    "Consultees",
    "Appendices",
    "Appendix 1: Implementing the Children Act 2004",
    "Appendix 2: Organising for Children's Services",
    "Appendix 3: Draft job profiles",
    "Appendix 4: Stated figures that disagree",
]

TITLE_BLOCK = [
    "Report to: The Executive",
    "Date of meeting: 11 October 2005",
    "Report of: Chief Executive",
    "Decision: for decision",
    "Takes effect: 1 April 2006",
    "Agenda item: 6",
    "Wards affected: No ward in particular; by their nature the proposals affect all wards",
    "Contact: Chief Executive",
]

AGREED = [
    ("The formation of a Children's Services Department from 1 April 2006", "Children Act 2004"),
    ("officers have been consulted", "first three tiers", CORPORATE),
    ("JNC grades", "first and second tier", "last reviewed in 2002/3"),
    ("small changes to lines and designations", "left to the Chief Executive"),
    ("principles of section 5", "council-wide structure in late November"),
]

NOTED = [
    ("assimilation exercise", "Member Appointments Panel interviews ringfenced JNC officers"),
    ("Group Managers, the third tier", "HR procedures"),
    ("without a ringfence, or still unfilled", "advertised externally"),
    ("JNC posts are filled soon", "shadow Departmental Management Board", "slotting-in"),
    ("second and third tier", "Soulbury grade", "LSMR"),
    ("Children's Trust", "before 1 April 2006"),
    ("information sharing", "workforce strategy", "December 2005"),
    ("Director of Finance", "1 April 2006"),
]

ELEVEN = [
    "Director of Education, Arts and Libraries",
    "Head of Learning & Cultural Services",
    "Head of Early Years & Childcare",
    "Head of Social Inclusion & Psychology",
    "Head of Policy & Management Services",
    "Head of Lifelong Learning",
    "Director of Social Services",
    "Head of Children & Families",
    "Head of Performance & Strategy",
    "Head of Older People's Services",
    "Head of Adult Services",
]

SECOND_TIER = [
    ("Head of Integrated Services & Engagement", ENGAGEMENT, "Level 7"),
    ("Head of Pupil & Family Support", FAMILY, "Level 7"),
    ("Head of Quality & Learning", QUALITY, "Level 6"),
    ("Head of Policy, Performance & Support", POLICY, "Level 6"),
    (DIVISIONAL, RIGHTS, "Level 5"),
]

GROUP_MANAGERS = {
    ENGAGEMENT: [
        "Children's Centres & Sure Start", "Early Years & Childcare", "Extended Schools",
        "Engagement",
    ],
    FAMILY: [
        "Access & Attendance", "Education Psychology", "Youth & Learning Support",
        "Behaviour Support", "Family Support & Teenage Pregnancy",
    ],
    QUALITY: [
        "CIAS", "Education Inclusion & 14-19", "Social Care Quality Review, Complaints",
        "Asset Management, Capital Delivery and BSF",
    ],
    POLICY: [
        "Directorate Support & Administration", "Schools Admissions & Support",
        "Policy & Partnerships", "Performance, Information & Planning",
    ],
    RIGHTS: [
        "Assessment", "Care Management", "LAC Placements", "LAC Life Chances",
        "Children with Disabilities", "Prevention, Workforce & Lead Professional",
    ],
}  # fmt: skip

LEFT = [
    "Head of Learning & Cultural Services",
    "Head of Early Years & Childcare",
    "Head of Social Inclusion & Psychology",
    "Head of Policy & Management Services",
    "Head of PFI/Procurement",
    "Head of Education Inclusion",
    "Head of Finance",
    "Head of Children & Families",
    "Head of Performance & Strategy",
    "Head of HR/ Training",
    "Title not stated",
    "Head of Finance",
    "Children Services Project Manager",
]


@in_both
def test_headings_and_title_block_are_those_of_the_council(reread):
    report = reread(PAPER)
    profiles = {f"  {title}" for title, *_ in SECOND_TIER}
    managers = "  Group Manager, "
    headings = [each for each in report.outline if not each.startswith(managers)]
    assert [each for each in headings if each not in profiles] == OUTLINE
    assert report.under("Formation of a Children's Services Department") == TITLE_BLOCK


@in_both
def test_paragraphs_are_numbered_from_the_first_numbered_section_on(reread):
    report = reread(PAPER)
    assert not any(line[0].isdigit() for line in report.under("Summary"))
    for heading in OUTLINE[10:16]:
        section = heading.split()[0]
        lines = [each for each in report.under(heading) if not each.startswith("Sources are")]
        expected = [f"{section}.{n}" for n in range(1, len(lines) + 1)]
        assert [each.split()[0] for each in lines] == expected


@in_both
def test_the_executive_is_asked_to_agree_five_things_and_to_note_eight(reread):
    agree, *rest = reread(PAPER).under("Recommendations")
    assert agree == "The Executive is asked to agree:"
    assert rest.pop(5) == "The Executive is asked to note:"
    assert [line.split()[0] for line in rest] == [f"{number}." for number in range(1, 14)]
    for line, words in zip(rest, [*AGREED, *NOTED], strict=True):
        assert all(each in line for each in words)


@in_both
def test_eleven_senior_posts_are_listed_four_left_for_later_and_seven_become_six(reread):
    lines = reread(PAPER).under(OUTLINE[10])
    listed = f"{', '.join(ELEVEN[:-1])} and {ELEVEN[-1]}"
    assert lines[1] == f"1.2 There are 11 senior posts: {listed}."
    assert lines[2].startswith("1.3 Of these, four are left to the council-wide report")
    assert "children's services are seven. In their place, a new department has six" in lines[3]
    assert lines[3].endswith(f"{POLICY} and {DIVISIONAL}.")


@in_both
def test_the_sizes_are_those_of_the_paper_and_of_what_is_in_scope(reread):
    sizes = {row[0]: row[1:] for row in reread(PAPER).rows("Size of the two structures")}
    assert sizes["Posts in tiers 1 to 2"] == ("11", "6", "−5")
    assert sizes["of them in scope"] == ("7", "6", "−1")
    assert sizes["Posts listed"][1] == "28 to 29"
    names = list(sizes)
    assert names.index("of them in scope") == names.index("Posts in tiers 1 to 2") + 1


@in_both
def test_one_post_is_created_and_one_deleted_and_no_other(reread):
    report = reread(PAPER)
    assert report.rows("Posts created", "Post", "Unit", "Grade", "Source")[:-1] == [
        (CORPORATE, DEPARTMENT, "existing chief officer level", "R2; Legal; §1.4; §3.5")
    ]
    assert report.rows("Posts deleted", "Post", "When", "Source")[:-1] == [
        (ELEVEN[0], "31 March 2006", "Legal; §1.1; §3.4.1 (derived)")
    ]
    assert not {"Posts that change", "Posts regraded"} & report.tables.keys()


@in_both
def test_the_second_tier_has_its_levels_which_are_not_ranked_or_priced(reread):
    rows = reread(PAPER).rows(UNKNOWN, "Post", "Unit", "Grade")
    assert [row for row in rows if row[2].startswith("Level")] == SECOND_TIER
    assert not reread(PAPER).says("£")


@in_both
@pytest.mark.parametrize("division", GROUP_MANAGERS)
def test_group_managers_of_each_division_are_those_of_the_slide_and_on_lsmr(reread, division):
    rows = reread(PAPER).rows(UNKNOWN, "Post", "Unit", "Grade")
    found = [row for row in rows if row[1] == division and row[2] == "LSMR"]
    titles = [title.removeprefix("Group Manager").lstrip(", ") for title, _, _ in found]
    assert titles == GROUP_MANAGERS[division]


@in_both
def test_the_group_manager_whom_the_profiles_lack_is_uncertain_and_has_no_profile(reread):
    report = reread(PAPER)
    doubtful = [row for row in report.rows(UNKNOWN, "Post", "Source") if "uncertain" in row[1]]
    assert doubtful == [("Group Manager Education Inclusion & 14-19", "L876 (uncertain)")]
    profiles = [each for each in report.outline if each.startswith("  Group Manager")]
    assert len(profiles) == 22
    assert not any("Education Inclusion" in each for each in profiles)


@in_both
def test_five_of_the_six_have_a_job_profile_and_the_corporate_director_has_none(reread):
    report = reread(PAPER)
    for title, unit, grade in SECOND_TIER:
        facts = report.under(title)
        assert facts[:3] == [f"Unit: {unit}", f"Grade: {grade}", f"Reports to: {CORPORATE}"]
        assert any(each.startswith("Direct reports: Group Manager") for each in facts)
    assert f"  {CORPORATE}" not in report.outline


@in_both
def test_the_safeguarding_post_has_a_dotted_line_and_answers_to_members(reread):
    report = reread(PAPER)
    rows = report.rows("Reporting lines added and removed")
    assert [row[1] for row in rows] == ["§1.6", "§1.6"]
    assert rows[0][0].startswith(f"{DIVISIONAL} has a dotted line to Chief Executive")
    assert rows[1][0].startswith(f"{DIVISIONAL} has a line of accountability to Members")
    assert all("Laming" in row[0] for row in rows)
    assert "Lines: dotted line to Chief Executive; accountable to Members" in report.under(
        DIVISIONAL
    )


@in_both
def test_what_becomes_of_thirteen_posts_is_not_stated(reread):
    left = "Existing posts of which it is not stated what becomes"
    assert [row[0] for row in reread(PAPER).rows(left, "Post")] == [*LEFT, "Total"]


@in_both
def test_the_two_statutory_posts_give_way_to_one(reread):
    assert reread(PAPER).rows("Statutory posts") == [
        ("Chief education officer", ELEVEN[0], "not stated"),
        ("Director of social services", "Director of Social Services", "not stated"),
        ("Director of children's services", "not stated", CORPORATE),
    ]
    assert "come to an end on 31 March 2006" in reread(PAPER).under("Legal")[0]


@in_both
def test_money_is_words_alone(reread):
    assert "cost neutral at least" in reread(PAPER).under("Financial")[0]
    assert "fewer JNC posts than now" in reread(PAPER).under("Financial")[0]
    grades = reread(PAPER).rows("Posts by grade", "Grade", "Existing", "Proposed", "Difference")
    assert {row[0]: row[1:] for row in grades} == {
        "existing chief officer level": ("not stated", "1", CANNOT),
        "Level 7": ("not stated", "2", CANNOT),
        "Level 6": ("not stated", "2", CANNOT),
        "Level 5": ("not stated", "1", CANNOT),
        "LSMR": ("not stated", "22 to 23", CANNOT),
        "Grade not stated": ("at least 24", "not stated", CANNOT),
    }


@in_both
def test_how_posts_are_filled_is_what_the_recommendations_say(reread):
    rows = reread(PAPER).rows("How posts are filled", "Proposed post", "How it is filled")
    way = "ringfence and Member Appointments Panel, else external advertisement"
    assert rows[:-1] == [(title, way) for title, _, _ in SECOND_TIER]
    fences = reread(PAPER).rows("Ring-fences", "Ring-fence", "Who may apply", "Places")
    assert fences == [
        ("JNC officers", "not stated", "not stated"),
        ("Group Managers", "not stated", "not stated"),
    ]
