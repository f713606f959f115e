"""The files of a report: made, recorded, had again, published and kept."""

import io
import zipfile

import pytest
from django.core.management import CommandError, call_command

from divisions import errors
from divisions.models import Structure
from posts import standing
from posts.models import Holding, Post
from reports import exporting, known
from reports.editions import EDITIONS
from reports.exporting import Making
from reports.formats import FORMATS
from reports.formats.typst.making import NotSet
from reports.models import Export, Report, Restructure
from reports.publishing import publish, withdraw
from tests.pages import FORMS, PAGES, load_paper, words
from tests.unpacked import found_in

AT = "/borough/restructures/realignment/report/"


@pytest.fixture
def paper(borough):
    load_paper()
    return Restructure.objects.get(key="realignment")


def make(browser, *files, **more):
    return browser.post(PAGES["download"], {"file": files}, **more)


def change(paper):
    """Let the proposed structure say something else."""
    structure = Structure.objects.get(pk=paper.after_id)
    with structure.editing(even_frozen=True):
        unit = structure.units.get(key="futures")
        unit.name = "Futures and Hopes"
        unit.save()


# ---- made ----


def test_one_file_comes_as_it_is_and_several_as_a_zip(at_dilyss, paper):
    assert make(at_dilyss, "csv:public")["Content-Disposition"].endswith(
        '"realignment-public-draft.csv"'
    )
    answer = make(at_dilyss, "csv:public", "json:staff")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert packed.namelist() == ["realignment-public-draft.csv", "realignment-staff-draft.json"]


def test_each_file_is_recorded_with_what_it_was_made_of(at_dilyss, dilys, paper):
    make(at_dilyss, "csv:union")
    made = Export.objects.get()
    assert (made.user, made.edition, made.format) == (dilys, "union", "csv")
    assert made.revision.startswith("existing structure 1, proposed structure 1, papers ")
    assert (made.size, len(made.sha256)) == (len(made.data), 64)


@pytest.mark.parametrize("extension", FORMATS)
def test_the_same_revision_made_anew_is_the_same_bytes(extension, paper):
    first = Making(paper).made("public", extension)
    known.forget()
    standing.forget()
    assert Making(paper).made("public", extension).sha256 == first.sha256


def test_what_is_made_again_is_kept_once(at_dilyss, paper):
    answers = [make(at_dilyss, "csv:public").content for _ in range(2)]
    assert answers[0] == answers[1]
    assert [each.content is None for each in Export.objects.order_by("pk")] == [False, True]


def test_what_has_changed_is_made_anew(at_dilyss, paper):
    before = make(at_dilyss, "json:public").content
    change(paper)
    assert make(at_dilyss, "json:public").content != before


def test_what_is_written_while_a_file_is_made_is_in_the_next_one(paper):
    making = Making(paper)
    assert making.comparison.after.units
    change(paper)
    made = making.export("public", "json")
    again = Making(Restructure.objects.get(pk=paper.pk)).export("public", "json")
    assert (b"Futures and Hopes" in made.data, b"Futures and Hopes" in again.data) == (False, True)
    assert made.revision != again.revision


def test_an_earlier_file_is_had_again_as_it_was(at_dilyss, paper):
    before = make(at_dilyss, "csv:public").content
    change(paper)
    made = Export.objects.get()
    assert "realignment-public-draft.csv" in words(at_dilyss.get(f"{AT}exports/"))
    assert at_dilyss.get(f"{AT}exports/{made.pk}/").content == before


def test_nothing_chosen_is_said(at_dilyss, paper):
    answer = make(at_dilyss)
    assert answer.status_code == 422
    assert "Choose at least one file." in words(answer)


def test_an_edition_that_is_held_back_is_not_made(at_dilyss, paper):
    answer = make(at_dilyss, "csv:exempt")
    assert answer.status_code == 422
    assert "Nothing was made The exempt edition is held back." in words(answer)
    assert not Export.objects.exists()


def test_a_file_that_cannot_be_made_is_answered_with_why(at_dilyss, paper, monkeypatch):
    def too_much(paper):
        raise NotSet("The PDF was not finished within 25 seconds.")

    monkeypatch.setitem(FORMATS, "pdf", type("Broken", (), {"write": too_much, "name": "PDF"}))
    answer = make(at_dilyss, "pdf:public")
    assert answer.status_code == 409
    assert "The PDF was not finished within 25 seconds." in words(answer)


