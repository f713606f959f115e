"""House templates: those that are shipped, and a council's own, made and corrected here."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from divisions.access import papers_for
from reports.house import HOUSES
from reports.models import HouseTemplate
from reports.writing.houses import as_house
from reports.writing.ownform import NewTemplateForm, OwnTemplateForms


@login_required
@require_http_methods(["GET", "POST"])
def templates(request, council):
    """List the templates, or make one after another or after a report."""
    council = papers_for(request.user, council)
    sent = request.POST if request.method == "POST" else None
    form = NewTemplateForm(sent, council=council, after=request.GET.get("after"))
    if form.is_bound and form.is_valid():
        row = form.save_as(request.user)
        messages.success(request, f"The template “{row.name}” was made.")
        return redirect("template", council.slug, row.slug)
    page = {
        "council": council,
        "section": "templates",
        "form": form,
        "own": [as_house(row) for row in council.templates.all()],
        "shipped": HOUSES.values(),
    }
    return render(request, "report/templates.html", page, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "POST"])
def template(request, council, slug):
    """Correct one of the council's own templates."""
    council = papers_for(request.user, council)
    row = get_object_or_404(HouseTemplate, council=council, slug=slug)
    form = OwnTemplateForms(
        request.POST if request.method == "POST" else None, council=council, row=row
    )
    if form.is_bound and form.is_valid():
        form.save_as(request.user)
        messages.success(request, f"The template “{row.name}” was saved.")
        return redirect("template", council.slug, row.slug)
    page = {"council": council, "section": "templates", "form": form, "row": row}
    status = (409 if form.conflict else 422) if form.is_bound else 200
    return render(request, "report/own_template.html", page, status=status)


@login_required
@require_POST
def delete_template(request, council, slug):
    """Take one of the council's own templates out; papers begun from it stay as they are."""
    council = papers_for(request.user, council)
    row = get_object_or_404(HouseTemplate, council=council, slug=slug)
    with council.editing(request.user, "delete a house template") as locked:
        row.delete()
        locked.act.tell(f"The house template “{row.name}” was deleted.")
    messages.success(request, f"The template “{row.name}” was deleted. Papers stay as they are.")
    return redirect("templates", council.slug)
