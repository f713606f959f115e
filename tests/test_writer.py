"""Writing a paper: each save is one act, and nothing that anybody typed is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from divisions.models import Act
from reports.house import DEFAULT, HOUSES
from reports.models import Report, Restructure, Section, Writing
from tests.pages import load_paper, words
from tests.written import LEGAL, REPORT, RISK, opened, save, save_as_one_writes, text_of

HOUSE = HOUSES[DEFAULT].sections


@pytest.fixture
def paper(borough):
    load_paper()
    return Restructure.objects.get(key="realignment")


def test_looking_at_a_paper_that_nobody_has_begun_begins_nothing(at_dilyss, paper):
    assert at_dilyss.get(REPORT).status_code == 200
    assert not Report.objects.exists()
    assert not Section.objects.exists()


def test_the_first_save_begins_the_paper_as_its_house_does(at_dilyss, paper):
    assert save(at_dilyss, "None.").status_code == 302
    written = list(Section.objects.order_by("position").values_list("key", "text"))
    texts = {each.key: each.text for each in HOUSE} | {"legal": "None."}
    assert written == list(texts.items())


def test_a_save_is_one_act_of_its_author(at_dilyss, dilys, paper):
    before = Act.objects.count()
    save(at_dilyss, "None.")
    (act,) = Act.objects.all()[: Act.objects.count() - before]
    assert (act.user, act.verb) == (dilys, "write a section")
    assert act.says == "“Legal” was written in “Realignment of Services”."


def test_saving_what_stands_already_is_no_act(at_dilyss, paper):
    save(at_dilyss, "None.")
    before = Act.objects.count()
    assert save(at_dilyss, "None.").status_code == 302
    assert Act.objects.count() == before


def test_what_is_saved_as_one_writes_is_answered_with_how_it_reads(at_dilyss, paper):
    answer = save_as_one_writes(at_dilyss, "There are [posts, existing] posts.")
    assert (answer.status_code, text_of()) == (200, "There are [posts, existing] posts.")
    assert "Reads: 13.1 There are 3 posts, existing posts." in words(answer)
    assert "Saved" in words(answer)
    assert "<main" not in answer.content.decode()


def test_a_text_is_kept_as_typed(at_dilyss, paper):
    typed = "One\r\n\r\n  <b>two</b> & [posts, existing] **three**"
    save(at_dilyss, typed)
    assert text_of() == typed.replace("\r\n", "\n")
    page = at_dilyss.get(LEGAL).content.decode()
    assert "&lt;b&gt;two&lt;/b&gt;" in page
    assert "<b>two</b>" not in page


def test_a_text_that_is_too_long_is_refused_and_stays_in_the_form(at_dilyss, paper):
    answer = save(at_dilyss, "long " * 50_000)
    assert answer.status_code == 422
    assert answer.content.decode().count("long ") >= 50_000
    assert not Section.objects.exists()


def test_a_name_that_nothing_has_is_told_beside_the_text_with_the_nearest(at_dilyss, paper):
    answer = save_as_one_writes(at_dilyss, "First.\n\nThere are [postes, existing].")
    told = "Put right line 3: There is no figure or part called “postes, existing”."
    assert told in words(answer)
    assert "Put “posts, existing” there" in words(answer)


def test_the_nearest_name_is_put_right_without_a_script(at_dilyss, paper):
    wrong = {"text": "[postes, existing]!", "instead": "postes, existing|posts, existing"}
    at_dilyss.post(LEGAL, wrong | {"seen": opened(at_dilyss)})
    assert text_of() == "[posts, existing]!"


# ---- two authors ----


def test_two_who_write_in_different_sections_do_not_disturb_each_other(at_dilyss, at_amaras, paper):
    legal, risk = opened(at_dilyss), opened(at_amaras, RISK)
    assert save_as_one_writes(at_dilyss, "Law.", seen=legal).status_code == 200
    assert save_as_one_writes(at_amaras, "Risk.", RISK, risk).status_code == 200
    assert (text_of(), text_of("risk")) == ("Law.", "Risk.")


def test_two_who_write_in_one_section_are_told_and_both_texts_are_there(
    at_dilyss, at_amaras, paper
):
    seen = opened(at_amaras)
    save(at_dilyss, "What Dilys wrote.")
    answer = save_as_one_writes(at_amaras, "What Amara wrote.", seen=seen)
    assert (answer.status_code, text_of()) == (409, "What Dilys wrote.")
    assert "dilys changed this section after you opened it" in words(answer)
    assert "What Dilys wrote." in words(answer)
    assert "What Amara wrote." in words(answer)
    assert save_as_one_writes(at_amaras, "What Amara wrote. More.", seen=seen).status_code == 409


def test_mine_is_put_in_its_place_only_when_that_is_asked(at_dilyss, at_amaras, paper):
    seen = opened(at_amaras)
    save(at_dilyss, "What Dilys wrote.")
    page = save(at_amaras, "Mine.", seen=seen).content.decode()
    assert ">Mine.</textarea>" in page.replace("\n", "")
    over = page.split('name="over" value="')[1].split('"')[0]
    assert at_amaras.post(LEGAL, {"text": "Mine.", "seen": seen, "over": over}).status_code == 302
    assert text_of() == "Mine."


def test_a_section_put_elsewhere_meanwhile_is_written_on(at_dilyss, at_amaras, paper):
    save(at_dilyss, "One.")
    seen = opened(at_dilyss)
    Section.objects.filter(key="legal").update(position=1, heading="Law")
    assert save_as_one_writes(at_dilyss, "Two.", seen=seen).status_code == 200


def test_what_is_typed_into_a_section_taken_out_meanwhile_is_shown(at_dilyss, at_amaras, paper):
    save(at_amaras, "One.")
    seen = opened(at_dilyss)
    with paper.council.editing():
        Section.objects.get(key="legal").delete()
    answer = save(at_dilyss, "My text.", seen=seen)
    assert answer.status_code == 409
    assert "This section was taken out while you were writing" in words(answer)
    assert "My text." in words(answer)


# ---- who is writing ----


def test_others_are_told_who_is_writing_where(at_dilyss, at_amaras, paper):
    save(at_dilyss, "One.")
    at_amaras.post(RISK + "here/")
    assert words(at_dilyss.post(LEGAL + "here/")) == "amara is writing in “Risk”"
    assert words(at_amaras.post(RISK + "here/")) == "dilys is writing in “Legal”"
    assert "amara is writing in “Risk”" in words(at_dilyss.get(LEGAL))


def test_who_only_has_a_section_of_an_unbegun_paper_open_is_told_of(at_dilyss, at_amaras, paper):
    at_amaras.post(RISK + "here/")
    assert words(at_dilyss.post(LEGAL + "here/")) == "amara is writing in “Risk”"
    at_amaras.post(LEGAL + "here/")
    assert words(at_dilyss.post(LEGAL + "here/")) == "amara is writing in “Legal”"
    assert not Section.objects.exists()


def test_who_has_gone_is_not_told_of_after_two_minutes(at_dilyss, at_amaras, paper):
    save(at_dilyss, "One.")
    at_amaras.post(RISK + "here/")
    Writing.objects.update(seen_at=timezone.now() - timedelta(seconds=121))
    assert words(at_dilyss.post(LEGAL + "here/")) == ""


# ---- frozen ----


def test_a_published_paper_is_not_written(at_dilyss, paper):
    save(at_dilyss, "One.")
    seen = opened(at_dilyss)
    with paper.council.editing():
        report = Report.objects.get()
        report.published_at = timezone.now()
        report.save()
    answer = save(at_dilyss, "Two.", seen=seen)
    assert (answer.status_code, text_of()) == (409, "One.")
    assert "is published" in words(answer)
    version = Section.history.filter(key="legal").last().history_id
    assert at_dilyss.post(f"{LEGAL}history/{version}/put-back/").status_code == 409
