"""Establishment lists: read from any spreadsheet, matched by their headings, every fault placed."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from posts import delta
from posts.establishment_list import reading, workbook, workbook_reader
from posts.establishment_list.fields import FIELDS, ladder, words_of
from posts.establishment_list.making import Known, establish
from posts.establishment_list.matching import guess, matched
from posts.establishment_list.table import letter, rows_listed
from reports.councilfile import values
from reports.councilfile.dump import dump
from reports.councilfile.reading import read
from tests import workbooks

KNOWN = Known(kinds=("directorate", "division", "service", "team"), grades=("Grade 9",))


def made(text, known=KNOWN, **matching):
    """What a pasted list makes."""
    table = reading.read_text(reading.read_pasted(text).sheets[0][1])
    found = guess(table, known.kinds)
    found = replace(found, **matching)
    return establish(table, found, known)


def faults(text, **more):
    return [str(fault) for fault in made(text, **more).faults]


def posts(text, *names, **more):
    """Some facts of each post of a list that has no fault."""
    found = made(text, **more)
    assert found.faults == ()
    assert delta.faults(found.snapshot) == []
    facts = [tuple(getattr(post, name) for name in names) for post in found.snapshot.posts.values()]
    return facts if len(names) > 1 else [fact for (fact,) in facts]


def outline(text, **more):
    """The units of a list, each with the names above it, and its kind."""
    snapshot = made(text, **more).snapshot
    return [
        (" › ".join(u.name for u in [*reversed([*snapshot.above(key)]), unit]), unit.kind)
        for key, unit in snapshot.units.items()
    ]


def texts(data):
    """The rows of the first sheet of a file."""
    ((_, text), *_) = reading.read_file(data).sheets
    return [list(row) for row in reading.read_text(text).rows]


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
SHARED = '<c r="A1" t="s"><v>0</v></c>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 and no more", "This workbook is broken"),
        (workbooks.workbook(("S", ROWS))[:700], "This workbook is broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "This workbook has a password, or"),
        (workbooks.workbook(("S", [])), "Nothing stands in any sheet"),
        (workbooks.workbook(("S", [[FAR]])), "This workbook is too large"),
        (
            workbooks.workbook(("S", ROWS), more={"xl/media/x.bin": bytes(210 * 1024**2)}),
            "This workbook is too large",
        ),
        (
            workbooks.workbook(("S", ROWS), more={"xl/worksheets/sheet1.xml": "<worksheet><she"}),
            "",
        ),
        (workbooks.workbook(("S", [["x" * 30_000] * 250] * 30)), "This workbook is too large"),
    ],
    ids=["cut", "half", "old or password", "empty", "far", "bomb", "no XML", "long"],
)
def test_a_workbook_that_cannot_be_read_is_refused_with_the_reason(data, why):
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


# ---- headings ----


@pytest.mark.parametrize(
    ("heading", "words"),
    [("JobTitle", "job title"), ("Post_No.", "post no"), ("Grade (or equivalent)", "grade"),
     ("  FTE *", "fte"), ("Vacant?", "vacant"), ("(Notes)", "notes"), ("Job/Team Function",
     "job team function"), ("", "")],
)  # fmt: skip
def test_headings_are_compared_by_their_words(heading, words):
    assert words_of(heading) == words


def test_no_heading_is_two_fields():
    headings = [heading for field in FIELDS.values() for heading in field.headings]
    assert len(headings) == len(set(headings))
    assert [heading for heading in headings if words_of(heading) != heading] == []
    assert not set(headings) & set(ladder(()))


def fields(text, kinds=KNOWN.kinds):
    table = reading.read_text(reading.read_pasted(text).sheets[0][1])
    return [column.field for column in guess(table, kinds).columns]


def test_the_list_that_trafford_publishes_is_known_by_its_headings():
    headings = (
        "OrganisationLabel,OrganisationURI,EffectiveDate,Level,JobTitle,Name,Grade,Directorate,"
        "Service,ContractType,SharedPost,ContactDetails,SalaryBand,MaximumSalary,Vacancy,Comments"
    )
    row = "T,http://t,2025-07-01,1,Chief Executive,NA,CX,NA,NA,Permanent,NA,a@t,NA,NA,Vacant,x"
    assert fields(headings) == [
        None, None, None, "tier", "title", "holder", "grade", "level: directorate",
        "level: service", "contract", None, None, None, None, "vacant", "note",
    ]  # fmt: skip
    assert posts(f"{headings}\n{row}", "title", "tier", "state", "unit", "note") == [
        ("Chief Executive", 1, "vacant", None, "x")
    ]


def test_the_organogram_of_central_government_is_known_by_its_headings():
    headings = (
        "Post Unique Reference,Name,Grade (or equivalent),Job Title,Job/Team Function,"
        "Parent Department,Organisation,Unit,Contact Phone,Contact E-mail,"
        "Reports to Senior Post,Salary Cost of Reports (£),FTE"
    )
    assert fields(headings) == [
        "post_number", "holder", "grade", "title", "responsibilities", None, None, "unit", None,
        None, "reports_to", None, "fte",
    ]  # fmt: skip
    rows = "1,N/D,SCS3,Head,,D,O,U,,,XX,0,1\n2,Vacant,SCS2,Deputy,,D,O,U,,,1,0,1.00"
    assert posts(f"{headings}\n{rows}", "key", "line", "reports_to", "state") == [
        ("1", "none", None, None),
        ("2", "stated", "1", "vacant"),
    ]


def test_junior_posts_of_an_organogram_are_known_by_their_headings():
    assert fields(
        "Parent Department,Organisation,Unit,Reporting Senior Post,Grade,Generic Job Title,"
        "Number of Posts in FTE"
    ) == [None, None, "unit", "reports_to", "grade", "title", "fte"]


def test_headings_are_found_below_a_title():
    text = "Borough staff list,,\nas at 1 April,,\n\nTitle,Team,FTE\nClerk,Legal,1\n"
    assert posts(text, "title", "unit") == [("Clerk", "legal")]


def test_of_several_columns_for_a_field_the_plainest_is_taken():
    assert fields("Line manager,Title,Reports to post no") == [None, "title", "reports_to"]


def test_the_councils_own_words_for_its_units_are_known():
    text = "Team,Title,Locality,Directorate\nYouth,Worker,North,Children\n"
    known = Known(kinds=("directorate", "locality", "team"))
    assert [name for name, _ in outline(text, known=known)] == [
        "Children", "Children › North", "Children › North › Youth",
    ]  # fmt: skip


def test_levels_stand_in_their_order_whatever_the_order_of_the_columns():
    text = "Section,Title,Service Area,Department\nPay,Clerk,Finance,Resources\n"
    assert outline(text) == [
        ("Resources", "department"),
        ("Resources › Finance", "service area"),
        ("Resources › Finance › Pay", "section"),
    ]


@pytest.mark.parametrize(
    ("kinds", "steps"),
    [
        ((), ["department", "directorate", "division", "branch", "group"]),
        (("group", "department"), ["group", "department", "directorate", "division", "branch"]),
        (("Team", "Unit"), ["department", "directorate", "division", "branch", "group"]),
        (("locality",), ["department", "directorate", "division", "branch", "group"]),
    ],
)
def test_the_councils_own_levels_keep_their_order(kinds, steps):
    found = ladder(kinds)
    assert [kind for kind in found if kind in kinds] == list(kinds)
    assert found[:5] == steps
    assert len({kind.casefold() for kind in found}) == len(found)


# ---- units ----


@pytest.mark.parametrize(
    "path",
    ["Children > Care > Adoption/Fostering", "Children\\Care\\Adoption/Fostering",
     "Children › Care › Adoption/Fostering"],
)  # fmt: skip
def test_a_path_is_cut_at_one_sign(path):
    assert [name for name, _ in outline(f"Title,Unit path\nX,{path}\n")] == [
        "Children", "Children › Care", "Children › Care › Adoption/Fostering",
    ]  # fmt: skip


def test_a_path_is_cut_at_slashes_where_it_has_no_other_sign():
    found = made("Title,Unit path\nX,Children/Care\n")
    assert len(found.snapshot.units) == 2
    assert "Unit paths are cut at “/”." in found.remarks


def test_a_unit_by_its_name_alone_is_not_cut():
    assert outline("Title,Unit\nX,Adoption/Fostering\n") == [("Adoption/Fostering", None)]
    assert len(outline("Title,Unit\nX,Children > Care\n")) == 2


@pytest.mark.parametrize("sign", [" > ", "\\", " › "])
def test_a_level_that_mostly_holds_paths_is_the_path(sign):
    cells = [sign.join(["Children", "Care"]), sign.join(["Children", "Youth"]), "Children"]
    rows = "".join(f"Post {number},{cell}\n" for number, cell in enumerate(cells))
    assert [name for name, _ in outline(f"Title,Service area\n{rows}")] == [
        "Children", "Children › Care", "Children › Youth",
    ]  # fmt: skip


def test_one_name_with_a_sign_does_not_make_a_level_a_path():
    rows = "A,Need > Means\nB,Care\n"
    assert [name for name, _ in outline(f"Title,Service\n{rows}")] == ["Need > Means", "Care"]


def test_levels_below_a_level_that_is_a_path_stay_below_it():
    headings, row = "Title,Team,Service,Directorate", "A,Duty,Care > Adoption,Children"
    assert outline(f"{headings}\n{row}\n") == [
        ("Children", "directorate"),
        ("Children › Care", None),
        ("Children › Care › Adoption", None),
        ("Children › Care › Adoption › Duty", "team"),
    ]


def test_a_level_that_looks_like_paths_can_be_said_by_hand_to_be_names():
    table = reading.read_text(reading.read_pasted("Title\tService\nX\tA > B\n").sheets[0][1])
    guessed = guess(table, KNOWN.kinds)
    assert [column.field for column in guessed.columns] == ["title", "path"]
    by_hand = matched(table, guessed, ["title", "level: service"])
    (unit,) = establish(table, by_hand, KNOWN).snapshot.units.values()
    assert (unit.name, unit.kind) == ("A > B", "service")


def test_units_are_one_whatever_their_capitals_and_spaces():
    found = made("Title,Directorate,Team\nA,Children,Youth  Team\nB,CHILDREN,youth team\n")
    assert [unit.name for unit in found.snapshot.units.values()] == ["Children", "Youth Team"]
    assert found.remarks == (
        "“Children” and “CHILDREN” are taken for one unit.",
        "“Youth Team” and “youth team” are taken for one unit.",
    )


def test_teams_of_one_name_in_two_places_are_two():
    found = made("Title,Directorate,Team\nA,Children,Finance\nB,Adults,Finance\n")
    assert list(found.snapshot.units) == ["children", "finance", "adults", "finance-2"]


def test_a_unit_named_at_two_levels_is_made_once():
    found = made("Title,Directorate,Service\nA,Children,Children\n")
    assert len(found.snapshot.units) == 1
    assert found.remarks == (
        "1 row names one unit at two levels, one below the other; it is made once.",
    )


def test_a_post_without_a_unit_has_none_and_that_is_said():
    found = made("Title,Team\nA,Legal\nB,\n")
    assert [post.unit for post in found.snapshot.posts.values()] == ["legal", None]
    assert found.remarks == ("1 post names no unit (row 3): unit not stated.",)


def test_a_unit_has_one_kind():
    assert faults("Title,Unit,Kind\nA,Legal,team\nB,Legal,service\n") == [
        "Row 3: “Legal” is a service here and a team in row 2. Give it one kind."
    ]


def test_nobody_is_guessed_to_head_a_unit():
    assert made("Title,Team\nHead of Legal,Legal\n").snapshot.leads == ()


# ---- who reports to whom ----


def test_managers_are_found_by_number_title_holder_and_without_noughts():
    text = (
        "Post no,Title,Reports to,Holder\n"
        "007,Chief,none,J. Doe\n1,Deputy,007,\n2,A,Chief,\n3,B,j. doe,\n4,C,7,\n"
    )
    assert posts(text, "line", "reports_to") == [
        ("none", None), *[("stated", "007")] * 4,
    ]  # fmt: skip
    assert made(text).remarks == (
        "1 “reports to” is found by title.",
        "1 “reports to” is found by who holds the post.",
        "1 “reports to” is found by a post number but for the noughts in front.",
    )


def test_a_title_that_several_posts_have_is_no_manager():
    text = "Title,Reports to\nManager,\nManager,\nClerk,Manager\n"
    assert faults(text) == [
        "Row 4, column B (Reports to): “Manager” may be any of rows 2 and 3. Write the post number."
    ]


def test_a_number_comes_before_a_title():
    assert posts("Post no,Title,Reports to\n1,2,\n2,Chief,\n3,Clerk,2\n", "reports_to")[2] == "2"


def test_a_manager_who_is_not_there_is_told_once_with_the_nearest():
    text = "Title,Reports to\nHead of Care,\nA,Head of Car\nB,Head of Car\nC,Head of Car\n"
    assert faults(text) == [
        "Rows 3, 4 and 5, column B (Reports to): There is no post “Head of Car” in this list. "
        "Did you mean “Head of Care”?"
    ]


def test_a_post_that_reports_to_itself_is_told():
    assert faults("Post no,Title,Reports to\n1,Chief,1\n") == [
        "Row 2, column C (Reports to): “Chief” reports to itself."
    ]


def test_a_loop_is_told_once():
    text = "Post no,Title,Reports to\n1,A,2\n2,B,3\n3,C,1\n4,D,1\n"
    assert faults(text) == [
        "Row 2, column C (Reports to): A loop: “A” (row 2) reports to “B” (row 3) reports to "
        "“C” (row 4) reports to “A” (row 2)."
    ]


def test_a_loop_of_thousands_is_one_short_fault():
    rows = "".join(f"{number},P,{number % 5000 + 1}\n" for number in range(1, 5001))
    (fault,) = faults(f"Post no,Title,Reports to\n{rows}")
    assert "4994 more" in fault
    assert len(fault) < 300


def test_somebody_outside_the_list_is_reported_to_in_words():
    text = "Title,Reports to outside\nDirector,Chief Executive\n"
    assert posts(text, "line", "reports_to_other") == [("outside", "Chief Executive")]


def test_an_empty_reports_to_is_not_stated_unless_it_is_said_to_mean_nobody():
    text = "Title,Reports to\nChief,\nClerk,Chief\n"
    assert posts(text, "line")[0] == "not stated"
    assert posts(text, "line", empty_is_nobody=True)[0] == "none"
    assert made(text).deepest_tier is None
    assert made(text, empty_is_nobody=True).deepest_tier == 2


# ---- cells ----


@pytest.mark.parametrize(
    ("text", "fte"),
    [("1", "1"), ("1.0", "1"), ("0.60", "0.6"), (".5", "0.5"), ("0", "0"), ('"1,200"', "1200"),
     ("0.8108108108", "0.810811"), ("", None), ("n/a", None), ("-", None), ("–", None)],
)  # fmt: skip
def test_an_fte_is_read_as_it_is_written(text, fte):
    assert posts(f"Title,FTE\nClerk,{text}\n", "fte") == [fte and Decimal(fte)]


def test_a_comma_in_an_fte_is_a_decimal_point_where_it_can_be_nothing_else():
    found = made("Title\tFTE\nA\t0,5\nB\t1,000\nC\t1\n")
    assert [post.fte for post in found.snapshot.posts.values()] == [Decimal("0.5"), 1, 1]
    assert found.remarks == ("A comma in an FTE is read as a decimal point: 0,5 as 0.5.",)


def test_a_state_has_the_spelling_that_the_council_has_and_else_the_first_of_the_list():
    known = replace(KNOWN, states={"filled": "filled", "vacant": "Vacant"})
    text = "Title,State\nA,Filled\nB,vacant\nC,Frozen\nD,frozen\n"
    assert posts(text, "state", known=known) == ["filled", "Vacant", "Frozen", "Frozen"]


@pytest.mark.parametrize(
    "text",
    ["half", "1e309", "-1", "1..2", "NaN", "Infinity", "١", "0,5,5", "1 FTE", "99999", "9" * 40,
     "0x10", "1_000", "½", "=1+1", "−0.5"],
)  # fmt: skip
def test_what_is_no_fte_is_a_fault(text):
    (fault,) = faults(f"Title\tFTE\nClerk\t{text}\n")
    assert fault.startswith("Row 2, column B (FTE): ")


@pytest.mark.parametrize(
    ("row", "state", "holder"),
    [
        (",,", None, None), ("acting,,A. N", "acting", "A. N"), (",Yes,", "vacant", None),
        (",no,A. N", "filled", "A. N"), (",,vacant", "vacant", None), (",NA,NA", None, None),
        ("Frozen,yes,", "Frozen", None), (",agency cover,", "agency cover", None),
        ("filled,,Vacant", "filled", None),
    ],
)  # fmt: skip
def test_states_are_kept_as_typed_and_vacant_is_no_holder(row, state, holder):
    found = made(f"Title,State,Vacant?,Holder\nClerk,{row}\n")
    assert found.faults == ()
    assert [post.state for post in found.snapshot.posts.values()] == [state]
    assert [each.person for each in found.holders.values()] == ([holder] if holder else [])


def test_who_holds_a_post_is_apart_from_the_structure():
    text = "Post no,Title,Forename,Surname,Payroll no,Start date\n1,X,Ann,Other,77,01/04/2020\n"
    found = made(text)
    assert "Other" not in repr(found.snapshot)
    (holder,) = found.holders.values()
    assert (holder.person, holder.payroll_number, holder.held_from) == (
        "Ann Other", "77", date(2020, 4, 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "ok"),
    [("2020-04-01", True), ("2020-04-01T09:00:00", True), ("1 April 2020", True),
     ("31/02/2020", False), ("soon", False), ("April 2020", False), ("1/4/20", False)],
)  # fmt: skip
def test_a_day_is_a_day(text, ok):
    assert (faults(f"Title,Holder,Held from\nX,A,{text}\n") == []) is ok


def test_unknown_is_none_and_never_nought_or_empty():
    (post,) = made("Title,FTE,Grade,State,Location,Note\nClerk,,,,,\n").snapshot.posts.values()
    assert (post.fte, post.grade, post.state, post.location, post.note) == (None,) * 5


def test_grades_are_spelt_as_the_council_spells_them():
    found = made("Title,Grade\nA,grade 9\nB,Grade 10\nC,GRADE  10\n")
    assert [post.grade for post in found.snapshot.posts.values()] == [
        "Grade 9", "Grade 10", "Grade 10",
    ]  # fmt: skip
    assert found.new_grades == ("Grade 10",)


def test_what_is_too_long_is_a_fault():
    (fault,) = faults(f"Title,Grade\nX,{'g' * 201}\n")
    assert fault.startswith("Row 2, column B (Grade): “ggg")
    assert fault.endswith("has 201 characters. At most 200 are kept. Shorten it.")
    assert len(fault) < 200


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
        "3 posts without a number are like another one in title, unit, grade and manager "
        "(first rows 2, 3 and 4). Each row is a post of its own.",
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
