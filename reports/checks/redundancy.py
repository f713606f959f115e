"""C10: what the rule on consulting before redundancies comes to.

Its one rule: it is information, and holds nothing back.
"""

from collections.abc import Iterator

from reports.checks.checked import Checked
from reports.checks.finding import INFO, PEOPLE, Finding, Mend
from reports.checks.stated import place
from reports.redundancy import consulting_on


def check(checked: Checked) -> Iterator[Finding]:
    """What follows from how many dismissals are proposed, or how many are at risk."""
    found = consulting_on(checked.comparison)
    if found is not None:
        yield Finding(
            severity=INFO,
            heading=found.heading,
            text=" ".join(found.sentences),
            places=(place(found.statement),) if found.statement else (),
            mends=(Mend(words="See who is affected", kind=PEOPLE),),
        )
