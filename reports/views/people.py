"""Whom a restructure affects: the fate of each existing post, how each proposed one is filled.

Its one rule: an author records it; what may be suggested is shown and not recorded by itself.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from divisions.access import papers_for
from divisions.errors import ChangedMeanwhile
from reports.people.lines import fate_lines, filling_lines
from reports.people.sums import sums
from reports.redundancy import consulting_on
from reports.sections import staff
from reports.sections.asked import Asked
from reports.sections.blocks import Table
from reports.views.finding import restructure_of
from reports.views.report_page import page_of
from reports.writing.fenceform import FenceForms
from reports.writing.peopleform import FateForms, FillingForms
from reports.writing.reading import comparison_without_pay

FATES, FILLINGS, FENCES = "report-people", "report-fillings", "report-ring-fences"


@login_required
@require_http_methods(["GET", "POST"])
def fates(request, council, restructure):
    """Show the existing posts with what becomes of whoever holds them, or record it."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    return _posts(request, restructure, FateForms, FATES)


@login_required
@require_http_methods(["GET", "POST"])
def fillings(request, council, restructure):
    """Show the proposed posts with how they are to be filled, or record it."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    return _posts(request, restructure, FillingForms, FILLINGS)


def _posts(request, restructure, form_class, at):
    """A page of posts to be typed in, or what was typed of them saved."""

    def opens(sent, comparison, lines):
        ways = {"restructure": restructure, "comparison": comparison, "asked": request.GET}
        return form_class(sent, lines=lines[at], **ways)

    return _edit(request, restructure, opens, "report/people.html", at)


@login_required
@require_http_methods(["GET", "POST"])
def ring_fences(request, council, restructure):
    """Show the ring-fences with their posts and numbers, or correct them."""
    restructure = restructure_of(papers_for(request.user, council), restructure)

    def opens(sent, comparison, lines):
        return FenceForms(sent, restructure=restructure, report=comparison.proposal.report)

    return _edit(request, restructure, opens, "report/ring_fences.html", FENCES)


def _edit(request, restructure, opens, template, at):
    """Show a form beside what is recorded so far, or save it; nothing typed is lost."""
    comparison, lines, form = _opened(request, restructure, opens)
    try:
        if form.is_bound and form.is_valid():
            messages.success(request, form.save_as(request.user) or form.says)
            return redirect(f"{_address(restructure, at)}?{request.GET.urlencode()}".rstrip("?"))
    except ChangedMeanwhile:
        comparison, lines, form = _opened(request, restructure, opens)
        form.is_valid()
    status = (409 if form.conflict else 422) if form.is_bound else 200
    page = page_of(restructure, form.report) | _beside(comparison) | {"form": form}
    page["people_faces"] = list(_faces(restructure, comparison, lines, at))
    page["still_open"] = sum(line.is_open for line in lines[FATES])
    return render(request, template, page, status=status)


def _opened(request, restructure, opens):
    """The comparison, its posts by the page that they are typed on, and the form of a page."""
    sent = request.POST if request.method == "POST" else None
    comparison = comparison_without_pay(restructure)
    lines = {FATES: fate_lines(comparison), FILLINGS: filling_lines(comparison)}
    return comparison, lines, opens(sent, comparison, lines)


def _beside(comparison):
    """What stands beside each of the three forms: what is recorded so far, and what follows."""
    pools = staff.ring_fences(Asked(comparison=comparison))
    return {
        "sums": sums(comparison),
        "consulting": consulting_on(comparison),
        "pools": [block for block in pools if isinstance(block, Table)],
    }


def _faces(restructure, comparison, lines, at):
    """The three forms: the words of each, its address, what is open in it, whether it is this."""
    still_open = {name: sum(line.is_open for line in each) for name, each in lines.items()}
    for name, words, number in (
        (FATES, "Existing posts", f"{still_open[FATES]} open"),
        (FILLINGS, "Proposed posts", f"{still_open[FILLINGS]} open"),
        (FENCES, "Ring-fences", f"{len(comparison.proposal.ring_fences)}"),
    ):
        yield words, _address(restructure, name), number, name == at


def _address(restructure, name):
    return reverse(name, args=[restructure.council.slug, restructure.key])
