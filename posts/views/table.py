"""The establishment table: a structure's posts in rows, as a page and as a file.

Its one rule: holders are shown to those who draw the council's structures, and to nobody else; at
a moment of the past to nobody, since the past has none.
"""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from divisions.access import council_for
from posts import establishment, wishes
from posts.acts.act import POST
from posts.holders import holders_of
from posts.standing import standing
from posts.views.choices import choices
from posts.views.finding import structure_of
from posts.views.labels import changed
from posts.views.moments import moment_of
from posts.views.structure import page_of, unlisted


@login_required
@require_GET
def table(request, council, structure):
    """List a structure's posts, filtered, sorted and page by page as the address says."""
    context, asked = page_of(request, council, structure, "table")
    holders = holders_for(context["council"], context["structure"], context["moment"])
    asked_for = wishes.read(request.META["QUERY_STRING"])
    context |= {
        "may_see_holders": holders is not None,
        "table": establishment.table(context["snapshot"], asked_for, holders, _marks(context)),
        "choices": list(choices(context["snapshot"], asked_for)),
        "kept_by_filter": _kept(asked, *wishes.FILTERS),
        "kept_by_columns": _kept(asked, "columns", "folded"),
        "acts_of_many": [act for act in context.get("acts_of_many", ()) if POST in act.of],
    }
    context |= {"only": context["table"].wishes.only, "changed_lines": context["table"].changed}
    context["unlisted"] = unlisted(context, {row.key for row in context["table"].rows})
    return render(request, "table.html", context)


@login_required
@require_GET
def table_file(request, council, structure):
    """Give all that the table would list, on however many pages, as one file."""
    structure = structure_of(council_for(request.user, council), structure)
    moment = moment_of(request, structure)
    shown = moment.snapshot if moment else standing(structure)
    holders = holders_for(structure.council, structure, moment)
    asked_for = wishes.read(request.META["QUERY_STRING"])
    only = changed(structure) if asked_for.only and not moment else None
    text = establishment.written(shown, asked_for, holders, only)
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{structure.key}-establishment.csv"'
    return answer


def _marks(context):
    """The labels of a draft; None where nothing is compared, or they have to be asked for."""
    return context["marks"] if context["is_compared"] else None


def _kept(asked, *names):
    """The wishes that a form keeps beside those it asks for itself, to be sent along with them."""
    lists = asked.parameters.lists()
    gone = {*names, "page"}
    return [(name, value) for name, values in lists if name not in gone for value in values]


def holders_for(council, structure, moment):
    """Who holds a structure's posts today; None to those who may not see it, and of the past."""
    if moment or not council.membership.is_officer:
        return None
    return holders_of(structure, timezone.localdate())
