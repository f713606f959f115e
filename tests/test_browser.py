"""What only a browser can show: that everybody can read and use each page, and the scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from divisions.models import Membership
from tests.cast import council, person
from tests.pages import DRAWING, FILE_PAGES, FORMS, PAGES, draw_draft, load_paper

pytestmark = pytest.mark.browser

OUR_OWN = {"password": "/password/", "new council": "/new-council/"}
READ = {**PAGES, **FORMS, **DRAWING, **FILE_PAGES, **OUR_OWN}
del READ["file download"]
WIDTHS = (1400, 400)


@pytest.fixture
def emekas_page(page_of, emeka):
    """A page at which Emeka, who may see everything, has signed in; the paper is there."""
    load_paper()
    draw_draft()
    return page_of(emeka)


def faults(page):
    """What axe finds on a page, and by how many pixels it runs over the side."""
    found = [fault["id"] for fault in Axe().run(page).response["violations"]]
    root = "document.documentElement"
    over = page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
    return found, over


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", READ)
def test_everybody_can_read_the_page(name, width, emekas_page):
    emekas_page.set_viewport_size({"width": width, "height": 900})
    assert emekas_page.goto(READ[name]).status == 200
    assert faults(emekas_page) == ([], 0)


@pytest.mark.parametrize("width", [1600, 1480, 1479, 1400, 1290, 1289, 1160, 1130, 1101, 800, 701])
def test_the_bar_of_an_administrator_of_two_councils_fits_any_window(width, page_of, county):
    """Who sees every link of the main menu, with the longest names."""
    borough = council("wychford", "The London Borough of Wychford and Marshgate")
    user = person("the-administrator-of-wychford", borough, "administrator")
    Membership.objects.create(council=county, user=user, role="reader")
    page = page_of(user)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/wychford/")
    assert faults(page) == ([], 0)
    assert page.locator(".bar").bounding_box()["height"] < 100


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ["/sign-in/", "/nowhere/"])
def test_a_page_for_those_who_have_not_signed_in_can_be_read(address, width, page, base_url):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    assert faults(page) == ([], 0)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_form_that_is_refused_can_be_read_and_takes_the_focus(width, emekas_page):
    emekas_page.set_viewport_size({"width": width, "height": 900})
    emekas_page.goto(FORMS["title"])
    emekas_page.fill("#id_title", "")
    emekas_page.click("text=Save the title block")
    emekas_page.wait_for_function("document.activeElement.className == 'summary'")
    assert faults(emekas_page) == ([], 0)


LIST = "Title\tTeam\tFTE\tReports to\nClerk\tLegal\t{}\tnone\nOfficer\tLegal\t1\tClerk"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("fte", "shown"), [("1", "Make 2 posts in 1 unit"), ("x", "1 fault")])
def test_a_list_that_is_looked_at_can_be_read(width, fte, shown, emekas_page):
    emekas_page.set_viewport_size({"width": width, "height": 900})
    emekas_page.goto(DRAWING["establishment"])
    emekas_page.fill("#id_pasted", LIST.format(fte))
    emekas_page.click("text=Look at the list")
    emekas_page.get_by_text(shown).first.wait_for()
    assert faults(emekas_page) == ([], 0)


def test_a_list_is_made_in_the_browser(emekas_page):
    emekas_page.goto(DRAWING["establishment"])
    emekas_page.fill("#id_pasted", LIST.format("1"))
    emekas_page.click("text=Look at the list")
    emekas_page.select_option("#id_complete", "yes")
    emekas_page.click("text=Make 2 posts in 1 unit")
    emekas_page.wait_for_url("**/structures/existing-structure/**")
    assert "2 posts in 1 unit made from the pasted rows." in emekas_page.inner_text("main")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_person_who_was_added_is_said_with_the_password(width, emekas_page):
    emekas_page.set_viewport_size({"width": width, "height": 900})
    emekas_page.goto(FILE_PAGES["people"])
    emekas_page.fill("#id_username", "fatima")
    emekas_page.select_option("#id_role", "officer")
    emekas_page.click("text=Add the person")
    emekas_page.wait_for_function("document.activeElement.innerText.includes('fatima was added')")
    assert faults(emekas_page) == ([], 0)


def test_nothing_is_refused_by_our_own_policy(emekas_page):
    said = []
    emekas_page.on("console", lambda message: said.append(message.text))
    for path in READ.values():
        emekas_page.goto(path)
    assert said == []


def test_signing_in_by_keyboard_alone(page, base_url, emeka):
    page.goto("/sign-in/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.locator("#id_username").focus()
    page.keyboard.type("emeka")
    page.keyboard.press("Tab")
    page.keyboard.type("a long pass phrase")
    page.keyboard.press("Enter")
    page.wait_for_url("**/borough/")
    assert page.locator("h1").inner_text() == "What is in progress"


def box(side, key):
    """Where to find a unit's box: in the chart of the existing or the proposed structure."""
    return f'section[aria-label^="{side}"] [data-key="{key}"]'


@pytest.mark.parametrize(
    ("key", "twin"),
    [("youth", "youth"), ("learning", "futures")],
    ids=["the same unit", "what it is largely made into"],
)
def test_a_box_in_focus_marks_its_twin_on_the_other_side(key, twin, emekas_page):
    emekas_page.goto(PAGES["side by side"])
    emekas_page.locator(box("Existing", key)).first.focus()
    assert "is-twin" in emekas_page.locator(box("Proposed", twin)).get_attribute("class")
    emekas_page.locator("h1").click()
    emekas_page.evaluate("document.activeElement.blur()")
    assert emekas_page.locator(".is-twin").count() == 0


def test_pointing_at_a_box_marks_its_twin(emekas_page):
    emekas_page.goto(PAGES["side by side"])
    emekas_page.locator(box("Proposed", "adoption")).hover()
    assert "is-twin" in emekas_page.locator(box("Existing", "adoption")).get_attribute("class")


def test_a_chart_grows_in_place_with_script_and_on_a_new_page_without(emekas_page):
    emekas_page.goto(PAGES["chart"])
    chart = emekas_page.locator(".zoomed")
    before = chart.locator("svg").bounding_box()["width"]
    larger = emekas_page.locator('[data-zoom-to="150"]')
    assert larger.get_attribute("href") == "?zoom=150"
    larger.click()
    assert chart.locator("svg").bounding_box()["width"] == pytest.approx(before * 1.5, rel=0.02)
    assert "zoom=" not in emekas_page.url


def test_the_words_of_a_chart_come_first_on_a_narrow_screen(emekas_page):
    emekas_page.set_viewport_size({"width": 400, "height": 900})
    emekas_page.goto(PAGES["side by side"])
    words, chart = emekas_page.locator("#words"), emekas_page.locator(".chart").first
    assert words.bounding_box()["y"] < chart.bounding_box()["y"]
