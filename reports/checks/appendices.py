"""C17: whether every appendix that is referred to is there, and every one that is there is named.

One that an author lists by its label may be attached. Its one rule: an appendix of another paper
is none of ours.
"""

import re
from collections.abc import Iterator

from posts.spelling import fold
from reports.checks.checked import Checked
from reports.checks.finding import INFO, LOOK, MUST, SECTION, SECTIONS, Finding, Mend, Place
from reports.checks.said import Said
from reports.markdown.parser import NAME
from reports.proposal import Written

_LABEL = r"(?:\d{1,2}|[A-Z])"
_REFERS = re.compile(
    rf"\b(?:[Aa]ppendi(?:x|ces)|APPENDI(?:X|CES))\s+({_LABEL}\b(?:\s*(?:,|and|to|–|-|&)\s*{_LABEL}\b)*)"
    rf"(?!\s+(?:of|to)\s+(?!(?:this|the|our) (?:report|paper)\b(?!\s+(?:of|to|on|from)\b))"
    rf"(?:the|that|its|our)?\s*[A-Za-z])"
)
_RANGE = re.compile(rf"({_LABEL})\s*(?:to|–|-)\s*({_LABEL})")
_LISTED = re.compile(rf"Appendix ({_LABEL})\s*[:–—-]\s")
_NAMED = re.compile(rf"[Aa]ppendix ({_LABEL})\b")
_ALL = re.compile(r"\b[Tt]he appendices\b|\b[Aa]ppendices (?:show|draw|set out|list|contain)\b")


def check(checked: Checked) -> Iterator[Finding]:
    """Appendices that are referred to and not there, or there and not referred to."""
    there = dict(_there(checked))
    attached = {label: said for label, said in _listed(checked) if label not in there}
    told = {*attached}
    referred = set[str]()
    for said in checked.said:
        for found in _REFERS.finditer(said.text):
            for label in _labels(found[1]):
                referred.add(label)
                if label not in there and label not in told:
                    told.add(label)
                    yield _missing(checked, said, label, found[0])
    yield from _not_referred(checked, there, referred)
    if attached:
        yield _attached(list(attached.values()))


def _there(checked: Checked) -> Iterator[tuple[str, Written]]:
    """The appendices by what they are called: a number, else the heading's own, else the key.

    One in which only parts stand that have nothing to show is not printed.
    """
    number = 0
    for written, following in zip(checked.sections, [*checked.sections[1:], None], strict=False):
        is_above = following is not None and following.level > 1
        is_printed = is_above or _is_printed(checked, written)
        if written.is_appendix and written.level == 1 and is_printed:
            number += written.is_numbered
            own = _NAMED.match(written.heading)
            if own and own[1].isdecimal() and not written.is_numbered:
                number = max(number, int(own[1]))
            label = str(number) if written.is_numbered else own[1] if own else written.key
            yield label, written


def _is_printed(checked: Checked, written: Written) -> bool:
    """Whether something stands in a section: words, or a part that has something to show."""
    lines = [line.strip() for line in written.text.splitlines() if line.strip()]
    parts = [found[1].strip() for line in lines if (found := NAME.fullmatch(line))]
    if not written.is_appendix or not lines or len(parts) < len(lines):
        return True
    made = (checked.known.part(part) for part in parts)
    return any(blocks is None or len(blocks) for blocks in made)


def _listed(checked: Checked) -> Iterator[tuple[str, Said]]:
    """What an author lists as an appendix, by its label: “Appendix 2: Job profiles”."""
    for said in checked.said:
        if not said.is_heading and (found := _LISTED.match(said.text)):
            yield found[1], said


def _attached(listed: list[Said]) -> Finding:
    it, is_it = ("it", "appendix is") if len(listed) == 1 else ("them", "appendices are")
    return Finding(
        severity=INFO,
        heading=f"{len(listed)} {is_it} listed and not in the report",
        text=f"{'; '.join(said.text.rstrip('.') for said in listed)}. Attach {it}.",
        places=tuple(dict.fromkeys(said.place(said.text) for said in listed)),
        mends=(Mend(words="Open the sections", kind=SECTIONS),),
    )


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
        (label, written)
        for label, written in there.items()
        if label not in referred and not _is_named(checked, written)
    ]
    if bare:
        number = len(bare)
        yield Finding(
            severity=LOOK,
            heading=f"{number} {'appendix is' if number == 1 else 'appendices are'} referred to "
            "nowhere",
            text=f"Name {'it' if number == 1 else 'each'} where it is spoken of: "
            f"“see {_called(*bare[0])}”.",
            places=tuple(Place(kind=SECTION, words=each.heading, key=each.key) for _, each in bare),
            mends=(Mend(words="Open the sections", kind=SECTIONS),),
        )


def _called(label: str, appendix: Written) -> str:
    """“Appendix 2”; one that has neither number nor letter by its heading."""
    return appendix.heading if label == appendix.key else f"Appendix {label}"


def _is_named(checked: Checked, appendix: Written) -> bool:
    """Whether a text names an appendix by its heading, or speaks of the one there is."""
    heading = fold(appendix.heading)
    others = [s for s in checked.said if s.section is None or s.section.key != appendix.key]
    return any(heading in fold(said.text) for said in others)
