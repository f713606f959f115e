"""C1: whether the numbers that are typed or stated agree with the two structures.

A number before a council's own word is held against the structures: “five Assistant Directors”;
so is one that is said to change, “from five to four”, and one in a table that a clerk has typed.
More than there are cannot be part of them; fewer can, so fewer is told only where all are meant.
Its one rule: where a reader could take the sentence to be right, nothing is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.checks.checked import Checked
from reports.checks.counted import Counted, counted
from reports.checks.elsewhere import is_elsewhere, is_past
from reports.checks.falls import Fall, falls
from reports.checks.finding import LOOK, MUST, RECOMMENDATIONS, SECTION, Finding, Mend
from reports.checks.nouns import Noun, Nouns, Sizes, labels, nouns
from reports.checks.restated import contradicted
from reports.checks.said import Said
from reports.checks.stated import NUMBERS, contradictions, disagreements, place
from reports.checks.tabled import Tabled, tabled
from reports.checks.words import Phrase
from reports.counts import Count
from reports.editions import EDITIONS
from reports.proposal import AFTER, BEFORE, CONTRACTS, DIFFERENCE, PEOPLE, Statement

Typed = Counted | Fall | Tabled
"""A number of things, as an author typed it."""

RECORDED = "recorded"
_GIVEN_BY = {
    BEFORE: "in the existing structure",
    AFTER: "in the proposed structure",
    RECORDED: "recorded with what becomes of staff",
}


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
    named, meeting = labels(known), checked.comparison.proposal.meeting
    for said in checked.said:
        for one in _numbers(said, known, named):
            if not _is_of_another(one, meeting):
                yield from _found(checked, sizes, one)


def _numbers(said: Said, known: Nouns, named: dict[Phrase, Noun]) -> Iterator[Typed]:
    """The numbers of things in a text, or the one in a cell of a table."""
    if said.column is not None and (cell := tabled(said, named)):
        yield cell
    else:
        yield from counted(said, known)
        yield from falls(said, known)


def _is_of_another(one: Typed, meeting: str | None) -> bool:
    """Whether a number is of another council, time or option than the two structures.

    It is of no other time where one of them is named with it.
    """
    sentence = one.said.sentence(one.start)
    is_named = not isinstance(one, Fall) and one.side is not None
    is_then = not is_named and is_past(sentence, meeting)
    return is_then or is_elsewhere(sentence, one.said.heading)


def _found(checked: Checked, sizes: Sizes, one: Typed) -> Iterator[Finding]:
    """A number that is wrong."""
    if one.noun.recorded:
        wrong = {} if _is_stated(checked, one) else _misrecorded(sizes, one)
    elif isinstance(one, Fall):
        wrong = _changed(sizes, one)
    elif isinstance(one, Tabled):
        wrong = _wrong_in_table(sizes, one)
    elif not (wrong := _wrong(sizes, one)) and not _is_borne_out(sizes, one):
        yield from _restated(one, contradicted(one, checked.comparison.proposal.statements))
    if wrong:
        yield _finding(one, wrong)


def _wrong(sizes: Sizes, one: Counted) -> dict[str, Count]:
    """What the structures give where they do not bear a number out; else nothing."""
    given = {side: sizes.of(one.noun, side, one.state) for side in (BEFORE, AFTER)}
    if one.change is not None and not one.is_narrowed:
        change = given[AFTER] - given[BEFORE]
        return {DIFFERENCE: change} if change.is_known and one.change not in change else {}
    if one.is_part:
        return {}
    asked = {side: number for side, number in given.items() if one.side in (None, side)}
    return asked if all(_is_wrong(one, number) for number in asked.values()) else {}


def _is_stated(checked: Checked, one: Typed) -> bool:
    """Whether the paper states as many people or contracts: then the text only repeats it."""
    stated = checked.comparison.proposal.statements
    return isinstance(one, Counted) and any(
        each.value == one.value and each.counts in (PEOPLE, CONTRACTS) for each in stated
    )


def _misrecorded(sizes: Sizes, one: Typed) -> dict[str, Count]:
    """What is recorded of whom the restructure affects, where another number is typed."""
    if not isinstance(one, Counted) or one.is_part:
        return {}
    given = sizes.of(one.noun, AFTER)
    return {RECORDED: given} if _is_wrong(one, given) else {}


def _changed(sizes: Sizes, fall: Fall) -> dict[str, Count]:
    """The same of “from six to four”: of the side or sides that are wrong."""
    stated = {BEFORE: fall.was, AFTER: fall.becomes}
    given = {side: sizes.of(fall.noun, side) for side in stated}
    return {side: given[side] for side in stated if stated[side] not in given[side]}


def _wrong_in_table(sizes: Sizes, cell: Tabled) -> dict[str, Count]:
    given = sizes.of(cell.noun, cell.side)
    return {} if cell.value in given else {cell.side: given}


def _is_borne_out(sizes: Sizes, one: Counted) -> bool:
    """Whether the structures give just the number that is typed."""
    return any(sizes.of(one.noun, side, one.state).exact == one.value for side in (BEFORE, AFTER))


def _is_wrong(one: Counted, number: Count) -> bool:
    return number.is_under(one.value) or (number.is_over(one.value) and one.means_all)


def _finding(one: Typed, wrong: dict[str, Count]) -> Finding:
    return _contradicted(one, " and ".join(_gives(*each) for each in wrong.items()))


def _restated(one: Counted, stated: Sequence[Statement]) -> Iterator[Finding]:
    """A typed number that is not the one on record as the paper's own."""
    if stated:
        found = _contradicted(one, f"on record is: {stated[0].says}")
        yield replace(found, places=(*found.places, *map(place, stated)))


def _contradicted(one: Typed, by: str) -> Finding:
    section = one.said.section
    return Finding(
        severity=LOOK,
        heading=f"“{one.words}”: {by}",
        text=one.said.sentence(one.start),
        places=(one.said.place(one.row if isinstance(one, Tabled) else one.words),),
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
