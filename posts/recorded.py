"""What acts wrote, from the rows of history alone: which records each made, changed or took out.

History, undoing and conflicts all ask this. Its one rule: a structure is never read as a whole for
it, and what an act both made and took out it did not do.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from divisions.models import Ending, Origin, Unit
from posts import snapshot
from posts.delta import Delta, Difference, ref_of
from posts.models import Leads, Post, ReportingLine
from posts.reading import read_versions


@dataclass(frozen=True, slots=True)
class Recorded:
    """By act, what it wrote; and by key, what all that is named there was called after the last."""

    changes: dict[int, Delta]
    called: dict[str, str | None]


def changes(structure, acts):
    """Say what each act wrote to a structure, as its delta, by the act's number.

    Where an act only put a unit or post elsewhere in its order, the two records of its difference
    are equal and their positions are not.
    """
    return recorded(structure, acts).changes


def recorded(structure, acts):
    """Say what each act wrote to a structure, and what everything in it was called."""
    acts = list(acts)
    read = read_versions(structure, acts)
    found = {act.pk: defaultdict(list) for act in acts}
    stands = {}
    for version in read.versions:
        if version.act in found:
            written = found[version.act]
            was = written[version.row][0] if version.row in written else stands.get(version.row)
            written[version.row] = [was, version.record]
        stands[version.row] = version.record
    return Recorded({act: _delta(rows.values()) for act, rows in found.items()}, read.called)


def _delta(rows):
    """The difference that rows make, each given by its record before and after."""
    was = {ref_of(old): old for old, _ in rows if old is not None}
    becomes = {ref_of(new): new for _, new in rows if new is not None}
    return {
        ref: Difference(old, new)
        for ref in was | becomes
        if (old := was.get(ref)) != (new := becomes.get(ref)) or is_put_elsewhere(old, new)
    }


def is_put_elsewhere(old, new):
    """Whether a record stands elsewhere in the order of things."""
    return getattr(old, "position", None) != getattr(new, "position", None)


def touched(structure, since):
    """Which acts after a revision wrote of a unit or post or named it, by its key, newest first.

    Named are both ends: where it was and where it is, who leads and what is led. Order alone is
    nothing that two people can clash over, and is left out.
    """
    acts = {act.pk: act for act in structure.acts.filter(revision__gt=since).select_related("user")}
    found = defaultdict(list)
    for act, delta in changes(structure, acts.values()).items():
        differences = [each for each in delta.values() if each.old != each.new]
        for key in {key for each in differences for record in each for key in named(record)}:
            found[key].append(acts[act])
    return dict(found)


def named(record):
    """The keys that a record speaks of, its own first."""
    match record:
        case snapshot.Unit():
            keys = record.key, record.parent
        case snapshot.Post():
            keys = record.key, record.unit, record.reports_to
        case snapshot.Leads():
            keys = record.unit, record.post
        case snapshot.ReportingLine():
            keys = record.post, record.to
        case snapshot.Origin():
            keys = record.key, record.came_from
        case None:
            keys = ()
        case _:
            keys = (record.key,)
    return [key for key in keys if key is not None]


def acts_of(structure, key):
    """The acts that wrote of a unit or post: of itself, who leads it, its lines, its origin."""
    units, posts = (
        model.history.filter(structure=structure, key=key).values("id") for model in (Unit, Post)
    )
    of = {
        Unit: Q(key=key),
        Post: Q(key=key),
        Leads: Q(unit_id__in=units) | Q(post_id__in=posts),
        ReportingLine: Q(post_id__in=posts) | Q(to_id__in=posts),
        Origin: Q(key=key),
        Ending: Q(key=key),
    }
    wrote = Q()
    for model, about in of.items():
        rows = model.history.filter(about, structure=structure)
        wrote |= Q(pk__in=rows.values("act_id"))
    return structure.acts.filter(wrote)
