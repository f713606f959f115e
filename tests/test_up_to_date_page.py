"""Bringing a draft up to date on its page."""

import pytest

from divisions.models import Structure
from tests.catching_up import clashes, clashing, seen
from tests.drifting import drawn, in_force, named, regrade, rename
from tests.outlines import post, unit
from tests.pages import words


@pytest.fixture
def existing(borough):
    return in_force(borough)


@pytest.fixture
def option(existing, amara):
    return drawn(existing, user=amara)


# ---- on its page ----


PAGE = "/borough/structures/option/up-to-date/"


def test_the_page_says_field_by_field_what_changed_and_asks_where_it_clashes(
    existing, option, at_amaras
):
    clashing(existing, option)
    page = words(at_amaras.get(PAGE))
    assert "What is taken over 1" in page
    assert "Clerk State not stated vacant" in page
    assert "Keep the draft’s Name: Youth → Youth and Play" in page
    assert "Take that of “Services as they are” Name: Youth → Youth Help" in page


def test_without_an_answer_nothing_is_taken_over(existing, option, at_amaras):
    clashing(existing, option)
    answer = at_amaras.post(PAGE, seen(option, existing))
    assert answer.status_code == 422
    assert "Choose what stands of Youth" in words(answer)
    assert post(option, "clerk").state is None


def test_with_every_answer_it_is_brought_up_to_date_and_told(existing, option, amara, at_amaras):
    clashing(existing, option)
    (clash,) = clashes(option)
    sent = {**seen(option, existing), f"stands-{clash.id}": "draft", "reason": "For Cabinet."}
    answer = at_amaras.post(PAGE, sent, follow=True)
    assert "was brought up to date with “Services as they are”: 1 change" in words(answer)
    assert named(option)["youth"] == "Youth and Play"
    act = option.acts.first()
    assert (act.user, act.reason) == (amara, "For Cabinet.")


@pytest.mark.parametrize("which", ["option", "existing"])
def test_what_changed_while_one_was_choosing_is_shown_and_the_answers_are_kept(
    existing, option, at_amaras, which
):
    clashing(existing, option)
    (clash,) = clashes(option)
    sent = {**seen(option, existing), f"stands-{clash.id}": "now"}
    rename({"option": option, "existing": existing}[which], "fostering", "Foster Care")
    answer = at_amaras.post(PAGE, sent)
    assert answer.status_code == 409
    assert "Something changed while you were choosing" in words(answer)
    assert f'value="now" id="id_stands-{clash.id}_now" checked' in answer.content.decode()
    again = at_amaras.post(PAGE, {**sent, **seen(option, existing)})
    assert again.status_code == 302
    assert named(option)["youth"] == "Youth Help"


def test_a_clash_that_comes_of_an_answer_is_asked_with_the_answer_kept(existing, option, at_amaras):
    """The draft closes a team with its directorate; the team is to stay, its directorate to go."""
    with option.editing():
        for key in ("director", "adviser", "clerk"):
            post(option, key).move_to_unit(None)
        for key in ("adoption", "fostering", "youth", "services"):
            unit(option, key).take_out()
    rename(existing, "youth", "Youth Help")
    rename(existing, "services", "All services")
    asked = {clash.now[0].point.ref.key: clash.id for clash in clashes(option)}
    sent = {f"stands-{asked['youth']}": "now", f"stands-{asked['services']}": "draft"}
    answer = at_amaras.post(PAGE, {**seen(option, existing), **sent})
    assert answer.status_code == 422
    assert "Youth Help stands in a unit that is not there (Services)." in words(answer)
    assert answer.content.decode().count(" checked") == 2


def test_where_nothing_changed_there_is_nothing_to_press(existing, option, at_amaras):
    page = at_amaras.get(PAGE)
    assert "There is nothing to take over" in words(page)
    assert b"<button" not in page.content.split(b"<main")[1]


def test_from_a_file_the_page_says_so_and_offers_a_way_out(existing, option, at_amaras):
    Structure.objects.filter(pk=option.pk).update(based_on_revision=None)
    page = words(at_amaras.get(PAGE))
    assert "nobody can tell what has changed since" in page
    answer = at_amaras.post(PAGE, {"count_as": "now"}, follow=True)
    assert "“Option A” is counted as drawn from “Services as they are”" in words(answer)
    assert "There is nothing to take over" in words(answer)


def test_what_can_be_brought_up_to_date_is_not_counted_anew(existing, option, at_amaras):
    regrade(existing, "clerk", "vacant")
    assert at_amaras.post(PAGE, {"count_as": "now"}).status_code == 404


def test_it_is_counted_as_drawn_from_no_other_structure(existing, option, at_amaras):
    Structure.objects.filter(pk=option.pk).update(based_on_revision=None)
    assert at_amaras.post(PAGE, {"count_as": "option"}).status_code == 404


def test_what_is_out_for_consultation_has_a_page_that_says_why_it_stays(
    existing, option, at_amaras
):
    option.send_out()
    assert "is out for consultation and cannot be brought up to date" in words(at_amaras.get(PAGE))
    assert at_amaras.post(PAGE).status_code == 409


def test_a_reason_stands_where_the_draft_was_sent_out_meanwhile(existing, option, at_amaras):
    rename(existing, "youth", "Youth Help")
    sent = {**seen(option, existing), "reason": "For Cabinet."}
    option.send_out()
    answer = at_amaras.post(PAGE, sent)
    assert (answer.status_code, "What you typed: For Cabinet." in words(answer)) == (409, True)


def test_the_page_takes_few_queries(existing, option, at_amaras, django_assert_max_num_queries):
    clashing(existing, option)
    at_amaras.get(PAGE)
    with django_assert_max_num_queries(15):
        at_amaras.get(PAGE)


def test_only_those_who_draw_may(existing, option, at_bens, at_dilyss, at_chloes):
    answers = [browser.get(PAGE).status_code for browser in (at_bens, at_dilyss, at_chloes)]
    assert answers == [403, 403, 404]
