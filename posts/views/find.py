"""Finding units and posts by part of a name: in one structure, or in all that a council works on.

Its one rule: holders are looked for only by those who draw structures, and only those of today.
"""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from divisions.access import council_for
from divisions.models import Structure
from posts.search import Finds, find_in
from posts.views.finding import structure_of

AT_WORK = {
    Structure.Status.DRAFT,
    Structure.Status.CONSULTATION,
    Structure.Status.APPROVED,
    Structure.Status.IN_FORCE,
}
"""What a council works on, and not what it keeps on record."""

LONGEST = 200
"""More letters than this are not looked for."""


@login_required
@require_GET
def find(request, council, structure):
    """Find units and posts of a structure."""
    structure = structure_of(council_for(request.user, council), structure)
    return _found(request, structure.council, [structure], {"structure": structure})


@login_required
@require_GET
def find_in_council(request, council):
    """Find units and posts in what the council works on; if there is nothing, in its records."""
    council = council_for(request.user, council)
    structures = list(council.structures.all())
    for structure in structures:
        structure.council = council
    at_work = [each for each in structures if each.status in AT_WORK]
    return _found(request, council, at_work or structures, {"several": True})


def _found(request, council, structures, context):
    typed = request.GET.get("q", "").strip()[:LONGEST]
    on = timezone.localdate() if council.membership.is_officer else None
    context |= {
        "council": council,
        "section": "structures",
        "typed": typed,
        "may_see_holders": on is not None,
        "finds": find_in(structures, typed, on=on) if typed else Finds(),
    }
    return render(request, "find.html", context)
