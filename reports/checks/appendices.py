"""C17: whether every appendix that is referred to is there, and every one that is there is named.

Its one rule: an appendix of another paper is none of ours.
"""

import re
from collections.abc import Iterator

from posts.spelling import fold
from reports.checks.checked import Checked
from reports.checks.finding import LOOK, MUST, SECTION, SECTIONS, Finding, Mend, Place
from reports.checks.said import Said
from reports.proposal import Written

_LABEL = r"(?:\d{1,2}|[A-Z])"
_REFERS = re.compile(
    rf"\b[Aa]ppendi(?:x|ces)\s+({_LABEL}\b(?:\s*(?:,|and|to|–|-|&)\s*{_LABEL}\b)*)"
    rf"(?!\s+(?:of|to)\s+(?:the|that|its|our)?\s*[A-Za-z])"
)
_RANGE = re.compile(rf"({_LABEL})\s*(?:to|–|-)\s*({_LABEL})")
_NAMED = re.compile(rf"[Aa]ppendix ({_LABEL})\b")
_ALL = re.compile(r"\b[Tt]he appendices\b|\b[Aa]ppendices (?:show|draw|set out|list|contain)\b")


def check(checked: Checked) -> Iterator[Finding]:
    """Appendices that are referred to and not there, or there and not referred to."""
    there = dict(_there(checked))
    told = set[str]()
    referred = set[str]()
    for said in checked.said:
        for found in _REFERS.finditer(said.text):
            for label in _labels(found[1]):
                referred.add(label)
                if label not in there and label not in told:
                    told.add(label)
                    yield _missing(checked, said, label, found[0])
    yield from _not_referred(checked, there, referred)


def _there(checked: Checked) -> Iterator[tuple[str, Written]]:
    """The appendices by what they are called: a number, else the heading's own, else the key."""
    number = 0
    for written in checked.sections:
        if written.is_appendix and written.level == 1:
            number += written.is_numbered
            own = _NAMED.match(written.heading)
            if own and own[1].isdecimal() and not written.is_numbered:
                number = max(number, int(own[1]))
            label = str(number) if written.is_numbered else own[1] if own else written.key
            yield label, written


def _labels(words: str) -> Iterator[str]:
    """“1 to 3 and 5” as 1, 2, 3 and 5."""
    for first, last in _RANGE.findall(words):
        if first.isdigit() and last.isdigit():
            yield from map(str, range(int(first), int(last) + 1))
        elif first.isalpha() and last.isalpha():
            yield from map(chr, range(ord(first), ord(last) + 1))
    yield from re.findall(rf"\b{_LABEL}\b", words)


def _missing(checked: Checked, said: Said, label: str, quote: str) -> Finding:
    key = said.section.key if said.section else None
    editions = checked.editions_of.get(key or "", ())
    return Finding(
        severity=MUST,
        heading=f"There is no Appendix {label}",
        text=said.sentence(max(0, said.text.find(quote))),
        places=(said.place(quote),),
        mends=(Mend(words="Add it, or change the sentence", kind=SECTION if key else SECTIONS,
                    key=key),),
        holds_back=editions or ("public",),
    )  # fmt: skip


def _not_referred(
    checked: Checked, there: dict[str, Written], referred: set[str]
) -> Iterator[Finding]:
    if checked.has_part("appendices") or any(_ALL.search(said.text) for said in checked.said):
        return
    bare = [
        written
        for label, written in there.items()
        if label not in referred and not _is_named(checked, written)
    ]
    if bare:
        number = len(bare)
        yield Finding(
            severity=LOOK,
            heading=f"{number} {'appendix is' if number == 1 else 'appendices are'} referred to "
            "nowhere",
            text=f"{'; '.join(each.heading for each in bare)}.",
            places=tuple(Place(kind=SECTION, words=each.heading, key=each.key) for each in bare),
            mends=(Mend(words="Open the sections", kind=SECTIONS),),
        )


def _is_named(checked: Checked, appendix: Written) -> bool:
    """Whether a text names an appendix by its heading, or speaks of the one there is."""
    heading = fold(appendix.heading)
    others = [s for s in checked.said if s.section is None or s.section.key != appendix.key]
    return any(heading in fold(said.text) for said in others)
