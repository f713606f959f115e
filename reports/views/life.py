"""The steps of a structure's life, each a page that says what will happen before it is taken.

Its one rule: a step is taken on the structure as the person saw it, or not at all.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from divisions import errors
from divisions.access import structures_for
from posts.views.finding import structure_of
from reports.steps import STEPS


@login_required
@require_http_methods(["GET", "POST"])
def step(request, council, structure, step):
    """Say what a step does, ask what it needs, and take it."""
    council = structures_for(request.user, council)
    structure = structure_of(council, structure)
    if step not in STEPS:
        raise Http404
    form = STEPS[step](request.POST if request.method == "POST" else None, structure=structure)
    try:
        structure.must_be(form.verb, *form.possible)
    except errors.WrongStep as refusal:
        form.hindrance = refusal
        return _page(request, structure, form, refusal.status)
    if not form.is_bound:
        return _page(request, structure, form, 200)
    if not form.is_valid():
        return _page(request, structure, form, 422)
    try:
        form.take(request.user)
    except errors.RuleBroken as refusal:
        form.hindrance = refusal
        return _page(request, structure, form, refusal.status)
    messages.success(request, str(structure.acts.first()))
    return redirect("structure", council.slug, structure.key)


def _page(request, structure, form, status):
    structure = structure_of(structure.council, structure.key)
    page = {
        "council": structure.council,
        "section": "structures",
        "structure": structure,
        "form": form,
        "clashes": isinstance(form.hindrance, errors.ClashesOpen | errors.NotKnown),
        "not_the_day": isinstance(form.hindrance, errors.NotTheDay),
    }
    return render(request, "life.html", page, status=status)
