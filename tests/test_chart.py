"""A structure as a picture: every thing in it is drawn and named."""

import re
from dataclasses import replace
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from posts.chart import BY_LINE, BY_UNIT, Mark, draw, draw_pair
from posts.lettering import clean, text_width, wrap
from posts.picture import to_png
from posts.snapshot import (
    ACCOUNTABLE,
    COUNCIL,
    DOTTED,
    JOINT,
    LEADS,
    LINK,
    OUTSIDE,
    Leads,
    Post,
    ReportingLine,
    Snapshot,
    Unit,
)
from tests.charted import boxes, council, department, lines, read
from tests.literals import structure


def test_every_unit_of_every_place_is_drawn_once():
    drawn = re.findall(r'data-key="([^"]+)"', draw(department()).svg)
    assert sorted(drawn) == sorted([*department().units, "beyond Chief Executive"])


def test_a_box_holds_the_units_name_its_head_with_the_grade_and_its_other_posts():
    chart = draw(department())
    assert lines(chart, "sr") == [
        "Safeguarding & Rights",
        "Divisional Director",
        "Level 5",
        "dotted line to Chief",
        "Executive",
    ]
    assert lines(chart, "ql") == [
        "Quality & Learning",
        "Head of Quality",
        "VACANT, to be recruited",
    ]
    assert lines(chart, "care") == ["Care Management", "3 × Group Manager"]


def led(how_far_up):
    """The department with the work of a group led by the head of the unit so far above it."""
    post = {1: "dd", 2: "cd"}[how_far_up]
    plain = department()
    return replace(plain, leads=(*plain.leads, Leads(post=post, unit="care", how=LEADS)))


def test_who_heads_the_unit_right_above_is_not_said_again_but_heard():
    chart = draw(led(1))
    assert lines(chart, "care") == ["Care Management", "3 × Group Manager"]
    assert "leads: Divisional Director" in boxes(chart)["care"].get("aria-label")
    assert lines(draw(led(2)), "care")[1:3] == ["led by Corporate", "Director"]


def test_posts_without_a_title_are_called_by_their_category():
    post = Post(key="p", unit="u", number=3, category="Assistant Director")
    unit = Unit(key="u", name="Children’s Services", place=COUNCIL)
    chart = draw(Snapshot(key="s", title="S", units={"u": unit}, posts={"p": post}))
    said = "3 Assistant Director posts, title not stated"
    assert " ".join(lines(chart, "u")[1:]) == said
    assert said in boxes(chart)["u"].get("aria-label")


def test_a_title_that_is_not_stated_says_so_in_italics():
    box = boxes(draw(department()))["cias"]
    said = [(text.get("class"), text.text) for text in box.iter("text")][1:]
    assert said == [("s u", "2 posts, title not stated,"), ("s u", "INTERIM")]


def test_what_is_outside_the_council_or_without_a_place_stands_under_its_own_heading():
    headings = [text.text for text in read(draw(department())).findall("text")]
    assert headings == ["Outside the council", "Place not stated"]


def test_drawn_by_line_a_post_without_a_stated_line_hangs_from_nobody():
    chart = draw(department(), by=BY_LINE)
    assert [text.text for text in read(chart).findall("text")] == ["Line not stated"]
    wires = read(chart).findall("path[@class='wire']")
    assert len(wires) == 1
    assert boxes(chart)["x"].get("aria-label") == (
        "2 posts, title not stated, INTERIM; CIAS; reports to: not stated"
    )


def test_a_dotted_line_leads_to_a_grey_box_outside_the_chart():
    chart = draw(department())
    assert lines(chart, "beyond Chief Executive")[:2] == ["Chief Executive", "outside this chart"]
    dotted = read(chart).find("path[@class='wire-dot']/title")
    assert dotted.text == "dotted line: Divisional Director to Chief Executive"


def test_lines_of_a_kind_that_is_not_asked_for_are_left_out():
    chart = draw(department(), lines=())
    assert lines(chart, "sr") == ["Safeguarding & Rights", "Divisional Director", "Level 5"]
    assert "beyond Chief Executive" not in boxes(chart)


