"""What an edition says of pay and of cost, and what nobody can work out from it."""

from dataclasses import replace

import pytest

from posts.snapshot import Origin
from reports.councilfile.values import Grade
from reports.editions import EDITIONS, EXEMPT, PUBLIC, STAFF, redacted
from reports.figures import Figures
from reports.left_out import LEFT_OUT
from reports.pay import ACTUAL
from reports.proposal import Cost, Fate, Report, Statement
from reports.sections.blocks import Table
from reports.worked_out import Equations, together
from tests.test_parts import parts
from tests.test_pay import AFTER, BEFORE, COSTS, PAY, D, both


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
    for ordered in (sums, sums[::-1]):
        assert Equations().joined_by(ordered).worked_out == frozenset(told.split())
        first, last = ordered[:1], ordered[1:]
        assert Equations().joined_by(first).joined_by(last).worked_out == frozenset(told.split())


def test_amounts_that_only_stand_together_are_one_that_is_of_nobody():
    sums = [{"a": 1, "b": 2, "c": 1}, {"a": 2, "b": 4}]
    assert together(sums) == [{("a", "b"): 3, "c": 1}, {("a", "b"): 6}]
    assert Equations().joined_by(together(sums)).worked_out == {("a", "b"), "c"}


def said(comparison, edition):
    kept = redacted(comparison, edition)
    made = parts(kept)
    figures = "".join(each.text for each in Figures(kept))
    return figures + str([made.blocks(name) for name in ("cost", "one-off costs", "grades")])


def test_the_staff_edition_has_no_amount_at_all():
    assert "£" not in said(both(), STAFF)
    assert "£" in said(both(), EXEMPT)


ALL, DIFFERENCE, NOTHING = "both sides", "the difference alone", "nothing"


def told(comparison, edition=PUBLIC, lines=None):
    """How much the edition tells of what posts cost, in all or by division."""
    bill = redacted(comparison, edition).bill
    of = bill and (bill.divisions if lines else (bill.whole,))
    if not of:
        return NOTHING
    return DIFFERENCE if of[0].before.is_left_out else ALL


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
    assert told(alone) == DIFFERENCE  # officers alone differ, at a pay that is told
    assert "272,069" not in said(alone, PUBLIC)
    assert "88,362.45" in said(alone, PUBLIC)
    gone = full_time(AFTER).replace(
        "- head | Head of Families | reports_to=dcs | grade=Full | fte=1", ""
    )
    one = both(full_time(BEFORE), gone.replace("reports_to=head", "reports_to=dcs"))
    assert told(one) == NOTHING
    two = both(full_time(BEFORE), full_time(AFTER))
    assert (told(two), told(two, lines="divisions")) == (ALL, DIFFERENCE)


def with_new_post(grade):
    extra = f"- new | Head of Schools | reports_to=dcs | grade={grade} | fte=1\n    - adviser"
    return both(full_time(BEFORE), full_time(AFTER).replace("- adviser", extra))


def test_what_is_offered_for_a_new_post_is_nobodys_pay_unless_one_holder_is_on_that_grade():
    assert told(with_new_post("G5")) == ALL
    assert told(with_new_post("Full")) == NOTHING


def test_who_comes_over_from_another_body_has_the_post_that_is_new_here():
    new = full_time(AFTER).replace(
        "    - adviser",
        "    - nurse | Nurse | reports_to=head | grade=Other | fte=1\n    - adviser",
    )
    pay = replace(PAY, grades=(*PAY.grades, Grade(name="Other", pounds=D(95000))))
    plain = both(full_time(BEFORE), new)
    came = (Origin(key="nurse", share="whole", outside="Primary Care Trust"),)
    joins = replace(plain, after=replace(plain.after, origins=(*plain.after.origins, *came)))
    for comparison, is_told in ((plain, True), (joins, False)):
        kept = said(replace(comparison, pay=pay), PUBLIC)
        assert ("£95,000" in kept) is is_told


def test_what_two_holders_on_one_grade_are_paid_cannot_be_taken_from_their_sum():
    heads = """
directorate cs | Children's Services
  - one | Head of Families | tier=1 | line=none | grade=Full | fte=1
  - two | Head of Schools | tier=1 | line=none | grade=Full | fte=1
  - officers | Officer | tier=2 | reports_to=one | grade=G5 | number=4 | fte=1
"""
    alike = both(heads, heads)
    assert alike.bill.whole.before.exact == D(120000) + D("141379.92")
    assert told(alike) == DIFFERENCE
    apart = heads.replace("grade=Full | fte=1\n  - o", "grade=Spot | fte=1\n  - o")
    assert told(both(apart, apart)) == ALL


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
    assert told(alike, lines="divisions") == told(unlike) == ALL
    assert told(unlike, lines="divisions") == DIFFERENCE


def test_a_table_of_differences_has_no_column_for_what_is_left_out():
    two = redacted(both(full_time(BEFORE), full_time(AFTER)), PUBLIC)
    _, divisions = (each for each in parts(two).blocks("cost") if isinstance(each, Table))
    assert [column.heading for column in divisions.columns] == ["Division", "Difference"]
    assert divisions.total == ("Total", "−£88,362.45")


