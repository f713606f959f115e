"""What the structures cost and what that saves, what is spent once, and what each grade is paid.

Its one rule: a figure in pounds is exact to the penny, or says that it is not.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

from posts.naming import NOT_STATED
from reports.comparison import Comparison
from reports.counts import in_figures
from reports.figures.figure import Figure, Value
from reports.money import terms_of
from reports.pay import BASES, BOTTOM, TOP, Terms, pay_of, pounds_in_words, signed_pounds
from reports.savings import (
    FUNDING,
    ONE_OFF,
    SAVING,
    YEARLY,
    change_in_words,
    payback,
    recorded,
    yearly_saving,
    years_in_words,
)
from reports.sections.saying import day

_RECORDED = (
    ("one-off costs", ONE_OFF, "All that is spent once"),
    ("funding", FUNDING, "All that pays for what is spent once"),
    ("other savings", SAVING, "What else is saved each year, besides posts"),
    ("other yearly costs", YEARLY, "What else is spent each year, besides posts"),
)

_OF_BILL: tuple[tuple[str, str, Callable[[Comparison], Value]], ...] = (
    (
        "cost, existing",
        "What the posts of the existing structure cost in a year",
        lambda of: str(of.bill.whole.before) if of.bill else None,
    ),
    (
        "cost, proposed",
        "What the posts of the proposed structure cost in a year",
        lambda of: str(of.bill.whole.after) if of.bill else None,
    ),
    (
        "cost, difference",
        "What posts cost in a year: proposed less existing",
        lambda of: signed_pounds(of.bill.whole.change if of.bill else None),
    ),
    (
        "change in cost",
        "What posts cost in a year: the difference in words",
        lambda of: change_in_words(of.bill.whole.change if of.bill else None),
    ),
    (
        "yearly saving",
        "What is saved each year, by posts and otherwise",
        lambda of: _computed(yearly_saving(of.bill, of.proposal.costs)),
    ),
    ("payback", "After how many years what is spent once is saved", lambda of: _payback(of)),
    (
        "basis of cost",
        "How posts are costed",
        lambda of: BASES.get(terms_of(of.proposal).basis),
    ),
    ("day of pay", "The day of the tables of pay", lambda of: day(terms_of(of.proposal).day)),
    ("on-costs", "What comes on top of pay on that day", lambda of: on_costs(of)),
)


def figures(comparison: Comparison) -> Iterator[Figure]:
    """Every figure in pounds, and what it is made of."""
    for name, says, of in _OF_BILL:
        yield Figure(name=name, says=says, of=partial(of, comparison))
    for name, kind, says in _RECORDED:
        yield Figure(name=name, says=says, of=partial(_recorded, comparison, kind))
    yield from _grades(comparison)


def on_costs(comparison: Comparison) -> str | None:
    """“25 per cent”; None where no table of on-costs is in force."""
    percent = comparison.pay.percent(terms_of(comparison.proposal).day) if comparison.pay else None
    return None if percent is None else f"{in_figures(percent)} per cent"


def pay_in_words(comparison: Comparison, grade: str) -> str:
    """What a grade is paid in a year: one amount, or from its bottom to its top."""
    if comparison.pay is None:
        return NOT_STATED
    on = terms_of(comparison.proposal).day
    low, high = (
        pay_of(comparison.pay, grade, Terms(basis=basis, day=on)).pounds for basis in (BOTTOM, TOP)
    )
    if low == high:
        return pounds_in_words(low)
    return f"{pounds_in_words(low)} to {pounds_in_words(high)}"


def _grades(comparison: Comparison) -> Iterator[Figure]:
    for grade in comparison.pay.grades if comparison.pay else ():
        yield Figure(
            name=f"pay of {grade.name}",
            pattern="pay of GRADE",
            says="What a grade is paid for full time in a year, on the day of the tables",
            of=partial(pay_in_words, comparison, grade.name),
        )


def _computed(pounds: Decimal | None) -> str:
    return "cannot be computed" if pounds is None else pounds_in_words(pounds)


def _payback(comparison: Comparison) -> str:
    years = payback(comparison.bill, comparison.proposal.costs)
    return "cannot be computed" if years is None else years_in_words(years)


def _recorded(comparison: Comparison, kind: str) -> str | None:
    amount = recorded(comparison.proposal.costs, kind)
    return None if amount is None else str(amount)
