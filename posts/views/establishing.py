"""A structure made from a spreadsheet: the list sent, its columns matched, its faults, the making.

Its one rule: what would be made is shown before it is made.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from divisions import once
from divisions.access import structures_for
from divisions.models import Structure
from posts.establishment_list.fields import FIELDS
from posts.establishment_list.reading import Unreadable
from posts.listform import ListForm, ListInHand, MakeForm

MATCHED = "columns matched by hand"
"""In the session, by council: words of headings, each with what such a column is. No cell is."""


@login_required
@require_http_methods(["GET", "POST"])
def establishment(request, council):
    """Ask for a list, say what it would make and every fault, and make it when told to."""
    council = structures_for(request.user, council)
    sent = request.POST if "text" in request.POST else None
    form = ListForm() if request.method == "GET" else ListForm(request.POST, request.FILES)
    if sent is None:
        if not form.is_bound or not form.is_valid():
            return _ask(request, council, form)
        sent = form.as_sent_on
    try:
        return _look(request, council, ListInHand(council, sent, _before(request, council)))
    except Unreadable as error:
        form.add_error("file", str(error))
        return _ask(request, council, form)


def _look(request, council, hand):
    """Show what a list would make; make it if it is told to and nothing is wrong."""
    if "matched" in request.POST:
        _keep(request, council, hand)
    is_told = "make" in request.POST
    if is_told and (there := once.made_by(Structure, once.sent(request.POST), council=council)):
        messages.info(request, f"“{there}” was made already, when this was first sent.")
        return redirect("structure", council.slug, there.key)
    form = _make_form(request, council, is_told)
    is_wrong = bool(hand.faults) or (is_told and not form.is_valid())
    if is_told and not is_wrong:
        structure = form.make(council, hand, request.user)
        messages.success(request, f"{hand.how_much} made from {hand.name}.")
        return redirect("structure", council.slug, structure.key)
    context = {"council": council, "section": "structures", "hand": hand, "form": form}
    status = 422 if is_wrong else 200
    return render(request, "establishment_list.html", context, status=status)


def _before(request, council):
    """What a person said in this session that columns of the council's lists are, by heading."""
    return request.session.get(MATCHED, {}).get(council.slug, {})


def _keep(request, council, hand):
    """Keep what a person says that columns are for when the mended list is sent again."""
    before, said = request.session.get(MATCHED, {}), hand.by_hand
    if before.get(council.slug, {}) != said:
        request.session[MATCHED] = before | {council.slug: said}


def _make_form(request, council, is_told):
    """The form that makes it: as it was sent to be made, or with what was typed into it so far."""
    if is_told:
        return MakeForm(request.POST, council=council)
    typed = {name: value for name, value in request.POST.items() if name != "once"}
    return MakeForm(initial=typed if "title" in typed else {}, council=council)


def _ask(request, council, form):
    context = {"council": council, "section": "structures", "form": form, "fields": FIELDS.values()}
    status = 422 if form.is_bound else 200
    return render(request, "establishment.html", context, status=status)