def test_with_scripts_file_after_file_is_made(at_dilyss, paper):
    files = {"file": ["csv:public", "json:public"]}
    asked = at_dilyss.post(PAGES["download"], files, HTTP_HX_REQUEST="true")
    assert "Making 2 files" in words(asked)
    first = at_dilyss.post(PAGES["download"], files | {"going-on": 1}, HTTP_HX_REQUEST="true")
    assert "JSON, Public edition: being made" in words(first)
    more = {"going-on": 1, "made": Export.objects.get().pk}
    last = at_dilyss.post(PAGES["download"], files | more, HTTP_HX_REQUEST="true")
    address = last.content.decode().split('class="btn" href="')[1].split('"')[0]
    packed = at_dilyss.get(address.replace("&amp;", "&"))
    assert packed["Content-Type"] == "application/zip"


def test_a_file_that_cannot_be_made_stops_no_other(at_dilyss, paper, monkeypatch):
    def broken(paper):
        raise NotSet("The sheet was not finished.")

    monkeypatch.setitem(FORMATS, "csv", type("Broken", (), {"write": broken, "name": "CSV"}))
    files = {"file": ["csv:public", "json:public"], "going-on": 1}
    first = at_dilyss.post(PAGES["download"], files, HTTP_HX_REQUEST="true")
    assert "JSON, Public edition: being made" in words(first)
    refused = {"refused": "csv:public", "why": "The sheet was not finished."}
    last = words(at_dilyss.post(PAGES["download"], files | refused, HTTP_HX_REQUEST="true"))
    assert "Not all files were made 1 of 2 The sheet was not finished. Download the file" in last
    assert 'name="refused" value="csv:public"' in first.content.decode()


# ---- what no file has ----


@pytest.fixture
def people(paper, dilys, amara):
    """People who hold posts, and the people of the site."""
    for nth, post in enumerate(Post.objects.filter(structure__in=[paper.before, paper.after])):
        Holding.objects.create(
            post=post,
            person=f"Zebedee Quackwall{nth}",
            payroll_number=f"ZQ70{nth}",
            pounds=6123498765,
        )
    for user in (dilys, amara):
        user.email, user.last_name = f"{user.username}@quack.example", "Quackuser"
        user.save()
    Report.objects.bulk_create([Report(restructure=paper, exempt=[1])])
    return "quack", "zebedee", "ZQ70", "6123498765"


@pytest.mark.parametrize("extension", FORMATS)
def test_no_file_of_any_edition_names_anybody(extension, people, paper, dilys):
    making = Making(paper, dilys)
    for edition in ("public", "exempt", "staff", "union"):
        assert found_in(making.export(edition, extension).data, people) == set()


# ---- published ----


def approve(browser):
    page = browser.get(FORMS["publish"]).content.decode()
    seen = page.split('name="seen" value="')[1].split('"')[0]
    return browser.post(FORMS["publish"], {"seen": seen}, follow=True)


def test_what_is_published_is_no_draft_and_for_every_reader(at_dilyss, at_bens, paper):
    assert "was approved for publication" in words(approve(at_dilyss))
    public = Export.objects.filter(is_published=True)
    assert {each.format for each in public} == set(FORMATS)
    made = public.get(format="html")
    assert "DRAFT" not in made.data.decode()
    assert "realignment-public.html" in words(at_bens.get(PAGES["download"]))
    assert at_bens.get(f"{AT}exports/{made.pk}/").content == made.data


def test_what_is_published_stays_as_it_was(at_dilyss, at_bens, paper, dilys):
    publish(paper, dilys)
    kept = Export.objects.get(format="json").data
    change(paper)
    assert make(at_dilyss, "json:public").content == kept
    word = Export.objects.get(format="docx", is_published=True).data
    assert at_bens.get("/borough/restructures/realignment/report.docx").content == word


def test_a_paper_that_is_published_is_frozen(at_dilyss, paper, dilys):
    page = at_dilyss.get(FORMS["title"]).content.decode()
    seen = page.split('name="seen" value="')[1].split('"')[0]
    publish(paper, dilys)
    answer = at_dilyss.post(FORMS["title"], {"title": "Another", "seen": seen})
    assert answer.status_code == 409
    assert "Withdraw the publication first" in words(answer)


