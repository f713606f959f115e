"""A draft's outline with only what has changed: those lines, the way down to them, how many."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from divisions.models import Structure
from posts import proposals, redrawing
from tests import made_up
from tests.acting import DRAFT
from tests.pages import load_paper, words

OUTLINE, ONLY = f"{DRAFT}outline/", f"{DRAFT}outline/?only=changed"
MOST_QUERIES = 15


def drawn(base, key="draft-a"):
    """A draft that is drawn from a structure."""
    return proposals.draw(base, key=key, title="Draft A", user=None)


@pytest.fixture
def draft(borough):
    """A draft of the small paper's existing structure."""
    load_paper()
    return drawn(Structure.objects.get(key="existing"))


def listed(page):
    """The keys of the lines of an outline, the lists of which open and close as they should."""
    html = page.content.decode()
    outline = html.split('class="panel outlined">')[-1].split("<aside")[0]
    for tag in ("ul", "li", "details"):
        assert len(re.findall(f"<{tag}[ >]", outline)) == outline.count(f"</{tag}>")
    return re.findall('data-key="([^"]+)"', outline)


def test_a_draft_lists_what_has_changed_and_the_way_down_to_it(at_bens, draft):
    draft.units.get(key="youth").rename("Young People")
    page = at_bens.get(ONLY)
    assert listed(page) == ["children", "care", "youth"]
    assert "1 line marked as changed; the others lead down to it." in words(page)


def test_a_post_that_has_changed_is_listed_without_its_neighbours(at_bens, draft):
    draft.posts.get(key="head-of-care").change(title="Head of Families")
    assert listed(at_bens.get(ONLY)) == ["children", "care", "head-of-care"]


def test_the_branches_down_to_what_has_changed_stand_open(at_bens, draft):
    draft.units.get(key="youth").rename("Young People")
    html = at_bens.get(ONLY).content.decode()
    assert html.count("<details data-branch") == html.count(" open><summary>") == 2


def test_how_many_lines_have_changed_is_said_before_one_asks(at_bens, draft):
    for key in ("youth", "adoption"):
        draft.units.get(key=key).rename(f"New {key}")
    page = at_bens.get(OUTLINE)
    assert "Only what has changed (2)" in words(page)
    assert 'href="?only=changed"' in page.content.decode()
    assert len(listed(page)) == 8


def test_by_line_of_management_only_posts_are_counted(at_bens, draft):
    draft.units.get(key="youth").rename("Young People")
    draft.posts.get(key="head-of-care").change(title="Head of Families")
    page = at_bens.get(f"{ONLY}&by=line")
    assert "Only what has changed (1)" in words(page)
    assert listed(page) == ["director", "head-of-care"]


def test_that_nothing_has_changed_is_said_and_where_what_is_gone_is_told(at_bens, draft):
    redrawing.close(draft.units.get(key="adoption"))
    page = at_bens.get(ONLY)
    assert listed(page) == []
    assert (
        "No unit and no post is marked as changed. "
        "What was closed or deleted is told in Changed so far ." in words(page)
    )
    assert "Adoption" in words(at_bens.get(f"{DRAFT}changed/"))


def test_what_is_selected_stays_listed_though_it_has_not_changed(at_bens, draft):
    draft.units.get(key="youth").rename("Young People")
    page = at_bens.get(f"{ONLY}&show=learning")
    assert listed(page) == ["children", "care", "youth", "learning"]
    assert "1 line marked as changed" in words(page)


def test_the_wish_is_kept_from_line_to_line_and_after_an_act(at_amaras, draft):
    draft.units.get(key="youth").rename("Young People")
    page = at_amaras.get(ONLY).content.decode()
    assert 'href="?only=changed&amp;show=youth#selected"' in page
    assert 'name="back" value="/borough/structures/draft-a/outline/?only=changed"' in page


def test_a_structure_that_is_no_draft_is_listed_whole(at_bens, draft):
    page = at_bens.get("/borough/structures/existing/outline/?only=changed")
    assert len(listed(page)) == 8
    assert "Only what has changed" not in words(page)


def test_a_moment_of_the_past_is_listed_whole(at_bens, draft):
    draft.units.get(key="youth").rename("Young People")
    page = at_bens.get(f"{ONLY}&at={draft.acts.first().pk}")
    assert len(listed(page)) == 8


def asking(browser, address):
    """A page, and how many queries it took."""
    with CaptureQueriesContext(connection) as queries:
        page = browser.get(address)
    return page, len(queries)


def test_it_takes_as_few_queries_at_any_size_and_none_more_than_the_whole(at_amaras, borough):
    numbers = []
    for posts in (50, 5000):
        base = made_up.planted(borough, made_up.snapshot(posts, key=f"of-{posts}"))
        draft = drawn(base, key=f"draft-of-{posts}")
        draft.units.order_by("lft").last().rename("The last team")
        outline = f"/borough/structures/{draft.key}/outline/"
        asking(at_amaras, f"{outline}?labels=on")
        page, only = asking(at_amaras, f"{outline}?only=changed")
        assert "1 line marked as changed" in words(page)
        assert len(listed(page)) < 8
        numbers.append((only, asking(at_amaras, f"{outline}?labels=on")[1]))
    (few, whole), (many, _) = numbers
    assert few == many <= whole <= MOST_QUERIES
