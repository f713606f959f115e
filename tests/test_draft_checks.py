"""What fails in a draft: loops, heads, statutory posts, services, posts, spans."""

from dataclasses import replace
from functools import partial

import pytest

from posts.snapshot import ACTING_HEAD, Leads
from reports import drafts
from reports.comparison import Comparison
from reports.proposal import Proposal, Scope
from tests import papers
from tests.draft_texts import HEADS, draft, existing
from tests.literals import structure

FUTURES = (
    "  division learning",
    "  division futures | Futures\n    - x | Clerk\n  division learning",
)


def headings(found):
    return [f"{each.severity}: {each.heading}" for each in drafts.failing(found)]


def test_a_copy_passes_every_check():
    assert headings(draft()) == []
    assert headings(draft(limit=2)) == []
    assert (drafts.asked(draft()), drafts.asked(draft(limit=2))) == (11, 12)


# Sound


def test_a_unit_below_itself_is_a_loop_and_nothing_else_is_asked():
    found = draft(without=["hol"])
    units = found.after.units
    loop = {"care": replace(units["care"], parent="youth")}
    after = replace(found.after, units=units | loop)
    looping = drafts.Draft(replace(found.comparison, after=after))
    assert headings(looping) == ["must: A unit stands below itself"]
    assert drafts.failing(looping)[0].text == "Care; Youth. One of them has to stand elsewhere."


def test_posts_that_report_to_each_other_are_a_loop():
    found = draft(("tier=2 | grade=G9 | reports_to=dcs", "reports_to=sw"))
    assert headings(found)[0] == "must: A post reports, in the end, to itself"


def test_two_posts_with_one_number_are_found_out():
    found = draft(
        ("Social Worker |", "Social Worker | post_number=7 |"),
        ("Youth Worker |", "Youth Worker | post_number=7 |"),
    )
    assert headings(found) == ["must: Youth Worker has the post number of Social Worker (7)"]
    assert drafts.failing(found)[0].mends[0].keys == ("yw",)


# Heads


def test_a_division_that_lost_its_head_is_left_without():
    found = draft(without=["hol"], leads=HEADS[:2])
    assert headings(found) == []  # nothing is in Learning any more but its name
    found = draft(("- hol |", "- other |"), leads=HEADS[:2], endings=["hol"])
    assert "must: 1 division is without a head" in headings(found)
    assert drafts.failing(found)[0].keys == ("learning",)


def test_a_new_division_needs_a_head_and_an_acting_one_will_do():
    found = draft(FUTURES, origins=["futures new", "x new"])
    assert headings(found)[0] == "must: 1 division is without a head"
    acting = Leads(post="x", unit="futures", how=ACTING_HEAD)
    found = draft(FUTURES, origins=["futures new", "x new"], leads=(*HEADS, acting))
    assert "must: 1 division is without a head" not in headings(found)


def test_a_kind_of_unit_that_has_no_heads_needs_none():
    new = ("    service youth", "    service play | Play\n      - x | Clerk\n    service youth")
    assert headings(draft(new, origins=["play new"])) == []


def test_where_nothing_is_listed_in_full_a_head_may_be_there_unlisted():
    before = existing(complete=None)
    assert headings(draft(FUTURES, origins=["futures new"], complete=None, before=before)) == []
    left = draft(complete=None, before=before, leads=HEADS[:2])
    assert headings(left) == ["look: No head is stated for 1 division"]


def test_a_head_that_was_deleted_is_gone_also_where_nothing_is_listed_in_full():
    found = draft(
        ("- hol |", "- other |"),
        complete=None,
        before=existing(complete=None),
        leads=HEADS[:2],
        endings=["hol"],
    )
    assert "must: 1 division is without a head" in headings(found)


def test_a_division_that_had_no_head_before_is_for_information():
    before = existing(leads=HEADS[:2])
    assert headings(draft(before=before, leads=HEADS[:2])) == [
        "info: No head is stated for 1 division, as before"
    ]
    assert drafts.fails(drafts.failing(draft(before=before, leads=HEADS[:2]))) == 0


def test_where_only_the_draft_states_heads_a_unit_without_is_looked_at():
    found = draft(before=existing(leads=()), leads=HEADS[1:2])
    assert headings(found) == ["look: No head is stated for 1 division"]


