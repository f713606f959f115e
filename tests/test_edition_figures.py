"""Which figures an edition leaves out: those that it would give otherwise than they are."""

from dataclasses import replace

import pytest

from reports.comparison import Comparison
from reports.edition_figures import UNTOLD, figures_left_out
from reports.editions import EXEMPT, PUBLIC, redacted
from reports.figures import Figures
from reports.formats.posts import posts_of
from reports.proposal import Fate, Proposal
from tests import made_up
from tests.literals import structure
from tests.planted import Planted, comparison
from tests.test_parts import parts

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


REGRADED = """unit u | Care
  - a | Head of Care | grade={}
  - b | Head of More | grade=G1
  - c | Officer | grade=G1 | number=4
"""


def regraded(edition):
    before, after = (structure(REGRADED.format(grade), complete=9) for grade in ("G1", "G2"))
    fates = (Fate(key="b", outcome="at risk", people=1),)
    proposal = Proposal(key="p", title="P", before="was", after="is", fates=fates)
    sides = replace(before, key="was"), replace(after, key="is")
    return redacted(Comparison("Town", proposal, *sides), edition)


def test_a_post_whose_new_grade_is_left_out_is_not_called_unchanged():
    public, exempt = regraded(PUBLIC), regraded(EXEMPT)
    for kept, is_told in ((public, False), (exempt, True)):
        tables = str([parts(kept).blocks(name) for name in ("schedule of posts", "what changes")])
        assert ("but for what is left out of this edition" in tables) is not is_told
        assert ("'Regraded', 'left out of this edition'" in tables) is not is_told
        assert ("'Regraded', '1 post'" in tables) is is_told
        listed = posts_of(kept).rows[0]
        says = "Regraded" if is_told else "Unchanged, but for what is left out of this edition"
        assert listed[0] == says
