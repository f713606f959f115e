"""Signed out while writing: nothing that anybody typed is lost by it."""

import pytest
from django.test import Client

from reports.models import Report
from tests.cast import signed_in
from tests.pages import PAGES, words
from tests.written import LEGAL, text_of

SCRIPT = {"HX-Request": "true"}
TYPED = "The Council must consult.\n\n<b>Nothing else.</b>"


@pytest.fixture
def published(paper):
    Report.objects.bulk_create([Report(restructure=paper, published_at="2026-01-01T00:00Z")])


def test_a_script_is_told_beside_what_is_on_the_page(client, paper):
    answer = client.post(LEGAL, {"text": TYPED}, headers=SCRIPT)
    assert (answer.status_code, answer["HX-Retarget"]) == (401, "#signed-out")
    assert "You have been signed out, so nothing was saved." in words(answer)
    assert "<main" not in answer.content.decode()


def test_without_a_script_what_was_typed_is_shown(client, paper):
    answer = client.post(LEGAL, {"text": TYPED, "seen": "0123"})
    assert answer.status_code == 401
    assert "&lt;b&gt;Nothing else.&lt;/b&gt;</textarea>" in answer.content.decode()
    assert "0123" not in answer.content.decode()


@pytest.mark.parametrize("address", [LEGAL, PAGES["preview"]])
def test_who_has_typed_nothing_is_asked_to_sign_in(address, client, paper):
    assert client.get(address)["Location"].startswith("/sign-in/?next=/borough/")


def test_a_form_that_was_open_too_long_is_answered_with_what_was_typed(dilys, paper):
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = signed_in(dilys).cookies
    answer = browser.post(LEGAL, {"text": TYPED, "csrfmiddlewaretoken": "no"})
    assert answer.status_code == 403
    assert "&lt;b&gt;Nothing else.&lt;/b&gt;</textarea>" in answer.content.decode()


def test_a_published_section_can_be_read_and_not_typed_in(at_dilyss, paper, published):
    page = at_dilyss.get(LEGAL)
    assert "readonly" in page.content.decode()
    assert "writer.js" not in page.content.decode()
    assert "Withdraw the publication to go on writing" in words(page)


@pytest.mark.browser
def test_who_signs_in_again_elsewhere_goes_on(page_of, base_url, dilys, paper):
    page = page_of(dilys)
    page.goto(LEGAL)
    page.context.clear_cookies(name="sessionid")
    page.fill("#id_text", "None.")
    page.locator("#signed-out", has_text="signed out").wait_for()
    assert "Not saved" in page.inner_text("#saved")
    assert page.input_value("#id_text") == "None."
    session = signed_in(dilys).cookies["sessionid"].value
    page.context.add_cookies([
        {"name": "sessionid", "value": session, "url": base_url},
        {"name": "csrftoken", "value": "a" * 32, "url": base_url},
    ])  # fmt: skip
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.locator("#saved", has_text="Saved ").wait_for()
    assert (text_of(), page.inner_text("#signed-out")) == ("None.", "")


@pytest.mark.browser
def test_a_save_that_failed_is_made_when_the_connection_is_back(page_of, dilys, paper):
    page = page_of(dilys)
    page.goto(LEGAL)
    page.context.set_offline(True)
    page.fill("#id_text", "None.")
    page.locator("#saved", has_text="the server did not answer").wait_for()
    page.context.set_offline(False)
    page.locator("#saved", has_text="Saved ").wait_for()
    assert text_of() == "None."