def test_joint_working_can_be_left_out_and_dotted_lines_stay():
    joint = ReportingLine(post="dd", kind=JOINT, to="hq")
    both = replace(department(), lines=(*department().lines, joint))
    assert "joint line to Head of Quality" in draw(both).svg
    chart = draw(both, lines=(DOTTED, LINK, ACCOUNTABLE))
    assert "joint" not in chart.svg
    assert "dotted line to Chief" in lines(chart, "sr")


def linked(*fans):
    """A council whose every unit has a head, each with a link to every other."""
    plain = council(*fans)
    posts = {f"p{key}": Post(key=f"p{key}", title=key, unit=key) for key in plain.units}
    lines = [ReportingLine(post=a, kind=LINK, to=b) for a in posts for b in posts if a != b]
    return replace(plain, posts=posts, lines=tuple(lines))


def test_a_line_is_drawn_only_where_it_runs_behind_no_box():
    chart = draw(linked(3, 3), by=BY_UNIT)
    places = list(located(chart))
    paths = [path.get("d") for path in read(chart).findall("path[@class='wire-dot']")]
    assert 5 < len(paths) < len(linked(3, 3).lines) / 2
    for path in paths:
        corners = [tuple(map(float, corner.split())) for corner in path[1:].split("L")]
        for a, b in pairwise(corners):
            assert not any(runs_behind(a, b, place) for place in places)


def located(chart):
    for box in boxes(chart).values():
        x, y = map(float, box.find("g").get("transform")[10:-1].split())
        rect = box.find("g/rect[@class='b']")
        yield x, y, x + float(rect.get("width")), y + float(rect.get("height"))


def runs_behind(a, b, place):
    (left, right), (top, bottom) = sorted((a[0], b[0])), sorted((a[1], b[1]))
    x1, y1, x2, y2 = place
    return left < x2 - 1 and right > x1 + 1 and top < y2 - 1 and bottom > y1 + 1


def test_a_large_council_shows_its_top_and_says_what_is_below():
    chart = draw(council(4, 10, 20), most=300, opens=lambda key: f"?open={key}")
    assert chart.shown == 1 + 4 + 40
    assert chart.hidden["c.0.0"] == 20
    more = read(chart).find("a[@data-opens='c.0.0']")
    assert (more.get("href"), more.find("text").text) == ("?open=c.0.0", "+ 20 below")
    assert chart.words == "45 × unit; 800 more not shown."


def test_opening_a_branch_shows_it_with_all_its_siblings():
    chart = draw(council(4, 10, 20), most=10, opened={"c.2.3"})
    assert {key for key in boxes(chart) if key.startswith("c.2.3.")} == {
        f"c.2.3.{number}" for number in range(20)
    }
    assert chart.shown == 1 + 4 + 10 + 20


def test_a_file_holds_the_whole_council():
    assert draw(council(4, 10, 20), most=None).shown == 1 + 4 + 40 + 800


def test_boxes_are_links_where_they_have_an_address_and_named_where_not():
    assert boxes(draw(department(), href=lambda key: f"/{key}/"))["care"].get("href") == "/care/"
    assert boxes(draw(department()))["care"].get("role") == "img"


def test_two_charts_on_one_page_share_no_id():
    page = draw(department(), ident="existing").svg + draw(department(), ident="proposed").svg
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) == 6
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(ids)


def test_two_charts_side_by_side_have_their_second_tiers_at_one_height():
    marks = {"csd": [Mark("new", "+ NEW")]}
    pair = draw_pair(department(), department(), marks=({}, marks))
    existing, proposed = (dict(placed(chart)) for chart in pair)
    assert existing["ql"][1] == proposed["ql"][1]
    assert existing["csd"][3] < proposed["csd"][3]


def placed(chart):
    """Each box with its left, top, right and bottom."""
    return zip(boxes(chart), located(chart), strict=True)


