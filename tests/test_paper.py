"""The report of a restructure as blocks: what is in it, in which order, and that it adds up.

Read from the council files alone, with no database.
"""

from dataclasses import replace
from functools import cache

import pytest

from reports.comparison import Comparison
from reports.house import DEFAULT, HOUSES
from reports.paper import paper_of
from reports.proposal import Milestone, Proposal, Recommendation
from reports.sections.blocks import Chart, Note, Paragraph, Recommendations, Table
from reports.sections.charts import MOST_DRAWN, MOST_LISTED
from reports.sections.paging import TALL, WIDE
from tests.literals import structure
from tests.papers import COUNCILS, council_file, structures

every_paper = pytest.mark.parametrize("restructure", COUNCILS)

BEFORE = """
directorate cs | Children's Services
  - dcs | Director of Children's Services | tier=1 | grade=Chief Officer
  division fam | Families
    - head | Head of Families | tier=2 | grade=Level 5
  division sch | Schools
    - adviser | Adviser | tier=2 | number=?
"""
AFTER = """
directorate cs | Children's Services
  - dcs | Director of Children's Services | tier=1 | grade=Chief Officer
  division fam | Families and Youth
    - head | Head of Families | tier=2 | grade=Level 6
    - youth | Head of Youth | tier=2
"""


def proposal(**stated):
    return Proposal(key="cs", title="Children's Services", before="was", after="is", **stated)


def compared(before=BEFORE, after=AFTER, **stated):
    was, becomes = structure(before, complete=2, key="was"), structure(after, complete=2, key="is")
    return Comparison("The Borough", proposal(**stated), was, becomes)


@cache
def comparison_of(restructure):
    """One of the five papers, as if nobody had begun to write its report."""
    file, known = council_file(COUNCILS[restructure]), structures(COUNCILS[restructure])
    stated = next(each for each in file.proposals if each.key == restructure)
    unwritten = replace(stated, report=None)
    return Comparison(file.name, unwritten, known[stated.before], known[stated.after])


@cache
def paper(restructure):
    return paper_of(comparison_of(restructure))


def section(paper, key):
    return next(each for each in paper.sections if each.key == key)


def blocks(paper, *kinds):
    return [block for each in paper.sections for block in each.blocks if isinstance(block, kinds)]


def table(paper, key):
    return next(each for each in blocks(paper, Table) if each.key == key)


def words(paper, key):
    return " ".join(
        block.text for block in section(paper, key).blocks if isinstance(block, Paragraph)
    )


# The title block, the purpose, what is asked


def test_what_the_title_block_does_not_know_reads_not_stated():
    block = dict(paper_of(compared(body="Cabinet", meeting="2009-09-09")).title_block)
    assert block == {
        "Report to": "Cabinet",
        "Date of meeting": "9 September 2009",
        "Report of": "not stated",
        "Decision": "not stated",
        "Takes effect": "not stated",
    }


def test_a_report_is_a_draft_until_it_is_approved():
    assert paper_of(compared()).is_draft
    assert not paper_of(compared(), is_draft=False).is_draft


def test_the_purpose_says_what_is_asked_of_whom():
    purpose = words(paper("barking-and-dagenham-2005"), "purpose")
    assert (
        "It asks the Executive to agree recommendations 1 to 5 and to note recommendations 6 to 13."
        in purpose
    )


def test_recommendations_stand_under_their_verbs_in_order():
    asked = [
        Recommendation(verb="agree", text="the new structure"),
        Recommendation(verb="agree", text="the grades"),
        Recommendation(verb="note", text="the timetable"),
        Recommendation(verb="note", text="the costs"),
    ]
    found = blocks(paper_of(compared(body="The Executive", recommendations=asked)), Recommendations)
    assert [(each.lead, each.items) for each in found] == [
        ("The Executive is asked to agree:", ("The new structure", "The grades")),
        ("The Executive is asked to note:", ("The timetable", "The costs")),
    ]


def test_a_paper_that_asks_nothing_is_said_to_ask_nothing():
    assert "makes none" in words(paper("leeds-2010"), "recommendations")
    assert "asks the Children's Services Scrutiny Board for no decision" in words(
        paper("leeds-2010"), "purpose"
    )


# The five papers


@every_paper
def test_sections_stand_in_the_order_of_the_house_and_none_is_empty(restructure):
    order = [each.key for each in HOUSES[DEFAULT].sections]
    keys = [each.key for each in paper(restructure).sections]
    assert keys == sorted(keys, key=order.index)
    assert all(each.blocks and each.heading for each in paper(restructure).sections)


