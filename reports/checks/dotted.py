"""C6: whether a dotted line is not also a line of management, and the paper speaks of one of them.

Its one rule: two lines to two posts are no fault.
"""

from collections.abc import Iterator

from posts.snapshot import DOTTED, Post, ReportingLine, Snapshot
from posts.spelling import fold
from reports.calling import called
from reports.checks.checked import Checked
from reports.checks.finding import LOOK, POST, Finding, Mend, Place
from reports.checks.stated import LINES, contradictions


def check(checked: Checked) -> Iterator[Finding]:
    """Lines of which the paper says two things, and those that are dotted and solid at once."""
    yield from contradictions(checked, LINES)
    for line in checked.after.lines:
        post = checked.after.posts.get(line.post)
        if post is not None and line.kind == DOTTED and _is_solid(post, line):
            yield _finding(checked.after, post, line)


def _is_solid(post: Post, line: ReportingLine) -> bool:
    if line.to is not None:
        return line.to == post.reports_to
    return bool(line.to_other) and fold(line.to_other or "") == fold(post.reports_to_other or "")


def _finding(snapshot: Snapshot, post: Post, line: ReportingLine) -> Finding:
    to = snapshot.called(line.to) if line.to else line.to_other
    return Finding(
        severity=LOOK,
        heading=f"Dotted line, or direct? {called(post)}",
        text=f"It reports to {to}, and has a dotted line there as well.",
        places=(Place(kind=POST, words=called(post), key=post.key, sources=line.sources),),
        mends=(Mend(words="Open the post", kind=POST, key=post.key),),
    )
