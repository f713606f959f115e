"""Why something was undone: a slip says so by itself, and what stood a while is asked about.

Its one rule: no reason that somebody typed is lost where a rule stands in the way.
"""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from divisions.models import Act, Structure
from tests.outlines import plant, unit
from tests.pages import words
from tests.test_browser import faults

DRAFT = "/borough/structures/draft/"
WHY = "Typed with care"


@pytest.fixture
def services(draft):
    """A directorate with two teams."""
    return plant(draft, [("Services", 1), ("Youth", 2), ("Adoption", 2)], [("Director", 1)])


@pytest.fixture
def in_force(services):
    """The same, in force."""
    Structure.objects.filter(pk=services.pk).update(status="in force")
    services.refresh_from_db()
    return services


def rename(structure, user, name, ago=None):
    """Let a person rename the youth team, some time ago."""
    with structure.editing(user, "rename", "Asked for") as editing:
        unit(structure, "youth").rename(name)
    if ago:
        _was_done(editing.act, ago)
    return editing.act


def _was_done(act, ago):
    Act.objects.filter(pk=act.pk).update(moment=act.moment - ago)


def youth(structure):
    return unit(structure, "youth").name


def signed_in_long_ago(user):
    """Let what was done a while ago be since signing in."""
    user.last_login -= timedelta(hours=8)
    user.save(update_fields=["last_login"])


def last(structure):
    return structure.acts.select_related("undoes").first()


HOUR = timedelta(hours=1)


def test_a_slip_in_the_structure_in_force_is_undone_in_one_press_and_says_so(
    in_force, amara, at_amaras
):
    act = rename(in_force, amara, "Young People")
    at_amaras.post(DRAFT + "undo/", {"act": act.pk})
    assert (youth(in_force), last(in_force).reason) == ("Youth", "Undone at once")
    at_amaras.post(DRAFT + "redo/", {"act": last(in_force).pk})
    assert (youth(in_force), last(in_force).reason) == ("Young People", "Done again at once")


def test_what_stood_a_while_in_force_asks_why_it_is_undone(in_force, amara, at_amaras):
    signed_in_long_ago(amara)
    act = rename(in_force, amara, "Young People", ago=HOUR)
    sent = {"act": act.pk, "back": DRAFT + "table/"}
    asked = at_amaras.post(DRAFT + "undo/", sent)
    assert (asked.status_code, youth(in_force)) == (200, "Young People")
    assert "Undo: say why" in words(asked)
    assert f'name="act" value="{act.pk}"' in asked.content.decode()
    empty = at_amaras.post(DRAFT + "undo/", sent | {"reason": " "})
    assert (empty.status_code, youth(in_force)) == (422, "Young People")
    assert "Say why: this is the structure in force" in words(empty)
    done = at_amaras.post(DRAFT + "undo/", sent | {"reason": WHY})
    assert done["Location"].startswith(DRAFT + "table/")
    assert (youth(in_force), last(in_force).reason) == ("Youth", WHY)


def test_and_so_it_does_where_it_is_done_again(in_force, amara, at_amaras):
    signed_in_long_ago(amara)
    rename(in_force, amara, "Young People")
    at_amaras.post(DRAFT + "undo/")
    _was_done(last(in_force), HOUR)
    assert "Do again: say why" in words(at_amaras.post(DRAFT + "redo/"))
    at_amaras.post(DRAFT + "redo/", {"reason": WHY})
    assert (youth(in_force), last(in_force).reason) == ("Young People", WHY)


def test_in_a_draft_nobody_is_asked(services, amara, at_amaras):
    signed_in_long_ago(amara)
    rename(services, amara, "Young People", ago=HOUR)
    at_amaras.post(DRAFT + "undo/")
    assert (youth(services), last(services).reason) == ("Youth", "")


def test_what_was_typed_stands_where_something_is_in_the_way_of_undoing(
    in_force, amara, emeka, at_amaras
):
    signed_in_long_ago(amara)
    act = rename(in_force, amara, "Young People", ago=HOUR)
    rename(in_force, emeka, "Young Adults")
    answer = at_amaras.post(DRAFT + "undo/", {"act": act.pk, "reason": WHY})
    assert answer.status_code == 409
    assert f'value="{WHY}"' in answer.content.decode()
    assert "The name of Young Adults has changed since" in words(answer)


