"""A council file is read into the values that everything else is made from."""

from decimal import Decimal
from pathlib import Path
from textwrap import dedent, indent

import pytest

from posts.snapshot import Ending, Leads, Origin, OtherName, Post, ReportingLine, Unit
from reports.councilfile.reading import read
from reports.councilfile.values import CouncilFile, Grade, Kind, Tier
from reports.proposal import Milestone, Phase, Recommendation, Scope, Statement

FIXTURES = sorted((Path(__file__).parent.parent / "fixtures").glob("*.yaml"))

COUNCIL = """\
format: 1
council:
  slug: wyreham
  name: Wyreham Borough Council
"""


def council_file(text: str) -> CouncilFile:
    """Read the rest of a small council's file."""
    return read((COUNCIL + text).encode(), "wyreham.yaml")


def snapshot(text: str):
    """Read one structure of which only the places are given."""
    head = "structures:\n  - id: now\n    title: Now\n    status: draft\n"
    return council_file(head + indent(dedent(text), "    ")).structures[0].snapshot


WORDS_TIERS_AND_GRADES = """\
  other_names:
    - name: WBC
      source: Summary
  kinds:
    - name: directorate
    - name: function
      function: yes
  tiers:
    - tier: 1
      name: Director
  grades:
    - name: Level 5
      rank: 2
      pounds: 41000.50
      basis: gross, plus on-costs
      year: 2005-06
      source: §3.5
"""


def test_a_council_has_words_tiers_and_grades():
    read_file = council_file(WORDS_TIERS_AND_GRADES)
    assert read_file.other_names == (OtherName("WBC", ("Summary",)),)
    assert read_file.kinds == (Kind(name="directorate"), Kind(name="function", is_function=True))
    assert read_file.tiers == (Tier(tier=1, name="Director"),)
    assert read_file.grades == (
        Grade(
            name="Level 5",
            rank=2,
            pounds=Decimal("41000.50"),
            basis="gross, plus on-costs",
            year="2005-06",
            sources=("§3.5",),
        ),
    )


def test_a_text_is_kept_as_it_stands():
    """No guessing: yes, 1.10, null and dates are what they are on the page."""
    posts = snapshot("""\
        posts:
          - title: yes
            state: null
            contract: 1.10
            location: 2006-04-01
            post_number: 007
            cost_centre: 1_000
            category: "  spaced  "
            responsibilities: |
              first line

              second line
        """).posts
    (post,) = posts.values()
    assert (post.title, post.state, post.contract) == ("yes", "null", "1.10")
    assert (post.location, post.post_number, post.cost_centre) == ("2006-04-01", "007", "1_000")
    assert post.category == "  spaced  "
    assert post.responsibilities == "first line\n\nsecond line"


def test_what_is_left_out_or_not_stated_is_unknown_but_for_the_number():
    posts = snapshot("""\
        posts:
          - id: a
            title: not stated
            tier:
            number: not stated
          - id: b
            title: Clerk
            number:
        """).posts
    assert posts["a"] == Post(key="a", number=None)
    assert posts["b"] == Post(key="b", title="Clerk", number=1)


def test_units_nest_and_only_the_top_says_its_place():
    units = snapshot("""\
        units:
          - id: top
            name: Top
            units:
              - id: one
                name: One
              - id: two
                name: Two
        outside:
          - id: lsc
            name: Learning and Skills Council
        unplaced:
          - id: yot
            name: Youth Offending Team
        """).units
    assert [(unit.key, unit.parent, unit.place, unit.position) for unit in units.values()] == [
        ("top", None, "council", 1024),
        ("one", "top", None, 1024),
        ("two", "top", None, 2048),
        ("lsc", None, "outside", 2048),
        ("yot", None, "unplaced", 3072),
    ]


ONE_FUNCTION = """\
  kinds:
    - name: function
      function: yes
structures:
  - id: now
    title: Now
    status: draft
    units:
      - id: work
        name: School transport
        kind: function
"""


def test_the_kind_says_whether_a_unit_is_a_function():
    units = council_file(ONE_FUNCTION).structures[0].snapshot.units
    assert units["work"] == Unit(
        key="work", name="School transport", kind="function", is_function=True, place="council"
    )


def test_a_post_says_its_line_in_one_of_four_ways():
    posts = snapshot("""\
        posts:
          - id: chief
            reports_to: none
          - id: director
            reports_to: chief
          - id: nurse
            reports_to_other: the Primary Care Trust
          - id: clerk
            reports_to: not stated
        """).posts
    assert [(post.line, post.reports_to, post.reports_to_other) for post in posts.values()] == [
        ("none", None, None),
        ("stated", "chief", None),
        ("outside", None, "the Primary Care Trust"),
        ("not stated", None, None),
    ]
    assert [post.position for post in posts.values()] == [1024, 2048, 3072, 4096]


