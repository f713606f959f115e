"""A structure as a chart and as an outline: the same units and posts, one panel beside both.

Its one rule: what is chosen in one face is chosen in the other.
"""

import json

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from divisions.access import council_for
from posts.acts import ACTS, acts_by_key, acts_on, acts_on_many
from posts.acts.act import POST, UNIT
from posts.chart import BY_LINE, BY_UNIT, draw
from posts.outline import outline as say
from posts.reading import read
from posts.undo import steps
from posts.views.asked import Asked
from posts.views.branches import branches
from posts.views.facts import panel
from posts.views.finding import structure_of
from posts.views.listed import listed
from posts.views.moments import moment_of

WIDE = 930


@login_required
@require_GET
def chart(request, council, structure):
    """Draw a structure, by unit or by line, its top first where it is large."""
    context, asked = page_of(request, council, structure, "chart")
    drawn = draw(
        context["snapshot"],
        by=asked.by,
        opened=asked.opened,
        href=asked.showing,
        opens=asked.opening,
        selected=asked.show,
        wide=WIDE,
    )
    context |= {
        "branches": _branches(context["snapshot"], asked),
        "chart": drawn,
        "zoom": asked.size(drawn.width, WIDE),
    }
    return render(request, "chart.html", context)


@login_required
@require_GET
def outline(request, council, structure):
    """Say a structure in words, level by level."""
    context, asked = page_of(request, council, structure, "outline")
    context["branches"] = _branches(context["snapshot"], asked)
    return render(request, "outline.html", context)


@login_required
@require_GET
def chart_file(request, council, structure):
    """Give the whole chart as one file, however large."""
    structure = structure_of(council_for(request.user, council), structure)
    by = BY_LINE if request.GET.get("by") == BY_LINE else BY_UNIT
    moment = moment_of(request, structure)
    shown = moment.snapshot if moment else read(structure)
    drawn = draw(shown, by=by, most=None, stand_alone=True)
    answer = HttpResponse(drawn.svg, content_type="image/svg+xml")
    answer["Content-Disposition"] = f'attachment; filename="{structure.key}-by-{by}.svg"'
    return answer


def _branches(snapshot, asked):
    """The structure in words, as far as it is open."""
    return branches(say(snapshot, by=asked.by), opened=asked.opened, opens=asked.opening)


def page_of(request, council, structure, face):
    """What all faces of a structure show, and what the person asked to see."""
    council, asked = council_for(request.user, council), Asked(request.GET)
    structure = structure_of(council, structure)
    moment = moment_of(request, structure)
    snapshot = moment.snapshot if moment else read(structure)
    asked.within(snapshot)
    restructures = council.restructures.filter(Q(before=structure) | Q(after=structure))
    context = {
        "council": council,
        "section": "structures",
        "face": face,
        "wishes": asked.parameters,
        "focus": asked.focus,
        "structure": structure,
        "moment": moment,
        "restructures": list(restructures),
        "snapshot": snapshot,
        "listed": listed(snapshot),
        "selected": asked.show,
        "all_open": asked.all_open,
        "panel": panel(snapshot, asked.show) if asked.show else None,
        "by": asked.by,
        "zooms": asked.zooms(),
    }
    if moment is None and structure.is_editable and council.membership.is_officer:
        context |= _drawing(structure, request.user, asked, context["panel"], snapshot)
    return context, asked


def _drawing(structure, user, asked, panel, snapshot):
    """What a face has besides for those who draw: the acts, and the fact that stands open."""
    kind = panel and (UNIT if panel.key in snapshot.units else POST)
    next_steps = steps(structure, user, user.last_login)
    return {
        "may_edit": True,
        "undoable": next_steps.undo,
        "redoable": next_steps.redo,
        "acts_here": acts_on(kind) if kind else [],
        "acts_of_many": acts_on_many(),
        "edit": asked.edit,
        "editing": _opened(structure, user, panel, asked.edit) if panel and asked.edit else None,
        "acts_at_large": [act for act in ACTS.values() if act.is_at_large],
        "all_acts": list(ACTS.values()),
        "acts_by_key": json.dumps(acts_by_key(structure)),
    }


def _opened(structure, user, panel, field):
    """The form of one fact of the unit or post that is shown."""
    change = ACTS["change"](
        structure=structure, user=user, keys=[panel.key], asked={"field": field}
    )
    return change if change.facts == [field] else None
