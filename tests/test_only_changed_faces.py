"""What has changed in a draft, and only that, in the chart and the establishment table."""

import csv
import io
import re

import pytest

from divisions.models import Structure
from posts.views import labels
from tests import made_up
from tests.acting import DRAFT
from tests.pages import load_paper, words
from tests.test_only_changed import MOST_QUERIES, asking, drawn

CHART, TABLE = f"{DRAFT}?only=changed", f"{DRAFT}table/?only=changed"


@pytest.fixture
def draft(borough):
    """A draft of the small paper's existing structure."""
    load_paper()
    return drawn(Structure.objects.get(key="existing"))


def boxes(page):
    """The keys of the boxes that a chart draws, without those of who is outside it."""
    picture = page.content.decode().partition("<svg class=")[2].partition("</svg>")[0]
    return re.findall('data-key="((?!beyond)[^"]+)"', picture)


def rows(page):
    """The keys of the posts that a table lists."""
    body = page.content.decode().partition("<tbody>")[2].partition("</tbody>")[0]
    return re.findall('data-key="([^"]+)"', body)


def test_the_chart_draws_what_has_changed_and_what_it_stands_under(at_bens, draft):
    draft.units.get(key="youth").rename("Young People")
    page = at_bens.get(CHART)
    assert boxes(page) == ["children", "care", "youth"]
    assert boxes(at_bens.get(DRAFT)) == ["children", "care", "adoption", "youth", "learning"]
    assert "1 line marked as changed; the others lead down to it." in words(page)


def test_a_post_that_has_changed_is_drawn_in_the_box_of_its_unit(at_bens, draft):
    draft.posts.get(key="head-of-care").change(title="Head of Families")
    page = at_bens.get(CHART)
    assert boxes(page) == ["children", "care"]
    assert "Head of Families" in words(page)


def test_by_line_of_management_the_chart_draws_the_posts_above_it(at_bens, draft):
    draft.posts.get(key="head-of-care").change(title="Head of Families")
    assert boxes(at_bens.get(f"{CHART}&by=line")) == ["director", "head-of-care"]


def test_the_chart_in_words_lists_no_more_than_the_chart(at_bens, draft):
    draft.units.get(key="youth").rename("Young People")
    said = at_bens.get(CHART).content.decode().split('id="words"')[1].split("<aside")[0]
    assert re.findall('data-key="([^"]+)"', said) == ["children", "care", "youth"]


def test_a_chart_of_a_draft_in_which_nothing_has_changed_says_so(at_bens, draft):
    page = at_bens.get(CHART)
    assert boxes(page) == []
    assert "No unit and no post is marked as changed." in words(page)
    assert "no units and no posts yet" not in words(page)


def test_a_structure_that_is_no_draft_is_drawn_and_listed_whole(at_bens, draft):
    existing = "/borough/structures/existing/"
    assert len(boxes(at_bens.get(f"{existing}?only=changed"))) == 5
    assert len(rows(at_bens.get(f"{existing}table/?only=changed"))) == 3


def test_the_table_says_of_each_post_what_has_changed(at_bens, draft):
    draft.posts.get(key="head-of-care").change(title="Head of Families")
    page = at_bens.get(f"{DRAFT}table/")
    assert "RETITLED, was Head of Care Head of Families" in words(page)
    assert "Only what has changed (1)" in words(page)


def test_the_table_lists_only_the_posts_that_have_changed(at_bens, draft):
    draft.posts.get(key="head-of-care").change(title="Head of Families")
    page = at_bens.get(TABLE)
    assert rows(page) == ["head-of-care"]
    assert "1 of 3 posts" in words(page)
    assert len(rows(at_bens.get(f"{DRAFT}table/"))) == 3


def test_a_table_of_a_draft_in_which_no_post_has_changed_says_so(at_bens, draft):
    page = at_bens.get(TABLE)
    assert rows(page) == []
    assert "No post matches" in words(page)
    assert "What was closed or deleted is told in Changed so far ." in words(page)


def test_the_wish_is_kept_by_the_other_filters_and_goes_with_clear(at_bens, draft):
    html = at_bens.get(f"{TABLE}&find=head").content.decode()
    assert '<input type="hidden" name="only" value="changed">' in html
    assert '<a class="small" href="?">Clear</a>' in html


def test_the_file_has_what_the_table_lists(at_bens, draft):
    draft.posts.get(key="head-of-care").change(title="Head of Families")
    file = at_bens.get(f"{DRAFT}table.csv?only=changed").content.decode()
    titles = [row[0] for row in csv.reader(io.StringIO(file.removeprefix("\ufeff")))]
    assert titles[1:] == ["Head of Families"]


def test_an_act_on_all_that_match_is_on_what_has_changed_alone(at_amaras, draft):
    draft.posts.get(key="head-of-care").change(title="Head of Families")
    form = at_amaras.post(f"{DRAFT}act/regrade/", {"matching": "find=&only=changed"})
    assert re.findall('name="of" value="([^"]+)"', form.content.decode()) == ["head-of-care"]


def test_both_faces_take_few_queries_at_any_size(at_amaras, borough):
    for posts in (50, 5000):
        base = made_up.planted(borough, made_up.snapshot(posts, key=f"of-{posts}"))
        draft = drawn(base, key=f"draft-of-{posts}")
        draft.posts.order_by("lft").last().change(title="The last post")
        for face in ("", "table/"):
            page, queries = asking(
                at_amaras, f"/borough/structures/{draft.key}/{face}?only=changed"
            )
            assert "The last post" in words(page)
            assert queries <= MOST_QUERIES


def test_a_large_draft_is_compared_in_its_table_when_asked(at_bens, draft, monkeypatch):
    monkeypatch.setattr(labels, "MOST", 3)
    draft.posts.get(key="head-of-care").change(title="Head of Families")
    page = at_bens.get(f"{DRAFT}table/")
    assert "RETITLED" not in words(page)
    assert "Label what has changed" in words(page)
    assert rows(at_bens.get(TABLE)) == ["head-of-care"]
