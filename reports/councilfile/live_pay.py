"""What a council pays, and its grades, as the tables hold them, now or as files last held them.

Its one rule: the number of queries is the same however long the tables are.
"""

from posts.models import Grade
from posts.models.pay import OnCosts, PaySpine, SpinePoint

from . import values
from .values import plain

_GRADE = ("name", "rank", "pounds", "basis", "year", "lowest", "highest", "note")


def standing(council):
    """Pay and grades as they stand."""
    spines = list(council.spines.all())
    points = {}
    for point in SpinePoint.objects.filter(spine__in=spines).order_by("since", "point"):
        points.setdefault(point.spine_id, []).append(point)
    return _words(
        council,
        [_spine(row, points.get(row.pk, ())) for row in spines],
        council.on_costs.order_by("since"),
        council.grades.all(),
    )


def as_loaded(council, loaded, as_of):
    """Pay and grades as files last held them, each spine with its points of that time."""
    spines = loaded(PaySpine, council=council).order_by("position", "id")
    return _words(
        council,
        [_spine(row, _points(as_of(row.act)(SpinePoint, spine=row.id))) for row in spines],
        loaded(OnCosts, council=council).order_by("since"),
        loaded(Grade, council=council),
    )


def _points(versions):
    return sorted(versions, key=lambda point: (point.since, point.point))


def _words(council, spines, on_costs, grades):
    names = dict(council.spines.values_list("pk", "name"))
    pay = values.Pay(spines=tuple(spines), on_costs=tuple(map(_on_costs, on_costs)))
    return {"pay": pay, "grades": tuple(_grade(row, names) for row in grades)}


def _spine(row, points):
    tables = {}
    for point in points:
        amount = values.SpinePoint(point=point.point, pounds=plain(point.pounds))
        tables.setdefault(plain(point.since), []).append(amount)
    return values.Spine(
        name=row.name,
        sources=tuple(row.sources),
        note=row.note,
        tables=tuple(values.PayTable(since=day, points=tuple(of)) for day, of in tables.items()),
    )


def _on_costs(row):
    return values.OnCosts(
        since=plain(row.since),
        percent=plain(row.percent),
        sources=tuple(row.sources),
        note=row.note,
    )


def _grade(row, names):
    columns = {name: plain(getattr(row, name)) for name in _GRADE}
    return values.Grade(**columns, spine=names.get(row.spine_id), sources=tuple(row.sources))
