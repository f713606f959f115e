"""The acts of the board, by name: all that an officer does to units and posts.

A new act is a class here and a line in this list.
"""

from django.urls import reverse

from posts.acts import facts, units
from posts.acts.act import POST, UNIT

ACTS = {
    act.slug: act
    for act in (
        units.NewUnit,
        units.RenameUnit,
        units.MoveUnit,
        facts.ChangeFacts,
    )
}


def acts_by_key(structure):
    """The addresses of the acts that a key presses on a unit and on a post, for the script."""
    return {
        kind: {
            act.key: reverse("act", args=[structure.council.slug, structure.key, act.slug])
            for act in ACTS.values()
            if act.key and kind in act.of
        }
        for kind in (UNIT, POST)
    }
