"""The report of Kent, County Council, 25 June 2009, read back: what its paper says, and no more.

The facts are those of the paper, written out. Its one rule: nothing here is computed by what is
tested.
"""

import pytest

from tests.reread import in_both

PAPER = "kent-2009"
CFE = "Children, Families and Education Directorate"
VULNERABLE = "Service Director for Vulnerable Children"
LEARNING = "Service Director for Learning"
COMMISSIONING = "Service Director for Commissioning, Quality Assurance and Partnerships"
WAS = "Director of Commissioning, Specialist Services"
APPENDIX = (
    "Appendix 1: Proposed Senior Management Structure for Children, Families and Education "
    "Directorate"
)

OUTLINE = [
    "Summary",
    "1. Introduction",
    "2. Review of CFE and the Children's Trust Partnership",
    "3. Proposed Senior Management Structure for CFE",
    "4. Implications",
    "  Financial implications",
    "  HR implications",
    "5. Consultations",
    "6. Conclusion",
    "7. Recommendations",
    "Background Documents",
    "Contact",
    APPENDIX,
    "Appendix 2: Existing structure",
    "Appendix 3: Stated figures that disagree",
]

TITLE_BLOCK = [
    "Report to: County Council",
    "Date of meeting: 25 June 2009",
    "Report of: Chief Executive; Managing Director for Children, Families and Education",
    "Decision: for formal approval; unrestricted",
    "Takes effect: not stated",
    "Classification: Unrestricted",
    "Contact: Managing Director, Children, Families and Education",
]

NUMBERED = {
    "1. Introduction": 9,
    "2. Review of CFE and the Children's Trust Partnership": 6,
    "5. Consultations": 2,
    "6. Conclusion": 4,
}

BEFORE_THE_MEETING = [
    ("Council approves the paper that describes the review", "11 December 2008", "Summary; 2(2)"),
    (
        "Council agrees the directorate's budget for 2009-10, with the saving in it",
        "19 February 2009",
        "4(1)",
    ),
    ("New Managing Director arrives", "11 May 2009", "2(2)"),
    (
        "Children's Trust Board discusses a review of the Trust and the local partnerships",
        "12 June (12 June 2009); derived. The year is not printed.",
        "2(6)",
    ),
    (
        "Trade unions receive a copy of the paper; their views can be told to Members at the "
        "meeting",
        "before the County Council (by 25 June 2009)",
        "5(2)",
    ),
]

SENIOR_STRUCTURE = [
    ("County Council decides on the senior structure", "25 June 2009", "To"),
    (
        "Changes of line management are made known to the managers concerned",
        "once Council has agreed (from 25 June 2009)",
        "4(2)",
    ),
    ("Interim structure stays in place", "until the two Directors are recruited", "3(7)"),
    (
        "Director of Children's Social Care retires",
        "at the end of this year (by 31 December 2009); derived. The year is that of the meeting.",
        "3(6)",
    ),
    (
        "New structure fully in operation",
        "by December at the latest (by 31 December 2009); derived. An aspiration. The year is that "
        "of the meeting.",
        "3(7)",
    ),
]

LATER = [
    ("second stage of the review", "L133"),
    ("from 2010/11 onwards", "2(6); 6(3)"),
    ("not stated", "2(2); 6(4)"),
    ("over time", "3(5)"),
    ("at a future date; uncertain. Not feasible yet, the paper says.", "3(5)"),
    ("not stated. No date is stated.", "2(3)"),
]

FUNCTIONS = [
    "Resourcing and infrastructure",
    "Capital programmes",
    "Commissioning",
    "Quality assurance",
    "Partnership working",
    "Change management",
]

CONSULTED = [
    "Cabinet Member for CFE",
    "the Leader",
    "the Chief Executive",
    "other Chief Officers",
    "CFE's senior team",
    "East Kent Primary Care Trust",
    "Children's Trust",
    "Safeguarding Board",
]

