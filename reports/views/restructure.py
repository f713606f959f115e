"""A restructure in its five faces: side by side, on one chart, services, posts, stated figures."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from divisions.access import council_for
from reports.models import Restructure


@login_required
@require_GET
def side_by_side(request, council, restructure):
    """Show the existing and the proposed structure beside each other."""
    council = council_for(request.user, council)
    restructures = Restructure.objects.filter(council=council).select_related("before", "after")
    restructure = get_object_or_404(restructures, key=restructure)
    return render(request, "restructure.html", {"council": council, "restructure": restructure})
