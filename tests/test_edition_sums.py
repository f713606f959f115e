"""Whatever a council pays, its public cost tables tell nobody what one holder is paid.

The tables are read as a reader with pen and paper would: each amount printed is an equation.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from posts.snapshot import EVERY_TIER
from reports.councilfile.values import Grade
from reports.editions import PUBLIC, redacted
from reports.pay import ACTUAL, TOP, Pay
from reports.proposal import Report
from reports.sections.blocks import Table
from tests.test_parts import compared, parts

GRADES = {f"G{nth}": Decimal(40000 + 7919 * nth) for nth in range(4)}
DIVISIONS = "Adults", "Schools", "Youth"


@dataclass(frozen=True)
class Held:
    """A post before, and where it is after; None: it goes."""

    grade: str
    number: int
    fte: Fraction
    division: str
    to: str | None


held = st.builds(
    Held,
    grade=st.sampled_from([*GRADES]),
    number=st.sampled_from([1, 1, 3]),
    fte=st.sampled_from([Fraction(1), Fraction(1, 2)]),
    division=st.sampled_from(DIVISIONS),
    to=st.sampled_from([*DIVISIONS, *DIVISIONS, None]),
)


def comparison(posts, basis):
    """At actual pay, those on one grade are paid one pound more each."""
    sides = [
        structure(posts, [each.division for each in posts]),
        structure(posts, [each.to for each in posts]),
    ]
    plan = compared(
        *sides, complete=EVERY_TIER, effective="1 April 2024", report=Report(basis=basis)
    )
    grades = tuple(Grade(name=name, pounds=pounds) for name, pounds in GRADES.items())
    actual = {
        f"p{nth}": tuple(GRADES[each.grade] + nth + more for more in range(1, each.number + 1))
        for nth, each in enumerate(posts)
    }
    return replace(plan, pay=Pay(grades=grades, actual=actual if basis == ACTUAL else {}))


def structure(posts, divisions):
    lines = ["directorate cs | Services"]
    for name in DIVISIONS:
        lines.append(f"  division {name.lower()} | {name}")
        lines += [
            f"    - p{nth} | Post {nth} | line=none | grade={each.grade} | number={each.number} | "
            f"fte={float(each.fte)}"
            for nth, (each, division) in enumerate(zip(posts, divisions, strict=True))
            if division == name
        ]
    return "\n".join(lines) + "\n"


def equations(posts, kept, unknown):
    """What each amount in the tables of cost is so many times of."""
    found = []
    for table in parts(kept).blocks("cost"):
        heads = [column.heading for column in table.columns] if isinstance(table, Table) else []
        rows = [*table.rows, table.total] if heads and table.total else heads and table.rows
        for name, *cells in rows or ():
            before = made_of(posts, name, unknown, lambda each: each.division)
            after = made_of(posts, name, unknown, lambda each: each.to)
            both = {"Existing": before, "Proposed": after, "Difference": less(after, before)}
            found += [
                both[head] for head, cell in zip(heads[1:], cells, strict=True) if "£" in cell
            ]
    return found


def made_of(posts, division, unknown, where):
    row = dict.fromkeys(unknown, Fraction(0))
    for nth, each in enumerate(posts):
        stands = where(each) == division or (division not in DIVISIONS and where(each))
        name = f"p{nth}" if f"p{nth}" in unknown else each.grade
        if stands and name in unknown:
            row[name] += each.fte * (1 if name == f"p{nth}" else each.number)
    return row


def less(row, other):
    return {name: row[name] - other[name] for name in row}


def rank(rows):
    """How many of the equations say something of their own."""
    rows, found = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in rows[found:] if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        for nth in range(found + 1, len(rows)):
            times = rows[nth][column] / pivot[column]
            rows[nth] = [a - times * b for a, b in zip(rows[nth], pivot, strict=True)]
        found += 1
    return found


def follows(name, known):
    """Whether an amount follows from equations: as another one it would say nothing new."""
    rows = [[*row.values()] for row in known]
    return bool(rows) and rank(rows) == rank([*rows, [Fraction(each == name) for each in known[0]]])


@settings(deadline=None, max_examples=150)
@given(posts=st.lists(held, min_size=1, max_size=8), basis=st.sampled_from([TOP, ACTUAL]))
def test_what_one_holder_is_paid_follows_from_no_table_of_cost(posts, basis):
    plan = comparison(posts, basis)
    kept = redacted(plan, PUBLIC)
    singles = {f"p{nth}": each.grade for nth, each in enumerate(posts) if each.number == 1}
    at_actual = [f"p{nth}" for nth, _ in enumerate(posts)]
    unknown = at_actual if basis == ACTUAL else sorted(set(singles.values()))
    known = equations(posts, kept, unknown)
    of_one = singles if basis == ACTUAL else set(singles.values())
    assert not [name for name in of_one if follows(name, known)]
    in_full = equations(posts, plan, unknown)
    if not [name for name in of_one if follows(name, in_full)]:
        assert [*map(str, parts(kept).blocks("cost"))] == [*map(str, parts(plan).blocks("cost"))]
