"""What only a browser can show of the board: keys, focus, dialogs, and a paper drawn by hand."""

import pytest

from divisions.models import Council, Structure
from reports.assemble import comparison_of
from reports.councilfile import load
from reports.councilfile.reading import read
from reports.making import name_of
from reports.management.commands.demo import FIXTURES
from reports.models import Restructure
from tests.cast import person
from tests.hands import Keyboard, WithoutScripts
from tests.paragraph_five import redraw

pytestmark = pytest.mark.browser

# ---- paragraph 5 of Dudley's paper of 2009, drawn by hand ----


@pytest.fixture
def dudley(db):
    """Dudley with both its papers."""
    path = FIXTURES / "dudley.yaml"
    load.load(read(path.read_bytes(), path.name))
    return Council.objects.get(slug="dudley")


@pytest.fixture
def amara_of_dudley(dudley):
    return person("Amara", dudley, "officer")


def said(council, key):
    """What a restructure changes, and what its units are made up from, in names alone.

    Of each change: what kind, of what, from where, to where, from or to which others, which line
    and why, in which phase and from when. Left out are keys, which what is drawn has of its own;
    paragraphs; and how surely a change is stated: a paper may leave that a thing is closed, or that
    two sections are one, to be derived, and what an officer draws she states.
    """
    comparison = comparison_of(Restructure.objects.get(council=council, key=key))
    sides = comparison.after, comparison.before
    named = [
        (
            *(change.subject, change.kind, change.name, change.was, change.becomes),
            sorted(next(filter(None, (name_of(s, k) for s in sides)), "") for k in change.others),
            *(change.phase, change.effective),
            *(getattr(change, "line", None), getattr(change, "reason", None)),
        )
        for change in comparison.changes
    ]
    made = [(each.unit, each.came_from, each.share) for each in comparison.made_up_from]
    return sorted(named, key=str), sorted(made)


def heads(structure):
    """Who heads what, in names."""
    leads = structure.leads.filter(how="head").values_list("unit__name", "post__title")
    return set(leads)


def assert_drawn_as_the_paper_has_it(dudley):
    assert said(dudley, "drawn-by-hand") == said(dudley, "dudley-2009")
    drawn, paper = (Structure.objects.get(key=key) for key in ("four-divisions", "proposed-2009"))
    assert heads(drawn) == heads(paper)


def test_paragraph_5_is_drawn_by_keyboard_alone(dudley, page_of, amara_of_dudley):
    redraw(Keyboard(page_of(amara_of_dudley)))
    assert_drawn_as_the_paper_has_it(dudley)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_paragraph_5_is_drawn_without_scripts(dudley, page_of, amara_of_dudley):
    redraw(WithoutScripts(page_of(amara_of_dudley)))
    assert_drawn_as_the_paper_has_it(dudley)
