"""The history of a council's papers: one entry a sitting, and each act in the council's words."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from divisions.models import Act, Unit
from divisions.models.act import create_rows
from posts.models import Post
from reports.models import Fate, Scope
from tests.pages import FORMS, words
from tests.staffing import FILLED, record
from tests.written import LEGAL, RISK, save

HISTORY, PAY = "/borough/history/", "/borough/pay/"
POINTS = {"set": "table", "table-spine": "NJC", "table-since": "1 April 2026"}
ON_COSTS = {"set": "on-costs", "on-costs-since": "1 April 2026", "on-costs-percent": "28.5"}


def last(browser):
    """The last act, field by field."""
    return words(browser.get(f"{HISTORY}{Act.objects.first().pk}/"))


def test_what_one_person_goes_on_saving_is_one_entry(at_dilyss, paper):
    for text in ("One.", "One. Two.", "One. Two. Three."):
        save(at_dilyss, text)
    page = words(at_dilyss.get(HISTORY))
    assert page.count("“Legal” was written in “Realignment of Services”.") == 1
    assert "Saved 3 times since" in page
    assert page.count("Field by field : write a section") == 3


def test_another_section_another_person_and_a_pause_make_another_entry(at_dilyss, at_amaras, paper):
    save(at_dilyss, "One.")
    Act.objects.filter(pk=Act.objects.first().pk).update(
        moment=Act.objects.first().moment - timedelta(minutes=11)
    )
    save(at_dilyss, "Two.")
    save(at_dilyss, "A risk.", RISK)
    save(at_amaras, "Another risk.", RISK)
    page = words(at_dilyss.get(HISTORY))
    assert page.count(" was written in ") == 4
    assert "times since" not in page


def test_home_lists_what_was_done_lately_once_a_sitting(at_dilyss, paper):
    for text in ("One.", "Two.", "Three."):
        save(at_dilyss, text)
    assert words(at_dilyss.get("/borough/")).count("“Legal” was written") == 1


def test_a_table_of_pay_is_told_point_by_point(at_emekas, paper):
    at_emekas.post(PAY, POINTS | {"table-points": "40 50,000"})
    page = last(at_emekas)
    assert "Pay spine: NJC" in page
    assert "Spine point: NJC, point 40, since 1 April 2026 Pounds – £50,000" in page


def test_on_costs_are_told_by_their_day(at_emekas, paper):
    at_emekas.post(PAY, ON_COSTS)
    at_emekas.post(PAY, ON_COSTS | {"on-costs-percent": "29", "on-costs-replace": "on"})
    assert "On costs: since 1 April 2026 Percent 28.5 29" in last(at_emekas)


def test_what_is_recorded_of_a_post_is_told_by_its_title(at_dilyss, paper):
    record(at_dilyss, {"head-of-learning": {"outcome": "at risk", "people": "1"}})
    page = last(at_dilyss)
    assert "Fate: Head of Learning (Children's Services) Outcome – at risk" in page
    assert "head-of-learning" not in page
    record(at_dilyss, {"head-of-care": {"way": "internal"}}, FILLED)
    assert "Filling: Head of Care (Children's Services) Way – internal" in last(at_dilyss)


def test_a_post_that_is_gone_is_told_by_the_title_that_it_had(at_dilyss, paper):
    record(at_dilyss, {"head-of-learning": {"outcome": "at risk"}})
    act = Act.objects.first()
    with paper.before.editing(even_frozen=True):
        paper.before.posts.get(key="head-of-learning").delete()
    assert "Fate: Head of Learning" in words(at_dilyss.get(f"{HISTORY}{act.pk}/"))


def gone(paper, count):
    """An act on a paper that speaks of posts and units which are in no structure."""
    keys = [f"gone-{count}-{nth}" for nth in range(count)]
    with paper.before.editing(even_frozen=True):
        made = [Post.create(paper.before, None, key=f"{key}-post") for key in keys]
        units = [
            Unit.create(paper.before, f"Team {key}", key=f"{key}-unit", kind="team") for key in keys
        ]
        paper.before.posts.filter(key__in=[each.key for each in made]).delete()
        paper.before.units.filter(key__in=[each.key for each in units]).delete()
    with paper.council.editing(verb="scope"):
        create_rows([Fate(restructure=paper, key=each.key, outcome="at risk") for each in made])
        create_rows([Scope(restructure=paper, key=each.key, scope="out") for each in units])
    return f"{HISTORY}{Act.objects.first().pk}/"


def test_a_unit_that_is_gone_is_told_by_its_name_and_a_post_without_a_title_by_that(
    at_dilyss, paper
):
    page = words(at_dilyss.get(gone(paper, 1)))
    assert "Scope: Team gone-1-0" in page
    assert "Fate: title not stated" in page
    assert "-unit" not in page
    assert "-post" not in page


def test_an_act_on_many_posts_that_are_gone_asks_no_more_than_one_on_few(at_dilyss, paper):
    asked = []
    for address in (gone(paper, 2), gone(paper, 5)):
        with CaptureQueriesContext(connection) as queries:
            at_dilyss.get(address)
        asked.append(len(queries))
    assert asked[0] == asked[1]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"numbering": "none"}, "Numbering Sections 1, 2; paragraphs 1.1, 1.2 No numbers"),
        ({"item": "7"}, "Report Item – 7"),
    ],
)
def test_the_ways_of_a_report_are_told_in_words(sent, told, at_dilyss, paper):
    save(at_dilyss, "One.", LEGAL)
    facts = {"numbering": "1.1", "paper_size": "A4"} | sent
    page = at_dilyss.get(FORMS["report facts"]).content.decode()
    seen = page.split('name="seen" value="')[1].split('"')[0]
    at_dilyss.post(FORMS["report facts"], facts | {"seen": seen})
    assert told in last(at_dilyss)
