"""The writer in a browser: what is typed is saved, figures are listed as they are typed."""

import pytest

from divisions.models import Act
from reports.models import Restructure, Section
from tests.pages import load_paper
from tests.test_browser import faults
from tests.written import LEGAL, save, text_of

pytestmark = pytest.mark.browser


def has_saved(page):
    """Wait until it is said that what was typed is saved."""
    page.locator("#saved", has_text="Saved ").wait_for()


@pytest.fixture
def paper(borough):
    load_paper()
    return Restructure.objects.get(key="realignment")


@pytest.fixture
def at_legal(page_of, dilys, paper):
    """Dilys's page, at the section on the law."""
    page = page_of(dilys)
    page.goto(LEGAL)
    return page


def test_what_is_typed_is_saved_after_a_pause_and_the_cursor_stays(at_legal):
    at_legal.locator("#id_text").press_sequentially("None.")
    has_saved(at_legal)
    assert text_of() == "None."
    at_legal.keyboard.type(" At all.")
    at_legal.keyboard.press("Control+s")
    at_legal.locator("#written", has_text="At all.").wait_for()
    assert text_of() == "None. At all."
    assert at_legal.evaluate("document.activeElement.id") == "id_text"


def test_the_button_saves_once(at_legal):
    at_legal.fill("#id_text", "None.")
    before = Act.objects.count()
    at_legal.click("text=Save the section")
    has_saved(at_legal)
    at_legal.wait_for_timeout(2000)
    assert (text_of(), Act.objects.count()) == ("None.", before + 1)


def test_a_bracket_lists_figures_with_their_present_values(at_legal):
    at_legal.locator("#id_text").press_sequentially("There are [posts exis")
    option = at_legal.locator("#figures-found [role=option]").first
    option.filter(has_text="[posts, existing]").wait_for()
    assert "3" in option.inner_text()
    assert faults(at_legal) == ([], 0)
    at_legal.keyboard.press("Enter")
    assert at_legal.input_value("#id_text") == "There are [posts, existing]"
    assert at_legal.locator("#figures-found").count() == 0


def test_the_list_is_walked_with_arrows_and_left_with_escape(at_legal):
    at_legal.locator("#id_text").press_sequentially("[posts")
    at_legal.locator("#figures-found [aria-selected=true]").wait_for()
    at_legal.keyboard.press("ArrowDown")
    chosen = at_legal.locator("#figures-found [aria-selected=true]")
    assert at_legal.get_attribute("#id_text", "aria-activedescendant") == chosen.get_attribute("id")
    at_legal.keyboard.press("Escape")
    assert at_legal.locator("#figures-found").count() == 0
    assert at_legal.input_value("#id_text") == "[posts"


def test_a_button_that_is_left_with_escape_leaves_the_text_as_it_was(at_legal):
    at_legal.fill("#id_text", "There are none.")
    at_legal.press("#id_text", "Control+Shift+ArrowLeft")
    at_legal.click("[data-insert=figure]")
    at_legal.locator("#figures-found [aria-selected=true]").wait_for()
    at_legal.keyboard.type("posts")
    at_legal.keyboard.press("Escape")
    assert at_legal.input_value("#id_text") == "There are none."


def test_a_button_lists_all_where_nothing_is_called_what_is_begun(at_legal):
    at_legal.fill("#id_text", "As drawn.\n\n[delet")
    at_legal.click("[data-insert=part]")
    at_legal.locator("#figures-found [aria-selected=true]").wait_for()
    at_legal.keyboard.press("Enter")
    assert at_legal.input_value("#id_text") == "As drawn.\n\n[existing chart]"


def test_a_part_is_put_on_a_line_of_its_own(at_legal):
    at_legal.fill("#id_text", "As drawn.")
    at_legal.click("[data-insert=part]")
    at_legal.locator("#figures-found [aria-selected=true]").wait_for()
    at_legal.keyboard.press("Enter")
    assert at_legal.input_value("#id_text") == "As drawn.\n\n[existing chart]"


@pytest.mark.parametrize("width", [1400, 400])
def test_a_clash_is_shown_with_both_texts(width, at_legal, at_amaras):
    at_legal.set_viewport_size({"width": width, "height": 900})
    save(at_amaras, "What Amara wrote.")
    at_legal.fill("#id_text", "Mine.")
    at_legal.get_by_text("Put mine in its place").wait_for()
    assert "What Amara wrote." in at_legal.inner_text("#written")
    assert (at_legal.input_value("#id_text"), text_of()) == ("Mine.", "What Amara wrote.")
    assert faults(at_legal) == ([], 0)
    with at_legal.expect_navigation():
        at_legal.click("text=Put mine in its place")
    assert Section.objects.get(key="legal").text == "Mine."


def test_without_scripts_a_section_is_written_and_saved(browser, base_url, page_of, dilys, paper):
    cookies = page_of(dilys).context.cookies()
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(LEGAL)
    page.fill("#id_text", "None.")
    page.click("text=Save the section")
    assert "Reads:" in page.inner_text("main")
    page.click("text=Insert a figure")
    assert "Figures and parts" in page.inner_text("main")
    context.close()
    assert text_of() == "None."


def test_what_was_typed_is_saved_before_a_link_is_followed(at_legal):
    asked = []
    at_legal.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    at_legal.fill("#id_text", "None.")
    with at_legal.expect_navigation():
        at_legal.get_by_label("Sections").get_by_text("Risk").click()
    assert at_legal.url.endswith("/sections/risk/")
    assert (text_of(), asked) == ("None.", [])


def test_who_cannot_save_is_asked_before_they_leave(at_legal):
    asked = []
    at_legal.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    at_legal.route("**/sections/legal/", lambda route: route.abort())
    at_legal.fill("#id_text", "None.")
    link = at_legal.get_by_label("Sections").get_by_text("Risk")
    link.click()
    at_legal.locator("#saved", has_text="the server did not answer").wait_for()
    with at_legal.expect_navigation():
        link.click()
    assert asked == ["beforeunload"]


def test_the_words_that_a_check_found_are_chosen_in_the_text(at_legal, at_dilyss):
    save(at_dilyss, "First.\n\nThere are five divisions in it.")
    at_legal.goto(f"{LEGAL}?at=five+divisions")
    chosen = "[document.activeElement.id, getSelection().toString()]"
    assert at_legal.evaluate(chosen) == ["id_text", "five divisions"]


def test_sections_are_moved_by_buttons_and_by_keys(page_of, dilys, paper):
    page = page_of(dilys)
    page.goto(LEGAL.replace("legal/", ""))
    page.get_by_role("button", name="Move Purpose down").press("Enter")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Move Legal up").click()
    assert faults(page) == ([], 0)
    page.click("text=Save the sections")
    page.get_by_text("The sections were saved.").wait_for()
    keys = list(Section.objects.order_by("position").values_list("key", flat=True))
    assert keys[:3] == ["recommendations", "reasons", "purpose"]
    assert keys.index("legal") == keys.index("financial") - 1


@pytest.mark.parametrize("width", [1400, 400])
def test_names_that_do_not_end_run_over_no_side(width, at_legal, paper):
    at_legal.set_viewport_size({"width": width, "height": 1000})
    at_legal.fill("#id_text", "See Appendix Q.")
    at_legal.click("text=Save the section")
    has_saved(at_legal)
    Section.objects.filter(key="legal").update(heading="x" * 300)
    Restructure.objects.filter(pk=paper.pk).update(title="W" * 500)
    at_legal.goto(LEGAL)
    at_legal.locator("#checks-here .src", has_text="x" * 300).first.wait_for()
    assert faults(at_legal) == ([], 0)
