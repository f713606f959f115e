"""Pictures of charts: a PNG for every reader, and the same as SVG for those that draw it sharper.

Its one rule: a picture says in its alternative text what the list in words holds in full.
"""

import io
from collections.abc import Sequence

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from posts.picture import to_png
from reports.formats.texts import safe
from reports.sections.blocks import Picture

from .elements import Element, paragraph, w
from .pages import Page
from .plain_svg import with_styles_in_place

_EMU_A_TWIP = 635
_DOTS, _LEAST_SCALE, _MOST_SCALE = 8_000_000, 1.0, 1.6
_LARGEST = 1.0
"""No chart is drawn larger than 1 px to 1/96 inch: a small one need not fill its page."""
_EMU_A_PIXEL = 9525
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_NAMES = {name: nsmap[name] for name in ("a", "pic", "r", "wp")} | {"asvg": _SVG}


def picture(
    document: Document, block: Picture, page: Page, *, number: int, room: int, scale: float
) -> Element:
    """A paragraph that holds the picture, as large as the page has room for.

    `scale` is how many dots of the PNG stand for one pixel of the drawing.
    """
    plain = with_styles_in_place(block.svg)
    png, _ = document.part.get_or_add_image(io.BytesIO(to_png(plain, scale)))
    name = PackURI(f"/word/media/chart{number}.svg")
    part = Part(name, "image/svg+xml", plain.encode(), document.part.package)
    svg = document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    drawn = w("drawing", _inline(block, number, _size(block, page, room), png, svg))
    return paragraph("ChartPicture", w("r", drawn))


def sharpness(pictures: Sequence[Picture]) -> float:
    """The scale at which a paper's pictures are drawn: sharp if they are few, legible if many."""
    dots = sum(each.width * each.height for each in pictures)
    return max(_LEAST_SCALE, min(_MOST_SCALE, (_DOTS / dots) ** 0.5)) if dots else _MOST_SCALE


def _size(block: Picture, page: Page, room: int) -> tuple[int, int]:
    """Width and height in EMU, fitted between the margins."""
    fit = min(
        page.text_width * _EMU_A_TWIP / block.width,
        room * _EMU_A_TWIP / block.height,
        _LARGEST * _EMU_A_PIXEL,
    )
    return int(block.width * fit), int(block.height * fit)


def _inline(block: Picture, number: int, size: tuple[int, int], png: str, svg: str) -> Element:
    extent = {"cx": size[0], "cy": size[1]}
    name = f"Chart picture {number}"
    facts = _d("wp:docPr", id=number, name=name, descr=safe(block.alt), title=safe(block.title))
    locks = _d("wp:cNvGraphicFramePr", _d("a:graphicFrameLocks", noChangeAspect=1))
    graphic = _d(
        "a:graphic",
        _d("a:graphicData", _pic(name, extent, png, svg), uri=_NAMES["pic"]),
    )
    sides = dict.fromkeys(("distT", "distB", "distL", "distR"), 0)
    return _d("wp:inline", _d("wp:extent", **extent), facts, locks, graphic, **sides)


def _pic(name: str, extent: dict[str, int], png: str, svg: str) -> Element:
    blip = _d(
        "a:blip", _d("a:extLst", _d("a:ext", _linked("asvg:svgBlip", svg), uri=_SVG_EXTENSION))
    )
    blip.set(qn("r:embed"), png)
    return _d(
        "pic:pic",
        _d("pic:nvPicPr", _d("pic:cNvPr", id=0, name=name), _d("pic:cNvPicPr")),
        _d("pic:blipFill", blip, _d("a:stretch", _d("a:fillRect"))),
        _d(
            "pic:spPr",
            _d("a:xfrm", _d("a:off", x=0, y=0), _d("a:ext", **extent)),
            _d("a:prstGeom", _d("a:avLst"), prst="rect"),
        ),
    )


def _linked(tag: str, part_id: str) -> Element:
    element = _d(tag)
    element.set(qn("r:embed"), part_id)
    return element


def _d(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of DrawingML, by its prefixed name."""
    prefix, name = tag.split(":")
    names = {key: _NAMES[key] for key in {prefix, "r"}}
    element = oxml_parser.makeelement(f"{{{_NAMES[prefix]}}}{name}", nsmap=names)
    for key, value in attributes.items():
        element.set(key, str(value))
    element.extend(children)
    return element
