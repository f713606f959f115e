"""The labels of change that a draft carries in its chart and its outline.

Comparing is the business of `reports`, which says here, once, how it is done. Its one rule: a draft
too large to be compared on every page carries them when they are asked for.
"""

from posts.snapshot import Snapshot
from posts.standing import standing, standing_all

MOST = 3000
"""A draft with more units and posts than this is compared only when asked."""

_ways = []


def compared_by(way, papers_of):
    """Let labels be found so: of a draft, its papers and two snapshots `way` gives marks by key.

    `papers_of` gives the papers of a structure.
    """
    _ways[:] = [(way, papers_of)]


def papers_of(structure):
    """The restructures from and to a structure, in the order of its council."""
    return _ways[0][1](structure) if _ways else []


def sides(structure):
    """A structure as it stands, and what it was drawn from if it is a draft, read together."""
    if not structure.is_proposed or not _ways:
        return standing(structure), None
    return standing_all((structure, None), (structure.based_on, structure.drawn_at))


def labels(structure, snapshot: Snapshot, before: Snapshot | None, asked: bool, papers=None):
    """The changes to show, by key; None where they have to be asked for.

    `papers`: those of the structure, where they are read already.
    """
    if before is None:
        return {}
    if len(snapshot.units) + len(snapshot.posts) > MOST and not asked:
        return None
    way, _ = _ways[0]
    return way(structure, before, snapshot, papers)


def changed(structure):
    """The keys of all that carries a label in a draft, however large; None if it is no draft."""
    snapshot, before = sides(structure)
    return None if before is None else labels(structure, snapshot, before, True).keys()