@every_paper
def test_keys_of_blocks_are_their_own(restructure):
    keys = [block.key for each in paper(restructure).sections for block in each.blocks]
    assert len(keys) == len(set(keys))


@every_paper
def test_no_table_has_an_empty_cell_or_a_ragged_row(restructure):
    for each in blocks(paper(restructure), Table):
        assert each.rows
        assert {len(row) for row in each.rows} == {len(each.columns)}
        assert all(cell.strip() for row in each.rows for cell in row)


@every_paper
def test_every_unit_is_in_the_list_beside_its_chart(restructure):
    comparison = comparison_of(restructure)
    charts = blocks(paper(restructure), Chart)
    for snapshot, chart in zip((comparison.before, comparison.after), charts, strict=True):
        listed = "\n".join(line.text for line in chart.words)
        assert [unit.name for unit in snapshot.units.values() if unit.name not in listed] == []
        assert chart.left_out is None


@every_paper
def test_every_unit_is_drawn_on_some_page(restructure):
    comparison = comparison_of(restructure)
    charts = blocks(paper(restructure), Chart)
    for snapshot, chart in zip((comparison.before, comparison.after), charts, strict=True):
        drawn = "".join(page.svg for page in chart.pages)
        assert [key for key in snapshot.units if f'data-key="{key}"' not in drawn] == []


@every_paper
def test_every_page_of_a_chart_can_be_read(restructure):
    pages = [page for chart in blocks(paper(restructure), Chart) for page in chart.pages]
    assert all(page.width <= WIDE and page.height <= TALL for page in pages)


@every_paper
def test_every_post_within_the_restructure_is_in_the_schedule_once(restructure):
    rows = [row for row in comparison_of(restructure).post_rows if row.out is None]
    tables = [each for each in blocks(paper(restructure), Table) if each.key[:9] == "schedule."]
    listed = [row for each in tables if each.key != "schedule.lines" for row in each.rows]
    assert len(listed) == len(rows)


@every_paper
def test_the_figures_that_disagree_are_those_of_the_comparison(restructure):
    verdicts = [each.verdict for each in comparison_of(restructure).verdicts]
    tables = {each.key: each for each in blocks(paper(restructure), Table)}
    for key, verdict in (("against", "disagrees"), ("both", "the paper says both")):
        rows = tables[f"figures.{key}"].rows if f"figures.{key}" in tables else ()
        assert len(rows) == verdicts.count(verdict)


def test_dudleys_existing_four_is_set_beside_the_five_that_there_are():
    against = table(paper("dudley-2009"), "figures.against")
    assert {row[1:] for row in against.rows} == {("4", "5", "¶3"), ("4", "5", "¶10")}


def test_where_dudleys_services_go_is_told_both_ways():
    out = table(paper("dudley-2009"), "services.out.table").rows
    assert ("Early Years", "Early Years, Youth & Education Services", "Children and Families") in {
        row[:3] for row in out
    }
    into = {row[0]: row[1] for row in table(paper("dudley-2009"), "services.into.table").rows}
    assert into["Children and Families"].startswith(
        "This division is largely made up from Children's Specialist Services, without"
    )


def test_what_kent_does_not_list_is_not_subtracted():
    posts = [row for row in table(paper("kent-2009"), "changes.size").rows if row[0] == "Posts"]
    assert [row[3] for row in posts] == ["cannot be computed"]


# Sizes, the schedule, the timetable


def test_a_number_that_is_not_stated_makes_a_total_at_least():
    size = table(paper_of(compared()), "changes.size")
    posts = ("Posts in tiers 1 to 2", "at least 3", "3", "cannot be computed")
    assert posts in size.rows


def test_posts_are_scheduled_by_what_becomes_of_them():
    made = paper_of(compared())
    created, deleted = table(made, "schedule.created"), table(made, "schedule.deleted")
    assert [row[:4] for row in created.rows] == [
        ("Head of Youth", "Families and Youth", "not stated", "1")
    ]
    assert [row[:4] for row in deleted.rows] == [("Adviser", "Schools", "not stated", "not stated")]
    assert [row[:2] for row in table(made, "schedule.changed").rows] == [
        ("Head of Families", "The grade of Head of Families changes from Level 5 to Level 6.")
    ]
    assert [row[0] for row in table(made, "schedule.unchanged").rows] == [
        "Director of Children's Services"
    ]


