"""What acts say of units and posts whose names are not alone in their structure."""

import pytest

from divisions.models import Structure
from posts import redrawing
from tests.cast import council, person, signed_in
from tests.literals import structure as literal
from tests.made_up import planted
from tests.pages import words
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


def test_what_is_put_into_a_team_that_somebody_renamed_is_told_by_its_name_now(draft):
    seen = unit(draft, "hub-north")
    unit(draft, "hub-north").rename("Front Desk")
    redrawing.create_unit(draft, "Night Desk", under=seen)
    assert newest(draft) == "Night Desk created in Front Desk."


def test_a_team_read_before_it_was_renamed_still_has_what_tells_it_apart(draft):
    seen = unit(draft, "hub-north")
    unit(draft, "hub-north").rename("Front Desk")
    assert seen.called == "North Team (Customer Hub)"


def test_more_posts_than_are_named_still_report_to_one_that_is_told_apart(draft):
    posts = redrawing.create_posts(draft, "Clerk", 4)
    redrawing.let_report(posts, post(draft, "r1"))
    assert newest(draft) == "4 posts now report to Officer (Revenues › North Team)."


def test_what_is_put_into_one_of_two_teams_is_told_by_where_that_stands(draft):
    redrawing.create_unit(draft, "Night Desk", under=unit(draft, "hub-north"))
    assert newest(draft) == "Night Desk created in North Team (Customer Hub)."
    redrawing.close(unit(draft, "hub-north"))
    assert newest(draft) == (
        "North Team (Customer Hub) closed; 1 unit moved to Customer Hub; "
        "3 posts moved to Customer Hub."
    )


# ---- on the pages ----


@pytest.fixture
def at_officers(draft):
    """The browser of somebody who draws the draft."""
    return signed_in(person("Amara", draft.council, "officer"))


FACE = "/borough/structures/s/"


def test_the_history_tells_field_by_field_which_of_several_it_was(draft, at_officers):
    redrawing.move_posts([post(draft, "h2")], unit(draft, "rev-north"))
    page = words(at_officers.get(f"{FACE}history/{draft.acts.first().pk}/"))
    assert (
        "Officer (Revenues › North Team, post H2) Unit North Team (Customer Hub) "
        "North Team (Revenues)"
    ) in page


def test_what_is_gone_is_told_by_where_it_was(draft, at_officers):
    redrawing.delete_posts([post(draft, "h2")])
    page = words(at_officers.get(f"{FACE}history/{draft.acts.first().pk}/"))
    assert "Officer (Customer Hub › North Team, post H2) The post itself" in page


def test_what_stands_in_the_way_of_putting_back_is_told_apart(draft, at_officers):
    redrawing.move_posts([post(draft, "h2")], unit(draft, "rev-north"))
    moved = draft.acts.first()
    redrawing.move_posts([post(draft, "h2")], unit(draft, "hub-south"))
    answer = at_officers.post(f"{FACE}history/{moved.pk}/put-back/", {"reason": ""})
    assert answer.status_code == 409
    assert "The unit of Officer (South Team) has changed since" in words(answer)


def test_targets_that_sit_side_by_side_are_offered_with_their_numbers(draft, at_officers):
    page = words(at_officers.get(f"{FACE}act/report-to/?of=hm&q=Officer"))
    assert "Officer, post H1 Customer Hub › North Team" in page
    assert "Officer Revenues › North Team" in page


def test_the_form_of_an_act_is_headed_with_what_tells_it_apart(draft, at_officers):
    page = words(at_officers.get(f"{FACE}act/rename/?of=hub-north"))
    assert "Rename North Team (Customer Hub)" in page


def test_the_table_tells_units_apart_and_its_file_keeps_their_names(draft, at_officers):
    page = words(at_officers.get(f"{FACE}table/"))
    assert "H1 North Team (Customer Hub)" in page
    assert "North Team (" not in at_officers.get(f"{FACE}table.csv").content.decode()


def test_the_panel_of_a_post_says_in_which_of_two_teams_it_is(draft, at_officers):
    page = words(at_officers.get(f"{FACE}outline/?show=r1"))
    assert "In North Team (Revenues)" in page


def test_the_panel_of_a_team_tells_its_posts_apart_by_their_numbers_alone(draft, at_officers):
    page = words(at_officers.get(f"{FACE}outline/?show=hub-north"))
    assert "Posts in it Officer (post H1) Officer (post H2) Hub Manager" in page
