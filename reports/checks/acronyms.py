"""C18: whether abbreviations in capitals are spelt out where they are first used.

Its one rule: what everybody reads as a word needs no spelling out, and words in capitals are none.
"""

import re
from collections.abc import Iterator

from reports.checks.checked import Checked
from reports.checks.finding import INFO, SECTION, Finding, Mend
from reports.checks.said import Said
from reports.making import listed

_ACRONYM = re.compile(r"(?<![\w£&.-])([A-Z][A-Z&]{0,5}[A-Z])(?:s|'s|’s)?(?![\w&-])")
_SHOUTED = re.compile(r"[A-Z]{2,}")
_ROMAN = re.compile(r"[IVX]+")
_KNOWN = {
    "AM", "BBC", "CEO", "CV", "EU", "FAQ", "GB", "GP", "HIV", "HR", "ICT", "ID", "IT", "MP", "NHS",
    "NO", "OK", "PC", "PDF", "PM", "TV", "UK", "US", "VAT",
}  # fmt: skip


def check(checked: Checked) -> Iterator[Finding]:
    """Abbreviations that are nowhere spelt out when they are first used."""
    first = dict[str, tuple[Said, bool]]()
    for said in checked.said:
        for found in _ACRONYM.finditer(said.text):
            short = found[1]
            if short not in first and _is_one(said, found):
                first[short] = said, _is_spelt_out(said.text, found)
    bare = {short: said for short, (said, is_spelt) in first.items() if not is_spelt}
    if bare:
        many = "is" if len(bare) == 1 else "are"
        yield Finding(
            severity=INFO,
            heading=f"{listed(bare)} {many} not spelt out",
            text="Each is spelt out where it is first used: “special educational needs (SEN)”.",
            places=tuple(said.place(short) for short, said in bare.items()),
            mends=(_mend(next(iter(bare.values()))),),
        )


def _mend(said: Said) -> Mend:
    key = said.section.key if said.section else None
    return Mend(words="Spell it out", kind=SECTION if key else "recommendations", key=key)


def _is_one(said: Said, found: re.Match[str]) -> bool:
    short = found[1]
    if short in _KNOWN or _ROMAN.fullmatch(short) or not said.is_typed(*found.span()):
        return False
    near = said.text[max(0, found.start() - 20) : found.start()].split()[-1:]
    near += said.text[found.end() : found.end() + 20].split()[:1]
    return not any(_SHOUTED.fullmatch(word.strip(".,:;()")) for word in near)


def _is_spelt_out(text: str, found: re.Match[str]) -> bool:
    """Whether it stands in brackets after words, or words in brackets stand after it."""
    before, after = text[: found.start()], text[found.end() :]
    is_after = before.endswith("(") and len(before.split()) > 1
    inside = re.match(r"\s*\(([^)]{3,120})", after)
    return is_after or bool(inside and inside[1][:1].isalpha() and " " in inside[1])
