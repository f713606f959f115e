"""Finding a restructure among a council's own."""

from django.shortcuts import get_object_or_404

from reports.models import Restructure


def restructure_of(council, key):
    """A council's restructure with its two structures, or 404."""
    restructures = Restructure.objects.filter(council=council)
    both = restructures.select_related("before", "after__based_on", "report")
    restructure = get_object_or_404(both, key=key)
    for part in (restructure, restructure.before, restructure.after):
        part.council = council
    return restructure
