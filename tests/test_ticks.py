"""Many at once: what is ticked is kept and counted, and after a move one goes on where one was."""

import re

import pytest
from playwright.sync_api import expect

from divisions.models import Structure
from posts import proposals, redrawing
from tests.acting import Desk
from tests.literals import structure as literal
from tests.made_up import planted
from tests.pages import words
from tests.test_board_focus import FOCUSED

TEAMS = """
    directorate hub | Customer Hub
      team north | North Team
        - a | Adviser
        - b | Buyer
        - c | Clerk
        - d | Driver
      team south | South Team
"""
FACE = "/borough/structures/hub/"
CHOSEN = "#chosen [data-counts-chosen]"


@pytest.fixture
def hub(borough):
    """A draft of two teams, in one of which are four posts."""
    return planted(borough, literal(TEAMS, key="hub"), Structure.Status.DRAFT)


def test_what_is_ticked_and_not_listed_is_kept_and_said(hub, at_amaras):
    page = at_amaras.get(f"{FACE}table/?find=buyer&of=a&of=b&of=gone")
    html = page.content.decode()
    assert '<input type="hidden" name="of" value="a" data-kind="post">' in html
    assert 'value="b" form="chosen" checked' in html
    assert 'value="gone" data-kind' not in html
    assert "1 ticked not shown" in words(page)


def test_what_an_act_was_done_to_is_no_longer_ticked(hub, at_amaras):
    desk = Desk(at_amaras, FACE, f"{FACE}table/?of=a&of=b&of=c")
    answer = desk.does("move-posts", "a", "b", to="south")
    assert answer["Location"] == f"{FACE}table/?of=c&show=a&focus=a&left=c"


def test_without_scripts_one_goes_on_with_what_stood_beside_what_was_moved(hub, at_amaras):
    answer = Desk(at_amaras, FACE, f"{FACE}outline/").does("move-posts", "b", to="south")
    page = at_amaras.get(answer["Location"]).content.decode()
    assert 'data-press="b" href="?show=c&amp;focus=c">Go on where you were' in page


@pytest.fixture
def at(hub, page_of, amara):
    """Amara's browser."""
    return page_of(amara)


def ticks(page):
    """The keys of the boxes that are ticked."""
    return page.eval_on_selector_all("[name=of]:checked", "all => all.map(one => one.value)")


@pytest.mark.browser
def test_all_that_is_shown_is_ticked_at_once(at):
    at.goto(f"{FACE}table/")
    at.get_by_label("Tick the 4 posts shown").check()
    expect(at.locator(CHOSEN)).to_have_text("4 chosen")
    at.goto(f"{FACE}outline/?all=open")
    at.get_by_role("button", name="Tick the 3 units shown").click()
    assert ticks(at) == ["hub", "north", "south"]
    at.get_by_text("Untick all").click()
    assert ticks(at) == []


@pytest.mark.browser
def test_shift_ticks_all_from_the_one_ticked_last(at):
    at.goto(f"{FACE}outline/?all=open")
    at.locator("[name=of][value=a]").click()
    at.locator("[name=of][value=c]").click(modifiers=["Shift"])
    assert ticks(at) == ["a", "b", "c"]


@pytest.mark.browser
def test_ticks_are_kept_while_one_filters_and_goes_from_face_to_face(at):
    at.goto(f"{FACE}table/")
    at.locator("[name=of][value=a]").check()
    at.get_by_label("Choose Buyer").check()
    at.get_by_label("Filter", exact=True).fill("buyer")
    expect(at.locator(CHOSEN)).to_have_text("2 chosen, 1 of them not shown")
    at.get_by_label("Choose Buyer").uncheck()
    at.get_by_role("link", name="Outline").click()
    at.wait_for_url("**/outline/**")
    expect(at.locator(CHOSEN)).to_have_text("1 chosen")
    assert ticks(at) == ["a"]


@pytest.mark.browser
def test_after_a_move_one_goes_on_where_one_was(at):
    at.goto(f"{FACE}table/?sort=-post&show=b&focus=b")
    at.locator("[data-key=b]").focus()
    at.keyboard.press("m")
    at.keyboard.type("South")
    expect(at.locator("dialog [name=found]")).to_have_value("South")
    at.keyboard.press("Enter")
    expect(at.locator(".toast")).to_be_visible()
    assert at.evaluate(FOCUSED) == "b"
    at.keyboard.press("b")
    expect(at.locator("[data-key=a]")).to_be_focused()  # the table runs from the last to the first


@pytest.mark.browser
def test_three_quick_presses_undo_three_acts(at, hub, amara):
    for key in ("a", "b", "c"):
        with hub.editing(amara, "move posts"):
            redrawing.move_posts([hub.posts.get(key=key)], hub.units.get(key="south"))
    at.goto(f"{FACE}outline/?all=open")
    for _ in range(3):
        at.keyboard.press("Control+z")
    expect(at.locator(".toast")).to_contain_text("Undone: Adviser")
    assert {post.unit.key for post in hub.posts.exclude(key="")} == {"north"}


@pytest.mark.browser
def test_the_title_of_the_page_stays_whatever_is_fetched_into_it(hub, at, amara):
    proposals.draw(hub, key="draft", title="The draft", user=amara)
    at.goto("/borough/structures/draft/outline/")
    expect(at.locator("#changed, .so-far, .fetched .mini").first).to_be_visible()
    at.wait_for_timeout(300)
    assert at.title().startswith("The draft: outline")
    at.locator("[data-key=north]").first.focus()
    at.keyboard.press("r")
    expect(at.locator("dialog #act")).to_be_visible()
    at.keyboard.press("Escape")
    assert at.title().startswith("The draft: outline")
    at.keyboard.press("3")
    at.wait_for_url("**/table/**")
    expect(at).to_have_title(re.compile("^The draft: establishment table"))


def test_what_has_changed_stands_beside_the_table_and_not_below_it(hub, at_amaras, amara):
    proposals.draw(hub, key="draft", title="The draft", user=amara)
    face = "/borough/structures/draft/table/"
    html = at_amaras.get(face).content.decode()
    assert 'data-press="w" href="?panel=changed#selected"' in html
    assert '<aside id="selected"' not in html
    beside = at_amaras.get(f"{face}?panel=changed").content.decode()
    assert '<div class="bench">' in beside
    assert '<aside id="selected"' in beside
