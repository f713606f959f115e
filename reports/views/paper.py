"""What a paper says besides its two structures, and the two parts of it that are typed here."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from divisions.access import council_for, papers_for
from divisions.errors import ChangedMeanwhile
from reports.councilfile.live import read_proposal
from reports.editions import PUBLIC
from reports.exporting import Making
from reports.forms import TitleBlockForm
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
    return render(
        request,
        "paper.html",
        _context(restructure, proposal=proposal, face="paper", faces=faces(council, restructure)),
    )


@login_required
@require_http_methods(["GET", "POST"])
def edit_title(request, council, restructure):
    """Correct the title block."""
    council = papers_for(request.user, council)
    said = "The title block was corrected."
    return _edit(request, council, restructure, TitleBlockForm, "edit_title.html", said)


def _sent(request):
    """What was sent, which may be nothing at all; None where a form is only opened."""
    return request.POST if request.method == "POST" else None


def _edit(request, council, key, form_class, template, said):
    """Show a form, or save it; what was typed stays where it cannot be saved."""
    form = _form(request, council, key, form_class)
    try:
        if form.is_bound and form.is_valid():
            form.save_as(request.user)
            messages.success(request, said)
            return redirect("paper", council.slug, key)
    except ChangedMeanwhile:
        form = _form(request, council, key, form_class)
        form.is_valid()
    status = (409 if form.conflict else 422) if form.is_bound else 200
    return render(request, template, _context(form.restructure, form=form), status=status)


def _form(request, council, key, form_class):
    """A form for what now stands of a restructure, with what was sent, if anything was."""
    return form_class(_sent(request), restructure=restructure_of(council, key))


def _context(restructure, **more):
    return {
        "council": restructure.council,
        "section": "restructures",
        "restructure": restructure,
    } | more


@login_required
@require_GET
def report(request, council, restructure):
    """Give the public edition as a Word file: as published, else marked DRAFT."""
    restructure = restructure_of(council_for(request.user, council), restructure)
    return handed_out([Making(restructure, request.user).export(PUBLIC.key, "docx")])
