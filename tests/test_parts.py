"""The generated parts of a paper, by name and with options: what each shows, and when nothing."""

from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from posts.snapshot import HEAD, Leads
from reports.comparison import Comparison
from reports.figures import Figures
from reports.parts import PARTS, Parts
from reports.proposal import Fate, Filling, Proposal, RingFence
from reports.sections.asked import Asked
from reports.sections.blocks import Bullets, Chart, Definitions, Heading, Note, Paragraph, Table
from reports.sections.paging import TALL, WIDE
from reports.sections.topmost import down_to
from tests.literals import structure
from tests.papers import COUNCILS
from tests.test_paper import comparison_of, council_of

BEFORE = """
directorate cs | Children's Services
  - dcs | Director | tier=1 | line=none | statutory=director of children's services
  division fam | Families
    - head | Head of Families | reports_to=dcs | grade=Level 5 | fte=1
    - officers | Officer | reports_to=head | number=4 | fte=0.5
  division sch | Schools
    - adviser | Adviser | reports_to=dcs | fte=1
"""
AFTER = """
directorate cs | Children's Services
  - dcs | Director | tier=1 | line=none | responsibilities=All of it
  division fam | Families
    - head | Head of Family Help | reports_to=dcs | grade=Level 6 | fte=1
    - officers | Officer | reports_to=head | number=3 | fte=0.5
    - youth | Youth Worker | reports_to=head
"""
FATES = (
    Fate(key="officers", outcome="ring-fence", ring_fence="Officers", people=4, at_risk=1),
    Fate(key="adviser", outcome="at risk", at_risk=1),
)
FILLINGS = (
    Filling(key="officers", way="ring-fence", ring_fence="Officers"),
    Filling(key="youth", way="external"),
)


def compared(before=BEFORE, after=AFTER, complete=3, leads=(), **stated):
    was = structure(before, complete=complete, key="was", leads=leads)
    becomes = structure(after, complete=complete, key="is", leads=leads)
    proposal = Proposal(key="cs", title="Families", before="was", after="is", **stated)
    return Comparison("The Borough", proposal, was, becomes)


def parts(comparison=None, **asked):
    comparison = comparison or compared()
    return Parts(Asked(comparison=comparison, **asked), Figures(comparison))


def one(written, comparison=None, **asked):
    (block,) = parts(comparison, **asked).blocks(written)
    return block


@cache
def of_paper(restructure):
    return parts(comparison_of(restructure), appendices=("Appendix 1: Charts",))


@pytest.mark.parametrize("restructure", COUNCILS)
@pytest.mark.parametrize("name", [each.name for each in PARTS.values()])
def test_every_part_can_be_made_of_every_paper(restructure, name):
    made = of_paper(restructure).blocks(name)
    keys = [each.key for each in made]
    assert len(keys) == len(set(keys))
    for table in made:
        if isinstance(table, Table):
            widths = {len(row) for row in (*table.rows, *(table.values or ()), table.columns)}
            assert len(widths) == 1
            assert all(cell.strip() for row in table.rows for cell in row)


def test_a_part_is_found_whatever_its_case_and_spaces():
    assert isinstance(one("  Existing   CHART "), Chart)


def test_what_is_no_part_and_no_option_is_none_and_the_nearest_is_told():
    found = parts()
    assert found.blocks("existng chart") is None
    assert found.nearest("existng chart") == "existing chart"
    assert found.blocks("existing chart, to teir 2") is None
    assert found.nearest("existing chart, A3, one page a division") == (
        "existing chart, A3, one page per division"
    )
    assert found.blocks("timetable, A3") is None


# Charts


def test_a_chart_to_a_tier_draws_and_lists_no_more():
    chart = one("existing chart, to tier 2")
    assert chart.title == "Existing structure, to tier 2"
    drawn = "".join(page.svg for page in chart.pages)
    assert all(f'data-key="{key}"' in drawn for key in ("cs", "fam", "sch"))
    listed = " ".join(line.text for line in chart.words)
    assert "Head of Families" in listed
    assert "Officer" not in listed


def test_posts_of_no_stated_tier_are_in_no_top_tiers():
    text = "directorate cs | C\n  - boss | Boss | tier=1\n  - aide | Aide | line=not stated"
    assert list(down_to(structure(text), 2).posts) == ["boss"]


def test_a_chart_without_changes_has_no_labels():
    assert "RETITLED" in "".join(page.svg for page in one("proposed chart").pages)
    plain = one("proposed chart, without changes")
    assert "RETITLED" not in "".join(page.svg for page in plain.pages)
    assert not any("RETITLED" in line.text for line in plain.words)


def test_each_division_can_have_a_page_of_its_own():
    text = council_of(4, 5)
    large = compared(text, text)
    chart = one("existing chart, one page per division", large)
    titles = [page.title.split(": ")[1] for page in chart.pages]
    assert titles[0].startswith("overview of")
    assert [title.split(",")[0] for title in titles[1:]] == [f"Division {n}" for n in range(4)]
    assert all(page.width <= WIDE and page.height <= TALL for page in chart.pages)


