"""Who holds a post: kept apart from the history, and so never lost by a deletion or an undoing."""

from datetime import date

import pytest

from divisions import errors
from posts import redrawing, undo
from posts.holders import holders_of
from posts.models import Holding
from tests.acting import Desk
from tests.outlines import plant, post

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture
def structure(draft):
    """Two posts in one unit, the clerk's held by a person."""
    plant(draft, [("Care", 0)], [("Director", 0), ("Clerk", 1)])
    redrawing.fill(post(draft, "clerk"), "A. Person", held_from=date(2020, 1, 1))
    return draft


def test_a_post_that_somebody_holds_is_not_deleted_before_it_is_vacated(structure):
    with pytest.raises(errors.StillNeeded, match="Somebody holds Clerk"):
        redrawing.delete_posts([post(structure, "director"), post(structure, "clerk")])
    assert holders_of(structure, TODAY) == {"clerk": ("A. Person",)}
    redrawing.vacate(post(structure, "clerk"), date(2026, 11, 1))
    redrawing.delete_posts([post(structure, "clerk")])
    assert not structure.posts.filter(key="clerk").exists()


def test_filling_and_vacating_are_not_undone_since_no_name_would_go_or_come(structure, amara):
    filled = structure.acts.first()
    with pytest.raises(undo.NotPutBackHere, match="is in no history"):
        undo.undo(filled, amara)
    assert undo.undoable(structure, amara, since=filled.moment) is None


def test_making_a_post_is_not_undone_once_somebody_holds_it(structure, amara):
    new = redrawing.create_posts(structure, "Adviser")[0]
    made = structure.acts.first()
    redrawing.fill(new, "B. Person")
    with pytest.raises(errors.StillNeeded, match="Somebody holds Adviser"):
        undo.undo(made, amara)
    assert Holding.objects.filter(post__key=new.key).exists()


def test_a_name_is_erased_for_good_and_the_history_says_only_that_it_was(structure, at_amaras):
    holding = Holding.objects.get()
    desk = Desk(at_amaras, "/borough/structures/draft/")
    answer = desk.does("erase-holder", "clerk", holding=holding.pk)
    assert answer.status_code == 302
    assert not Holding.objects.exists()
    assert structure.acts.first().says == "Who held Clerk was erased."


def test_there_is_no_name_to_erase_where_none_is_kept(structure, at_amaras):
    answer = at_amaras.get("/borough/structures/draft/act/erase-holder/?of=director")
    assert answer.status_code == 409
    assert "No name is kept of anybody who holds Director" in answer.content.decode()


def test_a_post_is_not_vacated_on_a_day_before_it_was_held(structure):
    with pytest.raises(errors.NotSound, match="was not held yet on 31 December 2019"):
        redrawing.vacate(post(structure, "clerk"), date(2019, 12, 31))
    assert holders_of(structure, TODAY) == {"clerk": ("A. Person",)}
