"""Council files and the database: loaded whole or not at all, only what differs, nothing undone."""

from dataclasses import replace
from pathlib import Path
from socket import socket

import pytest
from django.core.management import CommandError, call_command

from divisions import errors, tree
from divisions.models import Act, Council, Structure, Unit
from posts import reading
from posts.models import Post
from reports.councilfile import live, load, planning
from reports.councilfile.dump import dump
from reports.councilfile.reading import read
from reports.models import Restructure
from reports.proposal import Recommendation
from tests.borough_files import TWO, borough_file, restructures

FIXTURES = sorted((Path(__file__).parent.parent / "fixtures").glob("*.yaml"))
pytestmark = pytest.mark.django_db


@pytest.fixture
def kent():
    """Kent's file, loaded."""
    file = read(next(path for path in FIXTURES if path.stem == "kent").read_bytes(), "kent.yaml")
    load.load(file)
    return file


def council(slug="kent"):
    return Council.objects.get(slug=slug)


def renamed(file, name="The directorate, renamed"):
    """The file with the directorate of its first structure renamed."""
    first = file.structures[0]
    top = next(iter(first.snapshot.units.values()))
    units = first.snapshot.units | {top.key: replace(top, name=name)}
    snapshot = replace(first.snapshot, units=units)
    return replace(file, structures=(replace(first, snapshot=snapshot), *file.structures[1:]))


def edit_by_hand(file, name):
    """A person renames the same unit, as if the structure could be edited."""
    structure = Structure.objects.get(council=council(), key=file.structures[0].snapshot.key)
    with structure.editing(verb="rename a unit", even_frozen=True):
        key = next(iter(file.structures[0].snapshot.units))
        Unit.objects.get(structure=structure, key=key).rename(name)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_what_was_loaded_is_dumped_as_the_same_file(path):
    load.load(read(path.read_bytes(), path.name))
    file = live.council_file(council(path.stem))
    assert dump(file) == path.read_text("utf-8")
    assert file == read(path.read_bytes(), path.name)


def test_loading_the_same_file_again_changes_nothing(kent):
    acts = Act.objects.count()
    assert load.load(kent).differences == ()
    assert Act.objects.count() == acts


def test_loading_an_edited_file_writes_only_what_differs(kent):
    versions = Unit.history.count(), Post.history.count(), Restructure.history.count()
    found = load.load(renamed(kent))
    assert [(change.what, change.field) for change in found.differences] == [("unit", "name")]
    now = Unit.history.count(), Post.history.count(), Restructure.history.count()
    assert now == (versions[0] + 1, *versions[1:])


def test_a_file_that_would_undo_a_persons_edit_is_refused_with_a_list(kent):
    edit_by_hand(kent, "As the officer wrote it")
    with pytest.raises(load.WouldOverwrite) as refusal:
        load.load(kent)
    (lost,) = refusal.value.plan.overwritten
    assert (lost.field, lost.was) == ("name", "As the officer wrote it")
    top = next(iter(kent.structures[0].snapshot.units))
    assert Unit.objects.filter(key=top, name="As the officer wrote it").exists()


def test_with_replace_the_file_wins(kent):
    edit_by_hand(kent, "As the officer wrote it")
    load.load(kent, replace=True)
    assert live.council_file(council()) == kent


def test_a_persons_edit_of_the_title_block_is_kept_too(kent):
    with council().editing(verb="correct the title"):
        paper = Restructure.objects.get(key="kent-2009")
        paper.title = "As the clerk wrote it"
        paper.save()
    with pytest.raises(load.WouldOverwrite, match="1 change"):
        load.load(kent)


def test_what_the_file_changes_elsewhere_does_not_touch_a_persons_edit(kent):
    edit_by_hand(kent, "As the officer wrote it")
    mine = renamed(kent, "As the officer wrote it")
    found = load.load(replace(mine, note="Corrected by the clerk"))
    assert [change.field for change in found.differences] == ["note"]


def test_a_draft_that_the_file_does_not_know_stays(kent):
    with council().editing():
        draft = Structure.objects.create(council=council(), key="option-b", title="Option B")
    Unit.create(draft, "Ours", key="ours")
    load.load(renamed(kent))
    assert list(reading.read(draft).units) == ["ours"]


def test_of_two_files_one_with_a_fault_neither_is_loaded(tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\ncouncil:\n  slug: bad\n  nmae: Bad\n")
    with pytest.raises(CommandError, match=r"bad\.yaml:4:3: .*nmae.*name"):
        call_command("load_council", FIXTURES[0], bad)
    assert not Council.objects.exists()


def test_a_dry_run_says_what_would_change_and_writes_nothing(capsys):
    call_command("load_council", FIXTURES[0], "--dry-run")
    assert "would change" in capsys.readouterr().out
    assert not Council.objects.exists()


def test_the_command_names_what_it_will_not_overwrite(kent):
    edit_by_hand(kent, "As the officer wrote it")
    path = next(path for path in FIXTURES if path.stem == "kent")
    with pytest.raises(CommandError, match=r"As the officer wrote it.*(?s:.*)--replace"):
        call_command("load_council", path)
    call_command("load_council", path, "--replace")
    assert load.plan(kent).differences == ()


def test_a_council_that_is_not_there_is_not_dumped(kent):
    with pytest.raises(CommandError, match="Did you mean “kent”"):
        call_command("dump_council", "kemt")


def test_the_demonstration_looks_first_whether_it_can_be_served(capsys):
    with socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError) as refused:
            call_command("demo", port=port)
    assert str(refused.value) == (
        f"Port {port} is in use by another program. Choose another: uv run manage.py demo --port "
        f"{port + 1}"
    )
    with pytest.raises(CommandError, match="Port 70000 cannot be used here"):
        call_command("demo", port=70000)
    assert capsys.readouterr().out == ""
    assert not Council.objects.exists()


