"""A council file on its page: tried, loaded, refused, downloaded."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.pages import FILE, FORMS, words
from tests.test_paper_forms import TITLE, seen

# ---- the title block ----


# ---- the council file ----


def send(browser, text, name="borough.yaml", **more):
    """Send a file to be tried."""
    file = SimpleUploadedFile(name, text.encode())
    return browser.post("/borough/file/", {"file": file} | more)


def seen_digest(answer):
    """What stands for the plan that a page shows."""
    return answer.content.decode().split('name="seen" value="')[1].split('"')[0]


def test_a_faulty_file_is_told_every_fault_with_its_place(at_emekas, paper):
    answer = send(at_emekas, FILE.replace("title: Head of Care", "tilte: Head of Care"))
    page = words(answer)
    assert answer.status_code == 422
    assert "borough.yaml was not loaded: 2 faults" in page
    assert "Did you mean “title”?" in page
    assert "Nothing was changed. Mend them all, then try the file again." in page


def test_nothing_chosen_is_said_beside_the_field(at_emekas, paper):
    answer = at_emekas.post("/borough/file/")
    assert answer.status_code == 422
    assert '<a href="#id_file">Choose a council file</a>' in answer.content.decode()


def test_a_file_of_another_council_is_refused(at_emekas, paper, county):
    answer = send(at_emekas, FILE.replace("slug: borough", "slug: county"))
    assert answer.status_code == 422
    assert "This is the file of the council “county”." in words(answer)


def test_a_council_whose_page_could_not_be_reached_is_refused(at_emekas, borough):
    page = words(send(at_emekas, FILE.replace("slug: borough", "slug: sign-in")))
    assert "“sign-in” is a page of the site's own. Choose another slug." in page


def test_a_file_is_tried_before_it_is_loaded(at_emekas, paper):
    text = FILE.replace("body: Cabinet", "body: The Executive")
    page = words(send(at_emekas, text))
    assert "borough.yaml would change 1 thing" in page
    assert "body “Cabinet” becomes “The Executive”" in page
    paper.refresh_from_db()
    assert paper.body == "Cabinet"


def test_what_was_tried_is_loaded_from_the_page(at_emekas, emeka, paper):
    text = FILE.replace("body: Cabinet", "body: The Executive").replace("\n", "\r\n")
    again = {"text": text, "name": "borough.yaml", "load": "yes"}
    again["seen"] = seen_digest(send(at_emekas, text))
    answer = at_emekas.post("/borough/file/", again, follow=True)
    assert "borough.yaml was loaded: 1 change." in words(answer)
    paper.refresh_from_db()
    assert paper.body == "The Executive"
    assert paper.council.acts.first().user == emeka


def test_what_people_changed_is_listed_and_overwritten_only_when_asked(at_emekas, at_dilyss, paper):
    at_dilyss.post(FORMS["title"], TITLE | {"seen": seen(at_dilyss, FORMS["title"])})
    again = {"text": FILE, "name": "borough.yaml", "load": "yes"}
    again["seen"] = seen_digest(send(at_emekas, FILE))
    answer = at_emekas.post("/borough/file/", again)
    assert answer.status_code == 409
    assert "changes made by people would be overwritten" in words(answer)
    at_emekas.post("/borough/file/", again | {"replace": "on"})
    paper.refresh_from_db()
    assert paper.body == "Cabinet"


def test_a_file_is_loaded_only_as_it_was_tried(at_emekas, at_dilyss, paper):
    text = FILE.replace("number: 1", "number: 7")
    again = {"text": text, "name": "borough.yaml", "load": "yes", "replace": "on"}
    again["seen"] = seen_digest(send(at_emekas, text))
    at_dilyss.post(FORMS["title"], TITLE | {"seen": seen(at_dilyss, FORMS["title"])})
    answer = at_emekas.post("/borough/file/", again)
    assert answer.status_code == 409
    assert "The Borough was changed after you tried the file" in words(answer)
    assert "body “The Executive” becomes “Cabinet”" in words(answer)
    paper.refresh_from_db()
    assert (paper.body, paper.recommendations.first().number) == ("The Executive", "1")
    at_emekas.post("/borough/file/", again | {"seen": seen_digest(answer)})
    paper.refresh_from_db()
    assert (paper.body, paper.recommendations.first().number) == ("Cabinet", "7")


def test_what_the_file_does_not_hold_is_said_to_stay(at_emekas, paper):
    page = words(send(at_emekas, FILE[: FILE.index("restructures:")]))
    assert "Not in the file, and stays 1 restructure realignment (Realignment of Services)" in page


def test_what_people_changed_and_the_file_holds_can_be_made_the_files(at_emekas, at_dilyss, paper):
    at_dilyss.post(FORMS["title"], TITLE | {"seen": seen(at_dilyss, FORMS["title"])})
    text = at_emekas.get("/borough/file/download/").content.decode()
    page = words(send(at_emekas, text))
    assert "borough.yaml changes nothing" in page
    assert "changes made by people stand in it." in page
    assert "Load borough.yaml" in page


def test_a_file_that_would_put_two_structures_in_force_is_refused_beside_the_field(
    at_emekas, paper
):
    with paper.after.editing(even_frozen=True) as editing:
        editing.structure.status = "in force"
        editing.structure.save()
    only = FILE[: FILE.index("  - id: proposed")].replace("status: on record", "status: in force")
    answer = send(at_emekas, only)
    assert answer.status_code == 422
    assert '<a href="#id_file">“Proposed divisions” (proposed) is in force' in (
        answer.content.decode()
    )


def test_the_file_that_is_downloaded_changes_nothing_when_loaded(at_emekas, paper):
    text = at_emekas.get("/borough/file/download/").content.decode()
    assert "borough.yaml changes nothing" in words(send(at_emekas, text))


def test_what_is_too_large_to_be_a_council_file_is_refused_unread(at_emekas, paper):
    answer = send(at_emekas, "#" * 20_000_001)
    assert answer.status_code == 422
    assert "The file is larger than 20 MB. A council file is no larger." in words(answer)
