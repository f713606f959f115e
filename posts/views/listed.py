"""How much of a structure is listed, in words for the head of its pages.

Its one rule: what is listed is said to be listed; that it is all is said only where it is.
"""

from dataclasses import dataclass

from posts.how_many import how_many
from posts.snapshot import COUNCIL, Snapshot


@dataclass(frozen=True, slots=True)
class Listed:
    """How many of the council's units, and posts, are listed; down to which tier that is all."""

    units: str
    posts: str
    complete: str


def listed(snapshot: Snapshot) -> Listed:
    """Say how much a structure lists."""
    units = [
        unit
        for unit in snapshot.units.values()
        if not unit.is_function and snapshot.place_of(unit.key) == COUNCIL
    ]
    return Listed(
        units=f"{how_many(units, 'unit')} listed",
        posts=f"{how_many(snapshot.posts.values(), 'post')} listed",
        complete=_complete(snapshot),
    )


def _complete(snapshot):
    tier = snapshot.complete_to_tier
    if snapshot.is_whole:
        return "which are all posts"
    return f"every post down to tier {tier}" if tier else "there may be more than is listed"