def test_derived_is_explained_only_where_something_is_derived():
    def basis(made):
        return next(block.text for block in blocks(made, Note) if block.key == "changes.basis")

    same = paper_of(compared(BEFORE, BEFORE))
    assert "erived" not in basis(same)
    assert "ncertain" not in basis(same)
    assert "“Derived” means" in basis(paper("dudley-2009"))
    assert "“Uncertain” means" in basis(paper("dudley-2009"))


def test_a_date_is_as_printed_with_what_it_can_mean_where_the_words_do_not_say():
    steps = (
        Milestone(what="Consult", when="early November 2005", earliest="2005-11-01",
                  latest="2005-11-10"),
        Milestone(what="Brief", when="mid March", earliest="2006-03-11", latest="2006-03-20",
                  certainty="derived"),
        Milestone(what="Review"),
    )  # fmt: skip
    rows = table(paper_of(compared(milestones=steps)), "timetable.1").rows
    assert [row[1] for row in rows] == [
        "early November 2005",
        "mid March (11 March 2006 to 20 March 2006); derived",
        "not stated",
    ]


def test_an_appendix_with_nothing_to_say_is_left_out_and_a_heading_of_the_house_is_not():
    made = paper_of(compared())
    keys = [each.key for each in made.sections]
    assert "scope" not in keys
    assert "figures" not in keys
    assert "sources" not in keys
    assert words(made, "timetable") == "No timetable is recorded."


# Large structures, and structures with no units


def council_of(divisions, teams):
    """A structure of divisions of so many teams, each with a head and three officers."""
    lines = ["directorate cs | Children's Services", "  - dcs | Director"]
    for division in range(divisions):
        lines.append(f"  division d{division} | Division {division}")
        for team in range(teams):
            key = f"d{division}t{team}"
            lines += [f"    team {key} | Team {key}", f"      - {key}p | Officer {key} | number=3"]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def large():
    text = council_of(20, 30)
    return paper_of(compared(text, text))


def test_a_large_chart_stops_at_a_level_and_says_what_it_leaves_out(large):
    chart = blocks(large, Chart)[0]
    drawn = "".join(page.svg for page in chart.pages)
    assert drawn.count('data-key="d') <= 2 * MOST_DRAWN
    assert len(chart.words) <= MOST_LISTED
    assert "below it 600 units are not drawn" in chart.left_out
    assert "below it 600 units are left out" in chart.left_out


def test_many_unchanged_posts_are_counted_by_division(large):
    unchanged = table(large, "schedule.unchanged")
    assert ("Division 0", "90") in unchanged.rows
    assert len(unchanged.rows) == 21
    assert unchanged.total == ("Total", "1,801")


def test_a_chart_too_wide_for_a_page_is_an_overview_and_its_divisions():
    text = council_of(11, 8)
    chart = blocks(paper_of(compared(text, text)), Chart)[0]
    titles = [page.title.split(": ")[1] for page in chart.pages]
    overviews = [title for title in titles if title.startswith("overview of")]
    assert titles[: len(overviews)] == overviews != []
    assert titles[len(overviews)].startswith("Division 0,")
    drawn = "".join(page.svg for page in chart.pages)
    assert all(f'data-key="d{n}t{m}"' in drawn for n in range(11) for m in range(8))
    assert all(page.width <= WIDE and page.height <= TALL for page in chart.pages)


def test_a_line_to_a_post_on_another_page_still_says_where_to():
    text = council_of(11, 8)
    was = structure(text, complete=2, key="was")
    lines = ({"post": "d0t0p", "kind": "dotted", "to": "d10t7p"},)
    becomes = structure(text, complete=2, key="is", lines=lines)
    made = paper_of(Comparison("The Borough", proposal(), was, becomes))
    drawn = [page.svg for page in blocks(made, Chart)[1].pages if 'data-key="d0t0"' in page.svg]
    assert any("Officer d10t7; outside this chart" in svg for svg in drawn)
    assert not any("dotted line to not stated" in svg for svg in drawn)


def test_posts_without_units_are_drawn_by_line():
    posts = structure("directorate cs | C\n  - boss | Director\n  - aide | Aide | reports_to=boss")
    only = replace(
        posts, units={}, posts={k: replace(p, unit=None) for k, p in posts.posts.items()}
    )
    chart = blocks(paper_of(Comparison("The Borough", proposal(), only, only)), Chart)[0]
    assert [(line.depth, line.text) for line in chart.words][-1] == (1, "Aide")


def test_a_structure_of_which_nothing_is_recorded_is_said_so():
    empty = structure(complete=2)
    made = paper_of(Comparison("The Borough", proposal(), empty, empty))
    assert words(made, "existing") == "Nothing of the existing structure is recorded."
