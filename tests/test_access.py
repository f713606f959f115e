"""Who may open and send what: every address, by every role, and by strangers."""

import pytest
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from divisions.models import Act, Structure
from posts.acts import ACTS
from reports.councilfile import keys
from reports.models import Export
from tests.pages import (
    DOING,
    DOWNLOADS,
    DRAWING,
    FILE_PAGES,
    FORMS,
    MADE,
    NOTING,
    OF_AN_ACT,
    PAGES,
    PAPER_ACT,
    PUT_BACK,
    RECORDED_ON,
    WRITING,
    draw_draft,
    load_paper,
    words,
)

READ = {"reader": 200, "clerk": 200, "officer": 200, "administrator": 200, "stranger": 404}
WRITE = {"reader": 403, "clerk": 200, "officer": 200, "administrator": 200, "stranger": 404}
DRAW = {"reader": 403, "clerk": 403, "officer": 200, "administrator": 200, "stranger": 404}
ADMINISTER = {"reader": 403, "clerk": 403, "officer": 403, "administrator": 200, "stranger": 404}

MAY_OPEN = {
    **dict.fromkeys(PAGES.values(), READ),
    **dict.fromkeys(DOWNLOADS.values(), READ),
    **dict.fromkeys(FORMS.values(), WRITE),
    **dict.fromkeys(WRITING.values(), WRITE),
    **dict.fromkeys(DRAWING.values(), DRAW),
    **dict.fromkeys(FILE_PAGES.values(), ADMINISTER),
}
"""Who gets what answer to a GET."""

MAY_SEND = {
    PAGES["download"]: WRITE,
    **dict.fromkeys(FORMS.values(), WRITE),
    **dict.fromkeys(DRAWING.values(), DRAW),
    FILE_PAGES["file"]: ADMINISTER,
    FILE_PAGES["people"]: ADMINISTER,
    FILE_PAGES["pay"]: ADMINISTER,
}
"""Who gets what answer to a POST that holds nothing: 422 where they may send something."""


ACT = "/borough/structures/draft/act/{}/?of=care"
"""An act's form; 409 where it is no act on this unit."""

OUR_OWN = {"/", "/sign-in/", "/sign-out/", "/password/", "/new-council/"}
"""What is of no council: everybody's own."""


@pytest.fixture
def visitors(borough, at_bens, at_dilyss, at_amaras, at_emekas, at_chloes):
    """Browsers by role, the council's paper and a draft being there."""
    load_paper()
    draw_draft()
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


@pytest.mark.parametrize("address", sorted(MAY_OPEN.keys() - MAY_SEND.keys()))
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


@pytest.mark.parametrize("address", OF_AN_ACT.values())
def test_each_page_of_an_act_opens_for_those_who_may_see_it(address, visitors, client):
    address = address.format(act=Act.objects.filter(structure__key="existing").first().pk)
    answers = {role: browser.get(address).status_code for role, browser in visitors.items()}
    assert answers == READ
    assert visitors["administrator"].post(address).status_code == 405
    assert client.get(address)["Location"].startswith("/sign-in/?next=/borough/")


def test_an_act_on_the_papers_opens_for_those_who_may_see_it(visitors, client):
    address = PAPER_ACT.format(act=Act.objects.filter(structure=None).first().pk)
    answers = {role: browser.get(address).status_code for role, browser in visitors.items()}
    assert answers == READ
    assert visitors["administrator"].post(address).status_code == 405
    assert client.get(address)["Location"].startswith("/sign-in/?next=/borough/")


@pytest.mark.parametrize("address", [*DOING.values(), PUT_BACK])
def test_what_does_something_is_done_for_those_who_draw_alone(address, visitors, client):
    Structure.objects.filter(key="existing").update(status="draft")
    address = address.format(act=Act.objects.filter(structure__key="existing").last().pk)
    answers = {role: browser.post(address).status_code for role, browser in visitors.items()}
    done = {"officer": 302, "administrator": 409 if "put-back" in address else 302}
    assert answers == {"reader": 403, "clerk": 403, "stranger": 404} | done
    assert visitors["administrator"].get(address).status_code == 405
    assert client.post(address)["Location"].startswith("/sign-in/?next=/borough/")


@pytest.mark.parametrize("address", NOTING.values())
def test_what_notes_something_is_done_for_those_who_write_alone(address, visitors, client):
    answers = {role: browser.post(address).status_code for role, browser in visitors.items()}
    assert (answers["reader"], answers["stranger"]) == (403, 404)
    assert answers["clerk"] in (200, 302, 404)
    assert visitors["administrator"].get(address).status_code == 405
    assert client.post(address)["Location"].startswith("/sign-in/?next=/borough/")


@pytest.mark.parametrize("address", MADE.values())
def test_a_file_of_a_draft_is_for_those_who_write_alone(address, visitors, client):
    visitors["clerk"].post(PAGES["download"], {"file": "csv:staff"})
    address = address.format(export=Export.objects.get().pk)
    answers = {role: browser.get(address).status_code for role, browser in visitors.items()}
    assert answers == WRITE
    assert visitors["administrator"].post(address).status_code == 405
    assert client.get(address)["Location"].startswith("/sign-in/?next=/borough/")


