"""The establishment table as people see it: who sees what, and what it says without script."""

from datetime import date, timedelta
from urllib.parse import quote

import pytest

from posts.models import Holding, Post
from tests.made_up import planted, snapshot
from tests.pages import load_paper, words
from tests.test_browser import faults

TABLE = "/borough/structures/existing/table/"


@pytest.fixture
def paper(borough):
    load_paper()


@pytest.fixture
def drawn(borough):
    """A draft of 250 posts."""
    return planted(borough, snapshot(250, key="option"), status="draft")


def page(browser, query="", address=TABLE):
    return browser.get(address + query).content.decode()


# ---- what everybody sees ----


def test_the_table_says_of_each_post_what_is_stated(at_bens, paper):
    shown = words(at_bens.get(TABLE))
    assert "Head of Care Children's Services Grade 9 1 Director of Children's Services" in shown
    assert "Together 3 posts , FTE not stated ." in shown
    assert "3 columns are folded away: Post number, FTE, State are not stated for every" in shown


def test_what_is_filtered_stays_filtered_when_it_is_sorted(at_bens, paper):
    shown = page(at_bens, "?find=head&grade=not+stated")
    assert "1 of 3 posts" in shown
    assert "Head of Learning" in shown
    assert "Head of Care" not in shown
    assert 'href="?find=head&amp;grade=not+stated&amp;sort=unit"' in shown


def test_a_state_is_one_in_the_filter_however_a_paper_spells_it(at_amaras, drawn):
    first, second = Post.objects.filter(structure=drawn).exclude(key="")[:2]
    first.change(state="Seconded")
    second.change(state="seconded")
    address = f"/borough/structures/{drawn.key}/table/"
    shown = page(at_amaras, "?state=seconded", address)
    assert "2 of 250 posts" in shown
    assert shown.casefold().count('<option value="seconded"') == 1


def test_filtering_keeps_the_order_and_what_is_shown(at_bens, paper):
    shown = page(at_bens, "?sort=-grade&show=head-of-care&page=1&find=head")
    form = shown.split('aria-label="Filter the table"')[1].split("</form>")[0]
    assert '<input type="hidden" name="sort" value="-grade">' in form
    assert '<input type="hidden" name="show" value="head-of-care">' in form
    assert 'name="page"' not in form


def test_the_post_that_is_shown_is_told_of_beside_the_table(at_bens, paper):
    shown = page(at_bens, "?show=head-of-care")
    assert '<tr aria-current="true"><th scope="row"><a data-key="head-of-care"' in shown
    assert "Dotted line to" in shown


def test_the_selection_goes_along_from_face_to_face(at_bens, paper):
    shown = page(at_bens, "?show=head-of-care&page=1")
    assert 'href="/borough/structures/existing/?show=head-of-care"' in shown
    assert "/borough/structures/existing/table/?show=care" in page(
        at_bens, "?show=care", "/borough/structures/existing/outline/"
    )


def test_no_match_says_what_was_typed_and_leads_back(at_bens, paper):
    shown = words(at_bens.get(TABLE + "?find=<b>nobody"))
    assert "No post matches “<b>nobody”" in shown
    assert "Show all 3 posts" in shown


def test_a_structure_without_posts_says_so(at_bens, draft):
    shown = words(at_bens.get("/borough/structures/draft/table/"))
    assert "This structure has no posts yet" in shown


def test_a_long_table_comes_page_by_page(at_bens, drawn):
    shown = page(at_bens, "?page=2&sort=post_number", "/borough/structures/option/table/")
    assert "Page 2 of 3" in shown
    assert shown.count("<tr") == 101
    assert "N00101" in shown
    assert 'rel="prev" href="?sort=post_number"' in shown
    assert 'rel="next" href="?page=3&amp;sort=post_number"' in shown


def test_a_unit_deep_down_stays_among_the_choices(at_bens, borough):
    planted(borough, snapshot(2000, key="large"), status="draft")
    shown = page(at_bens, "?unit=u200", "/borough/structures/large/table/")
    assert shown.count("<option") < 250
    assert '<option value="u200" selected>' in shown


# ---- who may choose, and who sees holders ----


def test_only_who_draws_is_offered_to_choose_posts(at_bens, at_amaras, paper, drawn):
    address = "/borough/structures/option/table/"
    assert 'name="of"' in page(at_amaras, "", address)
    assert 'name="of"' not in page(at_bens, "", address)
    assert 'name="of"' not in page(at_amaras, "", TABLE)


