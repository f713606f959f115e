"""How large each of a council's structures is, for its home: read in two queries, counted as ever.

Its one rule: the home says what the restructure's own pages say, by the same count.
"""

from collections import defaultdict
from dataclasses import dataclass

from divisions.models import Unit
from posts import snapshot
from posts.models import Post
from reports import tiers
from reports.counting import Count, count
from reports.proposal import POSTS, UNITS

_UNIT = ("structure_id", "id", "parent_id", "key", "kind", "place", "number", "certainty")
_POST = (
    "structure_id", "id", "parent_id", "key", "unit__key", "line", "tier", "number", "certainty",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Size:
    """How many units a structure has, and how many posts down to a tier (None: in all)."""

    units: Count
    posts: Count
    to_tier: int | None


def sizes(council, structures) -> dict[int, Size]:
    """How large each structure is, by its primary key."""
    units, posts = _units(council), _posts(council)
    listed = {each.pk: _listed(each, units[each.pk], posts[each.pk]) for each in structures}
    for structure in structures:
        if structure.based_on_revision is not None:
            base = listed[structure.based_on_id]
            listed[structure.pk] = tiers.with_tiers_open(base, listed[structure.pk])
    return {pk: _size(each) for pk, each in listed.items()}


def _listed(structure, units, posts):
    key, title, complete = structure.key, structure.title, structure.complete_to_tier
    return snapshot.Snapshot(key, title, complete_to_tier=complete, units=units, posts=posts)


def _size(listed):
    tier = tiers.limit(listed)
    return Size(
        units=count(listed, UNITS, {}),
        posts=count(listed, POSTS, {} if tier is None else {"to_tier": tier}),
        to_tier=tier,
    )


def _units(council):
    rows = list(Unit.objects.filter(structure__council=council).values_list(*_UNIT))
    keys = {pk: key for _, pk, _, key, *_ in rows}
    found = defaultdict(dict)
    for structure, _, parent, key, kind, place, number, certainty in filter(_is_part, rows):
        found[structure][key] = snapshot.Unit(
            key=key,
            name="",
            kind=kind,
            is_function=kind in council.functions,
            parent=keys[parent] or None,
            place=place,
            number=number,
            certainty=certainty,
        )
    return found


def _posts(council):
    rows = list(Post.objects.filter(structure__council=council).values_list(*_POST))
    keys = {pk: key for _, pk, _, key, *_ in rows}
    found = defaultdict(dict)
    for structure, _, parent, key, unit, line, tier, number, certainty in filter(_is_part, rows):
        found[structure][key] = snapshot.Post(
            key=key,
            unit=unit,
            line=line,
            reports_to=keys[parent] or None,
            tier=tier,
            number=number,
            certainty=certainty,
        )
    return found


def _is_part(row):
    """Whether a row is a unit or post, and not the root that holds the tree."""
    return row[3] != ""
