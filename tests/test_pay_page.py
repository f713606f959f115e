"""The pay that administrators keep: dated tables, on-costs, grades; nothing overwritten unseen."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from divisions.models import Act
from posts.models import Grade
from posts.models.pay import OnCosts, PaySpine, SpinePoint
from tests.pages import load_paper, words

PAY = "/borough/pay/"
TABLE = {
    "set": "table",
    "table-spine": "NJC",
    "table-since": "1 April 2025",
    "table-points": "Point\tPounds\n12\t£28,598\nSCP 13, 29064.50\n",
}


@pytest.fixture
def at_work(at_emekas, borough):
    load_paper()
    return at_emekas


def amounts():
    rows = SpinePoint.objects.order_by("since", "point")
    return [(str(row.since), row.point, row.pounds) for row in rows]


def test_a_pasted_table_is_kept_for_its_day(at_work):
    assert at_work.post(PAY, TABLE).status_code == 302
    assert amounts() == [
        ("2025-04-01", 12, Decimal("28598.00")),
        ("2025-04-01", 13, Decimal("29064.50")),
    ]
    assert Act.objects.latest("pk").verb == "set the pay"
    assert "NJC, since 1 April 2025: 2 points" in words(at_work.get(PAY))


def test_a_table_of_a_later_day_leaves_the_earlier_one(at_work):
    at_work.post(PAY, TABLE)
    at_work.post(PAY, TABLE | {"table-since": "1 April 2026", "table-points": "12 30000"})
    assert len(amounts()) == 3


def test_a_table_is_taken_out_and_its_spine_with_the_last(at_work):
    at_work.post(PAY, TABLE)
    at_work.post(PAY, TABLE | {"table-since": "1 April 2026", "table-points": "12 30000"})
    asked = {"take-out": "table", "spine": "NJC", "since": "2025-04-01"}
    page = words(at_work.post(PAY, asked, follow=True))
    assert "NJC: the table since 1 April 2025 was taken out." in page
    assert amounts() == [("2026-04-01", 12, Decimal("30000.00"))]
    at_work.post(PAY, asked | {"since": "2026-04-01"})
    assert not PaySpine.objects.exists()
    assert at_work.post(PAY, asked).status_code == 404


def test_the_last_table_stays_while_a_grade_is_paid_by_it(at_work, borough):
    at_work.post(PAY, TABLE)
    spine = PaySpine.objects.get()
    borough.grades.filter(pk=borough.grades.first().pk).update(spine=spine, lowest=12, highest=13)
    asked = {"take-out": "table", "spine": "NJC", "since": "2025-04-01"}
    answer = at_work.post(PAY, asked)
    assert answer.status_code == 409
    assert "Give them other pay first." in words(answer)
    assert len(amounts()) == 2


def test_on_costs_are_taken_out(at_work):
    at_work.post(PAY, {"set": "on-costs", "on-costs-since": "1 April 2025", "on-costs-percent": 25})
    asked = {"take-out": "on-costs", "since": "2025-04-01"}
    page = words(at_work.post(PAY, asked, follow=True))
    assert "The on-costs since 1 April 2025 were taken out." in page
    assert not OnCosts.objects.exists()
    for nonsense in ("2025-04-01", "tomorrow", ""):
        assert at_work.post(PAY, asked | {"since": nonsense}).status_code == 404


def test_an_amount_that_stands_is_only_replaced_where_that_is_said(at_work):
    at_work.post(PAY, TABLE)
    other = TABLE | {"table-points": "12 1"}
    answer = at_work.post(PAY, other)
    assert answer.status_code == 422
    assert "On that day NJC has other amounts: 12 £28,598.00." in words(answer)
    assert amounts()[0][2] == Decimal("28598.00")
    assert at_work.post(PAY, other | {"table-replace": "on"}).status_code == 302
    assert amounts()[0][2] == Decimal("1.00")
    assert len(amounts()) == 2


@pytest.mark.parametrize(
    ("points", "says"),
    [
        ("12 28598\nabc 1", "Line 2: type a point and its pounds"),
        ("12 1\n12 2", "Line 2: point 12 stands twice"),
        ("12 -5", "Line 1: type a point"),
        ("12 9999999999", "Line 1: type a point"),
        ("Point Pounds", "No points with amounts are here"),
    ],
)
def test_what_is_no_table_is_refused_with_its_line(points, says, at_work):
    answer = at_work.post(PAY, TABLE | {"table-points": points})
    assert answer.status_code == 422
    assert says in words(answer)
    assert not amounts()


def test_on_costs_hold_from_a_day(at_work):
    sent = {"set": "on-costs", "on-costs-since": "1 April 2025", "on-costs-percent": "25.5"}
    assert at_work.post(PAY, sent).status_code == 302
    assert at_work.post(PAY, sent | {"on-costs-percent": "30"}).status_code == 422
    assert OnCosts.objects.get().percent == Decimal("25.5")


def test_an_act_says_what_was_set_and_asks_to_replace_only_what_stands(at_work):
    sent = {"set": "on-costs", "on-costs-since": "April", "on-costs-percent": "25.5"}
    answer = words(at_work.post(PAY, sent))
    assert "“April” is not one day. Write it as 1 April 2025" in answer
    assert "Put this in the place of what stands" not in answer
    sent |= {"on-costs-since": "1 April 2025"}
    said = words(at_work.post(PAY, sent, follow=True))
    assert "On-costs are 25.5 per cent since 1 April 2025." in said
    answer = words(at_work.post(PAY, sent | {"on-costs-percent": "30"}))
    assert "Put this in the place of what stands" in answer


def test_a_day_that_does_not_exist_is_refused_with_the_reason(at_work):
    answer = words(at_work.post(PAY, TABLE | {"table-since": "31 June 2025"}))
    assert "June 2025 has 30 days" in answer
    assert "is not one day" not in answer
    answer = words(at_work.post(PAY, TABLE | {"table-since": "June 2025"}))
    assert "“June 2025” is not one day. Write it as 1 April 2025" in answer


def test_a_grade_has_points_of_a_spine_or_one_spot_amount(at_work, borough):
    at_work.post(PAY, TABLE)
    grade, spine = Grade.objects.get(name="Grade 9"), borough.spines.get()
    sent = {"set": "grade", "grade-grade": grade.pk}
    of_range = {"grade-spine": spine.pk, "grade-lowest": 12, "grade-highest": 13}
    assert at_work.post(PAY, sent).status_code == 422
    assert at_work.post(PAY, sent | of_range | {"grade-pounds": "1"}).status_code == 422
    assert at_work.post(PAY, sent | of_range).status_code == 302
    assert "Grade 9: points 12 to 13 of NJC" in words(at_work.get(PAY))
    assert at_work.post(PAY, sent | {"grade-pounds": "71795"}).status_code == 422
    spot = sent | {"grade-pounds": "71795", "grade-replace": "on"}
    assert at_work.post(PAY, spot).status_code == 302
    grade.refresh_from_db()
    assert (grade.pounds, grade.spine) == (71795, None)


def test_an_amount_is_typed_as_it_is_written(at_work):
    grade = Grade.objects.get(name="Grade 9")
    at_work.post(PAY, {"set": "grade", "grade-grade": grade.pk, "grade-pounds": "£71,795.50"})
    sent = {"set": "on-costs", "on-costs-since": "1 April 2025", "on-costs-percent": "25.5%"}
    at_work.post(PAY, sent)
    grade.refresh_from_db()
    paid = Decimal("71795.50"), Decimal("25.5")
    assert (grade.pounds, OnCosts.objects.get().percent) == paid


def test_a_grade_has_no_points_that_its_spine_has_not(at_work, borough):
    at_work.post(PAY, TABLE)
    grade, spine = Grade.objects.get(name="Grade 9"), borough.spines.get()
    sent = {"set": "grade", "grade-grade": grade.pk, "grade-spine": spine.pk}
    answer = at_work.post(PAY, sent | {"grade-lowest": 12, "grade-highest": 99})
    assert answer.status_code == 422
    assert "NJC has no point 99: it has 12 to 13" in words(answer)


def test_the_page_takes_few_queries(at_work):
    at_work.post(PAY, TABLE)
    with CaptureQueriesContext(connection) as queries:
        at_work.get(PAY)
    assert len(queries) <= 15
