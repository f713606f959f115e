"""The page where a council gives the Word file that its reports look like."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from divisions.models import Act
from reports.exporting import Making
from reports.models import Restructure, WordBase
from tests.councilword import SECRET, council_word, with_part
from tests.pages import load_paper, words

PAGE, REMOVE = "/borough/templates/word/", "/borough/templates/word/remove/"


def sent(data, name="House style.docx"):
    return {"file": SimpleUploadedFile(name, data)}


@pytest.fixture
def given(borough, at_dilyss):
    """The council has given its file."""
    assert at_dilyss.post(PAGE, sent(council_word())).status_code == 302
    return WordBase.objects.get()


def test_a_clerk_gives_the_councils_file_and_what_was_made_of_it_is_kept(given):
    assert given.name == "House style.docx"
    assert SECRET.encode() not in bytes(given.content)
    assert Document(io.BytesIO(bytes(given.content))).paragraphs == []
    act = Act.objects.latest("pk")
    assert act.says == "Papers take their look in Word from “House style.docx”."


def test_reports_in_word_then_look_like_it(given, borough, amara):
    load_paper()
    made = Making(Restructure.objects.get(key="realignment"), amara).made("public", "docx")
    found = Document(io.BytesIO(made.content))
    assert found.styles["Normal"].font.name == "Georgia"
    assert "Word base of" in made.revision


@pytest.mark.parametrize("status", ["DRAFT: not approved", "NOT FOR PUBLICATION by virtue of"])
def test_a_file_that_says_draft_on_every_page_is_refused(status, borough, at_dilyss):
    document = Document(io.BytesIO(council_word()))
    line = document.sections[0].header.add_paragraph(status[:4])
    line.add_run(status[4:])
    file = io.BytesIO()
    document.save(file)
    answer = at_dilyss.post(PAGE, sent(file.getvalue()))
    assert answer.status_code == 422
    assert "which would stand on every report, published or not" in words(answer)
    assert not WordBase.objects.exists()


def test_the_page_says_what_stands_on_every_report_so_that_no_old_title_is_left_there(
    borough, at_dilyss
):
    document = Document(io.BytesIO(council_word()))
    line = document.sections[0].footer.add_paragraph("Review of Parks ")
    line.add_run("& Libraries")
    file = io.BytesIO()
    document.save(file)
    answer = at_dilyss.post(PAGE, sent(file.getvalue()), follow=True)
    assert (
        "Every report says in its header or footer: “Review of Parks & Libraries”, "
        "“The Borough of Wychford”. If that is of one report alone" in words(answer)
    )


def test_another_file_takes_the_place_of_the_first(given, at_dilyss):
    at_dilyss.post(PAGE, sent(council_word("NUMPAGES"), "New.dotx"))
    assert WordBase.objects.get().name == "New.dotx"


def test_a_file_that_cannot_be_taken_is_told_with_what_to_do_and_changes_nothing(given, at_dilyss):
    bad = with_part(council_word(), "word/vbaProject.bin")
    answer = at_dilyss.post(PAGE, sent(bad, "Macros.docx"))
    assert answer.status_code == 422
    assert "The file has macros. In Word, save it as “Word Document (.docx)”" in words(answer)
    assert WordBase.objects.get().name == "House style.docx"


@pytest.mark.parametrize("data", [b"", b"no Word file"])
def test_what_is_no_word_file_is_told_so(data, borough, at_dilyss):
    assert at_dilyss.post(PAGE, sent(data)).status_code == 422
    assert at_dilyss.post(PAGE, {}).status_code == 422
    assert not WordBase.objects.exists()


def test_it_is_taken_away_again(given, at_dilyss):
    answer = at_dilyss.post(REMOVE, follow=True)
    assert "“House style.docx” was taken away" in words(answer)
    assert not WordBase.objects.exists()
    assert at_dilyss.post(REMOVE).status_code == 302


def test_only_those_who_write_papers_give_it_or_take_it_away(given, at_bens, at_chloes, client):
    for address in (PAGE, REMOVE):
        assert at_bens.post(address).status_code == 403
        assert at_chloes.post(address).status_code == 404
        assert client.post(address).status_code == 302
    assert WordBase.objects.exists()


def test_the_page_of_the_templates_says_which_file_it_is(given, at_dilyss):
    assert "House style.docx" in words(at_dilyss.get("/borough/templates/"))


def test_the_page_asks_as_little_as_any(given, at_dilyss, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        assert "House style.docx" in words(at_dilyss.get(PAGE))
