"""The figures and parts of a comparison, kept while nothing but texts changes."""

from dataclasses import replace
from threading import Thread

import pytest

from reports import known
from reports.comparison import Comparison
from reports.known import known_of
from reports.paper import paper_of
from reports.proposal import Milestone, Proposal, Report, Written
from tests.literals import structure
from tests.test_paper import AFTER, BEFORE

WAS, IS = structure(BEFORE, complete=2, key="was"), structure(AFTER, complete=2, key="is")
CHARTS = "[existing chart]\n\n[appendices]"


@pytest.fixture(autouse=True)
def nothing_kept():
    known.forget()
    yield
    known.forget()


def comparison(*texts, was=WAS, **facts):
    sections = [Written(key=f"s{at}", heading=f"H{at}", text=text) for at, text in enumerate(texts)]
    report = Report(sections=tuple(sections))
    proposal = Proposal(key="p", title="P", before="was", after="is", report=report, **facts)
    return Comparison("The Borough", proposal, replace(was), replace(IS))


def test_another_text_is_written_of_what_is_kept():
    first = known_of(comparison("Words."))
    chart = first.part("existing chart")
    again = known_of(comparison("Other words.", "More."))
    assert again is first
    assert again.part("existing chart") is chart


@pytest.mark.parametrize(
    "other",
    [
        comparison("Words.", was=replace(WAS, title="Another")),
        comparison("Words.", milestones=(Milestone(what="Begin"),)),
        replace(comparison("Words."), behind="It has changed since."),
    ],
)
def test_nothing_is_kept_once_something_else_has_changed(other):
    assert known_of(comparison("Words.")) is not known_of(other)


def test_charts_of_another_size_are_others():
    assert known_of(comparison("Words.")) is not known_of(comparison("Words."), "A3")


def test_a_paper_reads_the_same_whatever_was_made_before():
    appendix = Written(key="a", heading="Sources", text=CHARTS, is_appendix=True)
    of = comparison(CHARTS)
    report = replace(of.proposal.report, sections=(*of.proposal.report.sections, appendix))
    of = replace(of, proposal=replace(of.proposal, report=report))
    first, again = paper_of(of), paper_of(of)
    assert again.sections == first.sections


def test_no_two_threads_share_what_is_kept():
    found = [known_of(comparison("Words."))]
    thread = Thread(target=lambda: found.append(known_of(comparison("Words."))))
    thread.start()
    thread.join()
    assert found[0] is not found[1]


def test_only_a_few_are_kept():
    first = known_of(comparison("Words."))
    for nth in range(5):
        known_of(comparison("Words.", decision=str(nth)))
    assert known_of(comparison("Words.")) is not first
