"""The labels of change that a draft carries in its chart and its outline.

Comparing is the business of `reports`, which says here, once, how it is done. Its one rule: a draft
too large to be compared on every page carries them when they are asked for.
"""

from posts.snapshot import Snapshot

MOST = 3000
"""A draft with more units and posts than this is compared only when asked."""

_ways = []


def compared_by(way):
    """Let labels be found so: a function of a draft and its snapshot that gives marks by key."""
    _ways[:] = [way]


def labels(structure, snapshot: Snapshot, asked: bool):
    """The changes to show, by key; None where they have to be asked for."""
    if not structure.is_proposed or not _ways:
        return {}
    if len(snapshot.units) + len(snapshot.posts) > MOST and not asked:
        return None
    return _ways[0](structure, snapshot)
