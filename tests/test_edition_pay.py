"""What an edition says of pay and of cost, and what nobody can work out from it."""

from dataclasses import replace

import pytest

from reports.editions import EDITIONS, EXEMPT, PUBLIC, STAFF, redacted
from reports.figures import Figures
from reports.pay import ACTUAL
from reports.proposal import Fate, Report
from reports.worked_out import worked_out
from tests.test_parts import parts
from tests.test_pay import AFTER, BEFORE, PAY, D, both


@pytest.mark.parametrize(
    ("sums", "told"),
    [
        ([{"head": 1}], "head"),
        ([{"head": 2}], "head"),
        ([{"head": 1, "manager": 1}], ""),
        ([{"head": 1, "manager": 2}, {"head": 1, "manager": 3}], "head manager"),
        ([{"head": 1, "manager": 2}, {"head": 2, "manager": 4}], ""),
        ([{"a": 1, "b": 1}, {"b": 1, "c": 1}, {"a": 1, "c": 1}], "a b c"),
        ([{"a": 1, "b": 1, "c": 1}, {"b": 1, "c": 1}, {"c": 1, "d": 1}], "a"),
        ([{"a": 0, "b": D("0.5")}, {}], "b"),
    ],
)
def test_what_follows_from_sums_is_found_in_whatever_order_they_come(sums, told):
    assert worked_out(sums) == worked_out(sums[::-1]) == frozenset(told.split())


def said(comparison, edition):
    kept = redacted(comparison, edition)
    made = parts(kept)
    figures = "".join(each.text for each in Figures(kept))
    return figures + str([made.blocks(name) for name in ("cost", "one-off costs", "grades")])


def test_the_staff_edition_has_no_amount_at_all():
    assert "£" not in said(both(), STAFF)
    assert "£" in said(both(), EXEMPT)


def full_time(text):
    """A structure of which the director's hours are known, so that two holders are known of."""
    return text.replace("grade=Spot", "grade=Spot | fte=1")


def test_the_public_edition_has_totals_and_no_pay_of_one_holder():
    text = said(both(full_time(BEFORE), full_time(AFTER)), PUBLIC)
    assert "£88,362.45" in text
    assert "71,795" not in text
    assert "60,000" not in text


def test_a_difference_that_is_the_pay_of_one_holder_is_in_no_edition_but_the_exempt_one():
    gone = BEFORE.replace("- head | Head of Families | reports_to=dcs | grade=Full | fte=1", "")
    one = both(after=gone.replace("reports_to=head", "reports_to=dcs"))
    assert one.bill.whole.change == D(-60000)
    for edition in (PUBLIC, STAFF, EDITIONS["union"]):
        assert "60,000" not in said(one, edition)
    assert "60,000" in said(one, EXEMPT)


def test_what_one_holder_is_paid_cannot_be_worked_out_from_a_sum_over_several():
    alone = both()
    assert str(alone.bill.whole.before) == "at least £272,069.88"  # six officers, and one head
    assert redacted(alone, PUBLIC).bill is None
    gone = full_time(AFTER).replace(
        "- head | Head of Families | reports_to=dcs | grade=Full | fte=1", ""
    )
    one = both(full_time(BEFORE), gone.replace("reports_to=head", "reports_to=dcs"))
    assert redacted(one, PUBLIC).bill is None  # officers go too, at a pay that is told
    two = both(full_time(BEFORE), full_time(AFTER))
    assert redacted(two, PUBLIC).bill.divisions == ()


def with_new_post(grade):
    extra = f"- new | Head of Schools | reports_to=dcs | grade={grade} | fte=1\n    - adviser"
    return both(full_time(BEFORE), full_time(AFTER).replace("- adviser", extra))


def test_what_is_offered_for_a_new_post_is_nobodys_pay_unless_one_holder_is_on_that_grade():
    assert redacted(with_new_post("G5"), PUBLIC).bill is not None
    assert redacted(with_new_post("Full"), PUBLIC).bill is None


def test_what_two_holders_on_one_grade_are_paid_cannot_be_taken_from_their_sum():
    heads = """
directorate cs | Children's Services
  - one | Head of Families | tier=1 | line=none | grade=Full | fte=1
  - two | Head of Schools | tier=1 | line=none | grade=Full | fte=1
  - officers | Officer | tier=2 | reports_to=one | grade=G5 | number=4 | fte=1
"""
    alike = both(heads, heads)
    assert alike.bill.whole.before.exact == D(120000) + D("141379.92")
    assert redacted(alike, PUBLIC).bill is None
    apart = heads.replace("grade=Full | fte=1\n  - o", "grade=Spot | fte=1\n  - o")
    assert redacted(both(apart, apart), PUBLIC).bill is not None


DIVISIONS = """
directorate cs | Children's Services
  - dcs | Director | tier=1 | line=none | grade=Director
  division fam | Families
    - head | Head of Families | reports_to=dcs | grade=Spot | fte=1
    - manager | Manager of Families | reports_to=head | grade=Full | fte=1
  division sch | Schools
    - adviser | Head of Schools | reports_to=dcs | grade=Spot | fte=1
    - one | Manager of Schools | reports_to=adviser | grade=Full | fte=1
"""


def test_what_a_manager_is_paid_cannot_be_taken_from_one_division_and_another():
    more = "    - two | Manager of More | reports_to=adviser | grade=Full | fte=1\n"
    alike, unlike = both(DIVISIONS, DIVISIONS), both(DIVISIONS + more, DIVISIONS + more)
    assert len(redacted(alike, PUBLIC).bill.divisions) == 3
    kept = redacted(unlike, PUBLIC).bill
    assert (kept.whole, kept.divisions) == (unlike.bill.whole, ())


@pytest.mark.parametrize("fte", ["1", "0.5"])
def test_at_actual_pay_a_sum_of_two_holders_tells_of_neither_and_what_one_costs_of_one(fte):
    holders = {"head": (D(61000),), "manager": (D(41000),)}
    text = DIVISIONS[: DIVISIONS.index("  division sch")].replace("fte=1", f"fte={fte}")
    gone = text.replace("    - manager", "    - other")
    same, one_goes = (
        replace(both(text, after, report=Report(basis=ACTUAL)), pay=replace(PAY, actual=holders))
        for after in (text, gone)
    )
    assert redacted(same, PUBLIC).bill is not None
    assert redacted(one_goes, PUBLIC).bill is None


def test_a_grade_that_is_left_out_of_an_edition_is_in_no_reason_either():
    fates = (Fate(key="head", outcome="at risk", people=1),)
    bare = [side.replace("grade=Full", "grade=Bare") for side in (BEFORE, AFTER)]
    assert "Bare" not in str(parts(redacted(both(*bare, fates=fates), PUBLIC)).blocks("cost"))


def test_the_pay_of_holders_is_only_in_sums():
    report = Report(basis=ACTUAL)
    pay = replace(PAY, actual={"officers": (D(20001),) * 4, "adviser": (D(30001), D(30002))})
    paid = replace(both(report=report), pay=pay)
    assert "£" in said(paid, EXEMPT)
    assert all(amount not in said(paid, PUBLIC) for amount in ("30,001", "30,002", "20,001"))


def test_what_holders_are_paid_is_said_on_its_day_once():
    basis, *_ = parts(both(report=Report(basis=ACTUAL))).blocks("cost")
    assert "at what the holders are paid on 1 September 2024" in basis.text
