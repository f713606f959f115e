"""The outline as a tree: what a screen reader hears of it, and how one walks in it by keyboard.

Its one rule: a tree is one stop of Tab, and whatever the mouse does in a line a key does too.
"""

import pytest
from playwright.sync_api import expect

from divisions.models import Structure, Unit
from posts import proposals
from tests.acting import DRAFT
from tests.hands import Keyboard
from tests.made_up import planted, snapshot
from tests.pages import load_paper
from tests.test_browser import faults

pytestmark = pytest.mark.browser

OUTLINE = f"{DRAFT}outline/?all=open"
FOCUSED = "document.activeElement.dataset.key"
STOPS = """part => [...part.querySelectorAll("a, input, summary")]
  .filter(each => each.tabIndex === 0 && each.checkVisibility()).map(each => each.dataset.key)"""
HEARD = """\
Children's Services, directorate: level 1, expanded
Director of Children's Services, head, reports to Chief Executive, outside this chart: level 2
Care, division: level 2, expanded
Head of Care, Grade 9, head, dotted line to Chief Executive: level 3
Adoption, service: level 3
Young People, service, RENAMED, was Youth: level 3, checked
Learning, division: level 2, expanded
Head of Learning, head: level 3"""
NO_PART = {"StaticText", "InlineTextBox", "group", "none", "generic"}


@pytest.fixture
def drawn(borough):
    """A draft drawn from the small paper's existing structure."""
    load_paper()
    existing = Structure.objects.get(key="existing")
    return proposals.draw(existing, key="draft-a", title="Draft A", user=None)


@pytest.fixture
def board(drawn, page_of, amara):
    """Amara's page with the outline of the draft."""
    page = page_of(amara)
    page.goto(OUTLINE)
    return page


@pytest.fixture
def amaras(board):
    """Amara at her keyboard."""
    return Keyboard(board)


def line(page, key):
    """The line of a unit or post in the outline."""
    return page.locator(f'.outline [data-key="{key}"]')


def stops(page):
    """The keys of what Tab stops at in the outline."""
    return page.locator(".outlined").evaluate(STOPS)


def walks(page, *steps):
    """Press keys one after the other; each gives the focus to a unit or post."""
    for key, then in steps:
        page.keyboard.press(key)
        assert (key, page.evaluate(FOCUSED)) == (key, then)


# ---- what is heard ----


def heard(page):
    """The tree as the browser itself gives it to a screen reader, line by line."""
    told = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    nodes = {node["nodeId"]: node for node in told}
    tree = next(node for node in told if node["role"]["value"] == "tree")
    return "\n".join(_heard(nodes, tree))


def _heard(nodes, above):
    for node in (nodes[key] for key in above["childIds"] if key in nodes):
        role = node["role"]["value"]
        if not node["ignored"] and role not in NO_PART:
            facts = {each["name"]: each["value"].get("value") for each in node["properties"]}
            states = [
                state for state in ("expanded", "checked") if facts.get(state) in (True, "true")
            ]
            level = ", ".join([f"level {facts.get('level')}", *states])
            yield f"{'' if role == 'treeitem' else role}{node['name']['value']}: {level}"
        yield from _heard(nodes, node)


def test_a_line_is_heard_with_its_name_its_kind_what_changed_and_whether_it_is_ticked(board, drawn):
    drawn.units.get(key="youth").rename("Young People")
    board.reload()
    board.locator("[name=of][value=youth]").check()
    expect(line(board, "youth")).to_have_attribute("aria-checked", "true")
    assert heard(board) == HEARD


def test_a_line_that_is_shut_and_one_that_is_shown_are_heard_to_be_so(board):
    board.goto(f"{OUTLINE}&show=learning")
    line(board, "care").focus()
    board.keyboard.press("ArrowLeft")
    expect(line(board, "care")).to_have_attribute("aria-expanded", "false")
    expect(line(board, "learning")).to_have_attribute("aria-current", "true")
    assert board.get_by_role("treeitem", name="Adoption").count() == 0


def test_a_line_is_heard_with_its_place_among_its_siblings(board):
    heard = line(board, "learning").evaluate(
        "line => [line.ariaLevel, line.ariaPosInSet, line.ariaSetSize]"
    )
    assert heard == ["2", "3", "3"]


def test_without_scripts_it_is_a_list_of_links_and_boxes_to_tick(at_amaras, drawn):
    html = at_amaras.get(OUTLINE).content.decode()
    outline = html.split('<ul class="outline">')[1].split("<aside")[0]
    assert outline.count('<input type="checkbox"') == outline.count("data-key=") == 8
    assert "role=" not in outline
    assert "tabindex" not in outline


# ---- one stop of Tab ----


def test_tab_stops_once_in_the_tree_and_next_in_the_panel(board):
    assert stops(board) == ["children"]
    line(board, "children").focus()
    walks(board, ("ArrowDown", "director"), ("ArrowDown", "care"))
    assert stops(board) == ["care"]
    board.keyboard.press("Tab")
    assert board.evaluate("document.activeElement.closest('#selected') !== null")
    walks(board, ("Shift+Tab", "care"))


def test_tab_comes_to_what_is_shown(board):
    board.goto(f"{OUTLINE}&show=youth")
    assert stops(board) == ["youth"]


def test_where_a_branch_is_shut_over_the_stop_its_own_line_is_the_stop(board):
    line(board, "youth").focus()
    board.locator("[data-branch=children] > summary").first.click()
    assert stops(board) == ["children"]
    assert board.evaluate(FOCUSED) == "children"


