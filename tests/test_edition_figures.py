"""Which figures an edition leaves out: those that it would give otherwise than they are."""

from dataclasses import replace

import pytest

from reports.comparison import Comparison
from reports.edition_figures import UNTOLD, figures_left_out
from reports.editions import PUBLIC, redacted
from reports.figures import Figures
from reports.proposal import Fate, Proposal
from tests import made_up
from tests.planted import Planted, comparison

GOES = Planted(people=1, goes=True)
OTHERWISE = {
    "cost_centre": "C1", "location": "Room 1", "note": "Of somebody", "filled_by": "a panel",
    "grade": "Grade 99", "state": "seconded", "changed": ("grade",),
}  # fmt: skip


def town(**facts):
    """A made-up restructure in which some are at risk; every post has these facts besides."""
    before = made_up.snapshot(80, key="before")
    after = made_up.changed(before, key="after")
    fates = tuple(Fate(key=key, outcome="at risk", people=1) for key in ("p5", "p6"))
    proposal = Proposal(key="a", title="A", before="before", after="after", fates=fates)
    sides = (
        replace(side, posts={key: replace(post, **facts) for key, post in side.posts.items()})
        for side in (before, after)
    )
    return Comparison("Town", proposal, *sides)


def texts(family, whole):
    return [(figure.name, figure.text) for figure in family(whole)]


@pytest.mark.parametrize("family", UNTOLD)
def test_figures_tell_nothing_of_what_they_are_not_compared_by(family):
    plain = texts(family, town())
    for field in UNTOLD[family]:
        assert texts(family, town(**{field: OTHERWISE[field]})) == plain, field


@pytest.mark.parametrize("whole", [town(), comparison([GOES, GOES]), comparison([GOES, Planted()])])
def test_every_figure_that_differs_is_left_out_and_no_other(whole):
    kept = redacted(whole, PUBLIC)
    left_out = figures_left_out(whole, kept)
    given = {each.name: each.text for each in Figures(replace(kept, left_out=whole.left_out))}
    differ = {each.name for each in Figures(whole) if given.get(each.name) != each.text}
    assert differ
    assert {each.name for each in Figures(whole) if each.name in left_out} == differ
