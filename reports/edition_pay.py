"""What an edition may have of pay and of what the structures cost.

An amount over one holder is that holder’s pay, and so are a difference that one post makes and what
the grade of a post with one holder is paid. Its one rule: what one person’s pay could be read from
is left out, with what it could be taken from; texts are searched for the same amounts.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from reports.comparison import Comparison
from reports.councilfile.values import Grade
from reports.money import Bill
from reports.pay import ACTUAL, BOTTOM, TOP, Pay, Terms, pay_of
from reports.singles import holders, singles
from reports.worked_out import worked_out


def bill_for_all(bill: Bill, comparison: Comparison) -> Bill | None:
    """The sums of a bill that say nothing of one holder; None where the whole one does.

    The lines of divisions, or of phases, are all kept or none: one alone could be worked out from
    the others. So could a grade’s pay, from what divisions cost of which each has it so many times.
    """
    of_one = _paid_to_one(bill, comparison)
    kept = replace(bill, divisions=(), phases=())
    if _tells(kept, of_one):
        return None
    with_divisions = replace(kept, divisions=bill.divisions)
    kept = kept if _tells(with_divisions, of_one) else with_divisions
    with_phases = replace(kept, phases=bill.phases)
    return kept if _tells(with_phases, of_one) else with_phases


def _tells(bill: Bill, of_one: frozenset[str]) -> bool:
    """Whether a bill says what one holder is paid, or that can be worked out from it."""
    lines = bill.whole, *bill.divisions, *bill.phases
    sums = (
        {name: each[name] for name in of_one & each.keys()} for line in lines for each in line.sums
    )
    return bool(worked_out(sums))


def _paid_to_one(bill: Bill, comparison: Comparison) -> frozenset[str]:
    """What one holder is paid, as sums name it: the grades of such posts, or those posts."""
    known = holders(comparison)
    is_actual = bill.terms.basis == ACTUAL
    return known.alone_before | known.alone_after if is_actual else grades_of_one(comparison)


# ---- grades ----


def pay_for_all(pay: Pay, comparison: Comparison) -> Pay:
    """What grades are paid, but for those that a post with one holder is on; nobody’s own pay."""
    on = grades_of_one(comparison)
    grades = tuple(_without_pay(grade) if grade.name in on else grade for grade in pay.grades)
    return replace(pay, grades=grades, actual={})


def _without_pay(grade: Grade) -> Grade:
    return replace(grade, pounds=None, lowest=None, highest=None)


def grades_of_one(comparison: Comparison) -> frozenset[str]:
    """The grades that say what one holder is paid, or will be: those of posts with one holder.

    A proposed post that nobody holds yet is nobody’s, so what is offered for it may be told.
    """
    known, before, after = holders(comparison), comparison.before.posts, comparison.after.posts
    posts = [
        *(before[key] for key in known.alone_before),
        *(after[key] for key in known.alone_after),
    ]
    return frozenset(post.grade for post in posts if post.grade)


def amounts_of_one(comparison: Comparison, terms: Terms) -> frozenset[Decimal]:
    """What one holder is paid, as far as it is known: their own pay, and what their grade is."""
    pay, held = comparison.pay, singles(comparison)
    if pay is None:
        return frozenset()
    own = {amount for key in held for amount in pay.actual.get(key, ())}
    ends = (replace(terms, basis=basis) for basis in (BOTTOM, TOP))
    names = grades_of_one(comparison)
    of_grades = {pay_of(pay, name, each).pounds for each in ends for name in names}
    return frozenset(amount for amount in own | of_grades if amount is not None)


def or_rounded(amounts: Iterable[Decimal]) -> frozenset[Decimal]:
    """Amounts as they are, and as they are typed in whole pounds: £61,237.41 as £61,237."""
    kept = frozenset(amounts)
    ways = ROUND_FLOOR, ROUND_CEILING
    return kept | {each.quantize(Decimal(1), way) for each in kept for way in ways}


def known_amounts(comparison: Comparison) -> frozenset[Decimal]:
    """Every amount that is known to be paid: of grades, of points, of holders."""
    pay = comparison.pay
    if pay is None:
        return frozenset()
    points = (
        point.pounds for spine in pay.spines for table in spine.tables for point in table.points
    )
    grades = (grade.pounds for grade in pay.grades if grade.pounds is not None)
    own = (pounds for of in pay.actual.values() for pounds in of if pounds is not None)
    return frozenset((*points, *grades, *own))
