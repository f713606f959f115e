"""The checks of a report: what has to be put right before it goes out, and where.

Its one rule: a link is shown to those who may follow it.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from divisions.access import council_for
from reports.checking import checked_of
from reports.checks import CHECKS, Check, Finding, findings, tally
from reports.checks import finding as to
from reports.editions import EDITIONS
from reports.views.finding import restructure_of
from reports.views.report_page import page_of

PAGES = {
    to.TITLE: "report-facts",
    to.TIMETABLE: "edit-timetable",
    to.RECOMMENDATIONS: "edit-recommendations",
    to.SECTIONS: "sections",
    to.FIGURES: "figures",
    to.POSTS: "posts",
    to.SERVICES: "services",
    to.PEOPLE: "report-people",
    to.FILLINGS: "report-fillings",
    to.MONEY: "report-money",
}
"""The pages on which something is put right, by what a finding calls them."""


WITHIN = {to.FIGURES: "#", to.PEOPLE: "?", to.FILLINGS: "?", to.SECTIONS: "#section-"}
"""The pages of which a part is shown by itself: what stands before the key of that."""

READ = (to.FIGURES, to.POSTS, to.SERVICES, to.UNIT, to.POST)
"""What everybody of the council may open."""


BY_OFFICERS = "HR officers match them in the draft."
"""What is said instead of the link to those who cannot draw."""


MOST_PLACES = 4
"""Of more paragraphs of the paper than this none is shown: the finding names what they are of."""

MANY = 3
"""More findings than this, of one check and alike grave, fold into one line."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as a page shows it: what puts it right, and where it is, with addresses."""

    finding: Finding
    links: list[tuple[str, str]]
    places: list[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Group:
    """What one check finds that is alike grave."""

    check: Check
    severity: str
    found: list[Shown]

    @property
    def severity_in_words(self):
        return self.found[0].finding.severity_in_words

    @property
    def is_folded(self):
        return len(self.found) > MANY


@login_required
@require_GET
def report_checks(request, council, restructure):
    """Show what the checks find, and what is checked; the panel alone to the writer."""
    council = council_for(request.user, council)
    restructure = restructure_of(council, restructure)
    checked = checked_of(restructure)
    found = findings(checked)
    page = page_of(restructure, checked.report) | panel(restructure, found)
    if request.htmx:
        marks = page["marks"] if "marks" in request.GET else None
        sections = checked.report.sections if marks is not None else ()
        page["marked"] = [(each.key, each.is_shown, marks[each.key]) for each in sections]
        return render(request, "parts/report_checks.html", page)
    counts = Counter(each.check for each in found)
    page |= {
        "at": "checks",
        "checks": [(check, counts[check.key]) for check in CHECKS.values()],
        "held_back": list(_held_back(found)),
    }
    return render(request, "report/checks.html", page)


def panel(restructure, found):
    """What the panel of checks shows; `marks` are how many findings each section has."""
    return {
        "findings": _grouped([_shown(restructure, each) for each in found]),
        "tally": tally(found),
        "all_checks": len(CHECKS),
        "marks": Counter(key for each in found for key in each.sections),
    }


def _held_back(found):
    """The editions that wait, each with how much holds it back."""
    counts = Counter(key for each in found for key in each.holds_back)
    return ((edition.title, counts[key]) for key, edition in EDITIONS.items() if counts[key])


def _grouped(found):
    """Findings by check, as grave as they are."""
    groups = groupby(found, key=lambda each: (each.finding.severity, each.finding.check))
    return [Group(CHECKS[check], severity, list(each)) for (severity, check), each in groups]


def _shown(restructure, finding):
    quotes = {place.key: place.quote for place in reversed(finding.places) if place.quote}
    links = [
        (mend.words, _address(restructure, mend.kind, mend.key, quotes.get(mend.key)))
        for mend in finding.mends
    ]
    places = [
        (place.words, _address(restructure, place.kind, place.key, place.quote))
        for place in finding.places
        if place.kind in (to.SECTION, to.RECOMMENDATION)
    ]
    kept = [link for link in links if link[1]]
    if any(mend.kind == to.MATCH for mend in finding.mends) and kept == links[1:]:
        kept = [(BY_OFFICERS, None), *kept]
    return Shown(finding, kept, [*dict.fromkeys(places), *_sources(finding)])


def _sources(finding):
    """The paragraphs of the paper that the text of a finding does not name itself."""
    bare = [source for source in finding.sources if source not in finding.text]
    return [(source, None) for source in bare] if len(bare) <= MOST_PLACES else []


def _address(restructure, kind, key, quote=None):
    """Where a thing or page is; None for what this person may not open, and what has no page.

    Of a section, with the words of it that are to be found there.
    """
    council = restructure.council
    if kind not in READ and not council.membership.is_writer:
        return None
    if kind == to.MATCH:
        return _match(restructure, key)
    place = [council.slug, restructure.key]
    if kind == to.RECOMMENDATION:
        kind = to.RECOMMENDATIONS
    if kind in (to.UNIT, to.POST):
        shown = reverse("outline", args=[council.slug, restructure.after.key])
        return f"{shown}?{urlencode({'show': key})}#selected"
    try:
        if kind == to.SECTION:
            at = f"?{urlencode({'at': quote})}" if quote else ""
            return reverse("section", args=[*place, key]) + at
        at = f"{WITHIN[kind]}{key}" if key and kind in WITHIN else ""
        return reverse(PAGES[kind], args=place) + at if kind in PAGES else None
    except NoReverseMatch:
        return None


def _match(restructure, key):
    """Where an officer says which post becomes which; None for others, and of no open draft."""
    council, draft = restructure.council, restructure.after
    if not (council.membership.is_officer and draft.is_editable):
        return None
    address = reverse("act", args=[council.slug, draft.key, "origins"])
    return f"{address}?{urlencode({'of': key})}"
