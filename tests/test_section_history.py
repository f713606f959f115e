"""The history of a section's text: what one author saved in one go is one entry."""

from datetime import UTC, datetime, timedelta

import pytest

from divisions.models import Act
from reports.models import Restructure, Section
from reports.writing.runs import Version, runs
from tests.pages import load_paper, words
from tests.written import LEGAL, save, text_of

HISTORY = LEGAL + "history/"
NINE = datetime(2026, 1, 5, 9, tzinfo=UTC)


def version(pk, author, minute, text, reason=""):
    moment = NINE + timedelta(minutes=minute)
    return Version(pk=pk, author=author, moment=moment, text=text, reason=reason)


def told(*versions):
    return [(run.last.pk, run.last.author, run.saves) for run in runs(versions)]


def test_saves_of_one_author_without_a_pause_are_one_run():
    saves = [version(at, "dilys", at * 9, "x" * at) for at in (1, 2, 3)]
    assert told(*saves) == [(3, "dilys", 3)]


def test_another_author_and_a_long_pause_begin_a_run():
    first, other = version(1, "dilys", 0, "a"), version(2, "amara", 1, "b")
    later = version(3, "amara", 12, "c")
    assert told(first, other, later) == [(3, "amara", 1), (2, "amara", 1), (1, "dilys", 1)]


def test_a_version_of_the_same_text_is_no_run():
    assert told(version(1, "dilys", 0, "a"), version(2, "amara", 1, "a")) == [(1, "dilys", 1)]


def test_a_run_tells_what_its_author_took_out_and_added():
    one, other = version(1, "dilys", 0, "a\nb"), version(2, "amara", 1, "a\nc")
    assert runs([one, other])[0].lines == [("gone", "b"), ("new", "c")]


@pytest.fixture
def paper(borough):
    load_paper()
    return Restructure.objects.get(key="realignment")


def test_any_earlier_text_is_put_back_and_nothing_is_lost(at_dilyss, at_amaras, paper):
    save(at_dilyss, "First.")
    first = Section.history.filter(key="legal").latest("history_id").history_id
    save(at_amaras, "Second.")
    page = words(at_dilyss.get(HISTORY))
    assert "Written by amara" in page
    assert "Written by dilys" in page
    assert at_dilyss.post(f"{HISTORY}{first}/put-back/").status_code == 302
    assert text_of() == "First."
    assert "An earlier text put back by dilys" in words(at_dilyss.get(HISTORY))
    assert "Second." in words(at_dilyss.get(HISTORY))


def test_a_version_of_another_section_is_not_put_back(at_dilyss, paper):
    save(at_dilyss, "First.")
    other = Section.history.filter(key="risk").first().history_id
    assert at_dilyss.post(f"{HISTORY}{other}/put-back/").status_code == 404


def test_a_reader_sees_the_history_and_puts_nothing_back(at_dilyss, at_bens, paper):
    save(at_dilyss, "First.")
    assert "Put back" not in words(at_bens.get(HISTORY))
    version = Section.history.filter(key="legal").first().history_id
    assert at_bens.post(f"{HISTORY}{version}/put-back/").status_code == 403


def test_a_save_is_told_field_by_field_in_the_history_of_the_council(at_bens, at_dilyss, paper):
    save(at_dilyss, "First.")
    save(at_dilyss, "Second.")
    address = f"/borough/history/{Act.objects.first().pk}/"
    for browser in (at_dilyss, at_bens):
        assert "“Legal” was written in “Realignment of Services”." in words(browser.get(address))
    assert "Section: Legal Text First. Second." in words(at_dilyss.get(address))
    assert "Second." not in words(at_bens.get(address))
