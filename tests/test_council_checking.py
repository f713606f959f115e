"""The checker of council files: what it says, and what it writes."""

from pathlib import Path

import pytest

from reports.councilfile.__main__ import main
from reports.councilfile.comments import comments
from tests.test_council_faults import SOUND

WYCHFORD = Path(__file__).parent / "councils" / "wychford.yaml"
COMMENTED = """\
# from Ben's notes
format: 1   # always
council:
  slug: wyreham
  name: "Wyreham # Town" # check
  note: |- # as told
    # not a comment
  # left over
  other_names: [] # none, it's said
"""


@pytest.fixture
def file(tmp_path):
    """A sound council file on disk."""
    path = tmp_path / "w.yaml"
    path.write_text(SOUND, encoding="utf-8")
    return path


def test_a_sound_file_is_told_by_structure(capsys):
    assert main([str(WYCHFORD)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{WYCHFORD}: ok: 2 structures, 1 restructure",
        "  existing-2024: 16 units, at least 36 posts",
        "  proposed-2024: 16 units, at least 39 posts",
    ]


def test_one_is_not_some(file, capsys):
    main([str(file)])
    assert "  existing: 1 unit, 4 posts\n" in capsys.readouterr().out


def test_a_file_with_a_fault_is_refused_and_stays_as_it_is(file, capsys):
    file.write_text(SOUND.replace("tier: 1", "tier: one"), encoding="utf-8")
    assert main(["--write", str(file)]) == 1
    assert f"{file}:21:19: “tier” takes" in capsys.readouterr().err
    assert "tier: one" in file.read_text(encoding="utf-8")


def test_a_file_that_is_not_there_is_told(tmp_path, capsys):
    assert main([str(tmp_path / "w.yaml")]) == 1
    assert "No such file" in capsys.readouterr().err


def test_dumping_prints_the_file_and_changes_nothing(capsys):
    written = WYCHFORD.read_text(encoding="utf-8")
    assert main(["--dump", str(WYCHFORD)]) == 0
    assert capsys.readouterr().out == written


def test_writing_tells_the_comments_that_it_leaves_out(file, capsys):
    file.write_text(SOUND.replace("tier: 1", "tier: 1 # so Ben says"), encoding="utf-8")
    assert main(["--write", str(file)]) == 0
    assert capsys.readouterr().err == f"{file}:21:21: # so Ben says (a comment, left out)\n"
    assert "Ben" not in file.read_text(encoding="utf-8")


def test_comments_are_found_where_they_are_none_of_a_text():
    found = [(comment.line, comment.message) for comment in comments(COMMENTED, "w.yaml")]
    assert found == [
        (1, "# from Ben's notes"),
        (2, "# always"),
        (5, "# check"),
        (6, "# as told"),
        (8, "# left over"),
        (9, "# none, it's said"),
    ]