def test_what_is_out_of_scope_needs_no_head():
    found = draft(
        ("- hol |", "- other |"), leads=HEADS[:2], scope=[Scope(key="learning", scope="out")]
    )
    assert headings(found) == []


def test_two_heads_are_looked_at_unless_they_were_there_before():
    both = (*HEADS, Leads(post="sw", unit="care"))
    assert headings(draft(leads=both)) == ["look: 1 division has more than one head"]
    assert drafts.failing(draft(leads=both))[0].text == "Care: Head of Care and Social Worker."
    assert headings(draft(leads=both, before=existing(leads=both))) == []


# Statutory posts


def test_a_statutory_post_that_is_deleted_is_missed():
    found = draft(without=["dcs"], leads=HEADS[1:], endings=["dcs"])
    found = replace(found, comparison=replace(found.comparison, after=_reporting_to_none(found)))
    assert "must: No post is stated to be the statutory director of children's services" in (
        headings(found)
    )


def _reporting_to_none(found):
    posts = {
        key: replace(post, line="none", reports_to=None) if post.reports_to == "dcs" else post
        for key, post in found.after.posts.items()
    }
    return replace(found.after, posts=posts)


def test_a_statutory_role_that_another_post_takes_over_is_not_missed():
    role = "statutory=director of children's services"
    found = draft((f" | {role}", ""), ("Head of Care |", f"Head of Care | {role} |"))
    assert headings(found) == []


def test_a_statutory_role_that_is_only_not_stated_any_more_is_looked_at():
    found = draft((" | statutory=director of children's services", ""))
    (one,) = drafts.failing(found)
    assert one.severity == "look"
    assert one.text == (
        "Director of Children's Services, which was, is not stated to be it in the draft."
    )
    assert (one.mends[0].act, one.mends[0].field) == ("change", "statutory")


def test_a_statutory_post_that_a_paper_says_ends_is_not_asked_after():
    ends = papers.structures("barking-and-dagenham")["proposed-2005"].endings
    assert any(each.sources for each in ends)
    found = _paper("barking-and-dagenham-2005")
    assert not [each for each in headings(found) if "statutory" in each]


def test_a_statutory_role_held_twice_is_looked_at():
    role = "statutory=director of children's services"
    found = draft(("Head of Care |", f"Head of Care | {role} |"))
    assert headings(found) == ["look: 2 posts are the statutory director of children's services"]


# Where services go


def test_a_service_that_closes_without_a_word_goes_nowhere():
    found = draft(without=["youth", "yw"], endings=["youth", "yw"])
    assert headings(found) == ["look: 1 service goes nowhere"]


@pytest.mark.parametrize(
    "rest",
    [
        {"origins": ["learning part youth"]},
        {"swaps": [("    service youth | Youth\n", "")]},
    ],
    ids=["part of it is said to go elsewhere", "its posts stand elsewhere"],
)
def test_a_service_that_closes_and_went_somewhere_is_accounted_for(rest):
    rest = {"without": ["youth"], "endings": ["youth"]} | rest
    found = draft(*rest.pop("swaps", ()), **rest)
    assert "look: 1 service goes nowhere" not in headings(found)


def test_where_nothing_is_listed_in_full_the_fate_of_a_service_is_open():
    found = draft(without=["youth", "yw"], complete=None, before=existing(complete=None))
    assert headings(found) == [
        "look: What becomes of 1 service is not stated",
        "look: What becomes of 1 existing post is not stated",
    ]


# Posts


def test_posts_that_end_and_begin_in_one_unit_wait_for_a_match():
    new = ("- sw | Social Worker", "- fw | Family Worker")
    found = draft(new, origins=["fw new"], endings=["sw"])
    (one,) = drafts.failing(found)
    assert one.heading == "1 existing post, 1 proposed, no match stated"
    assert one.text == (
        "Existing: Social Worker. Proposed: Family Worker. "
        "Say which becomes which, or leave it open."
    )


def test_a_post_formed_from_another_is_matched():
    new = ("- sw | Social Worker", "- fw | Family Worker")
    assert headings(draft(new, origins=["fw mostly sw"])) == []