def test_who_leads_a_unit_and_the_lines_beside_the_line():
    now = snapshot("""\
        units:
          - id: services
            name: Services
            head: [a, b]
            acting_head: c
            led_by: a
            posts:
              - id: a
                lines:
                  - kind: dotted
                    to: b
                    source: [1.6, L698]
                  - kind: accountable
                    to_other: Members
              - id: b
              - id: c
        """)
    assert now.leads == (
        Leads(post="a", unit="services"),
        Leads(post="b", unit="services"),
        Leads(post="c", unit="services", how="acting head"),
        Leads(post="a", unit="services", how="leads"),
    )
    assert now.lines == (
        ReportingLine(post="a", kind="dotted", to="b", sources=("1.6", "L698")),
        ReportingLine(post="a", kind="accountable", to_other="Members"),
    )


BEFORE_AND_AFTER = """\
structures:
  - id: before
    title: Before
    status: on record
    units:
      - id: css
        name: Children's Support
      - id: old
        name: Old
  - id: after
    title: After
    status: on record
    drawn_from: before
    complete_to_tier: 2
    in_force_from: by  December 2009
    source: §1
    units:
      - id: new
        name: New
        from: new
        posts:
          - id: post
            from: not stated
      - id: mixed
        name: Mixed
        from:
          - id: css
            share: mostly
            certainty: derived
          - outside: Learning and Skills Council
          - share: not stated
            source: ¶9
    ends:
      - id: old
        effective: 1 April 2010
        source: ¶6
"""


def test_where_things_came_from_and_what_ends():
    after = council_file(BEFORE_AND_AFTER).structures[1]
    assert after.snapshot.origins == (
        Origin(key="new", share="new"),
        Origin(key="post", share="not stated"),
        Origin(key="mixed", share="mostly", came_from="css", certainty="derived"),
        Origin(key="mixed", share="whole", outside="Learning and Skills Council"),
        Origin(key="mixed", share="not stated", sources=("¶9",)),
    )
    assert after.snapshot.endings == (Ending(key="old", effective="1 April 2010", sources=("¶6",)),)
    assert (after.drawn_from, after.in_force_from) == ("before", "by December 2009")
    assert (after.snapshot.complete_to_tier, after.sources) == (2, ("§1",))


RESTRUCTURE = """\
restructures:
  - id: wyreham-2009
    title: Realignment
    before: before
    after: after
    body: Cabinet
    meeting: 9 September 2009
    effective: 1 April 2010
    phases:
      - name: one
        when: spring
    scope:
      - id: old
        scope: out
        why: for the late report
    milestones:
      - what: Consultation ends
        when: mid March
        earliest: 11 March 2010
        latest: 2010-03-20
        certainty: doubtful
    recommendations:
      - number: 1
        verb: agree
        text: the structure
    statements:
      - about: senior posts
        says: six senior posts
        value: 6
        counts: posts
        in: after
        where:
          to_tier: 2
          under: mixed
          outside: no
          change: joins from outside
      - says: a saving
        value: -1.5
        counts: pounds
"""


def test_a_restructure_holds_what_the_paper_says():
    (proposal,) = council_file(BEFORE_AND_AFTER + RESTRUCTURE).proposals
    assert (proposal.before, proposal.after, proposal.meeting) == ("before", "after", "2009-09-09")
    assert proposal.phases == (Phase(name="one", when="spring"),)
    assert proposal.scope == (Scope(key="old", scope="out", why="for the late report"),)
    assert proposal.milestones == (
        Milestone(
            what="Consultation ends",
            when="mid March",
            earliest="2010-03-11",
            latest="2010-03-20",
            certainty="doubtful",
        ),
    )
    assert proposal.recommendations == (
        Recommendation(number="1", verb="agree", text="the structure"),
    )
    counted, saving = proposal.statements
    assert counted == Statement(
        about="senior posts",
        says="six senior posts",
        value=Decimal(6),
        counts="posts",
        side="after",
        where={
            "to_tier": 2,
            "under": "mixed",
            "outside": False,
            "change": "joins from outside",
        },
    )
    assert saving == Statement(says="a saving", value=Decimal("-1.5"), counts="pounds")


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_each_paper_reads_without_a_fault(path):
    assert read(path.read_bytes(), path.name).slug == path.stem
