"""The checks of a report where people meet them: on its page, in the panel, and as a command."""

import json
import re

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from divisions.access import council_for
from posts import standing
from posts.models import Holding
from reports.checking import findings_of
from reports.checks import CHECKS
from reports.models import Report, Restructure, Section
from reports.views.report_checks import panel
from tests.pages import load_paper, words

CHECKS_PAGE = "/borough/restructures/realignment/report/checks/"
SOUND = """\
The directorate has two divisions.

[recommendations]
"""


@pytest.fixture
def realignment(borough):
    load_paper()
    return Restructure.objects.select_related("council", "before", "after").get(key="realignment")


def write(realignment, *texts):
    """Have a report of sections with these texts."""
    with realignment.council.editing():
        Report.objects.get_or_create(restructure=realignment)
        for section in Section.objects.filter(restructure=realignment):
            section.delete()
        for nth, text in enumerate(texts):
            Section.objects.create(
                restructure=realignment, key=f"s{nth}", heading="Background", text=text,
                position=nth,
            )  # fmt: skip


def test_the_page_says_what_is_wrong_where_and_what_puts_it_right(realignment, at_dilyss):
    write(realignment, "There are five divisions.\n\n[recommendations]")
    page = at_dilyss.get(CHECKS_PAGE)
    says = words(page).partition("Look at this “five divisions”: ")[2]
    assert says.startswith(
        "2 in the existing structure and 2 in the proposed structure Background, paragraph 1.1 "
        "There are five divisions. Put a figure in its place"
    )
    address = "/borough/restructures/realignment/report/sections/s0/?at=five+divisions"
    assert f'<a href="{address}">Put a figure in its place</a>' in page.content.decode()
    assert "Numbers in the text agree with the structures: 2 found" in words(page)
    assert "Paragraphs are numbered without a gap: passes" in words(page)


def test_the_panel_marks_each_section_in_the_list_beside_it(realignment, at_dilyss):
    write(realignment, "There are five divisions.\n\n[recommendations]", "None.")
    script = {"HX-Request": "true"}
    assert "mark-s0" not in at_dilyss.get(CHECKS_PAGE, headers=script).content.decode()
    page = at_dilyss.get(f"{CHECKS_PAGE}?marks", headers=script).content.decode()
    marks = [part.split("</span>")[0] for part in page.split('<span class="mk')[1:]]
    assert marks[0] == ' mk--look" id="mark-s0" hx-swap-oob="true">1 to look at'
    assert marks[1] == '" id="mark-s1" hx-swap-oob="true">'


def test_who_only_reads_is_given_no_link_to_write(realignment, at_bens):
    write(realignment, "There are five divisions.\n\n[recommendations]")
    page = at_bens.get(CHECKS_PAGE)
    assert "Put a figure in its place" not in words(page)
    assert "See what is stated" in words(page)


def test_an_edition_that_waits_is_said_to(realignment, at_dilyss):
    write(realignment, "[posts deletd]\n\n[recommendations]")
    page = words(at_dilyss.get(CHECKS_PAGE))
    assert "Holds back: public, exempt, staff and trade union." in page
    assert "Editions that wait Public: 1 to put right" in page


def test_who_holds_a_post_is_found_in_the_text_and_never_shown(realignment, at_bens):
    post = realignment.after.posts.get(key="head-of-care")
    Holding.objects.create(post=post, person="Jo Bloggs-Test")
    write(realignment, "Jo Bloggs-Test leads.\n\n[recommendations]")
    page = words(at_bens.get(CHECKS_PAGE))
    assert "Put right A person who holds a post is named" in page
    assert "Bloggs" not in page


def test_leaving_a_section_out_of_the_public_edition_leads_to_where_that_is_set(
    realignment, at_dilyss
):
    write(realignment, "Call 01384 555 1234.\n\n[recommendations]")
    page = at_dilyss.get(CHECKS_PAGE).content.decode()
    link = r'href="(\S+sections/)#(section-\S+)">Leave the section out of the public edition'
    address, row = re.search(link, page).groups()
    assert f'<tr id="{row}"' in at_dilyss.get(address).content.decode()
    assert "01384" not in page  # what is of a person comes into no address


def test_what_is_stated_is_seen_in_its_row_among_all_that_is_stated(realignment, at_dilyss):
    write(realignment, SOUND)
    with realignment.council.editing():
        for value in (4, 5):
            realignment.statements.create(
                about="posts", says=f"There are {value} posts", value=value, counts="posts",
                side="after", where={}, position=value,
            )  # fmt: skip
    page = at_dilyss.get(CHECKS_PAGE).content.decode().partition("says both: posts")[2]
    address, row = re.search(r'href="(\S+figures/)#(\S+)">See what is stated', page).groups()
    stated = at_dilyss.get(address).content.decode()
    assert stated.count(f'id="{row}"') == 1
    says = stated.partition(f'<tr id="{row}" tabindex="-1">')[2]
    assert says.startswith('<td data-h="States"><b>Posts</b><br>There are 4 posts')


def test_what_is_out_of_order_is_put_right_in_the_timetable(realignment, at_dilyss):
    write(realignment, SOUND)
    with realignment.council.editing():
        realignment.milestones.create(what="Start", when="August 2009", position=9)
    page = at_dilyss.get(CHECKS_PAGE).content.decode()
    assert 'report/timetable/">Open the timetable</a>' in page


def test_where_nothing_is_found_that_is_said(realignment):
    said = render_to_string("parts/report_checks.html", panel(realignment, []))
    assert "All 21 checks pass." in said


def test_many_findings_of_one_check_fold_in_the_panel(realignment, dilys):
    realignment.council = council_for(dilys, "borough")
    write(realignment, "\n\n".join(f"There are {n} divisions." for n in range(5, 10)))
    shown = panel(realignment, findings_of(realignment))
    assert "<details>" in render_to_string("parts/report_checks.html", shown)
    assert shown["marks"]["s0"] >= 5


def test_a_paragraph_is_named_by_its_printed_number(realignment):
    write(realignment, "First.\n\nThere are five divisions.")
    found = findings_of(realignment)
    assert any(each.places and each.places[0].words.endswith("paragraph 1.2") for each in found)


def test_the_checks_take_as_few_queries_for_many_sections(realignment):
    numbers = []
    for sections in (1, 20):
        write(realignment, *["Five divisions."] * sections)
        standing.forget()
        with CaptureQueriesContext(connection) as queries:
            findings_of(realignment)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


# ---- the command ----


def test_the_command_says_it_and_ends_with_1_where_something_is_to_be_put_right(
    realignment, capsys
):
    write(realignment, "[posts deletd]\n\n[recommendations]")
    with pytest.raises(SystemExit) as ended:
        call_command("check_report", "realignment")
    said = capsys.readouterr().out
    assert ended.value.code == 1
    assert said.startswith("Put right: There is no figure or part called “posts deletd” [C1]\n")
    assert "    Holds back: Public, Exempt, Staff and Trade union.\n" in said


def test_the_command_ends_well_where_nothing_has_to_be(realignment, capsys):
    write(realignment, SOUND)
    call_command("check_report", "borough/realignment", format="json")
    found = json.loads(capsys.readouterr().out)
    assert {each["check"] for each in found} <= CHECKS.keys()
    assert {"severity", "heading", "text", "places", "mends", "holds_back"} <= found[0].keys()


def test_the_command_refuses_what_is_not_there(realignment):
    with pytest.raises(CommandError, match="realignment"):
        call_command("check_report", "realignmnt")
