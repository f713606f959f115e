"""Bringing a draft up to date: what changed meanwhile, and where a person has to choose.

Its one rule: nothing is taken over that was not shown.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from divisions import errors
from divisions.access import structures_for
from posts import up_to_date as bringing
from posts import whose
from posts.clashform import ClashForm, answers
from posts.drift_words import called, question, told
from posts.up_to_date import Kin
from posts.views.board import UNDO
from posts.views.finding import structure_of

MOST = 200


@login_required
@require_http_methods(["GET", "POST"])
def up_to_date(request, council, structure):
    """Show what changed in what a draft was drawn from, ask where it clashes, and take it over."""
    council = structures_for(request.user, council)
    structure = structure_of(council, structure)
    kin = Kin(council)
    if "count_as" in request.POST:
        return _count(request, structure, kin)
    try:
        structure.must_be(bringing.VERB, *bringing.POSSIBLE)
        found = bringing.meeting(structure, answers(request.POST), kin.footing(structure))
    except errors.WrongStep as refusal:
        return _refused(request, structure, refusal, ())
    except errors.NotKnown as refusal:
        return _refused(request, structure, refusal, kin.to_count_from(structure))
    return _met(request, structure, found, kin.to_count_from(structure))


def _met(request, structure, found, bases):
    """The page of a meeting; once all is answered and nothing else has changed, its end."""
    form, names = _asked(request, structure, found)
    if not form.is_bound:
        return _page(request, structure, found, bases, form, names, 200)
    if form.is_stale:
        return _page(request, structure, found, bases, form, names, 409)
    if not form.is_valid():
        return _page(request, structure, found, bases, form, names, 422)
    reason = form.cleaned_data["reason"]
    try:
        act = bringing.bring_up_to_date(
            structure, answers(request.POST), request.user, reason, form.seen
        )
    except errors.ChangedMeanwhile:
        structure = structure_of(structure.council, structure.key)
        found = bringing.meeting(structure, answers(request.POST))
        return _page(request, structure, found, bases, *_asked(request, structure, found), 409)
    except (errors.WrongStep, errors.NotKnown) as refusal:
        return _refused(request, structure, refusal, ())
    messages.success(request, str(act), UNDO)
    return redirect("structure", structure.council.slug, structure.key)


def _asked(request, structure, found):
    """The form with all that is asked or answered, and what everything is called."""
    names = called(found.now, found.draft, found.base)
    clashes = (*found.brought.answered, *found.brought.clashes)
    form = ClashForm(
        request.POST if request.method == "POST" else None,
        meeting=found,
        structure=structure,
        questions=[question(clash, names) for clash in clashes],
        deeds=whose.deeds(clashes, structure, found.footing.now),
    )
    return form, names


def _page(request, structure, found, bases, form, names, status):
    brought = found.brought
    asked = {each.point for clash in brought.clashes for each in (*clash.draft, *clash.now)}
    lines = list(told((each for each in brought.taken if each.point not in asked), names))
    context = {
        "now": found.footing.now,
        "base": found.footing.base,
        "bases": bases,
        "lines": lines[:MOST],
        "left_off": max(0, len(lines) - MOST),
        "given_up": list(told(brought.given_up, names)) if form.is_bound else (),
        "form": form,
        "is_stale": status == 409,
    }
    return _render(request, structure, context, status)


def _refused(request, structure, refusal, bases):
    """That a draft cannot be brought up to date, why, and the way out."""
    status = 200 if request.method == "GET" else refusal.status
    typed = request.POST.get("reason", "")
    context = {"refusal": refusal, "bases": bases, "typed": typed}
    return _render(request, structure, context, status)


def _count(request, structure, kin):
    """Count a draft as drawn from a structure as it stands now, where that is not known."""
    possible = {base.key: base for base in kin.to_count_from(structure)}
    base = possible.get(request.POST["count_as"])
    base = base or get_object_or_404(structure.council.structures.none())
    try:
        act = bringing.count_as_drawn_from(structure, base, request.user)
    except (errors.WrongStep, errors.NotKnown) as refusal:
        return _refused(request, structure, refusal, ())
    messages.success(request, str(act))
    return redirect("up-to-date", structure.council.slug, structure.key)


def _render(request, structure, context, status):
    page = {"council": structure.council, "section": "structures", "structure": structure}
    return render(request, "up_to_date.html", page | context, status=status)
