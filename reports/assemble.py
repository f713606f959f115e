"""A restructure from the tables as a Comparison: all that pages and papers are made of.

Its one rule: the number of queries is the same whatever the size of the two structures.
"""

from posts import reading
from reports.comparison import Comparison
from reports.councilfile.live import read_proposal


def comparison_of(restructure):
    """Read a restructure, its two structures and what its paper says."""
    before, after = restructure.before, restructure.after
    for structure in (before, after):
        structure.council = restructure.council
    snapshots = reading.read_all(before, after)
    return Comparison(restructure.council.name, read_proposal(restructure), *snapshots)
