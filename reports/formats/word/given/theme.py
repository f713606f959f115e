"""The colours and fonts of a council's file, which its styles refer to."""

from lxml import etree  # type: ignore[import-untyped]

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NOT_KEPT = frozenset((f"{_A}extLst", f"{_A}objectDefaults", f"{_A}custClrLst"))


def theme(given: etree._Element) -> bytes:
    """Its theme, without pictures and without what other programs put there."""
    return bytes(etree.tostring(_kept(given), xml_declaration=True, encoding="UTF-8"))


def _kept(element: etree._Element) -> etree._Element:
    if element.tag == f"{_A}blipFill":
        return _plain_fill()
    made = etree.Element(element.tag, nsmap={"a": _A[1:-1]})
    for name, said in element.attrib.items():
        if "}" not in name:
            made.set(name, said)
    for child in element:
        if isinstance(child.tag, str) and child.tag.startswith(_A) and child.tag not in _NOT_KEPT:
            made.append(_kept(child))
    return made


def _plain_fill() -> etree._Element:
    fill = etree.Element(f"{_A}solidFill", nsmap={"a": _A[1:-1]})
    etree.SubElement(fill, f"{_A}schemeClr", val="phClr")
    return fill
