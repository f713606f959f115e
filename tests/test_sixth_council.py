"""Wychford, a sixth council written from `fixtures/README.md` alone, goes all the way through.

What is expected here is what the officer who wrote the file meant by it.
"""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from docx import Document

from divisions.models import Council
from reports.councilfile import live, load
from reports.councilfile.dump import dump
from reports.councilfile.reading import read

FILE = Path(__file__).parent / "councils" / "wychford.yaml"
pytestmark = pytest.mark.django_db

CHANGES = [
    ("unit", "created", "Private Lettings Team"),
    ("unit", "destination undecided", "Sheltered Housing Team"),
    ("unit", "joins from outside", "Carers' Support Team"),
    ("unit", "leaves the council", "Day Services"),
    ("unit", "merged", "Home from Hospital Team"),
    ("unit", "merged", "People Directorate"),
    ("unit", "moved", "Adaptations Team"),
    ("unit", "moved", "Assessment and Care Management"),
    ("unit", "moved", "Housing Options"),
    ("unit", "split", "Assessment Team"),
    ("post", "created", "Executive Director, People"),
    ("post", "created", "Graduate Trainee"),
    ("post", "created", "Private Lettings Manager"),
    ("post", "created", "South Locality Manager"),
    ("post", "deleted", "Director of Adult Care"),
    ("post", "deleted", "Director of Housing"),
    ("post", "deleted", "Reablement Manager"),
    ("post", "destination undecided", "Sheltered Housing Warden"),
    ("post", "hours changed", "Occupational Therapist"),
    ("post", "joins from outside", "Carers' Coordinator"),
    ("post", "leaves the council", "Day Services Manager"),
    ("post", "moved", "Home from Hospital Manager"),
    ("post", "moved", "North Locality Manager"),
    ("post", "number changed", "Homelessness Officer"),
    ("post", "regraded", "Head of Commissioning and Partnerships"),
    ("post", "reports to another post", "Adaptations Manager"),
    ("post", "reports to another post", "Carers' Coordinator"),
    ("post", "reports to another post", "Day Services Manager"),
    ("post", "reports to another post", "Head of Assessment"),
    ("post", "reports to another post", "Head of Commissioning and Partnerships"),
    ("post", "reports to another post", "Head of Housing Options"),
    ("post", "responsibilities changed", "Head of Assessment"),
    ("post", "retitled", "Head of Commissioning and Partnerships"),
    ("post", "retitled", "Home from Hospital Manager"),
    ("post", "retitled", "North Locality Manager"),
    ("post", "split", "Social Worker"),
    ("post", "state changed", "Head of Housing Options"),
    ("reporting line", "added", "Homelessness Prevention Manager"),
]
TAKES_IN_PART = [
    ("unit", "moved", "Commissioning and Partnerships"),
    ("unit", "renamed", "Commissioning and Partnerships"),
    ("unit", "responsibilities changed", "Commissioning and Partnerships"),
]
"""A service that moves with its directorate, is renamed, and takes in a part of another."""

VERDICTS = {
    "the number of heads of service does not change": "agrees",
    "the number of team managers does not change": "disagrees",
    "three posts are deleted": "the paper says both",
    "four posts are deleted": "the paper says both",
    "Tenancy Services has 38 posts": "cannot be computed",
    "there are six teams": "agrees",
    "the Adaptations Team has 3.4 full-time equivalents": "cannot be computed",
    "the proposals add 2.6 full-time equivalents": "cannot be computed",
    "a saving of £61,000 in a full year": "cannot be computed",
}
DIRECTORS = {"there are two directors today": "agrees", "one Executive Director": "agrees"}
WITH_UNPLACED = {"there will be eight teams": "cannot be computed"}

HEADINGS = [
    "Purpose of the report", "Recommendations", "Existing structure", "Proposed structure",
    "What changes", "Where each service goes", "Schedule of posts", "Timetable",
    "Stated figures that disagree", "Out of scope, and not decided", "Sources",
]  # fmt: skip


@pytest.fixture
def wychford():
    """Wychford's file, loaded."""
    file = read(FILE.read_bytes(), FILE.name)
    load.load(file)
    return file


