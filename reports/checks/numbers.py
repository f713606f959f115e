"""C1: whether the numbers that are typed or stated agree with the two structures.

A number before a council's own word is held against the structures: “five Assistant Directors”.
More than there are cannot be part of them; fewer can, so fewer is told only where all are meant.
Its one rule: where a reader could take the sentence to be right, nothing is said.
"""

from collections.abc import Iterator

from reports.checks.checked import Checked
from reports.checks.counted import Counted, counted
from reports.checks.finding import LOOK, MUST, RECOMMENDATIONS, SECTION, Finding, Mend
from reports.checks.nouns import Sizes, nouns
from reports.checks.said import Said
from reports.checks.stated import NUMBERS, contradictions, disagreements
from reports.counts import Count
from reports.editions import EDITIONS
from reports.proposal import AFTER, BEFORE, DIFFERENCE

_GIVEN_BY = {BEFORE: "in the existing structure", AFTER: "in the proposed structure"}


def check(checked: Checked) -> Iterator[Finding]:
    """Figures that are stated, typed or asked for by a name, and do not agree."""
    yield from disagreements(checked)
    yield from contradictions(checked, NUMBERS)
    yield from _unknown(checked)
    if checked.is_sound:
        yield from _typed(checked)


def _unknown(checked: Checked) -> Iterator[Finding]:
    """Names in square brackets that are neither a figure nor a part."""
    for reading in checked.readings:
        for fault in reading.faults:
            if fault.says.startswith("A heading"):
                continue
            said = Said(text=fault.text, heading=reading.written.heading, section=reading.written)
            mend = Mend(words="Put the right name", kind=SECTION, key=fault.section)
            yield _misnamed(said, fault.text, mend, checked.editions_of.get(fault.section, ()))
    for said in checked.said:
        for name in said.unknown:
            mend = Mend(words="Correct the recommendations", kind=RECOMMENDATIONS)
            yield _misnamed(said, name, mend, tuple(EDITIONS))


def _misnamed(said: Said, name: str, mend: Mend, holds_back: tuple[str, ...]) -> Finding:
    return Finding(
        severity=MUST,
        heading=f"There is no figure or part called “{name}”",
        text="The report prints it as it was typed.",
        places=(said.place(f"[{name}]"),),
        mends=(mend,),
        holds_back=holds_back,
    )


def _typed(checked: Checked) -> Iterator[Finding]:
    """Numbers of things that are typed, and that the structures do not bear out."""
    known, sizes = nouns(checked.comparison), Sizes(checked.comparison)
    for said in checked.said:
        for one in counted(said, known):
            if wrong := _wrong(sizes, one):
                yield _finding(one, wrong)


def _wrong(sizes: Sizes, one: Counted) -> dict[str, Count]:
    """What the structures give where they do not bear a number out; else nothing."""
    given = {side: sizes.of(one.noun, side, one.state) for side in (BEFORE, AFTER)}
    if one.change is not None:
        change = given[AFTER] - given[BEFORE]
        return {DIFFERENCE: change} if change.is_known and one.change not in change else {}
    if one.is_part:
        return {}
    asked = {side: number for side, number in given.items() if one.side in (None, side)}
    return asked if all(_is_wrong(one, number) for number in asked.values()) else {}


def _is_wrong(one: Counted, number: Count) -> bool:
    return number.is_under(one.value) or (number.is_over(one.value) and one.means_all)


def _finding(one: Counted, wrong: dict[str, Count]) -> Finding:
    section = one.said.section
    return Finding(
        severity=LOOK,
        heading=f"“{one.words}”: {' and '.join(_gives(*each) for each in wrong.items())}",
        text=one.said.sentence(one.start),
        places=(one.said.place(one.words),),
        mends=(
            Mend(words="Put a figure in its place", kind=SECTION, key=section.key)
            if section
            else Mend(words="Correct the recommendations", kind=RECOMMENDATIONS),
        ),
    )


def _gives(side: str, count: Count) -> str:
    if side == DIFFERENCE:
        return f"the two structures give {count.signed}"
    return f"{count} {_GIVEN_BY[side]}"
