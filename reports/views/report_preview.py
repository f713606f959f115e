"""A paper as it will be printed, page by page, in one of its editions.

Its one rule: it is made of the same blocks as every file.
"""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from divisions.access import council_for
from reports.editions import EDITIONS, PUBLIC
from reports.paper import paper_of
from reports.views.finding import restructure_of
from reports.views.report_page import page_of
from reports.writing.reading import comparison_for_paper
from reports.writing.sheets import sheets

MOST = 40
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
    marks = "plain" not in request.GET
    paper = paper_of(comparison, edition=edition, is_draft=not report.is_published)
    pages = list(enumerate(sheets(paper, marks=marks), start=1))
    start = _start(request.GET.get("from", ""), len(pages))
    page = page_of(restructure, report) | {
        "at": "preview",
        "paper": paper,
        "pages": pages[start - 1 : start - 1 + MOST],
        "all_pages": len(pages),
        "ranges": _ranges(request.GET, len(pages), start),
        "edition": edition,
        "editions": editions.values(),
        "marks": marks,
    }
    return render(request, "report/preview.html", page)


def _editions_for(membership):
    """The editions that a person may see: who only reads sees what the public will."""
    return EDITIONS if membership.is_writer else {PUBLIC.key: PUBLIC}


def _start(asked, number):
    """The page with which those that are shown begin."""
    asked = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    return max(1, min(asked, number))


def _ranges(asked, number, start):
    """Where the other pages are, if not all are shown: the words, the address, whether here."""
    if number <= MOST:
        return []
    kept = {name: value for name, value in asked.items() if name != "from"}
    return [
        (f"{at} to {min(at + MOST - 1, number)}", "?" + urlencode(kept | {"from": at}), at == start)
        for at in range(1, number + 1, MOST)
    ]
