"""What a council pays, from its tables, for the papers that are made of it.

Its one rule: one query gives all of it, and what holders are paid is only read where a report is
costed by it.
"""

from decimal import Decimal
from itertools import groupby

from django.db.models import F, TextField, Value
from django.db.models.functions import Cast

from posts.models import Grade, Holding, OnCosts, SpinePoint
from reports.councilfile import values
from reports.councilfile.values import plain
from reports.pay import ACTUAL, Pay

_COLUMNS = {
    SpinePoint: ("spine__name", "since", "point", "pounds"),
    OnCosts: ("since", "percent"),
    Grade: ("name", "pounds", "lowest", "highest", "basis", "year", "spine__name"),
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

_WIDEST = max(map(len, _ALL.values()))


def pay_for(restructure, proposal):
    """The pay that a paper is made of; None where no pay at all is recorded."""
    basis = proposal.report.basis if proposal.report else None
    pay = _pay(restructure.council, restructure.before if basis == ACTUAL else None)
    is_known = any(grade.spine or grade.pounds is not None for grade in pay.grades)
    return pay if is_known or pay.actual else None


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
    asked = {
        SpinePoint: SpinePoint.objects.filter(spine__council=council),
        OnCosts: OnCosts.objects.filter(council=council),
        Grade: Grade.objects.filter(council=council),
    }
    if costed is not None:
        asked[Holding] = Holding.objects.filter(held_until=None, post__structure=costed)
    first, *others = (_as_texts(table, rows) for table, rows in asked.items())
    found = {table: [] for table in _COLUMNS}
    for nth, *texts in first.union(*others, all=True):
        table = list(_COLUMNS)[nth]
        found[table].append(_read(table, texts))
    return {table: _in_order(rows, len(_ORDER[table])) for table, rows in found.items()}


def _as_texts(table, rows):
    """The rows of one table as texts, as many a row as the widest table has."""
    texts = [Cast(F(name), TextField()) for name in _ALL[table]]
    texts += [Value(None, TextField())] * (_WIDEST - len(texts))
    named = {f"text_{at}": text for at, text in enumerate(texts)}
    nth = Value(list(_COLUMNS).index(table))
    return rows.order_by().annotate(nth=nth, **named).values_list("nth", *named)


def _read(table, texts):
    named = zip(_ALL[table], texts, strict=False)
    return [_value(_field(table, name), text) for name, text in named]


def _field(table, name):
    """The field of a column, or of one of a table that it leads to."""
    *ways, last = name.split("__")
    for way in ways:
        table = table._meta.get_field(way).related_model
    return table._meta.get_field(last)


def _value(field, text):
    """A column out of its text, amounts with the places that their field has."""
    value = None if text is None else field.to_python(text)
    if isinstance(value, Decimal):
        return value.quantize(Decimal(1).scaleb(-field.decimal_places))
    return value


def _in_order(rows, number):
    """Rows without the columns by which they are put in order: what is not stated comes first."""
    rows.sort(key=lambda row: [(each is not None, each) for each in row[:number]])
    return [row[number:] for row in rows]
