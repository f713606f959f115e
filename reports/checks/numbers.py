"""C1: whether the numbers that are typed or stated agree with the two structures.

A number before a council's own word (`nouns`) is `counted`: “five Assistant Directors”. More than
there are (`sizes`) cannot be part of them; fewer can, so fewer is told only where all are meant.
Numbers of the whole are `claims`: what is said to change (`falls`), what is done to so many
(`deeds`), and what stands in a table (`tabled`). What is on record as one fact, the day on which it
takes effect or what is spent once, is held against that (`recorded`).
Its one rule: where a reader could take the sentence to be right, nothing is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.checks.checked import Checked
from reports.checks.claims import Claim
from reports.checks.counted import Counted, counted
from reports.checks.deeds import deeds
from reports.checks.elsewhere import is_elsewhere, is_past
from reports.checks.falls import falls
from reports.checks.finding import LOOK, MUST, RECOMMENDATIONS, SECTION, Finding, Mend
from reports.checks.nouns import ANY_POSTS, Noun, Nouns, labels, nouns
from reports.checks.recorded import Told, told_otherwise
from reports.checks.restated import contradicted
from reports.checks.said import Said
from reports.checks.sizes import Sizes
from reports.checks.stated import NUMBERS, contradictions, disagreements, place
from reports.checks.tabled import rows_of_posts, tabled
from reports.checks.words import Firsts, Phrase, by_first_word, phrase, runs_of
from reports.counts import Count
from reports.editions import EDITIONS
from reports.figures.figure import key_of
from reports.parts import PARTS
from reports.proposal import AFTER, BEFORE, CONTRACTS, DIFFERENCE, PEOPLE, UNITS, Statement

Typed = Counted | Claim
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
    yield from _on_record(checked)
    if checked.is_sound:
        yield from _typed(checked)


def _unknown(checked: Checked) -> Iterator[Finding]:
    """Names in square brackets that are neither a figure nor a part."""
    for reading in checked.readings:
        for fault in reading.faults:
            if fault.says.startswith("A heading"):
                continue
            said = next(
                (each for each in reading.said if f"[{fault.text}]" in each.text),
                Said(text=fault.text, heading=reading.written.heading, section=reading.written),
            )
            mend = Mend(words="Put the right name", kind=SECTION, key=fault.section)
            editions = checked.editions_of.get(fault.section, ())
            yield _misnamed(said, fault.text, mend, editions, checked.known.nearest(fault.text))
    for said in checked.said:
        for name in said.unknown:
            mend = Mend(words="Correct the recommendations", kind=RECOMMENDATIONS)
            yield _misnamed(said, name, mend, tuple(EDITIONS), checked.figures.nearest(name))


def _misnamed(
    said: Said, name: str, mend: Mend, holds_back: tuple[str, ...], nearest: str | None
) -> Finding:
    """A name that nothing has; or that of a part, which has no place within a sentence."""
    is_part = key_of(name) in PARTS
    where = "alone on a line" if said.section else "in a section of the report"
    heading = f"“{name}” is a part: it stands {where}"
    meant = f"The nearest is “{nearest}”. " if nearest and not is_part else ""
    return Finding(
        severity=MUST,
        heading=heading if is_part else f"There is no figure or part called “{name}”",
        text=f"{meant}The report prints it as it was typed.",
        places=(said.place(f"[{name}]"),),
        mends=(replace(mend, words="Move it to a line of its own") if is_part else mend,),
        holds_back=holds_back,
    )


def _on_record(checked: Checked) -> Iterator[Finding]:
    """Amounts and days that are typed, and that are on record otherwise."""
    for said in checked.said:
        for one in told_otherwise(checked, said):
            if not is_elsewhere(said.sentence(one.start), said.heading):
                yield _contradicted(one, one.by)


def _typed(checked: Checked) -> Iterator[Finding]:
    """Numbers of things that are typed, and that the structures do not bear out."""
    known, sizes = nouns(checked.comparison), Sizes(checked.comparison)
    named, meeting = labels(known), checked.comparison.proposal.meeting
    if ANY_POSTS in named.values():
        named = dict(rows_of_posts(checked)) | named
    parts = _names_of_parts(checked)
    for said in checked.said:
        is_of_part = any(runs_of(f"{said.heading}. {said.text}", parts))
        told = list[Typed]()
        for one in _numbers(said, known, named, is_of_part=is_of_part):
            if not _is_of_another(one, meeting) and not any(_overlap(one, each) for each in told):
                found = list(_found(checked, sizes, one))
                told += [one] * bool(found)
                yield from found


def _names_of_parts(checked: Checked) -> Firsts:
    """The names of units below the topmost: a text that has one may speak of that one only."""
    below = (unit for unit in checked.units if unit.parent is not None)
    return by_first_word(phrase(unit.name) for unit in below)


def _overlap(one: Typed, other: Typed) -> bool:
    return one.start < other.end and other.start < one.end


def _numbers(
    said: Said, known: Nouns, named: dict[Phrase, Noun], *, is_of_part: bool
) -> Iterator[Typed]:
    """The numbers of things in a text, or the one in a cell of a table; claims before the rest."""
    if said.column is not None and (cell := tabled(said, named)):
        yield cell
        return
    found = counted(said, known)
    for claim in (*deeds(said, found, is_of_part=is_of_part), *falls(said, known)):
        is_of_some = is_of_part and claim.noun.counts != UNITS
        if not (is_of_some and DIFFERENCE in claim.says):
            yield replace(claim, is_part=claim.is_part or is_of_some)
    yield from (one for one in found if not (is_of_part and _is_change_in_posts(one)))


def _is_change_in_posts(one: Counted) -> bool:
    return one.change is not None and one.noun.counts != UNITS


def _is_of_another(one: Typed, meeting: str | None) -> bool:
    """Whether a number is of another council, time or option than the two structures.

    It is of no other time where one of them is named with it.
    """
    sentence = one.said.sentence(one.start)
    is_named = bool(one.row) if isinstance(one, Claim) else one.side is not None
    is_then = not is_named and is_past(sentence, meeting)
    return is_then or is_elsewhere(sentence, one.said.heading)


def _found(checked: Checked, sizes: Sizes, one: Typed) -> Iterator[Finding]:
    """A number that is wrong."""
    if one.noun.recorded:
        wrong = {} if _is_stated(checked, one) else _misrecorded(sizes, one)
    elif isinstance(one, Claim):
        wrong = one.contradicted(sizes)
    elif not (wrong := _wrong(sizes, one)) and not _is_borne_out(sizes, one):
        yield from _restated(one, contradicted(one, checked.comparison.proposal.statements))
    if wrong:
        yield _finding(one, wrong)


def _wrong(sizes: Sizes, one: Counted) -> dict[str, Count]:
    """What the structures give where they do not bear a number out; else nothing."""
    if one.change is not None and not one.is_narrowed:
        change = sizes.of(one.noun, DIFFERENCE)
        is_right = not change.is_known or one.change in change or _is_gross(sizes, one)
        return {} if is_right else {DIFFERENCE: change}
    given = {side: sizes.of(one.noun, side, one.state) for side in (BEFORE, AFTER)}
    if one.within and (within := _within_all(sizes, one, one.within)):
        one, given = one.in_all_of_them(), within
    if one.is_part:
        return {}
    asked = {side: number for side, number in given.items() if one.side in (None, side)}
    return asked if all(_is_wrong(one, number) for number in asked.values()) else {}


def _is_gross(sizes: Sizes, one: Counted) -> bool:
    """Whether it is the number of those deleted or created that a change is given of."""
    deed = "deleted" if (one.change or 0) < 0 else "created"
    return one.value == sizes.of(one.noun, deed).exact


def _within_all(sizes: Sizes, one: Counted, units: Counted) -> dict[str, Count] | None:
    """What there is on the sides on which the units that it is said to be in are all there are."""
    asked = [side for side in (BEFORE, AFTER) if one.side in (None, side)]
    sides = [side for side in asked if sizes.of(units.noun, side).exact == units.value]
    return {side: sizes.within(one.noun, units.noun, side) for side in sides} or None


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


def _contradicted(one: Typed | Told, by: str) -> Finding:
    section, row = one.said.section, one.row if isinstance(one, Claim) else None
    return Finding(
        severity=LOOK,
        heading=f"“{one.words}”: {by}",
        text="" if row else one.said.sentence(one.start),
        places=(one.said.place(row or one.words),),
        mends=(
            Mend(words="Put a figure in its place", kind=SECTION, key=section.key)
            if section
            else Mend(words="Correct the recommendations", kind=RECOMMENDATIONS),
        ),
    )


def _gives(side: str, count: Count) -> str:
    if side not in _GIVEN_BY:
        return f"the two structures give {count.signed if side == DIFFERENCE else count}"
    return f"{count} {_GIVEN_BY[side]}"
