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
from reports.views.filled import ways
from reports.views.finding import restructure_of

FACES = {
    "restructure": "Side by side",
    "changes": "Changes on one chart",
    "services": "Where each service goes",
    "posts": "Posts before and after",
    "figures": "Stated figures",
    "paper": "The paper",
}
SAID = {"restructure": ("scope", "statements"), "figures": ("scope", "statements")}
"""By face, the lists of the paper that it shows; the others only need its scope."""

FEW = 15
"""So many lines of the tables stand below the charts; all of them have a page of their own."""

MANY = 200
"""Of more lines of posts than this, those that do not change are listed when asked for."""


@login_required
@require_GET
def side_by_side(request, council, restructure):
    """Show the existing and the proposed structure beside each other, and what differs."""
    return show_side_by_side(request, *_page(request, council, restructure, "restructure"))


def show_side_by_side(request, page, comparison, asked):
    """The two sides, with what differs in a table."""
    lines = tables.post_lines(comparison, ways(page["restructure"], comparison))
    page |= comparing.side_by_side(comparison, asked) | _kinds(comparison) | _figures(comparison)
    page |= {"strip": tables.strip(comparison), "lines": lines[:FEW], "all_lines": len(lines)}
    page |= {"figures": page["figures"][:FEW]}
    return render(request, "side_by_side.html", page)


@login_required
@require_GET
def changes(request, council, restructure):
    """Lay all changes over the proposed chart, with what is gone beside it."""
    return show_changes(request, *_page(request, council, restructure, "changes"))


def show_changes(request, page, comparison, asked):
    """All changes on one chart, and in words."""
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
    return show_services(request, *_page(request, council, restructure, "services"))


def show_services(request, page, comparison, asked):
    """The services of each unit before, and what each unit after is made up from."""
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
    return show_posts(request, *_page(request, council, restructure, "posts"))


def show_posts(request, page, comparison, asked):
    """The lines of posts; where they are many, those that do not change are left off."""
    lines = tables.post_lines(comparison, ways(page["restructure"], comparison))
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


SHOW = {
    "restructure": show_side_by_side,
    "changes": show_changes,
    "services": show_services,
    "posts": show_posts,
}
"""The faces that any two structures have, whether or not a paper leads from one to the other."""


def _page(request, council, key, face):
    """What a face of a restructure shows."""
    council = council_for(request.user, council)
    restructure = restructure_of(council, key)
    found, comparison, asked = page_of(
        request, restructure, comparison_of(restructure, *SAID.get(face, ("scope",))), face
    )
    found["faces"] = faces(council, restructure)
    found["posts_address"] = reverse("posts", args=[council.slug, restructure.key])
    return found, comparison, asked


def page_of(request, restructure, comparison, face):
    """What every face shows, the comparison that it is made of, and what was asked to be seen."""
    asked = Asked(request.GET, below="in-focus")
    asked.within(comparison.before, comparison.after)
    found = {
        "council": restructure.council,
        "section": "restructures",
        "restructure": restructure,
        "face": face,
        "behind": comparison.behind,
        "by": asked.by,
        "wishes": asked.parameters,
        "zooms": asked.zooms(),
        "selected": asked.show,
        "about": comparing.about(comparison, asked.show),
    }
    return found, comparison, asked


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
