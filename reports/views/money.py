"""The money of a report: what posts cost, as it will say, and the amounts that are typed here."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from divisions.access import papers_for
from divisions.errors import ChangedMeanwhile
from reports.sections import costs
from reports.sections.asked import Asked
from reports.sections.blocks import Paragraph, Table
from reports.views.finding import restructure_of
from reports.views.lacking import side
from reports.views.report_page import page_of
from reports.writing.moneyform import MoneyForms
from reports.writing.reading import comparison_for_paper


@login_required
@require_http_methods(["GET", "POST"])
def report_money(request, council, restructure):
    """Show the cost as the report will say it, and the amounts to be corrected; or save them."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    comparison, form = _opened(request, restructure)
    try:
        if form.is_bound and form.is_valid():
            form.save_as(request.user)
            messages.success(request, "The money of the report was corrected.")
            return redirect("report-money", restructure.council.slug, restructure.key)
    except ChangedMeanwhile:
        comparison, form = _opened(request, restructure)
        form.is_valid()
    status = (409 if form.conflict else 422) if form.is_bound else 200
    page = page_of(restructure, form.report) | {"form": form}
    page |= _cost(restructure.council, comparison)
    return render(request, "report/money.html", page, status=status)


def _opened(request, restructure):
    """The comparison, and a form with what was sent, if anything was."""
    sent = request.POST if request.method == "POST" else None
    comparison = comparison_for_paper(restructure)
    report = comparison.proposal.report
    return comparison, MoneyForms(sent, restructure=restructure, report=report)


def _cost(council, comparison):
    """What the report will say of cost, and what is not known, side by side."""
    asked = Asked(comparison=comparison)
    cost, once = costs.cost(asked), costs.one_off(asked)
    return {
        "said": [block.text for block in (*cost, *once) if isinstance(block, Paragraph)],
        "tables": [block for block in cost if isinstance(block, Table)],
        "sides": list(_unknown(council, comparison)) if comparison.bill else [],
        "has_pay": comparison.bill is not None,
    }


def _unknown(council, comparison):
    """What is not known of either structure, of one of which anything is not."""
    whole = comparison.bill.whole
    sides = (comparison.before, whole.before.lacks), (comparison.after, whole.after.lacks)
    return (side(council, structure, lacks) for structure, lacks in sides if lacks)
