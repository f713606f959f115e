"""A structure made from a spreadsheet in the browser: seen first, then made in one act."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from divisions.models import Act, Structure
from posts import reading
from posts.models import Grade, Holding, Post
from posts.snapshot import EVERY_TIER
from tests.cast import signed_in
from tests.pages import words
from tests.workbooks import sheet, workbook

ADDRESS = "/borough/establishment/"

LIST = """\
Post no,Job title,Directorate,Team,Reports to,Grade,FTE,Status,Post holder
1,Chief Executive,,,none,Chief,1,,A. Holder
2,Director of Children's Services,Children,,1,Chief,1,,Vacant
3,Youth Worker,Children,Youth,2,Grade 5,0.5,interim,B. Holder
4,Youth Worker,Children,Youth,2,Grade 5,,,
"""


def send(browser, text=LIST, name="staff.csv"):
    """Send a list to be looked at."""
    data = text if isinstance(text, bytes) else text.encode()
    return browser.post(ADDRESS, {"file": SimpleUploadedFile(name, data)})


def sent_on(answer, **more):
    """What the form of a page sends back, with what a person changes."""
    hand = answer.context["hand"]
    data = {"name": hand.name, "matched": hand.matched_for, "text": hand.texts}
    data |= {"sheet": hand.sheets, "chosen": str(hand.chosen), "remark": hand.reading_remarks}
    data["merged"] = hand.merged
    data["once"] = answer.context["form"]["once"].value()
    data["heading_row"] = str(hand.matching.heading_row)
    data["empty"] = "nobody" if hand.matching.empty_is_nobody else ""
    for column in hand.matching.columns:
        data[f"column-{column.number}"] = column.field or ""
    return data | more


MAKE = {"make": "yes", "title": "Our structure", "status": "in force", "complete": "yes"}


def made_by(browser, text=LIST, **more):
    """Send a list and have it made."""
    return browser.post(ADDRESS, sent_on(send(browser, text), **MAKE | more), follow=True)


def test_a_list_is_shown_before_it_is_made(at_amaras, borough):
    answer = send(at_amaras)
    page = words(answer)
    assert answer.status_code == 200
    assert "4 posts in 2 units" in page
    assert "Grades new to the council 2 Chief, Grade 5" in page
    assert "Children directorate · 3 Youth team · 2" in page
    assert not Structure.objects.exists()


def test_a_structure_is_made_in_one_act(at_amaras, amara, borough):
    page = words(made_by(at_amaras))
    assert "4 posts in 2 units made from staff.csv." in page
    structure = Structure.objects.get()
    act = Act.objects.get()
    assert (act.structure, act.user, act.revision) == (structure, amara, 1)
    assert act.says == "4 posts in 2 units made from staff.csv."
    assert (structure.title, structure.status, structure.key) == (
        "Our structure",
        "in force",
        "our-structure",
    )
    assert structure.complete_to_tier == EVERY_TIER
    assert set(Grade.history.values_list("name", "act")) == {("Chief", act.pk), ("Grade 5", act.pk)}


@pytest.mark.parametrize("status", ["in force", "draft"])
def test_a_list_sent_twice_from_one_page_makes_one_structure_and_leads_there(
    status, at_amaras, borough
):
    sent = sent_on(send(at_amaras), **MAKE | {"status": status})
    first, second = (at_amaras.post(ADDRESS, sent, follow=True) for _ in range(2))
    assert first.redirect_chain == second.redirect_chain
    assert Structure.objects.count() == Act.objects.count() == 1
    assert "“Our structure” was made already, when this was first sent." in words(second)


def test_a_list_sent_twice_at_once_makes_one_structure(amara, borough, transactional_db):
    at_amaras = signed_in(amara)
    sent = sent_on(send(at_amaras), **MAKE | {"status": "draft"})

    def make(browser):
        try:
            return browser.post(ADDRESS, sent)["Location"]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        led = set(pool.map(make, [signed_in(amara), signed_in(amara)]))
    assert led == {"/borough/structures/our-structure/"}
    assert Structure.objects.count() == 1


def test_what_is_filled_in_otherwise_or_on_a_page_drawn_anew_is_another_structure(
    at_amaras, borough
):
    draft = MAKE | {"status": "draft"}
    page = send(at_amaras)
    for answer, more in ((page, {}), (page, {"title": "Option B"}), (send(at_amaras), {})):
        at_amaras.post(ADDRESS, sent_on(answer, **draft | more))
    keys = Structure.objects.values_list("key", flat=True)
    assert set(keys) == {"our-structure", "option-b", "our-structure-2"}


def test_what_was_looked_at_again_is_on_a_page_of_its_own(at_amaras, borough):
    page = send(at_amaras)
    again = at_amaras.post(ADDRESS, sent_on(page))
    marks = [answer.context["form"]["once"].value() for answer in (page, again)]
    assert None not in marks
    assert len(set(marks)) == 2


def test_what_is_made_reads_back_as_it_was_listed(at_amaras, borough):
    made_by(at_amaras)
    snapshot = reading.read(Structure.objects.get())
    lines = [
        (post.key, post.title, post.unit, post.reports_to, post.grade, post.fte, post.state)
        for post in snapshot.posts.values()
    ]
    assert [line[:4] for line in lines] == [
        ("1", "Chief Executive", None, None),
        ("2", "Director of Children's Services", "children", "1"),
        ("3", "Youth Worker", "youth", "2"),
        ("4", "Youth Worker", "youth", "2"),
    ]
    assert [(str(fte), state) for *_, fte, state in lines] == [
        ("1", None),
        ("1", "vacant"),
        ("0.5", "interim"),
        ("None", None),
    ]
    assert snapshot.leads == ()


def test_the_past_of_what_is_made_is_what_was_made(at_amaras, borough):
    made_by(at_amaras)
    structure = Structure.objects.get()
    assert reading.read_past(structure, Act.objects.get()) == reading.read(structure)


def test_holders_are_kept_apart_and_in_no_history(at_amaras, borough):
    made_by(at_amaras)
    held = Holding.objects.values_list("post__post_number", "person")
    assert set(held) == {("1", "A. Holder"), ("3", "B. Holder")}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if "historical" in table:
                cursor.execute(f'SELECT * FROM "{table}"')
                assert "Holder" not in repr(cursor.fetchall())


def test_nobody_keeps_the_page_that_holds_the_names(at_amaras, borough):
    assert "no-store" in send(at_amaras)["Cache-Control"]


def test_a_faulty_list_is_told_every_fault_with_its_place(at_amaras, borough):
    text = LIST.replace("0.5", "half").replace("none", "9")
    answer = send(at_amaras, text)
    page = words(answer)
    assert answer.status_code == 422
    assert "2 faults to put right" in page
    assert "Row 2, column E (Reports to) There is no post “9” in this list." in page
    assert "Row 4, column G (FTE) “half” is not a number." in page
    assert 'name="make"' not in answer.content.decode()


def test_a_faulty_list_is_not_made_whatever_is_sent(at_amaras, borough):
    answer = send(at_amaras, LIST.replace("0.5", "half"))
    again = at_amaras.post(ADDRESS, sent_on(answer, **MAKE))
    assert again.status_code == 422
    assert not Structure.objects.exists()
    assert not Act.objects.exists()


def test_a_column_is_matched_by_hand(at_amaras, borough):
    answer = send(at_amaras, LIST.replace("Job title", "Wording"))
    assert "B (Wording)" in words(answer)
    again = at_amaras.post(ADDRESS, sent_on(answer, **{"column-2": "title"}))
    assert again.context["hand"].matching.of("title").number == 2
    made = at_amaras.post(ADDRESS, sent_on(again, **MAKE))
    assert made.status_code == 302
    assert Post.objects.filter(title="Youth Worker").count() == 2


def test_a_column_that_is_known_is_left_out_by_hand(at_amaras, borough):
    again = at_amaras.post(ADDRESS, sent_on(send(at_amaras), **{"column-9": ""}))
    at_amaras.post(ADDRESS, sent_on(again, **MAKE))
    assert not Holding.objects.exists()


def test_rows_pasted_from_a_spreadsheet_are_made_too(at_amaras, borough):
    answer = at_amaras.post(ADDRESS, {"pasted": "Job title\tTeam\nClerk\tLegal\n"})
    at_amaras.post(ADDRESS, sent_on(answer, **MAKE))
    assert Act.objects.get().says == "1 post in 1 unit made from the pasted rows."


def test_another_sheet_of_a_workbook_is_chosen(at_amaras, borough):
    file = workbook(
        ("Codes", [["Code", "Meaning"], ["x", "y"]]),
        ("Nothing", []),
        ("Staff", [["Job title", "Team"], ["Clerk", "Legal"]]),
    )
    answer = send(at_amaras, file, "staff.xlsx")
    assert answer.context["hand"].sheets == ["Codes", "Staff"]
    again = at_amaras.post(ADDRESS, sent_on(answer, chosen="1"))
    assert "1 post in 1 unit" in words(again)


def test_another_row_is_taken_for_the_headings(at_amaras, borough):
    text = "Title,Team\nJob title as it will be,Division of it\nClerk,Legal\n"
    answer = at_amaras.post(ADDRESS, sent_on(send(at_amaras, text), heading_row="2"))
    assert answer.context["hand"].matching.columns[0].heading == "Job title as it will be"


def test_an_empty_reports_to_can_mean_nobody(at_amaras, borough):
    answer = send(at_amaras, LIST.replace(",none,", ",,"))
    assert answer.context["hand"].establishment.deepest_tier is None
    again = at_amaras.post(ADDRESS, sent_on(answer, empty="nobody"))
    assert again.context["hand"].establishment.deepest_tier == 3


def test_a_list_of_which_it_is_not_said_that_it_is_full_counts_at_least(at_amaras, borough):
    made_by(at_amaras, complete="no")
    assert Structure.objects.get().complete_to_tier is None


@pytest.mark.parametrize("missing", ["title", "status", "complete"])
def test_what_is_not_said_of_the_structure_is_asked_for(missing, at_amaras, borough):
    answer = at_amaras.post(ADDRESS, sent_on(send(at_amaras), **MAKE | {missing: ""}))
    assert answer.status_code == 422
    assert f'<a href="#id_{missing}">' in answer.content.decode()
    assert not Structure.objects.exists()


def test_a_council_has_one_structure_in_force(at_amaras, borough):
    made_by(at_amaras)
    answer = made_by(at_amaras)
    assert answer.status_code == 422
    made_by(at_amaras, status="draft")
    assert Structure.objects.filter(key="our-structure-2", status="draft").exists()


def test_a_structure_that_came_into_force_meanwhile_is_named(at_amaras, borough, monkeypatch):
    sent = sent_on(send(at_amaras), **MAKE)
    made_by(at_amaras)
    offered = [("in force", "In force")]
    monkeypatch.setattr("posts.listform.MakeForm._statuses", lambda form, council: offered)
    answer = at_amaras.post(ADDRESS, sent)
    assert answer.status_code == 409
    assert "“Our structure” is in force already." in words(answer)


def test_the_same_post_number_is_the_same_post_in_another_structure(at_amaras, borough):
    made_by(at_amaras)
    made_by(at_amaras, LIST.replace("Post no", "Position ID"), status="draft")
    keys = Post.objects.exclude(key="").values_list("structure__key", "key")
    assert {key for structure, key in keys if structure == "our-structure-2"} == {*"1234"}
    units = Structure.objects.get(key="our-structure-2").units.exclude(key="")
    assert set(units.values_list("key", flat=True)) == {"children-2", "youth-2"}


def test_kinds_that_are_new_become_the_councils(at_amaras, borough):
    made_by(at_amaras, LIST.replace("Team", "Section"))
    borough.refresh_from_db()
    assert borough.kinds[-1] == {"name": "section", "function": False}


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"pasted": "   "},
        {"text": ["a\tb"]},
        {"text": [""], "sheet": [""]},
        {"text": ["x"] * 2, "sheet": [""]},
    ],
)
def test_what_holds_no_list_is_answered_with_the_first_page(sent, at_amaras, borough):
    answer = at_amaras.post(ADDRESS, sent)
    assert answer.status_code == 422
    assert '<a href="#id_file">' in answer.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"chosen": "7"},
        {"chosen": "-1"},
        {"heading_row": "999999"},
        {"heading_row": "zwölf"},
        {"heading_row": "٣"},
        {"column-1": "nonsense"},
        {"column-1": "level: nonsense"},
        {"matched": "x"},
        {"empty": "x"},
        {"name": "x" * 500},
        {"status": "superseded", "make": "yes", "title": "x", "complete": "yes"},
    ],
)
def test_what_no_page_sends_does_no_harm(sent, at_amaras, borough):
    assert at_amaras.post(ADDRESS, sent_on(send(at_amaras)) | sent).status_code in (200, 422)


def test_both_a_file_and_rows_are_one_too_many(at_amaras, borough):
    file = SimpleUploadedFile("staff.csv", LIST.encode())
    answer = at_amaras.post(ADDRESS, {"file": file, "pasted": "Title\nx"})
    assert "Choose a file or paste rows, not both" in words(answer)


def test_what_is_typed_in_a_list_is_never_taken_for_markup(at_amaras, borough):
    answer = send(at_amaras, "Title,Team\n<script>alert(1)</script>,</textarea><b>\n")
    html = answer.content.decode()
    assert "<script>alert(1)" not in html
    assert "<b>" not in html.split("What each column is")[1]
    at_amaras.post(ADDRESS, sent_on(answer, **MAKE))
    assert Post.objects.filter(title="<script>alert(1)</script>").exists()


def test_looking_takes_as_few_queries_at_any_size(at_amaras, borough):
    numbers = set()
    for size in (10, 1000):
        rows = "".join(f"{number},Clerk,Team {number % 50}\n" for number in range(1, size))
        with CaptureQueriesContext(connection) as queries:
            assert send(at_amaras, f"Post no,Title,Team\n{rows}").status_code == 200
        numbers.add(len(queries))
    assert len(numbers) == 1
    assert max(numbers) <= 15


ODD = (
    "Post no,Title,Unit path,Reports to,FTE,Number of posts,Note\n"
    '1,"=cmd|x, and: more # here",Children > Care: \'A\' & B > - list,none,1.50,2,"two\n\nlines"\n'
    "00-2,yes,Children > no,1,0,,*alias\n"
    "3/4,1.10,[x] > {y},00-2,,,'quoted'\n"
    ",not  stated thing,~ > !tag,3/4,,,| block\n"
)


def test_what_is_made_of_an_odd_list_is_the_same_as_its_council_file(at_amaras, at_emekas, borough):
    made_by(at_amaras, ODD)
    text = at_emekas.get("/borough/file/download/").content
    file = SimpleUploadedFile("borough.yaml", text)
    page = words(at_emekas.post("/borough/file/", {"file": file}))
    assert "borough.yaml changes nothing" in page
    assert "changes nothing" in page
    assert b"Holder" not in text


def test_a_list_and_its_holders_are_made_together_or_not_at_all(at_amaras, borough, monkeypatch):
    def fail(structure, holders):
        raise ValueError(holders)

    sent = sent_on(send(at_amaras), **MAKE)
    monkeypatch.setattr("posts.from_list._keep_holders", fail)
    with pytest.raises(ValueError):
        at_amaras.post(ADDRESS, sent)
    assert not Structure.objects.exists()
    assert not Grade.objects.exists()
    assert not Act.objects.exists()


def test_merged_cells_stay_merged_between_looking_and_making(at_amaras, borough):
    rows = [["Title", "Team"], ["Manager", "North"], ["Clerk", None]]
    more = {"xl/worksheets/sheet1.xml": sheet(rows, "B2:B3")}
    answer = send(at_amaras, workbook(("Staff", rows), more=more), "staff.xlsx")
    assert "2 merged cells of column B (Team) were read as their first" in words(answer)
    at_amaras.post(ADDRESS, sent_on(answer, **MAKE))
    (clerk,) = Post.objects.filter(title="Clerk")
    assert clerk.unit.name == "North"


def test_columns_matched_by_hand_are_matched_so_when_the_mended_list_is_sent_again(
    at_amaras, borough
):
    wrong = LIST.replace("Team", "Cluster").replace("Post holder", "Who").replace(",0.5,", ",half,")
    answer = send(at_amaras, wrong)
    hand = {"column-4": "level: team", "column-9": "holder", "column-6": ""}
    at_amaras.post(ADDRESS, sent_on(answer, **hand))
    answer = send(at_amaras, "About,,,,,,,,\n" + wrong.replace("half", "0.5"))
    assert "3 columns are matched by hand, as when a list with such headings was" in words(answer)
    at_amaras.post(ADDRESS, sent_on(answer, **MAKE))
    assert set(Structure.objects.get().units.values_list("name", flat=True)) >= {"Youth"}
    assert Holding.objects.count() == 2
    assert not Post.objects.exclude(grade=None).exists()


def test_columns_matched_by_hand_in_one_council_say_nothing_of_another(at_amaras, borough, client):
    answer = send(at_amaras, LIST.replace("Team", "Cluster"))
    at_amaras.post(ADDRESS, sent_on(answer, **{"column-4": "level: team"}))
    (kept,) = at_amaras.session["columns matched by hand"].items()
    assert kept == (borough.slug, {"cluster": "level: team"})


def test_since_when_the_structure_is_in_force_is_asked_where_it_is_made(at_amaras, borough):
    answer = made_by(at_amaras, in_force_from="1 April 2099")
    assert "1 April 2099 is still to come" in words(answer)
    answer = made_by(at_amaras, in_force_from="some day")
    assert "“some day” cannot be read as a date" in words(answer)
    made_by(at_amaras, in_force_from="1 April 2026")
    assert Structure.objects.get().in_force_from == "1 April 2026"


def test_states_of_a_list_are_spelt_as_the_councils(at_amaras, borough):
    made_by(
        at_amaras,
        LIST.replace("Vacant", "").replace("interim", "FILLED").replace(",,,\n", ",,Frozen,\n"),
    )
    assert set(Post.objects.exclude(state=None).values_list("state", flat=True)) == {
        "filled",
        "Frozen",
    }