def test_on_a3_more_has_room_on_a_page():
    text = council_of(11, 8)
    large = compared(text, text)
    small, wide = (one(f"existing chart, {size}", large) for size in ("A4", "A3"))
    assert (small.paper_size, wide.paper_size) == ("A4", "A3")
    assert len(wide.pages) < len(small.pages)
    assert max(page.width for page in wide.pages) > WIDE


def test_changes_on_one_chart_tells_what_is_gone_beside_it():
    chart, gone = parts().blocks("changes on one chart")
    assert isinstance(chart, Chart)
    assert [row[0] for row in gone.rows] == ["Schools", "Adviser"]


# Posts


def test_the_schedule_has_grade_number_and_hours_and_adds_them_up():
    table = one("schedule of posts, deleted")
    assert [each.heading for each in table.columns] == ["Post", "Unit", "Grade", "Posts", "FTE"]
    assert table.rows[0] == ("Adviser", "Schools", "not stated", "1", "1")
    assert table.values[0][3:] == (1, Decimal(1))
    assert table.total == ("Total", "–", "–", "1", "1")


def test_where_nothing_has_a_source_that_is_said_once_and_no_column_says_it():
    made = [*parts().blocks("schedule of posts"), *parts().blocks("where each service goes")]
    assert not [each for each in made if "Source" in headings(each)]
    says = "No paragraphs are recorded as their sources."
    assert says in next(
        each.text for each in parts().blocks("what changes") if hasattr(each, "text")
    )


def test_where_a_change_has_a_source_every_table_says_which():
    comparison = compared()
    with_source = [replace(each, sources=("¶5",)) for each in comparison.changes[:1]]
    comparison.changes[:1] = with_source
    made = parts(comparison).blocks("schedule of posts")
    assert all("Source" in headings(each) for each in made)


def headings(block):
    return [each.heading for each in getattr(block, "columns", ())]


def test_of_the_schedule_only_the_tables_asked_for_are_shown():
    captions = [each.caption for each in parts().blocks("schedule of posts, created, regraded")]
    assert captions == ["Posts created", "Posts regraded"]
    assert one("schedule of posts, moved") == Paragraph(
        key="schedule-of-posts.none",
        text="No such post within the restructure is recorded in either structure.",
    )


def test_a_figure_that_counts_posts_is_alone_on_its_line_a_list_of_them():
    table = one("posts to tier 2, existing")
    assert table.caption == "Posts to tier 2, existing"
    assert [row[0] for row in table.rows] == ["Director", "Head of Families", "Adviser"]
    assert table.total[2:] == ("–", "3", "at least 2")
    assert parts().blocks("title") is None


def test_a_list_says_how_many_there_are_where_it_cannot_name_them_all():
    *_, note = of_paper("kent-2009").blocks("Directors, existing")
    assert isinstance(note, Note)
    assert note.text == "How many there are in all: at least 5."


def test_posts_are_counted_by_tier_with_what_each_number_is():
    table = one("posts by tier")
    assert table.rows == (
        ("Tier 1", "1", "1", "0"), ("Tier 2", "2", "1", "−1"), ("Tier 3", "4", "4", "0"),
    )  # fmt: skip
    assert table.values[1][1:] == (2, 1, -1)
    assert table.total == ("All posts", "7", "6", "−1")


def test_a_count_that_is_not_exact_is_no_value():
    table = of_paper("kent-2009").blocks("posts by category")[0]
    assert table.rows[0] == ("Director", "at least 5", "at least 3", "cannot be computed")
    assert table.values[0][1:3] == (None, None)


# Staff


def test_what_becomes_of_staff_keeps_people_and_posts_apart():
    table = one("staff affected", compared(fates=FATES))
    assert [each.heading for each in table.columns] == [
        "Existing post", "Unit", "Posts", "Outcome", "Ring-fence", "People", "At risk",
    ]  # fmt: skip
    assert table.rows[1] == (
        "Adviser", "Schools", "1", "at risk", "not stated", "not stated", "1",
    )  # fmt: skip
    assert table.total == ("Total", "–", "5", "–", "–", "at least 4", "2")


def test_posts_whose_holders_just_stay_have_one_row_together():
    stays = tuple(Fate(key=key, outcome="stays") for key in ("head", "officers"))
    table = one("staff affected", compared(fates=(*stays, *FATES[1:])))
    assert [row[0] for row in table.rows] == ["Adviser", "Posts whose holders stay"]
    assert table.rows[1][2:] == ("5", "stays", "0")
    assert table.total == ("Total", "–", "6", "–", "1")
    alone = one("staff affected", compared(fates=(*stays[:1], *FATES[1:])))
    assert [row[0] for row in alone.rows] == ["Head of Families", "Adviser"]


