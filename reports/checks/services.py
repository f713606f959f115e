"""C3: whether each service stands in exactly one proposed unit, or is marked out or undecided.

Its one rule: what a paper leaves open is information; what a draft leaves open is to be settled.
"""

from collections.abc import Iterator

from posts.snapshot import COUNCIL, UNPLACED, Unit
from posts.spelling import fold
from reports.checks.checked import Checked
from reports.checks.drafted import findings
from reports.checks.finding import INFO, LOOK, SERVICES, UNIT, Finding, Mend, Place
from reports.drafts.draft import called_all, how_many, one_or
from reports.drafts.services import fates, nowhere

_MEND = Mend(words="See where each service goes", kind=SERVICES)


def check(checked: Checked) -> Iterator[Finding]:
    """Services that go nowhere, or of which it is open where they go; those in two units."""
    if not checked.is_sound:
        return
    open_severity = LOOK if checked.comparison.is_drawn else INFO
    for asked in (nowhere, fates):
        yield from findings(checked, asked(checked.draft), mends=(_MEND,), severity=open_severity)
    if undecided := _undecided(checked):
        yield _finding(
            checked, undecided, INFO,
            f"Where {how_many(undecided)} {one_or(undecided, 'stands', 'stand')} in the proposed "
            "structure is not stated",
        )  # fmt: skip
    if twice := _twice(checked):
        yield _finding(checked, twice, LOOK, f"{how_many(twice)} have one name in two units")


def _finding(checked: Checked, units: list[Unit], severity: str, heading: str) -> Finding:
    return Finding(
        severity=severity,
        heading=heading,
        text=f"{called_all(units)}.",
        places=tuple(
            Place(kind=UNIT, words=unit.name, key=unit.key, sources=unit.sources) for unit in units
        ),
        mends=(_MEND,),
    )


def _undecided(checked: Checked) -> list[Unit]:
    """What stood in the council, and of which neither a place is stated nor that it is open."""
    marked = {each.key for each in checked.comparison.proposal.scope if each.scope != "in"}
    return [
        unit
        for unit in checked.after.tops(UNPLACED)
        if unit.key in checked.before.units
        and checked.before.place_of(unit.key) == COUNCIL
        and unit.key not in marked
    ]


def _twice(checked: Checked) -> list[Unit]:
    """Services of one name in two proposed units, where the existing structure had one."""
    before, after = _by_name(checked.before.units), _by_name(checked.after.units)
    return [
        unit
        for name, units in after.items()
        if len(units) > 1 and len(before.get(name, ())) == 1
        for unit in units
    ]


def _by_name(units: dict[str, Unit]) -> dict[tuple[str, str | None], list[Unit]]:
    """Services by their name and kind; a piece of work may well be done in two units."""
    found = dict[tuple[str, str | None], list[Unit]]()
    for unit in units.values():
        if not unit.is_function:
            found.setdefault((fold(unit.name), unit.kind), []).append(unit)
    return found
