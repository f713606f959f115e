"""The styles of a council's file, and those of ours that it lacks.

A style is known by its name, as Word knows it. Its one rule: afterwards every style that a paper
needs is there under the name that we have for it, and looks as the council's does if it has one.
"""

from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]

from reports.formats.word.given.opening import parsed
from reports.formats.word.given.plain import W, looks, remove, value

_OURS = Path(__file__).parent.parent / "base" / "styles.xml"
_REFERENCES = ("basedOn", "next", "link")
_ID, _TYPE, _DEFAULT = f"{W}styleId", f"{W}type", f"{W}default"

Renamed = dict[str, str]
"""Which id of the council's file has become which."""


class Styles:
    """The styles of a file in the making: the council's first, then those of ours that it lacks."""

    def __init__(self, given: etree._Element | None) -> None:
        self.ours = parsed(_OURS.read_bytes())
        self.used = frozenset(_id(each) for each in _styles(self.ours))
        self.theirs = etree.Element(f"{W}styles") if given is None else _only_once(looks(given))
        self.renamed = _renamed(self.theirs, self.ours)
        _rename(self.theirs, self.renamed)
        for style in _styles(self.theirs):
            if _id(style) in self.used:
                remove(style, "numPr")

    def merged(self) -> etree._Element:
        """All of them; the council's count in its lists as those are told to be numbered."""
        whole = etree.Element(f"{W}styles", nsmap={"w": W[1:-1]})
        whole.append(_defaults(self.theirs, self.ours))
        whole.extend(self.theirs.findall(f"{W}latentStyles")[:1])
        whole.extend(_styles(self.theirs))
        _add_lacking(whole, self.ours)
        _mend_references(whole)
        return whole


def _styles(root: etree._Element) -> list[etree._Element]:
    return list(root.findall(f"{W}style"))


def _id(style: etree._Element) -> str:
    return str(style.get(_ID, ""))


def _name(style: etree._Element) -> str:
    return (value(style, "name") or _id(style)).lower()


def _only_once(root: etree._Element) -> etree._Element:
    """Without styles that have the id or the name of one before, or none."""
    ids, names = set[str](), set[str]()
    for each in _styles(root):
        if not _id(each) or _id(each) in ids or _name(each) in names:
            root.remove(each)
        ids.add(_id(each))
        names.add(_name(each))
    return root


def _renamed(theirs: etree._Element, ours: etree._Element) -> Renamed:
    """Ids for the council's styles: ours where it is the same style, no id of ours elsewhere."""
    known = {_name(each): each for each in _styles(ours)}
    ids = {_id(each) for each in _styles(ours)}
    renamed: Renamed = {}
    for each in _styles(theirs):
        same = known.get(_name(each))
        if same is not None and same.get(_TYPE) == each.get(_TYPE, "paragraph"):
            renamed[_id(each)] = _id(same)
        elif same is not None or _id(each) in ids:
            renamed[_id(each)] = f"{_id(each)}Given"
            _set_name(each, f"{value(each, 'name') or _id(each)} (council)")
    return renamed


def _set_name(style: etree._Element, name: str) -> None:
    found = style.find(f"{W}name")
    if found is None:
        found = etree.Element(f"{W}name")
        style.insert(0, found)
    found.set(f"{W}val", name)


def _rename(theirs: etree._Element, renamed: Renamed) -> None:
    for style in _styles(theirs):
        style.set(_ID, renamed.get(_id(style), _id(style)))
    for each in theirs.iter(*(f"{W}{tag}" for tag in _REFERENCES)):
        each.set(f"{W}val", renamed.get(each.get(f"{W}val"), each.get(f"{W}val", "")))


def _defaults(theirs: etree._Element, ours: etree._Element) -> etree._Element:
    """What all text has: the council's letters, and the language of papers."""
    found = theirs.find(f"{W}docDefaults")
    own = ours.find(f"{W}docDefaults")
    if found is None or found.find(f"{W}rPrDefault/{W}rPr") is None:
        return own
    found.find(f"{W}rPrDefault/{W}rPr").append(own.find(f".//{W}lang"))
    return found


def _add_lacking(whole: etree._Element, ours: etree._Element) -> None:
    known = {_id(each) for each in _styles(whole)}
    has_default = {each.get(_TYPE) for each in _styles(whole) if each.get(_DEFAULT) == "1"}
    for each in _styles(ours):
        if _id(each) in known:
            continue
        if each.get(_TYPE) in has_default:
            each.attrib.pop(_DEFAULT, None)
        whole.append(each)


def _mend_references(whole: etree._Element) -> None:
    """No style refers to one that is not there, or is based on itself through others."""
    styles = {_id(each): each for each in _styles(whole)}
    for style in styles.values():
        for tag in _REFERENCES:
            found = style.find(f"{W}{tag}")
            if found is not None and found.get(f"{W}val") not in styles:
                style.remove(found)
    for ident, style in styles.items():
        if _goes_round(ident, styles):
            remove(style, "basedOn")


def _goes_round(ident: str, styles: dict[str, etree._Element]) -> bool:
    seen, at = set[str](), value(styles[ident], "basedOn")
    while at and at not in seen:
        if at == ident:
            return True
        seen.add(at)
        at = value(styles[at], "basedOn") if at in styles else None
    return False
