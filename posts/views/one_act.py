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
from posts import field_by_field, reading, recorded
from posts.called_then import called_then
from posts.field_by_field import Row
from posts.heads import heads
from posts.snapshot import EVERY_TIER
from posts.undo import PUT_BACK, undo
from posts.views.board import UNDO, showing
from posts.views.days import Entry, applies, shown
from posts.views.undoing import shown_after
from posts.whyform import WhyForm

MOST = 300
"""So many fields are listed; the others are counted."""

HEAD = {
    "title": "title", "status": "status", "in_force_from": "in force from",
    "approved_by": "approved by", "approved_on": "approved on", "minute": "minute",
    "complete_to_tier": "complete down to tier", "note": "note",
    "based_on_id": "drawn from", "based_on_revision": "drawn from its revision",
}  # fmt: skip


@login_required
@require_GET
def history_act(request, council, structure, act):
    """Show what an act wrote."""
    act = _act(council_for(request.user, council), structure, act)
    return _page(request, act)


@login_required
@require_POST
def put_back(request, council, structure, act):
    """Undo any one act of the history, if it still applies."""
    act = _act(structures_for(request.user, council), structure, act)
    structure, form = act.structure, WhyForm(request.POST, structure=act.structure)
    if not form.is_valid():
        return _page(request, act, form, 422)
    try:
        done = undo(act, request.user, form.cleaned_data["reason"], verb=PUT_BACK)
    except errors.RuleBroken as rule:
        form.hindrance = rule
        return _page(request, act, form, rule.status)
    messages.success(request, done.says, UNDO)
    outline = reverse("outline", args=[structure.council.slug, structure.key])
    return HttpResponseRedirect(showing(outline, shown_after(done)))


def _act(council, structure, number):
    """An act on a council's structure, with that structure, or 404."""
    acts = shown(council.acts).select_related("structure__based_on")
    act = get_object_or_404(acts, structure__key=structure, pk=number)
    act.structure.council = council
    return act


def _page(request, act, form=None, status=200):
    structure, head = act.structure, heads([act]).get(act.pk)
    found = recorded.recorded(structure, [act])
    change = found.changes[act.pk]
    called = called_then(found.called, change, reading.read_parts(structure))
    rows = field_by_field.rows(change, called)
    page = {
        "council": structure.council,
        "section": "history",
        "structure": structure,
        "entry": Entry(act, applies(act, structure.council.membership, head)),
        "rows": [*_head(structure, head), *islice(rows, MOST)],
        "more": sum(1 for _ in rows),
        "form": form or WhyForm(structure=structure),
    }
    return render(request, "history_act.html", page, status=status)


def _head(structure, head):
    """What an act changed of what is said of the structure as a whole."""
    if head is None:
        return []
    old = head.old or {}
    return [
        Row("", structure.title, word, _said(name, old.get(name)), _said(name, head.new[name]))
        for name, word in HEAD.items()
        if old.get(name) != head.new[name]
    ]


def _said(name, value):
    if name == "based_on_id" and value is not None:
        return Structure.objects.get(pk=value).title
    if name == "complete_to_tier" and value == EVERY_TIER:
        return "every tier"
    return in_words(value) if isinstance(value, date) else None if value is None else str(value)
