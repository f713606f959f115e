"""An author's text as blocks: what is marked up, figures and parts by name, and nothing lost."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reports.markdown import read
from reports.sections.blocks import (
    NUMBER,
    POUNDS,
    Bullets,
    Heading,
    Line,
    Note,
    Paragraph,
    Run,
    Table,
)

CHART = (Heading(key="chart.h", text="A chart", level=2), Paragraph(key="chart", text="Drawn."))


class Known:
    """A few figures and one part."""

    FIGURES = {"posts deleted": "two", "title": "Families"}
    PARTS = {"existing chart": CHART, "ring-fences": ()}

    def figure(self, name):
        return self.FIGURES.get(name.lower().strip())

    def part(self, written):
        return self.PARTS.get(written.lower())

    def nearest(self, name):
        return "existing chart" if "chart" in name else "posts deleted" if "post" in name else None


def text(written, **ways):
    return read(written, section="s", names=Known(), **ways)


def blocks(written, **ways):
    return text(written, **ways).blocks


def words(found):
    return [each.text for each in found]


# What is marked up


def test_paragraphs_stand_apart_and_lines_run_on():
    assert words(blocks("One\ntwo.\n\nThree.")) == ["One two.", "Three."]


def test_bold_italics_and_links_are_runs():
    (found,) = blocks("Some **bold**, *italic* and [a link](https://example.org).")
    assert found.text == "Some bold, italic and a link."
    assert found.runs == (
        Run(text="Some "), Run(text="bold", bold=True), Run(text=", "),
        Run(text="italic", italic=True), Run(text=" and "),
        Run(text="a link", link="https://example.org"), Run(text="."),
    )  # fmt: skip


def test_a_plain_paragraph_has_no_runs():
    assert blocks("Plain.") == (Paragraph(key="s.1", text="Plain."),)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_a_link_that_leads_elsewhere_is_words(url):
    (found,) = blocks(f"See [this]({url}).")
    assert url in found.text
    assert not any(run.link for run in found.runs)


def test_lists_are_nested_and_numbered():
    (plain,) = blocks("- One\n  - Two\n- **Three**")
    assert plain.lines == (
        Line(0, "One"), Line(1, "Two"), Line(0, "Three", (Run(text="Three", bold=True),)),
    )  # fmt: skip
    (numbered,) = blocks("1. One\n2. Two")
    assert numbered == Bullets(
        key="s.1", lines=(Line(0, "One"), Line(0, "Two")), is_ordered=True
    )  # fmt: skip


def test_a_number_that_is_not_counted_on_is_kept_as_typed():
    assert words(blocks("19. The Service areas\n20. This Service")) == [
        "19. The Service areas", "20. This Service",
    ]  # fmt: skip
    assert words(blocks("2009.")) == ["2009."]


def test_headings_are_those_within_a_section_and_skip_no_level():
    found = blocks("### A\n\n##### B\n\n### C")
    assert [(each.text, each.level) for each in found] == [("A", 2), ("B", 3), ("C", 2)]
    assert [each.level for each in blocks("### A\n\n#### B", level=2)] == [3, 3]


def test_a_heading_of_the_paper_is_kept_and_told():
    found = text("# Purpose")
    assert found.blocks == (Heading(key="s.1", text="Purpose", level=2),)
    assert found.faults[0].says == "A heading within a section begins with “###”."


def test_a_quotation_is_a_note():
    assert blocks("> Said.") == (Note(key="s.1", text="Said."),)


def test_a_table_has_its_caption_from_the_line_above_or_the_heading():
    grid = "| Post | Grade |\n|---|---|\n| Head | Level 7 |"
    (own,) = blocks(f"Table: Grades of [title]\n\n{grid}", heading="Pay")
    (sections,) = blocks(grid, heading="Pay")
    (close,) = blocks(f"Table: Grades\n{grid}", heading="Pay")
    assert (own.caption, sections.caption, close.caption) == ("Grades of Families", "Pay", "Grades")
    assert [own.numbered(2), sections.numbered(3)] == ["Table 2: Grades of Families", "Table 3"]
    assert own.rows == (("Head", "Level 7"),)
    before, table = blocks(f"As follows.\nTable: Grades\n{grid}", heading="Pay")
    assert (before.text, table.caption) == ("As follows.", "Grades")


def test_a_column_of_numbers_is_known_to_be_one():
    (found,) = blocks("| A | B | C |\n|---|---|---|\n| x | 1,200 | £71,795 |\n| y | | £3.50 |")
    assert [each.kind for each in found.columns] == ["words", NUMBER, POUNDS]
    assert found.rows[1] == ("y", "–", "£3.50")
    assert [[str(value) for value in row[1:]] for row in found.values] == [
        ["1200", "71795"], ["None", "3.50"],
    ]  # fmt: skip


def test_a_cell_too_many_is_not_dropped():
    (found,) = blocks("| A | B |\n|---|---|\n| 1 | 2 | 3 |")
    assert found.rows == (("1", "2 | 3"),)


def test_what_only_looks_like_markup_stays_as_typed():
    for typed in (
        "<b>bold</b>",
        "&amp; &lt;",
        "`code`",
        "***",
        "![alt](x)",
        "    indented",
        "a\n===",
    ):
        assert " ".join(words(blocks(typed))).split() == typed.split()


# Figures and parts


def test_a_figure_says_what_it_comes_to_and_which_it_is():
    (found,) = blocks("There are **[Posts deleted]** fewer.")
    assert found.text == "There are two fewer."
    assert found.runs[1] == Run(text="two", bold=True, figure="Posts deleted")


def test_figures_stand_in_lists_tables_and_headings_too():
    found = blocks("### [title]\n\n- [title]\n\n| [title] |\n|---|\n| [title] |")
    assert (found[0].text, found[1].lines[0].text) == ("Families", "Families")
    assert (found[2].columns[0].heading, found[2].rows) == ("Families", (("Families",),))


def test_a_part_stands_in_its_line_and_its_headings_fit_in():
    assert blocks("[existing chart]") == CHART
    assert words(blocks("Before\n[Existing Chart]\nafter")) == [
        "Before",
        "A chart",
        "Drawn.",
        "after",
    ]
    assert blocks("[existing chart]", level=2)[0].level == 3


def test_a_part_with_nothing_to_show_shows_nothing():
    assert text("[ring-fences]").blocks == ()
    assert text("[ring-fences]").faults == ()


def test_a_name_that_nothing_has_is_told_with_its_line_and_the_nearest():
    found = text("One.\n\nTwo [posts delleted].")
    assert words(found.blocks) == ["One.", "Two [posts delleted]."]
    (fault,) = found.faults
    assert (fault.section, fault.place, fault.text) == ("s", 3, "posts delleted")
    assert fault.nearest == "posts deleted"
    assert fault.says == (
        "There is no figure or part called “posts delleted”. The nearest is “posts deleted”."
    )


def test_a_number_in_brackets_is_no_name():
    found = text("As in [1] and [2.3].")
    assert words(found.blocks) == ["As in [1] and [2.3]."]
    assert found.faults == ()


def test_a_part_within_a_sentence_is_told_to_stand_alone():
    (fault,) = text("See the [existing chart].").faults
    assert fault.says == "“existing chart” is a part: it stands alone on a line."
    assert fault.nearest is None


def test_a_bracket_can_be_meant_as_one():
    found = text("\\[sic\\] and [text](https://example.org)")
    assert words(found.blocks) == ["[sic] and text"]
    assert found.faults == ()


# Nothing is lost


def every_word(found):
    """All that a reader of the blocks sees, and where links lead."""
    said = []
    for block in found:
        match block:
            case Table():
                said += [block.caption, *(column.heading for column in block.columns)]
                said += [cell for row in block.rows for cell in row]
            case Bullets():
                said += [line.text for line in block.lines]
                said += [run.link or "" for line in block.lines for run in line.runs]
            case _:
                said += [block.text, *(run.link or "" for run in getattr(block, "runs", ()))]
    return " ".join(said)


MARKUP = st.sampled_from(
    ["# ", "## ", "### ", "- ", "  - ", "1. ", "7) ", "> ", "| ", "|---|---|\n", "\n", "\n\n", "**",
     "*", "_", "[", "]", "](", "](https://x.org)", ")", "`", "```\n", "    ", "<", ">", "&amp;",
     "\\", "---\n", "===\n", "~~~", "![", "[a]: b\n", "\t", "\r\n", "Table: ", " "]
)  # fmt: skip
WORD = st.from_regex(r"[a-z]{3,8}[0-9]{0,2}", fullmatch=True)
TYPED = st.lists(st.one_of(MARKUP, WORD), max_size=40).map("".join)


@given(TYPED)
@example("```python\nwords\n```")
@example("word\n---\nother")
@example("[a]: https://example.org 'title'")
@example(">" * 200 + " deep")
@example("- " * 200 + "deep")
@example("| a | b |\n|---|---|\n| c | d | e | f |")
@example("| head |\n|---|")
@example("[text](https://example.org 'title')")
@example("1. one\n7. seven")
def test_every_word_that_is_typed_is_read(typed):
    said = every_word(blocks(typed))
    for word in re.findall(r"[a-z]{3,}[0-9]*", typed):
        assert word in said or word in "https amp"


@given(st.text())
@example("\x00")
@example("\ud800")
@example("[" * 30_000)
@example("[title] " * 1001)
@example("[" * 100 + "]" * 100)
@example("*" * 3000)
@example("\u2028|\u2029\n|-|\n|x|")
def test_any_text_at_all_is_read(typed):
    for block in blocks(typed):
        assert block.key
        assert every_word([block]).strip()
