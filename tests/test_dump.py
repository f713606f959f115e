"""A council file dumped and read is the same, and dumped again the same text."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from posts.snapshot import EVERY_TIER, Post, Snapshot, Unit
from reports.councilfile.block import text
from reports.councilfile.dump import dump
from reports.councilfile.keys import derived_key
from reports.councilfile.reading import read
from reports.councilfile.values import CouncilFile, StructureFile
from tests.drawn_council_files import NASTY, TEXTS, council_files

TESTS = Path(__file__).parent
FIXTURES = sorted([*TESTS.parent.glob("fixtures/*.yaml"), *TESTS.glob("councils/*.yaml")])


def reread(council_file):
    return read(dump(council_file).encode(), "wyreham.yaml")


def with_note(note):
    return CouncilFile(slug="wyreham", name="Wyreham", note=note)


def with_structure(**fields):
    snapshot = Snapshot(key="now", title="Now", **fields)
    structure = StructureFile(status="draft", snapshot=snapshot)
    return CouncilFile(slug="wyreham", name="Wyreham", structures=(structure,))


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(council_files())
def test_a_file_dumped_and_read_is_the_same(council_file):
    dumped = dump(council_file)
    again = read(dumped.encode(), "wyreham.yaml")
    assert again == council_file
    assert dump(again) == dumped


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_is_read_back_as_it_was(note):
    assert reread(with_note(note)).note == note


@pytest.mark.parametrize("note", NASTY)
def test_a_nasty_text_is_read_back_as_it_was(note):
    assert reread(with_note(note)).note == note


@pytest.mark.parametrize(
    "note",
    ["yes", "null", "1.10", "Arts, Heritage & Libraries", "§3.5", "a:b", "-2", "it's", "1(7)"],
)
def test_a_text_is_not_quoted_without_need(note):
    assert f"  note: {note}\n" in dump(with_note(note))


def test_a_long_note_is_folded():
    lines = dump(with_note("word: " * 100 + "end")).splitlines()
    assert max(map(len, lines)) <= 100


def test_a_note_of_two_paragraphs_stands_as_a_block():
    assert text("one\n\ntwo", 4, 8) == "|-\n    one\n\n    two"


def test_characters_that_no_page_can_show_are_left_out():
    assert reread(with_note("a\x00b\x07c\ud800")).note == "abc"


def test_an_id_is_written_only_where_something_needs_it():
    clerk = derived_key("now/council/Services/Clerk")
    posts = {clerk: Post(key=clerk, title="Clerk", unit="services")}
    units = {"services": Unit(key="services", name="Services", place="council")}
    assert f"id: {clerk}" not in dump(with_structure(units=units, posts=posts))
    led = {**posts, "a": Post(key="a", line="stated", reports_to=clerk)}
    assert f"id: {clerk}\n" in dump(with_structure(units=units, posts=led))


def test_a_post_of_which_nothing_is_known_is_still_there():
    key = derived_key("now/council/not stated")
    council_file = with_structure(posts={key: Post(key=key)})
    assert "- title: not stated\n" in dump(council_file)
    assert reread(council_file) == council_file


AS_WRITTEN = """\
structures:
  - id: now
    title: Now
    status: draft
    units:
      - name: Services
        posts:
          - title: Director

          - title: Clerk
            number: not stated
        units:
          - name: Adoption
"""


def test_a_structure_is_written_for_people_to_read():
    head = "format: 1\ncouncil:\n  slug: wyreham\n  name: Wyreham\n"
    assert dump(read((head + AS_WRITTEN).encode(), "")) == head + AS_WRITTEN


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_each_paper_is_written_as_it_is_kept(path):
    assert dump(read(path.read_bytes(), path.name)) == path.read_text(encoding="utf-8")


def test_that_every_post_is_listed_is_said_in_words():
    dumped = dump(with_structure(complete_to_tier=EVERY_TIER))
    assert "complete_to_tier: every tier" in dumped
    assert read(dumped.encode(), "wyreham.yaml").structures[0].snapshot.is_whole
