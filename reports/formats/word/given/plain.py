"""Elements of a council's file with nothing in them but how things look.

Its one rule: only WordprocessingML itself is kept, and in it nothing of who wrote what, and when.
"""

import re

from lxml import etree  # type: ignore[import-untyped]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_LOOKS = frozenset(
    ("ins", "del", "moveFrom", "moveTo", "sectPr", "vanish", "specVanish", "webHidden", "lang",
     "rsid", "numPicBullet", "lvlPicBulletId", "control", "object", "pict", "hyperlink",
     "attachedTemplate", "embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
)  # fmt: skip
_OF_PERSONS = re.compile(r"rsid\w*|author|date|initials")


def local(element: etree._Element) -> str | None:
    """The name of an element of WordprocessingML; None for any other."""
    tag = element.tag
    return tag.removeprefix(W) if isinstance(tag, str) and tag.startswith(W) else None


def looks(element: etree._Element) -> etree._Element:
    """The same element, with all that it says of looks and nothing else."""
    made = etree.Element(element.tag, nsmap={"w": W[1:-1]})
    for name, value in element.attrib.items():
        if name == _SPACE or (name.startswith(W) and not _OF_PERSONS.fullmatch(name[len(W) :])):
            made.set(name, value)
    for child in element:
        name = local(child)
        if name and name not in _NOT_LOOKS and not name.endswith("Change"):
            made.append(looks(child))
    return made


def value(element: etree._Element, tag: str) -> str | None:
    """What a child element of this name says; None where there is none."""
    found = element.find(f"{W}{tag}")
    return None if found is None else found.get(f"{W}val")


def remove(element: etree._Element, *tags: str) -> None:
    """Take the elements of these names out, however deep they stand."""
    for each in list(element.iter(*(f"{W}{tag}" for tag in tags))):
        each.getparent().remove(each)
