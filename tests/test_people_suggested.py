"""What may be suggested for a post from the comparison alone, and what only a council can judge."""

import pytest

from posts.snapshot import Ending, Origin, Post, Snapshot
from reports.comparison import Comparison
from reports.people.suggesting import Suggesting
from reports.proposal import Proposal, Scope

POST = Post(key="a", title="Adviser", line="none")


def two(*keys, **fields):
    """Posts with keys, all with the same fields."""
    return [Post(key=key, title=f"Adviser {key}", line="none", **fields) for key in keys]


def side(posts, **fields):
    """A structure that lists all its posts."""
    known = {post.key: post for post in posts}
    return Snapshot(key="s", title="S", complete_to_tier=1, posts=known, **fields)


def suggesting(before, after, scope=(), **fields):
    """What is suggested where some posts become others."""
    proposal = Proposal(key="r", title="R", before="s", after="t", scope=scope)
    return Suggesting(Comparison("C", proposal, side(before), side(after, **fields)))


def fate(before, after, **fields):
    """The word suggested for the first post before."""
    found = suggesting(before, after, **fields).fate(before[0].key)
    return found and found.word


def filling(before, after, **fields):
    """The word suggested for the first post after."""
    found = suggesting(before, after, **fields).filling(after[0].key)
    return found and found.word


GONE = [Ending(key="a")]


@pytest.mark.parametrize(
    ("fields", "becomes", "word"),
    [
        ({}, {}, "stays"),
        ({}, {"title": "Senior Adviser"}, "stays"),
        ({}, {"grade": "9"}, "stays"),
        ({"grade": "8"}, {"grade": "9"}, None),
        ({"number": 3}, {"number": 2}, "ring-fence"),
        ({"number": 2}, {"number": 3}, None),
        ({"number": None}, {"number": 2}, "stays"),
        ({"state": "vacant"}, {}, None),
        ({"state": "vacant", "number": 3}, {"number": 2}, None),
    ],
)
def test_a_post_that_is_still_there(fields, becomes, word):
    before = two("a", **fields)
    after = [Post(**{**_fields(before[0]), **becomes})]
    assert fate(before, after) == word


def _fields(post):
    return {name: getattr(post, name) for name in ("key", "title", "line", "number", "grade")}


@pytest.mark.parametrize(
    ("state", "word"),
    [(None, "at risk"), ("filled", "at risk"), ("interim", "at risk"),
     ("vacant", "vacancy deleted"), ("Vacant, held", "vacancy deleted")],
)  # fmt: skip
def test_a_post_that_is_deleted(state, word):
    assert fate(two("a", state=state), [], endings=tuple(GONE)) == word


def test_a_deleted_post_of_which_part_goes_on_is_for_the_council_to_judge():
    origins = (Origin(key="b", share="mostly", came_from="a"),)
    assert fate(two("a"), two("b"), origins=origins, endings=tuple(GONE)) is None


def test_a_post_that_is_uncertain_to_go_is_not_said_to_be_at_risk():
    uncertain = (Ending(key="a", certainty="uncertain"),)
    assert fate(two("a"), [], endings=uncertain) is None


def test_one_post_that_becomes_one_other_is_slotted_in_on_both_sides():
    origins = (Origin(key="b", share="whole", came_from="a"),)
    assert fate(two("a"), two("b"), origins=origins) == "slotted in"
    assert filling(two("a"), two("b"), origins=origins) == "slotted in"


def test_several_posts_that_become_fewer_are_a_ring_fence_on_both_sides():
    origins = tuple(Origin(key="c", share="whole", came_from=key) for key in "ab")
    found = suggesting(two("a", "b"), two("c"), origins=origins)
    assert [found.fate(key).word for key in "ab"] == ["ring-fence", "ring-fence"]
    assert found.filling("c").why == "2 posts become 1"


def test_posts_that_become_as_many_are_for_the_council_to_judge():
    origins = tuple(Origin(key="c", share="whole", came_from=key) for key in "ab")
    assert fate(two("a", "b"), two("c", number=2), origins=origins) is None


def test_a_new_post_is_filled_as_the_council_decides():
    origins = (Origin(key="b", share="new"),)
    found = suggesting(two("a"), two("b", "a"), origins=origins)
    assert found.filling("b") is None
    assert (found.is_to_be_filled("b"), found.is_to_be_filled("a")) == (True, False)


def test_nothing_is_suggested_out_of_scope():
    out = (Scope(key="a", scope="out"),)
    found = suggesting(two("a"), [], scope=out, endings=tuple(GONE))
    assert (found.fate("a"), found.is_to_be_filled("a")) == (None, False)
