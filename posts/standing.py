"""Structures as they stand, or stood, kept in memory from page to page until something is recorded.

Reading a large structure takes most of the time of a page. Its one rule: what is kept is shown only
while the newest act on the structure, and the newest version of a grade, is the one it was read at.
"""

from collections import OrderedDict
from threading import Lock

from django.db.models import OuterRef, Subquery

from divisions.models import Act, OutsideAnyAct, Structure
from divisions.models.act import current_act_id
from posts.models import Grade
from posts.reading import read, read_moments, read_past

MOST = 8
"""So many structures are kept by each process, those that were looked at last."""

_kept = OrderedDict()
_lock = Lock()


def standing(structure):
    """A structure as it stands, like `read`; within an act it is always read."""
    (snapshot,) = standing_all((structure, None))
    return snapshot


def standing_all(*moments):
    """Structures of one council, each as it stood after an act, or (no act) as it stands.

    In as many queries as one. The past does not change, but for the council's own words: the names
    of its grades, and which of its units are functions. What somebody writes while they are read is
    not looked for under what was the newest act before, so it does no harm that they are kept.
    """
    if _an_act_is_going_on():
        return _read(moments)
    known_by = _moments(moments)
    with _lock:
        found = {moment: _kept[moment] for moment in known_by if moment in _kept}
        for moment in found:
            _kept.move_to_end(moment)
    missing = [each for each, known in zip(moments, known_by, strict=True) if known not in found]
    read_now = iter(_read(missing) if missing else ())
    for moment in known_by:
        if moment not in found:
            found[moment] = next(read_now)
            _keep(moment, found[moment])
    return [found[moment] for moment in known_by]


def _read(moments):
    """Read structures that are not kept; one that alone is asked for as it stands most simply."""
    if len(moments) > 1:
        return read_moments(*moments)
    ((structure, act),) = moments
    return [read_past(structure, act) if act else read(structure)]


def forget():
    """Keep nothing any more."""
    with _lock:
        _kept.clear()


def _keep(moment, snapshot):
    if not _newest(moment):
        return
    with _lock:
        _kept[moment] = snapshot
        while len(_kept) > MOST:
            _kept.popitem(last=False)


def _moments(moments):
    """What the contents of structures depend on: their rows, their council's words, newest acts.

    Of the past, the act that was the newest then. Act and grade are known by number and moment,
    since what was undone by the database leaves its number to the next.
    """
    acts = Act.objects.filter(structure=OuterRef("pk")).order_by("-pk")
    grades = Grade.history.filter(council=OuterRef("council")).order_by("-history_id")
    newest = [Subquery(acts.values(name)[:1]) for name in ("pk", "moment")]
    newest += [Subquery(grades.values(name)[:1]) for name in ("history_id", "history_date")]
    rows = Structure.objects.filter(pk__in=[structure.pk for structure, _ in moments])
    rows = {pk: row for pk, *row in rows.order_by().values_list("pk", *newest)}
    return [_known_by(structure, act, rows.get(structure.pk)) for structure, act in moments]


def _known_by(structure, act, row):
    head = structure.key, structure.title, structure.complete_to_tier
    own = (act.pk, act.moment) if act else row and tuple(row[:2])
    return structure.pk, head, structure.council.functions, bool(act), own, row and tuple(row[2:])


def _newest(moment):
    """Whether any act on the structure was recorded at all: what no act wrote is never kept."""
    *_, own, _ = moment
    return own is not None and own[0] is not None


def _an_act_is_going_on():
    try:
        return bool(current_act_id())
    except OutsideAnyAct:
        return False
