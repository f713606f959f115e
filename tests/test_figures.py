"""Figures by their names: what each comes to, and what happens to a name that nothing has."""

import pytest

from reports.comparison import Comparison
from reports.counts import Count
from reports.figures import Figures
from reports.figures.figure import change_in_words, in_words
from reports.proposal import Fate, Filling, Proposal, Scope
from tests.figures_page import PAGE, comparison_of, page
from tests.literals import structure

BEFORE = """
directorate cs | Children's Services
  - dcs | Director of Children's Services | tier=1 | category=Director | fte=1
  division fam | Families
    - head | Head of Families | tier=2 | category=Head of Service | grade=Level 5 | fte=1
    - officers | Officer | tier=2 | number=3 | fte=0.5
    team sup1 | Support
  division sch | Schools
    - adviser | Adviser | tier=2 | category=Head of Service | state=vacant | fte=1
    team sup2 | Support
"""
AFTER = """
directorate cs | Children's Services
  - dcs | Director of Children's Services | tier=1 | category=Director | fte=1
  division fam | Families & Youth
    - head | Head of Families | tier=2 | category=Head of Service | grade=Level 6 | fte=1
    - officers | Officer | tier=2 | number=3 | fte=0.5
    team sup1 | Support
    team sup2 | Support
"""


def figures(before=BEFORE, after=AFTER, **stated):
    was, becomes = structure(before, complete=3, key="was"), structure(after, complete=3, key="is")
    proposal = Proposal(key="cs", title="Families", before="was", after="is", **stated)
    return Figures(Comparison("The Borough", proposal, was, becomes))


def test_the_page_of_figures_is_what_the_program_has():
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("posts, existing", "6"),
        ("posts, proposed", "5"),
        ("posts, difference", "−1"),
        ("change in posts", "a reduction of one post"),
        ("FTE, existing", "4.5"),
        ("change in FTE", "a reduction of one FTE"),
        ("divisions, existing", "2"),
        ("names of divisions, proposed", "Families & Youth"),
        ("Head of Service posts, existing", "2"),
        ("Heads of Service, existing", "2"),
        ("change in Heads of Service", "a reduction of one Head of Service post"),
        ("change in Director posts", "no change in the number of Director posts"),
        ("tier 2 posts, existing", "5"),
        ("posts to tier 1, proposed", "1"),
        ("vacant posts, existing", "1"),
        ("posts deleted", "1"),
        ("names of posts deleted", "Adviser"),
        ("posts regraded", "1"),
        ("posts retitled", "0"),
        ("names of posts retitled", "none"),
        ("Head of Service posts deleted", "1"),
        ("posts unchanged", "4"),
        ("units closed", "1"),
        ("units renamed", "1"),
        ("services that move", "1"),
        ("posts in Families & Youth, proposed", "4"),
        ("FTE in Families and Youth, existing", "2.5"),
        ("title", "Families"),
        ("takes effect", "not stated"),
        ("the committee", "the meeting"),
        ("what is asked", "for no decision"),
        ("people at risk", "not stated"),
    ],
)
def test_a_figure_says_what_the_structures_have(name, text):
    assert figures().text(name) == text


def test_a_name_is_found_whatever_its_case_and_spaces():
    found = figures()
    for name in ("Posts, Existing", "  posts ,existing", "POSTS   EXISTING", "posts existing"):
        assert found.text(name) == "6"


def test_small_numbers_can_be_words():
    found = figures()
    assert found.text("posts, existing, in words") == "six"
    assert found.text("posts retitled, in words") == "no"
    assert found.text("takes effect, in words") == "not stated"


@pytest.mark.parametrize(
    ("restructure", "name", "text"),
    [
        ("dudley-2009", "stated: spot point of an Assistant Director", "£71,795"),
        ("dudley-2023", "stated: number of service areas, in words", "three"),
        ("kent-2009", "stated: number of Director posts", "−2"),
        ("kent-2009", "stated change: number of Director posts",
         "a reduction of two Director posts"),
        ("dudley-2009", "functions of Transforming Futures (Strategic Planning)",
         "Cabinet and Select Committee, Children's and School Workforce Development, Integrated "
         "14-19 youth provision (Targeted youth provision, Youth Offending Team, 16+ team and "
         "Connexions), Building Schools for the Future and Township / locality / place planning "
         "and development"),
        ("dudley-2009", "functions of Resources", "not stated"),
        ("dudley-2023", "remit of Tipton Road", "For children with disabilities"),
        ("dudley-2009", "remit of Resources", "not stated"),
    ],
)  # fmt: skip
def test_a_figure_says_what_a_paper_states(restructure, name, text):
    assert Figures(comparison_of(restructure)).text(name) == text


def test_a_name_that_nothing_has_is_told_the_nearest():
    found = figures()
    assert found.text("posts delleted") is None
    assert found.nearest("posts delleted") == "posts deleted"
    assert found.nearest("heads of servise, existing") == "Head of Service posts, existing"
    assert found.nearest("zzzzzzzzzzzzzzz") is None


def test_units_of_one_name_are_told_apart_by_what_they_stand_in():
    names = [each.name for each in figures() if each.name.startswith("head of Support")]
    assert "head of Support, existing" not in names
    assert len({name for name in names if name.endswith("existing")}) == 2


