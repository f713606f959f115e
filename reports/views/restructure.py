"""A restructure in its five faces: side by side, on one chart, services, posts, stated figures."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from divisions.access import council_for
from posts.views.asked import Asked
from reports.assemble import comparison_of
from reports.measures import only_said
from reports.views import comparing, tables
from reports.views.crossing import picture
from reports.views.finding import restructure_of

FACES = {
    "restructure": "Side by side",
    "changes": "Changes on one chart",
    "services": "Where each service goes",
    "posts": "Posts before and after",
    "figures": "Stated figures",
    "paper": "The paper",
}
FEW = 15
"""So many lines of the tables stand below the charts; all of them have a page of their own."""

MANY = 200
"""Of more lines of posts than this, those that do not change are listed when asked for."""


@login_required
@require_GET
def side_by_side(request, council, restructure):
    """Show the existing and the proposed structure beside each other, and what differs."""
    page, comparison, asked = _page(request, council, restructure, "restructure")
    lines = tables.post_lines(comparison)
    page |= comparing.side_by_side(comparison, asked) | _kinds(comparison) | _figures(comparison)
    page |= {"strip": tables.strip(comparison), "lines": lines[:FEW], "all_lines": len(lines)}
    page |= {"figures": page["figures"][:FEW]}
    return render(request, "side_by_side.html", page)


@login_required
@require_GET
def changes(request, council, restructure):
    """Lay all changes over the proposed chart, with what is gone beside it."""
    page, comparison, asked = _page(request, council, restructure, "changes")
    more = {
        "gone": comparing.gone(comparison),
        "changes": comparing.told(comparison, comparison.changes),
    }
    drawn = comparing.on_one_chart(comparison, asked)
    return render(request, "changes.html", page | drawn | _kinds(comparison) | more)


@login_required
@require_GET
def services(request, council, restructure):
    """Show where each service goes, in both directions, and what is not accounted for."""
    page, comparison, _ = _page(request, council, restructure, "services")
    marks = comparison.marks_before, comparison.marks_after
    more = {
        "services": comparison.services,
        "into": comparison.into,
        "crossings": picture(comparison.services, *marks, comparison.after),
        "fates_open": comparing.fates_open(comparison),
        "origins_open": comparing.origins_open(comparison),
        "undecided": comparing.undecided(comparison),
        "scope_undecided": tables.scope_undecided(comparison),
        "out_of_scope": comparison.out_of_scope,
    }
    return render(request, "services.html", page | more)


@login_required
@require_GET
def posts(request, council, restructure):
    """List the posts before and after, those that change first."""
    page, comparison, _ = _page(request, council, restructure, "posts")
    lines = tables.post_lines(comparison)
    if len(lines) > MANY and "all" not in request.GET:
        lines = [line for line in lines if line.is_changed]
    left = len(comparison.post_rows) - len(lines)
    return render(request, "posts.html", page | {"lines": lines, "unchanged_left_off": left})


@login_required
@require_GET
def figures(request, council, restructure):
    """Set what the paper states beside what the two structures give."""
    page, comparison, _ = _page(request, council, restructure, "figures")
    said = {"only_said": only_said(comparison.proposal)}
    return render(request, "figures.html", page | _figures(comparison) | said)


def _page(request, council, key, face):
    """What every face shows, the comparison that it is made of, and what was asked to be seen."""
    council, asked = council_for(request.user, council), Asked(request.GET, below="in-focus")
    restructure = restructure_of(council, key)
    comparison = comparison_of(restructure)
    asked.within(comparison.before, comparison.after)
    page = {
        "council": council,
        "section": "restructures",
        "restructure": restructure,
        "face": face,
        "faces": faces(council, restructure),
        "by": asked.by,
        "wishes": asked.parameters,
        "zooms": asked.zooms(),
        "selected": asked.show,
        "about": comparing.about(comparison, asked.show),
    }
    return page, comparison, asked


@dataclass(frozen=True, slots=True)
class Face:
    """One of the views of a restructure, and where it is."""

    name: str
    words: str
    address: str


def faces(council, restructure):
    """All views of a restructure."""
    return [
        Face(name, words, reverse(name, args=[council.slug, restructure.key]))
        for name, words in FACES.items()
    ]


def _kinds(comparison):
    return {
        "kinds": tables.key_of_kinds(comparison),
        "no_kinds": tables.kinds_there_are_none_of(comparison),
    }


def _figures(comparison):
    verdicts = comparison.verdicts
    return {
        "figures": tables.figures(verdicts),
        "agreement": tables.how_many_agree(verdicts),
        "all_figures": len(verdicts),
    }
