"""Structures that were made from full lists before those had no limit are given none."""

from importlib import import_module

import pytest
from django.apps import apps

from divisions.models import Structure
from posts import proposals
from posts.snapshot import EVERY_TIER
from tests.outlines import plant

MIGRATION = import_module("divisions.migrations.0004_lists_of_every_post")


@pytest.fixture
def listed(draft):
    """A structure that was made from a list, complete down to its deepest tier."""
    Structure.objects.filter(pk=draft.pk).update(complete_to_tier=3)
    draft.refresh_from_db()
    plant(draft, [("Care", 0)], [("Director", 0)])
    with draft.editing(verb=MIGRATION.MADE) as editing:
        editing.structure.save()
    return draft


def drawn(base, key):
    return proposals.draw(base, key=key, title=key, user=None)


def limits(council):
    """Down to which tier structures are complete, by their keys."""
    return dict(council.structures.values_list("key", "complete_to_tier"))


def migrate():
    MIGRATION.list_every_post(apps, None)


def test_every_post_of_a_full_list_and_of_what_was_drawn_from_it_is_listed(listed, borough):
    drawn(drawn(listed, "first"), "second")
    migrate()
    assert limits(borough) == dict.fromkeys(("draft", "first", "second"), EVERY_TIER)
    assert set(listed.history.values_list("complete_to_tier", flat=True)) == {EVERY_TIER}


def test_a_limit_that_somebody_stated_since_stays(listed, borough):
    with listed.editing(verb="load the council file") as editing:
        editing.structure.complete_to_tier = 2
        editing.structure.save()
    migrate()
    assert limits(borough) == {"draft": 2}


def test_what_was_made_otherwise_keeps_its_limit(draft, borough):
    with draft.editing(verb="load the council file") as editing:
        editing.structure.complete_to_tier = 3
        editing.structure.save()
    migrate()
    assert limits(borough) == {"draft": 3}
