"""The board: doing an act on a structure, from its form to the answer.

Its one rule: an act is done whole or not at all, and afterwards one stands where one stood.
"""

from urllib.parse import parse_qsl, urlencode, urlsplit

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods
from django_htmx.http import reselect, reswap, retarget

from divisions import errors
from divisions.access import structures_for
from posts import wishes
from posts.acts import ACTS
from posts.acts.act import Meanwhile
from posts.establishment import matching
from posts.holders import holders_of
from posts.recorded import WRITTEN, touched
from posts.standing import standing
from posts.views import handing
from posts.views.asked import PASSING
from posts.views.finding import structure_of
from posts.views.labels import changed

UNDO = "undo"
"""Marks a message that offers to undo what it tells of."""


@login_required
@require_http_methods(["GET", "POST"])
def act(request, council, structure, name):
    """Show the form of an act, or do it. What is sent without `seen` only opens the form."""
    council = structures_for(request.user, council)
    structure = structure_of(council, structure)
    if name not in ACTS:
        raise Http404
    try:
        structure.must_be_editable()
        form = ACTS[name](
            _sent(request.POST),
            structure=structure,
            user=request.user,
            keys=_chosen(request, structure),
            asked=request.POST or request.GET,
        )
    except errors.RuleBroken as broken:
        return _refused(request, structure, broken)
    return _do(request, structure, form) if form.is_bound else _ask(request, structure, form)


def _ask(request, structure, form):
    """Show the form; with what was typed so far, where it only looks for a target."""
    if "seen" in request.POST:
        form.keep(request.POST)
    return _form(request, structure, form, 200)


def _do(request, structure, form):
    """Do the act that was sent, or show what is in its way."""
    try:
        if form.is_valid():
            done = form.save()
            if form.handover is not None:
                handing.keep(request, done.act, form.handover)
            return _answer(request, structure, form, done)
        status = 422
    except Meanwhile as meanwhile:
        return _conflict(request, structure, form, meanwhile)
    except errors.RuleBroken as broken:
        form.add_error(None, str(broken))
        status = 409
    return _form(request, structure, form, status)


def _chosen(request, structure):
    """The keys of what was chosen: what is ticked, or all posts that match the table's filter."""
    if "matching" not in request.POST or "seen" in request.POST:
        return request.POST.getlist("of") or request.GET.getlist("of")
    holders, query = holders_of(structure, timezone.localdate()), request.POST["matching"]
    only = changed(structure) if wishes.read(query).only else None
    return matching(standing(structure), query, holders, only)


def _sent(data):
    """What was sent to be done; None where it only opens the form, or finds a target for it.

    `found` is what was typed when the choices were found: what was chosen then is not meant if
    something else has been typed since.
    """
    typed = data.get("q", "")
    only_finds = "find" in data or typed != data.get("found", typed)
    only_finds = only_finds or (typed and not data.get("to"))
    return data if "seen" in data and not only_finds else None


def _form(request, structure, form, status):
    """The form as a page; in the dialog, where it was sent from there."""
    page = {
        "council": structure.council,
        "section": "structures",
        "structure": structure,
        "form": form,
        "back": back(request, structure),
        "left": _left(request),
    }
    return _in_the_dialog(request, render(request, "act.html", page, status=status))


def _in_the_dialog(request, answer):
    """Let a form that was sent from the dialog be answered there."""
    if request.htmx.target == "page" and request.method == "POST":
        answer = reswap(reselect(retarget(answer, "#dialog"), "#act"), "innerHTML")
        answer["HX-Push-Url"] = "false"
    return answer


def _refused(request, structure, broken):
    """Why there is no form for what was chosen, who did what to it, and what was typed."""
    key, seen = getattr(broken, "key", None), request.POST.get("seen", "")
    since = touched(structure, int(seen)) if key and seen.isdecimal() else {}
    page = {
        "council": structure.council,
        "section": "structures",
        "structure": structure,
        "error": broken,
        "acts": since.get(key, {}).get(WRITTEN, []),
        "typed": _typed(request.POST),
        "back": back(request, structure),
    }
    return _in_the_dialog(request, render(request, "act_refused.html", page, status=broken.status))


def _typed(data):
    """What a person typed into a form, without what the form itself holds."""
    ours = ("csrfmiddlewaretoken", "back", "of", "seen", "field", "find", "found", "q")
    return [
        value
        for name, values in data.lists()
        if name not in ours and not name.startswith("initial-")
        for value in values
        if value and not value.startswith(":")
    ]


def _conflict(request, structure, form, meanwhile):
    """What the others did, beside what was typed, which can be applied on top."""
    form.on_top(meanwhile.revision)
    page = {
        "council": structure.council,
        "section": "structures",
        "structure": structure,
        "form": form,
        "acts": meanwhile.acts,
        "is_own": all(act.user_id == request.user.pk for act in meanwhile.acts),
        "back": back(request, structure),
    }
    answer = render(request, "conflict.html", page, status=409)
    answer["HX-Push-Url"] = "false"
    return answer


def _left(request):
    """The key of what the person would have gone on with, where the act was opened."""
    return request.POST.get("left") or request.GET.get("left")


def _answer(request, structure, form, done):
    messages.success(request, done.act.says or f"{done.act.verb.capitalize()}: done.", UNDO)
    left = (_left(request) or done.left) if form.goes_away else None
    return HttpResponseRedirect(showing(back(request, structure), done.show, form.keys, left))


def back(request, structure):
    """The address of the face from which the act was opened; the outline if that is not known."""
    asked = request.POST.get("back") or request.GET.get("back") or ""
    if url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith("/"):
        return asked
    return reverse("outline", args=[structure.council.slug, structure.key])


def showing(address, key, done=(), left=None):
    """The address of a face at which a unit or post is shown and has the focus.

    What is `done` is no longer ticked there; `left` is what one would have gone on with.
    """
    parts = urlsplit(address)
    unticked = {("of", other) for other in done}
    wishes = [wish for wish in parse_qsl(parts.query) if wish[0] not in ("show", *PASSING)]
    wishes = [wish for wish in wishes if wish not in unticked]
    if key:
        wishes += [("show", key), ("focus", key)]
    if left and left != key:
        wishes += [("left", left)]
    return parts._replace(query=urlencode(wishes), fragment="").geturl()
