"""C8: whether each statutory role is held once in the proposed structure.

Its one rule: a role that neither structure names is none of this report's, and one that the paper
itself brings to an end is not missed.
"""

from collections.abc import Iterator

from posts.spelling import fold
from reports.calling import called
from reports.checks.checked import Checked
from reports.checks.drafted import findings
from reports.checks.finding import LOOK, POST, Finding, Mend, Place
from reports.drafts.statutory import statutory_gone, statutory_twice

_MONITORING = "monitoring officer"
_FINANCE = ("section 151", "s.151", "s151", "chief finance officer")


def check(checked: Checked) -> Iterator[Finding]:
    """Statutory roles that nobody holds any more, that several hold, or that may not be joined."""
    if checked.is_sound:
        yield from findings(checked, statutory_gone(checked.draft))
        yield from findings(checked, statutory_twice(checked.draft))
    for post in checked.after.posts.values():
        held = fold(post.statutory or "")
        if _MONITORING in held and any(word in held for word in _FINANCE):
            yield Finding(
                severity=LOOK,
                heading="Monitoring officer and chief finance officer are one post",
                text=f"{called(post)}. The Local Government and Housing Act 1989, section 5, does "
                "not allow it.",
                places=(Place(kind=POST, words=called(post), key=post.key, sources=post.sources),),
                mends=(Mend(words="Open the post", kind=POST, key=post.key),),
            )