@pytest.fixture
def compared(wychford, capsys):
    """What the command says of its restructure."""
    call_command("compare", "wychford-2024", format="json")
    return json.loads(capsys.readouterr().out)


@pytest.fixture(scope="module")
def report(database, django_db_blocker, tmp_path_factory):
    """The file of its report, exported once on each database."""
    path = tmp_path_factory.mktemp("wychford") / "wychford.docx"
    with django_db_blocker.unblock(), transaction.atomic():
        load.load(read(FILE.read_bytes(), FILE.name))
        call_command("export_report", "wychford-2024", format="docx", output=str(path))
        transaction.set_rollback(True)
    return path


@pytest.fixture
def exported(report):
    """Its report, opened again."""
    return Document(report)


def change(compared, kind, name):
    return next(
        each for each in compared["changes"] if (each["kind"], each["name"]) == (kind, name)
    )


def told(compared):
    return sorted((each["subject"], each["kind"], each["name"]) for each in compared["changes"])


def judged(compared, expected):
    """The verdicts on the statements of which some are expected."""
    return {
        each["statement"]: each["verdict"]
        for each in compared["stated"]
        if each["statement"] in expected
    }


def rows(document, caption):
    """The rows below the heading of the table with a caption."""
    captions = [p.text.partition(": ")[2] for p in document.paragraphs if p.text[:6] == "Table "]
    table = document.tables[captions.index(caption)]
    return [tuple(cell.text for cell in row.cells) for row in table.rows][1:]


def test_wychford_is_dumped_as_it_was_loaded(wychford):
    council = Council.objects.get(slug="wychford")
    assert live.council_file(council) == wychford
    assert dump(live.council_file(council)) == FILE.read_text("utf-8")


def test_exactly_the_changes_that_were_meant_are_told(compared):
    about = ("unit", "Commissioning and Partnerships")
    assert [each for each in told(compared) if each[::2] != about] == sorted(CHANGES)


def test_a_service_that_takes_in_part_of_another_moves_once(compared):
    about = ("unit", "Commissioning and Partnerships")
    assert [each for each in told(compared) if each[::2] == about] == TAKES_IN_PART


def test_a_change_carries_its_ends_its_phase_and_its_doubt(compared):
    number = change(compared, "number changed", "Homelessness Officer")
    assert (number["from"], number["to"], number["source"]) == ("4", "6", "¶3.10")
    gone = change(compared, "deleted", "Reablement Manager")
    assert (gone["certainty"], gone["phase"]) == ("stated", "1")
    assert gone["effective"] == "by end September 2024"
    assert change(compared, "created", "Graduate Trainee")["certainty"] == "uncertain"
    assert change(compared, "responsibilities changed", "Head of Assessment")["to"] is None


def test_a_split_carries_the_phase_of_its_parts_and_names_posts_by_number_and_unit(compared):
    assert change(compared, "split", "Assessment Team")["phase"] == "2"
    assert change(compared, "split", "Social Worker")["says"] == (
        "Social Worker (14 posts) are split: 8 in North Locality Team and 6 in South Locality Team."
    )


def test_the_dotted_line_is_told_with_its_reason(compared):
    line = change(compared, "added", "Homelessness Prevention Manager")
    assert (line["line"], line["to"]) == ("dotted", "Head of Assessment")
    assert line["reason"] == "safeguarding of people who sleep rough"


def test_what_is_out_of_scope_and_undecided_is_listed(compared):
    out = [(each["name"], each["below"]) for each in compared["out_of_scope"]]
    assert out == [
        ("Tenancy Services", None),
        ("Advice on rent arrears", "Tenancy Services"),
        ("Head of Tenancy Services", "Tenancy Services"),
    ]
    assert [each["name"] for each in compared["undecided"]] == ["Sheltered Housing Team"]


OUT_AND_YET = {
    "Tenancy Services": ["Tenancy Services moves from Housing Directorate to People Directorate."],
    "Advice on rent arrears": [],
    "Head of Tenancy Services": [
        "Head of Tenancy Services reports to Executive Director, People, instead of Director of "
        "Housing."
    ],
}


def test_what_is_out_of_scope_says_what_differs_all_the_same(compared):
    assert {each["name"]: each["differs"] for each in compared["out_of_scope"]} == OUT_AND_YET