SAID_TWICE = [
    "fate of the three vacant Director posts",
    "which of the recruited posts are new",
    "titles of the two recruited posts",
    "what the senior posts are called",
    "support staff of the deleted posts",
    "name of the local partnerships",
    "Primary Care Trusts in Kent",
]


@in_both
def test_headings_and_title_block_are_those_of_the_council(reread):
    report = reread(PAPER)
    assert report.outline == OUTLINE
    title = "Senior Management Structure of Children, Families and Education Directorate"
    assert report.under(title) == TITLE_BLOCK


@in_both
def test_paragraphs_are_numbered_in_brackets_within_each_section(reread):
    for heading, last in NUMBERED.items():
        lines = reread(PAPER).under(heading)
        assert [line.split()[0] for line in lines] == [f"({n})" for n in range(1, last + 1)]
    assert reread(PAPER).under("Financial implications")[0].startswith("(1) ")
    assert reread(PAPER).under("HR implications")[0].startswith("(2) ")


@in_both
def test_the_council_is_asked_to_approve_what_appendix_1_draws(reread):
    assert reread(PAPER).under("7. Recommendations") == [
        "(1) The County Council is asked to:",
        "1. Approve the senior management structure for CFE as drawn in Appendix 1",
    ]


@in_both
def test_the_summary_says_two_directors_fewer_and_two_to_recruit(reread):
    _, means = reread(PAPER).under("Summary")[-2:]
    assert means.startswith("It means a reduction of two Director posts, and is the first step")
    assert means.endswith("Two of the new Director posts are to be recruited to.")


@in_both
def test_how_many_directors_there_are_is_never_said(reread):
    sizes = {row[0]: row[1:] for row in reread(PAPER).rows("Size of the two structures")}
    assert sizes["Posts"] == ("at least 7", "at least 4", "cannot be computed")
    cannot = reread(PAPER).rows("Stated figures that cannot be computed")
    assert [row[1:] for row in cannot] == [
        ("−2", "How many there are is not stated", "Summary; 4(1)"),
        ("2", "How many there are is not stated", "4(1)"),
        ("£400,000", "Pounds are kept as stated and never computed", "4(1)"),
        ("£400,000", "Pounds are kept as stated and never computed", "4(1)"),
    ]


@in_both
def test_the_only_post_that_is_surely_created_is_for_learning(reread):
    report = reread(PAPER)
    assert report.rows("Posts created", "Post", "Unit", "Source")[:-1] == [
        (LEARNING, CFE, "Summary; 3(4); 3(6)")
    ]
    assert report.rows("Proposed posts whose origin is not stated", "Post", "Posts") == [
        (VULNERABLE, "1"), ("Title not stated", "not stated"), ("Total", "at least 1"),
    ]  # fmt: skip
    assert "Posts deleted" not in report.tables


@in_both
def test_the_director_of_commissioning_has_another_title_and_other_responsibilities(reread):
    ((post, says, source), _) = reread(PAPER).rows(
        "Posts that change", "Post", "What changes", "Source"
    )
    assert (post, source) == (COMMISSIONING, "4(2)")
    assert says == (
        f"{WAS} is retitled {COMMISSIONING}. The responsibilities of {COMMISSIONING} change."
    )


@in_both
def test_what_becomes_of_five_posts_three_of_them_vacant_is_not_stated(reread):
    report = reread(PAPER)
    left = report.rows("Existing posts of which it is not stated what becomes", "Post", "Posts")
    assert left == [
        ("Senior Commissioner for Children and Young People's Health", "1"),
        ("Director of Children's Social Care", "1"),
        ("Director, title not stated", "3"),
        ("Total", "5"),
    ]
    assert report.says("3 Director posts, title not stated, VACANT")


