"""A paper as it will be printed, page by page, in one of its editions.

Its one rule: it is made of the same blocks as every file, on the pages that the PDF has.
"""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_GET

from divisions.access import council_for
from reports.editions import EDITIONS, PUBLIC
from reports.formats.pdf import NotSet, Starts, starts
from reports.paper import paper_of
from reports.views.finding import restructure_of
from reports.views.report_page import page_of
from reports.writing.reading import comparison_for_paper
from reports.writing.sheets import sheets

MOST = 60
"""So many pages are shown at a time."""


@login_required
@require_GET
def report_preview(request, council, restructure):
    """Show the pages of a paper."""
    restructure = restructure_of(council_for(request.user, council), restructure)
    comparison = comparison_for_paper(restructure)
    report = comparison.proposal.report
    editions = _editions_for(restructure.council.membership)
    edition = editions.get(request.GET.get("edition"), PUBLIC)
    marks = "marks" in request.GET or "edition" not in request.GET
    paper = paper_of(comparison, edition=edition, is_draft=not report.is_published)
    begun, not_set = _starts_of(paper)
    pages = list(enumerate(sheets(paper, begun, marks=marks), start=1))
    first, last = _asked(request.GET.get("page", ""), len(pages))
    page = page_of(restructure, report) | {
        "at": "preview",
        "paper": paper,
        "not_set": not_set,
        "pages": pages[first - 1 : last],
        "all_pages": pages,
        "ranges": [(f"{at}-{end}", at, end) for at, end in _ranges(len(pages))],
        "first": first,
        "last": last,
        "edition": edition,
        "editions": editions.values(),
        "marks": marks,
    }
    return render(request, "report/preview.html", page)


def _editions_for(membership):
    """The editions that a person may see: who only reads sees what the public will."""
    return EDITIONS if membership.is_writer else {PUBLIC.key: PUBLIC}


def _starts_of(paper):
    """Where the pages of the PDF begin; or none, and why they are not known."""
    try:
        return starts(paper), None
    except NotSet as error:
        return Starts(), str(error)


def _asked(pages, number):
    """The first and the last page that are asked for, as in “3” and “41-67”; at most MOST."""
    first, to, last = pages.partition("-")
    first = max(1, min(_number(first, 1), number))
    last = _number(last, number) if to or not pages else first
    return first, max(first, min(last, first + MOST - 1, number))


def _number(text, otherwise):
    return int(text) if text.isdecimal() and len(text) < 7 else otherwise


def _ranges(number):
    """The pages in runs of as many as are shown at a time."""
    return [(at, min(at + MOST - 1, number)) for at in range(1, number + 1, MOST)]
