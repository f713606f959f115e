"""Finding a restructure among a council's own."""

from dataclasses import dataclass

from django.shortcuts import get_object_or_404

from posts.reading import read
from reports.compare import compare
from reports.councilfile.live import read_proposal
from reports.models import Restructure


def restructure_of(council, key):
    """A council's restructure with its two structures, or 404."""
    restructures = Restructure.objects.filter(council=council).select_related("before", "after")
    restructure = get_object_or_404(restructures, key=key)
    for part in (restructure, restructure.before, restructure.after):
        part.council = council
    return restructure


@dataclass(frozen=True)
class _Comparison:
    before: object
    after: object
    proposal: object
    changes: tuple


def comparison_of(restructure):
    before, after = read(restructure.before), read(restructure.after)
    proposal = read_proposal(restructure)
    return _Comparison(before, after, proposal, tuple(compare(before, after, proposal.scope)))
