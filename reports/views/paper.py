"""What a paper says besides its two structures, and its public edition as a Word file.

Its one rule: what anybody may read says no more than the public edition.
"""

from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_GET

from divisions.access import council_for
from reports.councilfile.live import read_proposal
from reports.editions import PUBLIC, redacted
from reports.exporting import Making
from reports.recommended import with_figures
from reports.views.exporting import handed_out
from reports.views.finding import restructure_of
from reports.views.restructure import faces
from reports.writing.reading import comparison_for_paper


@login_required
@require_GET
def paper(request, council, restructure):
    """Show the title block, the recommendations and the timetable."""
    council = council_for(request.user, council)
    restructure = restructure_of(council, restructure)
    page = {
        "council": council,
        "section": "restructures",
        "restructure": restructure,
        "proposal": _as_it_reads(restructure),
        "face": "paper",
        "faces": faces(council, restructure),
    }
    return render(request, "paper.html", page)


def _as_it_reads(restructure):
    """The proposal, with the figures that its recommendations ask for by name."""
    proposal = read_proposal(restructure)
    if not any("[" in each.text for each in proposal.recommendations):
        return proposal
    read = with_figures(redacted(comparison_for_paper(restructure), PUBLIC))
    return replace(proposal, recommendations=read.proposal.recommendations)


@login_required
@require_GET
def report(request, council, restructure):
    """Give the public edition as a Word file: as published, else marked DRAFT."""
    restructure = restructure_of(council_for(request.user, council), restructure)
    return handed_out([Making(restructure, request.user).export(PUBLIC.key, "docx")])
