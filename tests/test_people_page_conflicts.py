"""Two who record what becomes of staff at one time, and the ring-fences that posts name."""

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from divisions.errors import ChangedMeanwhile
from divisions.models import Act
from reports.models import Fate, Report, Restructure, RingFence
from reports.people.lines import fate_lines
from reports.writing.peopleform import FateForms
from reports.writing.reading import comparison_without_pay
from tests.pages import load_paper, words
from tests.staffing import (
    FENCES,
    FILLED,
    PAGE,
    fates,
    fences,
    fillings,
    give,
    list_fence,
    record,
    typed,
)


@pytest.fixture
def paper(borough):
    load_paper()
    return Restructure.objects.get(key="realignment")


# ---- two at one time ----


def test_two_who_type_of_different_posts_are_not_in_each_others_way(at_dilyss, at_amaras, paper):
    mine = typed(at_dilyss, PAGE, {"director": {"outcome": "stays"}})
    record(at_amaras, {"head-of-care": {"outcome": "slotted in"}})
    assert at_dilyss.post(PAGE, mine).status_code == 302
    assert fates() == [("head-of-care", "slotted in", None), ("director", "stays", None)]


def test_two_who_type_of_one_post_are_told_and_nothing_is_lost(at_dilyss, at_amaras, paper):
    rows = {"head-of-care": {"outcome": "at risk"}, "director": {"note": "Mine."}}
    mine = typed(at_dilyss, PAGE, rows)
    record(at_amaras, {"head-of-care": {"outcome": "stays", "people": "1"}})
    answer = at_dilyss.post(PAGE, mine)
    assert (answer.status_code, fates()) == (409, [("head-of-care", "stays", None)])
    page = words(answer)
    assert "amara changed what becomes of Head of Care after you opened it" in page
    assert "Now recorded: fate: stays; people: 1" in page
    assert "Mine." in answer.content.decode()


def test_saved_again_what_was_typed_stands(at_dilyss, at_amaras, paper):
    mine = typed(at_dilyss, PAGE, {"head-of-care": {"outcome": "at risk"}})
    record(at_amaras, {"head-of-care": {"outcome": "stays"}})
    form = at_dilyss.post(PAGE, mine).context["form"]
    again = {name: form.data[name] for name in mine}
    assert at_dilyss.post(PAGE, again).status_code == 302
    assert fates() == [("head-of-care", "at risk", None)]


def test_what_both_typed_alike_is_no_clash(at_dilyss, at_amaras, paper):
    mine = typed(at_dilyss, PAGE, {"head-of-care": {"outcome": "stays"}})
    record(at_amaras, {"head-of-care": {"outcome": "stays"}})
    assert at_dilyss.post(PAGE, mine).status_code == 302
    assert Fate.objects.count() == 1


def test_what_is_saved_between_the_check_and_the_lock_is_not_overwritten(
    at_dilyss, at_amaras, dilys, paper
):
    sent = typed(at_dilyss, PAGE, {"head-of-care": {"outcome": "at risk"}})
    comparison = comparison_without_pay(paper)
    ways = {"comparison": comparison, "lines": fate_lines(comparison), "asked": {}}
    form = FateForms(QueryDict(urlencode(sent)), restructure=paper, **ways)
    assert form.is_valid()
    record(at_amaras, {"head-of-care": {"outcome": "stays"}})
    with pytest.raises(ChangedMeanwhile):
        form.save_as(dilys)
    assert fates() == [("head-of-care", "stays", None)]


# ---- what a file may hold besides ----


@pytest.fixture
def odd(paper, borough):
    """Two fates of one post, and one of a post that is not there."""
    with borough.editing(None, "load"):
        for nth, key in enumerate(["director", "gone", "director"], start=1):
            Fate.objects.create(restructure=paper, key=key, people=nth, position=nth)


def test_each_record_of_a_post_has_a_row_of_its_own(at_dilyss, odd):
    form = at_dilyss.get(PAGE).context["form"]
    assert [(one.line.key, one.line.nth) for one in form.forms] == [
        ("director", 0), ("director", 1), ("head-of-care", 0), ("head-of-learning", 0),
        ("gone", 0),
    ]  # fmt: skip


def test_the_second_record_of_a_post_is_corrected_and_the_first_stays(at_dilyss, odd):
    record(at_dilyss, {"director": {"people": "9"}})
    assert list(Fate.objects.values_list("people", flat=True)) == [1, 2, 9]


