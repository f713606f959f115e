"""What a chart is drawn of, as values: the same boxes and lines as in its picture."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posts.chart import BY_LINE, BY_UNIT, draw
from tests.charted import council, department
from tests.made_up import snapshot
from tests.papers import COUNCILS, council_file

STEP = re.compile(r"M([\d.]+) ([\d.]+)([HV])([\d.]+)")


def strokes(chart):
    """The straight pieces of the connectors in the picture, as x, y, x, y."""
    wires = "".join(re.findall(r'class="wire" d="([^"]+)"', chart.svg))
    for x, y, way, end in STEP.findall(wires):
        x, y, end = float(x), float(y), float(end)
        yield (x, y, end, y) if way == "H" else (x, y, x, end)


def runs_along(piece, drawn):
    """Whether a straight piece lies on what is drawn: at its ends and ten points between them."""
    (x1, y1), (x2, y2) = piece
    points = [(x1 + (x2 - x1) * n / 11, y1 + (y2 - y1) * n / 11) for n in range(12)]
    return all(any(is_on(point, stroke) for stroke in drawn) for point in points)


def is_on(point, stroke):
    (x, y), (a, b, c, d) = point, stroke
    across = min(a, c) - 0.1 <= x <= max(a, c) + 0.1
    return across and min(b, d) - 0.1 <= y <= max(b, d) + 0.1


def is_sound(chart):
    """Whether each box below another is joined to it, once, along what is drawn."""
    places = {box.key: box.place for box in chart.boxes}
    joined = [(line.start, line.end) for line in chart.lines if line.name is None]
    assert sorted(joined) == sorted((box.above, box.key) for box in chart.boxes if box.above)
    drawn = list(strokes(chart))
    for line in chart.lines:
        (x, y), (end_x, end_y) = line.corners[0], line.corners[-1]
        start, end = places[line.start], places[line.end]
        assert start.x <= x <= start.x + start.width
        assert start.y <= y <= start.y + start.height + 0.1
        assert end.x - 0.1 <= end_x <= end.x + end.width + 0.1
        assert end.y <= end_y <= end.y + end.height + 0.1
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(line.corners))
        if line.name is None:
            assert all(runs_along(piece, drawn) for piece in pairwise(line.corners))
    return True


def test_each_box_is_there_with_what_it_says_and_what_it_stands_below():
    chart = draw(department())
    said = {box.key: (box.above, box.sheet.cell.texts[0].words) for box in chart.boxes}
    assert said["sr"] == ("csd", "Safeguarding & Rights")
    assert said["lsc"] == (None, "Learning and Skills Council")
    assert len(said) == chart.shown


def test_a_box_stands_before_those_below_it():
    seen = set()
    for box in draw(snapshot(200), most=None).boxes:
        assert box.above is None or box.above in seen
        seen.add(box.key)


def test_a_dotted_line_is_joined_to_both_boxes_and_named():
    (line,) = [line for line in draw(department()).lines if line.name]
    assert (line.start, line.end) == ("sr", "beyond Chief Executive")
    assert line.name == "dotted line: Divisional Director to Chief Executive"


def test_a_group_apart_has_its_ground_and_heading():
    headings = [ground.heading for ground in draw(department()).grounds]
    assert headings == ["Outside the council", "Place not stated"]


def test_a_branch_that_is_not_open_counts_what_it_hides():
    chart = draw(council(2, 3), most=0, opened={"council"})
    assert [(box.key, box.hidden) for box in chart.boxes] == [("c", 8)]


@pytest.mark.parametrize("restructure", COUNCILS)
def test_lines_run_along_what_is_drawn_in_the_five_papers(restructure):
    for each in council_file(COUNCILS[restructure]).structures:
        for by in (BY_UNIT, BY_LINE):
            assert is_sound(draw(each.snapshot, by=by, most=None))


@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=4),
    st.sampled_from([400, 700, 1300]),
    st.sampled_from([120, 173]),
)
@settings(max_examples=60, deadline=None)
def test_lines_run_along_what_is_drawn_however_it_is_set_out(fans, wide, column):
    assert is_sound(draw(council(*fans), most=None, wide=wide, tall=600, column=column))


def test_lines_run_along_what_is_drawn_in_a_large_council():
    assert is_sound(draw(snapshot(300), most=None, wide=1380, tall=758))
