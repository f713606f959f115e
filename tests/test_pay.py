"""What a post costs, and what two structures do: exact, on stated terms, and never guessed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from posts.snapshot import EVERY_TIER, Post
from reports.councilfile.values import Grade, OnCosts, PayTable, Spine, SpinePoint
from reports.figures import Figures
from reports.pay import ACTUAL, BOTTOM, Pay, Terms, cost_of, pounds_in_words
from reports.proposal import Cost, Phase
from reports.savings import change_in_words
from reports.sections.blocks import Note, Paragraph, Table
from tests.test_parts import compared, parts

D = Decimal


def table(since, **points):
    return PayTable(
        since=since,
        points=tuple(SpinePoint(point=int(n[1:]), pounds=D(of)) for n, of in points.items()),
    )


PAY = Pay(
    spines=(
        Spine(
            name="NJC",
            tables=(
                table("2024-04-01", p12="27711", p14="28163.33"),
                table("2025-04-01", p12="28598", p14="29064"),
            ),
        ),
    ),
    on_costs=(OnCosts(since="2024-04-01", percent=D("25.5")),),
    grades=(
        Grade(name="G5", spine="NJC", lowest=12, highest=14),
        Grade(name="Gap", spine="NJC", lowest=12, highest=13),
        Grade(name="Spot", pounds=D("71795")),
        Grade(name="Full", pounds=D("60000"), basis="gross, plus on-costs"),
        Grade(name="Bare"),
    ),
)
ON = Terms(day="2024-09-01")


def post(**facts):
    return Post(key="p", title="Officer", **({"grade": "G5", "fte": D(1)} | facts))


def test_a_post_costs_its_point_times_hours_and_number_with_on_costs():
    cost = cost_of(PAY, post(number=3, fte=D("0.5")), ON, None)
    assert cost.pounds == D("53017.47")  # 28,163.33 × 0.5 × 3 × 1.255


@pytest.mark.parametrize(
    ("day", "basis", "pounds"),
    [
        ("2024-09-01", "top", "35344.98"),
        ("2025-03-31", BOTTOM, "34777.31"),
        ("2025-04-01", BOTTOM, "35890.49"),
    ],
)
def test_the_table_in_force_on_the_day_gives_the_amount(day, basis, pounds):
    assert cost_of(PAY, post(), Terms(basis=basis, day=day), None).pounds == D(pounds)


@pytest.mark.parametrize(
    ("facts", "day", "why"),
    [
        ({"grade": None}, "2024-09-01", "no grade is stated"),
        ({"grade": "Bare"}, "2024-09-01", "the pay of its grade is not recorded"),
        ({"grade": "Gap"}, "2024-09-01", "the point of its grade has no amount on that day"),
        ({}, "2024-03-31", "the point of its grade has no amount on that day"),
        ({}, None, "the day for which tables of pay are needed is not stated"),
        ({"fte": None}, "2024-09-01", "FTE is not stated"),
        ({"number": None}, "2024-09-01", "the number of posts is not stated"),
        ({"certainty": "uncertain"}, "2024-09-01", "it is not certain that the post is there"),
    ],
)
def test_what_is_not_known_is_named_and_never_nought(facts, day, why):
    cost = cost_of(PAY, post(**facts), Terms(day=day), None)
    assert (cost.pounds, cost.why) == (None, why)


def test_on_costs_do_not_come_twice_on_an_amount_that_has_them():
    assert cost_of(PAY, post(grade="Spot"), ON, None).pounds == D("90102.73")
    assert cost_of(PAY, post(grade="Full"), ON, None).pounds == D("60000.00")


@pytest.mark.parametrize("holders", [None, (), (D(1), D(2)), (None,)])
def test_actual_pay_is_known_only_of_every_holder(holders):
    at = Terms(basis=ACTUAL, day="2024-09-01")
    assert cost_of(PAY, post(), at, holders).pounds is None
    assert cost_of(PAY, post(), at, (D(1000),)).pounds == D("1255.00")


def test_of_a_job_share_it_is_said_that_its_parts_are_not_recorded():
    cost = cost_of(PAY, post(), Terms(basis=ACTUAL, day="2024-09-01"), (D(40000), D(41000)))
    assert (cost.pounds, cost.why) == (None, "several share it, and in what parts is not recorded")


@pytest.mark.parametrize(
    ("pounds", "said"),
    [("1234.5", "£1,234.50"), ("400000", "£400,000"), ("-20", "−£20"), ("0", "£0")],
)
def test_pounds_are_printed_with_pence_where_there_are_any(pounds, said):
    assert pounds_in_words(D(pounds)) == said


# Two structures

BEFORE = """
directorate cs | Children's Services
  - dcs | Director | tier=1 | line=none | grade=Spot
  division fam | Families
    - head | Head of Families | reports_to=dcs | grade=Full | fte=1
    - officers | Officer | reports_to=head | grade=G5 | number=4 | fte=1
  division sch | Schools
    - adviser | Adviser | reports_to=dcs | grade=G5 | number=2 | fte=1