def test_the_demonstration_keeps_what_people_changed(capsys):
    call_command("demo", "--no-serve")
    with council().editing():
        Restructure.objects.filter(key="kent-2009").update(title="Ours now")
    call_command("demo", "--no-serve")
    assert Restructure.objects.get(key="kent-2009").title == "Ours now"
    assert "stays as it is" in capsys.readouterr().out
    assert council().memberships.count() == 4


def statuses():
    return dict(Structure.objects.values_list("key", "status"))


def test_a_structure_comes_into_force_while_another_leaves_it():
    load.load(borough_file(("a", "draft"), ("b", "in force")))
    load.load(borough_file(("a", "in force"), ("b", "superseded")))
    assert statuses() == {"a": "in force", "b": "superseded"}


def test_a_second_structure_in_force_is_refused_by_name_with_the_way_out(tmp_path):
    load.load(borough_file(("a", "on record"), ("b", "in force")))
    renamed = borough_file(("a", "on record"), ("b2", "in force"))
    with pytest.raises(errors.RuleBroken, match=r"“The b” \(b\) is in force.*Add b to the file"):
        load.plan(renamed)
    path = tmp_path / "borough.yaml"
    path.write_text(dump(renamed))
    with pytest.raises(CommandError, match="Add b to the file"):
        call_command("load_council", path)
    assert statuses() == {"a": "on record", "b": "in force"}


@pytest.mark.parametrize("keys", ["ba", "cab", "acb", "abc", "cba"])
def test_things_in_another_order_are_put_in_the_files_order(keys):
    load.load(borough_file(("a", "draft"), ("b", "draft"), more=restructures("r", "s")))
    changed = borough_file(*((key, "draft") for key in keys), more=restructures("s", "t", "r"))
    found = load.load(changed)
    assert "order" in {change.field for change in found.differences}
    assert dump(live.council_file(council("borough"))) == dump(changed)
    assert load.load(changed).differences == ()


def test_what_the_file_does_not_hold_is_listed_as_staying(tmp_path, capsys):
    load.load(borough_file(("a", "draft"), ("b", "draft"), more=restructures("r")))
    less = borough_file(("a", "draft"))
    assert load.plan(less).staying == ("structure b (The b)", "restructure r (Paper r)")
    path = tmp_path / "borough.yaml"
    path.write_text(dump(less))
    call_command("load_council", path)
    assert "structure b (The b) is not in the file, and stays." in capsys.readouterr().out


POSTS = "    posts:\n    - id: {0}1\n      title: P1\n    - id: {0}2\n      title: P2\n"


def test_what_is_downloaded_after_edits_changes_nothing_when_it_is_sent_again():
    units = "".join(f"  - id: {key}\n    name: U\n" + POSTS.format(key) for key in "uvw")
    text = f"{TWO}- id: a\n  title: A\n  status: draft\n  units:\n{units}"
    load.load(read(text.encode(), "borough.yaml"))
    structure, u = Structure.objects.get(key="a"), Unit.objects.get(key="u")
    new = Post.create(structure, "P3", key="u3", unit=u, reports_to=Post.objects.get(key="w1"))
    Post.objects.get(key="w2").move_to_unit(u)
    Post.objects.get(key="v2").report_to(Post.objects.get(key="w1"), after=new)
    Unit.objects.get(key="w").move_to_top(after=tree.FIRST)
    was = reading.read(structure)
    downloaded = dump(live.council_file(council("borough")))
    assert load.load(read(downloaded.encode(), "borough.yaml")).differences == ()
    swapped = downloaded.replace("id: v1", "id: x").replace("id: v2", "id: v1")
    found = load.load(read(swapped.replace("id: x", "id: v2").encode(), "x"), replace=True)
    assert {change.key for change in found.differences if change.field == "order"} <= {"v1", "v2"}
    assert list(was.posts) == ["u1", "u2", "v1", "w1", "w2", "u3", "v2"]
    assert [key for key in reading.read(structure).posts if key[0] != "v"] == [
        key for key in was.posts if key[0] != "v"
    ]


def test_what_a_file_would_change_is_told_in_words():
    with_source, without = (
        Recommendation(verb="agree", text="It.", sources=sources)
        for sources in (("¶15", "¶16"), ())
    )
    said = str(planning.Difference("restructure", "r", "one", with_source, without))
    assert said == "restructure r: one agree It. (¶15, ¶16) becomes agree It."
