"""The chart's twin in words: everything, in order, as a nested list."""

from posts.naming import Mark
from posts.outline import BY_LINE, keys_in, lines, outline, way_to
from posts.snapshot import COUNCIL, LEADS, LINE_NONE, Leads, Post, Snapshot, Unit
from tests.charted import department


def test_the_outline_says_all_that_the_chart_shows():
    assert lines(outline(department())) == [
        "Department: Children’s Services",
        "  - head: Corporate Director",
        "  Division: Safeguarding & Rights",
        "    - head: Divisional Director, Level 5; dotted line to Chief Executive",
        "    Group: Care Management",
        "      - 3 × Group Manager",
        "  Division: Quality & Learning",
        "    - head: Head of Quality, VACANT, to be recruited",
        "    Group: CIAS",
        "      - 2 posts, title not stated, INTERIM; reports to: not stated",
        "Outside the council",
        "Learning and Skills Council",
        "Place not stated",
        "Team: Youth Offender Team",
    ]


def test_by_line_a_post_whose_line_is_not_stated_stands_apart():
    assert lines(outline(department(), by=BY_LINE)) == [
        "Corporate Director; Children’s Services",
        "  Divisional Director, Level 5; Safeguarding & Rights",
        "    (dotted line to Chief Executive)",
        "    3 × Group Manager; Care Management",
        "  Head of Quality, VACANT, to be recruited; Children’s Services",
        "Line not stated",
        "2 posts, title not stated, INTERIM; CIAS",
        "  (reports to: not stated)",
    ]


def test_changes_stand_before_the_thing_they_are_about():
    marks = {
        "care": [Mark("moved", "→ MOVED FROM Resources")],
        "hq": [Mark("new", "+ NEW"), Mark("altered", "REPORTS TO the Director")],
    }
    said = lines(outline(department(), marks=marks))
    assert "    [→ MOVED FROM Resources] Group: Care Management" in said
    assert [line for line in said if "REPORTS TO" in line] == [
        "    - head: [+ NEW; REPORTS TO the Director] Head of Quality, VACANT, to be recruited"
    ]


def test_the_lists_that_open_are_the_lists_that_close():
    (council, *_) = outline(department())
    assert [(entry.key, entry.opens, entry.closes) for entry in council.entries] == [
        ("csd", True, 0),
        ("sr", True, 0),
        ("care", False, 1),
        ("ql", True, 0),
        ("cias", False, 2),
    ]


def test_a_post_that_heads_a_unit_is_listed_there_and_nowhere_else():
    said = [line.strip() for line in lines(outline(department())) if "Head of Quality" in line]
    assert said == ["- head: Head of Quality, VACANT, to be recruited"]


def test_a_post_that_leads_the_work_of_its_own_unit_is_listed_once():
    unit = Unit(key="u", name="Performance", place=COUNCIL)
    post = Post(key="p", title="Analyst", unit="u", line=LINE_NONE)
    leads = (Leads(post="p", unit="u", how=LEADS),)
    one = Snapshot(key="s", title="S", units={"u": unit}, posts={"p": post}, leads=leads)
    assert lines(outline(one)) == ["Performance", "  - led by: Analyst"]


def test_a_structure_a_thousand_levels_deep_is_said():
    units = {"0": Unit(key="0", name="Unit", place=COUNCIL)}
    for level in range(1, 1001):
        units[str(level)] = Unit(key=str(level), name="Unit", parent=str(level - 1))
    (part,) = outline(Snapshot(key="s", title="S", units=units))
    assert part.entries[-1].depth == part.entries[-1].closes == 1000


def test_of_some_lines_no_more_is_kept_than_them_and_the_way_down_to_them():
    said = outline(department())
    assert lines(way_to(said, {"gm", "lsc"})) == [
        "Department: Children’s Services",
        "  Division: Safeguarding & Rights",
        "    Group: Care Management",
        "      - 3 × Group Manager",
        "Outside the council",
        "Learning and Skills Council",
    ]


def test_the_lists_that_are_kept_open_and_close_as_they_did_in_the_whole():
    (council,) = way_to(outline(department()), {"care", "ql"})
    assert [(entry.key, entry.opens, entry.closes) for entry in council.entries] == [
        ("csd", True, 0),
        ("sr", True, 0),
        ("care", False, 1),
        ("ql", False, 1),
    ]


def test_all_that_is_kept_is_all_there_is_if_all_is_wanted():
    said = outline(department())
    assert way_to(said, keys_in(said)) == said
    assert way_to(said, set()) == ()
