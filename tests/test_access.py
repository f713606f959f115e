"""Who may open and send what: every address, by every role, and by strangers."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.pages import DOWNLOADS, FILE_PAGES, FORMS, PAGES, load_paper

READ = {"reader": 200, "clerk": 200, "officer": 200, "administrator": 200, "stranger": 404}
WRITE = {"reader": 403, "clerk": 200, "officer": 200, "administrator": 200, "stranger": 404}
ADMINISTER = {"reader": 403, "clerk": 403, "officer": 403, "administrator": 200, "stranger": 404}

MAY_OPEN = {
    **dict.fromkeys(PAGES.values(), READ),
    **dict.fromkeys(DOWNLOADS.values(), READ),
    **dict.fromkeys(FORMS.values(), WRITE),
    **dict.fromkeys(FILE_PAGES.values(), ADMINISTER),
}
"""Who gets what answer to a GET."""

MAY_SEND = {
    FORMS["title"]: WRITE,
    FORMS["recommendations"]: WRITE,
    FILE_PAGES["file"]: ADMINISTER,
}
"""Who gets what answer to a POST that holds nothing: 422 where they may send something."""


@pytest.fixture
def visitors(borough, at_bens, at_dilyss, at_amaras, at_emekas, at_chloes):
    """Browsers by role, the council's paper being there."""
    load_paper()
    return {
        "reader": at_bens,
        "clerk": at_dilyss,
        "officer": at_amaras,
        "administrator": at_emekas,
        "stranger": at_chloes,
    }


@pytest.mark.parametrize("address", MAY_OPEN)
def test_each_page_opens_for_those_who_may_see_it(address, visitors):
    answers = {role: browser.get(address).status_code for role, browser in visitors.items()}
    assert answers == MAY_OPEN[address]


@pytest.mark.parametrize("address", MAY_SEND)
def test_each_form_is_taken_from_those_who_may_change_it(address, visitors):
    answers = {role: browser.post(address).status_code for role, browser in visitors.items()}
    allowed = {role: 422 if code == 200 else code for role, code in MAY_SEND[address].items()}
    assert answers == allowed


@pytest.mark.parametrize("address", MAY_OPEN.keys() - MAY_SEND.keys())
def test_what_is_only_read_takes_nothing(address, visitors):
    assert visitors["administrator"].post(address).status_code == 405


@pytest.mark.parametrize("address", MAY_OPEN)
def test_who_has_not_signed_in_is_asked_to(address, client, borough):
    load_paper()
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/?next=/borough/")


@pytest.mark.parametrize("address", MAY_OPEN)
def test_what_is_not_there_is_answered_as_what_is_anothers(address, at_amaras, borough):
    assert at_amaras.get(address.replace("borough", "nowhere")).status_code == 404


def test_every_address_of_the_site_is_in_these_tables():
    addresses = {*MAY_OPEN, "/", "/sign-in/", "/sign-out/"}
    named = {get_resolver().resolve(address.split("?")[0]).url_name for address in addresses}
    assert named == set(names(get_resolver().url_patterns))


def names(patterns):
    """The names of all addresses of the site."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            yield pattern.name


def test_a_council_that_was_left_is_not_there_any_more(amara, at_amaras, borough):
    amara.memberships.all().delete()
    assert at_amaras.get("/borough/").status_code == 404


def test_a_restructure_is_found_only_below_its_own_council(at_amaras, amara, county, borough):
    load_paper()
    amara.memberships.create(council=county, role="administrator")
    assert at_amaras.get("/county/restructures/realignment/").status_code == 404
    assert at_amaras.get("/county/structures/existing/").status_code == 404
    assert at_amaras.get("/county/restructures/realignment/title/").status_code == 404