"""
AFTER = """
directorate cs | Children's Services
  - dcs | Director | tier=1 | line=none | grade=Spot
  division fam | Families
    - head | Head of Families | reports_to=dcs | grade=Full | fte=1
    - officers | Officer | reports_to=head | grade=G5 | number=3 | fte=0.5
    - adviser | Adviser | reports_to=dcs | grade=G5 | number=2 | fte=1
"""
COSTS = (
    Cost(kind="one-off cost", what="Redundancy", pounds=D("50000")),
    Cost(kind="one-off cost", what="Pension strain", pounds=D("20000.50")),
    Cost(kind="funding", what="Reserves", pounds=D("70000.50")),
)


def both(before=BEFORE, after=AFTER, complete=3, **stated):
    stated = {"effective": "1 September 2024", "costs": COSTS} | stated
    return replace(compared(before, after, complete, **stated), pay=PAY)


def test_what_lacks_the_same_on_both_sides_does_not_hinder_the_difference():
    whole = both().bill.whole
    assert str(whole.before) == "at least £272,069.88"
    assert [each.why for each in whole.before.lacks] == ["FTE is not stated"]
    assert whole.change == D("53017.47") - D("141379.92")


def test_a_post_that_moves_costs_its_new_division_what_it_saves_the_old():
    found = {line.name: line.change for line in both().bill.divisions}
    assert found["Schools"] == D("-70689.96")
    assert found["Families"] == both().bill.whole.change + D("70689.96")
    assert found["In no division"] == 0


def test_no_difference_is_said_where_the_other_structure_may_have_the_post_too():
    whole = both(complete=None, after=AFTER.replace("- adviser", "- other")).bill.whole
    assert whole.change is None
    said = {(each.name, each.why) for each in whole.hindrances}
    assert ("Adviser", "where it comes from is not stated") in said
    assert ("Adviser", "what becomes of it is not stated") in said


@pytest.mark.parametrize("field", ["grade", "fte", "number"])
def test_what_changes_nobody_says_how_does_not_cost_the_same(field):
    alike = BEFORE.replace("number=4", f"number=4 | changed={field}")
    whole = both(BEFORE, alike).bill.whole
    assert whole.change is None
    assert f"its {'FTE' if field == 'fte' else field} changes, and not how" in str(whole.hindrances)
    assert both(BEFORE, BEFORE).bill.whole.change == 0


def test_a_structure_of_no_recorded_posts_does_not_cost_nothing():
    bill = both(before="directorate cs | Children's Services\n").bill
    for line in (bill.whole, *bill.divisions):
        assert (str(line.before), line.change) == ("not stated", None)


SCHOOLS = "  division sch | Schools\n"


def by_division(**sides):
    return {line.name: line for line in both(**sides).bill.divisions}


def test_a_division_of_which_no_post_is_recorded_does_not_cost_nothing():
    emptied = AFTER + SCHOOLS
    schools, whole = by_division(after=emptied)["Schools"], both(after=emptied).bill.whole
    assert (str(schools.before), str(schools.after)) == ("£70,689.96", "not stated")
    assert str(whole.after).startswith("at least")
    assert ("Schools", "no posts are recorded") in [(x.name, x.why) for x in whole.after.lacks]
    assert whole.before == both().bill.whole.before
    assert schools.change == D("-70689.96")  # it is told where each post goes
    assert whole.change == both().bill.whole.change


@pytest.mark.parametrize("complete", [3, None])
def test_a_division_of_which_neither_structure_records_a_post_is_told_of(complete):
    extra = "  division new | Libraries\n"
    line = by_division(before=BEFORE + extra, after=AFTER + extra, complete=complete)["Libraries"]
    assert (str(line.before), str(line.after), line.change) == ("not stated", "not stated", None)


@pytest.mark.parametrize(("sides", "side"), [
    ({}, "after"), ({"before": AFTER, "after": BEFORE}, "before"),
])  # fmt: skip
def test_a_division_that_may_stand_in_the_other_structure_too_does_not_cost_nothing(sides, side):
    line = by_division(complete=None, **sides)["Schools"]
    assert str(getattr(line, side)) == "not stated"
    assert str(getattr(by_division(complete=3, **sides)["Schools"], side)) == "£0"


def test_where_every_post_is_listed_an_empty_division_costs_nothing():
    schools = by_division(after=AFTER + SCHOOLS, complete=EVERY_TIER)["Schools"]
    assert (str(schools.after), schools.change) == ("£0", D("-70689.96"))


def test_what_may_stand_unlisted_in_the_other_structure_does_not_cost_nothing_there():
    sides = {"complete": None, "after": AFTER.replace("- adviser | Adv", "- other | Other adv")}
    whole = both(**sides).bill.whole
    assert "Other adviser" in [each.name for each in whole.before.lacks]
    assert "Adviser" in [each.name for each in whole.after.lacks]
    assert str(by_division(**sides)["Families"].before).startswith("at least")


FULL_TIME = [side.replace("grade=Spot", "grade=Spot | fte=1") for side in (BEFORE, AFTER)]


@pytest.mark.parametrize(
    ("complete", "name", "cost"),
    [
        (EVERY_TIER, "All posts", "£362,172.61"),
        (3, "Posts in tiers 1 to 3", "£362,172.61"),
        (2, "All posts", "at least £362,172.61"),
        (None, "All posts", "at least £362,172.61"),
    ],
)
def test_a_cost_is_exact_where_all_that_it_is_of_is_listed(complete, name, cost):
    whole = both(*FULL_TIME, complete=complete).bill.whole
    assert (whole.name, str(whole.before)) == (name, cost)
    assert whole.change == D("-88362.45")
    why = [each.why for each in whole.before.lacks]
    assert why == ([] if cost.startswith("£") else ["not every post is listed"])


def test_the_lines_of_divisions_add_up_to_the_whole():
    for complete in (EVERY_TIER, 3, None):
        bill = both(*FULL_TIME, complete=complete).bill
        assert sum(line.before.pounds for line in bill.divisions) == bill.whole.before.pounds
        assert sum(line.change for line in bill.divisions) == bill.whole.change


def test_what_differs_is_told_by_phase():
    phased = AFTER.replace("number=3 | fte=0.5", "number=3 | fte=0.5 | phase=two")
    for stated, name in (((), "two"), ((Phase(name="Phase two"),), "Phase two")):
        (line,) = both(after=phased, phases=stated).bill.phases
        assert (line.name, line.change) == (name, both().bill.whole.change)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (D(-400000), "a yearly saving of £400,000"),
        (D(5), "an extra cost of £5 a year"),
        (D(0), "no change in yearly cost"),
        (None, "a change in yearly cost that cannot be computed"),
    ],
)
def test_a_change_in_cost_is_said_in_words(change, said):
    assert change_in_words(change) == said


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("change in cost", "a yearly saving of £88,362.45"),
        ("one-off costs", "£70,000.50"),
        ("funding", "£70,000.50"),
        ("payback", "0.8 years"),
        ("on-costs", "25.5 per cent"),
        ("pay of G5", "£27,711 to £28,163.33"),
        ("pay of Spot", "£71,795"),
        ("pay of Bare", "not stated"),
        ("day of pay", "1 September 2024"),
        ("basis of cost", "the top of each grade"),
        ("other savings", "not stated"),
    ],
)
def test_figures_say_what_is_known_of_money(name, says):
    assert Figures(both()).text(name) == says


def test_what_is_paid_back_at_once_is_not_paid_back_in_no_years():
    small = (Cost(kind="one-off cost", what="Notice", pounds=D(100)),)
    assert Figures(both(costs=small)).text("payback") == "less than 0.1 years"


def test_there_is_no_payback_without_a_saving_or_where_a_cost_is_not_stated():
    assert Figures(both(before=AFTER, after=BEFORE)).text("payback") == "cannot be computed"
    unknown = (*COSTS, Cost(kind="one-off cost", what="Notice"))
    assert Figures(both(costs=unknown)).text("payback") == "cannot be computed"
    assert Figures(both(costs=unknown)).text("one-off costs") == "at least £70,000.50"


def test_the_cost_is_printed_with_its_basis_and_what_is_not_known():
    blocks = parts(both()).blocks("cost")
    basis, *tables = (each for each in blocks if isinstance(each, Paragraph | Table))
    assert "at the top of each grade as paid on 1 September 2024" in basis.text
    assert "with on-costs of 25.5 per cent" in basis.text
    divisions = next(each for each in tables if getattr(each, "key", "") == "cost.divisions")
    assert divisions.total[-1] == "−£88,362.45"
    notes = [each.text for each in blocks if isinstance(each, Note)]
    assert notes[0] == "Not known of the existing structure: FTE is not stated: Director."
