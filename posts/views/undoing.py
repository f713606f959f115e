"""Undo and redo of one's own acts, and putting any act back from the history.

Its one rule: what is undone is what the button was offered for; it is said, and can be done again.

In the structure in force each act has its reason. What one undoes within minutes was a slip, which
is reason enough, so that the button in the message is pressed once; later one is asked why.
"""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from divisions import errors
from divisions.access import structures_for
from posts import models, recorded
from posts.snapshot import Post, Unit
from posts.undo import REDO, UNDO, redoable, undoable
from posts.undo import undo as undo_act
from posts.views.board import back, showing
from posts.views.finding import structure_of
from posts.views.handing import handed
from posts.whyform import WhyForm

NOTHING = {
    UNDO: "You have done nothing here since you signed in that is not undone already. The history "
    "has everything that was done before, and by others.",
    REDO: "Nothing that you have undone here is left to be done again.",
}
OTHERWISE = {
    UNDO: "Nothing was undone now: it is already, or you have done something else here since. "
    "What “Undo” undoes next is: {}",
    REDO: "Nothing was done again now: it is already. What “Redo” does again next is: {}",
}
AT_ONCE = timedelta(minutes=10)
REASONS = {UNDO: "Undone at once", REDO: "Done again at once"}
HEADINGS = {UNDO: "Undo", REDO: "Do again"}
OFFERS = {UNDO: "redo", REDO: "undo"}
"""What the message offers next: marks that parts/toast.html reads."""


@login_required
@require_POST
def undo(request, council, structure):
    """Undo the newest act of one's own since signing in that is in effect."""
    return _step(request, council, structure, UNDO, undoable)


@login_required
@require_POST
def redo(request, council, structure):
    """Do again what one undid last, as long as one has done nothing new."""
    return _step(request, council, structure, REDO, redoable)


def _step(request, council, structure, verb, next_of):
    structure = structure_of(structures_for(request.user, council), structure)
    kept = handed(request)
    act = next_of(structure, request.user, request.user.last_login, kept)
    if act is None or (request.POST.get("act") or str(act.pk)) != str(act.pk):
        messages.info(request, OTHERWISE[verb].format(act) if act else NOTHING[verb])
        return HttpResponseRedirect(back(request, structure))
    is_typed = "reason" in request.POST
    reason = _without_asking(structure, act, verb, timezone.now())
    if reason is None and not is_typed:
        return _ask(request, structure, act, verb, WhyForm(structure=structure), 200)
    form = WhyForm(request.POST if is_typed else {"reason": reason}, structure=structure)
    if not form.is_valid():
        return _ask(request, structure, act, verb, form, 422)
    try:
        why = form.cleaned_data["reason"]
        done = undo_act(act, request.user, why, verb=verb, handover=kept.get(act.pk))
    except errors.RuleBroken as rule:
        if not is_typed:
            raise
        form.hindrance = rule
        return _ask(request, structure, act, verb, form, rule.status)
    messages.success(request, done.says, OFFERS[verb])
    return HttpResponseRedirect(showing(back(request, structure), shown_after(done)))


def _without_asking(structure, act, verb, now):
    """The reason that goes without saying: none in a draft; None where it has to be asked for."""
    if structure.status != structure.Status.IN_FORCE:
        return ""
    return REASONS[verb] if now - act.moment <= AT_ONCE else None


def _ask(request, structure, act, verb, form, status):
    """Ask why; what is sent from there names the act that was offered."""
    if not form.is_bound:
        form.fields["reason"].widget.attrs["autofocus"] = True
    page = {
        "council": structure.council,
        "section": "structures",
        "structure": structure,
        "act": act,
        "verb": verb,
        "heading": HEADINGS[verb],
        "form": form,
        "back": back(request, structure),
    }
    answer = render(request, "undo.html", page, status=status)
    answer["HX-Push-Url"] = "false"
    return answer


def shown_after(act):
    """The key of a unit or post that an act wrote and that is still there, if any is."""
    (change,) = recorded.changes(act.structure, [act]).values()
    parts = (each.new for each in change.values() if isinstance(each.new, Unit | Post))
    return next((part.key for part in parts), None) or _touched_by(act)


def _touched_by(act):
    """The key of a post that an act was about though it left it as it was, if there is one."""
    there = act.structure.posts.filter(key__in=models.Post.history.filter(act=act).values("key"))
    return there.values_list("key", flat=True).first()