def test_the_exported_report_says_what_differs_although_it_is_out_of_scope(exported):
    assert rows(exported, "Out of scope, and yet not the same in the two structures") == [
        (name, says) for name, (says,) in ((n, s) for n, s in OUT_AND_YET.items() if s)
    ]


def test_each_statement_is_judged_as_was_meant(compared):
    assert judged(compared, VERDICTS) == VERDICTS
    assert len(compared["stated"]) == len(VERDICTS | DIRECTORS | WITH_UNPLACED)
    assert [each["statement"] for each in compared["said"]] == [
        "no compulsory redundancy is expected"
    ]


def test_posts_outside_the_council_are_no_directors(compared):
    assert judged(compared, DIRECTORS) == DIRECTORS


def test_a_team_whose_place_is_undecided_may_be_one_of_the_eight(compared):
    assert judged(compared, WITH_UNPLACED) == WITH_UNPLACED


def test_the_exported_report_says_what_the_paper_does(exported):
    asked = [p.text for p in exported.paragraphs if p.style.name == "Recommendation"]
    assert asked[2] == "The transfer in principle: Day Services to Wych Vale Care Trust"
    assert (
        "Cabinet hears the outcome",
        "before the summer recess (1 June 2024 to 26 July 2024)",
        "¶6.2",
    ) in rows(exported, "Timetable: consultation")


def test_the_exported_schedule_lists_the_posts(exported):
    assert [row[:3] for row in rows(exported, "Posts created")[:4]] == [
        ("Executive Director, People", "People Directorate", "Chief Officer"),
        ("South Locality Manager", "South Locality Team", "M3"),
        ("Private Lettings Manager", "Private Lettings Team", "M3"),
        ("Graduate Trainee", "Private Lettings Team", "not stated"),
    ]
    assert [(row[0], row[4]) for row in rows(exported, "Posts deleted")[:3]] == [
        ("Director of Adult Care", "phase 1, 30 September 2024"),
        ("Reablement Manager", "phase 1, by end September 2024"),
        ("Director of Housing", "phase 1, 30 September 2024"),
    ]
    assert {row[4] for row in rows(exported, "Posts created")[:4]} == {"phase 1", "phase 2"}


def test_the_exported_report_sets_out_what_the_paper_contradicts(exported):
    assert rows(exported, "What is stated in more than one way") == [
        ("deleted posts", "three posts are deleted", "¶1.3"),
        ("deleted posts", "four posts are deleted", "¶7.2"),
    ]
    disagree = rows(exported, "Stated figures that disagree with the structures")
    says = "Team managers: the number of team managers does not change"
    assert (says, "0", "1", "¶4.1") in disagree


def test_the_exported_report_names_what_cannot_be_computed_and_says_why(exported):
    cannot = rows(exported, "Stated figures that cannot be computed")
    assert len(cannot) == 5
    why = "Pounds are kept as stated and never computed"
    assert ("Saving: a saving of £61,000 in a full year", "−£61,000", why, "¶7.1") in (cannot)


def test_the_exported_report_says_where_services_go_and_what_is_left_undecided(exported):
    services = rows(exported, "Where each existing service goes")
    merged = ("Housing Directorate", "–", "People Directorate (1 October 2024)", "MERGED")
    assert merged in [row[:4] for row in services]
    goes_to = {row[0]: row[2] for row in services}
    assert goes_to["Commissioning"] == "People Directorate"
    assert goes_to["Sheltered Housing Team"] == (
        "not stated. The options are Housing Options and Tenancy Services; a later paper is to say."
    )


def test_the_exported_report_counts_twelve_posts_to_tier_three(exported):
    size = rows(exported, "Size of the two structures")
    assert ("Posts in tiers 1 to 3", "12", "12", "0") in size


def test_the_exported_report_does_not_call_a_post_unchanged_that_is_split(exported):
    assert "Social Worker" not in [row[0] for row in rows(exported, "Posts unchanged")]


def test_the_exported_report_gives_the_reason_of_a_dotted_line(exported):
    words = [p.text for p in exported.paragraphs]
    words += [cell.text for table in exported.tables for row in table.rows for cell in row.cells]
    assert any("safeguarding of people who sleep rough" in text for text in words)
