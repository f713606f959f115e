"""The restructures drawn from one structure, side by side: what each comes to, and each the other.

Its one rule: a figure here is the figure of the option's own page, also where that is told from
what has taken the structure's place since.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from divisions.access import council_for
from divisions.models import Structure
from posts.naming import Mark
from reports.assemble import comparisons_from
from reports.change import FATE_NOT_STATED, LINE, ORIGIN_NOT_STATED, POST, UNIT
from reports.comparison import Comparison
from reports.labels import LOOKS
from reports.models import Restructure
from reports.views.tables import Strip, strip

_THINGS = {UNIT: "units", POST: "posts", LINE: "lines"}
_SIDES = {ORIGIN_NOT_STATED: "proposed ", FATE_NOT_STATED: "existing "}


@dataclass(frozen=True)
class Option:
    """One restructure, what it comes to, and the others that it can be compared with."""

    restructure: Restructure
    comparison: Comparison
    others: Sequence[Restructure]


@dataclass(frozen=True, slots=True)
class Cell:
    """What an option has in a row: a figure before and after, or things; and whose it is."""

    option: Option
    figure: Strip | None = None
    things: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A figure or a kind of change, option by option."""

    name: str
    mark: Mark | None
    cells: Sequence[Cell]


@login_required
@require_GET
def options(request, council):
    """Set the restructures that are drawn from a structure beside each other."""
    council = council_for(request.user, council)
    structures = Structure.objects.filter(council=council)
    before = get_object_or_404(structures, key=request.GET.get("before", ""))
    before.council = council
    restructures = list(Restructure.objects.filter(before=before).select_related("after__based_on"))
    for restructure in restructures:
        restructure.before = before
    found = [
        Option(restructure, comparison, [each for each in restructures if each != restructure])
        for restructure, comparison in zip(
            restructures, comparisons_from(before, restructures), strict=True
        )
    ]
    page = {
        "council": council,
        "section": "restructures",
        "before": before,
        "options": found,
        "is_superseded": any(one.restructure.existing != before for one in found),
        "figures": figures(found),
        "kinds": kinds(found),
    }
    return render(request, "options.html", page)


def figures(options: Sequence[Option]) -> list[Row]:
    """How large the structure is before and after each option."""
    strips = [{one.name: one for one in strip(option.comparison)} for option in options]
    names = dict.fromkeys(name for each in strips for name in each)
    return [Row(name, None, _cells(options, strips, name)) for name in names]


def _cells(options, strips, name):
    pairs = zip(options, strips, strict=True)
    return [Cell(option, figure=found.get(name)) for option, found in pairs]


def kinds(options: Sequence[Option]) -> list[Row]:
    """How many things change in each way that there is in any option."""
    rows = zip(*(option.comparison.kinds for option in options), strict=True)
    return [
        Row(
            _what(row[0]),
            Mark(LOOKS.get(row[0].kinds[0], "altered"), row[0].label),
            [Cell(option, things=each.things) for option, each in zip(options, row, strict=True)],
        )
        for row in rows
        if any(each.changes for each in row)
    ]


def _what(kind):
    """What it is that changes so: the labels of units and of posts are alike."""
    return f"{_SIDES.get(kind.kinds[0], '')}{_THINGS[kind.subject]}"
