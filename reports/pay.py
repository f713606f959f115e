"""What a post costs in a year: the pay of its grade, times its hours and number, with on-costs.

Amounts are exact, in pounds and pence. Its one rule: an amount that no table in force on the day
gives is not known, with the reason; it is never nought, and never reckoned between two points.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from posts.naming import NOT_STATED
from posts.snapshot import UNCERTAIN, Post
from reports.councilfile.values import Grade, OnCosts, PayTable, Spine
from reports.counts import MINUS

BOTTOM, TOP, ACTUAL = "bottom", "top", "actual"
BASES = {
    BOTTOM: "the bottom of each grade",
    TOP: "the top of each grade",
    ACTUAL: "what the holders are paid",
}

Dated = TypeVar("Dated", PayTable, OnCosts)
PENCE = Decimal("0.01")
_WITH_ON_COSTS = re.compile(r"\bon[ -]?costs?\b", re.I)
_WITHOUT = re.compile(r"\b(without|before|exclud\w*|not includ\w*|no)\b", re.I)

NO_PAY = "the pay of its grade is not recorded"
NO_AMOUNT = "the point of its grade has no amount on that day"
OF_ITS_GRADE = {
    NO_PAY: "its pay is not recorded",
    NO_AMOUNT: "its point has no amount on the day that posts are costed for",
}
"""Why a post’s cost is not known where that is for its grade; and the same said of the grade."""


@dataclass(frozen=True, kw_only=True)
class Pay:
    """What a council pays, as its tables have it.

    `actual` is what the holders of an existing post are paid for full time in a year, one amount
    for each holder, by the key of the post; it is only read where posts are costed by it.
    """

    spines: tuple[Spine, ...] = ()
    on_costs: tuple[OnCosts, ...] = ()
    grades: tuple[Grade, ...] = ()
    actual: Mapping[str, tuple[Decimal | None, ...]] = field(default_factory=dict)

    def grade(self, name: str | None) -> Grade | None:
        """The grade of a name."""
        return next((grade for grade in self.grades if grade.name == name), None)

    def since(self, spine: str, day: str | None) -> str | None:
        """Since when a spine is paid by the table in force on a day; None where none is."""
        tables = next((each.tables for each in self.spines if each.name == spine), ())
        table = _in_force(tables, day)
        return table.since if table else None

    def percent(self, day: str | None) -> Decimal | None:
        """What comes on top of pay on a day, in percent; None where no table is in force."""
        table = _in_force(self.on_costs, day)
        return table.percent if table else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How posts are costed: the basis, and the day of the tables in force (ISO)."""

    basis: str = TOP
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Price:
    """Pounds, or why they are not known; `is_all` where on-costs are in them already."""

    pounds: Decimal | None = None
    why: str | None = None
    is_all: bool = False


def pay_of(pay: Pay, name: str | None, terms: Terms) -> Price:
    """What a grade is paid for full time in a year: at its bottom, else at its top.

    Why it is not known does not name the grade: an edition may have that, and not the grade.
    """
    grade = pay.grade(name)
    if not name:
        return Price(why="no grade is stated")
    if grade is None:
        return Price(why=NO_PAY)
    if grade.pounds is not None:
        return Price(grade.pounds, is_all=has_on_costs(grade))
    point = grade.lowest if terms.basis == BOTTOM else grade.highest
    if grade.spine is None or point is None:
        return Price(why=NO_PAY)
    if terms.day is None:
        return Price(why="the day for which tables of pay are needed is not stated")
    pounds = point_on(pay.spines, grade.spine, point, terms.day)
    return Price(why=NO_AMOUNT) if pounds is None else Price(pounds)


def has_on_costs(grade: Grade) -> bool:
    """Whether the amount of a grade is printed with on-costs in it: “gross, plus on-costs”."""
    basis = grade.basis or ""
    return bool(_WITH_ON_COSTS.search(basis)) and not _WITHOUT.search(basis)


def point_on(spines: Iterable[Spine], name: str, point: int, day: str) -> Decimal | None:
    """What a point of a spine is paid by the table in force on a day."""
    tables = next((spine.tables for spine in spines if spine.name == name), ())
    table = _in_force(tables, day)
    points = table.points if table else ()
    return next((each.pounds for each in points if each.point == point), None)


def _in_force(tables: Sequence[Dated], day: str | None) -> Dated | None:
    """The last table that began on a day or before it."""
    begun = [table for table in tables if day is not None and table.since <= day]
    return max(begun, key=lambda table: table.since, default=None)


def cost_of(pay: Pay, post: Post, terms: Terms, holders: Sequence[Decimal | None] | None) -> Price:
    """What the posts of one line cost in a year.

    `holders` are what those who hold them are paid, where the basis is what they are paid; None:
    that is not known.
    """
    if post.certainty == UNCERTAIN:
        return Price(why="it is not certain that the post is there")
    if post.number is None:
        return Price(why="the number of posts is not stated")
    if post.fte is None:
        return Price(why="FTE is not stated")
    price = _actual(post, holders) if terms.basis == ACTUAL else pay_of(pay, post.grade, terms)
    if price.pounds is None:
        return price
    number = 1 if terms.basis == ACTUAL else post.number
    percent = None if price.is_all else pay.percent(terms.day)
    pounds = price.pounds * post.fte * number * (1 + (percent or Decimal(0)) / 100)
    return Price(pounds.quantize(PENCE, ROUND_HALF_UP), is_all=price.is_all)


def _actual(post: Post, holders: Sequence[Decimal | None] | None) -> Price:
    """What all the holders of a post are paid together; not known unless it is of every one."""
    known = [pounds for pounds in holders or () if pounds is not None]
    if post.number is not None and len(known) > post.number:
        return Price(why="several share it, and in what parts is not recorded")
    if len(known) != post.number or len(known) != len(holders or ()):
        return Price(why="what the holders are paid is not known")
    return Price(sum(known, start=Decimal(0)))


def pounds_in_words(pounds: Decimal | None) -> str:
    """“£1,234.50”, “£400,000”, “−£20”; pence only where there are any."""
    if pounds is None:
        return NOT_STATED
    size = abs(pounds).quantize(PENCE, ROUND_HALF_UP)
    figures = f"{size:,.0f}" if size == size.to_integral_value() else f"{size:,.2f}"
    return f"{MINUS if pounds < 0 and size else ''}£{figures}"


def signed_pounds(pounds: Decimal | None) -> str:
    """A difference: “+£1,000”, “−£400,000”, “£0”."""
    if pounds is None:
        return "cannot be computed"
    return f"{'+' if pounds > 0 else ''}{pounds_in_words(pounds)}"