def test_how_staff_are_selected_says_once_that_it_is_by_a_ring_fence():
    pools = tuple(RingFence(name=name) for name in ("Officers", "Ring-fence A"))
    fates = (FATES[0], Fate(key="adviser", outcome="at risk", ring_fence="Ring-fence A"))
    (_, table) = parts(compared(fates=fates, ring_fences=pools)).blocks("section 188 information")
    assert [row[-1] for row in table.rows] == ["ring-fence Officers", "at risk: Ring-fence A"]


def test_of_posts_alike_with_several_fates_each_has_a_row_and_none_is_counted_twice():
    pool = RingFence(name="Officers")
    fates = (
        Fate(key="officers", outcome="slotted in", people=3),
        Fate(key="adviser", outcome="at risk"),
        Fate(key="officers", outcome="ring-fence", ring_fence="Officers", people=1),
    )
    fillings = tuple(Filling(key="officers", way=way) for way in ("slotted in", "external"))
    comparison = compared(fates=fates, fillings=fillings, ring_fences=(pool,))
    table = one("staff affected", comparison)
    assert [row[0] for row in table.rows] == ["Officer", "Officer", "Adviser"]
    assert [row[2] for row in table.rows] == ["4", "as above", "1"]
    assert (table.total[2], table.values[1][2]) == ("5", "as above")
    assert [row[3] for row in one("how posts are filled", comparison).rows] == [
        "slotted in", "external",
    ]  # fmt: skip
    assert one("ring-fences", comparison).rows[0][2:4] == ("not stated", "1")


def test_how_posts_are_filled_and_the_pools_with_people_and_places():
    pool = RingFence(name="Officers")
    comparison = compared(fates=FATES, fillings=FILLINGS, ring_fences=(pool,))
    filled = one("how posts are filled", comparison)
    assert [row[3] for row in filled.rows] == ["ring-fence", "external"]
    (row,) = one("ring-fences", comparison).rows
    assert row == ("Officers", "Officer", "4", "4", "Officer", "3")


def test_what_is_not_recorded_of_staff_is_said():
    assert one("staff affected").text.endswith("is not recorded.")
    assert parts().blocks("ring-fences") == []


# Lines and roles


def test_spans_and_layers_are_counted_where_all_lines_are_known():
    table = one("spans and layers")
    assert table.rows == (
        ("Tiers", "3", "3"),
        ("Posts to which others report", "2", "2"),
        ("Posts that report to one of them, on average", "3.0", "2.5"),
        ("Posts that report to one of them, at most", "4", "4"),
    )


def test_spans_are_at_least_what_is_known_where_lines_are_not():
    unknown = AFTER + "    - extra | Extra | line=not stated\n"
    rows = {row[0]: row[2] for row in one("spans and layers", compared(after=unknown)).rows}
    assert rows["Tiers"] == "at least 3"
    assert rows["Posts that report to one of them, on average"] == "cannot be computed"


def test_managers_can_be_listed_with_how_many_report_to_each():
    *_, proposed = parts().blocks("spans and layers, by manager")
    assert proposed.rows == (("Director", "1", "1"), ("Head of Family Help", "2", "4"))


def test_a_statutory_role_without_a_post_is_not_stated_to_have_one():
    assert one("statutory posts").rows == (
        ("Director of children's services", "Director", "not stated"),
    )


def test_a_job_profile_has_the_posts_lines_and_what_it_answers_for():
    leads = (Leads(post="dcs", unit="cs", how=HEAD),)
    heading, facts, text = parts(compared(leads=leads)).blocks("job profiles")
    assert isinstance(heading, Heading)
    assert heading.text == "Director"
    assert isinstance(facts, Definitions)
    assert ("Direct reports", "Head of Family Help") in facts.items
    assert text.text == "Responsibilities: All of it"


def test_a_profile_has_what_the_unit_is_for_and_the_functions_that_the_post_leads():
    made = of_paper("leeds-2010").blocks("job profiles, to tier 2")
    headings = [each.text for each in made if isinstance(each, Heading)]
    assert len(headings) == 4
    assert headings[-1] == "Chief Officer for Business Support and Change"
    (led, *_) = (each.lines for each in made if isinstance(each, Bullets))
    assert [line.text.partition(":")[0] for line in led] == [
        "Support for children aged 0-11",
        "Support for young people aged 11-19(25)",
    ]
    facts = [dict(each.items) for each in made if isinstance(each, Definitions)]
    assert facts[0]["Remit"].startswith("Universal functions")
    assert facts[1]["Units within"].endswith(" and Integrated Safeguarding Unit")


def test_appendices_are_listed_by_their_headings():
    bullets = of_paper("kent-2009").blocks("appendices")[0]
    assert isinstance(bullets, Bullets)
    assert [line.text for line in bullets.lines] == ["Appendix 1: Charts"]
