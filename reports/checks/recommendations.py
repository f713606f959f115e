"""C16: whether the meeting is asked for something, and the report prints what.

Its one rule: a report that is for information asks for nothing, and says so.
"""

import re
from collections.abc import Iterator

from reports.checks.checked import Checked
from reports.checks.finding import (
    INFO,
    LOOK,
    RECOMMENDATIONS,
    SECTION,
    SECTIONS,
    Finding,
    Mend,
    Place,
)

_INFORMS = re.compile(r"\binformation\b|\bupdate\b|^none\b", re.IGNORECASE)


def check(checked: Checked) -> Iterator[Finding]:
    """A report without recommendations, or one that does not print them."""
    proposal = checked.comparison.proposal
    if not proposal.recommendations:
        informs = bool(_INFORMS.search(proposal.decision or ""))
        yield Finding(
            severity=INFO if informs else LOOK,
            heading="The report makes no recommendation",
            text=f"Decision: {proposal.decision or 'not stated'}.",
            places=tuple(_where(checked)),
            mends=(Mend(words="Write recommendations", kind=RECOMMENDATIONS),),
        )
    elif not checked.has_part("recommendations"):
        yield Finding(
            severity=LOOK,
            heading="No section prints the recommendations",
            text="[recommendations], alone on a line, prints them.",
            mends=(Mend(words="Open the sections", kind=SECTIONS),),
        )


def _where(checked: Checked) -> Iterator[Place]:
    """The section that would print them."""
    if asking := checked.asking:
        yield Place(kind=SECTION, words=asking.heading, key=asking.key)