def test_what_is_recorded_of_a_post_that_is_gone_is_taken_back(at_dilyss, odd):
    assert "gone not, or no longer, in the structure" in words(at_dilyss.get(PAGE))
    record(at_dilyss, {"gone": {"people": ""}})
    assert not Fate.objects.filter(key="gone").exists()


# ---- ring-fences ----


@pytest.fixture
def in_fence(at_dilyss, paper):
    """Two existing posts and a proposed one in one ring-fence."""
    list_fence(at_dilyss, name="Heads", note="The panel.", sources="R6; R8")
    chosen = {"outcome": "ring-fence", "ring_fence": "in Heads", "people": "1"}
    give(at_dilyss, ["head-of-care", "head-of-learning"], chosen)
    record(at_dilyss, {"head-of-futures": {"way": "ring-fence", "ring_fence": "Heads"}}, FILLED)


def test_a_ring_fence_is_shown_with_its_posts_and_numbers(at_dilyss, in_fence):
    fence = RingFence.objects.get()
    assert (fence.name, fence.note, fence.sources) == ("Heads", "The panel.", ["R6", "R8"])
    page = words(at_dilyss.get(FENCES))
    assert "Heads Head of Care; Head of Learning 2 2 Head of Futures 1 The panel." in page


def test_a_new_name_is_that_of_the_posts_in_it_too(at_dilyss, in_fence):
    form = at_dilyss.get(FENCES).context["form"]
    sent = {each.html_name: each.value() for each in form.management_form} | {"seen": form.seen}
    sent |= {"fence-0-id": form.forms[0].instance.pk, "fence-0-name": "Heads of service"}
    sent |= {"fence-0-sources": ""}
    at_dilyss.post(FENCES, sent)
    assert {fence for *_, fence in fates() + fillings()} == {"Heads of service"}
    assert RingFence.objects.get().sources == []


def test_no_post_is_left_in_a_ring_fence_that_is_taken_out(at_dilyss, in_fence):
    sent = {"fence-0-DELETE": "on"}
    form = at_dilyss.get(FENCES).context["form"]
    sent |= {each.html_name: each.value() for each in form.management_form} | {"seen": form.seen}
    sent |= {"fence-0-id": form.forms[0].instance.pk, "fence-0-name": "Heads"}
    at_dilyss.post(FENCES, sent)
    assert fences() == []
    assert {fence for *_, fence in fates() + fillings()} == {None}
    assert {outcome for _, outcome, _ in fates()} == {"ring-fence"}


def test_two_ring_fences_of_one_name_are_refused(at_dilyss, in_fence):
    answer = list_fence(at_dilyss, name="Heads")
    assert (answer.status_code, fences()) == (422, ["Heads"])
    assert "There are two ring-fences “Heads”. Rename one." in words(answer)


def test_two_who_correct_the_ring_fences_are_told(at_dilyss, at_amaras, in_fence):
    form = at_dilyss.get(FENCES).context["form"]
    sent = {each.html_name: each.value() for each in form.management_form} | {"seen": form.seen}
    list_fence(at_amaras, name="Others")
    sent |= {"fence-0-id": form.forms[0].instance.pk, "fence-0-name": "Mine"}
    answer = at_dilyss.post(FENCES, sent)
    assert (answer.status_code, fences()) == (409, ["Heads", "Others"])
    assert 'value="Mine"' in answer.content.decode()


def test_a_row_names_no_ring_fence_that_there_is_not_any_more(at_dilyss, in_fence):
    answer = record(at_dilyss, {"director": {"ring_fence": "Chiefs"}})
    assert answer.status_code == 422
    assert "“Chiefs” is no ring-fence of this report any more" in words(answer)


def test_the_ring_fences_of_a_published_report_stay(at_dilyss, paper):
    Report.objects.bulk_create([Report(restructure=paper, published_at="2026-01-01T00:00Z")])
    acts = Act.objects.count()
    assert list_fence(at_dilyss, name="Heads").status_code == 409
    assert (fences(), Act.objects.count()) == ([], acts)


def test_a_post_out_of_scope_is_listed_and_nothing_is_suggested_of_it(paper, borough):
    with borough.editing(None, "load"):
        paper.scope.create(key="director", scope="out", position=9)
    lines = {line.key: line for line in fate_lines(comparison_without_pay(paper))}
    assert lines["director"].suggestion is None
