"""Finding a restructure among a council's own."""

from django.shortcuts import get_object_or_404

from posts.reading import read
from reports.comparison import Comparison
from reports.councilfile.live import read_proposal
from reports.models import Restructure


def restructure_of(council, key):
    """A council's restructure with its two structures, or 404."""
    restructures = Restructure.objects.filter(council=council).select_related("before", "after")
    restructure = get_object_or_404(restructures, key=key)
    for part in (restructure, restructure.before, restructure.after):
        part.council = council
    return restructure


def comparison_of(restructure):
    """A restructure with all that is computed of it."""
    return Comparison(
        council=restructure.council.slug,
        proposal=read_proposal(restructure),
        before=read(restructure.before),
        after=read(restructure.after),
    )