def test_all_that_match_can_be_chosen_at_once(at_amaras, drawn):
    shown = page(at_amaras, "?find=n0", "/borough/structures/option/table/")
    assert 'name="matching" value="find=n0&amp;unit=&amp;grade=&amp;state=' in shown
    assert "All 250 rows that match" in shown


@pytest.fixture
def held(paper):
    """Who holds posts, and who held them until yesterday or will from tomorrow."""
    care, learning = (Post.objects.get(key=key, structure__key="existing") for key in HELD)
    day = timedelta(days=1)
    Holding.objects.bulk_create(
        [
            Holding(post=care, person="Siân Example"),
            Holding(post=care, person="Former Example", held_until=date.today() - day),
            Holding(post=learning, person="Future Example", held_from=date.today() + day),
        ]
    )


HELD = ("head-of-care", "head-of-learning")


def test_holders_are_shown_to_those_who_draw_and_only_present_ones(at_amaras, at_emekas, held):
    for browser in (at_amaras, at_emekas):
        shown = page(browser, "?find=sian")
        assert "Siân Example" in shown
        assert "1 of 3 posts" in shown
        assert "Former Example" not in page(browser)
        assert "Future Example" not in page(browser)


@pytest.mark.parametrize("query", ["", "?columns=holder&folded=show", "?find=sian", "?sort=holder"])
def test_nobody_else_sees_or_finds_holders(query, at_bens, at_dilyss, held):
    for browser in (at_bens, at_dilyss):
        assert "Example" not in page(browser, query)
        assert "1 of 3 posts" not in page(browser, query)
        assert "Example" not in page(browser, query, TABLE.replace("table/", "table.csv"))


def test_the_past_has_its_table_and_no_holders(at_amaras, drawn):
    act, post = drawn.acts.first(), Post.objects.get(structure=drawn, key="p7")
    Holding.objects.create(post=post, person="Siân Example")
    post.change(title="Retitled")
    for face in ("table/", "table.csv"):
        address = f"/borough/structures/option/{face}"
        assert "Retitled" in page(at_amaras, "?find=N00007", address)
        assert "Example" in page(at_amaras, "?find=N00007", address)
        past = page(at_amaras, f"?find=N00007&at={act.pk}", address)
        assert "N00007" in past
        assert "Retitled" not in past
        assert "Example" not in past
        assert 'name="of"' not in past


# ---- as a file ----


def test_the_file_is_the_table_as_it_is_filtered_sorted_and_chosen(at_bens, paper):
    answer = at_bens.get(
        "/borough/structures/existing/table.csv?find=head&sort=-post&columns=grade"
    )
    assert answer["Content-Disposition"] == 'attachment; filename="existing-establishment.csv"'
    assert answer.content.decode("utf-8-sig").splitlines() == [
        "Post,Grade",
        "Head of Learning,not stated",
        "Head of Care,Grade 9",
    ]


def test_the_page_leads_to_its_file(at_bens, paper):
    shown = page(at_bens, "?find=" + quote("head & care") + "&show=care&page=1")
    assert "/borough/structures/existing/table.csv?find=head+%26+care" in shown


# ---- by keyboard ----


@pytest.mark.browser
def test_rows_are_walked_chosen_and_acted_on_by_keyboard_alone(page_of, amara, drawn):
    browser = page_of(amara)
    browser.goto("/borough/structures/option/table/")
    browser.locator("tbody th a").first.focus()
    for key in ("ArrowDown", " ", "ArrowDown", " "):
        browser.keyboard.press(key)
    assert browser.locator("tbody input:checked").count() == 2
    browser.keyboard.press("m")
    browser.wait_for_selector("dialog[open] #act")
    assert "2 posts" in browser.locator("#act-heading").inner_text()


@pytest.mark.browser
@pytest.mark.parametrize("width", [1400, 400])
def test_what_is_filtered_as_one_types_keeps_the_focus(width, page_of, amara, drawn):
    browser = page_of(amara)
    browser.set_viewport_size({"width": width, "height": 900})
    browser.goto("/borough/structures/option/table/")
    browser.locator("#filter-find").focus()
    browser.keyboard.type("housing")
    browser.wait_for_url("**find=housing**")
    browser.wait_for_function("document.activeElement.value == 'housing'")
    browser.locator(".columns summary").click()
    assert faults(browser) == ([], 0)
