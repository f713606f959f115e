"""Two people on one board in their browsers, and a board that everybody can read."""

import pytest
from playwright.sync_api import expect

from posts import redrawing
from posts.acts import ACTS
from tests.acting import DRAFT
from tests.boards import OUTLINE, line, opened, stands
from tests.cast import person, signed_in
from tests.hands import Keyboard
from tests.test_browser import WIDTHS, faults

pytestmark = pytest.mark.browser


@pytest.fixture
def board(drawn, page_of, amara):
    """Amara's page with the outline of the draft, on which nothing may be said to the console."""
    with opened(page_of(amara)) as page:
        yield page


@pytest.fixture
def amaras(board):
    """Amara at her keyboard."""
    return Keyboard(board)


@pytest.fixture
def noors_page(browser, browser_context_args, base_url, borough):
    """Another browser, at which Noor has signed in, who is an HR officer too."""
    context = browser.new_context(**browser_context_args)
    session = signed_in(person("Noor", borough, "officer")).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": base_url}])
    yield context.new_page()
    context.close()


# ---- two people at once ----


def test_two_edits_of_different_things_both_survive(board, amaras, noors_page, drawn):
    amaras.goes_to("youth")
    amaras.press("r")
    expect(board.locator("dialog [name=to_name]")).to_be_focused()
    noors_page.goto(OUTLINE)
    Keyboard(noors_page).does("Rename…", "adoption", {"Name": "Permanence"})
    board.keyboard.type("Young People")
    amaras.press("Enter")
    expect(line(board, "youth")).to_have_text("Young People")
    expect(line(board, "adoption")).to_have_text("Permanence")


def test_the_second_to_edit_one_thing_is_told_and_keeps_what_was_typed(
    board, amaras, noors_page, drawn
):
    amaras.goes_to("youth")
    amaras.press("r")
    expect(board.locator("dialog [name=to_name]")).to_be_focused()
    noors_page.goto(OUTLINE)
    Keyboard(noors_page).does("Rename…", "youth", {"Name": "Youth and Play"})
    board.keyboard.type("Young People")
    amaras.press("Enter")
    expect(board.locator("main h1")).to_have_text("Somebody changed this while you were writing")
    expect(board.locator(".notice--look")).to_be_focused()
    expect(board.locator(".notice--look")).to_contain_text("Youth renamed Youth and Play")
    expect(board.locator("[name=to_name]")).to_have_value("Young People")
    assert stands(drawn).units["youth"].name == "Youth and Play"
    board.get_by_role("button", name="Apply mine on top").last.click()
    expect(line(board, "youth")).to_have_text("Young People")


def test_what_somebody_closed_meanwhile_is_said_in_the_dialog(board, amaras, drawn):
    redrawing.close(drawn.units.get(key="youth"))
    amaras.goes_to("youth")
    amaras.press("m")
    expect(board.locator("dialog .summary")).to_be_focused()
    expect(board.locator("dialog .summary")).to_contain_text("“Youth” is no longer in Draft A")
    assert faults(board) == ([], 0)
    board.get_by_role("link", name="Go back to Draft A").click()
    expect(line(board, "youth")).to_have_count(0)


# ---- everybody can read it ----


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("shown", ["", "&show=care", "&show=head-of-care", "&show=care&edit=remit"])
def test_everybody_can_read_the_board(shown, width, board):
    board.set_viewport_size({"width": width, "height": 900})
    board.goto(OUTLINE + shown)
    assert faults(board) == ([], 0)


OPENED_BY_KEY = [name for name, act in ACTS.items() if act.key and not act.is_instant]


ABOUT = {"unit": "care", "post": "head-of-care"}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", OPENED_BY_KEY)
def test_everybody_can_read_each_dialog(name, width, board, amaras):
    act = ACTS[name]
    board.set_viewport_size({"width": width, "height": 900})
    line(board, ABOUT[act.of[0]] if act.of else "care").focus()
    amaras.press({"delete": "Delete"}.get(act.key, act.key))
    expect(board.locator("dialog[open] h1")).to_be_visible()
    assert faults(board) == ([], 0)


@pytest.mark.parametrize("width", WIDTHS)
def test_everybody_can_read_an_act_on_what_is_ticked(width, board):
    board.set_viewport_size({"width": width, "height": 900})
    for key in ("care", "learning"):
        board.locator(f'[name=of][value="{key}"]').check()
    assert faults(board) == ([], 0)
    board.get_by_role("button", name="Merge units…").click()
    expect(board.locator("dialog[open] h1")).to_have_text("Merge Care and Learning")
    assert faults(board) == ([], 0)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("name", "of"), [("change", "head-of-care"), ("move-unit", "youth"), ("split", "care")]
)
def test_everybody_can_read_an_act_as_a_page(name, of, width, board):
    board.set_viewport_size({"width": width, "height": 900})
    board.goto(f"{DRAFT}act/{name}/?of={of}")
    assert faults(board) == ([], 0)


@pytest.mark.parametrize("width", WIDTHS)
def test_everybody_can_read_a_form_that_is_refused(width, board):
    board.set_viewport_size({"width": width, "height": 900})
    board.goto(f"{DRAFT}act/rename/?of=youth")
    board.fill("#id_to_name", "")
    board.locator(".act .acts button").click()
    expect(board.locator(".summary")).to_be_focused()
    assert faults(board) == ([], 0)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["change", "rename"])
def test_everybody_can_read_what_was_changed_meanwhile(name, width, board, drawn):
    board.set_viewport_size({"width": width, "height": 900})
    board.goto(f"{DRAFT}act/{name}/?of=youth")
    drawn.units.get(key="youth").rename("Youth and Play")
    board.fill("#id_name" if name == "change" else "#id_to_name", "Young People")
    board.locator(".act .acts button").click()
    expect(board.locator("main h1")).to_have_text("Somebody changed this while you were writing")
    assert faults(board) == ([], 0)
