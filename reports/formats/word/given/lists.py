"""The lists of a council's file, beside those that papers count in.

Its one rule: the lists of papers keep their numbers, and the council's get others.
"""

from collections.abc import Iterable
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]

from reports.formats.word.given.opening import parsed
from reports.formats.word.given.plain import W, looks
from reports.formats.word.given.styles import Renamed, Styles

_OURS = Path(__file__).parent.parent / "base" / "numbering.xml"
_FROM, _MOST = 1000, 2000
_VALUE = f"{W}val"

Lists = dict[str, str]
"""Which number each list of the council's file has now."""


def merged(
    given: etree._Element | None, renamed: Renamed, used: Iterable[str]
) -> tuple[etree._Element, Lists]:
    """Its lists and ours; no list of the council's counts a style that papers use."""
    whole = parsed(_OURS.read_bytes())
    if given is None:
        return whole, {}
    theirs, used = looks(given), frozenset(used)
    first = whole.find(f"{W}num")
    kinds: Lists = {}
    for kind in theirs.findall(f"{W}abstractNum")[:_MOST]:
        if _number_anew(kind, f"{W}abstractNumId", kinds):
            _mend_styles(kind, renamed, used)
            first.addprevious(kind)
    lists: Lists = {}
    for each in theirs.findall(f"{W}num")[:_MOST]:
        counts = each.find(f"{W}abstractNumId")
        if counts is not None and counts.get(_VALUE) in kinds:
            counts.set(_VALUE, kinds[counts.get(_VALUE)])
            if _number_anew(each, f"{W}numId", lists):
                whole.append(each)
    return whole, lists


def _number_anew(element: etree._Element, name: str, known: Lists) -> bool:
    """Give a list its new number; False if one had the old number before it."""
    old = str(element.get(name))
    if old in known:
        return False
    known[old] = str(_FROM + len(known))
    element.set(name, known[old])
    return True


def _mend_styles(kind: etree._Element, renamed: Renamed, used: frozenset[str]) -> None:
    for tag in ("styleLink", "numStyleLink", "pStyle"):
        for each in list(kind.iter(f"{W}{tag}")):
            style = renamed.get(each.get(_VALUE), each.get(_VALUE))
            each.set(_VALUE, style or "")
            if tag == "pStyle" and style in used:
                each.getparent().remove(each)


def tell(element: etree._Element, lists: Lists) -> None:
    """Let what is in a list of the council's be in it by its new number, or else in none."""
    for each in list(element.iter(f"{W}numPr")):
        number = each.find(f"{W}numId")
        new = None if number is None else lists.get(number.get(_VALUE))
        if number is None or new is None:
            each.getparent().remove(each)
        else:
            number.set(_VALUE, new)


def tell_styles(styles: Styles, lists: Lists) -> None:
    """Let the council's own styles be in its lists by their new numbers."""
    tell(styles.theirs, lists)
