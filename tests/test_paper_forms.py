"""The title block and the recommendations of a paper, corrected on their pages."""

import pytest
from django.utils import timezone

from reports.forms import TitleBlockForm
from reports.models import Recommendation, Report, Restructure
from tests.pages import FORMS, PAGES, words

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
        recommendations(paper, at_dilyss) | changes,
    )
    rows = Recommendation.objects.values_list("verb", "text", "position", "sources")
    assert list(rows) == [
        ("agree", "the three divisions proposed", 1, ["¶15"]),
        ("note", "the cost", 2, []),
    ]


def test_a_recommendation_is_moved_before_another(at_dilyss, paper):
    more = {
        "recommendation-2-verb": "Note",
        "recommendation-2-text": "the cost",
        "recommendation-2-ORDER": "1",
    }
    page = at_dilyss.post(FORMS["recommendations"], recommendations(paper, at_dilyss) | more)
    assert page["Location"] == FORMS["recommendations"]
    first = Recommendation.objects.order_by("position").first()
    assert (first.verb, first.text) == ("note", "the cost")
    assert "The recommendations of “Realignment of Services” were corrected." in words(
        at_dilyss.get("/borough/history/")
    )


def test_a_recommendation_without_its_text_is_refused(at_dilyss, paper):
    sent = recommendations(paper, at_dilyss) | {"recommendation-0-text": ""}
    answer = at_dilyss.post(FORMS["recommendations"], sent)
    assert answer.status_code == 422
    assert '<a href="#id_recommendation-0-text">Type the recommendation</a>' in (
        answer.content.decode()
    )


def test_a_name_that_no_figure_has_is_told_beside_its_recommendation(at_dilyss, paper):
    row = paper.recommendations.first()
    Recommendation.objects.filter(pk=row.pk).update(text="the loss of [postes deleted]")
    page = words(at_dilyss.get(FORMS["recommendations"]))
    told = "Put right There is no figure or part called “postes deleted”. The nearest is “posts"
    assert page.count(told) == page.count("Put right") == 1


def test_a_recommendation_reads_with_its_figures_on_the_page_of_the_paper(at_bens, paper):
    row = paper.recommendations.first()
    Recommendation.objects.filter(pk=row.pk).update(text="the change of [posts, existing] posts")
    assert "agree the change of 3 posts" in words(at_bens.get(PAGES["paper"]))


def test_what_is_noted_of_a_paper_is_for_those_who_write_it(at_dilyss, at_bens, paper):
    Restructure.objects.filter(pk=paper.pk).update(note="Ask Legal about the second phase.")
    assert "Ask Legal" in words(at_dilyss.get(PAGES["paper"]))
    assert "Ask Legal" not in words(at_bens.get(PAGES["paper"]))


def test_of_a_published_paper_the_files_are_offered_and_nothing_to_correct(at_dilyss, paper):
    assert "Correct the recommendations" in words(at_dilyss.get(PAGES["paper"]))
    with paper.council.editing():
        Report.objects.create(restructure=paper, published_at=timezone.now())
    page = words(at_dilyss.get(PAGES["paper"]))
    assert "The report is published, so it stays as it was published. Have its files" in page
    assert "Correct the recommendations" not in page


def test_recommendations_of_another_paper_cannot_be_reached(at_dilyss, paper, county):
    sent = recommendations(paper, at_dilyss)
    other = Recommendation.objects.last()
    sent["recommendation-0-id"] = other.pk + 1000
    assert at_dilyss.post(FORMS["recommendations"], sent).status_code == 422


@pytest.mark.browser
def test_several_recommendations_are_written_before_one_save(page_of, dilys, paper):
    page = page_of(dilys)
    page.goto(FORMS["recommendations"])
    stood = paper.recommendations.count()
    for text in ("the cost", "the timetable"):
        line = page.locator("[data-more]").last
        line.get_by_label("Verb").fill("note")
        line.get_by_label("Text").fill(text)
        page.click("text=One more >> nth=-1")
    page.click("text=Save the recommendations")
    page.get_by_text("The recommendations were corrected.").wait_for()
    texts = paper.recommendations.order_by("position").values_list("text", flat=True)
    assert list(texts)[stood:] == ["the cost", "the timetable"]
