"""A draft and the structure in force, which clash."""

from divisions.models import Structure
from posts import up_to_date
from tests.drifting import regrade, rename


def clashing(existing, option):
    """The two of them with one clash, and one change on each side that does not."""
    rename(option, "youth", "Youth and Play")
    rename(existing, "youth", "Youth Help")
    rename(option, "adoption", "Adoption and Permanence")
    regrade(existing, "clerk", "vacant")


def clashes(option):
    return up_to_date.meeting(option, {}).brought.clashes


def seen(option, existing):
    revisions = Structure.objects.in_bulk([option.pk, existing.pk])
    return {
        "draft_seen": revisions[option.pk].revision,
        "now_seen": revisions[existing.pk].revision,
    }
