"""Imports go one way, reports to posts to divisions, and what is pure stays pure."""

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("divisions", "posts", "reports")
FRAMEWORKS = ("django", "mptt", "simple_history")
CLOCKS = ("os", "environ", "time", "random")

with (ROOT / "pyproject.toml").open("rb") as settings:
    PURE = [
        file.removesuffix(".py").replace("/", ".")
        for file in tomllib.load(settings)["tool"]["mypy"]["files"]
    ]
"""What is made of plain values alone, as is everything that it imports; mypy checks the same."""


def modules(room):
    """The modules of a room by their dotted names, its migrations left out."""
    for path in sorted((ROOT / room).rglob("*.py")):
        if "migrations" not in path.parts:
            yield ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def path_of(module):
    """The file of a module of ours; None for anybody else's."""
    place = ROOT.joinpath(*module.split("."))
    return next(
        (path for path in (place.with_suffix(".py"), place / "__init__.py") if path.is_file()), None
    )


@cache
def imported_by(module):
    """The modules that a module names when it is imported, or later."""
    found = set()
    package = module.split(".")[: -1 if path_of(module).stem != "__init__" else None]
    for node in ast.walk(ast.parse(path_of(module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        if isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*above, *filter(None, [node.module])])
            found |= {start} | {f"{start}.{name.name}" for name in node.names}
    return found


@cache
def all_imported_by(module):
    """What a module imports, and what that imports, as far as it is ours."""
    found, waiting = {}, [module]
    while waiting:
        here = waiting.pop()
        for name in imported_by(here):
            if name not in found:
                found[name] = here
                if path_of(name):
                    waiting.append(name)
    return found


@pytest.mark.parametrize(
    ("room", "forbidden"),
    [("divisions", ("posts", "reports")), ("posts", ("reports",))],
)
def test_imports_go_one_way(room, forbidden):
    backwards = [
        f"{module} imports {name}"
        for module in modules(room)
        for name in imported_by(module)
        if name.split(".")[0] in forbidden
    ]
    assert backwards == []


@pytest.mark.parametrize("module", PURE)
def test_what_is_pure_knows_no_framework_and_asks_no_clock(module):
    impure = [
        f"{where} imports {name}"
        for name, where in all_imported_by(module).items()
        if name.split(".")[0] in (*FRAMEWORKS, *CLOCKS)
    ]
    assert impure == []


def test_no_room_imports_the_tests():
    names = [
        name
        for room in (*ROOMS, "orgchart")
        for module in modules(room)
        for name in imported_by(module)
    ]
    assert [name for name in names if name.split(".")[0] == "tests"] == []


def test_only_the_tree_module_and_the_base_of_parts_know_how_trees_are_stored():
    knowing = {
        m
        for room in ROOMS
        for m in modules(room)
        if any(n.startswith("mptt") for n in imported_by(m))
    }
    assert knowing == {"divisions.models.part"}
