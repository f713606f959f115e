"""Structures as they stand, or stood, kept in memory from page to page until something is recorded.

Reading a large structure takes most of the time of a page. Its one rule: what is kept is shown only
while the newest act on the structure, and on its council's papers, is the one it was read at.
"""

from collections import OrderedDict
from threading import Lock

from django.db.models import OuterRef, Subquery

from divisions.models import Act, OutsideAnyAct, Structure
from divisions.models.act import current_act_id
from posts.reading import read, read_past

MOST = 8
"""So many structures are kept by each process, those that were looked at last."""

_kept = OrderedDict()
_lock = Lock()


def standing(structure):
    """A structure as it stands, like `read`; within an act it is always read."""
    if _an_act_is_going_on():
        return read(structure)
    moment = _moment(structure)
    with _lock:
        if moment in _kept:
            _kept.move_to_end(moment)
            return _kept[moment]
    snapshot = read(structure)
    if _newest(moment) and _moment(structure) == moment:
        _keep(moment, snapshot)
    return snapshot


def standing_at(structure, act):
    """A structure as it stood after an act, like `read_past`, kept as the past does not change.

    Only the council's papers may: the names of its grades, and which of its units are functions.
    """
    papers = Act.objects.filter(structure=None, council=structure.council_id).order_by("-pk")
    newest = papers.values_list("pk", "moment").first()
    moment = structure.pk, act.pk, act.moment, structure.council.functions, newest
    with _lock:
        if moment in _kept:
            _kept.move_to_end(moment)
            return _kept[moment]
    snapshot = read_past(structure, act)
    if not _an_act_is_going_on():
        _keep(moment, snapshot)
    return snapshot


def forget():
    """Keep nothing any more."""
    with _lock:
        _kept.clear()


def _keep(moment, snapshot):
    with _lock:
        _kept[moment] = snapshot
        while len(_kept) > MOST:
            _kept.popitem(last=False)


def _moment(structure):
    """What a structure's contents depend on: its own row, its council's words, the newest acts.

    An act is known by its number and its moment, since an act that was undone by the database
    leaves its number to the next.
    """
    acts = Act.objects.order_by("-pk")
    own = acts.filter(structure=OuterRef("pk"))
    papers = acts.filter(structure=None, council=OuterRef("council"))
    both = own, papers
    newest = [Subquery(acts.values(name)[:1]) for acts in both for name in ("pk", "moment")]
    row = Structure.objects.filter(pk=structure.pk).values_list(*newest).first()
    head = structure.key, structure.title, structure.complete_to_tier
    return structure.pk, head, structure.council.functions, row


def _newest(moment):
    """Whether any act on the structure was recorded at all: what no act wrote is never kept."""
    *_, row = moment
    return row is not None and row[0] is not None


def _an_act_is_going_on():
    try:
        return bool(current_act_id())
    except OutsideAnyAct:
        return False
