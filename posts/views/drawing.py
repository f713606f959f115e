"""What a face of a structure has besides for those who draw: the acts, and one fact to be changed.

Its one rule: nothing here is shown of the past, or of what may not be edited.
"""

import json

from posts.acts import ACTS, acts_by_key, acts_on, acts_on_many, keys_listed
from posts.headsform import headless
from posts.undo import steps
from posts.views.handing import handed


def drawing(request, structure, asked, panel, snapshot):
    """The acts at large, on what is shown and on what is ticked; what is undone and redone next."""
    user = request.user
    next_steps = steps(structure, user, user.last_login, handed(request))
    return {
        "may_edit": True,
        "is_headless": bool(headless(snapshot)) and not snapshot.leads,
        "undoable": next_steps.undo,
        "redoable": next_steps.redo,
        "acts_here": acts_on(snapshot, panel.key) if panel else [],
        "acts_of_many": acts_on_many(),
        "acts_at_large": [act for act in ACTS.values() if act.is_at_large],
        "keys_listed": keys_listed(),
        "acts_by_key": json.dumps(acts_by_key(structure)),
        "edit": asked.edit,
        "editing": _opened(structure, user, panel, asked.edit) if panel and asked.edit else None,
    }


def _opened(structure, user, panel, field):
    """The form of one fact of the unit or post that is shown."""
    asked = {"field": field}
    change = ACTS["change"](structure=structure, user=user, keys=[panel.key], asked=asked)
    return change if change.facts == [field] else None
