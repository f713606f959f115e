"""Numbers of staff, redundancies and contracts that are typed, against what is recorded (C1)."""

from decimal import Decimal

import pytest

from reports.proposal import Fate, Statement
from tests.checking import found

RECORDED = Fate(
    key="director", outcome="ring-fence", people=40, at_risk=30, dismissals=2, contracts=44
)


def said(text, *fates):
    return [each.partition("“")[2] for each in found("C1", text, fates=fates or (RECORDED,))]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Consultation began with 32 staff at risk.", "32 staff at risk”: 30"),
        ("There are 28 people at risk of redundancy.", "28 people at risk of redundancy”: 30"),
        ("It affects 41 affected employees.", "41 affected employees”: 40"),
        ("It makes three compulsory redundancies.", "three compulsory redundancies”: 2"),
        ("All 500 contracts of employment end.", "500 contracts of employment”: 44"),
    ],
)
def test_a_number_of_staff_that_is_not_the_one_recorded_is_found(text, by):
    assert said(text) == [f"{by} recorded with what becomes of staff"]


@pytest.mark.parametrize(
    "text",
    [
        "There are 30 staff at risk, and two redundancies.",
        "Of these, 12 staff at risk work part time.",
        "Up to 40 staff at risk were written to.",
        "There are 32 staff at risk in Schools alone.",
        "The council has 500 contracts with suppliers.",
        "The number of staff at risk falls from 40 to 30.",
        "In 2019, there were 90 redundancies.",
    ],
)
def test_a_number_that_a_reader_could_take_to_be_right_is_let_be(text):
    assert said(text) == []


def test_where_not_every_number_is_recorded_only_fewer_than_those_is_wrong():
    unknown = Fate(key="head", outcome="ring-fence")
    assert said("There are 32 staff at risk.", RECORDED, unknown) == []
    (one,) = said("There are 28 staff at risk.", RECORDED, unknown)
    assert one == "28 staff at risk”: at least 30 recorded with what becomes of staff"


def test_where_nothing_is_recorded_nothing_is_said():
    assert found("C1", "There are 32 staff at risk.", fates=()) == []


def test_what_the_paper_itself_states_of_people_may_be_repeated():
    stated = Statement(says="32 staff are at risk", counts="people", value=Decimal(32))
    text = "There are 32 staff at risk."
    assert found("C1", text, fates=(RECORDED,), statements=(stated,)) == []
