"""What council files hold of staff, typed by a clerk from nothing: the file dumped is the same."""

from pathlib import Path

import pytest

from divisions.models import Council, Membership
from reports.councilfile import live, load
from reports.councilfile.dump import dump
from reports.councilfile.reading import read
from reports.models import Fate, Filling, RingFence
from tests.cast import person, signed_in
from tests.staffing import list_fence, record
from tests.test_dump import FIXTURES

_NUMBERS = ("people", "contracts", "at_risk", "dismissals")


def emptied(path):
    """The council of a file, loaded, with nothing recorded of staff."""
    load.load(read(path.read_bytes(), path.name))
    council = Council.objects.get(slug=path.stem)
    with council.editing(None, "take out"):
        for model in (Fate, Filling, RingFence):
            model.objects.filter(restructure__council=council).delete()
    return council


def in_columns(value, names):
    """What a clerk types of a record, column by column; nothing where nothing is stated."""
    found = {name: getattr(value, name) for name in names}
    texts = {name: str(each) for name, each in found.items() if each is not None}
    return texts | {"sources": "; ".join(value.sources)}


def type_all(browser, council, proposal):
    """Type all that a paper says of staff into the three pages."""
    page = f"/{council.slug}/restructures/{proposal.key}/report/people/"
    for fence in proposal.ring_fences:
        list_fence(browser, page + "ring-fences/", **in_columns(fence, ("name", "note")))
    names = ("outcome", "ring_fence", *_NUMBERS, "note")
    rows = {fate.key: in_columns(fate, names) for fate in proposal.fates}
    record(browser, rows, page + "?show=all")
    rows = {each.key: in_columns(each, ("way", "ring_fence", "note")) for each in proposal.fillings}
    record(browser, rows, page + "filled/?show=all")


def by_key(proposal):
    """What a paper says of staff; the order in which posts were typed says nothing."""
    lists = proposal.fates, proposal.fillings
    return proposal.ring_fences, *(sorted(each, key=lambda value: value.key) for each in lists)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_what_a_file_says_of_staff_is_typed_and_dumped_alike(path, db):
    whole = read(path.read_bytes(), path.name)
    council = emptied(path)
    clerk = signed_in(person("Dilys", council, Membership.Role.CLERK))
    for proposal in whole.proposals:
        type_all(clerk, council, proposal)
    again = read(dump(live.council_file(council)).encode(), path.name)
    assert [by_key(each) for each in again.proposals] == [by_key(each) for each in whole.proposals]


def test_the_files_that_are_typed_hold_something_of_each():
    files = [read(Path(path).read_bytes(), path.name) for path in FIXTURES]
    proposals = [each for file in files for each in file.proposals]
    for name in ("ring_fences", "fates", "fillings"):
        assert sum(bool(getattr(each, name)) for each in proposals) >= 2