# ---- put back ----


def put_back(browser, act):
    return browser.post(f"{DRAFT}history/{act.pk}/put-back/", {"reason": WHY})


def test_what_was_typed_stands_where_something_is_in_the_way_of_putting_back(
    services, amara, emeka, at_amaras
):
    act = rename(services, amara, "Young People")
    rename(services, emeka, "Young Adults")
    answer = put_back(at_amaras, act)
    assert answer.status_code == 409
    assert f'value="{WHY}"' in answer.content.decode()
    assert "Youth renamed Young People." in words(answer)
    assert "The name of Young Adults has changed since: " in words(answer)


@pytest.mark.parametrize("how", ["undone", "frozen"])
def test_and_where_it_cannot_be_put_back_any_more(
    how, services, amara, emeka, at_amaras, at_emekas
):
    act = rename(services, amara, "Young People")
    if how == "undone":
        put_back(at_emekas, act)
    else:
        Structure.objects.filter(pk=services.pk).update(status="consultation")
    answer = put_back(at_amaras, act)
    assert answer.status_code == 409
    assert f'value="{WHY}"' in answer.content.decode()
    said = {"undone": "is undone already", "frozen": "cannot be edited"}
    assert said[how] in words(answer)


def test_all_that_is_in_the_way_is_listed(services, amara, emeka, at_amaras):
    with services.editing(amara, "do") as editing:
        unit(services, "youth").rename("Youth 2")
        unit(services, "adoption").rename("Adoption 2")
    with services.editing(emeka, "do"):
        unit(services, "youth").rename("Youth 3")
        unit(services, "adoption").rename("Adoption 3")
    assert "2 things stand in the way." in words(put_back(at_amaras, editing.act))


# ---- the steps of its life ----


@pytest.mark.parametrize("step", ["send-out", "withdraw"])
def test_a_step_that_somebody_took_meanwhile_keeps_what_was_typed(step, services, at_amaras):
    seen = services.revision
    services.withdraw(reason="The grant was cut.")
    answer = at_amaras.post(f"{DRAFT}life/{step}/", {"seen": seen, "reason": WHY})
    assert answer.status_code == 409
    assert f'value="{WHY}"' in answer.content.decode()
    assert "is withdrawn and cannot be" in words(answer)


def test_and_so_does_an_approval(services, at_amaras):
    services.send_out()
    services.withdraw(reason="The grant was cut.")
    typed = {"approved_by": "Cabinet", "approved_on": "9 September 2009", "minute": "42"}
    answer = at_amaras.post(f"{DRAFT}life/approve/", {"seen": 1, "reason": WHY, **typed})
    assert answer.status_code == 409
    for text in (WHY, *typed.values()):
        assert f'value="{text}"' in answer.content.decode()
    assert "cannot be approved" in words(answer)


def test_a_step_that_is_not_the_next_leads_back_to_the_structure(services, at_amaras):
    answer = at_amaras.get(f"{DRAFT}life/approve/")
    assert (answer.status_code, f'href="{DRAFT}"' in answer.content.decode()) == (409, True)


# ---- in the browser ----


@pytest.mark.browser
def test_the_keys_that_undo_ask_why_and_one_is_back_where_one_was(page_of, in_force, amara):
    page = page_of(amara)
    signed_in_long_ago(amara)
    rename(in_force, amara, "Young People", ago=HOUR)
    page.goto(f"{DRAFT}outline/?show=youth")
    page.keyboard.press("Control+z")
    page.get_by_role("heading", name="Undo: say why").wait_for()
    assert "/undo/" not in page.url
    assert faults(page) == ([], 0)
    expect(page.get_by_label("Why")).to_be_focused()
    page.keyboard.type(WHY)
    page.get_by_role("button", name="Undo", exact=True).click()
    page.get_by_text("Undone: Youth renamed").first.wait_for()
    assert (youth(in_force), last(in_force).reason) == ("Youth", WHY)
    assert "/outline/" in page.url
