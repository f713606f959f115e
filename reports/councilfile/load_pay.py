"""Write a council's spines, on-costs and grades as its file has them.

Its one rule: a spine is written whenever one of its points is, so that its row tells when a file
last held them.
"""

from posts.models import Grade
from posts.models.pay import OnCosts, PaySpine, SpinePoint

from .differing import fields_of
from .values import plain


def write(council, file, things, positions):
    """Write of the pay and the grades what is among the things to write."""
    for spine in file.pay.spines:
        if ("spine", spine.name) in things:
            _write_spine(council, spine, positions["spine"][spine.name])
    for costs in file.pay.on_costs:
        if ("on-costs", costs.since) in things:
            columns = fields_of(costs) | {"sources": list(costs.sources)}
            OnCosts.objects.update_or_create(
                council=council, since=columns.pop("since"), defaults=columns
            )
    _write_grades(council, file.grades, things, positions["grade"])


def _write_grades(council, grades, things, positions):
    spines = {spine.name: spine for spine in council.spines.all()}
    for grade in grades:
        if ("grade", grade.name) in things:
            columns = fields_of(grade) | {"sources": list(grade.sources)}
            columns["spine"] = spines.get(grade.spine)
            name = columns.pop("name")
            Grade.objects.update_or_create(
                council=council,
                name=name,
                defaults=columns,
                create_defaults=columns | {"position": positions[name]},
            )


def _write_spine(council, spine, position):
    columns = {"sources": list(spine.sources), "note": spine.note}
    row, _ = PaySpine.objects.update_or_create(
        council=council,
        name=spine.name,
        defaults=columns,
        create_defaults=columns | {"position": position},
    )
    there = {(plain(each.since), each.point): each for each in row.points.all()}
    for table in spine.tables:
        for amount in table.points:
            _write_point(row, table.since, amount, there.pop((table.since, amount.point), None))
    for gone in there.values():
        gone.delete()


def _write_point(spine, since, amount, there):
    if there is None:
        SpinePoint.objects.create(
            spine=spine, since=since, point=amount.point, pounds=amount.pounds
        )
    elif there.pounds != amount.pounds:
        there.pounds = amount.pounds
        there.save()
