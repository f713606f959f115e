"""C13: whether a unit that is largely made up from another has not more from a third.

Its one rule: where not everything is listed, what is listed proves nothing, and is information.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from posts.snapshot import COUNCIL, MOSTLY, Unit
from reports.checks.checked import Checked
from reports.checks.finding import INFO, LOOK, SERVICES, UNIT, Finding, Mend, Place
from reports.drafts.draft import named


@dataclass(frozen=True, slots=True)
class _Claim:
    """A proposed unit, what it is largely made up from, and how many parts come from where."""

    unit: Unit
    mostly: str
    parts: Counter[str]

    @property
    def more(self) -> str | None:
        """The existing unit that gives more, if one does."""
        best = max(self.parts, key=lambda key: self.parts[key], default=None)
        return best if best and self.parts[best] > self.parts[self.mostly] else None


def check(checked: Checked) -> Iterator[Finding]:
    """Claims of a main source that what is listed does not bear out."""
    if not checked.is_sound:
        return
    wrong = [claim for claim in _claims(checked) if claim.more]
    for severity, says in ((LOOK, ""), (INFO, ", by what is listed")):
        found = [claim for claim in wrong if _severity(checked) == severity]
        if found:
            yield _finding(checked, found, severity, says)


def _severity(checked: Checked) -> str:
    return LOOK if checked.before.is_whole or checked.comparison.is_drawn else INFO


def _claims(checked: Checked) -> Iterator[_Claim]:
    for origin in checked.after.origins:
        unit = checked.after.units.get(origin.key)
        if origin.share == MOSTLY and unit is not None and origin.came_from in checked.before.units:
            parts = Counter(_sources(checked, unit.key, origin.came_from))
            yield _Claim(unit, origin.came_from, parts)


def _sources(checked: Checked, unit: str, mostly: str) -> Iterator[str]:
    """For each unit right below a proposed one, the existing unit that gives it."""
    depth = _depth(checked, mostly)
    for below in checked.after.units_under.get(unit, ()):
        was = checked.draft.matching.was.get(below.key)
        if below.is_function or was not in checked.before.units:
            continue
        chain = [was, *(each.key for each in checked.before.above(was))]
        if len(chain) > depth and checked.before.place_of(was) == COUNCIL:
            yield chain[len(chain) - 1 - depth]


def _depth(checked: Checked, key: str) -> int:
    return len(list(checked.before.above(key)))


def _finding(checked: Checked, claims: list[_Claim], severity: str, says: str) -> Finding:
    return Finding(
        severity=severity,
        heading=f"More comes from elsewhere than from the main source{says}",
        text=f"{named(_say(checked, claim) for claim in claims)}.",
        places=tuple(
            Place(kind=UNIT, words=each.unit.name, key=each.unit.key, sources=each.unit.sources)
            for each in claims
        ),
        mends=(Mend(words="See where each service goes", kind=SERVICES),),
    )


def _say(checked: Checked, claim: _Claim) -> str:
    mostly, more = checked.before.units[claim.mostly].name, claim.more or ""
    return (
        f"{claim.unit.name} is largely made up from {mostly}, which gives "
        f"{claim.parts[claim.mostly]} of its units; {checked.before.units[more].name} gives "
        f"{claim.parts[more]}"
    )
