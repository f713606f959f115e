"""What the checks say of names that nothing has, and of posts that wait for a match."""

from dataclasses import replace

import pytest

from posts.snapshot import Origin
from reports.checks import findings
from reports.models import Restructure
from reports.proposal import Fate, Filling, Recommendation
from tests.checking import checked, written
from tests.pages import words
from tests.spreadsheet import after, before


def misnamed(text, **facts):
    return [each for each in findings(checked(text, **facts)) if each.severity == "must"]


# ---- names ----


def test_a_part_within_a_sentence_is_said_to_be_one():
    (one,) = misnamed("The [ring-fences] are these.")
    assert one.heading == "“ring-fences” is a part: it stands alone on a line"
    assert [mend.words for mend in one.mends] == ["Move it to a line of its own"]


def test_a_part_has_no_place_in_a_recommendation():
    asks = Recommendation(number="1", verb="agree", text="the [ring-fences]")
    (one,) = misnamed("None.", recommendations=(asks,))
    assert one.heading == "“ring-fences” is a part: it stands in a section of the report"


def test_the_nearest_name_is_told():
    (one,) = misnamed("There are [posts deletd].")
    assert one.text == "The nearest is “posts deleted”. The report prints it as it was typed."


def test_a_name_that_nothing_has_is_told_where_it_is_printed():
    text = written("First.\n\nThere are [posts deletd].")
    (one,) = misnamed(text, numbers={"background.1": "5.3", "background.2": "5.4"})
    assert [place.words for place in one.places] == ["Background, paragraph 5.4"]


# ---- posts without a match ----


LIGHTS = Fate(key="lights", outcome="at risk", people=1)


def in_one_seat(**ways):
    """Housing loses its officer for lights, and another comes in the same division."""
    was, becomes = before(), after()
    posts = was.posts | {"lights": replace(was.posts["lights"], unit="housing")}
    origins = (Origin(key="data", share="new", **ways), Origin(key="climate", share="new"))
    return {"before": replace(was, posts=posts), "after": replace(becomes, origins=origins)}


def unmatched(facts, **recorded):
    report = checked("None.", **facts, **recorded)
    drawn = replace(report, comparison=replace(report.comparison, is_drawn=True))
    return [each for each in findings(drawn) if "no match" in each.heading]


def test_posts_in_one_seat_wait_for_a_match():
    (one,) = unmatched(in_one_seat())
    assert one.heading == "1 existing post, 1 proposed, no match stated"
    assert next((mend.kind, mend.key) for mend in one.mends) == ("match", "data")


def test_a_post_that_is_said_to_be_made_from_nothing_else_waits_no_longer():
    assert unmatched(in_one_seat(note="Made from nothing else")) == []


def test_posts_of_whose_staff_it_is_recorded_what_becomes_wait_no_longer():
    filled = Filling(key="data", way="ring-fence")
    assert unmatched(in_one_seat(), fates=(LIGHTS,), fillings=(filled,)) == []


@pytest.mark.parametrize(
    "recorded",
    [
        {"fates": (LIGHTS,)},
        {"fillings": (Filling(key="data", way="ring-fence"),)},
        {
            "fates": (replace(LIGHTS, outcome="stays"),),
            "fillings": (Filling(key="data", way="ring-fence"),),
        },
    ],
)
def test_where_only_one_of_the_two_is_told_they_wait(recorded):
    assert len(unmatched(in_one_seat(), **recorded)) == 1


# ---- where they are matched ----


@pytest.fixture
def waiting(drawn, amaras):
    """A draft of which a head goes and another comes, and the page of its checks."""
    amaras.does("delete-posts", "head-of-care")
    amaras.does("new-post", to_title="Head of Families", to="children")
    council = drawn.council
    with council.editing():
        Restructure.objects.create(
            council=council, key="heads", title="Heads", before=drawn.based_on, after=drawn
        )
    return "/borough/restructures/heads/report/checks/"


def test_an_officer_is_led_to_where_posts_are_matched_and_a_clerk_told_who_does_it(
    waiting, drawn, at_amaras, at_dilyss
):
    new = drawn.posts.get(title="Head of Families")
    address = f"/borough/structures/{drawn.key}/act/origins/?of={new.key}"
    page = at_amaras.get(waiting).content.decode()
    assert f'<a href="{address}">Match them in the draft</a>' in page
    assert at_amaras.get(address).status_code == 200
    page = at_dilyss.get(waiting)
    assert "HR officers match them in the draft." in words(page)
    assert "act/origins" not in page.content.decode()


def test_once_an_officer_has_said_that_a_post_is_new_no_match_is_asked_for(
    waiting, drawn, amaras, at_dilyss
):
    assert "no match stated" in words(at_dilyss.get(waiting))
    amaras.does("origins", drawn.posts.get(title="Head of Families").key, to=":new")
    assert "no match stated" not in words(at_dilyss.get(waiting))
