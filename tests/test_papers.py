"""What the five papers say comes out of the comparison, and nothing that they do not say.

Dudley's two have a module of their own.
"""

import pytest

from tests.papers import COUNCILS, changes, council_file, figures, measure, paper, structures, told

every_paper = pytest.mark.parametrize("restructure", COUNCILS)

# Kent, 2009

COMMISSIONING = "Service Director for Commissioning, Quality Assurance and Partnerships"


def test_two_directors_fewer_is_stated_and_cannot_be_computed():
    assert figures("kent-2009", stated=-2) == [(-2, None, "cannot be computed")]
    assert measure("kent-2009", "category", "Director")[2] == [None, None]


def test_of_kents_posts_only_the_director_for_learning_is_stated_to_be_created():
    assert told("kent-2009", "created", "name", "certainty", subject="post") == {
        ("Service Director for Learning", "stated")
    }


def test_the_director_of_commissioning_is_retitled_with_other_responsibilities():
    was = "Director of Commissioning, Specialist Services"
    assert told("kent-2009", "retitled", "name", "from", subject="post") == {(COMMISSIONING, was)}
    assert told("kent-2009", "responsibilities changed", "name", "certainty", subject="post") == {
        (COMMISSIONING, "stated")
    }


def test_functions_of_kent_are_not_posts():
    after = paper("kent-2009")["after"]
    snapshot = structures("kent")[after["structure"]]
    functions = {unit.name for unit in snapshot.units.values() if unit.is_function}
    assert len(functions) >= after["functions"] > 0
    assert functions.isdisjoint(post.title for post in snapshot.posts.values())


# Barking and Dagenham, 2005

LBBD = "barking-and-dagenham-2005"


def test_eleven_senior_posts_seven_of_them_in_scope_become_six():
    assert paper(LBBD)["before"]["posts"]["total"] == 11
    assert paper(LBBD)["after"]["posts"]["total"] == 6
    for where, figure in [
        ({"to_tier": 2}, 11),
        ({"to_tier": 2, "scope": "in"}, 7),
        ({"to_tier": 2, "scope": "out"}, 4),
    ]:
        assert figures(LBBD, where=where, **{"in": "before"}) == [(figure, figure, "agrees")]
    assert figures(LBBD, where={"to_tier": 2}, **{"in": "after"}) == [(6, 6, "agrees")]


def test_of_eleven_senior_posts_the_restructure_is_about_seven():
    in_scope = [paper(LBBD)[side]["posts"]["in_scope"] for side in ("before", "after")]
    assert in_scope == [7, 6]


@pytest.mark.parametrize(
    ("division", "expected"),
    [
        ("integrated-services", [(4, 4, "agrees")]),
        ("pupil-family-support", [(5, 5, "agrees")]),
        ("safeguarding-rights", [(6, 6, "agrees")]),
        ("policy-performance", [(4, 4, "agrees")]),
        ("quality-learning", [(4, None, "the paper says both"), (3, None, "the paper says both")]),
    ],
)
def test_group_managers_are_counted_by_division(division, expected):
    assert figures(LBBD, where={"tier": 3, "under": division}) == expected


def test_group_managers_are_23_on_the_slide_and_22_in_the_profiles():
    assert figures(LBBD, where={"tier": 3}) == [
        (23, None, "the paper says both"),
        (22, None, "the paper says both"),
    ]
    assert paper(LBBD)["after"]["posts"]["by_tier"]["3"] == [22, 23]


def test_the_line_to_the_chief_executive_is_dotted_and_says_why():
    lines = told(LBBD, "added", "name", "to", "line", "source", subject="reporting line")
    title = "Divisional Director of Safeguarding & Rights"
    assert lines == {
        (title, "Chief Executive", "dotted", "§1.6"),
        (title, "Members", "accountable", "§1.6"),
    }
    assert all("Laming" in line["reason"] for line in changes(LBBD, "added", "reporting line"))


def test_the_posts_for_the_later_report_are_out_of_scope_and_change_in_nothing():
    out = {each["name"]: each["why"] for each in paper(LBBD)["out_of_scope"]}
    four = {
        "Head of Lifelong Learning",
        "Director of Social Services",
        "Head of Older People's Services",
        "Head of Adult Services",
    }
    assert four <= out.keys()
    assert all("late-November report" in out[title] for title in four)
    assert out.keys().isdisjoint(change["name"] for change in paper(LBBD)["changes"])


