"""A council's home: what is in progress, its structures, what was recorded lately, its file."""

from collections import Counter

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_GET

from divisions.access import council_for
from divisions.models import Act, Structure
from posts.views.days import sittings
from reports.models import Restructure
from reports.views.sizes import sizes

LATELY = 6
LOOKED_AT = 60
"""Of so many acts the last sittings are listed."""


@login_required
@require_GET
def council(request, council):
    """Show what a council has, with what is in progress first."""
    council = council_for(request.user, council)
    restructures = list(
        Restructure.objects.filter(council=council).select_related("before", "after", "report")
    )
    structures = list(Structure.objects.filter(council=council).select_related("based_on"))
    found = sizes(council, structures)
    effective = {
        each.after_id: each.effective
        for each in reversed(restructures)
        if each.effective and each.after.is_on_its_way
    }
    drawn = Counter(restructure.before_id for restructure in restructures)
    in_force = [each for each in structures if each.status == Structure.Status.IN_FORCE]
    acts = Act.objects.filter(council=council).select_related("structure", "user")
    return render(
        request,
        "council.html",
        {
            "council": council,
            "section": "home",
            "restructures": restructures,
            "structures": [
                (each, found[each.pk], drawn[each.pk], effective.get(each.pk))
                for each in structures
            ],
            "in_force": in_force[0] if in_force else None,
            "acts": [act for act, *_ in sittings(acts[:LOOKED_AT])[:LATELY]],
        },
    )
