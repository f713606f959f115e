"""C15: whether a public section gives away what an exempt one says.

Amounts of the exempt sections, and eight words in a row, that stand in a public one too. Its one
rule: that there is an exempt appendix may be said; what is in it may not.
"""

import re
from collections.abc import Iterator

from reports.checks.checked import Checked
from reports.checks.finding import LOOK, SECTION, Finding, Mend
from reports.checks.said import Said
from reports.checks.words import is_word, pieces
from reports.editions import EXEMPT, PUBLIC

_AMOUNT = re.compile(r"£\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:m|k|million|thousand)\b)?")
_ROW = 8


def check(checked: Checked) -> Iterator[Finding]:
    """Public sections that repeat what only the exempt edition is to have."""
    exempt = [said for said in checked.said if _is_exempt(checked, said)]
    if not exempt:
        return
    amounts = {amount for said in exempt for amount in _amounts(said)}
    rows = {row for said in exempt for row in _rows(said)}
    for said in checked.said:
        if said.section is None or PUBLIC.key not in checked.editions_of[said.section.key]:
            continue
        if amounts & set(_amounts(said)):
            yield _finding(said, "An amount of an exempt section stands in a public one")
        elif rows & set(_rows(said)):
            yield _finding(said, "Words of an exempt section stand in a public one")


def _is_exempt(checked: Checked, said: Said) -> bool:
    of = checked.editions_of[said.section.key] if said.section else ()
    return EXEMPT.key in of and PUBLIC.key not in of


def _amounts(said: Said) -> Iterator[str]:
    return ("".join(found[0].split()) for found in _AMOUNT.finditer(said.text))


def _rows(said: Said) -> Iterator[tuple[str, ...]]:
    words = [piece.word for piece in pieces(said.text) if is_word(piece.word)]
    return (tuple(words[nth : nth + _ROW]) for nth in range(len(words) - _ROW + 1))


def _finding(said: Said, heading: str) -> Finding:
    key = said.section.key if said.section else None
    return Finding(
        severity=LOOK,
        heading=heading,
        text="The section is in the public edition.",
        places=(said.place(),),
        mends=(Mend(words="Open the section", kind=SECTION, key=key),),
    )
