"""What a council pays, as its administrators keep it: dated tables, on-costs, the pay of grades."""

from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from divisions.access import pay_for
from posts.models.pay import SpinePoint
from posts.payforms import FORMS, TableForm, pay_words


@login_required
@require_http_methods(["GET", "POST"])
def pay(request, council):
    """Show the tables, or set a table, on-costs or the pay of a grade."""
    council = pay_for(request.user, council)
    wanted = FORMS.get(request.POST.get("set"), TableForm) if request.method == "POST" else None
    forms = [form(request.POST if form is wanted else None, council=council)
             for form in FORMS.values()]  # fmt: skip
    form = next((each for each in forms if each.is_bound), None)
    if form and form.is_valid():
        form.save_as(request.user)
        messages.success(request, "The pay was set.")
        return redirect("pay", council.slug)
    page = {
        "council": council,
        "section": "pay",
        "form": form,
        "forms": forms,
        "tables": list(_tables(council)),
        "on_costs": council.on_costs.order_by("-since"),
        "grades": [(row, pay_words(row)) for row in council.grades.select_related("spine")],
    }
    return render(request, "pay.html", page, status=422 if form else 200)


def _tables(council):
    """Each table of each spine with its points, the newest first."""
    rows = SpinePoint.objects.filter(spine__council=council).select_related("spine")
    rows = rows.order_by("spine__position", "spine__name", "-since", "point")
    for (spine, since), points in groupby(rows, key=lambda row: (row.spine, row.since)):
        yield {"spine": spine, "since": since, "points": list(points)}
