"""A restructure is proposed: a draft is drawn from a structure, to be changed on the board.

Its one rule: those who draw structures may propose; what is proposed is there for all to read.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from divisions.access import structures_for
from reports.proposeform import ProposeForm, first_version


@login_required
@require_http_methods(["GET", "POST"])
def propose(request, council):
    """Ask what the draft is drawn from and called, draw it, and lead to it.

    `?revises=`: it is a revised version of that one, from what that was drawn from.
    """
    council = structures_for(request.user, council)
    drawn_from, revises = request.GET.get("from"), request.GET.get("revises")
    first = _first(council, revises) if revises else None
    sent = request.POST if request.method == "POST" else None
    form = ProposeForm(sent, council=council, drawn_from=drawn_from, first=first)
    if drawn_from and drawn_from not in {each.key for each in form.structures}:
        raise Http404
    if form.is_bound and form.is_valid():
        draft = form.propose(request.user)
        messages.success(request, str(draft.acts.first()))
        address = reverse("outline", args=[council.slug, draft.key])
        return HttpResponseRedirect(address, status=303)
    page = {"council": council, "section": "restructures", "form": form, "first": first}
    return render(request, "propose.html", page, status=422 if form.is_bound else 200)


def _first(council, key):
    """The version that is revised, or 404 where there is none that can be."""
    structures = council.structures.select_related("based_on")
    structure = get_object_or_404(structures, key=key)
    structure.council = council
    first = first_version(structure)
    if first is None:
        raise Http404
    return first