@in_both
def test_services_merge_and_one_joins_from_the_learning_and_skills_council(reread):
    both = "Services for children with special educational needs and disabilities"
    assert reread(PAPER).rows("Where each existing service goes") == [
        ("Services for children with special educational needs", CFE, both, "MERGED",
         "3(3) (derived)"),
        ("Services for children with disabilities", CFE, both, "MERGED", "3(3) (derived)"),
        ("16-19 education", "Learning and Skills Council", "not stated", "JOINS", "2(3)"),
    ]  # fmt: skip


@in_both
def test_what_stands_below_the_directors_are_functions_and_no_posts(reread):
    report = reread(PAPER)
    assert "it showed functions, not posts" in report.under(APPENDIX)[0]
    for name in FUNCTIONS:
        assert report.says(f"Function: {name}")
    posts = {row[0] for caption in report.tables for row in report.rows(caption)}
    assert posts.isdisjoint(FUNCTIONS)


@in_both
def test_the_timetable_is_as_precise_as_the_paper(reread):
    report = reread(PAPER)
    assert report.rows("Timetable: before the meeting") == BEFORE_THE_MEETING
    assert report.rows("Timetable: senior structure") == SENIOR_STRUCTURE
    assert report.rows("Timetable: later", "When", "Source") == LATER
    assert report.rows("Phases", "Phase", "When") == [
        ("First step", "not stated"), ("Second stage of the review", "not stated"),
    ]  # fmt: skip


@in_both
def test_the_saving_is_the_papers_and_so_is_what_it_supposed(reread):
    (says,) = reread(PAPER).under("Financial implications")
    assert "2009-10, agreed on 19 February 2009, counts on a saving (£400,000) within" in says
    assert "two posts at Director level go, with support staff and on-costs" in says
    assert "delete two such posts" in says
    assert "saved in 2009-10, since three have been vacant for some time" in says


@in_both
def test_the_text_has_the_counts_that_the_paper_gives(reread):
    report = reread(PAPER)
    assert report.says("There are 23 of them, and beside them 100 local children's centres and 600")
    assert report.says("By agreement with the two Primary Care Trusts in Kent")
    assert report.says("from 3 to 19 (to 24 for some)")
    assert report.says("rose by 45 per cent within a year")
    assert report.says("The hope is that the new one works in full by December.")


@in_both
@pytest.mark.parametrize("edition", ["exempt", "staff", "union"])
def test_how_posts_are_filled_is_what_the_paper_says(reread, edition):
    rows = reread(PAPER, edition).rows("How posts are filled", "Proposed post", "How it is filled")
    assert rows[:-1] == [
        (VULNERABLE, "external"),
        (LEARNING, "external"),
        (COMMISSIONING, "slotted in"),
        ("Title not stated", "people of the present senior team, as the missing Appendix 1 shows"),
    ]


@in_both
def test_what_is_of_one_holder_is_not_in_the_public_edition(reread):
    report = reread(PAPER)
    assert "Staff affected" not in report.tables
    fillings = report.rows("How posts are filled", "Proposed post")
    assert (COMMISSIONING,) not in fillings
    affected = reread(PAPER, "union").rows("Staff affected", "Existing post", "Outcome")
    assert affected[:-1] == [
        ("Director of Children's Social Care", "not stated"), (WAS, "slotted in"),
    ]  # fmt: skip


@in_both
def test_those_consulted_and_the_background_documents_are_listed(reread):
    discussed, unions = reread(PAPER).under("5. Consultations")
    assert all(words in discussed for words in CONSULTED)
    assert "before the Council meets" in unions
    documents = reread(PAPER).under("Background Documents")
    assert len(documents) == 6
    assert "“Preparing the County Council for Future Challenges” of December 2008" in documents[0]
    assert documents[3].startswith("The Children Act 2004")


@in_both
def test_all_contradictions_of_the_paper_are_printed(reread):
    report = reread(PAPER)
    abouts = [row[0] for row in report.rows("What is stated in more than one way")]
    assert list(dict.fromkeys(abouts)) == SAID_TWICE
    assert "Stated figures that disagree with the structures" not in report.tables