def test_what_the_later_report_settles_is_undecided():
    undecided = {each["name"] for each in paper(LBBD)["undecided"]}
    assert undecided >= {
        "Arts, Heritage & Libraries",
        "Employment skills, adult learning & lifelong learning",
        "Youth Offender Team",
        "Drug Action and Treatment Team",
    }
    assert told(LBBD, "destination undecided", "name") >= {
        ("Arts, Heritage & Libraries",),
        ("Employment skills, adult learning & lifelong learning",),
    }


def test_the_levels_are_neither_ranked_nor_priced():
    grades = {grade.name: grade for grade in council_file("barking-and-dagenham").grades}
    assert {"Level 5", "Level 6", "Level 7"} <= grades.keys()
    assert {(grade.rank, grade.pounds) for grade in grades.values()} == {(None, None)}
    assert not changes(LBBD, "regraded", "post")


# Leeds, 2010


def test_eight_posts_of_leeds_three_of_them_outside_become_five():
    before, after = (paper("leeds-2010")[side]["posts"] for side in ("before", "after"))
    assert (before["total"], before["to_tier"], before["outside"]) == (8, 2, 3)
    assert (after["total"], after["to_tier"], after["outside"]) == (5, 2, 0)


def test_education_leeds_joins_from_outside():
    assert told("leeds-2010", "joins from outside", "name", "effective") == {
        ("Education Leeds", "1 April 2011")
    }


@pytest.mark.parametrize(
    ("manager", "stated"),
    [
        ("deputy-learning", 2),
        ("deputy-safeguarding", 4),
        ("chief-officer-strategy", 3),
        ("chief-officer-business-support", None),
    ],
)
def test_the_third_tier_of_leeds_is_stated_and_not_listed_in_full(manager, stated):
    where = {"tier": 3, "reports_to": manager}
    assert figures("leeds-2010", where=where) == [(stated, None, "cannot be computed")]


def test_the_fourth_of_the_third_tier_heads_the_safeguarding_unit():
    posts = structures("leeds")["proposed-2010"].posts
    below = [post for post in posts.values() if post.reports_to == "deputy-safeguarding"]
    assert [(post.title, post.number) for post in below] == [
        ("Head of Service", 3),
        ("Head of the Safeguarding Unit", 1),
    ]


def test_which_post_of_leeds_becomes_which_is_not_stated():
    posts = [each for each in paper("leeds-2010")["changes"] if each["subject"] == "post"]
    kinds = {each["kind"] for each in posts if each["certainty"] != "uncertain"}
    assert kinds == {"origin not stated", "fate not stated"}


# None of the five says more than its paper

DELETED = {
    "dudley-2009": {("interim-assistant-directors", "stated")},
    "barking-and-dagenham-2005": {("director-education", "derived")},
}


@every_paper
def test_no_post_is_deleted_but_those_whose_end_the_paper_gives(restructure):
    assert told(restructure, "deleted", "key", "certainty", subject="post") == DELETED.get(
        restructure, set()
    )


@every_paper
def test_no_post_is_created_because_it_was_not_listed_before(restructure):
    assert "derived" not in {
        change["certainty"] for change in changes(restructure, "created", "post")
    }


@every_paper
def test_what_is_said_to_be_stated_names_its_paragraph(restructure):
    unsourced = [
        change["says"]
        for change in paper(restructure)["changes"]
        if change["certainty"] == "stated" and change["source"] is None
    ]
    assert unsourced == []
    assert all(figure["source"] for figure in paper(restructure)["stated"])


@every_paper
def test_hours_that_no_paper_states_are_not_nought(restructure):
    assert paper(restructure)["before"]["fte"][1] is None
    assert paper(restructure)["after"]["fte"][1] is None


@every_paper
def test_a_difference_over_what_is_unknown_has_no_figure(restructure):
    for each in (row for by in paper(restructure)["posts_by"].values() for row in by):
        open_ended = any(each[side] and None in each[side] for side in ("before", "after"))
        assert not open_ended or None in (each["difference"] or [None])


@every_paper
def test_contracts_people_and_pounds_are_never_computed(restructure):
    kept = [
        figure
        for figure in paper(restructure)["stated"]
        if figure["counts"] in ("contracts", "people", "pounds")
    ]
    assert all(figure["computed"] is figure["between"] is None for figure in kept)
