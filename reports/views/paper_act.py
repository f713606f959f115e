"""One act on a council's papers, field by field: its grades, restructures, and what they say.

What a public edition may be without (what becomes of staff, what is paid, what authors typed) is
told to those who write the papers alone. Its one rule: what is told is what the rows of history
say, as it was and as it became.
"""

from datetime import date
from decimal import Decimal
from itertools import islice
from operator import itemgetter

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from divisions.access import council_for
from divisions.dates import in_words
from divisions.models import Act, Council, Structure
from posts.field_by_field import Row
from posts.models import Grade
from posts.models.pay import OnCosts, PaySpine, SpinePoint
from posts.views.one_act import MOST
from reports import models
from reports.columns import read_together
from reports.house import HOUSES
from reports.pay import BASES, pounds_in_words
from reports.views.called_posts import SIDES, CalledPosts
from reports.writing.factsform import NUMBERINGS

MODELS = (
    Council, Structure, Grade, models.Restructure, models.Phase, models.Scope, models.Milestone,
    models.Recommendation, models.Statement, models.RingFence, models.Fate, models.Filling,
    models.Cost, models.Report, models.Section, models.HouseTemplate, PaySpine, SpinePoint, OnCosts,
)  # fmt: skip
INSIDE = (
    models.RingFence, models.Fate, models.Filling, models.Cost, models.Section, PaySpine,
    SpinePoint, OnCosts,
)  # fmt: skip
"""What whoever only reads is not told of."""

CALLED_BY = ("name", "title", "heading", "about", "what", "says", "text", "key", "slug")
"""The columns by which a row is called, the first that says anything."""

_OURS = ("id", "act_id", "council_id", "restructure_id", "loaded_by_id", "published_by_id")
_TITLES = ("based_on_id", "before_id", "after_id", "spine_id")
WORDS = {
    "based_on_id": "drawn from", "before_id": "before", "after_id": "after", "position": "place",
    "is_shown": "shown", "is_numbered": "numbered", "is_appendix": "appendix",
    "exempt": "exempt under paragraph", "paper_size": "paper of the charts",
    "basis": "basis of costs", "published_at": "published", "spine_id": "spine",
}  # fmt: skip
"""What some columns are called, where their own name is not the word for it."""

_VALUES = {
    "basis": BASES, "numbering": dict(NUMBERINGS),
    "template": {key: house.name for key, house in HOUSES.items()},
}  # fmt: skip
"""What some columns keep for short, in words."""


@login_required
@require_GET
def paper_act(request, council, act):
    """Show what an act wrote of a council's papers; one on a structure has a page of its own."""
    council = council_for(request.user, council)
    acts = Act.objects.filter(council=council).select_related("user", "structure")
    act = get_object_or_404(acts, pk=act)
    if act.structure is not None:
        return redirect("history-act", council.slug, act.structure.key, act.pk)
    names = _names(council, act)
    may_see = council.membership.is_writer
    told = MODELS if may_see else [model for model in MODELS if model not in INSIDE]
    rows = (row for written in _written(act, told) for row in _rows(*written, names))
    rows = (row for row in rows if may_see or row.field != "pounds")
    page = {
        "council": council,
        "section": "history",
        "act": act,
        "rows": list(islice(rows, MOST)),
        "more": sum(1 for _ in rows),
        "may_see": may_see,
    }
    return render(request, "paper_act.html", page)


def _names(council, act):
    """What is called what, for each column that points to something: by its number, or its key."""
    titles = dict(council.structures.values_list("pk", "title"))
    spines = dict(PaySpine.history.filter(council=council).values_list("id", "name"))
    posts = {"key": CalledPosts(council, act)}
    return dict.fromkeys(_TITLES, titles) | {"spine_id": spines} | posts


def _written(act, tables):
    """Each row of some tables that an act wrote: its table, as it was, as it became.

    None: it is not there. All tables are read in one query.
    """
    asked = {table.history.model: _versions(table, act) for table in tables}
    found = {versions: [] for versions in asked}
    for versions, row in read_together(asked):
        found[versions].append(dict(zip(asked[versions][1], row, strict=True)))
    for table in tables:
        for old, new in _differences(found[table.history.model], act):
            yield table, old, new


def _versions(table, act):
    """The versions of the rows of a table that an act wrote, and their columns."""
    written = table.history.filter(act=act).values("id")
    columns = [field.attname for field in table.history.model._meta.concrete_fields]
    return table.history.filter(id__in=written), columns


def _rows(model, old, new, names):
    """What became of one row of a table, a row for each column that differs."""
    stands = new or old
    called = names["key"].called(model, stands) if model in SIDES else _called(stands, names)
    what = ": ".join(filter(None, (model._meta.verbose_name.capitalize(), called)))
    for name in stands:
        if _is_told(model, name):
            was, becomes = (_said(side, name, names) for side in (old, new))
            if was != becomes:
                word = WORDS.get(name, name.removesuffix("_id").replace("_", " "))
                yield Row("", what, word, was, becomes)


def _called(row, names):
    """What a row is called; a point by its spine and day, on-costs by their day."""
    if "since" in row:
        point = (_said(row, "spine_id", names), f"point {row['point']}") if "point" in row else ()
        return ", ".join([*point, f"since {in_words(row['since'])}"])
    return next((row[name] for name in CALLED_BY if row.get(name)), "")


def _is_told(model, name):
    """Whether a column is told of: a place only of sections, which people put in order.

    A key is not where a post is called by its title.
    """
    is_ours = name in _OURS or name.startswith("history_") or (name == "key" and model in SIDES)
    return not is_ours and (name != "position" or model is models.Section)


def _differences(versions, act):
    """Each row that an act wrote, as it was and as it became, out of its versions."""
    found, before = {}, {}
    for version in sorted(versions, key=itemgetter("history_id")):
        stands = None if version["history_type"] == "-" else version
        if version["act_id"] == act.pk:
            found[version["id"]] = (before.get(version["id"]), stands)
        elif version["id"] not in found:
            before[version["id"]] = stands
    return found.values()


def _said(row, name, names):
    """A column in words; None where there is no such row, or nothing is said."""
    value = row and row[name]
    if value in (None, "", [], {}):
        return None
    if name in _TITLES:
        return names[name].get(value, "another")
    if name in _VALUES:
        return _VALUES[name].get(value, value)
    if name == "pounds":
        return pounds_in_words(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, list):
        return ", ".join(map(_named, value))
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def _named(each):
    """One of a list: a thing by its name, anything else as it is."""
    if not isinstance(each, dict):
        return str(each)
    return str(each.get("name") or each.get("heading") or each)
