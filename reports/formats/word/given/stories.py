"""What stands above and below the text of a council's file: its words, tables and emblems.

Its one rule: a header is made anew of what a header may have; text boxes, shapes and whatever else
is left out, which is told, and a field that would say or fetch something of its own is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree  # type: ignore[import-untyped]

from reports.formats.word.given.emblems import plain
from reports.formats.word.given.lists import Lists, tell
from reports.formats.word.given.opening import Given, Link
from reports.formats.word.given.plain import W, local, looks
from reports.formats.word.given.refusing import Refused
from reports.formats.word.given.styles import Renamed

_KEPT = frozenset(
    ("p", "r", "t", "tbl", "tr", "tc", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym",
     "ptab", "fldChar", "instrText", "fldSimple")
)  # fmt: skip
_LOOKS = frozenset(("pPr", "rPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr"))
_OPENED = frozenset(
    ("hyperlink", "smartTag", "customXml", "ins", "moveTo", "sdt", "sdtContent", "dir", "bdo")
)
_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "STYLEREF")
_FIELD = re.compile(r"\s*(\w+)\b[^{}]*")

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_NOT_DRAWN = frozenset((f"{_A}hlinkClick", f"{_A}hlinkHover", f"{_A}extLst"))


@dataclass
class Story:
    """A header or footer: its paragraphs and tables, and the pictures that they show, by name."""

    content: list[etree._Element]
    pictures: dict[str, bytes] = field(default_factory=dict)
    left_out: int = 0


class Reader:
    """Reads the headers and footers of one file."""

    def __init__(self, given: Given, renamed: Renamed, lists: Lists) -> None:
        self.given, self.renamed, self.lists = given, renamed, lists

    def read(self, part: str) -> Story:
        """One of them; Refused for a field or a picture that it may not have."""
        self.links, self.story = self.given.links(part), Story([])
        content = [made for each in self.given.xml(part) for made in self._kept(each)]
        self.story.content = [each for each in content if local(each) in ("p", "tbl")]
        for each in self.story.content:
            tell(each, self.lists)
            self._mend_styles(each)
        _must_be_plain_fields(self.story.content)
        _forget_results(self.story.content)
        return self.story

    def _mend_styles(self, element: etree._Element) -> None:
        for each in element.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
            each.set(f"{W}val", self.renamed.get(each.get(f"{W}val"), each.get(f"{W}val", "")))

    def _kept(self, element: etree._Element) -> Iterator[etree._Element]:
        name = local(element)
        if name in _LOOKS:
            yield looks(element)
        elif name == "drawing":
            yield from self._drawing(element)
        elif name in _OPENED:
            for child in element:
                yield from self._kept(child)
        elif name in _KEPT:
            yield self._made(element)
        elif name in ("pict", "object") or not isinstance(name, str):
            self.story.left_out += 1

    def _made(self, element: etree._Element) -> etree._Element:
        made = looks(element)
        made[:] = []
        made.text = element.text if local(element) in ("t", "instrText") else None
        made.extend(child for each in element for child in self._kept(each))
        return made

    def _drawing(self, element: etree._Element) -> Iterator[etree._Element]:
        """A drawing, if it is a picture whose file is there."""
        shown = element.find(f".//{_A}blip")
        link = self.links.get(shown.get(_EMBED, "")) if shown is not None else None
        if not _is_picture(element) or link is None or link.part not in self.given.parts:
            self.story.left_out += 1
            return
        yield self._picture(element, link)

    def _picture(self, element: etree._Element, link: Link) -> etree._Element:
        self.story.pictures[link.part] = plain(self.given.parts[link.part])
        made = _drawn(element)
        for each in made.iter(f"{_A}blip"):
            each.set(_EMBED, link.part)
        for each in made.iter(f"{_WP}docPr", f"{_PIC}cNvPr"):
            each.set("name", "Emblem")
        return made


def _is_picture(element: etree._Element) -> bool:
    data = list(element.iter(f"{_A}graphicData"))
    return len(data) == 1 and [each.tag for each in data[0]] == [f"{_PIC}pic"]


def _drawn(element: etree._Element) -> etree._Element:
    """A drawing with nothing but the shapes of a picture, and no addresses."""
    made = etree.Element(element.tag, nsmap=element.nsmap)
    for name, said in element.attrib.items():
        if "}" not in name:
            made.set(name, said)
    for child in element:
        known = isinstance(child.tag, str) and child.tag.startswith((_WP, _A, _PIC))
        if known and child.tag not in _NOT_DRAWN:
            made.append(_drawn(child))
    if local(element) is None and not len(made):
        made.text = element.text
    return made


def _must_be_plain_fields(content: list[etree._Element]) -> None:
    for said in _fields(content):
        found = _FIELD.fullmatch(said)
        name = found[1].upper() if found else said.strip()[:40]
        if name not in _FIELDS:
            raise Refused(
                f"A header or footer has the field {name}. Papers may have {', '.join(_FIELDS)}: "
                "type what it says instead, then save the file."
            )


def _fields(content: list[etree._Element]) -> Iterator[str]:
    """What each field is told to say, however it is written."""
    stack = list[list[str]]()
    for root in content:
        for each in root.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"):
            kind = each.get(f"{W}fldCharType")
            if local(each) == "fldSimple":
                yield each.get(f"{W}instr", "")
            elif local(each) == "instrText":
                yield from () if stack else (each.text or "",)
                for said in stack[-1:]:
                    said.append(each.text or "")
            elif kind == "begin":
                stack.append([])
            elif kind == "end" and stack:
                yield "".join(stack.pop())
    yield from ("".join(each) for each in stack)


def _forget_results(content: list[etree._Element]) -> None:
    """What a field said when the file was last saved is no word of the council's header."""
    depth = 0
    for root in content:
        for each in root.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}t"):
            kind = each.get(f"{W}fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            is_simple = any(above.tag == f"{W}fldSimple" for above in each.iterancestors())
            if local(each) == "t" and (depth > 0 or is_simple):
                each.text = "1"