def test_everybody_of_the_council_is_led_to_a_day(visitors, client):
    answers = {role: browser.get(RECORDED_ON).status_code for role, browser in visitors.items()}
    assert answers == {role: 303 if code == 200 else code for role, code in READ.items()}
    assert visitors["administrator"].post(RECORDED_ON).status_code == 405
    assert client.get(RECORDED_ON)["Location"].startswith("/sign-in/?next=/borough/")


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_opened_and_done_by_those_who_draw_alone(name, visitors, client):
    address = ACT.format(name)
    for ask in ("get", "post"):
        answers = {role: getattr(each, ask)(address).status_code for role, each in visitors.items()}
        drawn = {role: answers.pop(role) for role in ("officer", "administrator")}
        assert answers == {"reader": 403, "clerk": 403, "stranger": 404}
        assert set(drawn.values()) <= {200, 409}
        assert getattr(client, ask)(address)["Location"].startswith("/sign-in/?next=/borough/")


def test_every_address_of_the_site_is_in_these_tables():
    of_acts = {address.format(act=1) for address in (*OF_AN_ACT.values(), PAPER_ACT, PUT_BACK)}
    noted = {*DOING.values(), *NOTING.values()}
    noted |= {address.format(export=1) for address in MADE.values()}
    addresses = {*MAY_OPEN, *OUR_OWN, *noted, *of_acts, RECORDED_ON, ACT.format("rename")}
    named = {get_resolver().resolve(address.split("?")[0]).url_name for address in addresses}
    assert named == set(names(get_resolver().url_patterns))


def test_no_council_stands_at_an_address_of_our_own():
    first_words = {address.strip("/") for address in {*OUR_OWN, settings.STATIC_URL}}
    assert first_words - {""} == keys.OUR_OWN


def test_anybody_who_has_signed_in_may_start_a_council(client, at_chloes, db):
    assert client.get("/new-council/")["Location"] == "/sign-in/?next=/new-council/"
    assert at_chloes.get("/new-council/").status_code == 200
    assert at_chloes.post("/new-council/").status_code == 422


def test_ones_own_password_is_for_those_who_have_signed_in(client, at_chloes, db):
    assert client.get("/password/")["Location"] == "/sign-in/?next=/password/"
    assert at_chloes.get("/password/").status_code == 200
    assert at_chloes.post("/password/").status_code == 422


@pytest.mark.parametrize("address", [*MAY_OPEN, "/", "/password/", "/new-council/"])
def test_nobody_keeps_what_a_person_who_has_signed_in_is_shown(address, at_emekas):
    load_paper()
    answer = at_emekas.get(address)
    assert {"private", "no-store"} <= {*answer["Cache-Control"].replace(",", " ").split()}


# ---- who is held back, and what is not read ----


def wrong_passwords(client, passed_on):
    """Ten wrong passwords for Ben through our proxy, and the answer to the last."""
    for number in range(10):
        sent = {"username": "ben", "password": "no"}
        # What a visitor writes into the header stands before what the proxy adds.
        forwarded = f"198.51.100.{number}, {passed_on}"
        answer = client.post("/sign-in/", sent, HTTP_X_FORWARDED_FOR=forwarded)
    return answer.status_code


def from_home(client, passed_on):
    """The answer to Ben's own password, from where Ben is."""
    sent = {"username": "ben", "password": "a long pass phrase"}
    return client.post("/sign-in/", sent, HTTP_X_FORWARDED_FOR=passed_on).status_code


def test_behind_a_proxy_nobody_holds_another_back(client, ben, settings):
    settings.BEHIND_PROXY = True
    assert wrong_passwords(client, "203.0.113.5") == 429
    assert from_home(client, "203.0.113.5") == 429
    assert from_home(client, "203.0.113.77") == 302


def test_without_a_proxy_nobody_writes_their_own_address(client, ben):
    assert wrong_passwords(client, "203.0.113.5") == 429
    assert from_home(client, "203.0.113.77") == 429


def test_what_is_too_large_for_any_page_is_refused_before_it_is_read(client, db):
    answer = client.post("/sign-in/", CONTENT_LENGTH=str(settings.LARGEST_BODY + 1))
    assert answer.status_code == 413
    assert "larger than 22 MB" in words(answer)


def test_what_does_not_say_how_large_it_is_is_refused(client, db):
    answer = client.post("/sign-in/", HTTP_TRANSFER_ENCODING="chunked")
    assert answer.status_code == 411
    assert "does not say how large it is" in words(answer)


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


@pytest.mark.parametrize("address", ["outline/?show=a%00b", "act/rename/?of=%00", "find/?q=%00"])
def test_what_no_database_keeps_is_not_there(address, at_amaras, draft):
    assert at_amaras.get(f"/borough/structures/draft/{address}").status_code == 404


def test_nothing_is_done_to_what_no_database_keeps(at_amaras, draft):
    sent = {"of": "a\0b", "seen": "1", "to_name": "Care"}
    assert at_amaras.post("/borough/structures/draft/act/rename/", sent).status_code == 404