def test_what_is_pressed_with_the_mouse_has_the_focus_in_its_line(board):
    board.locator("[name=of][value=youth]").click()
    assert board.evaluate(FOCUSED) == "youth"
    expect(line(board, "youth")).to_have_attribute("aria-checked", "true")
    board.keyboard.press("Space")
    expect(board.locator("[name=of][value=youth]")).not_to_be_checked()
    expect(line(board, "youth")).to_have_attribute("aria-checked", "false")


def test_each_place_of_a_structure_is_a_tree_of_its_own_and_arrows_go_on_to_the_next(board, drawn):
    drawn.units.get(key="learning").move_to_top("outside")
    board.reload()
    trees = board.get_by_role("tree")
    assert [tree.get_attribute("aria-label") for tree in trees.all()] == [
        "Draft A",
        "Outside the council",
    ]
    assert stops(board) == ["children", "learning"]
    line(board, "children").focus()
    walks(board, ("End", "youth"), ("ArrowDown", "learning"), ("Home", "learning"))


# ---- arrows, Enter, names ----


def test_right_goes_in_and_left_goes_out(board):
    line(board, "care").focus()
    walks(
        board,
        ("ArrowRight", "head-of-care"),
        ("ArrowRight", "head-of-care"),
        ("ArrowLeft", "care"),
        ("ArrowLeft", "care"),
        ("ArrowDown", "learning"),
        ("ArrowLeft", "learning"),
        ("ArrowLeft", "children"),
        ("ArrowLeft", "children"),
        ("ArrowDown", "children"),
    )


def test_enter_shows_a_thing_and_the_focus_stays_on_it(board):
    line(board, "care").focus()
    board.keyboard.press("Enter")
    expect(board.locator("#selected h2").first).to_have_text("Care")
    expect(line(board, "care")).to_be_focused()
    assert stops(board) == ["care"]
    board.keyboard.press("Tab")
    assert board.evaluate("document.activeElement.closest('#selected') !== null")


def test_what_is_typed_with_shift_goes_to_the_next_name_that_begins_so(board):
    line(board, "children").focus()
    walks(board, ("Shift+H", "head-of-care"))
    board.keyboard.type("ead of l")
    assert board.evaluate(FOCUSED) == "head-of-learning"


def test_a_letter_typed_again_goes_on_from_name_to_name(board):
    line(board, "children").focus()
    walks(board, ("Shift+H", "head-of-care"), ("Shift+H", "head-of-learning"))
    expect(board.locator("dialog")).not_to_be_visible()


def test_a_letter_that_is_no_acts_goes_to_a_name_by_itself(board):
    line(board, "children").focus()
    walks(board, ("y", "youth"), ("l", "youth"))


def test_who_may_not_edit_ticks_nothing_and_walks_by_name_too(drawn, page_of, ben):
    page = page_of(ben)
    page.goto(OUTLINE)
    assert page.locator(".outline [aria-checked]").count() == 0
    line(page, "children").focus()
    walks(page, ("d", "director"), ("Space", "director"), ("End", "head-of-learning"))


def test_what_was_all_opened_is_closed_again_but_for_two_levels(board, drawn):
    Unit.create(drawn, "Play", key="play", under=drawn.units.get(key="youth"))
    board.goto(f"{DRAFT}outline/")
    for name, shown in [("Open all", True), ("Close all but two levels", False)]:
        board.get_by_role("link", name=name).click()
        expect(line(board, "play")).to_be_visible(visible=shown)


# ---- a large structure ----


@pytest.fixture
def large(borough, page_of, amara):
    """Amara's page with the outline of a structure of which not all is listed at first."""
    planted(borough, snapshot(1500, key="large"))
    page = page_of(amara)
    page.goto("/borough/structures/large/outline/?all=open")
    return page


def test_a_branch_that_is_not_listed_is_shut_and_is_fetched_by_the_arrow(large):
    shut = large.locator(".outline li:has(> .more) > .ln [data-key]").first
    key = shut.get_attribute("data-key")
    expect(shut).to_have_attribute("aria-expanded", "false")
    shut.focus()
    large.keyboard.press("ArrowRight")
    expect(line(large, key)).to_have_attribute("aria-expanded", "true")
    expect(line(large, key)).to_be_focused()
    large.keyboard.press("ArrowRight")
    assert large.evaluate(f'{FOCUSED} !== "{key}"')
    assert large.locator(".more a").first.get_attribute("tabindex") == "-1"


def test_everybody_can_read_a_large_tree(large):
    assert len(stops(large)) == large.get_by_role("tree").count()
    assert faults(large) == ([], 0)


# ---- only what has changed ----


@pytest.mark.parametrize("width", [1400, 400])
def test_only_what_has_changed_is_asked_for_by_keyboard_and_can_be_read(width, board, drawn):
    board.set_viewport_size({"width": width, "height": 900})
    drawn.units.get(key="youth").rename("Young People")
    board.reload()
    line(board, "care").focus()
    board.keyboard.press("ArrowLeft")
    board.get_by_role("link", name="Only what has changed (1)").focus()
    board.keyboard.press("Enter")
    expect(board.locator("#only-changed")).to_be_visible()
    assert board.locator(".outline [data-key]:visible").evaluate_all(
        "lines => lines.map(line => line.dataset.key)"
    ) == ["children", "care", "youth"]
    assert faults(board) == ([], 0)


def test_what_is_undone_has_the_focus_though_it_is_no_change_any_more(board, amaras, drawn):
    board.goto(f"{OUTLINE}&only=changed&show=youth")
    amaras.does("Rename…", "youth", {"Name": "Young People"})
    amaras.press("Control+z")
    expect(board.locator("[data-said]")).to_contain_text("Undone")
    expect(line(board, "youth")).to_be_focused()
    assert "only=changed" in board.url
