"""Numbers in sentences on a council made from a spreadsheet: its posts have no categories (C1)."""

from dataclasses import replace

import pytest

from posts.snapshot import Origin
from reports.checks.ranks import rank_of, ranks
from reports.proposal import Recommendation
from tests.checking import found
from tests.spreadsheet import GONE, after, before, said

EITHER = "15 in the existing structure and 14 in the proposed structure"
ONE_LESS = "the two structures give −1"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        # in a row
        ("The directorate has three divisions and 12 posts.", f"12 posts”: {EITHER}"),
        ("The directorate has [divisions, existing] divisions and 12 posts.",
         f"12 posts”: {EITHER}"),
        ("The council comprises three divisions, three Assistant Directors and 12 posts.",
         f"12 posts”: {EITHER}"),
        ("The new structure has 9 posts in two divisions.",
         "9 posts”: 12 to 14 in the proposed structure"),
        ("There will be 12 posts in the new structure.", "12 posts”: 14 in the proposed structure"),
        # what becomes of what
        ("Three divisions become four.", "Three divisions become four”: 2 in the proposed"),
        ("The three divisions are merged into one.", "three divisions are merged into one”: 2 in"),
        ("Four divisions become two.", "Four divisions become two”: 3 in the existing structure"),
        ("The number of posts falls by six.", f"falls by six”: {ONE_LESS}"),
        ("The number of posts is reduced by six posts.", f"reduced by six posts”: {ONE_LESS}"),
        ("It means reducing posts by six.", f"by six”: {ONE_LESS}"),
        ("The number of posts rises by two.", f"rises by two”: {ONE_LESS}"),
        ("There will be six fewer posts.", f"six fewer posts”: {ONE_LESS}"),
        ("Posts fall by one, from 15 to 12.", "from 15 to 12”: 14 in the proposed structure"),
        ("The number of posts will be 12.", "will be 12”: 14 in the proposed structure"),
        ("The three Assistant Director posts become four posts.", "become four posts”: 2 in the"),
        # deeds
        ("Two posts are deleted.", "Two posts are deleted”: the two structures give 3"),
        ("It is proposed to delete six posts.", "delete six posts”: the two structures give 3"),
        ("Six posts are proposed for deletion.", "for deletion”: the two structures give 3"),
        ("Seven new posts are created.", "Seven new posts are created”: the two structures give 2"),
        ("The creation of seven posts is proposed.", "creation of seven posts”: the"),
        ("Three posts are deleted and four created.", "four created”: the two structures give 2"),
        ("It deletes three posts and creates four.", "creates four”: the two structures give 2"),
        ("Deleting a total of six posts.", "Deleting a total of six posts”: the two structures"),
        ("Six posts are deleted in Highways.", "Six posts are deleted”: the two structures give 3"),
        ("Four posts are regraded.", "Four posts are regraded”: the two structures give 1"),
        ("Two divisions are closed.", "Two divisions are closed”: the two structures give 1"),
        ("Two Assistant Directors are deleted.", "are deleted”: the two structures give 1"),
        # ranks
        ("There are three Assistant Directors in the proposed structure.",
         "three Assistant Directors”: 2 in the proposed structure"),
        ("The current structure has four Assistant Directors.",
         "four Assistant Directors”: 3 in the existing structure"),
        ("The number of Assistant Directors falls from three to one.", "three to one”: 2 in the"),
        # hours
        ("The FTE falls from 15 to 10.", "from 15 to 10”: 14 in the proposed structure"),
        ("The FTE falls from 15.0 to 10.5.", "from 15.0 to 10.5”: 14 in the proposed structure"),
        ("The proposed structure has 11 FTE posts.", "11 FTE posts”: 14 in the proposed structure"),
    ],
)  # fmt: skip
def test_a_number_that_the_structures_do_not_bear_out_is_found(text, by):
    (one, *_) = said(text)
    assert by in one


@pytest.mark.parametrize(
    "text",
    [
        "The directorate has three divisions and 15 posts.",
        "The directorate has three divisions and two posts are vacant.",
        "The directorate has three divisions with two posts each.",
        "The new structure has 14 posts in two divisions.",
        "The new structure has 13 posts in its two divisions.",
        "The new structure has four posts in Housing.",
        "The three divisions become two, and two teams become one.",
        "Two divisions become one.",
        "Three divisions become services, and five posts fall by two grades.",
        "The number of posts falls by one, from 15 to 14.",
        "The number of posts in Housing falls by three.",
        "Housing is reshaped. The number of posts falls by three.",
        "There will be six fewer posts than in 2015.",
        "Three posts are deleted and two created.",
        "Two posts are deleted in Highways. In Highways, two posts are deleted.",
        "Of these, two posts are deleted.",
        "In phase 1 two posts are deleted.",
        "In 2019 six posts were deleted; six posts have been deleted since.",
        "It is not proposed to delete six posts. Up to six posts may be deleted.",
        "Instead of deleting six posts, hours are cut.",
        "The loss of three posts is regretted.",
        "There are two posts in the structure that report to the Council.",
        "The number of posts will be 12 in Housing, and will be reduced by 2.5 posts.",
        "Option B would delete six posts; in other councils six posts are deleted.",
        "Two posts are deleted by agreement.",
        "The deletion of these two posts saves little.",
        "Six posts are moved to the new offices.",
        "Two Assistant Directors will be interviewed.",
        "There are three Assistant Directors at present and there will be two.",
        "The FTE falls from 15 to 14.",
        "The FTE falls from 15.0 to 14.0.",
        "Five FTE posts are part time.",
    ],
)
def test_a_number_that_a_reader_could_take_to_be_right_is_let_be(text):
    assert said(text) == []


def test_what_is_said_below_the_heading_of_one_division_is_let_be():
    assert said("Two posts are deleted.", heading="Highways") == []


def test_a_recommendation_is_held_to_the_same():
    asks = Recommendation(number="1", verb="approve", text="the deletion of six posts")
    sides = {"before": before(), "after": after()}
    (one,) = found("C1", recommendations=(asks,), **sides)
    assert one == "look: “deletion of six posts”: the two structures give 3"


def test_posts_that_are_merged_into_one_may_be_called_deleted_and_that_one_created():
    merged = [Origin(key="data", came_from=each, share="whole") for each in ("lights", "roads")]
    of = {"after": replace(after(), origins=tuple(merged), endings=GONE[:2])}
    for text in ("One post is deleted.", "Three posts are deleted.", "Two posts are created."):
        assert said(text, **of) == []
    (one,) = said("Nine posts are deleted.", **of)
    assert "the two structures give 1 to" in one


# ---- ranks ----


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Assistant Director Housing", "assistant director"),
        ("Assistant Director – Housing", "assistant director"),
        ("Head of Service, Adoption", "head of service"),
        ("Adoption Team Manager", "team manager"),
        ("Deputy Assistant Director Housing", "deputy assistant director"),
        ("PA to the Assistant Director", None),
        ("Director of Place", None),
        ("Head of Care", None),
        ("Housing Officer", None),
    ],
)
def test_a_title_has_the_rank_with_which_it_begins_or_ends(title, rank):
    assert rank_of(title) == (tuple(rank.split()) if rank else None)


def test_only_what_several_titles_repeat_is_a_rank():
    assert ranks(["Assistant Director Housing", "Assistant Director Parks", "Team Leader"]) == [
        "Assistant Director"
    ]
