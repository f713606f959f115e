"""What a council pays, from its tables, for the papers that are made of it.

Its one rule: what holders are paid is only read where a report is costed by it, and three queries
give the rest.
"""

from django.db.models import Q

from posts.models.pay import OnCosts, SpinePoint
from posts.models.post import Holding
from reports.councilfile import values
from reports.councilfile.values import plain
from reports.pay import ACTUAL, Pay

_GRADE = "name", "pounds", "lowest", "highest", "basis", "year", "spine__name"


def pay_for(restructure, proposal):
    """The pay that a paper is made of; None where no pay at all is recorded."""
    pay = pay_of_council(restructure.council)
    basis = proposal.report.basis if proposal.report else None
    actual = actual_pay(restructure.before) if basis == ACTUAL else {}
    is_known = any(grade.spine or grade.pounds is not None for grade in pay.grades)
    if not (is_known or actual):
        return None
    return Pay(spines=pay.spines, on_costs=pay.on_costs, grades=pay.grades, actual=actual)


def pay_of_council(council):
    """The spines, on-costs and grades of a council, as pages and papers reckon with them."""
    return Pay(
        spines=tuple(_spines(council)), on_costs=tuple(_on_costs(council)),
        grades=tuple(_grades(council)),
    )  # fmt: skip


def _spines(council):
    rows = SpinePoint.objects.filter(spine__council=council).order_by(
        "spine__position", "spine_id", "since", "point"
    )
    found = {}
    for name, since, point, pounds in rows.values_list("spine__name", "since", "point", "pounds"):
        amount = values.SpinePoint(point=point, pounds=pounds)
        found.setdefault(name, {}).setdefault(plain(since), []).append(amount)
    for name, tables in found.items():
        yield values.Spine(
            name=name,
            tables=tuple(
                values.PayTable(since=day, points=tuple(of)) for day, of in tables.items()
            ),
        )


def _on_costs(council):
    rows = OnCosts.objects.filter(council=council).order_by("since")
    for since, percent in rows.values_list("since", "percent"):
        yield values.OnCosts(since=plain(since), percent=percent)


def _grades(council):
    for row in council.grades.values_list(*_GRADE):
        yield values.Grade(**dict(zip((*_GRADE[:-1], "spine"), row, strict=True)))


def actual_pay(structure):
    """What those who hold the posts of a structure now are paid, by the key of the post."""
    holdings = Holding.objects.filter(Q(held_until=None), post__structure=structure)
    found = {}
    for key, pounds in holdings.values_list("post__key", "pounds"):
        found.setdefault(key, []).append(pounds)
    return {key: tuple(amounts) for key, amounts in found.items()}
