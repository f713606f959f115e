"""Undo and redo of one's own acts, and putting any act back from the history.

Its one rule: what is undone is what the button was offered for; it is said, and can be done again.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.views.decorators.http import require_POST

from divisions.access import structures_for
from posts import recorded
from posts.snapshot import Post, Unit
from posts.undo import REDO, UNDO, redoable, undoable
from posts.undo import undo as undo_act
from posts.views.board import back, showing
from posts.views.finding import structure_of

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
    act = next_of(structure, request.user, request.user.last_login)
    if act is None or (request.POST.get("act") or str(act.pk)) != str(act.pk):
        messages.info(request, OTHERWISE[verb].format(act) if act else NOTHING[verb])
        return HttpResponseRedirect(back(request, structure))
    done = undo_act(act, request.user, verb=verb)
    messages.success(request, done.says, OFFERS[verb])
    return HttpResponseRedirect(showing(back(request, structure), shown_after(done)))


def shown_after(act):
    """The key of a unit or post that an act wrote and that is still there, if any is."""
    (change,) = recorded.changes(act.structure, [act]).values()
    parts = (each.new for each in change.values() if isinstance(each.new, Unit | Post))
    return next((part.key for part in parts), None)
