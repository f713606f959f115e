"""Where one is on the board after each act, the keys, two people at once, and that all can read it.

Its one rule: after an act the focus is on the thing acted upon, where it now stands.
"""

import pytest
from playwright.sync_api import expect

from divisions.models import Structure
from posts import proposals, reading, redrawing
from posts.acts import ACTS
from tests.acting import DRAFT
from tests.cast import person, signed_in
from tests.hands import Keyboard
from tests.pages import load_paper
from tests.test_browser import WIDTHS, faults

pytestmark = pytest.mark.browser

OUTLINE = f"{DRAFT}outline/?all=open"
FOCUSED = "document.activeElement.dataset.key"
OURS = ("status of 409", "status of 422")
"""Answers that are meant, of which the browser itself tells its console."""


@pytest.fixture
def drawn(borough):
    """A draft drawn from the small paper's existing structure."""
    load_paper()
    existing = Structure.objects.get(key="existing")
    return proposals.draw(existing, key="draft-a", title="Draft A", user=None)


@pytest.fixture
def board(drawn, page_of, amara):
    """Amara's page with the outline of the draft, on which nothing may be said to the console."""
    page, told = page_of(amara), []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(OUTLINE)
    yield page
    assert [text for text in told if not any(ours in text for ours in OURS)] == []


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


def stands(drawn):
    return reading.read(Structure.objects.get(pk=drawn.pk))


def line(page, key):
    """The line of a unit or post in the outline."""
    return page.locator(f'.outline [data-key="{key}"]')


# ---- where one is afterwards ----

STAYS = {
    "a unit renamed": ("Rename…", "youth", {"Name": "Young People"}),
    "a unit moved": ("Move…", "youth", {"Move to": "Learning"}),
    "a unit's facts changed": ("Change…", "youth", {"Remit": "Play"}),
    "a post retitled": ("Retitle…", "head-of-care", {"Title": "Head of Families"}),
    "a post regraded": ("Regrade…", "head-of-care", {"Grade": "Grade 11"}),
    "a post moved": ("Move…", "head-of-care", {"Move to the unit": "Care"}),
    "a line added": ("Add a line…", "head-of-care", {"To": "Head of Learning"}),
}


@pytest.mark.parametrize("case", STAYS)
def test_after_an_act_the_thing_has_the_focus_and_the_act_is_said(case, board, amaras, drawn):
    act, key, typed = STAYS[case]
    amaras.does(act, key, typed)
    assert board.evaluate(FOCUSED) == key
    assert board.locator("#said").inner_text() == drawn.acts.first().says


def test_after_something_is_created_it_has_the_focus_below_what_had_it(board, amaras, drawn):
    amaras.does("New unit", "care", {"Name": "Play"})
    (play,) = drawn.units.filter(name="Play")
    assert (board.evaluate(FOCUSED), play.parent.key) == (play.key, "care")


@pytest.mark.parametrize(
    ("act", "key", "then"),
    [
        ("Close…", "adoption", "youth"),
        ("Close…", "youth", "care"),
        ("Delete…", "head-of-care", "head-of-learning"),
        ("Delete…", "head-of-learning", "children"),
    ],
)
def test_after_something_goes_its_next_sibling_has_the_focus_else_its_unit(
    act, key, then, board, amaras
):
    amaras.does(act, key)
    assert board.evaluate(FOCUSED) == then


def test_escape_gives_the_focus_back_and_changes_nothing(board, amaras, drawn):
    before = drawn.acts.count()
    amaras.goes_to("youth")
    amaras.press("m")
    expect(board.locator("dialog[open] [name=q]")).to_be_focused()
    board.keyboard.type("learning")
    amaras.press("Escape")
    expect(line(board, "youth")).to_be_focused()
    assert drawn.acts.count() == before


def test_what_is_wrong_is_said_in_the_dialog_and_takes_the_focus(board, amaras):
    amaras.goes_to("youth")
    amaras.press("r")
    expect(board.locator("dialog [name=to_name]")).to_be_focused()
    amaras.press("Control+a")
    amaras.press("Delete")
    amaras.press("Enter")
    expect(board.locator("dialog .summary")).to_be_focused()
    amaras.press("Escape")
    expect(line(board, "youth")).to_be_focused()


# ---- keys ----


def test_arrows_walk_the_outline(board, amaras):
    amaras.goes_to("care")
    for key, then in [
        ("ArrowDown", "head-of-care"),
        ("ArrowUp", "care"),
        ("ArrowLeft", "care"),
        ("ArrowDown", "learning"),
        ("ArrowUp", "care"),
        ("ArrowRight", "care"),
        ("ArrowRight", "head-of-care"),
        ("ArrowLeft", "care"),
        ("End", "head-of-learning"),
        ("Home", "children"),
    ]:
        amaras.press(key)
        assert (key, board.evaluate(FOCUSED)) == (key, then)


def test_enter_shows_what_has_the_focus(board, amaras):
    amaras.goes_to("youth")
    amaras.press("Enter")
    expect(board.locator("#selected h2").first).to_have_text("Youth")


