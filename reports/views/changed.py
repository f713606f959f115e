"""What has changed so far in a draft: how large it is, what fails, and every change in words.

Its one rule: it compares with what the draft was drawn from as that was recorded then.
"""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from divisions.access import council_for
from posts.acts import ACTS
from posts.up_to_date import behind
from posts.views.finding import structure_of
from reports import drafts
from reports.assemble import comparison_so_far
from reports.drafts.counted import rows, why_open
from reports.drafts.said import every_line, lines


@login_required
@require_GET
def changed(request, council, structure):
    """Show what has changed in a draft since it was drawn."""
    council = council_for(request.user, council)
    structure = structure_of(council, structure)
    may_edit = council.membership.is_officer and structure.is_editable
    page = {
        "council": council,
        "section": "structures",
        "structure": structure,
        "may_edit": may_edit,
        "behind": behind(structure),
        "back": request.htmx.current_url_abs_path or request.get_full_path(),
    }
    if structure.based_on is not None:
        page |= _so_far(structure, may_edit, show_all="all" in request.GET)
    return render(request, "changed.html", page)


def _so_far(structure, may_edit, show_all):
    comparison = comparison_so_far(structure)
    draft = drafts.Draft(comparison, structure.council.span_limit)
    failing = drafts.failing(draft)
    page = {
        "failing": [(each, _mends(structure, each) if may_edit else ()) for each in failing],
        "fails": drafts.fails(failing),
        "checks": drafts.asked(draft),
        "is_sound": not draft.faults,
    }
    return page | _changes(comparison, show_all) if page["is_sound"] else page


def _changes(comparison, show_all):
    found = list(every_line(comparison)) if show_all else lines(comparison)
    sizes = rows(comparison)
    return {
        "rows": sizes,
        "why_open": why_open(comparison, sizes),
        "lines": found,
        "number": len(comparison.changes),
        "more": len(comparison.changes) > len(found),
    }


@dataclass(frozen=True, slots=True)
class Link:
    """What mends a finding: what to press, where it leads, and if that is an act."""

    words: str
    address: str
    is_act: bool


def _mends(structure, failing):
    return [_link(structure, mend) for mend in failing.mends]


def _link(structure, mend):
    """The form of an act on the things concerned; else the outline with the first of them open."""
    place, of, act = [structure.council.slug, structure.key], list(mend.keys), ACTS.get(mend.act)
    if act is not None and len(of) >= act.least:
        address, wishes = reverse("act", args=[*place, act.slug]), {"of": of[: act.most]}
        wishes |= {"field": mend.field} if mend.field else {}
    else:
        address, wishes = reverse("outline", args=place), {"show": of[0]}
        wishes |= {"edit": mend.field} if mend.field else {}
    return Link(mend.words, f"{address}?{urlencode(wishes, doseq=True)}", act is not None)
