"""How proposed posts are to be filled, as a page of a restructure says it.

Its one rule: whoever may not write the paper reads no more of it than its public edition says.
"""

from dataclasses import replace

from reports.councilfile.live import read_proposal
from reports.editions import PUBLIC, cut_for
from reports.people.by_post import by_post

ASKED = "fates", "fillings"


def ways(restructure, comparison):
    """How each proposed post is filled, in words, by its key.

    As the paper records it; else as the structure says.
    """
    if not restructure.pk:
        return _as_drawn(comparison)
    said = read_proposal(restructure, ASKED)
    if not restructure.council.membership.is_writer:
        proposal = replace(comparison.proposal, fates=said.fates, fillings=said.fillings)
        comparison = cut_for(replace(comparison, proposal=proposal), PUBLIC)
        said = comparison.proposal
    recorded = {key: "; ".join(map(_way, each)) for key, each in by_post(said.fillings).items()}
    return _as_drawn(comparison) | recorded


def _as_drawn(comparison):
    return {key: post.filled_by for key, post in comparison.after.posts.items() if post.filled_by}


def _way(filling):
    return ": ".join(filter(None, (filling.way, filling.ring_fence)))
