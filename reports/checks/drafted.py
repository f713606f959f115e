"""The checks of a draft, told as findings of a report.

Its one rule: what is asked of a draft as it is drawn and of its report is asked in one place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reports.checks.checked import Checked
from reports.checks.finding import MUST, POST, UNIT, Finding, Mend, Place
from reports.drafts import Failing
from reports.editions import EDITIONS


def findings(
    checked: Checked,
    failing: Iterable[Failing],
    *,
    mends: tuple[Mend, ...] = (),
    severity: str | None = None,
) -> Iterator[Finding]:
    """What fails in a draft; `severity` is one to give it, `mends` what puts it right."""
    for each in failing:
        found = Finding(
            severity=severity or each.severity,
            heading=each.heading,
            text=each.text,
            places=tuple(place(checked, key) for key in each.keys),
            mends=mends or tuple(_mend(checked, key) for key in each.keys[:1]),
        )
        is_grave = found.severity == MUST
        yield replace(found, holds_back=tuple(EDITIONS)) if is_grave else found


def place(checked: Checked, key: str) -> Place:
    """Where a unit or post stands, by its key, in whichever structure has it."""
    side = next(
        (s for s in (checked.after, checked.before) if key in s.units or key in s.posts), None
    )
    if side is None:
        return Place(kind=UNIT, words=key, key=key)
    part = side.units.get(key) or side.posts[key]
    kind = UNIT if key in side.units else POST
    name = side.called(key) or "title not stated"
    return Place(kind=kind, words=name, key=key, sources=part.sources)


def _mend(checked: Checked, key: str) -> Mend:
    at = place(checked, key)
    return Mend(words=f"Open the {at.kind}", kind=at.kind, key=key)
