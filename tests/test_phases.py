"""The phases of a restructure: described on a page of their own, and printed."""

import pytest

from reports.models import Phase
from reports.phases import undescribed
from reports.publishing import publish
from reports.telling import in_phase
from tests.pages import words
from tests.written import REPORT, fields, save

PHASES = REPORT + "phases/"


@pytest.fixture
def phased(paper):
    """The small paper, in which posts and a unit are said to be of phases 1 and 2."""
    with paper.after.editing(even_frozen=True):
        paper.after.posts.filter(key="head-of-care").update(phase="Phase 2")
        paper.after.posts.filter(key="head-of-futures").update(phase="Phase 1")
        paper.after.units.filter(key="futures").update(phase="phase 1")
    return paper


def describe(browser, **said):
    return browser.post(PHASES, fields(browser, PHASES) | said)


def described():
    return list(Phase.objects.order_by("position").values_list("name", "when", "what"))


def test_one_phase_is_known_by_its_names():
    named = {"Phase 10", "Phase 2", "phase 2", "second stage", "1"}
    assert undescribed(["Phase 1"], named) == ["Phase 2", "Phase 10", "second stage"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Phase 1", "Phase 1"),
        ("phase two", "phase two"),
        ("PHASE 1", "PHASE 1"),
        ("one", "phase one"),
        ("first step", "phase “first step”"),
        ("phased moves", "phase “phased moves”"),
    ],
)
def test_a_phase_is_called_a_phase_once(name, said):
    assert in_phase(name) == said


# ---- the page ----


def test_the_phases_that_posts_are_in_are_offered(at_dilyss, phased):
    form = at_dilyss.get(PHASES).context["form"]
    assert [one["name"].value() for one in form.forms] == ["Phase 1", "Phase 2", None]
    assert described() == []


def test_a_phase_is_described_with_its_date_in_any_words(at_dilyss, phased):
    said = {"phase-0-when": "once both are in post", "phase-0-what": "The heads are appointed."}
    assert describe(at_dilyss, **said).status_code == 302
    assert described() == [("Phase 1", "once both are in post", "The heads are appointed.")]
    offered = [one["name"].value() for one in at_dilyss.get(PHASES).context["form"].forms]
    assert offered == ["Phase 1", "Phase 2", None]


def test_a_phase_that_no_post_is_in_is_added_put_first_and_taken_out(at_dilyss, phased):
    describe(at_dilyss, **{"phase-0-when": "by December", "phase-2-name": "Phase 0"})
    assert [name for name, *_ in described()] == ["Phase 1", "Phase 0"]
    describe(at_dilyss, **{"phase-1-ORDER": "1"})
    assert [name for name, *_ in described()] == ["Phase 0", "Phase 1"]
    describe(at_dilyss, **{"phase-0-DELETE": "on"})
    assert [name for name, *_ in described()] == ["Phase 1"]


def test_a_phase_is_not_described_twice(at_dilyss, phased):
    answer = describe(at_dilyss, **{"phase-0-when": "by December", "phase-2-name": "phase 1"})
    assert (answer.status_code, described()) == (422, [])
    assert "“Phase 1” is described above already" in words(answer)


def test_a_phase_that_is_taken_out_stands_in_no_new_ones_way(at_dilyss, phased):
    describe(at_dilyss, **{"phase-0-when": "by December", "phase-1-when": "by Easter"})
    anew = {"phase-0-DELETE": "on", "phase-2-name": "phase 1"}
    answer = describe(at_dilyss, **anew, **{"phase-1-name": ""})
    assert answer.status_code == 422
    assert "Type the name of the phase" in words(answer)
    assert "is described above already" not in words(answer)
    assert describe(at_dilyss, **anew).status_code == 302
    assert [name for name, *_ in described()] == ["Phase 2", "phase 1"]


def test_an_offered_phase_may_be_emptied(at_dilyss, phased):
    said = {"phase-0-when": "by December", "phase-1-name": ""}
    assert describe(at_dilyss, **said).status_code == 302
    assert described() == [("Phase 1", "by December", None)]
    assert describe(at_dilyss, **{"phase-1-name": "", "phase-1-when": "soon"}).status_code == 422


def test_two_who_describe_a_phase_are_told_and_the_second_may_replace_it(
    at_dilyss, at_amaras, phased
):
    mine = fields(at_dilyss, PHASES) | {"phase-0-when": "by Easter"}
    describe(at_amaras, **{"phase-0-when": "by December"})
    answer = at_dilyss.post(PHASES, mine)
    assert (answer.status_code, described()) == (409, [("Phase 1", "by December", None)])
    assert "What stands now Phase 1: by December" in words(answer)
    again = {"seen": answer.context["form"].seen}
    assert at_dilyss.post(PHASES, mine | again).status_code == 302
    assert described() == [("Phase 1", "by Easter", None)]


def test_an_act_tells_that_the_phases_were_corrected(at_dilyss, phased):
    describe(at_dilyss, **{"phase-0-when": "by December"})
    page = words(at_dilyss.get("/borough/history/"))
    assert "The phases of “Realignment of Services” were corrected." in page


def test_phases_of_a_published_report_stay(at_dilyss, dilys, phased):
    publish(phased, dilys)
    assert describe(at_dilyss, **{"phase-0-when": "by December"}).status_code == 409
    assert described() == []
    assert "The report is published" in words(at_dilyss.get(PHASES))


def test_the_writer_and_the_paper_lead_to_the_phases(at_dilyss, at_bens, phased):
    link, paper = f'href="{PHASES}"', "/borough/restructures/realignment/paper/"
    assert link in at_dilyss.get(REPORT).content.decode()
    assert link in at_dilyss.get(paper).content.decode()
    assert link not in at_bens.get(paper).content.decode()


# ---- the report ----


def test_phases_that_posts_are_in_are_printed_though_nothing_else_is_recorded(at_dilyss, phased):
    save(at_dilyss, "[phases]")
    assert "Phase 1 not stated not stated" in words(at_dilyss.get(REPORT + "preview/"))
    describe(at_dilyss, **{"phase-1-what": "Care moves.", "phase-1-when": "after Easter"})
    page = words(at_dilyss.get(REPORT + "preview/"))
    assert "Phase 2 Care moves. after Easter" in page
    assert "Phase 1 not stated not stated" in page


def test_without_phases_nothing_is_printed_of_them(at_dilyss, paper):
    save(at_dilyss, "[phases]")
    assert "Phases" not in words(at_dilyss.get(REPORT + "preview/"))
