"""A council's home: what is in progress, its structures, what was recorded lately, its file."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_GET

from divisions.access import council_for
from divisions.models import Act, Structure
from reports.models import Restructure
from reports.views.sizes import sizes

LATELY = 6


@login_required
@require_GET
def council(request, council):
    """Show what a council has, with what is in progress first."""
    council = council_for(request.user, council)
    restructures = Restructure.objects.filter(council=council).select_related("before", "after")
    structures = list(Structure.objects.filter(council=council).select_related("based_on"))
    found = sizes(council, structures)
    acts = Act.objects.filter(council=council).select_related("structure", "user")
    return render(
        request,
        "council.html",
        {
            "council": council,
            "section": "home",
            "restructures": list(restructures),
            "structures": [(structure, found[structure.pk]) for structure in structures],
            "acts": list(acts[:LATELY]),
        },
    )