def test_a_post_that_ends_in_one_unit_does_not_match_one_in_another():
    new = ("- hol |", "- clerk | Clerk\n    - hol |")
    found = draft(new, without=["sw"], origins=["clerk new"], endings=["sw"])
    assert headings(found) == []


def test_heads_of_new_divisions_may_be_what_the_posts_of_the_directorate_become():
    before = structure(
        "directorate cs | CS\n  - ads | ? | number=5 | category=Assistant Director | tier=2",
        complete=2,
    )
    after = structure(
        "directorate cs | CS\n  division fam | Families\n    - ad | Assistant Director | tier=2",
        complete=2,
        origins=["fam new", "ad new"],
        endings=["ads"],
        leads=[Leads(post="ad", unit="fam")],
    )
    found = drafts.Draft(
        Comparison("B", Proposal(key="", title="", before="", after=""), before, after)
    )
    assert headings(found) == ["look: 5 existing posts, 1 proposed, no match stated"]


def test_a_new_post_without_a_grade_is_looked_at_where_such_posts_have_one():
    new = ("    service youth", "    - x | Adviser | category=Officer\n    service youth")
    assert headings(draft(new, origins=["x new"])) == ["look: 1 new post has no grade"]
    graded = (new[0], new[1].replace("category=Officer", "category=Officer | grade=G5"))
    assert headings(draft(graded, origins=["x new"])) == []
    other = (new[0], new[1].replace("category=Officer", "category=Trainee"))
    assert headings(draft(other, origins=["x new"])) == []


def test_a_line_that_was_stated_and_is_no_longer_is_looked_at():
    found = draft(("- sw | Social Worker | reports_to=hoc", "- sw | Social Worker"))
    assert headings(found) == ["look: To whom 1 post reports is not stated any more"]


# Spans of control


def test_a_span_is_over_its_limit_only_if_the_council_sets_one():
    new = ("    service youth", "    - x | Adviser | number=3 | reports_to=hoc\n    service youth")
    found = partial(draft, new, origins=["x new"])
    assert headings(found(limit=None)) == []
    assert headings(found(limit=5)) == []
    assert headings(found(limit=4)) == ["look: More than 4 posts report to one post"]
    assert drafts.failing(found(limit=4))[0].text == "Head of Care: 5."


def test_of_posts_whose_number_is_not_stated_one_is_counted():
    new = ("    service youth", "    - x | Adviser | number=? | reports_to=hoc\n    service youth")
    found = partial(draft, new, origins=["x new"])
    assert headings(found(limit=3)) == []
    assert drafts.failing(found(limit=2))[0].text == "Head of Care: at least 3."


def test_several_alike_share_those_who_report_to_them():
    found = draft(("Head of Care |", "Head of Care | number=2 |"), limit=1)
    assert "Head of Care" not in drafts.failing(found)[0].text
    unknown = draft(("Head of Care |", "Head of Care | number=? |"), limit=1)
    assert "Head of Care" not in drafts.failing(unknown)[0].text


def test_a_span_that_was_over_its_limit_before_is_for_information():
    assert headings(draft(limit=1)) == [
        "info: More than 1 posts report to each of 2 posts, as before"
    ]


# The five papers


def _paper(restructure):
    slug = papers.COUNCILS[restructure]
    known = papers.structures(slug)
    stated = {each.key: each for each in papers.council_file(slug).proposals}[restructure]
    return drafts.Draft(Comparison(slug, stated, known[stated.before], known[stated.after]), 8)


NO_FALSE_ALARM = {
    "dudley-2009": ["look: 3 existing posts, 4 proposed, no match stated"],
    "kent-2009": ["look: 5 existing posts, at least 1 proposed, no match stated"],
    "barking-and-dagenham-2005": [
        "look: 6 existing posts, 5 proposed, no match stated",
        "look: What becomes of 7 existing posts is not stated",
    ],
    "leeds-2010": [
        "look: What becomes of 1 service is not stated",
        "look: 6 existing posts, 4 proposed, no match stated",
        "look: What becomes of 1 existing post is not stated",
    ],
    "dudley-2023": ["look: What becomes of 1 unit is not stated"],
}


@pytest.mark.parametrize("restructure", NO_FALSE_ALARM)
def test_a_paper_is_asked_only_what_it_leaves_open(restructure):
    assert headings(_paper(restructure)) == NO_FALSE_ALARM[restructure]
