"""What stands in one of two structures, and may stand in the other all the same.

Its one rule: the comparison tells it: what it calls closed, deleted or new is not there.
"""

from collections.abc import Iterator

from posts.snapshot import Snapshot
from reports import arriving, leaving
from reports.change import FATE_NOT_STATED, ORIGIN_NOT_STATED, Change
from reports.matching import Matching

ORIGIN_UNTOLD, FATE_UNTOLD = "where it comes from is not stated", "what becomes of it is not stated"


def untold(before: Snapshot, after: Snapshot) -> frozenset[str]:
    """The units and posts of one side of which it is not stated whether they are on the other."""
    told = _of_one_side(Matching(before, after))
    return frozenset(
        change.key for change in told if change.kind in (FATE_NOT_STATED, ORIGIN_NOT_STATED)
    )


def _of_one_side(matching: Matching) -> Iterator[Change]:
    successions = leaving.open_successions(matching)
    for side in (matching.before.units, matching.before.posts):
        for key, old in side.items():
            if key not in matching.becomes:
                yield from leaving.changes_of(matching, old, successions)
    for side in (matching.after.units, matching.after.posts):
        for key, new in side.items():
            if key not in matching.was:
                yield from arriving.changes_of(matching, new)