def test_who_heads_a_unit_is_named_and_an_acting_head_said_to_be_one():
    found = Figures(comparison_of("dudley-2009"))
    assert found.text("head of Children and Families") == "Assistant Director Children and Families"
    assert found.text("head of Early Years") == "not stated"


def test_what_a_division_is_made_up_from_is_the_papers_sentence():
    found = Figures(comparison_of("dudley-2009"))
    assert found.text("made up from Children and Families").startswith(
        "This division is largely made up from Children's Specialist Services, without "
    )


def test_what_is_not_known_is_never_nought():
    found = Figures(comparison_of("kent-2009"))
    assert found.text("Directors, existing") == "at least 5"
    assert found.text("posts deleted") == "not stated"
    assert "cannot be computed" in found.text("change in Director posts")


def test_barkings_eleven_senior_posts_become_six():
    found = Figures(comparison_of("barking-and-dagenham-2005"))
    assert found.text("posts to tier 2, existing") == "11"
    assert found.text("posts to tier 2, proposed") == "6"
    assert found.text("posts in scope, existing") == "7"
    assert found.text("posts out of scope, existing") == "4"
    assert found.text("Heads of Service, proposed") == "5"


def test_a_figure_of_which_the_paper_says_two_things_says_both():
    found = Figures(comparison_of("dudley-2009"))
    assert found.text("stated: interim Assistant Directors to be replaced") == "2 (¶6) or 1 (¶15)"
    assert Figures(comparison_of("dudley-2023")).text("stated contracts") == "405"


def test_people_contracts_and_posts_are_counted_apart():
    fates = (
        Fate(key="officers", outcome="at risk", people=4, at_risk=2),
        Fate(key="adviser", outcome="vacancy deleted", people=0),
    )
    found = figures(fates=fates, fillings=(Filling(key="head", way="slotted in"),))
    assert found.text("people affected") == "4"
    assert found.text("people at risk") == "2"
    assert found.text("contracts affected") == "not stated"
    assert found.text("posts at risk") == "at least 3"
    assert found.text("vacancies deleted") == "at least 1"
    assert found.text("posts to be slotted into") == "at least 1"
    assert found.text("posts whose holders stay") == "not stated"


def test_of_those_who_stay_and_of_vacancies_nobody_is_at_risk_and_people_stay_not_stated():
    stays, gone = Fate(key="head", outcome="stays"), Fate(key="adviser", outcome="vacancy deleted")
    found = figures(fates=(stays, gone, Fate(key="officers", people=4, at_risk=2, dismissals=1)))
    assert found.text("people at risk") == "2"
    assert found.text("proposed dismissals") == "1"
    assert found.text("people affected") == "at least 4"
    found = figures(fates=(Fate(key="head", outcome="stays", at_risk=1), gone))
    assert found.text("proposed dismissals") == "not stated"


def test_posts_whose_holders_are_at_risk_are_in_a_ring_fence_where_one_is_named():
    fates = (
        Fate(key="officers", outcome="at risk", ring_fence="Officers"),
        Fate(key="adviser", outcome="ring-fence", ring_fence="Officers"),
    )
    found = figures(fates=fates)
    in_fence = "posts whose holders are in a ring-fence"
    assert len(found.get(in_fence).posts()) == 2
    assert len(found.get("posts at risk").posts()) == 1


def test_posts_are_counted_by_outcome_where_it_is_recorded_of_each():
    before = figures().comparison.before.posts
    found = figures(fates=tuple(Fate(key=key, outcome="stays") for key in before))
    assert found.text("posts at risk") == "0"
    assert found.text("posts whose holders stay").isdigit()


def test_the_names_of_posts_that_may_be_meant_are_not_told_as_sure():
    found = Figures(comparison_of("dudley-2009"))
    assert found.text("posts deleted") == "2 to 5"
    assert found.text("names of posts deleted").endswith(", and perhaps others")


def test_posts_out_of_scope_are_counted_where_they_are():
    found = figures(scope=(Scope(key="sch", scope="out"),))
    assert found.text("posts out of scope, existing") == "1"
    assert found.text("posts in scope, existing") == "5"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (Count(-2, -2), "a reduction of two Director posts"),
        (Count(1, 1), "an increase of one Director post"),
        (Count(2, None), "an increase of at least two Director posts"),
        (Count(-3, -2), "a reduction of two to three Director posts"),
        (Count(0, 0), "no change in the number of Director posts"),
        (Count(-1, 1), "a change in the number of Director posts that cannot be computed"),
        (Count(None, None), "a change in the number of Director posts that cannot be computed"),
    ],
)
def test_a_difference_is_said_as_a_sentence_has_it(change, says):
    assert change_in_words(change, "Director post", "Director posts") == says


def test_counts_are_spelt_up_to_twelve():
    assert in_words(Count(12, 12)) == "twelve"
    assert in_words(Count(13, 13)) == "13"
    assert in_words(Count(22, 23)) == "22 to 23"
    assert in_words(Count(0, None)) == "not stated"


def test_figures_to_pick_from_have_every_word_that_is_typed():
    found = [each.name for each in figures().matching("head serv exist")]
    assert "Head of Service posts, existing" in found
    assert all("existing" in name for name in found)
    assert len(figures().matching("", most=5)) == 5


def test_a_family_is_only_made_when_a_name_may_be_in_it():
    found = figures()
    assert found.text("title") == "Families"
    assert len(found._made) == 1
