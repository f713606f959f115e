"""The page on which files are chosen, and the list of all that were made."""

from datetime import timedelta

import pytest
from django.utils import timezone

from reports.formats import FORMATS
from reports.models import Export
from reports.publishing import publish, withdraw
from tests.pages import PAGES, words
from tests.written import save

AT = "/borough/restructures/realignment/report/"


def make(browser, *files):
    return browser.post(PAGES["download"], {"file": files})


def test_the_list_of_downloads_says_of_which_edition_each_is(at_dilyss, paper):
    make(at_dilyss, "csv:union")
    assert "KB Trade union" in words(at_dilyss.get(f"{AT}exports/")).replace("bytes", "KB")


def test_an_old_draft_is_let_go_once_a_later_one_is_made_and_stays_on_the_list(
    at_dilyss, dilys, paper
):
    make(at_dilyss, "csv:public", "json:public")
    publish(paper, dilys)
    withdraw(paper, dilys, "A wrong figure.")
    Export.objects.update(moment=timezone.now() - timedelta(days=31))
    save(at_dilyss, "None.")
    make(at_dilyss, "json:public")
    gone = Export.objects.filter(content=None, is_published=False)
    assert [(each.format, each.name) for each in gone] == [
        ("json", "realignment-public-draft.json")
    ]
    assert at_dilyss.get(f"{AT}exports/{gone.get().pk}/").status_code == 409
    assert words(at_dilyss.get(f"{AT}exports/")).count("no longer kept") == 1


def test_what_holds_all_editions_back_is_said_once(at_dilyss, paper):
    save(at_dilyss, "There are [posts deletd].")
    page = words(at_dilyss.get(PAGES["download"]))
    assert "The public, exempt, staff and trade union editions are held back" in page
    assert page.count("called “posts deletd”") == 1
    assert "The exempt edition is held back No paragraph of Part 1" in page
    assert "Make the files" not in page


def test_a_clerk_has_the_published_files_by_one_click(at_dilyss, dilys, paper):
    publish(paper, dilys)
    made = Export.objects.get(format="pdf")
    page = at_dilyss.get(PAGES["download"]).content.decode()
    assert f'<a href="{AT}exports/{made.pk}/">realignment-public.pdf</a>' in page
    named = [
        page.index(f">realignment-public.{extension}</a>") for extension in ("docx", "pdf", "json")
    ]
    assert named == sorted(named)


@pytest.mark.parametrize("page", ["/borough/", "/borough/restructures/realignment/"])
def test_home_and_comparison_say_that_the_report_is_published_and_lead_to_its_files(
    page, at_dilyss, at_bens, dilys, paper
):
    assert "Report published" not in words(at_bens.get(page))
    publish(paper, dilys)
    for browser in (at_dilyss, at_bens):
        answer = browser.get(page)
        assert "Report published Structure: On record" in words(answer)
        assert f'<a class="btn" href="{AT}download/">Published files</a>' in answer.content.decode()
        assert "Write the report" not in words(answer)


def test_all_that_was_published_is_listed_for_those_who_write(at_dilyss, at_bens, dilys, paper):
    publish(paper, dilys, ["staff"])
    clerks, readers = (words(each.get(PAGES["download"])) for each in (at_dilyss, at_bens))
    assert "Public edition" in clerks
    assert clerks.index("realignment-public.pdf") < clerks.index("realignment-staff.pdf")
    assert "Staff edition not for readers" in clerks
    assert "realignment-staff" not in readers


def test_the_list_of_downloads_says_of_which_structures_a_file_was_made(at_dilyss, paper):
    make(at_dilyss, "csv:public")
    page = words(at_dilyss.get(f"{AT}exports/"))
    assert "existing structure at revision 1, proposed structure at revision 1" in page
    assert "papers " not in page


@pytest.mark.browser
def test_a_whole_edition_or_format_is_ticked_at_once(page_of, dilys, paper):
    page = page_of(dilys)
    page.goto(PAGES["download"])
    page.get_by_role("button", name="Staff", exact=True).click()
    assert page.locator("[name=file]:checked").count() == 1 + len(FORMATS)
    page.get_by_role("button", name="Staff", exact=True).click()
    page.get_by_role("button", name="All of PDF").click()
    ticked = page.locator("[name=file]:checked").evaluate_all("all => all.map(one => one.value)")
    assert set(ticked) == {"docx:public", "pdf:public", "pdf:staff", "pdf:union"}
