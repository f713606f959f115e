"""A structure as a chart and as an outline: the same units and posts, one panel beside both.

Its one rule: what is chosen in one face is chosen in the other.
"""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from divisions.access import council_for
from posts.acts.act import POST, UNIT
from posts.chart import BY_LINE, BY_UNIT, draw
from posts.holders import holders_told
from posts.outline import keys_in, way_to
from posts.outline import outline as say
from posts.standing import standing
from posts.up_to_date import behind
from posts.views.asked import Asked
from posts.views.branches import branches, keys_listed
from posts.views.drawing import drawing
from posts.views.facts import panel
from posts.views.finding import structure_of
from posts.views.labels import labels, papers_of, sides
from posts.views.listed import listed
from posts.views.moments import moment_of

WIDE = 930


@login_required
@require_GET
def chart(request, council, structure):
    """Draw a structure, by unit or by line, its top first where it is large."""
    context, asked = page_of(request, council, structure, "chart")
    said = _said(context, asked)
    drawn = draw(
        context["snapshot"],
        by=asked.by,
        marks=context["marks"],
        opened=_opened(context["snapshot"], asked),
        href=asked.showing,
        opens=asked.opening,
        selected=asked.show,
        wide=WIDE,
        only={*context["marks"], asked.show} - {None} if context.get("only") else None,
    )
    context |= {
        "branches": _branches(context, asked, said),
        "chart": drawn,
        "zoom": asked.size(drawn.width, WIDE),
    }
    return render(request, "chart.html", context)


@login_required
@require_GET
def outline(request, council, structure):
    """Say a structure in words, level by level."""
    context, asked = page_of(request, council, structure, "outline")
    said = _said(context, asked)
    context["branches"] = _branches(context, asked, said)
    context["unlisted"] = unlisted(context, keys_listed(context["branches"]))
    return render(request, "outline.html", context)


@login_required
@require_GET
def chart_file(request, council, structure):
    """Give the whole chart as one file, however large."""
    structure = structure_of(council_for(request.user, council), structure)
    by = BY_LINE if request.GET.get("by") == BY_LINE else BY_UNIT
    moment = moment_of(request, structure)
    shown = moment.snapshot if moment else standing(structure)
    drawn = draw(shown, by=by, most=None, stand_alone=True)
    answer = HttpResponse(drawn.svg, content_type="image/svg+xml")
    answer["Content-Disposition"] = f'attachment; filename="{structure.key}-by-{by}.svg"'
    return answer


def _said(context, asked):
    """The structure in words; of a draft no more than what has changed, if so asked."""
    marks = context["marks"]
    said = say(context["snapshot"], by=asked.by, marks=marks)
    if marks is not None:
        context["changed_lines"] = len(keys_in(said) & marks.keys())
    if asked.only and context["is_compared"]:
        context |= {"only": True, "all_open": True}
        said = way_to(said, {*marks, asked.show})
    return said


def _branches(context, asked, said):
    """The structure in words as nested lists, open down to what is shown."""
    opened = _opened(context["snapshot"], asked)
    return branches(said, context["marks"], opened, asked.opening)


def _opened(snapshot, asked):
    """The branches that were opened, and those in which what is shown stands."""
    return asked.opened | set(_stands_in(snapshot, asked.show, asked.by))


def _stands_in(snapshot, key, by):
    """What a unit or post is listed below: by unit, a post in the units it heads, or its own."""
    unit, post = snapshot.units.get(key), snapshot.posts.get(key)
    if unit is not None:
        return {unit.parent} - {None}
    if post is None:
        return ()
    if by == BY_LINE:
        return {post.reports_to} - {None}
    return snapshot.units_headed.get(key) or {post.unit} - {None}


def _panel(structure, snapshot, key):
    """What is known of a unit or post, what it came from by the name that it had before."""
    keys = {origin.came_from for origin in snapshot.origins_of.get(key, ())} - {None}
    before = standing(structure.based_on) if keys and structure.based_on else None
    there = keys & {*before.units, *before.posts} if before else ()
    return panel(snapshot, key, {each: before.called(each) for each in there})


def _held_by(council, structure, snapshot, key):
    """Who holds the post that is shown, for those who may see names; else None.

    In a draft, into which no name is copied, only where one has been typed.
    """
    if key not in snapshot.posts or not council.membership.is_officer:
        return None
    told = holders_told(structure, key, localdate())
    return told if told or structure.status == structure.Status.IN_FORCE else None


def is_there(snapshot, key):
    """Whether a structure has a unit or post of a key."""
    return key in snapshot.units or key in snapshot.posts


def unlisted(context, listed):
    """What is ticked and has no line on the page: its key, and whether it is a unit."""
    units = context["snapshot"].units
    gone = sorted(context["ticked"] - listed)
    return [(key, UNIT if key in units else POST) for key in gone]


def _effective(structure, papers):
    """When a structure that is on its way comes into force, as the first paper says that does."""
    said = (each.effective for each in papers if each.leads_here and each.effective)
    return next(said, None) if structure.is_on_its_way else None


def page_of(request, council, structure, face):
    """What all faces of a structure show, and what the person asked to see."""
    council, asked = council_for(request.user, council), Asked(request.GET)
    structure = structure_of(council, structure)
    moment = moment_of(request, structure)
    snapshot, before = (moment.snapshot, None) if moment else sides(structure)
    asked.within(snapshot)
    papers = papers_of(structure)
    context = {
        "council": council,
        "section": "structures",
        "face": face,
        "asked": asked,
        "wishes": asked.parameters,
        "focus": asked.focus,
        "left": asked.left if is_there(snapshot, asked.left) else None,
        "ticked": {key for key in asked.ticked if is_there(snapshot, key)},
        "structure": structure,
        "moment": moment,
        "behind": None if moment else behind(structure),
        "is_compared": structure.is_proposed and not moment,
        "marks": labels(structure, snapshot, before, asked.labels, papers),
        "restructures": papers,
        "effective": _effective(structure, papers),
        "snapshot": snapshot,
        "listed": listed(snapshot),
        "selected": asked.show,
        "all_open": asked.all_open,
        "panel": _panel(structure, snapshot, asked.show) if asked.show else None,
        "held_by": _held_by(council, structure, snapshot, asked.show) if moment is None else None,
        "shows_changed": structure.is_proposed and (asked.panel == "changed" or asked.show is None),
        "is_whole_width": face == "table" and not asked.show and asked.panel != "changed",
        "by": asked.by,
        "zooms": asked.zooms(),
    }
    if moment is None and structure.is_editable and council.membership.is_officer:
        context |= drawing(request, structure, asked, context["panel"], snapshot)
    return context, asked
