"""C18: whether abbreviations in capitals are spelt out where they are first used.

In the texts, and in the names of units and posts, which charts and tables show. Its one rule: what
everybody reads as a word needs no spelling out, and words in capitals are none.
"""

import re
from collections.abc import Iterable, Iterator

from posts.snapshot import Unit
from reports.checks.checked import Checked
from reports.checks.finding import INFO, POST, SECTION, UNIT, Finding, Mend, Place
from reports.checks.said import Said
from reports.making import Part, called, listed

_ACRONYM = re.compile(r"(?<![\w£&.-])([A-Z][A-Z&]{0,5}[A-Z])(?:s|'s|’s)?(?![\w&-])")
_SHOUTED = re.compile(r"[A-Z]{2,}")
_ROMAN = re.compile(r"[IVX]+")
_KNOWN = {
    "AM", "BBC", "CEO", "CV", "EU", "FAQ", "GB", "GP", "HIV", "HR", "ICT", "ID", "IT", "MP", "NHS",
    "NO", "OK", "PA", "PC", "PDF", "PM", "TV", "UK", "US", "VAT",
}  # fmt: skip
_NAMES = {
    "ACAS", "ASCL", "BMA", "CIPFA", "GMB", "NAHT", "NASUWT", "NEU", "OFSTED", "RCN", "SOLACE",
    "TUC", "UNISON", "UNITE",
}  # fmt: skip
"""Unions and bodies that go by these letters: names, of which nobody spells out more."""


def check(checked: Checked) -> Iterator[Finding]:
    """Abbreviations that are nowhere spelt out when they are first used."""
    bare: dict[str, Said | Part] = {**dict(_in_texts(checked))}
    told = {found[1] for said in checked.said for found in _ACRONYM.finditer(said.text)}
    bare |= {short: part for short, part in _in_names(checked).items() if short not in told}
    if bare:
        many = "is" if len(bare) == 1 else "are"
        yield Finding(
            severity=INFO,
            heading=f"{listed(bare)} {many} not spelt out",
            text="Each is spelt out where it is first used: “special educational needs (SEN)”.",
            places=tuple(_place(where, short) for short, where in bare.items()),
            mends=tuple(_mends(bare.values())),
        )


def _in_texts(checked: Checked) -> Iterator[tuple[str, Said]]:
    """What is not spelt out where a text first has it."""
    first = set[str]()
    for said in checked.said:
        for found in _ACRONYM.finditer(said.text):
            if found[1] not in first and _is_one(said, found):
                first.add(found[1])
                if not _is_spelt_out(said.text, found):
                    yield found[1], said


def _in_names(checked: Checked) -> dict[str, Part]:
    """What no name of a unit or post spells out, and the first name that has it."""
    bare, spelt = dict[str, Part](), set[str]()
    parts: tuple[Part, ...] = (*checked.units, *checked.posts)
    for part in parts:
        name = called(part) or ""
        for found in _ACRONYM.finditer(name):
            if _is_spelt_out(name, found):
                spelt.add(found[1])
            elif _is_one(Said(text=name, heading=name), found):
                bare.setdefault(found[1], part)
    return {short: part for short, part in bare.items() if short not in spelt}


def _place(where: Said | Part, short: str) -> Place:
    if isinstance(where, Said):
        return where.place(short)
    kind = UNIT if isinstance(where, Unit) else POST
    name = called(where) or short
    return Place(kind=kind, words=name, key=where.key, sources=where.sources, quote=short)


def _mends(places: Iterable[Said | Part]) -> Iterator[Mend]:
    """To the first text, and to the first name: where it is spelt out."""
    texts = [each for each in places if isinstance(each, Said)]
    parts = [each for each in places if not isinstance(each, Said)]
    for said in texts[:1]:
        key = said.section.key if said.section else None
        yield Mend(words="Spell it out", kind=SECTION if key else "recommendations", key=key)
    for part in parts[:1]:
        kind = UNIT if isinstance(part, Unit) else POST
        yield Mend(words=f"Spell it out in the name of the {kind}", kind=kind, key=part.key)


def _is_one(said: Said, found: re.Match[str]) -> bool:
    short = found[1]
    if short in _KNOWN | _NAMES or _ROMAN.fullmatch(short) or not said.is_typed(*found.span()):
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
