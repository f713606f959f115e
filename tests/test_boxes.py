"""The drawn chart by keyboard: one stop of Tab, arrows from box to box, acts on the box in focus.

Its one rule: where an arrow leads is what a person sees in that direction, or what stands above.
"""

import pytest
from playwright.sync_api import expect

from divisions.models import Structure
from posts import proposals
from tests.acting import DRAFT
from tests.made_up import planted, snapshot
from tests.pages import load_paper
from tests.test_browser import WIDTHS, faults

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.dataset.key"
STOPS = """part => [part, ...part.querySelectorAll("*")].filter(each => each.tabIndex === 0)
  .map(each => each.dataset.key)"""


@pytest.fixture
def drawn(borough):
    """A draft drawn from the small paper's existing structure."""
    load_paper()
    existing = Structure.objects.get(key="existing")
    return proposals.draw(existing, key="draft-a", title="Draft A", user=None)


@pytest.fixture
def chart(drawn, page_of, amara):
    """Amara's page with the chart of the draft."""
    page = page_of(amara)
    page.goto(DRAFT)
    return page


def box(page, key):
    """A box of the chart."""
    return page.locator(f'.chart svg [data-key="{key}"]')


def stops(page):
    """The keys of what Tab stops at in the chart."""
    return page.locator(".chart").evaluate(STOPS)


def walks(page, *steps):
    """Press keys one after the other; each gives the focus to a box."""
    for key, then in steps:
        page.keyboard.press(key)
        assert (key, page.evaluate(FOCUSED)) == (key, then)


def test_tab_stops_once_in_the_chart(chart):
    assert stops(chart) == ["children"]
    box(chart, "children").focus()
    walks(chart, ("ArrowDown", "care"))
    assert stops(chart) == ["care"]
    chart.keyboard.press("Tab")
    assert chart.evaluate("document.activeElement.closest('.chart') === null")
    walks(chart, ("Shift+Tab", "care"))


def test_arrows_lead_down_up_and_sideways(chart):
    box(chart, "children").focus()
    walks(
        chart,
        ("ArrowDown", "care"),
        ("ArrowRight", "learning"),
        ("ArrowUp", "children"),
        ("ArrowDown", "care"),
        ("ArrowDown", "adoption"),
        ("ArrowDown", "youth"),
        ("ArrowRight", "learning"),
        ("ArrowLeft", "care"),
        ("ArrowLeft", "care"),
        ("Home", "children"),
        ("ArrowUp", "children"),
    )
    box(chart, "youth").focus()
    walks(chart, ("ArrowUp", "adoption"), ("ArrowUp", "care"), ("ArrowUp", "children"))


def test_a_box_is_heard_with_all_it_says_and_where_it_stands(chart, drawn):
    drawn.units.get(key="youth").rename("Young People")
    chart.goto(f"{DRAFT}?show=youth")
    heard = box(chart, "youth").evaluate(
        """box => [box.role, box.ariaLevel, box.ariaPosInSet, box.ariaSetSize, box.ariaCurrent,
                   box.getAttribute("aria-label")]"""
    )
    assert heard[:5] == ["treeitem", "3", "2", "2", "true"]
    assert "Young People" in heard[5]
    assert "RENAMED, was Youth" in heard[5]
    assert stops(chart) == ["youth"]


def test_enter_shows_a_box_and_the_focus_stays_on_it(chart):
    box(chart, "care").focus()
    chart.keyboard.press("Enter")
    expect(chart.locator("#selected h2").first).to_have_text("Care")
    expect(box(chart, "care")).to_be_focused()


def test_a_key_acts_on_the_box_in_focus_and_not_on_what_is_shown(chart, drawn):
    chart.goto(f"{DRAFT}?show=care")
    box(chart, "youth").focus()
    chart.keyboard.press("r")
    expect(chart.locator("dialog [name=to_name]")).to_have_value("Youth")
    chart.keyboard.type("Young People")
    chart.keyboard.press("Enter")
    expect(chart.locator("[data-said]")).to_contain_text("Youth renamed Young People.")
    expect(box(chart, "youth")).to_be_focused()


def test_from_face_to_face_the_focus_stays_on_the_thing(chart):
    box(chart, "youth").focus()
    chart.keyboard.press("2")
    expect(chart.locator(".outline [data-key=youth]")).to_be_focused()
    chart.keyboard.press("1")
    expect(box(chart, "youth")).to_be_focused()


def test_down_opens_a_box_that_holds_more(borough, page_of, amara):
    planted(borough, snapshot(1500, key="large"))
    page = page_of(amara)
    page.goto("/borough/structures/large/?by=line")
    key = page.locator(".chart .more").first.get_attribute("data-opens")
    expect(box(page, key)).to_have_attribute("aria-expanded", "false")
    box(page, key).focus()
    page.keyboard.press("ArrowDown")
    expect(box(page, key)).to_have_attribute("aria-expanded", "true")
    expect(box(page, key)).to_be_focused()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.above") == key


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("wish", ["", "?by=line&show=head-of-care"])
def test_everybody_can_read_the_chart(wish, width, chart):
    chart.set_viewport_size({"width": width, "height": 900})
    chart.goto(DRAFT + wish)
    assert len(stops(chart)) == 1
    assert faults(chart) == ([], 0)


def test_without_scripts_each_box_is_a_link(at_amaras, drawn):
    html = at_amaras.get(DRAFT).content.decode().split('<div class="chart ')[1].split("</svg>")[0]
    assert html.count("<a href=") == html.count("data-kind=") == 5
    assert "treeitem" not in html


@pytest.mark.parametrize("face", ["", "changes/"])
def test_each_chart_of_a_restructure_is_one_stop_of_tab_too(face, drawn, page_of, amara):
    page = page_of(amara)
    page.goto(f"/borough/restructures/realignment/{face}")
    for chart in page.locator(".chart").all():
        assert chart.locator("svg").evaluate(STOPS) == ["children"]
    page.locator(".chart svg [data-key=children]").last.focus()
    walks(page, ("ArrowDown", "care"), ("ArrowRight", "futures"), ("ArrowUp", "children"))
    assert faults(page) == ([], 0)
