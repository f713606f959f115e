"""A list on its page matched by hand, made of odd cells, and sent twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections

from divisions.models import Act, Structure
from posts.models import Grade, Holding, Post
from tests.cast import signed_in
from tests.list_page import ADDRESS, LIST, MAKE, made_by, send, sent_on
from tests.pages import words
from tests.workbooks import sheet, workbook


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
