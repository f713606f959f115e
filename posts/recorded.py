"""What acts wrote, from the rows of history alone: which records each made, changed or took out.

History, undoing and conflicts all ask this. Its one rule: a structure is never read as a whole for
it, and what an act both made and took out it did not do.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from divisions.models import Act, Ending, Origin, Unit
from posts import snapshot
from posts.delta import Delta, Difference, ref_of
from posts.models import Leads, Post, ReportingLine
from posts.reading import read_versions
from posts.redrawing.holders import FILL, VACATE


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


WRITTEN, BELOW, LED, LINED, CAME, HELD = "written", "below", "led", "lined", "came", "held"
"""How an act touches a unit or post.

WRITTEN: its own row was made, changed or taken out. All else is done to what names it: BELOW, a
unit, post or report was put under it or taken away; LED, who leads the unit or what the post leads;
LINED, a line beside that of management; CAME, where it came from, or what came from it; HELD, who
holds the post.
"""


def touched(structure, since):
    """Which acts after a revision touched a unit or post, by its key and how, newest first.

    Order alone is nothing that two people can clash over, and is left out. So is what is written of
    something that stands below it, and stays there.
    """
    acts = structure.acts.filter(revision__gt=since).select_related("user", "undoes")
    acts = {act.pk: act for act in acts}
    found = defaultdict(lambda: defaultdict(list))
    for act, delta in changes(structure, acts.values()).items():
        ways = {way for each in delta.values() if each.old != each.new for way in _ways(*each)}
        for key, how in ways:
            found[key][how].append(acts[act])
    for key, act in _filled(acts.values()):
        found[key][HELD].append(acts[act])
    return {key: dict(ways) for key, ways in found.items()}


def _ways(old, new):
    """How one difference touches what: (key, how) each; what both records name, it leaves alone."""
    was, becomes = set(_speaks_of(old)), set(_speaks_of(new))
    return (was ^ becomes) | {way for way in was & becomes if way[1] != BELOW}


def _speaks_of(record):
    """What a record speaks of, and how: its own row first."""
    match record:
        case snapshot.Unit():
            ways = (record.key, WRITTEN), (record.parent, BELOW)
        case snapshot.Post():
            ways = (record.key, WRITTEN), (record.unit, BELOW), (record.reports_to, BELOW)
        case snapshot.Leads():
            ways = (record.unit, LED), (record.post, LED)
        case snapshot.ReportingLine():
            ways = (record.post, LINED), (record.to, LINED)
        case snapshot.Origin():
            ways = (record.key, CAME), (record.came_from, CAME)
        case snapshot.Ending():
            ways = ((record.key, CAME),)
        case None:
            ways = ()
    return [way for way in ways if way[0] is not None]


_OF_HOLDERS = {FILL, VACATE}


def _filled(acts):
    """The posts that acts filled or vacated, or took that back: who held them is not compared."""
    about = [act.pk for act in acts if {act.verb, act.undoes and act.undoes.verb} & _OF_HOLDERS]
    if not about:
        return ()
    return Post.history.filter(act_id__in=about).order_by("-act_id").values_list("key", "act_id")


def named(record):
    """The keys that a record speaks of, its own first."""
    return [key for key, _ in _speaks_of(record)]


def acts_of(structure, key):
    """The acts that wrote of a unit or post: of itself, who leads it, its lines, its origin."""
    return structure.acts.filter(_wrote_of(key, structure=structure))


def acts_in_council_of(council, key):
    """The acts that wrote of what has a key, in any structure of a council."""
    return Act.objects.filter(_wrote_of(key, structure__council=council), council=council)


def structures_with(council, key):
    """The structures of a council in which there is, or was, a unit or post with a key."""
    units, posts = (
        model.history.filter(structure__council=council, key=key).values("structure_id")
        for model in (Unit, Post)
    )
    return council.structures.filter(Q(pk__in=units) | Q(pk__in=posts))


def _wrote_of(key, **where):
    """Which acts wrote of what has a key, where that is looked for."""
    units, posts = (model.history.filter(key=key, **where).values("id") for model in (Unit, Post))
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
        rows = model.history.filter(about, **where)
        wrote |= Q(pk__in=rows.values("act_id"))
    return wrote