@pytest.mark.parametrize("fte", ["1", "0.5"])
def test_at_actual_pay_a_sum_of_two_holders_tells_of_neither_and_what_one_costs_of_one(fte):
    holders = {"head": (D(61000),), "manager": (D(41000),)}
    text = DIVISIONS[: DIVISIONS.index("  division sch")].replace("fte=1", f"fte={fte}")
    gone = text.replace("    - manager", "    - other")
    same, one_goes = (
        replace(both(text, after, report=Report(basis=ACTUAL)), pay=replace(PAY, actual=holders))
        for after in (text, gone)
    )
    assert told(same) == ALL
    assert told(one_goes) == NOTHING


def test_at_actual_pay_several_on_the_amount_of_a_grade_tell_what_its_one_holder_is_paid():
    before = full_time(BEFORE).replace("head | grade=G5", "head | grade=Spot")
    holders = {"officers": (D(71795),) * 4, "dcs": (D(71795),), "head": (D(61000),)}
    paid = both(before, before, report=Report(basis=ACTUAL))
    paid = replace(paid, pay=replace(PAY, actual=holders))
    assert "360,410.92" not in said(paid, PUBLIC)  # four times £71,795, and on-costs
    others = replace(
        PAY, actual=holders | {"officers": tuple(map(D, (70000, 70001, 70002, 70003)))}
    )
    assert told(replace(paid, pay=others)) == ALL  # what others are paid is told by nobody


# What is paid once, what is stated


LEAVER = Fate(key="head", outcome="at risk", people=1)
ONCE = (
    Cost(kind="one-off cost", what="Redundancy", pounds=D(48123)),
    Cost(kind="funding", what="Reserves", pounds=D(48123)),
)


@pytest.mark.parametrize(
    ("fate", "is_told"),
    [
        (LEAVER, False),
        (replace(LEAVER, key="officers", people=4), True),
        (replace(LEAVER, key="officers", people=None, at_risk=4), True),
        (replace(LEAVER, key="officers", people=10, at_risk=1), False),
        (replace(LEAVER, key="officers", people=10, at_risk=4, dismissals=1), False),
    ],
)
def test_what_is_paid_once_and_what_funds_it_is_told_where_several_may_go(fate, is_told):
    kept = redacted(both(fates=(fate,), costs=ONCE), PUBLIC)
    shown = str([parts(kept).blocks(name) for name in ("one-off costs", "funding")])
    assert (shown.count("48,123") > 0) is is_told
    assert shown.count(LEFT_OUT) == (0 if is_told else 2)


@pytest.mark.parametrize(("edition", "says"), [(PUBLIC, "not stated"), (STAFF, LEFT_OUT)])
def test_a_cost_of_no_stated_amount_is_not_said_to_be_none(edition, says):
    unknown = tuple(replace(cost, pounds=None) for cost in ONCE)
    kept = redacted(both(fates=(LEAVER,), costs=unknown), edition)
    for name in ("one-off costs", "funding"):
        assert says in str(parts(kept).blocks(name))


@pytest.mark.parametrize("pounds", ["60000", "-60000", "75300", "90102.73", "377472.61"])
def test_no_stated_saving_is_what_one_post_costs_or_a_sum_that_is_left_out(pounds):
    gone = full_time(AFTER).replace(
        "- head | Head of Families | reports_to=dcs | grade=Full | fte=1", ""
    )
    stated = Statement(about="saving", says="It saves", counts="pounds", value=D(pounds))
    cost = Cost(kind="saving", what="A post", pounds=abs(D(pounds)))
    sides = full_time(BEFORE), gone.replace("reports_to=head", "reports_to=dcs")
    plan = both(*sides, statements=(stated,), costs=(cost,))
    plan = replace(plan, pay=replace(PAY, grades=[
        replace(grade, basis=None) if grade.name == "Full" else grade for grade in PAY.grades
    ]))  # fmt: skip
    kept = redacted(plan, PUBLIC)
    assert (kept.proposal.statements, kept.proposal.costs) == ((), ())


def test_an_edition_pays_nothing_back_at_a_saving_that_it_has_not():
    saving = Cost(kind="saving", what="The head", pounds=D(60000))
    plan = both(full_time(BEFORE), full_time(AFTER), costs=(*COSTS, saving), fates=(
        replace(LEAVER, key="officers", people=4),
    ))  # fmt: skip
    assert "paid back" in str(parts(plan).blocks("one-off costs"))
    kept = redacted(plan, PUBLIC)
    assert "paid back" not in str(parts(kept).blocks("one-off costs"))
    assert Figures(kept).text("payback") == Figures(kept).text("yearly saving") == LEFT_OUT


def test_a_grade_whose_points_are_left_out_has_no_spine_without_them():
    heads = [full_time(side).replace("grade=Full", "grade=G5x") for side in (BEFORE, AFTER)]
    on_spine = Grade(name="G5x", spine="NJC", lowest=12, highest=14)
    plan = replace(both(*heads), pay=replace(PAY, grades=(*PAY.grades, on_spine)))
    rows = {row[0]: row for each in (plan, redacted(plan, PUBLIC))
            for row in parts(each).blocks("grades")[0].rows}  # fmt: skip
    assert "NJC" not in str(rows["G5x"])
    assert "NJC, points 12 to 14" in str(parts(plan).blocks("grades"))


def test_the_basis_of_a_grade_that_is_left_out_tells_no_amount():
    grades = (Grade(name="Spot", pounds=D(71795), basis="spot salary of £71,795"),)
    plan = replace(both(full_time(BEFORE), full_time(AFTER)), pay=replace(PAY, grades=grades))
    assert "71,795" in str(parts(plan).blocks("grades"))
    assert "71,795" not in str(parts(redacted(plan, PUBLIC)).blocks("grades"))


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
