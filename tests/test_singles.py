"""How many people hold a post, of which several things may be recorded."""

import pytest

from posts.snapshot import Post
from reports.comparison import Comparison
from reports.editions import PUBLIC, redacted
from reports.figures import Figures
from reports.proposal import Fate, Proposal
from reports.singles import is_single
from tests.literals import structure


def fate(people, outcome="stays"):
    return Fate(key="p", outcome=outcome, people=people)


@pytest.mark.parametrize(
    ("number", "people", "single"),
    [
        (5, (4, 1), True),
        (2, (1, 1), True),
        (5, (3, 2), False),
        (1, (2,), False),
        (1, (0,), False),
        (5, (1,), True),
        (5, (1, None), True),
        (1, (1, None), True),
        (1, (), True),
        (5, (), False),
    ],
)
def test_a_fate_of_one_person_makes_a_post_that_of_one_holder(number, people, single):
    assert is_single(Post(key="p", number=number), [fate(each) for each in people]) is single


def test_no_row_of_staff_affected_is_of_one_person():
    side = structure("unit u | Care\n  - p | Worker | number=2", complete=9)
    fates = (fate(1, "at risk"), fate(1))
    plan = Proposal(key="x", title="X", before="s", after="s", fates=fates)
    assert redacted(Comparison("The Borough", plan, side, side), PUBLIC).proposal.fates == ()


def figures(number, *outcomes, certainty="stated"):
    """The figures where a post of so many has these fates."""
    post = f"p | Worker | number={number} | certainty={certainty}"
    side = structure(f"unit u | Care\n  - {post}", complete=9)
    fates = tuple(fate(None, each) for each in outcomes)
    plan = Proposal(key="x", title="X", before="s", after="s", fates=fates)
    return Figures(Comparison("The Borough", plan, side, side))


@pytest.mark.parametrize(
    ("number", "outcomes", "at_risk"),
    [
        (5, ("at risk",), "5"),
        (5, ("slotted in", "at risk"), "1 to 4"),
        (5, ("slotted in", "redeployed", "at risk"), "1 to 3"),
        (2, ("slotted in", "at risk"), "1"),
        ("?", ("slotted in", "at risk"), "at least 1"),
        (5, ("at risk", "at risk"), "5"),
    ],
)
def test_posts_with_several_fates_are_counted_as_closely_as_is_known(number, outcomes, at_risk):
    assert figures(number, *outcomes).text("posts at risk") == at_risk


@pytest.mark.parametrize(
    ("number", "outcomes", "at_risk"),
    [
        (2, ("at risk",), "0 to 2"),
        (2, ("slotted in", "at risk"), "0 to 1"),
        (4, ("slotted in", "at risk"), "0 to 3"),
        ("?", ("slotted in", "at risk"), "not stated"),
    ],
)
def test_of_posts_that_may_not_be_there_none_need_be_at_risk(number, outcomes, at_risk):
    assert figures(number, *outcomes, certainty="uncertain").text("posts at risk") == at_risk


def test_an_outcome_that_is_not_stated_is_of_some_of_the_posts_and_may_be_any():
    partly = figures(4, "stays", None)
    assert partly.text("posts whose holders stay") == "at least 1"
    assert partly.text("posts at risk") == "not stated"
    assert figures(4, None).text("posts whose holders stay") == "not stated"
