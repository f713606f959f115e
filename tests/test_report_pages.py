"""The pages of a report beside its texts: sections, facts, templates, timetable, preview."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.formats.pdf import NotSet
from reports.models import HouseTemplate, Milestone, Report, Restructure, Section
from reports.views import report_preview
from tests.pages import load_paper, words
from tests.written import REPORT, fields, opened, save

MOST_QUERIES = 15
SECTIONS, FACTS, TEMPLATE = REPORT + "sections/", REPORT + "facts/", REPORT + "template/"
TIMETABLE, PREVIEW = REPORT + "timetable/", REPORT + "preview/"


@pytest.fixture
def paper(borough):
    load_paper()
    return Restructure.objects.get(key="realignment")


def headings():
    return list(Section.objects.order_by("position").values_list("heading", flat=True))


# ---- sections ----


def test_a_section_is_moved_up_before_what_stood_there(at_dilyss, paper):
    sent = fields(at_dilyss, SECTIONS)
    assert at_dilyss.post(SECTIONS, sent | {"section-12-ORDER": "2"}).status_code == 302
    assert headings()[:3] == ["Purpose", "Legal", "Recommendations"]


def test_a_section_is_renamed_hidden_and_set_within_another(at_dilyss, paper):
    sent = fields(at_dilyss, SECTIONS) | {"section-12-heading": "Law", "section-12-level": "2"}
    sent.pop("section-12-is_shown")
    at_dilyss.post(SECTIONS, sent)
    law = Section.objects.get(key="legal")
    assert (law.heading, law.level, law.is_shown) == ("Law", 2, False)


def test_a_section_is_added_and_another_taken_out(at_dilyss, paper):
    more = {"section-22-heading": "Legal", "section-22-ORDER": "1", "section-12-DELETE": "on"}
    at_dilyss.post(SECTIONS, fields(at_dilyss, SECTIONS) | more)
    assert headings()[0] == "Legal"
    assert headings().count("Legal") == 1
    assert Section.objects.get(heading="Legal").key == "legal-2"


def test_putting_sections_in_order_leaves_what_is_typed_meanwhile(at_dilyss, at_amaras, paper):
    sent = fields(at_dilyss, SECTIONS)
    save(at_amaras, "Words.")
    assert at_dilyss.post(SECTIONS, sent | {"section-12-heading": "Law"}).status_code == 302
    assert Section.objects.get(key="legal").text == "Words."


def test_two_who_put_sections_in_order_are_told(at_dilyss, at_amaras, paper):
    mine, theirs = fields(at_dilyss, SECTIONS), fields(at_amaras, SECTIONS)
    at_amaras.post(SECTIONS, theirs | {"section-0-heading": "Aim"})
    answer = at_dilyss.post(SECTIONS, mine | {"section-0-heading": "Why"})
    assert (answer.status_code, headings()[0]) == (409, "Aim")
    assert "Aim" in words(answer)
    assert 'value="Why"' in answer.content.decode()


def test_a_section_without_a_heading_is_refused(at_dilyss, paper):
    sent = fields(at_dilyss, SECTIONS) | {"section-3-heading": " "}
    answer = at_dilyss.post(SECTIONS, sent)
    assert answer.status_code == 422
    assert "Type the heading of the section" in words(answer)


def test_a_clerk_writes_and_downloads_from_home_and_a_reader_reads(at_dilyss, at_bens, paper):
    clerks, readers = (each.get("/borough/").content.decode() for each in (at_dilyss, at_bens))
    assert f'<a class="btn" href="{REPORT}">Write the report</a>' in clerks
    assert f'href="{REPORT}download/">Download…</a>' in clerks
    assert REPORT not in readers
    assert "Download the Word report" in readers


def test_a_clerk_who_compares_is_led_to_the_files(at_dilyss, at_bens, paper):
    page = "/borough/restructures/realignment/"
    clerks, readers = (each.get(page).content.decode() for each in (at_dilyss, at_bens))
    assert f'href="{REPORT}download/">Download…</a>' in clerks
    assert "Download…" not in readers


def test_what_the_checks_find_stands_beside_the_approval(at_dilyss, paper):
    page = at_dilyss.get(REPORT + "publish/").content.decode()
    assert f'hx-get="{REPORT}checks/" hx-trigger="load"' in page
    assert "See what the checks find" in page


# ---- facts, template, timetable ----


def test_the_facts_of_the_first_page_are_kept(at_dilyss, paper):
    facts = {"item": "6", "exempt": ["1", "4"], "numbering": "1", "paper_size": "A3"}
    assert at_dilyss.post(FACTS, fields(at_dilyss, FACTS) | facts).status_code == 302
    report = Report.objects.get()
    assert (report.item, report.exempt, report.numbering) == ("6", [1, 4], "1")
    assert "agenda item 6" in words(at_dilyss.get(PREVIEW))


def test_another_house_takes_over_what_was_written(at_dilyss, paper):
    save(at_dilyss, "Of the law.")
    sent = {"template": "dudley-2009", "seen": opened(at_dilyss, TEMPLATE)}
    assert at_dilyss.post(TEMPLATE, sent).status_code == 302
    assert "Purpose of Report" in headings()
    assert "Of the law." in [each.text for each in Section.objects.all()]
    assert Report.objects.get().numbering == "1"


def test_what_an_author_named_and_hid_stays_in_another_house_and_the_page_says_so(at_dilyss, paper):
    sent = fields(at_dilyss, SECTIONS)
    at = next(name for name, value in sent.items() if value == "legal").removesuffix("key")
    del sent[f"{at}is_shown"]
    at_dilyss.post(SECTIONS, sent | {f"{at}heading": "What the law says"})
    assert "What the law says (hidden)" in words(at_dilyss.get(TEMPLATE))
    sent = {"template": "leeds-2010", "seen": opened(at_dilyss, TEMPLATE)}
    at_dilyss.post(TEMPLATE, sent)
    legal = Section.objects.get(key="legal")
    assert (legal.heading, legal.is_shown) == ("What the law says", False)


def test_a_step_of_the_timetable_has_a_date_as_precise_as_it_is(at_dilyss, paper):
    more = {"milestone-1-what": "Appoint", "milestone-1-when": "late November 2009"}
    at_dilyss.post(TIMETABLE, fields(at_dilyss, TIMETABLE) | more)
    step = Milestone.objects.get(what="Appoint")
    assert (step.when, str(step.earliest)) == ("late November 2009", "2009-11-21")
    wrong = fields(at_dilyss, TIMETABLE) | {"milestone-1-when": "31 June 2009"}
    answer = at_dilyss.post(TIMETABLE, wrong)
    assert (answer.status_code, "is not a date" in words(answer)) == (422, True)


# ---- figures, preview ----


def test_figures_are_listed_with_what_they_say_now(at_dilyss, paper):
    page = words(at_dilyss.get(REPORT + "figures/?q=posts existing&as=list"))
    assert "[posts, existing]" in page
    assert "3" in page
    assert "[existing chart]" in words(at_dilyss.get(REPORT + "figures/?q=chart"))


def test_the_preview_has_draft_on_each_page_and_charts_on_their_side(at_bens, paper):
    page = at_bens.get(PREVIEW).content.decode()
    assert page.count('class="draft">DRAFT') == page.count('<section class="a4')
    assert 'class="a4 a4--wide"' in page
    assert "<style" not in page


def test_the_preview_shows_one_page_where_that_is_chosen(at_bens, paper):
    whole = at_bens.get(PREVIEW).content.decode()
    page = at_bens.get(PREVIEW + "?edition=public&page=2").content.decode()
    assert re.findall(r'id="page-(\d+)"', page) == ["2"]
    assert page.count('href="?edition=public&amp;page=') == whole.count('href="#page-') - 1


def test_the_preview_marks_what_is_computed_until_the_tick_is_taken_away(at_bens, paper):
    unticked = at_bens.get(PREVIEW + "?edition=public&page=1-60").content.decode()
    assert 'class="fig"' in at_bens.get(PREVIEW).content.decode()
    assert 'class="fig"' not in unticked
    assert "pages--plain" in unticked


def test_the_preview_says_if_the_pdf_cannot_be_set(at_bens, paper, monkeypatch):
    def not_set(paper):
        raise NotSet("The PDF was not finished within 25 seconds.")

    monkeypatch.setattr(report_preview, "starts", not_set)
    page = words(at_bens.get(PREVIEW))
    assert "Where pages end is not known. The PDF was not finished" in page
    assert "Recommendations" in page


def test_the_exempt_edition_says_on_each_page_why_it_is_withheld(at_dilyss, paper):
    at_dilyss.post(FACTS, fields(at_dilyss, FACTS) | {"exempt": ["4"]})
    page = at_dilyss.get(PREVIEW + "?edition=exempt").content.decode()
    assert page.count('class="marking">NOT FOR PUBLICATION') == page.count('<section class="a4')


# ---- a council's own templates ----


def test_a_council_makes_a_template_of_a_report_and_begins_another_from_it(at_dilyss, paper):
    save(at_dilyss, "As the law asks.")
    made = {"name": "Cabinet", "after": "report:realignment"}
    assert at_dilyss.post("/borough/templates/", made).status_code == 302
    ours = HouseTemplate.objects.get(slug="cabinet")
    assert {"As the law asks."} <= {each["text"] for each in ours.sections}
    assert "Cabinet" in words(at_dilyss.get(TEMPLATE))


def test_a_template_is_corrected_and_deleted_and_papers_stay(at_dilyss, paper):
    at_dilyss.post("/borough/templates/", {"name": "Cabinet", "after": "house:kent-2009"})
    sent = fields(at_dilyss, "/borough/templates/cabinet/") | {
        "name": "Cabinet",
        "numbering": "none",
    }
    sent |= {"section-0-heading": "Start"}
    assert at_dilyss.post("/borough/templates/cabinet/", sent).status_code == 302
    ours = HouseTemplate.objects.get(slug="cabinet")
    assert (ours.numbering, ours.sections[0]["heading"]) == ("none", "Start")
    assert at_dilyss.post("/borough/templates/cabinet/delete/").status_code == 302
    assert not HouseTemplate.objects.filter(slug="cabinet").exists()


def test_a_template_is_not_deleted_by_one_press(at_dilyss, paper):
    at_dilyss.post("/borough/templates/", {"name": "Cabinet", "after": "house:kent-2009"})
    html = at_dilyss.get("/borough/templates/cabinet/").content.decode()
    folded = html.split("<summary>Delete the template…</summary>")[1].split("</details>")[0]
    assert "Delete “Cabinet”</button>" in folded
    assert html.count("/cabinet/delete/") == 1


def test_a_template_called_as_another_page_has_an_address_of_its_own(at_dilyss, paper):
    made = {"name": "Word", "after": "house:kent-2009"}
    answer = at_dilyss.post("/borough/templates/", made, follow=True)
    assert 'value="Word"' in answer.content.decode()


def test_whoever_writes_papers_finds_the_templates_and_the_word_file(at_dilyss, at_bens, paper):
    for address in ("/borough/templates/", "/borough/templates/word/"):
        assert f'href="{address}"' in at_dilyss.get("/borough/").content.decode()
        assert f'href="{address}"' not in at_bens.get("/borough/").content.decode()


# ---- queries ----

PAGES = ["", "sections/", "sections/legal/", "sections/legal/history/", "figures/", "facts/",
         "template/", "timetable/", "phases/", "preview/"]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_page_takes_few_queries(page, at_dilyss, paper):
    save(at_dilyss, "Words.")
    with CaptureQueriesContext(connection) as queries:
        assert at_dilyss.get(REPORT + page).status_code == 200
    assert len(queries) <= MOST_QUERIES
