"""The page on staff in a browser: by keyboard alone, without scripts, and read by everybody."""

import pytest

from divisions.models import Act
from reports.models import Fate
from tests.pages import load_paper
from tests.staffing import PAGE, fates, fences, record
from tests.test_browser import faults

pytestmark = pytest.mark.browser

LABEL = """(at => at.ariaLabel ?? (at.labels?.[0] ?? at).textContent)(document.activeElement)"""


@pytest.fixture
def at_staff(page_of, dilys, borough):
    """Dilys's page, at the existing posts of the small paper."""
    load_paper()
    page = page_of(dilys)
    page.goto(PAGE)
    return page


def reaches(page, label, key="Tab"):
    """Press Tab until the field with a label has the focus."""
    for _ in range(120):
        if page.evaluate(LABEL) == label:
            return page.keyboard
        page.keyboard.press(key)
    raise AssertionError(f"“{label}” cannot be reached by Tab")


def test_a_fate_is_recorded_by_keyboard_alone(at_staff):
    reaches(at_staff, "Fate: Head of Learning").type("at risk")
    reaches(at_staff, "People: Head of Learning").type("2")
    with at_staff.expect_navigation():
        at_staff.keyboard.press("Enter")
    assert "What becomes of Head of Learning was recorded." in at_staff.inner_text("main")
    assert fates() == [("head-of-learning", "at risk", None)]


def test_several_posts_are_ticked_and_given_one_fate_by_keyboard_alone(at_staff):
    reaches(at_staff, "Tick Head of Care").press("Space")
    reaches(at_staff, "Tick Head of Learning").press("Space")
    assert at_staff.inner_text("[data-counts-ticked]") == "2 ticked"
    reaches(at_staff, "Fate", "Shift+Tab").type("ring-fence")
    reaches(at_staff, "or a new ring-fence").type("Heads of service")
    reaches(at_staff, "Give this to the ticked posts")
    with at_staff.expect_navigation():
        at_staff.keyboard.press("Enter")
    assert fences() == ["Heads of service"]
    assert {row[1:] for row in fates()} == {("ring-fence", "Heads of service")}


def test_all_that_is_listed_is_ticked_at_once_or_from_one_to_another(at_staff):
    ticks = at_staff.locator("[name$='-tick']")
    at_staff.get_by_label("Tick all that is listed").check()
    assert at_staff.inner_text("[data-counts-ticked]") == "3 ticked"
    at_staff.get_by_label("Tick all that is listed").uncheck()
    ticks.nth(0).click()
    ticks.nth(2).click(modifiers=["Shift"])
    assert [ticks.nth(nth).is_checked() for nth in range(3)] == [True, True, True]


def test_what_is_typed_is_not_left_behind_without_a_word(at_staff):
    asked = []
    at_staff.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    at_staff.get_by_label("People: Head of Care").fill("1")
    at_staff.get_by_role("link", name="Ring-fences (0)").click()
    assert asked == ["beforeunload"]
    with at_staff.expect_navigation():
        at_staff.keyboard.press("Control+s")
    assert Fate.objects.get().people == 1


@pytest.mark.parametrize("width", [1400, 400])
def test_a_clash_and_a_fault_can_be_read(width, at_staff, at_amaras):
    at_staff.set_viewport_size({"width": width, "height": 900})
    at_staff.get_by_label("Fate: Head of Care").select_option("at risk")
    record(at_amaras, {"head-of-care": {"outcome": "stays"}})
    at_staff.get_by_role("button", name="Save what is typed").last.click()
    at_staff.get_by_text("Now recorded: fate: stays").wait_for()
    assert faults(at_staff) == ([], 0)
    at_staff.get_by_label("People: Head of Care").fill("many")
    at_staff.get_by_role("button", name="Save what is typed").last.click()
    at_staff.get_by_text("Type a whole number").first.wait_for()
    assert faults(at_staff) == ([], 0)


def test_without_scripts_posts_are_ticked_and_given_a_fate(browser, base_url, at_staff):
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    context.add_cookies(at_staff.context.cookies())
    page = context.new_page()
    page.goto(PAGE)
    page.get_by_label("Tick Head of Learning").check()
    page.get_by_label("Fate", exact=True).select_option("as suggested")
    page.get_by_role("button", name="Give this to the ticked posts").click()
    page.get_by_text("What becomes of Head of Learning was recorded.").wait_for()
    page.get_by_text("Note, source").first.click()
    page.get_by_label("Source: Head of Care").fill("¶7")
    page.get_by_role("button", name="Save what is typed").last.click()
    page.get_by_text("What becomes of Head of Care was recorded.").wait_for()
    context.close()
    assert fates() == [("head-of-learning", "at risk", None), ("head-of-care", None, None)]
    assert Act.objects.filter(verb="record what becomes of staff").count() == 2