def test_a_publication_is_withdrawn_for_a_reason_and_stays_on_record(at_dilyss, paper, dilys):
    publish(paper, dilys)
    assert at_dilyss.post(FORMS["withdraw publication"]).status_code == 422
    at_dilyss.post(FORMS["withdraw publication"], {"reason": "A wrong figure."})
    assert not Report.objects.filter(published_at__isnull=False).exists()
    assert Export.objects.filter(is_published=True).count() == len(FORMATS)
    act = paper.council.acts.first()
    assert (act.verb, act.reason) == ("withdraw the publication", "A wrong figure.")


def test_a_reader_no_longer_has_what_was_withdrawn(at_bens, paper, dilys):
    publish(paper, dilys)
    made = Export.objects.filter(is_published=True).first()
    withdraw(paper, dilys, "A wrong figure.")
    assert at_bens.get(f"{AT}exports/{made.pk}/").status_code == 403


def test_a_reader_has_no_other_file_of_a_published_paper(at_dilyss, at_bens, paper, dilys):
    publish(paper, dilys, ["staff"])
    made = Export.objects.get(edition="staff", format="csv")
    assert at_bens.get(f"{AT}exports/{made.pk}/").status_code == 403
    assert at_dilyss.get(f"{AT}exports/{made.pk}/").status_code == 200


def test_a_paper_that_changed_since_it_was_read_is_not_approved(at_dilyss, paper):
    page = at_dilyss.get(FORMS["publish"]).content.decode()
    seen = page.split('name="seen" value="')[1].split('"')[0]
    change(paper)
    assert at_dilyss.post(FORMS["publish"], {"seen": seen}).status_code == 409
    assert not Export.objects.exists()


def test_what_is_held_back_is_not_published(at_dilyss, paper, dilys):
    post = Post.objects.get(structure=paper.before, key="head-of-care")
    Holding.objects.create(post=post, person="Jane Smith")
    Restructure.objects.filter(pk=paper.pk).update(report_of="Jane Smith")
    assert "The public edition is held back" in words(at_dilyss.get(FORMS["publish"]))
    paper.refresh_from_db()
    with pytest.raises(errors.HeldBack):
        publish(paper, dilys)


def test_a_reader_previews_the_public_edition_alone(at_dilyss, at_bens, paper):
    address = f"{AT}preview/?edition=union"
    assert "Trade union edition: not for publication" in words(at_dilyss.get(address))
    assert "Trade union edition: not for publication" not in words(at_bens.get(address))


# ---- the command ----


def test_the_command_writes_any_edition_in_any_format(paper, tmp_path, capsys):
    file = tmp_path / "staff.json"
    call_command("export_report", "realignment", format="json", edition="staff", output=str(file))
    assert b'"edition": "staff"' in file.read_bytes()


def test_the_command_says_what_holds_an_edition_back(paper, tmp_path):
    with pytest.raises(CommandError, match="No paragraph of Part 1 of Schedule 12A is chosen"):
        call_command("export_report", "realignment", edition="exempt", output=str(tmp_path / "x"))
    assert not list(tmp_path.iterdir())


# ---- in a browser ----


@pytest.mark.browser
def test_files_are_made_one_after_the_other_before_ones_eyes(page_of, dilys, paper):
    page = page_of(dilys)
    page.goto(PAGES["download"])
    page.get_by_label("CSV, Public edition").check()
    page.get_by_label("JSON, Staff edition").check()
    page.get_by_role("button", name="Make the files").click()
    link = page.get_by_role("link", name="Download 3 files, one zip")
    link.wait_for()
    assert page.get_by_role("heading", name="3 files made").is_visible()
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == "realignment.zip"


@pytest.mark.browser
def test_one_watches_how_far_a_publication_has_come(page_of, dilys, paper):
    page, told = page_of(dilys), []

    def listen(route):
        answer = route.fetch()
        told.append(answer.text())
        route.fulfill(response=answer)

    page.goto(FORMS["publish"])
    page.route("**/publish/", listen)
    page.get_by_role("button", name="Approve for publication").click()
    page.get_by_text("was approved for publication").wait_for(timeout=60_000)
    assert page.url.endswith(PAGES["download"])
    assert any("PDF, Public edition: being made" in each for each in told)


def test_the_checks_run_once_for_all_editions(paper, monkeypatch):
    ran = []
    monkeypatch.setattr(exporting, "found_in", lambda *given: ran.append(given) or [])
    making = Making(paper)
    assert [making.held_back(key) for key in EDITIONS] == [[], making.held_back("exempt"), [], []]
    assert len(ran) == 1
