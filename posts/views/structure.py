"""A structure as a chart and as an outline: the same units and posts, the same panel beside them."""

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from divisions.access import council_for
from divisions.models import Structure
from posts.reading import read


@login_required
@require_GET
def chart(request, council, structure):
    """Draw a structure, by unit or by line, its top first where it is large."""
    return render(request, "chart.html", page(request, council, structure))


@login_required
@require_GET
def outline(request, council, structure):
    """Say a structure in words, level by level."""
    return render(request, "outline.html", page(request, council, structure))


@login_required
@require_GET
def chart_file(request, council, structure):
    """Give the whole chart as one file."""
    return HttpResponse("", content_type="image/svg+xml")


def page(request, council, structure):
    """What both faces of a structure show."""
    council = council_for(request.user, council)
    structures = Structure.objects.filter(council=council).select_related("based_on")
    structure = get_object_or_404(structures, key=structure)
    structure.council = council
    return {
        "council": council,
        "section": "structures",
        "structure": structure,
        "restructures": list(council.restructures.filter(Q(before=structure) | Q(after=structure))),
        "snapshot": read(structure),
    }
