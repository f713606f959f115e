"""What an edition may have of pay and of what the structures cost.

An amount over one holder is that holder’s pay, and so is a difference that one post makes. Its one
rule: a sum that one person’s pay could be read from is left out, with those it could be taken from.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from posts.snapshot import Snapshot
from reports.comparison import Comparison
from reports.councilfile.values import Grade
from reports.money import Bill, Line
from reports.pay import Pay, Terms, pay_of
from reports.singles import is_single, singles


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
    on = {*_grades_of_one(comparison)}
    grades = tuple(_without_pay(grade) if grade.name in on else grade for grade in pay.grades)
    return replace(pay, grades=grades, actual={})


def _without_pay(grade: Grade) -> Grade:
    return replace(grade, pounds=None, lowest=None, highest=None)


def _grades_of_one(comparison: Comparison) -> Iterator[str]:
    held = singles(comparison)
    for key, post in comparison.before.posts.items():
        if key in held and post.grade:
            yield post.grade
    for post in comparison.after.posts.values():
        if is_single(post) and post.grade:
            yield post.grade


def amounts_of_one(comparison: Comparison, terms: Terms) -> frozenset[Decimal]:
    """What one holder is paid, as far as it is known: their own pay, that of a grade of one."""
    pay, held = comparison.pay, singles(comparison)
    if pay is None:
        return frozenset()
    own = {amount for key in held for amount in pay.actual.get(key, ()) if amount is not None}
    names = {*_with_one_post(comparison.before), *_with_one_post(comparison.after)}
    prices = (pay_of(pay, name, terms).pounds for name in names)
    return frozenset(own | {pounds for pounds in prices if pounds is not None})


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


def _with_one_post(snapshot: Snapshot) -> Iterator[str]:
    posts = Counter[str]()
    for post in snapshot.posts.values():
        if post.grade:
            posts[post.grade] += post.number or 1
    return (grade for grade, number in posts.items() if number == 1)