def second_tier(*fans, **asked):
    chart = draw(council(*fans), **asked)
    places = dict(placed(chart))
    return chart, [places[f"c.{number}"] for number in range(fans[0])]


def test_five_divisions_stand_in_a_row_beside_another_chart():
    chart, divisions = second_tier(5, 2, column=149, wide=650)
    assert len({top for _, top, _, _ in divisions}) == 1
    assert round(chart.width) <= 650


def test_what_is_outside_the_council_stands_below_its_chart():
    chart = draw(department())
    places = dict(placed(chart))
    lowest = max(places[key][3] for key in ("csd", "sr", "care", "ql", "cias"))
    assert all(places[key][1] > lowest for key in ("lsc", "yot"))


many = st.lists(st.integers(1, 7), min_size=1, max_size=2)


@given(
    many, st.sampled_from([300, 650, 1300]), st.sets(st.sampled_from(["Members", "NHS", "x" * 90]))
)
@settings(deadline=None, max_examples=60)
def test_no_two_boxes_of_a_chart_overlap(fans, wide, whom):
    plain = linked(*fans)
    lines = [ReportingLine(post="pc", kind=DOTTED, to_other=name) for name in sorted(whom)]
    units = plain.units | {f"o{n}": Unit(key=f"o{n}", name="Out", place=OUTSIDE) for n in range(9)}
    chart = draw(replace(plain, units=units, lines=tuple(lines)), wide=wide, column=149)
    for (a, b, c, d), (e, f, g, h) in combinations(located(chart), 2):
        assert c <= e + 0.2 or g <= a + 0.2 or d <= f + 0.2 or h <= b + 0.2


@given(st.text(max_size=600), st.text(max_size=600))
@settings(deadline=None, max_examples=60)
def test_no_name_breaks_a_picture(name, title):
    unit = Unit(key="u", name=name or "U", place=COUNCIL)
    post = Post(key="p", title=title, unit="u")
    chart = draw(Snapshot(key="s", title=title, units={"u": unit}, posts={"p": post}))
    assert list(boxes(chart)) == ["u"]


@given(st.text(max_size=200), st.sampled_from([11.5, 12.5, 13.5]), st.booleans())
def test_every_line_of_a_text_fits_and_no_letter_is_lost(text, size, bold):
    broken = wrap(text, size, 120, bold=bold)
    assert all(text_width(line, size, bold=bold) <= 120 for line in broken)
    assert letters("".join(broken)) == letters(text)


def letters(text):
    return [letter for letter in "".join(clean(text).split()) if letter != "-"]


def test_a_word_too_long_for_its_box_is_broken_after_a_vowel():
    assert wrap("RESPONSIBILITIES CHANGED", 11.5, 95, bold=True) == (
        "RESPONSIBILI-",
        "TIES CHANGED",
    )
    assert wrap("0" * 30, 11.5, 95) == ("0" * 14, "0" * 14, "00")


def test_a_very_long_name_is_cut_in_the_box_and_whole_in_its_words():
    name = "Strategic " * 50
    unit = Unit(key="u", name=name, place=COUNCIL)
    chart = draw(Snapshot(key="s", title="S", units={"u": unit}))
    assert lines(chart, "u")[-1].endswith("…")
    assert boxes(chart)["u"].find("title").text == name.strip()


def test_a_png_shows_the_words_in_our_own_font():
    svg = draw(department(), stand_alone=True).svg
    silent = re.sub(r"<text.*?</text>", "", svg)
    assert len(to_png(svg)) > 2 * len(to_png(silent))


def test_an_empty_structure_says_that_nothing_is_drawn():
    chart = draw(Snapshot(key="s", title="Draft"))
    assert read(chart).find("text").text == "Nothing is drawn yet."


def test_a_directorate_without_divisions_is_drawn_like_its_peers():
    drawn = structure(
        """
        directorate hub | Hub
          team north | North
        directorate office | Chief Executive's Office
        """
    )
    assert draw(drawn).svg.count('class="bx unit top"') == 2
