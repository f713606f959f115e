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
from reports.money import Bill, Line
from reports.pay import BOTTOM, TOP, Pay, Terms, pay_of
from reports.singles import holders, singles


def bill_for_all(bill: Bill) -> Bill | None:
    """The sums of a bill that say nothing of one holder; None where the whole one does."""
    if bill.whole.is_of_one:
        return None
    return replace(bill, divisions=_all(bill.divisions), phases=_all(bill.phases))


def _all(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """All of some lines, or none: one alone could be worked out from the others."""
    return () if any(line.is_of_one for line in lines) else lines


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
