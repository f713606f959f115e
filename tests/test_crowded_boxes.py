"""A box with more posts than it has room for: what has changed is shown before what has not."""

import pytest

from posts.boxes import LABEL, Cells
from posts.naming import Mark
from tests.literals import structure

RETITLED = (Mark("renamed", "RETITLED, was Clerk"),)


def lines(posts, changed=()):
    """What the box of a team says of so many posts, some of them with a label."""
    titles = "\n".join(f"  - p{n} | Adviser {n}" for n in range(posts))
    drawn = structure(f"team care | Care\n{titles}")
    cell = Cells(drawn, dict.fromkeys(changed, RETITLED)).of("care", lesser=False)
    return [text.words for text in cell.texts if text.style != LABEL][1:]


def test_twelve_posts_have_room():
    assert lines(12) == [f"Adviser {n}" for n in range(12)]


def test_of_more_the_first_are_shown_and_the_others_counted():
    assert lines(15) == [*(f"Adviser {n}" for n in range(12)), "and 3 more lines"]


def test_what_has_changed_is_shown_before_what_has_not():
    shown = lines(15, changed=["p14"])
    assert shown == [*(f"Adviser {n}" for n in range(11)), "Adviser 14", "and 3 more lines"]


@pytest.mark.parametrize("posts", [20, 40])
def test_of_more_changes_than_there_is_room_for_the_others_are_counted_too(posts):
    shown = lines(posts, changed=[f"p{n}" for n in range(14)])
    assert shown == [*(f"Adviser {n}" for n in range(12)), f"and {posts - 12} more lines"]


def test_where_all_that_changed_has_room_nothing_is_counted():
    assert lines(12, changed=["p11"]) == [f"Adviser {n}" for n in range(12)]
