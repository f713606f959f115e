"""What the structures cost, what is spent once and what pays for it, and what grades are paid.

Its one rule: the basis and the day of every amount are printed, and what is not known is named.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from reports.amounts import Amount, Lack
from reports.comparison import Comparison
from reports.councilfile.values import Grade
from reports.counts import in_figures
from reports.figures.money import pay_in_words
from reports.left_out import LEFT_OUT
from reports.money import Bill, Line, terms_of
from reports.pay import ACTUAL, BASES, Pay, has_on_costs, pounds_in_words, signed_pounds
from reports.proposal import Cost
from reports.savings import (
    FUNDING,
    ONE_OFF,
    change_in_words,
    payback,
    yearly_saving,
    years_in_words,
)
from reports.sections.asked import Asked
from reports.sections.blocks import POUNDS, Block, Cell, Column, Note, Paragraph, Table
from reports.sections.saying import capital, day, or_not_stated, things
from reports.sections.tables import table_of

MOST = 40
"""So many posts are named of which something is not known; then how many more there are."""

DIVISION, PHASE = "by division", "by phase"
OPTIONS = DIVISION, PHASE

_CANNOT = "cannot be computed"
_GRADES = Column("Grade", 3), Column("Pay in a year", 4), Column("Basis", 5), Column("When", 3)
_SIDES = (
    Column("Existing", 3, POUNDS),
    Column("Proposed", 3, POUNDS),
    Column("Difference", 3, POUNDS),
)


def cost(asked: Asked) -> list[Block]:
    """What both structures cost in a year, the difference, and why anything is not known."""
    bill = asked.comparison.bill
    if asked.comparison.left_out.bill:
        return [Note(key="cost.left-out", text=f"What posts cost is {LEFT_OUT}.")]
    if bill is None:
        return []
    tables = list(_tables(asked, bill))
    change = capital(change_in_words(bill.whole.change))
    return [
        Paragraph(key="cost.basis", text=_basis(asked.comparison, bill)),
        *tables,
        *_left_out(bill),
        Paragraph(key="cost.change", text=f"{change}."),
        *_unknown(bill),
    ]


def _basis(comparison: Comparison, bill: Bill) -> str:
    """On which terms posts are costed, in sentences."""
    paid = "" if bill.terms.basis == ACTUAL else " as paid"
    on = f"{paid} on {day(bill.terms.day)}" if bill.terms.day else " (the day is not stated)"
    percent = "without on-costs, which are not stated"
    if bill.percent is not None:
        percent = f"with on-costs of {in_figures(bill.percent)} per cent"
    with_all = ", ".join(_with_on_costs(comparison))
    also = f" The amounts of {with_all} are stated with on-costs in them." if with_all else ""
    return (
        f"Posts are costed for a year at {BASES[bill.terms.basis]}{on}, {percent}. Each amount is "
        f"pay × FTE × number of posts, of the posts recorded.{also}"
    )


def _with_on_costs(comparison: Comparison) -> Iterator[str]:
    """The grades of the posts whose amounts are stated with on-costs in them."""
    sides = comparison.before, comparison.after
    held = {post.grade for side in sides for post in side.posts.values()}
    for each in comparison.pay.grades if comparison.pay else ():
        if each.name in held and each.pounds and has_on_costs(each):
            yield each.name


def _tables(asked: Asked, bill: Bill) -> Iterator[Table]:
    wanted = [option for option in OPTIONS if asked.has(option)] or OPTIONS
    whole = bill.whole
    if len(wanted) == len(OPTIONS) or not (bill.divisions or bill.phases):
        yield _table("cost", "Cost in a year", "Posts", [whole])
    if DIVISION in wanted and bill.divisions:
        yield _table("cost.divisions", "Cost by division", "Division", bill.divisions, whole)
    if PHASE in wanted and bill.phases:
        caption = "Cost of what changes in each phase"
        yield _table("cost.phases", caption, "Phase", bill.phases)


def _table(
    key: str, caption: str, heading: str, lines: Sequence[Line], whole: Line | None = None
) -> Table:
    """A table of lines; of those that are told by the difference alone it has no other column."""
    first = 3 if all(line.before.is_left_out for line in lines) else 1
    columns = Column(heading, 5), *_SIDES[first - 1 :]
    return Table(
        key=key,
        caption=caption,
        columns=columns,
        rows=tuple((line.name, *_row(line)[first:]) for line in lines),
        values=tuple((line.name, *_values(line)[first:]) for line in lines),
        total=("Total", *_row(whole)[first:]) if whole else None,
    )


def _row(line: Line) -> tuple[str, ...]:
    return line.name, str(line.before), str(line.after), signed_pounds(line.change)


def _values(line: Line) -> tuple[Cell, ...]:
    return line.name, line.before.exact, line.after.exact, line.change


def _left_out(bill: Bill) -> Iterator[Note]:
    """That only the difference is told, of all posts, or of each division or phase."""
    if any(line.before.is_left_out for line in (bill.whole, *bill.divisions, *bill.phases)):
        text = f"What posts cost is {LEFT_OUT} where it would tell what one holder is paid."
        yield Note(key="cost.left-out", text=text)


def _unknown(bill: Bill) -> Iterator[Note]:
    """What is not known on each side, and what hinders the difference, by reason."""
    sides = (
        ("existing", "Not known of the existing structure", bill.whole.before.lacks),
        ("proposed", "Not known of the proposed structure", bill.whole.after.lacks),
        ("difference", "The difference cannot be computed", bill.whole.hindrances),
    )
    for key, words, lacks in sides:
        if lacks:
            yield Note(key=f"cost.unknown.{key}", text=f"{words}: {reasons(lacks)}.")


def reasons(lacks: Iterable[Lack]) -> str:
    """Each reason with those it is of: “no grade is stated: Clerk; Head of Care”."""
    by_why = dict[str, list[str]]()
    for lack in lacks:
        by_why.setdefault(lack.why, []).append(lack.name)
    return ". ".join(f"{capital(why)}: {_some(names)}" for why, names in by_why.items())


def _some(names: Sequence[str]) -> str:
    kept = list(dict.fromkeys(names))
    more = f" and {things(len(kept) - MOST, 'other')}" if len(kept) > MOST else ""
    return f"{'; '.join(kept[:MOST])}{more}"


# ---- what no pay gives ----


def one_off(asked: Asked) -> list[Block]:
    """What is spent once, and after how many years it is saved."""
    comparison = asked.comparison
    if ONE_OFF in comparison.left_out.costs:
        return [Note(key="one-off.left-out", text=f"One-off costs are {LEFT_OUT}.")]
    table = _recorded("one-off", "One-off costs", comparison.proposal.costs, ONE_OFF)
    if not table:
        return []
    years = payback(comparison.bill, comparison.proposal.costs)
    saving = yearly_saving(comparison.bill, comparison.proposal.costs)
    if years is None or saving is None or comparison.left_out.is_out("payback"):
        return [*table]
    after = years_in_words(years)
    says = f"At a yearly saving of {pounds_in_words(saving)} they are paid back in {after}."
    return [*table, Paragraph(key="one-off.payback", text=says)]


def funding(asked: Asked) -> list[Block]:
    """What pays for what is spent once."""
    if FUNDING in asked.comparison.left_out.costs:
        return [Note(key="funding.left-out", text=f"Funding is {LEFT_OUT}.")]
    return [*_recorded("funding", "Funding", asked.comparison.proposal.costs, FUNDING)]


def _recorded(key: str, caption: str, costs: Sequence[Cost], kind: str) -> list[Table]:
    found = [cost for cost in costs if cost.kind == kind]
    if not found:
        return []
    known = tuple(cost.pounds for cost in found if cost.pounds is not None)
    lacks = tuple(Lack("", cost.what, "") for cost in found if cost.pounds is None)
    total = Amount(sum(known, start=Decimal(0)), lacks)
    names = ("What", "Year", "Phase")
    columns = [name for name in names if name == "What" or any(_fact(c, name) for c in found)]
    return [
        Table(
            key=key,
            caption=caption,
            columns=(*(Column(name, 4) for name in columns), Column("Amount", 3, POUNDS)),
            rows=tuple(
                (*(or_not_stated(_fact(c, name)) for name in columns), pounds_in_words(c.pounds))
                for c in found
            ),
            values=tuple((*(_fact(c, name) for name in columns), c.pounds) for c in found),
            total=("Total", *("–" for _ in columns[1:]), str(total)),
        )
    ]


def _fact(cost: Cost, name: str) -> str | None:
    facts = {"What": cost.what, "Year": cost.year, "Phase": cost.phase}
    return facts[name]


# ---- grades ----


def _in_order(comparison: Comparison, pay: Pay) -> list[Grade]:
    """The grades that posts are on, as the posts by grade have them."""
    found = (pay.grade(each.name) for each in comparison.by_grade)
    return [grade for grade in found if grade is not None]


def _basis_of(grade: Grade) -> str | None:
    """What a grade is paid by: in the words recorded, else its spine with its points."""
    if grade.basis or grade.pounds is not None or grade.spine is None:
        return grade.basis
    points = {each for each in (grade.lowest, grade.highest) if each is not None}
    if not points:
        return None
    said = " to ".join(map(str, sorted(points)))
    return f"{grade.spine}, {'point' if len(points) == 1 else 'points'} {said}"


def _when(pay: Pay, grade: Grade, on_day: str | None) -> str | None:
    """The year of an amount, or the day since when the spine is paid so."""
    if grade.year or grade.pounds is not None or grade.spine is None or grade.highest is None:
        return grade.year
    since = pay.since(grade.spine, on_day)
    return f"since {day(since)}" if since else None


def grades(asked: Asked) -> list[Block]:
    """The grades that posts are on, with what each is paid."""
    comparison = asked.comparison
    pay, on = comparison.pay, {
        post.grade for side in (comparison.before, comparison.after) for post in side.posts.values()
    }  # fmt: skip
    if pay is None and any(comparison.left_out.is_out(f"pay of {name}") for name in on):
        return [Note(key="grades.left-out", text=f"What grades are paid is {LEFT_OUT}.")]
    found = _in_order(comparison, pay) if pay else []
    if pay is None or not found:
        return []
    on_day = terms_of(comparison.proposal).day
    rows = [
        (each.name, pay_in_words(comparison, each.name), _basis_of(each), _when(pay, each, on_day))
        for each in found
    ]
    table = table_of("grades", "Grades", _GRADES, rows, fold=("Basis", "When"))
    is_cut = comparison.left_out.pay
    text = f"What a grade that one holder has is paid is {LEFT_OUT}."
    return [table, *([Note(key="grades.left-out", text=text)] if is_cut else [])]
