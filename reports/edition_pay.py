"""What an edition may have of pay and of what the structures cost.

An amount over one holder is that holder’s pay, and so are a difference that one post makes and what
the grade of a post with one holder is paid. Its one rule: what one person’s pay could be read from
is left out, with what it could be taken from; texts are searched for the same amounts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

from posts.snapshot import STATED, Post
from reports.amounts import OUT
from reports.comparison import Comparison
from reports.councilfile.values import Grade
from reports.money import Bill, Line
from reports.pairs import GRADE, POST
from reports.pay import ACTUAL, BOTTOM, PENCE, TOP, Pay, Terms, cost_of, pay_of
from reports.singles import holders
from reports.worked_out import Equations, Sum, together


def bill_for_all(bill: Bill, comparison: Comparison) -> Bill | None:
    """What a bill may say of what posts cost; None where even the whole difference tells too much.

    Lines are told in full, else by how they differ, else not at all; those of divisions together,
    and so those of phases: one alone could be worked out from the others.
    """
    cut = _Cut(bill, comparison)
    whole = cut.of((bill.whole,))
    if not whole:
        return None
    divisions, phases = cut.of(bill.divisions), cut.of(bill.phases)
    return replace(bill, whole=whole[0], divisions=divisions, phases=phases)


class _Cut:
    """The lines of a bill being told one after the other, while no one holder’s pay follows."""

    def __init__(self, bill: Bill, comparison: Comparison) -> None:
        known, on = holders(comparison), grades_of_one(comparison)
        alone = known.alone_before | known.alone_after
        self._of_one = {*((GRADE, name) for name in on), *((POST, key) for key in alone)}
        self._told = Equations()
        lines = bill.whole, *bill.divisions, *bill.phases
        made_of = together([self._unknown(each) for line in lines for each in line.sums])
        self._sums = iter(zip(made_of[::2], made_of[1::2], strict=True))

    def _unknown(self, made_of: Sum) -> Sum:
        """What a sum is made of but for the pay of grades that is told."""
        kept = (name for name in made_of if name in self._of_one or name[0] == POST)
        return {name: made_of[name] for name in kept}

    def of(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """The next lines, as far as they may be told."""
        sums = [next(self._sums) for _ in lines]
        differences = tuple(replace(line, before=OUT, after=OUT) for line in lines)
        ways = (
            (lines, [each for both in sums for each in both]),
            (differences, [_difference(*both) for both in sums]),
        )
        for kept, known in ways:
            told = self._told.joined_by(known)
            if not told.worked_out & self._of_one:
                self._told = told
                return kept
        return ()


def sums_left_out(whole: Bill, kept: Bill | None) -> frozenset[Decimal]:
    """The sums and differences of a bill that an edition has not; whoever reads one reads them."""
    return frozenset(_sums(whole)) - frozenset(_sums(kept) if kept else ()) - {Decimal(0)}


def _sums(bill: Bill) -> Iterator[Decimal]:
    for line in (bill.whole, *bill.divisions, *bill.phases):
        yield from (side.pounds for side in (line.before, line.after) if not side.is_left_out)
        if line.change is not None:
            yield abs(line.change)


def _difference(was: Sum, becomes: Sum) -> Sum:
    names = was.keys() | becomes.keys()
    return {name: Fraction(becomes.get(name, 0)) - Fraction(was.get(name, 0)) for name in names}


# ---- grades ----


def pay_for_all(pay: Pay, comparison: Comparison) -> Pay:
    """What grades are paid, but for those that a post with one holder is on; nobody’s own pay."""
    on = grades_of_one(comparison)
    grades = tuple(_without_pay(grade) if grade.name in on else grade for grade in pay.grades)
    return replace(pay, grades=grades, actual={})


def _without_pay(grade: Grade) -> Grade:
    """A grade without its pay; a basis with a figure in it may say the same in words."""
    basis = None if grade.basis and any(map(str.isdigit, grade.basis)) else grade.basis
    return replace(grade, pounds=None, lowest=None, highest=None, basis=basis)


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
    """What one holder is paid, as far as it is known: their own pay, and what their grade is.

    So is what their post costs: their pay for their hours, with on-costs and without.
    """
    pay, known = comparison.pay, holders(comparison)
    if pay is None:
        return frozenset()
    sides = (comparison.before, known.alone_before), (comparison.after, known.alone_after)
    posts = [side.posts[key] for side, alone in sides for key in alone]
    own = {amount for post in posts for amount in pay.actual.get(post.key, ())}
    found = own | {amount for post in posts for amount in _amounts_of(pay, post, terms)}
    return frozenset(amount for amount in found if amount is not None)


def _amounts_of(pay: Pay, post: Post, terms: Terms) -> Iterator[Decimal | None]:
    """What the one holder of a post is paid and costs, at the bottom, the top and their own pay."""
    one = replace(post, number=1, certainty=STATED)
    for basis in (BOTTOM, TOP, ACTUAL):
        each, own = replace(terms, basis=basis), pay.actual.get(post.key)
        full_time = pay_of(pay, post.grade, each).pounds if basis != ACTUAL else None
        yield full_time
        yield cost_of(pay, one, each, own).pounds
        yield cost_of(pay, replace(one, fte=Decimal(1)), each, own).pounds
        if full_time is not None and post.fte is not None:
            yield (full_time * post.fte).quantize(PENCE, ROUND_HALF_UP)


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
