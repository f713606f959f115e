"""C11: whether new posts have grades, regradings are listed, and the paper is sure of its grades.

Its one rule: a grade that no paper gives is not missed.
"""

from collections.abc import Iterator

from reports.change import POST, REGRADED
from reports.checks.checked import Checked
from reports.checks.drafted import findings, place
from reports.checks.finding import LOOK, SECTIONS, Finding, Mend
from reports.checks.stated import GRADES, contradictions
from reports.drafts.posts import ungraded

_LISTS = ("schedule of posts", "posts by grade", "what changes")


def check(checked: Checked) -> Iterator[Finding]:
    """Grades of which the paper says two things, new posts without, and regradings not told."""
    yield from contradictions(checked, GRADES)
    if not checked.is_sound:
        return
    yield from findings(checked, ungraded(checked.draft))
    regraded = checked.draft.changes(POST, REGRADED)
    if regraded and not checked.has_part(*_LISTS):
        number = len(regraded)
        yield Finding(
            severity=LOOK,
            heading=f"{number} {'post is' if number == 1 else 'posts are'} regraded, and the "
            "report does not list that",
            text="A part such as [schedule of posts] lists each post with its grade.",
            places=tuple(place(checked, change.key) for change in regraded),
            mends=(Mend(words="Open the sections", kind=SECTIONS),),
        )
