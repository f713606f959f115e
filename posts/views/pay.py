"""What a council pays, as its administrators keep it: dated tables, on-costs, the pay of grades."""

from datetime import date
from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from divisions.access import pay_for
from posts.models.pay import SpinePoint
from posts.pay_gone import take_on_costs_out, take_table_out
from posts.payforms import FORMS, TableForm, in_pounds, pay_words


@login_required
@require_http_methods(["GET", "POST"])
def pay(request, council):
    """Show the tables; set a table, on-costs or the pay of a grade; or take one out."""
    council = pay_for(request.user, council)
    if "take-out" in request.POST:
        return _take_out(request, council)
    wanted = FORMS.get(request.POST.get("set"), TableForm) if request.method == "POST" else None
    forms = [form(request.POST if form is wanted else None, council=council)
             for form in FORMS.values()]  # fmt: skip
    for each in forms:
        each.begin_with(request.GET)
    form = next((each for each in forms if each.is_bound), None)
    if form and form.is_valid():
        messages.success(request, form.save_as(request.user))
        return redirect("pay", council.slug)
    page = {
        "council": council,
        "section": "pay",
        "form": form,
        "forms": forms,
        "tables": list(_tables(council)),
        "on_costs": [
            (f"{row.percent.normalize():f}", row.since)
            for row in council.on_costs.order_by("-since")
        ],
        "grades": [(row, pay_words(row)) for row in council.grades.select_related("spine")],
    }
    return render(request, "pay.html", page, status=422 if form else 200)


def _take_out(request, council):
    """Take out on-costs from a day, or the table of a spine."""
    since = _day(request.POST.get("since", ""))
    if request.POST["take-out"] == "on-costs":
        get_object_or_404(council.on_costs, since=since)
        says = take_on_costs_out(council, request.user, since)
    else:
        points = SpinePoint.objects.filter(spine__council=council, since=since)
        point = points.filter(spine__name=request.POST.get("spine")).first()
        if point is None:
            raise Http404
        says = take_table_out(council, request.user, point.spine, since)
    messages.success(request, says)
    return redirect("pay", council.slug)


def _day(text):
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error


def _tables(council):
    """Each table of each spine with its points, the newest first."""
    rows = SpinePoint.objects.filter(spine__council=council).select_related("spine")
    rows = rows.order_by("spine__position", "spine__name", "-since", "point")
    for (spine, since), points in groupby(rows, key=lambda row: (row.spine, row.since)):
        said = [(row.point, in_pounds(row.pounds)) for row in points]
        yield {"spine": spine, "since": since, "points": said}
