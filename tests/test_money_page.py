"""The money of a report: what posts cost as it will say it, and the amounts typed beside."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from divisions.models import Act, Structure
from posts import redrawing
from posts.models import Grade
from posts.models.pay import OnCosts, PaySpine
from reports.models import Cost, Report, Restructure
from tests.pages import load_paper, words
from tests.test_report_pages import fields as fields_of
from tests.written import REPORT

MONEY = REPORT + "money/"


def fields(browser, address):
    """What the page would send, if nothing was typed."""
    return {"basis": "top"} | fields_of(browser, address)


@pytest.fixture
def paper(borough):
    load_paper()
    return Restructure.objects.get(key="realignment")


@pytest.fixture
def pay(borough, paper):
    with borough.editing(None, "set the pay"):
        spine = PaySpine.objects.create(council=borough, name="NJC")
        spine.points.create(since="2009-04-01", point=40, pounds="40000")
        OnCosts.objects.create(council=borough, since="2009-04-01", percent="25")
        Grade.objects.filter(name="Grade 9").update(spine=spine, lowest=39, highest=40)


def test_the_page_says_that_no_pay_is_recorded(at_dilyss, paper):
    assert "No pay is recorded" in words(at_dilyss.get(MONEY))


def test_the_page_names_what_is_not_known_with_a_way_to_it(at_dilyss, pay):
    answer = at_dilyss.get(MONEY)
    assert "Head of Care : FTE is not stated" in words(answer).replace("Care:", "Care :")
    assert "/borough/structures/existing/table/?show=head-of-care" in answer.content.decode()


def test_what_a_grade_is_not_paid_is_said_once_and_leads_whoever_sets_pay_to_it(
    at_dilyss, at_emekas, borough, paper
):
    grade = Grade.objects.get(name="Grade 9")
    Structure.objects.update(status=Structure.Status.DRAFT)
    existing = Structure.objects.get(key="existing")
    redrawing.create_posts(existing, "Social Worker", 2, grade=grade)
    redrawing.change_posts(list(existing.posts.exclude(key="")), fte=1)
    with borough.editing(None, "set the pay"):
        Grade.objects.filter(name="Grade 11").update(pounds=60000)
    clerks, administrators = (each.get(MONEY) for each in (at_dilyss, at_emekas))
    assert words(clerks).count("Grade 9: its pay is not recorded") == 1
    assert "(Head of Care; Social Worker)" in words(clerks)
    assert "an administrator of the council records" in words(clerks)
    address = "/borough/pay/?grade=Grade+9"
    assert f'<a href="{address}#grade">Grade 9</a>' in administrators.content.decode()
    page = at_emekas.get(address).content.decode()
    assert f'<option value="{grade.pk}" selected>' in page


def test_the_basis_names_no_grade_that_no_post_has(at_dilyss, borough, paper):
    paid = {"pounds": 60000, "basis": "gross, plus on-costs"}
    with borough.editing(None, "set the pay"):
        borough.grades.create(name="Spot", **paid)
        Grade.objects.filter(name="Grade 9").update(**paid)
    assert "The amounts of Grade 9 are stated with on-costs" in words(at_dilyss.get(MONEY))


def test_an_amount_is_typed_as_one_prints_it(at_dilyss, paper):
    typed = {
        "cost-0-kind": "one-off cost",
        "cost-0-what": "Redundancy",
        "cost-0-pounds": "£1,234.50",
    }
    assert at_dilyss.post(MONEY, fields(at_dilyss, MONEY) | typed).status_code == 302
    assert Cost.objects.get().pounds == Decimal("1234.50")
    assert Act.objects.latest("pk").verb == "correct the money of the report"


def test_an_amount_left_empty_is_not_stated(at_dilyss, paper):
    typed = {"cost-0-kind": "funding", "cost-0-what": "Reserves"}
    at_dilyss.post(MONEY, fields(at_dilyss, MONEY) | typed)
    assert (Cost.objects.get().pounds, Cost.objects.get().note) == (None, None)
    assert "not stated" in words(at_dilyss.get(REPORT + "preview/"))


@pytest.mark.parametrize("typed", ["a lot", "-5", "1.234", "1e9", "9" * 13])
def test_what_is_no_amount_is_refused_and_kept(typed, at_dilyss, paper):
    sent = {"cost-0-kind": "funding", "cost-0-what": "Reserves", "cost-0-pounds": typed}
    answer = at_dilyss.post(MONEY, fields(at_dilyss, MONEY) | sent)
    assert answer.status_code == 422
    assert "Type an amount in pounds, like 1,234.50" in words(answer)
    assert f'value="{typed}"' in answer.content.decode()


def test_the_basis_is_chosen_and_nothing_else_is_written(at_dilyss, paper):
    at_dilyss.post(MONEY, fields(at_dilyss, MONEY) | {"basis": "bottom"})
    assert Report.objects.get().basis == "bottom"
    acts = Act.objects.count()
    at_dilyss.post(MONEY, fields(at_dilyss, MONEY) | {"basis": "bottom"})
    assert Act.objects.count() == acts


def test_an_amount_is_taken_out(at_dilyss, paper):
    Cost.objects.bulk_create([Cost(restructure=paper, kind="funding", what="Reserves", position=1)])
    at_dilyss.post(MONEY, fields(at_dilyss, MONEY) | {"cost-0-DELETE": "on"})
    assert not Cost.objects.exists()


def test_what_somebody_saved_meanwhile_is_not_overwritten_unseen(at_dilyss, at_amaras, paper):
    opened = fields(at_dilyss, MONEY)
    theirs = {"cost-0-kind": "funding", "cost-0-what": "Reserves"}
    at_amaras.post(MONEY, opened | theirs)
    answer = at_dilyss.post(MONEY, opened | {"basis": "bottom"})
    assert answer.status_code == 409
    assert "amara changed this after you opened it" in words(answer).lower()
    assert not Report.objects.filter(basis="bottom").exists()


def test_the_money_of_a_published_report_stays_as_it_is(at_dilyss, paper):
    sent = fields(at_dilyss, MONEY) | {"basis": "bottom"}
    Report.objects.bulk_create([Report(restructure=paper, published_at="2026-01-01T00:00Z")])
    assert at_dilyss.post(MONEY, sent).status_code == 409
    assert Report.objects.get().basis == "top"


def test_the_page_takes_few_queries(at_dilyss, pay):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        at_dilyss.get(MONEY)
    assert len(queries) <= 15
