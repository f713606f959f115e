"""The history of a structure, or of one unit or post in it: who did what, when and why.

Its one rule: nothing is taken out of it, by anybody.
"""

import csv

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from divisions.access import council_for
from divisions.dates import in_words
from divisions.models import Act, Unit
from posts import recorded
from posts.establishment import BYTE_ORDER_MARK, harmless
from posts.models import Post
from posts.views.days import Wanted, listed, shown
from posts.views.finding import structure_of
from posts.views.moments import RecordedOn

COLUMNS = ("When", "Who", "What", "Why", "Structure", "Undone by")


@login_required
@require_GET
def history(request, council, structure):
    """List the acts on a structure, or on one unit or post of it, by day."""
    structure = structure_of(council_for(request.user, council), structure)
    return _page(request, structure)


@login_required
@require_GET
def history_file(request, council, structure):
    """Give all acts that the page would list, on however many pages, as one file."""
    structure = structure_of(council_for(request.user, council), structure)
    wanted = Wanted(request.GET, _acts(structure, request.GET.get("of")))
    return _file(wanted.found, f"{structure.key}-history.csv")


@login_required
@require_GET
def council_history(request, council):
    """List all acts of a council, those on its papers among them; or those on one unit or post.

    What has one key is one thing in all structures, so its history goes on from one to the next.
    """
    council, of = council_for(request.user, council), request.GET.get("of")
    wanted = Wanted(request.GET, _acts_in_council(council, of))
    page = {
        "council": council,
        "section": "history",
        "of": of,
        "called": _called(of, structure__council=council) if of else None,
        "stands_in": recorded.structures_with(council, of) if of else (),
        "wanted": wanted,
        "listed": listed(wanted.found, request.GET.get("page"), council.membership),
    }
    return render(request, "council_history.html", page, status=422 if wanted.errors else 200)


@login_required
@require_GET
def council_history_file(request, council):
    """Give all acts of a council that the page would list as one file."""
    council = council_for(request.user, council)
    wanted = Wanted(request.GET, _acts_in_council(council, request.GET.get("of")))
    return _file(wanted.found, f"{council.slug}-history.csv")


def _page(request, structure, asked=None):
    """The page, at which also a moment is asked for that cannot be read."""
    council, of = structure.council, request.GET.get("of")
    wanted = Wanted(request.GET, _acts(structure, of))
    page = {
        "council": council,
        "section": "history",
        "structure": structure,
        "of": of,
        "called": _called(of, structure=structure) if of else None,
        "stands_in": _others(structure, of) if of else (),
        "wanted": wanted,
        "recorded": asked or RecordedOn(),
        "listed": listed(wanted.found, request.GET.get("page"), council.membership),
    }
    is_wrong = wanted.errors or (asked and asked.errors)
    return render(request, "history.html", page, status=422 if is_wrong else 200)


def _acts(structure, of):
    return recorded.acts_of(structure, of) if of else structure.acts.all()


def _acts_in_council(council, of):
    if of:
        return recorded.acts_in_council_of(council, of)
    return Act.objects.filter(council=council)


def _others(structure, of):
    """The other structures of the council in which a unit or post stands, or stood."""
    return recorded.structures_with(structure.council, of).exclude(pk=structure.pk)


def _called(key, **where):
    """What a unit or post is called, or was when it was last there; 404 if it never was."""
    for model, name in ((Unit, "name"), (Post, "title")):
        versions = model.history.filter(key=key, **where).order_by("-history_id")
        if found := versions.values_list(name).first():
            return found[0] or "A post whose title is not stated"
    raise Http404


def _file(acts, name):
    """Acts as a file for a spreadsheet, which is given nothing to compute."""
    answer = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    file = csv.writer(answer)
    file.writerow(COLUMNS)
    for act in shown(acts):
        file.writerow(map(harmless, _cells(act)))
    return answer


def _cells(act):
    other = getattr(act, "undone_by", None)
    return (
        f"{timezone.localtime(act.moment):%Y-%m-%d %H:%M:%S}",
        act.user.get_username() if act.user else "",
        act.says or act.verb.capitalize(),
        act.reason,
        act.structure.title if act.structure else "",
        f"{other.user or ''}, {timezone.localtime(other.moment):%Y-%m-%d %H:%M:%S}"
        if other
        else "",
    )


@login_required
@require_GET
def recorded_on(request, council, structure):
    """Go to the chart as it was recorded at a moment; before the first act, say so."""
    structure = structure_of(council_for(request.user, council), structure)
    form = RecordedOn(request.GET)
    if not form.is_valid():
        return _page(request, structure, form)
    if act := form.act(structure):
        address = reverse("structure", args=[structure.council.slug, structure.key])
        return HttpResponseRedirect(f"{address}?at={act.pk}", status=303)
    messages.info(request, _too_early(structure))
    address = reverse("history", args=[structure.council.slug, structure.key])
    return HttpResponseRedirect(address, status=303)


def _too_early(structure):
    first = structure.acts.last()
    if first is None:
        return f"Nothing has been recorded of {structure} yet."
    when = timezone.localtime(first.moment)
    return (
        f"Nothing was recorded of {structure} at that moment yet. Its first act was on "
        f"{in_words(when.date())} at {when:%H:%M}."
    )
