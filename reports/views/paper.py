"""What a paper says besides its two structures, and its public edition as a Word file."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_GET

from divisions.access import council_for
from reports.councilfile.live import read_proposal
from reports.editions import PUBLIC
from reports.exporting import Making
from reports.views.exporting import handed_out
from reports.views.finding import restructure_of
from reports.views.restructure import faces


@login_required
@require_GET
def paper(request, council, restructure):
    """Show the title block, the recommendations and the timetable."""
    council = council_for(request.user, council)
    restructure = restructure_of(council, restructure)
    proposal = read_proposal(restructure)
    page = {
        "council": council,
        "section": "restructures",
        "restructure": restructure,
        "proposal": proposal,
        "face": "paper",
        "faces": faces(council, restructure),
    }
    return render(request, "paper.html", page)


@login_required
@require_GET
def report(request, council, restructure):
    """Give the public edition as a Word file: as published, else marked DRAFT."""
    restructure = restructure_of(council_for(request.user, council), restructure)
    return handed_out([Making(restructure, request.user).export(PUBLIC.key, "docx")])
