"""What a council pays, from its tables, for the papers that are made of it.

Its one rule: one query gives all of it, and what holders are paid is only read where a report is
costed by it.
"""

from dataclasses import replace
from itertools import groupby

from posts.models import Grade, Holding, OnCosts, SpinePoint
from reports.columns import read_together
from reports.councilfile import values
from reports.councilfile.values import plain
from reports.pay import ACTUAL, Pay

_COLUMNS = {
    SpinePoint: ("spine__name", "since", "point", "pounds"),
    OnCosts: ("since", "percent"),
    Grade: ("name", "rank", "pounds", "lowest", "highest", "basis", "year", "spine__name"),
    Holding: ("post__key", "pounds"),
}
_ORDER = {
    SpinePoint: ("spine__position", "spine_id", "since", "point"),
    OnCosts: ("since",),
    Grade: ("position", "id"),
    Holding: ("post_id", "held_from", "id"),
}
_ALL = {table: (*_ORDER[table], *columns) for table, columns in _COLUMNS.items()}
"""By table what is read of it: by what its rows are put in order, then what they say."""


def with_pay(comparison, restructure):
    """A comparison with the pay that a paper is made of, and how the council's grades rank.

    The pay is None where none at all is recorded.
    """
    report = comparison.proposal.report
    is_actual = report is not None and report.basis == ACTUAL
    pay = _pay(restructure.council, restructure.before if is_actual else None)
    ranks = {grade.name: grade.rank for grade in pay.grades if grade.rank is not None}
    is_known = any(grade.spine or grade.pounds is not None for grade in pay.grades)
    return replace(comparison, pay=pay if is_known or pay.actual else None, ranks=ranks)


def _pay(council, costed):
    """The spines, on-costs and grades of a council, and what holds in a structure so costed."""
    rows = _rows(council, costed)
    grades = (dict(zip((*_COLUMNS[Grade][:-1], "spine"), row, strict=True)) for row in rows[Grade])
    return Pay(
        spines=tuple(_spines(rows[SpinePoint])),
        on_costs=tuple(
            values.OnCosts(since=plain(since), percent=percent) for since, percent in rows[OnCosts]
        ),
        grades=tuple(values.Grade(**grade) for grade in grades),
        actual={
            key: tuple(pounds for _, pounds in held)
            for key, held in groupby(rows[Holding], key=lambda row: row[0])
        },
    )


def _spines(rows):
    for name, points in groupby(rows, key=lambda row: row[0]):
        tables = groupby(points, key=lambda row: row[1])
        yield values.Spine(name=name, tables=tuple(_table(*each) for each in tables))


def _table(since, rows):
    points = tuple(values.SpinePoint(point=point, pounds=pounds) for *_, point, pounds in rows)
    return values.PayTable(since=plain(since), points=points)


# ---- reading ----


def _rows(council, costed):
    """What the rows of each table say, in order; of holders only those of a structure so costed."""
    rows = {
        SpinePoint: SpinePoint.objects.filter(spine__council=council),
        OnCosts: OnCosts.objects.filter(council=council),
        Grade: Grade.objects.filter(council=council),
    }
    if costed is not None:
        rows[Holding] = Holding.objects.filter(held_until=None, post__structure=costed)
    found = {table: [] for table in _COLUMNS}
    for table, row in read_together({table: (of, _ALL[table]) for table, of in rows.items()}):
        found[table].append(row)
    return {table: _in_order(rows, len(_ORDER[table])) for table, rows in found.items()}


def _in_order(rows, number):
    """Rows without the columns by which they are put in order: what is not stated comes first."""
    rows.sort(key=lambda row: [(each is not None, each) for each in row[:number]])
    return [row[number:] for row in rows]
