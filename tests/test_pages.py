"""What a person gets to see on each page, and how many queries it takes."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from posts import proposals, standing
from reports.forms import TitleBlockForm
from reports.models import Recommendation, Restructure
from tests.made_up import changed, planted, snapshot
from tests.pages import FILE, FORMS, PAGES, load_paper, words

MOST_QUERIES = 15


@pytest.fixture
def paper(borough):
    load_paper()
    return Restructure.objects.get(key="realignment")


def read(browser, name):
    """The words of a page."""
    return words(browser.get(PAGES[name]))


# ---- home ----


def test_a_person_of_one_council_comes_straight_to_it(at_bens, borough):
    assert at_bens.get("/")["Location"] == "/borough/"


def test_a_person_of_two_councils_chooses(at_bens, ben, borough, county):
    ben.memberships.create(council=county, role="officer")
    page = words(at_bens.get("/"))
    assert "The Borough · Reader" in page
    assert "The County · HR officer" in page


def test_a_person_of_no_council_is_told_what_comes_next(at_bens, ben, borough):
    ben.memberships.all().delete()
    assert "You do not belong to a council yet" in words(at_bens.get("/"))


def test_the_home_says_how_large_each_structure_is_and_no_more(at_bens, paper):
    page = read(at_bens, "home")
    assert "Realignment of Services For Cabinet, 9 September 2009" in page
    assert "Existing divisions On record not stated at least 5 3 to tier 2 – Source: ¶1" in page
    assert "Load the council file" in page


def test_a_council_without_a_paper_is_told_how_one_comes(at_bens, borough):
    assert "It comes here with a council file." in words(at_bens.get("/borough/"))


def test_only_an_administrator_is_offered_the_council_file(at_bens, at_emekas, paper):
    assert "Try a file first" not in read(at_bens, "home")
    assert "Try a file first" in read(at_emekas, "home")


# ---- a structure ----


def test_the_chart_shows_all_that_is_known_of_a_post_with_its_paragraphs(at_bens, paper):
    page = read(at_bens, "chart with a post")
    assert "Post, tier 2 Head of Care Source: ¶3" in page
    assert "Dotted line to Chief Executive. Reason: safeguarding Source: ¶9" in page
    assert "FTE not stated" in page
    assert "Also not stated: how filled, contract" in page


def test_a_unit_is_shown_with_its_other_names(at_bens, paper):
    assert "Also called “Social Care” Source: ¶4" in read(at_bens, "outline")


def test_a_key_that_is_not_in_the_structure_is_answered_with_a_sentence(at_bens, paper):
    page = words(at_bens.get("/borough/structures/existing/?show=nobody"))
    assert "There is no “nobody” in this structure." in page


def test_the_outline_nests_posts_and_units_as_the_structure_does(at_bens, paper):
    html = at_bens.get(PAGES["outline"]).content.decode()
    outline = html[html.index('<ul class="outline">') : html.index("</aside>")]
    assert outline.count("<ul") == outline.count("</ul>")
    assert outline.count("<li") == outline.count("</li>")
    assert outline.count("<details") == outline.count("</details>") == 3


def test_the_whole_chart_is_given_as_one_file(at_bens, paper):
    answer = at_bens.get("/borough/structures/existing/chart.svg?by=line")
    assert answer["Content-Disposition"] == 'attachment; filename="existing-by-line.svg"'
    assert b"Head of Learning" in answer.content
    assert b"<style>" in answer.content


# ---- a restructure ----


def test_side_by_side_counts_and_labels_what_differs(at_bens, paper):
    page = read(at_bens, "side by side")
    assert "Posts in tiers 1 to 2 3 → become 3 no difference" in page
    assert "+ NEW, largely made up from Learning" in page
    assert "RENAMED, was Care" in page
    assert "REGRADED, was Grade 9" in page


def test_a_box_in_focus_is_told_of_with_its_paragraph(at_bens, paper):
    page = words(at_bens.get(PAGES["side by side"] + "?show=youth"))
    assert "→ MOVED Youth moves from Care to Futures. Source: ¶7" in page


def test_what_is_gone_stands_beside_the_one_chart(at_bens, paper):
    page = read(at_bens, "changes")
    rail = page[page.index("No longer there") : page.index("All changes, in words")]
    assert "× CLOSED" in rail
    assert "Learning closes; most of it goes to Futures." in rail
    assert "Head of Learning" in rail


def test_each_service_goes_somewhere_both_ways(at_bens, paper):
    page = read(at_bens, "services")
    assert "Youth Care → MOVED Futures Source: ¶7" in page
    assert "Futures This division is largely made up from Learning" in page


def test_posts_that_change_stand_first(at_bens, paper):
    page = read(at_bens, "posts")
    assert page.index("Head of Futures") < page.index("unchanged")


def test_a_stated_figure_that_disagrees_is_shown_beside_the_computed_one(at_bens, paper):
    page = read(at_bens, "figures")
    assert "The existing three heads of service 3 2 Disagrees" in page
    assert "1 disagree" in page


def test_the_paper_shows_recommendations_and_timetable(at_bens, paper):
    page = read(at_bens, "paper")
    assert "1 agree the two divisions proposed Source: ¶15" in page
    assert "Close consultation end October 2009" in page


def test_a_reader_is_not_offered_what_only_a_writer_may_do(at_bens, at_dilyss, paper):
    assert "Correct the title block" not in read(at_bens, "paper")
    assert "Correct the title block" in read(at_dilyss, "paper")


def test_a_reader_is_told_who_can_change_the_paper(at_bens, paper):
    page = words(at_bens.get(FORMS["title"]))
    assert "A committee clerk, an HR officer or an administrator of The Borough" in page


def test_the_report_comes_as_a_word_file(at_bens, paper):
    answer = at_bens.get("/borough/restructures/realignment/report.docx")
    assert answer["Content-Disposition"] == 'attachment; filename="realignment-draft.docx"'
    assert answer.content.startswith(b"PK")


# ---- the title block ----

TITLE = {
    "title": "Realignment of Services",
    "report_of": "Director of Children's Services",
    "body": "The Executive",
    "meeting": "10 September 2009",
    "decision": "for approval",
    "effective": "",
}


def seen(browser, address):
    """The version that a form shows."""
    html = browser.get(address).content.decode()
    return html.split('name="seen" value="')[1].split('"')[0]


def test_a_clerk_corrects_the_title_block(at_dilyss, dilys, paper):
    sent = TITLE | {"seen": seen(at_dilyss, FORMS["title"])}
    page = words(at_dilyss.post(FORMS["title"], sent, follow=True))
    assert "The title block was corrected." in page
    assert "The Executive, 10 September 2009" in page
    paper.refresh_from_db()
    assert (paper.meeting, paper.effective) == ("2009-09-10", None)
    assert paper.history.last().act.user is None
    assert paper.history.first().act.user == dilys


def test_what_cannot_be_saved_is_said_and_stays_as_typed(at_dilyss, paper):
    sent = TITLE | {"title": "", "meeting": "31 September", "effective": "soon"}
    answer = at_dilyss.post(FORMS["title"], sent | {"seen": seen(at_dilyss, FORMS["title"])})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert '<a href="#id_title">Type the title of the paper</a>' in html
    assert 'value="31 September"' in html
    assert html.count('aria-invalid="true"') == 3
    paper.refresh_from_db()
    assert paper.body == "Cabinet"


def test_what_somebody_saved_meanwhile_is_shown_before_it_is_overwritten(
    at_dilyss, at_amaras, paper
):
    at_first = seen(at_dilyss, FORMS["title"])
    at_amaras.post(FORMS["title"], TITLE | {"seen": at_first})
    answer = at_dilyss.post(FORMS["title"], TITLE | {"seen": at_first, "body": "Full Council"})
    assert answer.status_code == 409
    assert "amara changed this after you opened it." in words(answer)
    assert "Stands now: The Executive" in words(answer)
    assert 'value="Full Council"' in answer.content.decode()
    again = answer.content.decode().split('name="seen" value="')[1].split('"')[0]
    at_dilyss.post(FORMS["title"], TITLE | {"seen": again, "body": "Full Council"})
    paper.refresh_from_db()
    assert paper.body == "Full Council"


def test_what_somebody_saved_at_the_same_moment_is_shown_likewise(
    at_dilyss, at_amaras, paper, monkeypatch
):
    at_first, check = seen(at_dilyss, FORMS["title"]), TitleBlockForm.check_seen

    def let_amara_be_first(form):
        check(form)
        monkeypatch.setattr(TitleBlockForm, "check_seen", check)
        at_amaras.post(FORMS["title"], TITLE | {"seen": at_first})

    monkeypatch.setattr(TitleBlockForm, "check_seen", let_amara_be_first)
    answer = at_dilyss.post(FORMS["title"], TITLE | {"seen": at_first, "body": "Full Council"})
    assert answer.status_code == 409
    assert "amara changed this after you opened it." in words(answer)
    assert "Stands now: The Executive" in words(answer)
    assert 'value="Full Council"' in answer.content.decode()


# ---- the recommendations ----


def recommendations(paper, at):
    """What the form of the recommendations sends."""
    rows = list(paper.recommendations.all())
    sent = {"recommendation-TOTAL_FORMS": len(rows) + 1, "recommendation-INITIAL_FORMS": len(rows)}
    for number, row in enumerate(rows):
        facts = {"id": row.pk, "number": row.number, "verb": row.verb, "text": row.text}
        sent |= {f"recommendation-{number}-{name}": value for name, value in facts.items()}
    return sent | {"seen": seen(at, FORMS["recommendations"])}


def test_recommendations_are_corrected_added_and_taken_out(at_dilyss, paper):
    changes = {
        "recommendation-0-text": "the three divisions proposed",
        "recommendation-1-DELETE": "on",
        "recommendation-2-verb": "note",
        "recommendation-2-text": "the cost",
    }
    at_dilyss.post(
        FORMS["recommendations"],
        {
            key.replace("_", "-", 0): value
            for key, value in recommendations(paper, at_dilyss).items()
        }
        | changes,
    )
    rows = Recommendation.objects.values_list("verb", "text", "position", "sources")
    assert list(rows) == [
        ("agree", "the three divisions proposed", 1, ["¶15"]),
        ("note", "the cost", 3, []),
    ]


def test_a_recommendation_without_its_text_is_refused(at_dilyss, paper):
    sent = recommendations(paper, at_dilyss) | {"recommendation-0-text": ""}
    answer = at_dilyss.post(FORMS["recommendations"], sent)
    assert answer.status_code == 422
    assert '<a href="#id_recommendation-0-text">Type the recommendation</a>' in (
        answer.content.decode()
    )


def test_recommendations_of_another_paper_cannot_be_reached(at_dilyss, paper, county):
    sent = recommendations(paper, at_dilyss)
    other = Recommendation.objects.last()
    sent["recommendation-0-id"] = other.pk + 1000
    assert at_dilyss.post(FORMS["recommendations"], sent).status_code == 422


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


# ---- signing in ----


def test_a_wrong_password_is_answered_without_saying_which_is_wrong(client, ben):
    answer = client.post("/sign-in/", {"username": "ben", "password": "no"})
    assert answer.status_code == 422
    assert "The name and the password do not go together." in words(answer)


def test_after_ten_wrong_passwords_one_waits(client, ben):
    for _ in range(9):
        client.post("/sign-in/", {"username": "ben", "password": "no"})
    answer = client.post("/sign-in/", {"username": "ben", "password": "no"})
    assert answer.status_code == 429
    assert "Signing in is held back" in words(answer)


PASSWORDS = {
    "old_password": "a long pass phrase",
    "new_password1": "another long pass phrase",
    "new_password2": "another long pass phrase",
}


def test_a_person_changes_the_own_password_and_stays_signed_in(at_bens, ben, borough):
    page = words(at_bens.post("/password/", PASSWORDS, follow=True))
    assert "Your password was changed." in page
    assert "What is in progress" in page
    ben.refresh_from_db()
    assert ben.check_password("another long pass phrase")


def test_a_password_that_cannot_be_is_said_beside_its_field(at_bens, ben, borough):
    wrong = {"old_password": "no", "new_password1": "1234", "new_password2": "12345"}
    answer = at_bens.post("/password/", wrong)
    assert answer.status_code == 422
    assert "This is not your password as it now is." in words(answer)
    assert '<a href="#id_new_password2">The two new passwords differ.' in answer.content.decode()
    ben.refresh_from_db()
    assert ben.check_password("a long pass phrase")


def test_the_demonstration_keeps_off_a_councils_server(monkeypatch):
    monkeypatch.setenv("ORGCHART_DATABASE", "postgresql://host/name")
    with pytest.raises(CommandError, match="Unset ORGCHART_DATABASE"):
        call_command("demo", "--no-serve")


def test_signing_out_ends_at_signing_in(at_bens, borough):
    assert at_bens.post("/sign-out/")["Location"] == "/sign-in/"
    assert at_bens.get("/borough/").status_code == 302


# ---- how much a page costs ----


@pytest.fixture
def made_up(borough):
    """A restructure of so many posts."""

    def make(posts):
        before = snapshot(posts, key=f"before-{posts}")
        after = changed(before, key=f"after-{posts}")
        ends = [planted(borough, side) for side in (before, after)]
        with borough.editing(verb="make up"):
            return Restructure.objects.create(
                council=borough, key=f"of-{posts}", title="Made up", before=ends[0], after=ends[1]
            )

    return make


COSTLY = (
    "/borough/",
    "/borough/structures/before-{}/",
    "/borough/structures/before-{}/?by=line&show=p7",
    "/borough/structures/before-{}/outline/",
    "/borough/structures/before-{}/table/?find=housing&sort=grade",
    "/borough/structures/before-{}/find/?q=housing",
    "/borough/find/?q=housing",
    "/borough/restructures/of-{}/",
    "/borough/restructures/of-{}/changes/",
    "/borough/restructures/of-{}/services/",
    "/borough/restructures/of-{}/posts/",
    "/borough/restructures/of-{}/figures/",
    "/borough/restructures/of-{}/paper/",
    "/borough/restructures/of-{}/title/",
    "/borough/options/?before=before-{}",
    "/borough/propose/?from=before-{}",
)


def test_a_page_takes_as_few_queries_at_any_size(at_amaras, made_up):
    numbers = {}
    for posts in (50, 5000):
        made_up(posts)
        for address in COSTLY:
            with CaptureQueriesContext(connection) as queries:
                assert at_amaras.get(address.format(posts)).status_code == 200
            numbers.setdefault(address, []).append(len(queries))
    assert {address: few for address, (few, many) in numbers.items() if few != many} == {}
    assert {address: many for address, (_, many) in numbers.items() if many > MOST_QUERIES} == {}


def drawn(page):
    """The drawing in a page, without the same in words."""
    return page.content.decode().split('<div class="chart ')[1].split("</svg>")[0]


def test_a_large_structure_shows_its_top_and_opens_on_demand(at_amaras, made_up):
    made_up(2000)
    top = drawn(at_amaras.get("/borough/structures/before-2000/?by=line"))
    assert top.count("data-key=") <= 300
    opens = top.split('data-opens="')[1].split('"')[0]
    opened = drawn(at_amaras.get(f"/borough/structures/before-2000/?by=line&open={opens}"))
    assert opened.count("data-key=") > top.count("data-key=")


def test_what_is_too_large_to_be_a_council_file_is_refused_unread(at_emekas, paper):
    answer = send(at_emekas, "#" * 20_000_001)
    assert answer.status_code == 422
    assert "The file is larger than 20 MB. A council file is no larger." in words(answer)


def test_a_fault_of_ours_gives_a_reference(client, monkeypatch, borough):
    client.raise_request_exception = False
    monkeypatch.setattr("orgchart.views.SignIn.get", lambda *_: 1 / 0)
    answer = client.get("/sign-in/")
    assert answer.status_code == 500
    assert "give this reference:" in words(answer)


@pytest.mark.parametrize("face", ["", "outline/", "outline/?only=changed", "table/?find=housing"])
def test_the_first_page_of_a_draft_takes_no_more_queries_than_any(face, at_amaras, borough):
    numbers = []
    for posts in (50, 1000):
        base = planted(borough, snapshot(posts, key=f"base-{posts}"))
        draft = proposals.draw(base, key=f"draft-{posts}", title="The draft", user=None)
        draft.units.get(key="u1").rename("Renamed")
        standing.forget()
        with CaptureQueriesContext(connection) as queries:
            page = words(at_amaras.get(f"/borough/structures/draft-{posts}/{face}"))
        assert "RENAMED, was" in page or face.startswith("table/")
        numbers.append(len(queries))
    assert numbers[0] == numbers[1] <= MOST_QUERIES
