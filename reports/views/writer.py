"""The writer: one section of a paper at a time, with all its sections beside it.

A save answers with the page, or where a script has saved while somebody writes, with the part of
it that changes. Its one rule: what was typed is in every answer.
"""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import trigger_client_event

from divisions.access import papers_for
from divisions.errors import ChangedMeanwhile
from reports.editions import EXEMPT
from reports.known import known_of
from reports.markdown import read
from reports.models import Section
from reports.paper import paper_of
from reports.views.finding import restructure_of
from reports.views.report_page import page_of
from reports.writing import presence
from reports.writing.reading import comparison_for_paper, report_standing
from reports.writing.reads import reads
from reports.writing.sectionform import SectionForm


@login_required
@require_GET
def writer(request, council, restructure):
    """Open a paper to be written, at its first section."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    comparison = comparison_for_paper(restructure)
    first = next((each.key for each in comparison.proposal.report.sections), None)
    if first is None:
        return redirect("sections", restructure.council.slug, restructure.key)
    return _page(request, comparison, _form(restructure, comparison.proposal.report, first))


@login_required
@require_http_methods(["GET", "POST"])
def section(request, council, restructure, key):
    """Show one section to be written, or save it."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    if request.method == "POST":
        return _save(request, restructure, key)
    comparison = comparison_for_paper(restructure)
    return _page(request, comparison, _form(restructure, comparison.proposal.report, key))


@login_required
@require_POST
def here(request, council, restructure, key):
    """Note that somebody has a section open, and tell who else is writing."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    presence.writes(request.user, restructure, key)
    sections = report_standing(restructure).sections
    page = {"others": presence.others(request.user, restructure, sections)}
    return render(request, "parts/report_others.html", page)


def _form(restructure, report, key, sent=None):
    """The form of a section, with what was sent, if anything was; 404 if there is none such."""
    written = next((each for each in report.sections if each.key == key), None)
    if written is None:
        raise Http404
    form = SectionForm(sent, restructure=restructure, written=written)
    form.fields["text"].widget.attrs["readonly"] = report.is_published
    return form


def _save(request, restructure, key):
    report, sent = report_standing(restructure), _put_right(request.POST)
    if all(each.key != key for each in report.sections) and sent.get("text"):
        return _gone(request, restructure, key, sent["text"])
    form = _form(restructure, report, key, sent)
    try:
        if form.is_valid():
            form.save_as(request.user)
            return _saved(request, restructure, key)
    except ChangedMeanwhile:
        form = _form(restructure, report_standing(restructure), key, sent)
        form.is_valid()
    status = 409 if form.conflict else 422
    return _page(request, comparison_for_paper(restructure), form, status)


def _saved(request, restructure, key):
    presence.writes(request.user, restructure, key)
    if not request.htmx:
        return redirect("section", restructure.council.slug, restructure.key, key)
    comparison = comparison_for_paper(restructure)
    form = _form(restructure, comparison.proposal.report, key)
    page = _page(request, comparison, form, saved=timezone.now())
    return trigger_client_event(page, "report-saved")


def _gone(request, restructure, key, typed):
    """Somebody has taken the section out meanwhile: what was typed is shown, to be kept."""
    council = restructure.council
    gone = Section.history.filter(restructure=restructure, key=key).select_related("act__user")
    page = {
        "council": council,
        "section": "restructures",
        "restructure": restructure,
        "typed": typed,
        "gone": gone.order_by("history_id").last(),
    }
    return render(request, "report/gone.html", page, status=409)


def _put_right(sent):
    """What was sent: over what was not seen, or with a name put right, where that was asked."""
    sent = sent.copy()
    if "over" in sent:
        sent["seen"] = sent["over"]
    wrong, _, right = sent.get("instead", "").partition("|")
    if right and "text" in sent:
        sent["text"] = sent["text"].replace(f"[{wrong}]", f"[{right}]")
    return sent


def _page(request, comparison, form, status=200, saved=None):
    """The page; where a script has saved, the part of it that changes."""
    restructure, report = form.restructure, comparison.proposal.report
    paper = paper_of(comparison, edition=EXEMPT)
    page = page_of(restructure, report, paper, form.written.key) | {
        "form": form,
        "written": form.written,
        "saved": saved,
        "others": presence.others(request.user, restructure, report.sections),
        **_read(comparison, paper, form),
    }
    name = "report/written.html" if request.htmx else "report/writer.html"
    return render(request, name, page, status=status)


def _read(comparison, paper, form):
    """How the text reads, and what is wrong in it; what is not saved is read by itself."""
    key, level = form.written.key, form.written.level
    made = next((each for each in paper.sections if each.key == key), None)
    if made is not None and not form.is_bound:
        faults = [fault for fault in paper.faults if fault.section == key]
        return {"reads": reads(made.blocks, faults, level), "faults": faults, "made": made}
    known = known_of(comparison, comparison.proposal.report.paper_size)
    text = read(form.typed, section=key, names=known, heading=form.written.heading, level=level)
    return {"reads": reads(text.blocks, text.faults, level), "faults": text.faults, "made": made}
