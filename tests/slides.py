"""Presentations opened again: the boxes and lines of a slide, where they are, and what is said."""

import io

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from reports.formats import pptx
from reports.formats.powerpoint.bent import Bent, corners
from tests.office import small


def opened(data):
    return Presentation(io.BytesIO(data))


def made(*contents, **facts):
    return list(opened(pptx.write(small(*contents, **facts))).slides)


def inside(slide):
    """The shapes of the charts on a slide."""
    groups = [each for each in slide.shapes if each.shape_type == MSO_SHAPE_TYPE.GROUP]
    return [shape for group in groups for shape in group.shapes]


def boxes(slide):
    return {each.shape_id: each for each in inside(slide) if each.name.startswith("Box")}


def joins(slide):
    return [each for each in inside(slide) if each._element.tag == qn("p:cxnSp")]


def ends(connector):
    """The boxes at both ends of a line, each with the place at which it is glued."""
    held = connector._element.find(qn("p:nvCxnSpPr")).find(qn("p:cNvCxnSpPr"))
    return [
        (int(end.get("id")), int(end.get("idx")))
        for end in (held.find(qn("a:stCxn")), held.find(qn("a:endCxn")))
    ]


def place_of(box, site):
    """Where a box has a place to be glued, by its own outline."""
    middle = box.left + box.width / 2, box.top + box.height / 2
    places = [
        (middle[0], box.top),
        (box.left, middle[1]),
        (middle[0], box.top + box.height),
        (box.left + box.width, middle[1]),
    ]
    guide = box._element.spPr.find(f".//{qn('a:gd')}")
    if guide is not None:
        places.append((box.left + int(guide.get("fmla").split()[1]), box.top + box.height))
    return places[site]


def drawn(connector):
    """Where a line runs when it is drawn."""
    frame, shape = connector._element.spPr.find(qn("a:xfrm")), connector._element.spPr
    bends = tuple(int(each.get("fmla").split()[1]) for each in shape.iter(qn("a:gd")))
    return corners(
        Bent(
            shape.find(qn("a:prstGeom")).get("prst"),
            frame.off.x, frame.off.y, frame.ext.cx, frame.ext.cy,
            turn=int(frame.get("rot") or 0), flip_h=frame.get("flipH") == "1",
            flip_v=frame.get("flipV") == "1", bends=bends,
        )
    )  # fmt: skip


def said(slide):
    return slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""


def texts(slide):
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
