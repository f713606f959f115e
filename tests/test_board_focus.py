"""Where the focus is on the board, what its keys do, and what dragging does."""

import pytest
from playwright.sync_api import expect

from tests.boards import line, opened, stands
from tests.hands import Keyboard

pytestmark = pytest.mark.browser


FOCUSED = "document.activeElement.dataset.key"


@pytest.fixture
def board(drawn, page_of, amara):
    """Amara's page with the outline of the draft, on which nothing may be said to the console."""
    with opened(page_of(amara)) as page:
        yield page


@pytest.fixture
def amaras(board):
    """Amara at her keyboard."""
    return Keyboard(board)


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
