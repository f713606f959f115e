"""Where each service goes, as a picture: every flow drawn, and said."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from reports.crossings import Flow, Row, Side, draw

RESOURCES = Side(
    "res",
    "Resources",
    (Row("bs", "Business Services"), Row("es", "E-services"), Row("rest", "anything else")),
    "deleted",
    "× CLOSED",
)
YOUTH = Side("ey", "Early Years, Youth & Education Services", (Row("yo", "Youth"),), "deleted")
QUALITY = Side("qi", "Quality and Improvement", (Row("bs", "Business Services"),), "new", "+ NEW")
FUTURES = Side("tf", "Transforming Futures", (Row("yo", "Youth"), Row("es", "DGfL")), "new")
FLOWS = (Flow("bs", "bs", words="→ MOVED"), Flow("es", "es"), Flow("yo", "yo"))


def drawn(**asked):
    return draw([RESOURCES, YOUTH], [QUALITY, FUTURES], FLOWS, **asked)


def heights(svg, side):
    boxes = ElementTree.fromstring(svg).findall("g/rect")
    edges = sorted({float(box.get("x")) for box in boxes})
    column = [box for box in boxes if float(box.get("x")) == edges[side]]
    return [(float(box.get("y")), float(box.get("height"))) for box in column]


def test_every_flow_is_a_curve_and_a_sentence():
    assert drawn().svg.count('class="curve moved"') == len(FLOWS)
    assert drawn().words == (
        "Resources, Business Services: to Quality and Improvement.",
        "Resources, E-services: to Transforming Futures, as DGfL.",
        "Resources, anything else: where it goes is not stated.",
        "Early Years, Youth & Education Services, Youth: to Transforming Futures.",
    )


def test_a_service_that_goes_nowhere_stated_is_marked_so():
    assert re.findall(r'class="w unplaced"[^>]*>([^<]+)', drawn().svg) == ["not stated"]


@pytest.mark.parametrize("side", [0, 1])
def test_no_two_boxes_of_a_side_overlap(side):
    boxes = heights(drawn().svg, side)
    assert len(boxes) == 2
    assert all(top + height < below for (top, height), (below, _) in pairwise(boxes))


def test_the_picture_is_named_by_its_title_and_described_by_all_its_sentences():
    picture = ElementTree.fromstring(drawn(ident="flows").svg)
    assert picture.get("aria-labelledby") == "flows-title"
    assert picture.find("title").text == "Where each service goes"
    assert picture.find("desc").text == " ".join(drawn().words)


def test_the_same_flows_make_the_same_picture():
    assert drawn(stand_alone=True) == drawn(stand_alone=True)


def test_a_flow_from_nowhere_is_refused_by_name():
    with pytest.raises(ValueError, match="'ghost'"):
        draw([RESOURCES], [QUALITY], [Flow("ghost", "bs")])
