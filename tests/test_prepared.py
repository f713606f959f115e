"""The files of a publication while they are made: one after the other, and kept no longer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from divisions import errors
from reports.exporting import Making
from reports.formats import FORMATS
from reports.models import Export, Prepared, Restructure, WordBase
from reports.models.export import ABANDONED
from reports.publishing import prepare, publish
from tests.pages import FORMS, PAGES, load_paper, words
from tests.test_exporting import change, make

GOING_ON = {"going-on": 1}


@pytest.fixture
def paper(borough):
    load_paper()
    return Restructure.objects.get(key="realignment")


def publish_one_more(browser, seen, **more):
    sent = {"seen": seen, "editions": ["staff"]} | more
    return browser.post(FORMS["publish"], sent, HTTP_HX_REQUEST="true")


def while_made(monkeypatch, happens):
    """Let something happen while each file is made."""

    def made(making, *asked):
        found = was(making, *asked)
        happens(making.restructure.council)
        return found

    was = Making.made
    monkeypatch.setattr(Making, "made", made)


def raise_on_costs(council):
    with council.editing(verb="record on-costs") as council:
        council.on_costs.update_or_create(since="2024-04-01", defaults={"percent": 30})


def give_a_word_file(council):
    WordBase.objects.get_or_create(council=council, name="New.dotx", content=b"a look")


def seen_in(page):
    return page.content.decode().split('name="seen" value="')[1].split('"')[0]


def test_with_scripts_the_files_of_a_publication_are_made_one_after_the_other(at_dilyss, paper):
    seen = seen_in(at_dilyss.get(FORMS["publish"]))
    assert f"Making {2 * len(FORMATS)} files 0 of" in words(publish_one_more(at_dilyss, seen))
    answers = [publish_one_more(at_dilyss, seen, **GOING_ON) for _ in range(2 * len(FORMATS))]
    first = words(answers[0])
    assert f"1 of {2 * len(FORMATS)} Keep this page open" in first
    assert "Word, Public edition PDF, Public edition: being made" in first
    assert answers[-1]["HX-Redirect"] == PAGES["download"]
    assert Export.objects.filter(is_published=True).count() == 2 * len(FORMATS)
    assert not Prepared.objects.exists()


def test_nobody_has_a_file_of_a_publication_until_all_are_made(at_dilyss, paper):
    publish_one_more(at_dilyss, seen_in(at_dilyss.get(FORMS["publish"])), **GOING_ON)
    assert Prepared.objects.count() == 1
    assert not Export.objects.exists()
    assert b"DRAFT" in make(at_dilyss, "html:public").content


def test_a_file_of_a_publication_is_made_anew_once_the_paper_says_other(at_dilyss, paper, dilys):
    publish_one_more(at_dilyss, seen_in(at_dilyss.get(FORMS["publish"])), **GOING_ON)
    Prepared.objects.update(content=b"as it was")
    change(paper)
    publish(Restructure.objects.get(pk=paper.pk), dilys)
    assert Export.objects.get(format="docx").data != b"as it was"


def test_going_on_after_the_paper_was_changed_keeps_nothing_of_before(at_dilyss, paper):
    publish_one_more(at_dilyss, seen_in(at_dilyss.get(FORMS["publish"])), **GOING_ON)
    change(paper)
    publish_one_more(at_dilyss, seen_in(at_dilyss.get(FORMS["publish"])))
    assert not Prepared.objects.exists()


def test_a_file_is_kept_as_made_of_what_was_read_for_it(paper, dilys, monkeypatch):
    with monkeypatch.context() as meanwhile:
        while_made(meanwhile, raise_on_costs)
        assert len(prepare(paper, dilys, [], None)[0]) == 1
    assert prepare(paper, dilys, [], None, make=False)[0] == []


@pytest.mark.parametrize("happens", [raise_on_costs, give_a_word_file])
def test_what_is_changed_while_the_files_are_made_is_not_published(
    paper, dilys, monkeypatch, happens
):
    while_made(monkeypatch, happens)
    with pytest.raises(errors.ChangedMeanwhile):
        publish(paper, dilys)
    assert not Export.objects.exists()


def test_a_publication_that_was_given_up_is_cleared_when_any_file_is_made(at_dilyss, paper):
    publish_one_more(at_dilyss, seen_in(at_dilyss.get(FORMS["publish"])), **GOING_ON)
    make(at_dilyss, "html:public")
    assert Prepared.objects.exists()
    Prepared.objects.update(moment=timezone.now() - ABANDONED - timedelta(minutes=1))
    make(at_dilyss, "csv:public")
    assert not Prepared.objects.exists()


def test_what_stands_in_the_way_of_a_publication_is_said_where_files_are_made(at_dilyss, paper):
    seen = seen_in(at_dilyss.get(FORMS["publish"]))
    change(paper)
    answer = publish_one_more(at_dilyss, seen, **GOING_ON)
    assert answer.status_code == 409
    assert "has changed since you opened the page" in words(answer)
