"""An establishment list as it comes: text, workbooks, merged cells."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

from posts.establishment_list import reading, workbook, workbook_reader
from posts.establishment_list.making import establish
from posts.establishment_list.matching import guess
from tests import workbooks
from tests.lists import KNOWN, faults, made, posts, texts

# ---- CSV and pasted text ----


ROWS = [["Title", "Team"], ["Café officer", "Youth, and more"]]


@pytest.mark.parametrize(
    "data",
    [
        'Title,Team\nCafé officer,"Youth, and more"\n'.encode(),
        '\ufeffTitle,Team\r\nCafé officer,"Youth, and more"\r\n'.encode(),
        'Title,Team\rCafé officer,"Youth, and more"\r'.encode(),
        "Title;Team\nCafé officer;Youth, and more\n".encode(),
        "sep=;\nTitle;Team\nCafé officer;Youth, and more\n".encode(),
        "Title\tTeam\nCafé officer\tYouth, and more\n".encode("utf-16"),
        'Title,Team\nCafé officer,"Youth, and more"\n'.encode("cp1252"),
        "Title|Team\nCafé officer|Youth, and more\n\x1a".encode(),
        '\ufeff"Title","Team"\n"Café officer","Youth, and more"'.encode(),
        '\u200eTitle\u200f,Team\u00a0\nCaf\u00e9 \u00a0officer,\u202b"Youth, and more"'.encode(),
    ],
)
def test_a_text_is_read_however_it_was_saved(data):
    rows = [[" ".join(cell.split()) for cell in row] for row in texts(data) if row]
    assert rows == ROWS


def test_what_was_guessed_of_a_file_is_said():
    sent = reading.read_file("Title\nCafé".encode("cp1252"))
    assert sent.remarks == (
        "The file is not UTF-8 and was read as Windows-1252. Look at names with accents.",
    )


def test_quotes_in_pasted_rows_are_taken_as_they_stand():
    text = 'Title\tTeam\n"Lead" officer\t5" pipes\nClerk\t"x\n'
    assert posts(text, "title") == ['"Lead" officer', "Clerk"]


def test_a_cell_with_line_breaks_counts_as_one_row():
    text = 'Title,FTE\n"Clerk\nof works",1\nOfficer,half\n'
    assert faults(text) == [
        "Row 3, column B (FTE): “half” is not a number. Write an FTE as 1 or 0.6."
    ]
    assert posts(text.replace("half", "1"), "title") == ["Clerk of works", "Officer"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "The file is empty."),
        (b" \n\n ", "The file is empty."),
        (b"\n,,,\n", "The list is empty."),
        (b"%PDF-1.7\x00\x01\x02", "This is not a table"),
        (bytes(range(256)), "This is not a table"),
        (b"Title,Team\nA\x00b,c\n", "This is not a table"),
        ("Title\nx".encode("utf-16-le"), "This is not a table"),
        (b'Title,Team\n"never closed,x\ny,z\n', 'The quote (") that opens a cell in row 2'),
        (b'Title,Team\nfine,x\n"a"b,c\n', "Row 3 cannot be cut into cells"),
        (b"Title\n" + b"x" * 200_000 + b"\n", "A cell in row 2 is longer than a list can hold."),
        (b"Title\n" + b"x\n" * 20_001, "The list has 20,002 rows. It may have 20,000."),
        (",".join(map(str, range(300))).encode(), "The list has 300 columns. It may have 100."),
        (b"x" * 10_000_001, "The file is 10.0 MB. A list is at most 10 MB."),
    ],
    ids=range(13),
)
def test_what_is_no_list_is_refused_with_the_reason(data, why):
    with pytest.raises(reading.Unreadable) as refused:
        texts(data)
    assert str(refused.value).startswith(why)


# ---- workbooks ----


def test_a_workbook_is_read_as_a_person_reads_it():
    file = workbooks.workbook(
        ("Staff", [["Title", "FTE", "From", "Number"],
                   ["Clerk", 0.6, workbooks.day("C2", 46113), 12.0],
                   [None, 1, None, 1e22]]),
    )  # fmt: skip
    assert texts(file) == [
        ["Title", "FTE", "From", "Number"],
        ["Clerk", "0.6", "2026-04-01", "12"],
        ["", "1", "", "1e+22"],
    ]


def test_rows_and_columns_of_a_workbook_keep_their_places():
    file = workbooks.workbook(("Staff", [[], [], [None, "Title", "FTE"], [None, "Clerk", "half"]]))
    table = reading.read_text(reading.read_file(file).sheets[0][1], "Staff")
    found = establish(table, guess(table, KNOWN.kinds), KNOWN)
    assert [str(fault)[:24] for fault in found.faults] == ["Row 4, column C (FTE): “"]


def test_a_formula_is_what_it_came_to_and_never_run():
    cells = [workbooks.formula("A2", "1+1", 2), workbooks.formula("B2", "cmd|' /C calc'!A0")]
    file = workbooks.workbook(("Staff", [["Title", "Team"], cells]))
    assert texts(file)[1] == ["2", ""]
    assert posts('Title\n"=cmd|\' /C calc\'!A0"\n@SUM(1)\n+1\n', "title") == [
        "=cmd|' /C calc'!A0", "@SUM(1)", "+1",
    ]  # fmt: skip


def test_an_error_of_the_spreadsheet_is_a_fault():
    assert faults("Title,Grade\nClerk,#REF!\n") == [
        "Row 2, column B (Grade): #REF! is an error of the spreadsheet. Mend its formula."
    ]


def test_errors_of_a_workbook_that_were_read_as_empty_are_said():
    error = b'<c r="A2" t="e"><f>A0</f><v>#REF!</v></c>'
    sent = reading.read_file(workbooks.workbook(("Staff", [["Title", "Team"], [error, "x"]])))
    assert sent.remarks == (
        "1 cell of the workbook holds an error of the spreadsheet (such as #REF!) and is read as "
        "empty.",
    )


TEAMS = [
    ["Post no", "Service", "Team", "Title", "FTE"],
    [1, "Planning", None, "Head of Planning", 1],
    [2, "Planning", "North", "Manager", 0.8],
    [3, "Planning", None, "Officer", None],
    [4, "Planning", None, "Clerk", 0.6],
    [5, "Planning", "South", "Officer", 1],
]


def of_workbook(rows, *merged):
    """What a workbook makes whose cells are merged where it is said."""
    more = {"xl/worksheets/sheet1.xml": workbooks.sheet(rows, *merged)}
    sent = reading.read_file(workbooks.workbook(("Staff", rows), more=more))
    table = reading.read_text(sent.sheets[0][1], merged=sent.merged[0])
    return establish(table, guess(table, KNOWN.kinds), KNOWN)


def test_what_a_merged_cell_says_holds_for_every_row_that_it_spans():
    found = of_workbook(TEAMS, "C3:C5")
    assert [post.unit for post in found.snapshot.posts.values()] == [
        "planning", "north", "north", "north", "south",
    ]  # fmt: skip
    assert found.remarks == (
        "3 merged cells of column C (Team) were read as their first, rows 3 to 5: “North”.",
    )


def test_a_merged_number_is_read_once_and_that_is_said():
    found = of_workbook(TEAMS, "E3:E4", "C3:C5")
    assert [post.fte for post in found.snapshot.posts.values()][1:3] == [Decimal("0.8"), None]
    assert found.remarks[1].startswith("“0.8” in column E (FTE) is merged over rows 3 to 4. It is")


def test_a_heading_merged_over_columns_is_no_post():
    found = of_workbook([*TEAMS, ["Highways"], [6, "Highways", None, "Engineer", 1]], "A7:E7")
    assert [post.title for post in found.snapshot.posts.values()][-2:] == ["Officer", "Engineer"]
    assert found.remarks[0] == (
        "Row 7 is left out: “Highways”, merged over columns A to E, is all that stands in it."
    )


def test_merged_cells_above_and_among_the_headings_change_nothing():
    found = of_workbook([["Our staff"], *TEAMS], "A1:E1", "C1:C2")
    assert len(found.snapshot.posts) == 5
    assert not any("merged" in remark for remark in found.remarks)


def test_merged_cells_that_no_sheet_can_have_are_passed_over():
    table = reading.read_text("Title\tTeam\nA\tx\nB\t", merged="2,2,99999,2 3,9,1,9 no 2,2,3,2")
    assert len(table.merged) == 2
    found = establish(table, guess(table, KNOWN.kinds), KNOWN)
    assert [post.unit for post in found.snapshot.posts.values()] == ["x", "x"]


def test_rows_that_name_less_of_a_unit_than_the_row_above_are_asked_about():
    assert of_workbook(TEAMS).remarks == (
        "Rows 4 and 5 name no unit below “Planning”, though the row above does. They are read as "
        "standing in “Planning” itself; fill in the unit if that was meant for them.",
    )


@pytest.mark.parametrize(
    "total",
    ["Total,,,,20.5", ",,,TOTAL:,20.5", "Grand total,,,,", "Sum,,,,20.5", ",Planning total,,,20.5",
     "Sub-total,,,,9", ",,,Total FTE,20.5"],
)  # fmt: skip
def test_a_row_of_totals_is_no_post(total):
    found = made(f"Post no,Service,Team,Title,FTE\n1,Planning,North,Clerk,1\n{total}\n")
    assert found.faults == ()
    assert [post.title for post in found.snapshot.posts.values()] == ["Clerk"]
    assert found.remarks[0].startswith("Row 3 is left out: it begins with “")


def test_a_post_whose_title_has_the_word_total_is_a_post():
    text = "Title,Team,Post no\nTotal Quality Manager,Legal,1\nTotal,Legal,2\n"
    assert posts(text, "title") == ["Total Quality Manager", "Total"]


def test_a_row_in_which_one_cell_stands_alone_is_asked_about():
    found = made("Post no,Title,Team,FTE\n1,Clerk,Legal,1\nHighways,,,\n")
    assert found.remarks[0] == (
        "Nothing stands in row 3 but “post Highways”, which is read as a post all the same. If it "
        "is none, delete the row."
    )


def test_macros_in_a_workbook_do_nothing():
    file = workbooks.workbook(("Staff", ROWS), more={"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0x"})
    assert texts(file) == ROWS


def test_sheets_without_rows_are_left_out():
    file = workbooks.workbook(("Cover", []), ("Staff", ROWS), ("Also", ROWS))
    assert [name for name, _ in reading.read_file(file).sheets] == ["Staff", "Also"]


FAR = b'<c r="XFD1048576"><v>1</v></c>'


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (lambda: b"PK\x03\x04 and no more", "This workbook is broken"),
        (lambda: workbooks.workbook(("S", ROWS))[:700], "This workbook is broken"),
        (
            lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "This workbook has a password, or",
        ),
        (lambda: workbooks.workbook(("S", [])), "Nothing stands in any sheet"),
        (lambda: workbooks.workbook(("S", [[FAR]])), "This workbook is too large"),
        (
            lambda: workbooks.workbook(("S", ROWS), more={"xl/media/x.bin": bytes(210 * 1024**2)}),
            "This workbook is too large",
        ),
        (
            lambda: workbooks.workbook(
                ("S", ROWS), more={"xl/worksheets/sheet1.xml": "<worksheet><she"}
            ),
            "",
        ),
        (
            lambda: workbooks.workbook(("S", [["x" * 30_000] * 250] * 30)),
            "This workbook is too large",
        ),
    ],
    ids=["cut", "half", "old or password", "empty", "far", "bomb", "no XML", "long"],
)
def test_a_workbook_that_cannot_be_read_is_refused_with_the_reason(made, why):
    data = made()  # some are large, and are not made before they are wanted
    with pytest.raises(reading.Unreadable) as refused:
        texts(data)
    assert str(refused.value).startswith(why)


def test_another_kind_of_archive_is_no_workbook():
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(reading.Unreadable, match=r"This is not an Excel workbook \(\.xlsx\)"):
        texts(file.getvalue())


def test_a_workbook_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(workbook, "SECONDS", 0.001)
    with pytest.raises(reading.Unreadable, match="too large"):
        texts(workbooks.workbook(("S", ROWS)))


@pytest.mark.parametrize(
    ("cell", "text"),
    [(3.0, "3"), (0.1, "0.1"), (True, "yes"), (1e300, "1e+300"), ("x", "x"), (7, "7")],
)
def test_a_cell_is_said_as_a_person_reads_it(cell, text):
    assert workbook_reader.text(cell) == text
