"""A new file, ours, that looks as a council's does: what its papers are written into."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from reports.formats.word.elements import Element, w
from reports.formats.word.given import lists
from reports.formats.word.given.opening import Given, Link, opened
from reports.formats.word.given.plain import W
from reports.formats.word.given.refusing import Refused
from reports.formats.word.given.stories import Reader, Story
from reports.formats.word.given.styles import Styles
from reports.formats.word.given.theme import theme
from reports.formats.word.package import new_document, saved

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_KINDS = ("default", "first", "even")
_NUMBER = re.compile(r"-?\d{1,6}(\.\d+)?")
_LEAST_WIDTH, _LEAST_HEIGHT, _LARGEST = 5500, 7000, 32_000

_NO_PAGE = (
    "The file does not say how its pages are set up. In Word, open Layout, Page Setup, set the "
    "size and the margins, and save it."
)
_NO_ROOM = "The margins leave too little room for text. Make them narrower, and save the file."


@dataclass(frozen=True)
class Cleaned:
    """The file to write papers into, and what of the given one is not in it, in words."""

    data: bytes
    left_out: tuple[str, ...]


def cleaned(data: bytes) -> Cleaned:
    """What is made of a council's file; Refused with all that is to be put right."""
    return _Making(opened(data)).made()


class _Making:
    def __init__(self, given: Given) -> None:
        self.given, self.main = given, given.main
        self.styles = Styles(given.linked(self.main, "styles"))
        numbering = given.linked(self.main, "numbering")
        self.numbering, self.lists = lists.merged(numbering, self.styles.renamed, self.styles.used)
        self.document, _ = new_document()
        self.left_out = 0

    def made(self) -> Cleaned:
        section = self._section()
        page = [_page_size(section), _margins(section)]
        _must_have_room(*page)
        references = list(self._references(section))
        title = [w("titlePg")] if section.find(f"{W}titlePg") is not None else []
        self._set_looks(any(each.get(qn("w:type")) == "even" for each in references))
        self.document.element.body.append(w("sectPr", *references, *page, *title))
        cast(Any, self.document.core_properties)._element[:] = []
        return Cleaned(saved(self.document), tuple(self._said()))

    def _section(self) -> etree._Element:
        root = self.given.xml(self.main)
        if root.tag != f"{W}document":
            raise Refused(
                "The file is a “Strict Open XML Document”. Save it as “Word Document (.docx)”."
            )
        found = root.find(f"{W}body/{W}sectPr")
        if found is None:
            raise Refused(_NO_PAGE)
        return found

    def _set_looks(self, has_even: bool) -> None:
        document = self.document
        lists.tell_styles(self.styles, self.lists)
        _replace(document.styles.element, self.styles.merged())
        _replace(document.part.numbering_part.element, self.numbering)
        if has_even:
            document.settings.odd_and_even_pages_header_footer = True
        given = self.given.linked(self.main, "theme")
        for link in document.part.rels.values():
            if given is not None and link.reltype.endswith("/theme"):
                cast(Any, link.target_part)._blob = theme(given)

    def _references(self, section: etree._Element) -> Iterator[Element]:
        """The headers and footers that the last pages of the given file have."""
        reader = Reader(self.given, self.styles.renamed, self.lists)
        links = self.given.links(self.main)
        for part in ("header", "footer"):
            for kind in _KINDS:
                link = _linked(section, part, kind, links)
                if link is not None and link.part in self.given.parts:
                    yield self._reference(part, kind, reader.read(link.part))

    def _reference(self, part: str, kind: str, story: Story) -> Element:
        self.left_out += story.left_out
        made, ident = cast(Any, getattr(self.document.part, f"add_{part}_part")())
        made.element[:] = [parse_xml(etree.tostring(each)) for each in story.content]
        for name, data in story.pictures.items():
            own, _ = made.get_or_add_image(io.BytesIO(data))
            for blip in made.element.iter(_BLIP):
                if blip.get(qn("r:embed")) == name:
                    blip.set(qn("r:embed"), own)
        reference = w(f"{part}Reference", type=kind)
        reference.set(qn("r:id"), ident)
        return reference

    def _said(self) -> Iterator[str]:
        if self.left_out:
            things = "text box or shape" if self.left_out == 1 else "text boxes and shapes"
            yield f"{self.left_out} {things} of its header and footer"


def _linked(section: etree._Element, part: str, kind: str, links: dict[str, Link]) -> Link | None:
    for each in section.findall(f"{W}{part}Reference"):
        if each.get(f"{W}type") == kind:
            return links.get(each.get(_ID, ""))
    return None


def _replace(element: Element, made: etree._Element) -> None:
    element[:] = list(parse_xml(etree.tostring(made)))


def _page_size(section: etree._Element) -> Element:
    return w("pgSz", **_numbers(section, "pgSz", ("w", "h")))


def _margins(section: etree._Element) -> Element:
    sides = _numbers(section, "pgMar", ("top", "right", "bottom", "left"))
    edges = _numbers(section, "pgMar", ("header", "footer"), otherwise="567")
    return w("pgMar", **{name: abs(each) for name, each in (sides | edges).items()}, gutter=0)


def _numbers(
    section: etree._Element, tag: str, names: tuple[str, ...], otherwise: str = ""
) -> dict[str, int]:
    found = section.find(f"{W}{tag}")
    said = {name: otherwise if found is None else found.get(f"{W}{name}", otherwise)
            for name in names}  # fmt: skip
    if not all(_NUMBER.fullmatch(each) for each in said.values()):
        raise Refused(_NO_PAGE)
    return {name: int(float(each)) for name, each in said.items()}


def _must_have_room(size: Element, sides: Element) -> None:
    """Upright pages must have room for text, and be no larger than Word has them."""
    width, height = sorted(int(size.get(qn(f"w:{name}"))) for name in ("w", "h"))
    across, down = (
        sum(int(sides.get(qn(f"w:{name}"))) for name in names)
        for names in (("left", "right"), ("top", "bottom"))
    )
    fits = width - across >= _LEAST_WIDTH and height - down >= _LEAST_HEIGHT
    if not fits or height > _LARGEST:
        raise Refused(_NO_ROOM)
