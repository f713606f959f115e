"""C19: whether paragraphs are numbered without a gap, and no heading stands over nothing.

Its one rule: a number that an author types is only wrong beside those that the paper gives.
"""

import re
from collections.abc import Iterator

from reports.checks.checked import Checked
from reports.checks.finding import (
    LOOK,
    RECOMMENDATION,
    RECOMMENDATIONS,
    SECTION,
    Finding,
    Mend,
    Place,
)
from reports.checks.said import Said
from reports.checks.stated import PARAGRAPHS, contradictions

_NUMBERED = re.compile(
    r"\(?(\d{1,3}(?:\.\d{1,3}){0,3})[.)]\s+|(\d{1,3}(?:\.\d{1,3}){1,3})\s+(?=[A-Z])"
    r"|(\d{1,3})\s+(?=(?:The|This|These|An?|In|It|There|We|Our|Each|All|At|As|On|For|If|To)\b)"
)
"""“24 Group Managers” has no number before it; “24 The structure” has."""

_REFERS = re.compile(
    r"\bparagraphs? (\d{1,3}(?:\.\d{1,3}){0,3})\b(?!\.?\d|\s*(?:\(|of|in|to|and|,|–|-))",
    re.IGNORECASE,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Headings over nothing, numbers typed or gone wrong, paragraphs that are not there."""
    yield from _empty(checked)
    for said in checked.said:
        if typed := _typed(checked, said):
            yield typed
    yield from _recommended(checked)
    yield from _referred(checked)
    yield from contradictions(checked, PARAGRAPHS)


def _empty(checked: Checked) -> Iterator[Finding]:
    """Sections in which nobody has written anything, and that stand above none."""
    following = [*checked.sections[1:], None]
    bare = [
        each
        for each, after in zip(checked.sections, following, strict=False)
        if not each.text.strip() and not (each.level == 1 and after and after.level > 1)
    ]
    if bare:
        number = len(bare)
        yield Finding(
            severity=LOOK,
            heading=f"Nothing is written under {number} heading{'s' * (number > 1)}",
            text="Write it, hide it, or say that there is nothing.",
            places=tuple(Place(kind=SECTION, words=each.heading, key=each.key) for each in bare),
            mends=(Mend(words="Write it", kind=SECTION, key=bare[0].key),),
        )


def _typed(checked: Checked, said: Said) -> Finding | None:
    """A number typed before a paragraph that is numbered by itself."""
    section = said.section
    if section is None or said.is_heading or checked.report.numbering == "none":
        return None
    found = _NUMBERED.match(said.text)
    typed = found and (found[1] or found[2] or found[3])
    if not typed or not section.is_numbered or section.is_appendix:
        return None
    return Finding(
        severity=LOOK,
        heading=f"“{typed}” is typed before a paragraph that has its own number",
        text=said.sentence(0),
        places=(said.place(typed),),
        mends=(Mend(words="Take the number out", kind=SECTION, key=section.key),),
    )


def _recommended(checked: Checked) -> Iterator[Finding]:
    """Recommendations whose numbers do not run on."""
    numbers = [each.number for each in checked.comparison.proposal.recommendations]
    counted = [int(each) for each in numbers if each and each.isdecimal() and each.isascii()]
    if len(counted) == len(numbers) > 1 and counted != _run_from(counted[0], len(counted)):
        yield Finding(
            severity=LOOK,
            heading="The numbers of the recommendations do not run on",
            text=f"{', '.join(map(str, counted))}.",
            places=(Place(kind=RECOMMENDATION, words="Recommendations"),),
            mends=(Mend(words="Correct the recommendations", kind=RECOMMENDATIONS),),
        )


def _run_from(first: int, number: int) -> list[int]:
    return list(range(first, first + number))


def _referred(checked: Checked) -> Iterator[Finding]:
    """Paragraphs of this report that a text refers to and that are not there."""
    printed = {number for number in checked.numbers.values() if number}
    if not printed:
        return
    for said in checked.said:
        for found in _REFERS.finditer(said.text):
            if found[1] not in printed and said.section is not None:
                yield Finding(
                    severity=LOOK,
                    heading=f"There is no paragraph {found[1]}",
                    text=said.sentence(found.start()),
                    places=(said.place(found[0]),),
                    mends=(Mend(words="Open the section", kind=SECTION, key=said.section.key),),
                )
