"""The checks of a draft, one small function each: a Draft in, what fails out.

A new check is a function here or in a module beside, and a line in one of the two lists.
"""

from collections.abc import Callable, Iterator

from reports.drafts.draft import LOOK, MUST, SEVERITIES, Draft, Failing, Mend
from reports.drafts.heads import headless, two_heads
from reports.drafts.posts import lines_lost, ungraded, unmatched
from reports.drafts.services import fates, nowhere
from reports.drafts.sound import loops, unsound
from reports.drafts.spans import spans
from reports.drafts.statutory import statutory_gone, statutory_twice

__all__ = ["CHECKS", "Draft", "Failing", "Mend", "asked", "failing", "fails"]

Check = Callable[[Draft], Iterator[Failing]]

SOUND: tuple[Check, ...] = (loops, unsound)
"""What has to hold before anything else can be asked."""

CHECKS: tuple[Check, ...] = (
    *SOUND,
    headless,
    two_heads,
    statutory_gone,
    statutory_twice,
    nowhere,
    fates,
    unmatched,
    spans,
    ungraded,
    lines_lost,
)


def failing(draft: Draft) -> list[Failing]:
    """What fails in a draft, gravest first; only what makes it unsound, as long as it is."""
    found = _found(draft, SOUND) or _found(draft, CHECKS[len(SOUND) :])
    order = list(SEVERITIES)
    return sorted(found, key=lambda each: order.index(each.severity))


def _found(draft: Draft, checks: tuple[Check, ...]) -> list[Failing]:
    return [each for check in checks for each in check(draft)]


def fails(found: list[Failing]) -> int:
    """How many of the findings are more than information."""
    return sum(each.severity in (MUST, LOOK) for each in found)


def asked(draft: Draft) -> int:
    """How many checks are made: without a limit, none of the span of control."""
    return len(CHECKS) - (draft.span_limit is None)
