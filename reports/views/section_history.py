"""The history of one section's text, and putting an earlier text back.

Its one rule: what is put back is one more version, so that nothing is lost by it.
"""

from itertools import islice

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from divisions.access import papers_for
from divisions.models.act import MADE
from reports.frozen import must_be_open
from reports.models import Section
from reports.views.finding import restructure_of
from reports.views.report_page import page_of
from reports.writing.reading import report_standing
from reports.writing.runs import Version, runs
from reports.writing.sections import write_text

PUT_BACK = "put an earlier text back"
BEGUN = "begun"
MOST = 400
"""So many versions are read at a time, the newest first."""


@login_required
@require_GET
def section_history(request, council, restructure, key):
    """List who wrote what in a section, and when; an edition may leave out what it says."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    report = report_standing(restructure)
    versions = Section.history.filter(restructure=restructure, key=key)
    written = next((each for each in report.sections if each.key == key), None)
    if written is None and not versions.exists():
        raise Http404
    before = request.GET.get("before", "")
    if before.isdecimal():
        versions = versions.filter(history_id__lt=before[:15])
    found = list(islice(versions.select_related("act__user").order_by("-history_id"), MOST))
    page = page_of(restructure, report) | {
        "written": written,
        "key": key,
        "runs": runs(map(_version, reversed(found))),
        "before": found[-1].history_id if len(found) == MOST else None,
    }
    return render(request, "report/history.html", page)


def _version(row):
    user = row.act.user
    return Version(
        pk=row.history_id,
        author=user.get_username() if user else None,
        moment=row.act.moment,
        text=row.text,
        reason=BEGUN if row.history_type == MADE else _reason(row.act),
    )


def _reason(act):
    return PUT_BACK if act.verb == PUT_BACK else ""


@login_required
@require_POST
def put_text_back(request, council, restructure, key, version):
    """Give a section a text that it had before."""
    council = papers_for(request.user, council)
    restructure = restructure_of(council, restructure)
    versions = Section.history.filter(restructure=restructure, key=key)
    version = get_object_or_404(versions, history_id=version)
    with council.editing(request.user, PUT_BACK) as council:
        must_be_open(restructure)
        row = get_object_or_404(Section, restructure=restructure, key=key)
        write_text(restructure, key, version.text)
        says = f"An earlier text of “{row.heading}” was put back in “{restructure.title}”."
        council.act.tell(says)
    messages.success(request, says)
    return redirect("section-history", council.slug, restructure.key, key)
