"""The posts of which the report is to say what becomes of them, and nothing is recorded.

Its one rule: of a post that the comparison leaves as it is nothing need be recorded.
"""

from collections.abc import Collection, Mapping

from posts.snapshot import Post
from reports.comparison import Comparison
from reports.people.suggesting import Suggesting
from reports.proposal import NOBODY_AT_RISK


def without_fate(comparison: Comparison) -> list[Post]:
    """The existing posts that change, and of which no fate is recorded."""
    known = {fate.key for fate in comparison.proposal.fates}
    return _changing(comparison.before.posts, comparison.marks_before, known)


def without_way(comparison: Comparison) -> list[Post]:
    """The proposed posts for which somebody has to be found, and nothing says how."""
    known, suggesting = {each.key for each in comparison.proposal.fillings}, Suggesting(comparison)
    found = _changing(comparison.after.posts, comparison.marks_after, known)
    return [each for each in found if not each.filled_by and suggesting.is_to_be_filled(each.key)]


def may_be_at_risk(comparison: Comparison) -> bool:
    """Whether somebody may be at risk of whom nothing is recorded: not all that is so is safe."""
    suggesting = Suggesting(comparison)
    suggested = (suggesting.fate(post.key) for post in without_fate(comparison))
    return any(each is None or each.word not in NOBODY_AT_RISK for each in suggested)


def _changing(
    posts: Mapping[str, Post], marks: Collection[str], known: Collection[str]
) -> list[Post]:
    return [post for key, post in posts.items() if key in marks and key not in known]
