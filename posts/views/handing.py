"""What a person filled and vacated since signing in, so that a slip can be taken back.

The history must not say who holds a post, so it cannot put that back. Its one rule: what is kept,
in the session alone, are numbers of holdings, and no name.
"""

from datetime import date

from posts.redrawing.holders import Handover

KEPT, MOST = "handed over", 20


def keep(request, act, handover):
    """Keep what an act did to who holds a post, the newest few."""
    day = handover.day.isoformat() if handover.day else None
    kept = request.session.get(KEPT, {}) | {
        str(act.pk): [list(handover.begun), list(handover.ended), day]
    }
    request.session[KEPT] = dict(list(kept.items())[-MOST:])


def handed(request):
    """By the number of each act that can be taken back, what it did to who holds a post."""
    return {
        int(act): Handover(tuple(begun), tuple(ended), day and date.fromisoformat(day))
        for act, (begun, ended, day) in request.session.get(KEPT, {}).items()
    }
