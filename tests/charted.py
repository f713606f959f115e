"""Two structures to draw, a small directorate with one of everything and a tree; charts read."""

from xml.etree import ElementTree

from posts.snapshot import (
    COUNCIL,
    DOTTED,
    LINE_NONE,
    LINE_STATED,
    OUTSIDE,
    UNPLACED,
    Leads,
    Post,
    ReportingLine,
    Snapshot,
    Unit,
)

_UNITS = (
    Unit(key="csd", name="Children’s Services", kind="department", place=COUNCIL),
    Unit(key="sr", name="Safeguarding & Rights", kind="division", parent="csd"),
    Unit(key="care", name="Care Management", kind="group", parent="sr"),
    Unit(key="ql", name="Quality & Learning", kind="division", parent="csd"),
    Unit(key="cias", name="CIAS", kind="group", parent="ql"),
    Unit(key="lsc", name="Learning and Skills Council", place=OUTSIDE),
    Unit(key="yot", name="Youth Offender Team", kind="team", place=UNPLACED),
)
_POSTS = (
    Post(key="cd", title="Corporate Director", unit="csd", line=LINE_NONE),
    Post(key="dd", title="Divisional Director", unit="sr", line=LINE_STATED, reports_to="cd",
         grade="Level 5"),
    Post(key="hq", title="Head of Quality", unit="csd", line=LINE_STATED, reports_to="cd",
         state="vacant", filled_by="to be recruited"),
    Post(key="gm", title="Group Manager", unit="care", number=3, line=LINE_STATED,
         reports_to="dd"),
    Post(key="x", unit="cias", number=2, state="interim"),
)  # fmt: skip


def department() -> Snapshot:
    """A department with two divisions, a body outside, and a team whose place is not stated."""
    return Snapshot(
        key="proposed",
        title="Proposed structure",
        units={unit.key: unit for unit in _UNITS},
        posts={post.key: post for post in _POSTS},
        leads=(
            Leads(post="cd", unit="csd"),
            Leads(post="dd", unit="sr"),
            Leads(post="hq", unit="ql"),
        ),
        lines=(ReportingLine(post="dd", kind=DOTTED, to_other="Chief Executive"),),
    )


def council(*fans: int, name: str = "Unit") -> Snapshot:
    """A council in which each unit of the first level has so many units below it, and so on."""
    units, level = {"c": Unit(key="c", name=name, place=COUNCIL)}, ["c"]
    for fan in fans:
        level = [f"{key}.{number}" for key in level for number in range(fan)]
        for key in level:
            parent = key.rpartition(".")[0]
            units[key] = Unit(key=key, name=f"{name} {key}", kind="unit", parent=parent)
    return Snapshot(key="council", title="Council", units=units)


def read(chart):
    return ElementTree.fromstring(chart.svg.replace(' xmlns="http://www.w3.org/2000/svg"', ""))


def boxes(chart):
    return {box.get("data-key"): box for box in read(chart).iter() if box.get("data-key")}


def lines(chart, key):
    return [text.text for text in boxes(chart)[key].iter("text")]