def test_space_ticks_and_a_key_acts_on_all_that_is_ticked(board, amaras, drawn):
    typed = {"Move to": "Learning"}
    amaras.does_to_all("Move…", ["adoption", "youth"], typed)
    units = stands(drawn).units
    assert [units[key].parent for key in ("adoption", "youth")] == ["learning"] * 2
    assert drawn.acts.first().verb == "move a unit"


def test_how_many_are_ticked_is_said_beside_the_buttons(board, amaras):
    for key in ("adoption", "youth"):
        amaras.goes_to(key)
        amaras.press("Space")
    expect(board.locator("[data-counts-chosen]")).to_have_text("2 chosen")


OFFERED = {
    "one unit": (["youth"], ["Move units…", "Change…"]),
    "two units": (["youth", "adoption"], ["Move units…", "Change…", "Merge units…"]),
    "a post": (
        ["head-of-care"],
        ["Move posts…", "Change…", "Regrade…", "Delete posts…", "Change whom they report to…"],
    ),
    "a unit and a post": (["youth", "head-of-care"], []),
}


@pytest.mark.parametrize("case", OFFERED)
def test_what_is_offered_fits_what_is_ticked(case, board, amaras):
    keys, offered = OFFERED[case]
    for key in keys:
        amaras.goes_to(key)
        amaras.press("Space")
    expect(board.locator("#chosen button:visible")).to_have_text(offered)
    if not offered:
        said = board.locator("[data-counts-chosen]")
        expect(said).to_contain_text("nothing is done to both at once")


def test_once_the_other_kind_is_no_longer_ticked_the_acts_are_offered_again(board, amaras):
    for key in ("youth", "head-of-care", "youth"):
        amaras.goes_to(key)
        amaras.press("Space")
    expect(board.locator("#chosen button:visible").first).to_have_text("Move posts…")


def test_alt_and_an_arrow_reorder(board, amaras, drawn):
    amaras.goes_to("adoption")
    amaras.press("Alt+ArrowDown")
    expect(board.locator("[data-said]")).to_contain_text("Adoption moved down.")
    expect(line(board, "adoption")).to_be_focused()
    units = stands(drawn).units
    assert units["youth"].position < units["adoption"].position


def test_control_and_z_undo(board, amaras, drawn):
    amaras.does("Rename…", "youth", {"Name": "Young People"})
    amaras.press("Control+z")
    expect(board.locator("[data-said]")).to_contain_text("Undone")
    expect(line(board, "youth")).to_have_text("Youth")
    expect(line(board, "youth")).to_be_focused()


def test_a_question_mark_shows_all_keys_and_a_slash_finds(board):
    board.keyboard.press("?")
    expect(board.locator("details.keys")).to_have_attribute("open", "")
    board.keyboard.press("/")
    expect(board.locator("#find")).to_be_focused()


def test_keys_can_be_turned_off_and_stay_off(board, amaras):
    board.keyboard.press("?")
    board.locator("#keys-on").uncheck()
    for _ in range(2):
        line(board, "youth").focus()
        for key in ("m", "Alt+ArrowUp", "Control+z"):
            board.keyboard.press(key)
            expect(line(board, "youth")).to_be_focused()
            expect(board.locator("dialog")).not_to_be_visible()
        board.keyboard.press("ArrowUp")
        expect(line(board, "adoption")).to_be_focused()
        board.reload()


def test_what_is_typed_into_a_field_presses_no_key(board):
    board.locator("#find").focus()
    board.keyboard.type("nmp?")
    expect(board.locator("#find")).to_have_value("nmp?")
    expect(board.locator("dialog")).not_to_be_visible()


def test_what_is_typed_before_the_dialog_has_come_is_not_lost_and_presses_no_key(board, amaras):
    amaras.goes_to("youth")
    board.keyboard.type("mlearning")
    expect(board.locator("dialog [data-choices] :checked")).to_have_value("learning")
    expect(board.locator("dialog [name=q]")).to_have_value("learning")


def test_enter_never_moves_to_what_was_chosen_before_something_else_was_typed(board, amaras, drawn):
    amaras.goes_to("youth")
    amaras.press("m")
    expect(board.locator("dialog [name=q]")).to_be_focused()
    board.keyboard.type("childr")
    expect(board.locator("dialog [data-choices] :checked")).to_have_value("children")
    board.keyboard.type("xyz")
    amaras.press("Enter")
    expect(board.locator("dialog [data-choices]")).to_contain_text("Nothing has")
    assert stands(drawn).units["youth"].parent == "care"


def test_a_line_dragged_onto_a_unit_opens_the_form_and_does_nothing_yet(board, drawn):
    line(board, "youth").drag_to(line(board, "learning"))
    expect(board.locator("dialog [data-choices] :checked")).to_have_value("learning")
    assert stands(drawn).units["youth"].parent == "care"
    board.locator("dialog .acts button").click()
    expect(board.locator("[data-said]")).to_contain_text("Youth moved from Care to Learning.")
    assert stands(drawn).units["youth"].parent == "learning"


def test_what_is_ticked_is_dragged_together(board, drawn):
    for key in ("adoption", "youth"):
        board.locator(f'[name=of][value="{key}"]').check()
    line(board, "youth").drag_to(line(board, "learning"))
    expect(board.locator("#act-heading")).to_have_text("Move 2 units")


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
