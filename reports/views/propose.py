"""A restructure is proposed: a draft is drawn from a structure, to be changed on the board.

Its one rule: those who draw structures may propose; what is proposed is there for all to read.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from divisions.access import structures_for
from reports.proposeform import ProposeForm


@login_required
@require_http_methods(["GET", "POST"])
def propose(request, council):
    """Ask what the draft is drawn from and called, draw it, and lead to it."""
    council = structures_for(request.user, council)
    drawn_from = request.GET.get("from")
    sent = request.POST if request.method == "POST" else None
    form = ProposeForm(sent, council=council, drawn_from=drawn_from)
    if drawn_from and drawn_from not in {each.key for each in form.structures}:
        raise Http404
    if form.is_bound and form.is_valid():
        draft = form.propose(request.user)
        messages.success(request, str(draft.acts.first()))
        address = reverse("outline", args=[council.slug, draft.key])
        return HttpResponseRedirect(address, status=303)
    page = {"council": council, "section": "restructures", "form": form}
    return render(request, "propose.html", page, status=422 if form.is_bound else 200)
