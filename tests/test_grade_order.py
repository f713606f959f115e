"""In which order grades stand in a table of a report."""

from decimal import Decimal

from reports.comparison import Comparison
from reports.councilfile.values import Grade, PayTable, Spine, SpinePoint
from reports.pay import Pay
from reports.proposal import Proposal
from reports.writing.reading import comparison_for_paper
from tests.literals import structure
from tests.test_parts import parts

NAMES = ("Grade 10", "Grade 9", "PO2", "Head, Level 12", "Head, Level 3")
NATURAL = ["Grade 9", "Grade 10", "Head, Level 3", "Head, Level 12", "PO2"]


def rows(ranks=(), pay=None):
    """The grades of the table, from the top; posts are on them in a mixed order."""
    return [row[0] for row in table("posts by grade", ranks, pay).rows]


def table(part, ranks=(), pay=None):
    posts = "\n".join(f"  - p{nth} | Post | grade={name}" for nth, name in enumerate(NAMES))
    side = structure(f"unit u | Care\n  - none | Other\n{posts}", complete=9)
    plan = Proposal(key="p", title="P", before="s", after="s", effective="1 April 2026")
    comparison = Comparison("The Borough", plan, side, side, pay=pay, ranks=dict(ranks))
    (found,) = parts(comparison).blocks(part)
    return found


def spots(**pounds):
    return Pay(grades=tuple(Grade(name=name, pounds=Decimal(of)) for name, of in pounds.items()))


def test_numbers_within_names_are_numbers_and_what_is_not_stated_is_last():
    assert rows() == [*NATURAL, "Grade not stated"]


def test_those_of_a_known_rank_stand_first_the_highest_on_top():
    found = rows({"PO2": 1, "Grade 9": 3, "Head, Level 3": 2})
    assert found == [
        "PO2", "Head, Level 3", "Grade 9", "Grade 10", "Head, Level 12", "Grade not stated",
    ]  # fmt: skip


def test_where_all_are_paid_the_best_paid_stands_on_top():
    known = dict(zip(NAMES, (30, 20, 50, 90, 60), strict=True))
    assert rows(pay=spots(**known)) == [
        "Head, Level 12", "Head, Level 3", "PO2", "Grade 10", "Grade 9", "Grade not stated",
    ]  # fmt: skip


def test_where_the_pay_of_one_is_not_known_names_decide():
    known = dict(zip(NAMES[1:], (20, 50, 90, 60), strict=True))
    assert rows(pay=spots(**known))[:-1] == NATURAL


def test_of_two_ranges_with_one_top_the_one_with_the_higher_bottom_stands_above():
    points = tuple(SpinePoint(point=nth, pounds=Decimal(nth * 1000)) for nth in range(1, 30))
    lows = dict(zip(NAMES, (3, 5, 1, 4, 2), strict=True))
    grades = [Grade(name=key, spine="NJC", lowest=low, highest=9) for key, low in lows.items()]
    tables = tuple(PayTable(since=day, points=points) for day in ("2024-04-01", "2026-04-01"))
    pay = Pay(spines=(Spine(name="NJC", tables=tables),), grades=tuple(grades))
    assert rows(pay=pay)[:2] == ["Grade 9", "Head, Level 12"]
    told = table("grades", pay=pay).rows
    assert [row[0] for row in told] == rows(pay=pay)[:-1]
    assert told[0] == ("Grade 9", "£5,000 to £9,000", "NJC, points 5 to 9", "since 1 April 2026")


def test_of_grades_whose_basis_and_year_are_not_stated_neither_is_printed():
    assert table("grades", pay=spots(PO2=5)).rows == (("PO2", "£5"),)


def test_ranks_are_read_with_the_pay_of_a_council(paper):
    paper.council.grades.update(rank=2)
    found = comparison_for_paper(paper).ranks
    assert found
    assert set(found.values()) == {2}
