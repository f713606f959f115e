"""An establishment list as a whole: all its faults at once, its rows, and no table too odd."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from posts import delta
from posts.establishment_list import reading
from posts.establishment_list.making import Known, establish
from posts.establishment_list.matching import guess
from posts.establishment_list.table import letter, rows_listed
from reports.councilfile import values
from reports.councilfile.dump import dump
from reports.councilfile.reading import read
from tests.lists import KNOWN, faults, made, posts, texts

# ---- rows ----


def test_all_faults_are_told_at_once_each_with_its_place():
    text = (
        "Post no,Title,Reports to,FTE\n1,Chief,none,1\n,,1,1\n\n1,Clerk,9,x\n"
        "Post no,Title,Reports to,FTE\n5,Long,none,1,,extra\n"
    )
    assert faults(text) == [
        "Row 3: There is neither a title nor a post number. Write one of them.",
        "Row 5, column A (Post no): “1” is the post number of rows 2 and 5. Give each post its "
        "own; of a job share, leave one row.",
        "Row 5, column C (Reports to): There is no post “9” in this list.",
        "Row 5, column D (FTE): “x” is not a number. Write an FTE as 1 or 0.6.",
        "Row 6: This row repeats the headings. Delete it.",
        "Row 7: There is text beyond the last heading, which is in column D. Give it a heading, "
        "or look whether a cell was cut in two.",
    ]  # fmt: skip


def test_two_columns_of_one_heading_are_a_fault():
    assert faults("Title,FTE,Title\nA,1,B\n") == [
        "Row 1: The columns A (Title) and C (Title) are both “Title”. Leave one out."
    ]


@pytest.mark.parametrize("text", ["a,b\nc,d\n", "Clerk,0.5\nOfficer,1\n", "1\n", "x"])
def test_a_list_without_headings_is_a_fault(text):
    (fault, *_) = faults(text)
    assert fault.startswith("Row 1: These are taken as the headings, and none of them is known.")


def test_a_list_without_title_or_number_is_a_fault():
    assert "Row 1: No column is the title or the post number. Say which one is." in faults(
        "Grade,FTE\nG9,1\n"
    )


def test_headings_without_rows_are_a_fault():
    assert faults("Title,FTE\n") == ["The list: There is no post below the headings."]


def test_rows_alike_are_posts_of_their_own():
    found = made("Title,Team\nWorker,Youth\nWorker,Youth\nWorker,Youth\n")
    assert list(found.snapshot.posts) == ["worker", "worker-2", "worker-3"]
    assert found.remarks == (
        "3 rows without a post number are like another in title, unit, grade and manager "
        "(first rows 2, 3 and 4). None is taken for another.",
    )


def test_empty_rows_are_skipped_and_said():
    assert made("Title\nA\n\n \nB\n").remarks == ("2 empty rows are skipped.",)


def test_short_rows_are_as_if_filled_up():
    assert posts("Title,Team,FTE\nClerk\nOfficer,Legal\n", "title", "unit", "fte") == [
        ("Clerk", None, None), ("Officer", "legal", None),
    ]  # fmt: skip


def test_keys_are_nobody_elses_in_the_council_but_for_the_same_post_number():
    known = Known(keys={"legal": None, "clerk": None, "p9": "9", "1": None, "old": "77"})
    found = made("Post no,Title,Team\n9,A,Legal\n1,B,Legal\n,Clerk,Legal\n", known=known)
    assert list(found.snapshot.posts) == ["p9", "1-2", "clerk-2"]
    assert list(found.snapshot.units) == ["legal-2"]


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ")])
def test_columns_are_named_as_a_spreadsheet_names_them(column, name):
    assert letter(column) == name


def test_many_rows_are_listed_shortly():
    assert rows_listed([4]) == "row 4"
    assert rows_listed(range(1, 4)) == "rows 1, 2 and 3"
    assert rows_listed(range(1, 100)) == "rows 1, 2, 3, 4, 5, 6, 7, 8 and 91 more"


# ---- properties ----


CELLS = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["", "1", "2", "none", "Title", "Post no", "Reports to", "FTE", "a > b", "Vacant", "n/a",
         "=1", '"', "\t", "\u202e", "0", "-1", "é", "Team", "Holder", "\n", "x/y", "A\\B"]
    ),
)  # fmt: skip


TABLES = st.lists(st.lists(CELLS, max_size=6), max_size=8)


@settings(max_examples=300, deadline=None)
@given(TABLES, st.sampled_from("\t,;|"))
def test_no_table_of_text_is_too_odd_to_be_answered(table, separator):
    text = "\n".join(separator.join(row) for row in table)
    heading = separator.join(["Post no", "Title", "Reports to", "FTE", "Unit path", "Holder"])
    for each in (text, f"{heading}\n{text}"):
        try:
            found = made(each)
        except reading.Unreadable:
            continue
        if not found.faults:
            assert delta.faults(found.snapshot) == []
            assert found.snapshot.posts


TITLED = st.tuples(st.text(max_size=9).map("x{}".format), *[st.text(max_size=9) | CELLS] * 4)


@settings(max_examples=200, deadline=None)
@given(st.lists(TITLED, min_size=1, max_size=6))
def test_what_is_made_is_the_same_once_written_into_a_council_file(rows):
    headings = [["Title", "Unit path", "Grade", "Note", "State"]]
    text = reading._tabbed(reading._cleaned_rows([*headings, *map(list, rows)]))
    table = reading.read_text(text)
    found = establish(table, guess(table, KNOWN.kinds), KNOWN)
    assume(not found.faults)
    snapshot = replace(found.snapshot, key="made", title="Made")
    grades = [values.Grade(name=name) for name in (*KNOWN.grades, *found.new_grades)]
    structure = values.StructureFile(status="on record", snapshot=snapshot)
    council = values.CouncilFile(
        slug="borough", name="B", grades=tuple(grades), structures=(structure,)
    )
    (again,) = read(dump(council).encode(), "borough.yaml").structures
    assert again.snapshot == snapshot


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.text(max_size=6), max_size=5), min_size=1, max_size=6))
def test_a_table_travels_as_text_and_is_the_same_table(rows):
    def plain(cell):
        return cell.replace("\r\n", "\n").replace("\r", "\n").strip()

    text = reading._tabbed(reading._cleaned_rows(rows))
    try:
        table = reading.read_text(text.replace("\n", "\r\n"))
    except reading.Unreadable:
        assert not any(plain(cell) for row in reading._cleaned_rows(rows) for cell in row)
        return
    wanted = [[plain(cell) for cell in row] for row in reading._cleaned_rows(rows)]
    assert [list(row) if any(row) else [] for row in table.rows] == [
        row if any(row) else [] for row in wanted
    ]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_no_file_is_too_odd_to_be_answered(data):
    with suppress(reading.Unreadable):
        texts(data)
