"""How large each of a council's structures is, for its home: read in two queries, counted as ever.

Its one rule: the home says what the restructure's own pages say, by the same count.
"""

from collections import defaultdict

from divisions.models import Unit
from posts import snapshot
from posts.models import Post
from reports.counting import Totals, totals

_UNIT = ("structure_id", "id", "parent_id", "key", "kind", "place", "number", "certainty")
_POST = (
    "structure_id", "id", "parent_id", "key", "unit__key", "line", "tier", "number", "certainty",
)  # fmt: skip


def sizes(council, structures) -> dict[int, Totals]:
    """How large each structure is, by its primary key."""
    units, posts = _units(council), _posts(council)
    return {
        structure.pk: totals(
            snapshot.Snapshot(
                key=structure.key,
                title=structure.title,
                complete_to_tier=structure.complete_to_tier,
                units=units[structure.pk],
                posts=posts[structure.pk],
            )
        )
        for structure in structures
    }


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
