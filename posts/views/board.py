"""The board: doing an act on a structure, from its form to the answer.

Its one rule: an act is done whole or not at all, and afterwards one stands where one stood.
"""

from urllib.parse import parse_qsl, urlencode, urlsplit

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods
from django_htmx.http import reselect, reswap, retarget

from divisions import errors
from divisions.access import structures_for
from posts.acts import ACTS
from posts.acts.act import Meanwhile
from posts.views.finding import structure_of

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
    structure.must_be_editable()
    sent = _sent(request.POST)
    form = ACTS[name](
        sent,
        structure=structure,
        user=request.user,
        keys=request.POST.getlist("of") or request.GET.getlist("of"),
        asked=request.POST or request.GET,
    )
    status = 200
    if sent is not None:
        try:
            if form.is_valid():
                return _answer(request, structure, form.save())
            status = 422
        except Meanwhile as meanwhile:
            return _conflict(request, structure, form, meanwhile)
        except errors.RuleBroken as broken:
            form.add_error(None, str(broken))
            status = 409
    return _form(request, structure, form, status)


def _sent(data):
    """What was sent to be done; None where it only opens the form, or finds a target for it."""
    only_finds = "find" in data or (data.get("q") and not data.get("to"))
    return data if "seen" in data and not only_finds else None


def _form(request, structure, form, status):
    """The form as a page; in the dialog, where it was sent from there."""
    page = {
        "council": structure.council,
        "section": "structures",
        "structure": structure,
        "form": form,
        "back": back(request, structure),
    }
    answer = render(request, "act.html", page, status=status)
    if request.htmx.target == "page" and request.method == "POST":
        answer = reswap(reselect(retarget(answer, "#dialog"), "#act"), "innerHTML")
        answer["HX-Push-Url"] = "false"
    return answer


def _conflict(request, structure, form, meanwhile):
    """What the others did, beside what was typed, which can be applied on top."""
    form.on_top(meanwhile.revision)
    page = {
        "council": structure.council,
        "section": "structures",
        "structure": structure,
        "form": form,
        "acts": meanwhile.acts,
        "back": back(request, structure),
    }
    return render(request, "conflict.html", page, status=409)


def _answer(request, structure, done):
    messages.success(request, done.act.says or f"{done.act.verb.capitalize()}: done.", UNDO)
    return HttpResponseRedirect(showing(back(request, structure), done.show))


def back(request, structure):
    """The address of the face from which the act was opened; the outline if that is not known."""
    asked = request.POST.get("back") or request.GET.get("back") or ""
    if url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith("/"):
        return asked
    return reverse("outline", args=[structure.council.slug, structure.key])


def showing(address, key):
    """The address of a face at which a unit or post is shown and has the focus."""
    parts = urlsplit(address)
    gone = ("show", "focus", "edit")
    wishes = [(name, value) for name, value in parse_qsl(parts.query) if name not in gone]
    if key:
        wishes += [("show", key), ("focus", key)]
    return parts._replace(query=urlencode(wishes), fragment="").geturl()
