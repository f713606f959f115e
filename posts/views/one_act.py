"""One act of the history: what it wrote, field by field, and putting it back.

Its one rule: whoever puts an act back sees first what it wrote.
"""

from datetime import date
from itertools import islice

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from divisions import errors
from divisions.access import council_for, structures_for
from divisions.dates import in_words
from divisions.models import Structure
from posts import field_by_field, recorded
from posts.called_then import called_then
from posts.field_by_field import Row
from posts.heads import heads
from posts.snapshot import EVERY_TIER
from posts.standing import standing
from posts.undo import PUT_BACK, undo
from posts.views.board import UNDO, showing
from posts.views.days import Entry, applies, shown
from posts.views.finding import structure_of
from posts.views.undoing import shown_after
from posts.whyform import WhyForm

MOST = 300
"""So many fields are listed; the others are counted."""

HEAD = {
    "title": "title", "status": "status", "in_force_from": "in force from",
    "approved_by": "approved by", "approved_on": "approved on", "minute": "minute",
    "complete_to_tier": "complete down to tier", "note": "note",
    "based_on__title": "drawn from", "based_on_revision": "drawn from its revision",
}  # fmt: skip


@login_required
@require_GET
def history_act(request, council, structure, act):
    """Show what an act wrote."""
    structure = structure_of(council_for(request.user, council), structure)
    return _page(request, structure, _act(structure, act))


@login_required
@require_POST
def put_back(request, council, structure, act):
    """Undo any one act of the history, if it still applies."""
    structure = structure_of(structures_for(request.user, council), structure)
    act, form = _act(structure, act), WhyForm(request.POST, structure=structure)
    if not form.is_valid():
        return _page(request, structure, act, form, 422)
    try:
        done = undo(act, request.user, form.cleaned_data["reason"], verb=PUT_BACK)
    except errors.RuleBroken as rule:
        form.hindrance = rule
        return _page(request, structure, act, form, rule.status)
    messages.success(request, done.says, UNDO)
    outline = reverse("outline", args=[structure.council.slug, structure.key])
    return HttpResponseRedirect(showing(outline, shown_after(done)))


def _act(structure, number):
    act = get_object_or_404(shown(structure.acts), pk=number)
    act.structure = structure
    return act


def _page(request, structure, act, form=None, status=200):
    found = recorded.recorded(structure, [act])
    change = found.changes[act.pk]
    called = called_then(found.called, change, standing(structure))
    rows = field_by_field.rows(change, called)
    page = {
        "council": structure.council,
        "section": "history",
        "structure": structure,
        "entry": Entry(act, applies(act, structure.council.membership, heads([act]).get(act.pk))),
        "rows": [*_head(structure, act), *islice(rows, MOST)],
        "more": sum(1 for _ in rows),
        "form": form or WhyForm(structure=structure),
    }
    return render(request, "history_act.html", page, status=status)


def _head(structure, act):
    """What an act changed of what is said of the structure as a whole."""
    versions = Structure.history.filter(id=structure.pk, act_id__lte=act.pk)
    versions = list(versions.order_by("-history_id").values("act_id", *HEAD)[:2])
    if not versions or versions[0]["act_id"] != act.pk:
        return []
    new, old = versions[0], versions[1] if len(versions) > 1 else {}
    return [
        Row("", structure.title, word, _said(name, old.get(name)), _said(name, new[name]))
        for name, word in HEAD.items()
        if old.get(name) != new[name]
    ]


def _said(name, value):
    if name == "complete_to_tier" and value == EVERY_TIER:
        return "every tier"
    return in_words(value) if isinstance(value, date) else None if value is None else str(value)
