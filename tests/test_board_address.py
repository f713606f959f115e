"""Where the browser stands while one acts, which Back and the links of the page rely on."""

import pytest
from playwright.sync_api import expect

from divisions.models import Structure
from posts import proposals
from tests.acting import DRAFT
from tests.pages import load_paper

pytestmark = pytest.mark.browser


@pytest.fixture
def drawn(borough):
    """A draft drawn from the small paper's existing structure."""
    load_paper()
    existing = Structure.objects.get(key="existing")
    return proposals.draw(existing, key="draft-a", title="Draft A", user=None)


def test_a_form_that_opens_in_the_dialog_leaves_the_address_as_it_is(drawn, page_of, amara):
    page = page_of(amara)
    page.goto(f"{DRAFT}outline/")
    before = page.url
    page.get_by_role("link", name="New unit", exact=False).first.click()
    expect(page.locator("dialog[open] #act")).to_be_visible()
    assert page.url == before
    page.keyboard.press("Escape")
    page.locator(".outline a[data-key]").first.click()
    expect(page.locator("#selected")).to_be_visible()
    assert page.url.startswith(before)
