"""Who is to leave a post, or to come, on a day ahead: the post stays as it is until that day."""

from datetime import date, datetime, time

import pytest
from django.core.management import call_command
from django.utils import timezone

from posts import redrawing
from posts.holders import holders_of
from posts.models import Holding
from posts.redrawing import handing_over
from tests.acting import Desk
from tests.outlines import plant, post
from tests.pages import words

pytestmark = pytest.mark.django_db
DRAFT = "/borough/structures/draft/"
TODAY = timezone.localdate()
LAST, FIRST = date(TODAY.year + 1, 3, 31), date(TODAY.year + 1, 4, 1)
IN_MAY = date(TODAY.year + 1, 5, 2)


@pytest.fixture
def desk(at_amaras):
    """Where Amara does acts on the draft."""
    return Desk(at_amaras, DRAFT, f"{DRAFT}outline/")


@pytest.fixture
def structure(draft):
    """Two posts in one unit, the clerk's held by a person."""
    plant(draft, [("Care", 0)], [("Director", 0), ("Clerk", 1)])
    redrawing.fill(post(draft, "clerk"), "A. Person", held_from=date(2020, 1, 1))
    return draft


@pytest.fixture
def leaving(structure, desk):
    """The structure, of which it is said ahead that the clerk leaves."""
    assert desk.does("vacate", "clerk", held_until=LAST.isoformat()).status_code == 302
    return structure


def state(structure, key="clerk"):
    return post(structure, key).state


def test_a_post_vacated_ahead_stays_filled_until_its_day(leaving, at_amaras):
    assert (state(leaving), holders_of(leaving, LAST)) == ("filled", {"clerk": ("A. Person",)})
    assert leaving.acts.first().says == f"Clerk falls vacant on 1 April {FIRST.year}."
    page = words(at_amaras.get(f"{DRAFT}?show=clerk"))
    assert f"Held by A. Person since 1 January 2020 until 31 March {LAST.year}" in page


def test_on_its_day_it_is_vacant_in_an_act_of_its_own(leaving):
    assert handing_over.hand_over(leaving, LAST) is None
    act = handing_over.hand_over(leaving, FIRST)
    assert (state(leaving), act.says) == ("vacant", "Clerk vacated, as was said ahead.")
    assert act.reason == "The day that was said has come"


def test_it_is_handed_over_once_and_what_is_said_afterwards_stays(leaving):
    act = handing_over.hand_over(leaving, FIRST)
    in_april = timezone.make_aware(datetime.combine(FIRST, time(2)))
    leaving.acts.filter(pk=act.pk).update(moment=in_april)
    post(leaving, "clerk").change(state="interim")
    assert handing_over.hand_over(leaving, IN_MAY) is None
    assert state(leaving) == "interim"


def test_a_post_vacated_on_the_day_is_vacant_at_once(structure, desk):
    desk.does("vacate", "clerk", held_until=TODAY.isoformat())
    assert (state(structure), structure.acts.first().says) == ("vacant", "Clerk vacated.")
    assert handing_over.hand_over(structure, IN_MAY) is None


def test_a_post_is_filled_ahead_and_said_to_be(structure, desk, at_amaras):
    desk.does("fill", "director", person="B. Person", held_from=FIRST.isoformat())
    assert state(structure, "director") != "filled"
    assert structure.acts.first().says == f"Director is to be filled from 1 April {FIRST.year}."
    page = words(at_amaras.get(f"{DRAFT}?show=director"))
    assert f"Held by B. Person from 1 April {FIRST.year}" in page
    assert handing_over.hand_over(structure, FIRST).says == "Director filled, as was said ahead."
    assert state(structure, "director") == "filled"


def test_who_leaves_and_who_comes_the_day_after_leave_no_post_vacant(leaving, desk):
    desk.does("fill", "clerk", person="B. Person", held_from=FIRST.isoformat())
    assert handing_over.hand_over(leaving, FIRST) is None
    assert (state(leaving), holders_of(leaving, FIRST)) == ("filled", {"clerk": ("B. Person",)})


def test_it_falls_vacant_when_the_last_of_several_leaves(leaving):
    redrawing.fill(post(leaving, "clerk"), "B. Person", beside=True)
    other = Holding.objects.get(person="B. Person")
    redrawing.vacate(post(leaving, "clerk"), TODAY, holding=other, on=TODAY)
    assert state(leaving) == "filled"
    assert leaving.acts.first().says == f"Clerk falls vacant on 1 April {FIRST.year}."


def test_what_was_said_ahead_is_taken_back_at_once(leaving, at_amaras):
    at_amaras.post(f"{DRAFT}undo/")
    assert Holding.objects.get().held_until is None
    assert handing_over.hand_over(leaving, IN_MAY) is None


def test_the_command_hands_over_what_can_be_edited_and_says_so(leaving, capsys):
    call_command("hand_over_posts", "--on", FIRST.isoformat(), "--council", "borough")
    assert capsys.readouterr().out == "borough: Clerk vacated, as was said ahead.\n"
    call_command("hand_over_posts", "--on", FIRST.isoformat())
    assert capsys.readouterr().out == ""


def test_what_is_frozen_stays_as_it_was_sent_out(leaving):
    leaving.send_out()
    call_command("hand_over_posts", "--on", FIRST.isoformat())
    assert state(leaving) == "filled"
