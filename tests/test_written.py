"""The sections that an author wrote: which are shown, what they say, and what is wrong in them."""

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from reports import known
from reports.comparison import Comparison
from reports.editions import EXEMPT, PUBLIC, STAFF
from reports.known import Known
from reports.markdown import read
from reports.paper import paper_of
from reports.proposal import Proposal, Report, Written
from reports.sections.blocks import Chart
from reports.written import NOTHING
from tests.literals import structure
from tests.test_paper import AFTER, BEFORE

WAS, IS = structure(BEFORE, complete=2, key="was"), structure(AFTER, complete=2, key="is")

KNOWN = Known(Comparison("C", Proposal(key="p", title="P", before="was", after="is"), WAS, IS))


def paper(*sections, edition=PUBLIC, **ways):
    report = Report(sections=sections, **ways)
    proposal = Proposal(key="cs", title="Families", before="was", after="is", report=report)
    return paper_of(Comparison("The Borough", proposal, WAS, IS), edition=edition)


def section(key, text="Words.", **ways):
    return Written(key=key, heading=key.capitalize(), text=text, **ways)


def headings(made):
    return [each.heading for each in made.sections]


def said(made):
    return [block.text for each in made.sections for block in each.blocks]


def test_sections_stand_in_the_order_of_their_author_with_the_headings_given():
    assert headings(paper(section("law"), section("background"))) == ["Law", "Background"]


def test_a_hidden_section_is_left_out_with_what_is_within_it():
    made = paper(
        section("implications", "", is_shown=False), section("legal", level=2), section("end")
    )
    assert headings(made) == ["End"]


def test_a_section_of_another_edition_is_left_out():
    of_staff = section("staff", editions=("staff", "union"))
    both = section("purpose"), of_staff
    assert headings(paper(*both)) == headings(paper(*both, edition=EXEMPT)) == ["Purpose"]
    assert headings(paper(*both, edition=STAFF)) == ["Purpose", "Staff"]


def test_a_section_in_which_nothing_is_written_says_so_and_is_a_fault():
    made = paper(section("legal", "  \n"))
    assert said(made) == [NOTHING]
    (fault,) = made.faults
    assert (fault.section, fault.says) == ("legal", "Nothing is written under “Legal”.")


def test_a_heading_above_others_needs_no_words_of_its_own():
    made = paper(section("implications", ""), section("legal", "None.", level=2))
    assert [(each.heading, each.level, len(each.blocks)) for each in made.sections] == [
        ("Implications", 1, 0), ("Legal", 2, 1),
    ]  # fmt: skip
    assert made.faults == ()


def test_a_section_of_parts_that_show_nothing_is_left_out():
    assert headings(paper(section("scope", "[scope]"), section("law"))) == ["Law"]
    assert said(paper(section("steps", "[timetable]"))) == ["No timetable is recorded."]


def test_a_figure_is_said_as_the_structures_have_it_now():
    (found,) = paper(section("posts", "There will be [posts deleted, in words] fewer.")).sections
    assert found.blocks[0].text == "There will be at least one fewer."
    assert found.blocks[0].runs[1].figure == "posts deleted, in words"


def test_a_name_that_nothing_has_stays_and_is_told():
    made = paper(section("posts", "See [existng chart].\n\n[posts delleted]"))
    assert said(made) == ["See [existng chart].", "[posts delleted]"]
    assert [(each.place, each.nearest) for each in made.faults] == [
        (1, "existing chart"), (3, "posts deleted"),
    ]  # fmt: skip


def test_a_part_that_stands_twice_has_a_key_of_its_own_each_time():
    made = paper(section("one", "[what changes]"), section("two", "[what changes]"))
    keys = [block.key for each in made.sections for block in each.blocks]
    assert len(keys) == len(set(keys))
    assert "changes.size" in keys
    assert "changes.size#2" in keys


def test_appendices_are_listed_by_number_before_they_are_reached():
    made = paper(
        section("appendices", "[appendices]"),
        section("charts", is_appendix=True),
        section("scope", "[scope]", is_appendix=True),
        section("profiles", is_appendix=True),
    )
    lines = [line.text for line in made.sections[0].blocks[0].lines]
    assert lines == ["Appendix 1: Charts", "Appendix 2: Profiles"]
    assert [each.number for each in made.sections[1:]] == ["Appendix 1:", "Appendix 2:"]


def test_charts_are_drawn_for_the_papers_size():
    text = "[proposed chart]\n\n[existing chart, A4]"
    (found,) = paper(section("charts", text), paper_size="A3").sections
    assert [each.paper_size for each in found.blocks if isinstance(each, Chart)] == ["A3", "A4"]


def test_the_title_block_has_what_is_known_of_the_report():
    made = paper(section("law"), item="6", wards="All", contact="Democratic Services")
    block = dict(made.title_block)
    assert (block["Agenda item"], block["Wards affected"]) == ("6", "All")
    assert "Classification" not in block


def test_the_same_report_makes_the_same_paper():
    made = []
    for _ in range(2):
        known.forget()
        made.append(paper(section("all", "[what changes]\n\n[posts deleted]")))
    one, other = (replace(each, comparison=None) for each in made)
    assert one == other
    assert one.sections[0].blocks[0].key == "changes.basis"


@given(st.text())
@example("[existing chart, ")
@example("[, to tier 2]")
@example("[posts, existing, in words, in words]")
@example("[\x00a]")
@example("[to tier N]")
def test_any_name_at_all_is_looked_for(name):
    for text in (f"[{name}]", f"Words [{name}] words."):
        read(text, section="s", names=KNOWN)


def test_what_is_nearest_is_not_looked_for_without_end():
    text = " ".join(f"[posts delleted {'x' * n}]" for n in range(40))
    faults = read(text, section="s", names=Known(KNOWN.figures.comparison)).faults
    assert len(faults) == 40
    assert [fault.nearest for fault in faults[:3]] == ["posts deleted"] * 3
    assert faults[-1].nearest is None
