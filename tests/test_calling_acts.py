"""What acts say of units and posts whose names are not alone in their structure."""

import pytest

from divisions.models import Structure
from posts import redrawing
from tests.cast import council
from tests.literals import structure as literal
from tests.made_up import planted
from tests.test_calling import BEFORE


@pytest.fixture
def draft(db):
    """A draft in which two teams and three posts share their names."""
    return planted(council("borough", "The Borough"), literal(BEFORE), Structure.Status.DRAFT)


def unit(draft, key):
    return draft.units.get(key=key)


def post(draft, key):
    return draft.posts.get(key=key)


def newest(draft):
    """What the newest act says."""
    return draft.acts.first().says


def test_a_post_that_moves_is_told_by_its_number_and_the_teams_by_their_directorates(draft):
    redrawing.move_posts([post(draft, "h2")], unit(draft, "rev-north"))
    assert newest(draft) == (
        "Officer (post H2) moved from North Team (Customer Hub) to North Team (Revenues)."
    )


def test_a_team_is_told_as_it_was_called_when_it_was_renamed(draft):
    unit(draft, "rev-north").rename("Recovery")
    assert newest(draft) == "North Team (Revenues) renamed Recovery."
    unit(draft, "hub-north").rename("Front Desk")
    assert newest(draft) == "North Team renamed Front Desk."


def test_a_post_that_is_regraded_is_told_with_its_team_and_number(draft):
    post(draft, "h1").change(fte=1)
    assert newest(draft) == (
        "Officer (Customer Hub › North Team, post H1): hours changed from not stated to 1."
    )


def test_posts_that_are_deleted_are_told_as_they_were_called(draft):
    redrawing.delete_posts([post(draft, "r1")])
    assert newest(draft) == "Officer (Revenues › North Team) deleted."


def test_teams_of_one_name_that_are_merged_are_told_by_where_they_stood(draft):
    redrawing.merge([unit(draft, "hub-north"), unit(draft, "rev-north")], "North")
    assert newest(draft) == (
        "North Team (Customer Hub) and North Team (Revenues) merged into North."
    )


def test_whom_a_post_reports_to_is_told_apart(draft):
    redrawing.let_report([post(draft, "hm")], post(draft, "r1"))
    assert newest(draft) == "Hub Manager now reports to Officer (Revenues › North Team)."


def test_what_is_put_into_one_of_two_teams_is_told_by_where_that_stands(draft):
    redrawing.create_unit(draft, "Night Desk", under=unit(draft, "hub-north"))
    assert newest(draft) == "Night Desk created in North Team (Customer Hub)."
    redrawing.close(unit(draft, "hub-north"))
    assert newest(draft) == (
        "North Team (Customer Hub) closed; 1 unit moved to Customer Hub; "
        "3 posts moved to Customer Hub."
    )
