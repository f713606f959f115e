"""Finding units and posts by part of a name: what is found, in which order, by whom."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from posts.models import Holding, Post
from posts.nearest import nearest
from posts.search import POSTS, UNITS, find, find_in
from posts.snapshot import OtherName
from posts.spelling import marked
from tests.literals import structure
from tests.made_up import planted, snapshot
from tests.pages import load_paper, words
from tests.test_browser import faults

CHILDREN = """
    directorate cs | Children’s Services
      - dcs | Director of Children’s Services | post_number=C-1 | grade=Grade 9
      division fam | Families and Adoption
        - hf | Head of Adoption | post_number=C-2
        team ado | Adoption
          - sw | Social Worker
          - zoe | Zoë Hub Officer
      division edu | Education (Adoption of)
        - ? | ?
    """


@pytest.fixture
def draft(borough):
    wanted = structure(CHILDREN, key="draft")
    wanted.units["edu"] = called(wanted.units["edu"], "Schools’ Service")
    wanted.posts["dcs"] = called(wanted.posts["dcs"], "DCS")
    return planted(borough, wanted, "draft")


def called(part, name):
    """The same unit or post with another name."""
    return replace(part, other_names=(OtherName(name, ("¶4 name",)),))


def keys(*finding, **how):
    return [found.key for found in find(*finding, **how)]


# ---- what is found, in which order ----


def test_what_fits_best_comes_first(draft):
    assert keys(draft, "adoption") == ["ado", "fam", "edu", "hf", "sw", "zoe", "?"]


def test_every_word_must_be_found_wherever_it_stands(draft):
    assert keys(draft, "adoption worker") == ["sw"]
    assert keys(draft, "adoption nobody") == []


@pytest.mark.parametrize("typed", ["children's serv", "CHILDREN’S SERV", " children's   serv "])
def test_case_apostrophes_and_spaces_make_no_difference(draft, typed):
    assert keys(draft, typed) == ["cs", "dcs"]


@pytest.mark.parametrize("typed", ["Zoë", "ZOË", "zoë"])
def test_accents_are_found_in_either_case(draft, typed):
    assert keys(draft, typed) == ["zoe"]


def test_other_names_are_found_and_told(draft):
    (unit,) = find(draft, "schools' serv")
    (post,) = find(draft, "dcs")
    assert (unit.key, unit.also) == ("edu", "also called Schools’ Service")
    assert (post.key, post.also) == ("dcs", "also called DCS")


def test_the_words_around_other_names_are_not_found(draft):
    assert keys(draft, "sources") == keys(draft, "¶4") == []


def test_a_post_number_is_found_and_told(draft):
    first, *_ = find(draft, "c-2")
    assert (first.key, first.also) == ("hf", "post number C-2")


def test_a_post_is_found_by_its_unit_after_those_by_their_title(draft):
    assert keys(draft, "adoption", of=POSTS) == ["hf", "sw", "zoe", "?"]
    assert keys(draft, "adoption", of=UNITS) == ["ado", "fam", "edu"]


def test_each_is_told_with_where_it_sits_and_what_it_is(draft):
    unit, *_ = find(draft, "adoption")
    assert (unit.path, unit.what) == ("Children’s Services › Families and Adoption", "team")
    post, *_ = find(draft, "director")
    assert (post.path, post.what) == ("Children’s Services", "post, Grade 9")


def test_what_is_no_pattern_is_looked_for_as_it_is(draft):
    assert keys(draft, "%") == keys(draft, "_") == keys(draft, "\\") == []
    assert keys(draft, "(adoption", of=UNITS) == ["edu"]


def test_nothing_typed_lists_the_first(draft):
    assert keys(draft, "", of=UNITS, most=2) == ["cs", "fam"]


def test_a_post_whose_title_is_not_stated_is_found_by_its_unit(draft):
    assert [found.name for found in find(draft, "education", of=POSTS)] == ["title not stated"]


def test_at_most_twenty_are_listed_and_the_others_counted(borough):
    large = planted(borough, snapshot(300, key="large"))
    finds = find(large, "n0")
    assert (len(finds), finds.more) == (20, 280)


def test_several_structures_are_searched_at_once(draft, borough):
    other = planted(borough, structure(CHILDREN, key="other"))
    found = find_in([draft, other], "families")
    assert [(each.structure.key, each.key) for each in found if each.name.startswith("F")] == [
        ("draft", "fam"),
        ("other", "fam"),
    ]


def test_another_structure_of_the_council_is_not_searched(draft, borough):
    planted(borough, structure("team lost | Lost property", key="other"))
    assert keys(draft, "lost") == []


# ---- what comes nearest, and what is marked ----


def test_where_nothing_is_found_the_nearest_name_is_told(draft):
    finds = find(draft, "hed of adopton")
    assert not finds.found
    assert finds.nearest == "Head of Adoption"
    assert find(draft, "qqqq").nearest is None


def test_the_nearest_is_looked_for_among_what_was_asked_for(draft):
    assert find(draft, "directr", of=UNITS).nearest is None
    assert nearest(["asesment"], ["Group Manager, Assessment", "Other"]) == (
        "Group Manager, Assessment"
    )
    assert nearest(["123"], ["Team 124"]) is None


@pytest.mark.parametrize(
    ("name", "typed", "hit"),
    [
        ("Assessment", ["assess"], ["Assess"]),
        ("Zoë’s House", ["zoe's"], ["Zoë’s"]),
        ("Straße", ["strasse"], ["Straße"]),
        ("Head of Heads", ["head"], ["Head", "Head"]),
        ("Anything", [], []),
    ],
)
def test_what_was_typed_is_marked(name, typed, hit):
    pieces = marked(name, typed)
    assert [text for text, is_hit in pieces if is_hit] == hit
    assert "".join(text for text, _ in pieces) == name


# ---- the pages ----

FIND = "/borough/structures/existing/find/"


def test_the_page_shows_where_each_sits_and_leads_there(at_bens, borough):
    load_paper()
    answer = at_bens.get(FIND + "?q=you")
    assert "1 found Youth Children's Services › Care service" in words(answer).replace(
        "You th", "Youth"
    )
    assert "<mark>You</mark>th" in answer.content.decode()
    assert 'href="/borough/structures/existing/outline/?show=youth#selected"' in (
        answer.content.decode()
    )


def test_no_match_names_what_was_typed_and_the_nearest(at_bens, borough):
    load_paper()
    answer = at_bens.get(FIND + "?q=<i>lerning")
    assert "Nothing has “<i>lerning” in its name" in words(answer)
    assert f'<a href="{FIND}?q=Learning">' in at_bens.get(FIND + "?q=lerning").content.decode()


def test_nothing_typed_finds_nothing(at_bens, borough):
    load_paper()
    assert " found" not in words(at_bens.get(FIND + "?q=+"))


def test_the_council_is_searched_in_what_it_works_on(at_bens, borough):
    load_paper()
    assert "Existing divisions › Children's Services" in words(
        at_bens.get("/borough/find/?q=youth")
    )
    planted(borough, structure("team youth2 | Youth Hub", key="option"), status="draft")
    page = words(at_bens.get("/borough/find/?q=youth"))
    assert "1 found" in page
    assert "Hub option team" in page


def test_the_header_searches_the_structure_one_looks_at(at_bens, borough):
    load_paper()
    html = at_bens.get("/borough/structures/existing/").content.decode()
    assert f'role="search" method="get" action="{FIND}"' in html
    assert 'method="get" action="/borough/find/"' in at_bens.get("/borough/").content.decode()


# ---- holders ----


@pytest.fixture
def held(borough):
    load_paper()
    care, learning = (
        Post.objects.get(structure__key="existing", key=key)
        for key in ("head-of-care", "head-of-learning")
    )
    yesterday = date.today() - timedelta(days=1)
    Holding.objects.bulk_create(
        [
            Holding(post=care, person="Siân Example"),
            Holding(post=learning, person="Siân Former", held_until=yesterday),
        ]
    )


def test_who_draws_finds_a_post_by_its_present_holder(at_amaras, at_emekas, held):
    for browser in (at_amaras, at_emekas):
        page = words(browser.get(FIND + "?q=siân"))
        assert "1 found Head of Care held by Siân Example" in page
        assert "Former" not in page


def test_nobody_else_finds_or_is_told_holders(at_bens, at_dilyss, held):
    for browser in (at_bens, at_dilyss):
        for query in ("?q=siân", "?q=example", "?q=head"):
            assert "Example" not in words(browser.get(FIND + query)).replace("“example”", "")
        assert "1 found" not in words(browser.get(FIND + "?q=example"))


# ---- how much it costs ----


@pytest.mark.parametrize("typed", ["housing", "team n00", "hosing", "sian", ""])
def test_finding_takes_as_few_queries_at_any_size(borough, typed):
    numbers = set()
    for posts in (50, 1000):
        made_up = planted(borough, snapshot(posts, key=f"of-{posts}"))
        with CaptureQueriesContext(connection) as queries:
            find(made_up, typed, on=date.today())
        numbers.add(len(queries))
    assert len(numbers) == 1
    assert max(numbers) <= 5


# ---- in the browser ----


@pytest.fixture
def emekas_page(page_of, emeka):
    load_paper()
    return page_of(emeka)


@pytest.mark.browser
@pytest.mark.parametrize("width", [1400, 400])
def test_the_header_finds_as_one_types_by_keyboard_alone(width, emekas_page):
    emekas_page.set_viewport_size({"width": width, "height": 900})
    emekas_page.goto("/borough/structures/existing/outline/")
    emekas_page.locator("h1").click()
    emekas_page.keyboard.press("/")
    emekas_page.keyboard.type("you")
    emekas_page.wait_for_selector("#quick a")
    assert emekas_page.locator("#quick mark").first.inner_text() == "You"
    assert faults(emekas_page) == ([], 0)
    emekas_page.keyboard.press("Tab")
    emekas_page.keyboard.press("Enter")
    emekas_page.wait_for_url("**/outline/?show=youth#selected")


@pytest.mark.browser
def test_what_is_typed_on_from_is_found_without_sending_the_form(emekas_page):
    emekas_page.goto(FIND)
    emekas_page.locator("#find-q").type("head of lear")
    emekas_page.wait_for_selector("#found li")
    assert "Head of Learning" in emekas_page.locator("#found").inner_text()
    assert faults(emekas_page) == ([], 0)
