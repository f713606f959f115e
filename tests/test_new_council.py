"""Starting a council in the browser: its name, its words for its units, its first administrator."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from divisions.models import Council
from divisions.slugs import OUR_OWN
from tests.cast import signed_in
from tests.pages import words

KINDS = "directorate\nservice area\n\n Directorate \nteam"


def start(browser, name="Borough of Wychford", kinds=KINDS):
    return browser.post("/new-council/", {"name": name, "kinds": kinds})


def test_a_council_is_started_and_goes_on_to_its_posts(at_chloes, chloe):
    answer = start(at_chloes)
    assert answer["Location"] == "/borough-of-wychford/establishment/"
    council = Council.objects.get(slug="borough-of-wychford")
    assert [kind["name"] for kind in council.kinds] == ["Directorate", "service area", "team"]
    assert council.memberships.get().user == chloe
    assert council.memberships.get().is_administrator
    page = words(at_chloes.get(answer["Location"]))
    assert "Borough of Wychford was started. You are its administrator." in page


def test_starting_a_council_is_an_act_of_it(at_chloes, chloe):
    start(at_chloes)
    council = Council.objects.get(slug="borough-of-wychford")
    act = council.acts.get()
    assert (act.user, act.says, act.structure) == (chloe, "Borough of Wychford was started.", None)
    assert council.history.get().act == act


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("The Borough", "the-borough"),
        ("Sign in", "sign-in-2"),
        ("static", "static-2"),
        ("東京都", "council"),
        ("Sîr Fôn & District", "sir-fon-district"),
        ("x" * 300, "x" * 80),
    ],
)
def test_the_slug_is_made_from_the_name(name, slug, at_chloes):
    assert start(at_chloes, name)["Location"] == f"/{slug}/establishment/"


def test_a_council_sent_twice_from_one_page_is_started_once(at_chloes):
    page = at_chloes.get("/new-council/")
    sent = {"name": "Wychford", "kinds": KINDS, "once": page.context["form"]["once"].value()}
    addresses = {at_chloes.post("/new-council/", sent)["Location"] for _ in range(2)}
    assert addresses == {"/wychford/establishment/"}
    assert Council.objects.filter(name="Wychford").count() == 1


def test_a_council_sent_twice_at_once_is_started_once(chloe, transactional_db):
    sent = {"name": "Wychford", "kinds": KINDS, "once": "the mark of one page"}

    def begin(browser):
        try:
            return browser.post("/new-council/", sent)["Location"]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        led = set(pool.map(begin, [signed_in(chloe), signed_in(chloe)]))
    assert led == {"/wychford/establishment/"}


def test_what_somebody_else_sent_is_not_found(at_chloes, at_amaras):
    sent = {"name": "Wychford", "kinds": KINDS, "once": "the mark of one page"}
    addresses = [each.post("/new-council/", sent)["Location"] for each in (at_chloes, at_amaras)]
    assert addresses == ["/wychford/establishment/", "/wychford-2/establishment/"]


def test_a_name_that_is_taken_gets_another_slug(at_chloes, borough):
    assert start(at_chloes, "Borough")["Location"] == "/borough-2/establishment/"
    assert start(at_chloes, "Borough")["Location"] == "/borough-3/establishment/"


@pytest.mark.parametrize("name", sorted(OUR_OWN))
def test_no_council_takes_an_address_of_our_own(name, at_chloes):
    start(at_chloes, name)
    assert not Council.objects.filter(slug__in=OUR_OWN).exists()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"name": "  ", "kinds": "team"}, "name"),
        ({"name": "x" * 301, "kinds": "team"}, "name"),
        ({"name": "W", "kinds": " \n "}, "kinds"),
        ({"name": "W", "kinds": "x" * 101}, "kinds"),
        ({"name": "W", "kinds": "\n".join(map(str, range(31)))}, "kinds"),
        ({"name": "W\0", "kinds": "team"}, "name"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(sent, field, at_chloes, chloe):
    answer = at_chloes.post("/new-council/", sent)
    assert answer.status_code == 422
    assert f'<a href="#id_{field}">' in answer.content.decode()
    assert Council.objects.count() == 1


def test_a_person_of_no_council_is_offered_to_start_one(at_chloes, chloe):
    chloe.memberships.all().delete()
    assert 'href="/new-council/"' in at_chloes.get("/").content.decode()


def test_a_person_of_one_council_is_offered_to_start_another(at_chloes, chloe):
    home = at_chloes.get("/", follow=True)
    assert home.redirect_chain == [("/county/", 302)]
    assert 'href="/new-council/"' in home.content.decode()


def test_nobody_else_sees_a_council_that_was_started(at_chloes, at_amaras):
    start(at_chloes)
    assert at_amaras.get("/borough-of-wychford/").status_code == 404
