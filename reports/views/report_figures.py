"""The figures and parts that a text may name, each with what it says just now.

As a page beside the writer; the same list is what appears while somebody types. Its one rule: a
figure is only worked out when it is shown.
"""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_GET

from divisions.access import papers_for
from posts.naming import NOT_STATED
from posts.spelling import has_all
from reports.figures.figure import key_of
from reports.known import Known
from reports.parts import PARTS
from reports.views.finding import restructure_of
from reports.views.report_page import page_of
from reports.writing.reading import comparison_for_paper

FEW, MANY = 12, 60
"""So many are listed while somebody types, and on the page."""

_OPEN = (NOT_STATED, "cannot be computed")


@dataclass(frozen=True, slots=True)
class Pick:
    """One that can be chosen: its name, what it is, and its present value if it is a figure."""

    name: str
    says: str
    value: str | None = None

    @property
    def is_open(self):
        """Whether the value is not known."""
        return self.value in _OPEN


@login_required
@require_GET
def report_figures(request, council, restructure):
    """List the figures and parts that have what was typed in their names."""
    restructure = restructure_of(papers_for(request.user, council), restructure)
    comparison = comparison_for_paper(restructure)
    typed, kind = request.GET.get("q", "").strip()[:200], request.GET.get("kind")
    most = FEW if request.GET.get("as") == "list" else MANY
    parts = list(_parts(typed))
    page = page_of(restructure, comparison.proposal.report) | {
        "typed": typed,
        "kind": kind,
        "back": request.GET.get("for", ""),
        "parts": parts if kind != "figure" else (),
        "figures": _figures(comparison, typed, most) if kind != "part" else (),
        "most": most,
    }
    name = "report/picks.html" if request.GET.get("as") == "list" else "report/figures.html"
    return render(request, name, page)


def _figures(comparison, typed, most):
    found = Known(comparison).figures.matching(typed, most)
    return [Pick(each.name, each.says, each.text) for each in found]


def _parts(typed):
    words = key_of(typed).split()
    for key, part in PARTS.items():
        if has_all(words, key):
            with_options = f" ({', '.join(part.options)})" if part.options else ""
            yield Pick(part.name, part.says + with_options)
