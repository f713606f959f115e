"""What a paper has besides its texts: sections in order, facts, template, steps, phases, asks."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from divisions.access import papers_for
from divisions.errors import ChangedMeanwhile
from reports.forms import TitleBlockForm
from reports.views.finding import restructure_of
from reports.views.report_page import page_of
from reports.writing.askedform import RecommendationForms
from reports.writing.factsform import FactsForm
from reports.writing.orderform import OrderForms
from reports.writing.phaseform import PhaseForms
from reports.writing.reading import report_standing
from reports.writing.templateform import TemplateForm
from reports.writing.timetableform import MilestoneForms


@login_required
@require_http_methods(["GET", "POST"])
def sections(request, council, restructure):
    """Show the sections to be put in order, or save how they are to be."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    return edit(
        request, restructure, OrderForms, "report/sections.html", "The sections were saved."
    )


@login_required
@require_http_methods(["GET", "POST"])
def title_block(request, council, restructure):
    """Correct the title block."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    said, here = "The title block was corrected.", "edit-title"
    return edit(request, restructure, TitleBlockForm, "report/title.html", said, here)


@login_required
@require_http_methods(["GET", "POST"])
def facts(request, council, restructure):
    """Correct the facts of the first page and the ways of the paper."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    return edit(
        request, restructure, FactsForm, "report/facts.html", "The facts were saved.", "writer"
    )


@login_required
@require_http_methods(["GET", "POST"])
def template(request, council, restructure):
    """Choose a house template; what was typed is taken over."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    said = "The report has the sections of the template; what was written is in it."
    return edit(request, restructure, TemplateForm, "report/template.html", said, "writer")


@login_required
@require_http_methods(["GET", "POST"])
def timetable(request, council, restructure):
    """Correct the timetable, add a step, or take one out."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    said, here = "The timetable was corrected.", "edit-timetable"
    return edit(request, restructure, MilestoneForms, "report/timetable.html", said, here)


@login_required
@require_http_methods(["GET", "POST"])
def phases(request, council, restructure):
    """Describe the phases, add one, or take one out."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    said, here = "The phases were corrected.", "edit-phases"
    return edit(request, restructure, PhaseForms, "report/phases.html", said, here)


@login_required
@require_http_methods(["GET", "POST"])
def recommendations(request, council, restructure):
    """Correct the recommendations, put them in order, add one, or take one out."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    said, here = "The recommendations were corrected.", "edit-recommendations"
    return edit(request, restructure, RecommendationForms, "report/asked.html", said, here)


def edit(request, restructure, form_class, template, said, to="sections"):
    """Show a form about a whole paper, or save it; what was typed stays where it cannot be."""
    sent = request.POST if request.method == "POST" else None
    form = form_class(sent, restructure=restructure, report=report_standing(restructure))
    try:
        if form.is_bound and form.is_valid():
            form.save_as(request.user)
            messages.success(request, said)
            return redirect(to, restructure.council.slug, restructure.key)
    except ChangedMeanwhile:
        restructure = restructure_of(restructure.council, restructure.key)
        form = form_class(sent, restructure=restructure, report=report_standing(restructure))
        form.is_valid()
    status = (409 if form.conflict else 422) if form.is_bound else 200
    page = page_of(restructure, form.report) | {"form": form}
    return render(request, template, page, status=status)
