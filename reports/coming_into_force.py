"""Bring an approved structure into force, in the place of the one in force now.

It is brought up to date first with what has changed meanwhile; where that clashes, somebody has to
choose on the page that does so. Its one rule: a structure takes the place of what it was drawn
from. That is in force, or was superseded by what is in force, or (withdrawn for a revised version)
is looked through to what it was drawn from itself. So the second of two phases waits for the first,
or for the first to be withdrawn, and then holds its changes too. What has nothing to do with the
structure in force has to be counted as drawn from it first.

A council with no structure in force has none that could have changed: there it comes into force as
it stands. Whoever holds a post goes along to the post of the same key.
"""

from django.db import transaction

from divisions import dates, errors, life
from divisions.models import Structure
from posts import up_to_date
from posts.models import Holding, Post
from posts.up_to_date import Kin

VERB = "bring into force"


@transaction.atomic
def bring_into_force(structure, on, user=None, reason="", seen=None):
    """Bring an approved structure into force, its day having come; both acts are told."""
    up_to_date.lock(structure.council)
    structure = Structure.objects.select_related("council").get(pk=structure.pk)
    structure.must_be(VERB, Structure.Status.APPROVED)
    must_be_the_day(structure, on)
    kin = Kin(structure.council)
    found = _met(structure, kin)
    if kin.in_force is not None:
        kin.in_force.give_way(structure, user)
    with structure.editing(user, VERB, reason, seen, even_frozen=True) as editing:
        if found is not None:
            up_to_date.take_over(editing, found)
            _take_the_holders_along(kin.in_force, editing.structure)
        editing.structure.come_into_force()
        editing.act.tell(_told(editing.structure, found))
    return editing.act


def must_be_the_day(structure, on):
    """NotTheDay unless the day from which a structure is to be in force is stated and has come."""
    day = day_of(structure)
    if day > on:
        raise errors.NotTheDay(
            f"“{structure}” is in force from {dates.in_words(day)}, which has not come. "
            "Wait for the day, or correct it under its approval."
        )


def day_of(structure):
    """The day from which a structure is to be in force; NotTheDay where no one day is stated."""
    stated = structure.in_force_from
    try:
        return dates.exact(stated or "")
    except ValueError as error:
        says = f"that is “{stated}”, which is not one day" if stated else "that is not stated"
        raise errors.NotTheDay(
            f"From which day “{structure}” is in force: {says}. Say the day under its approval."
        ) from error


def must_take_its_place(structure, kin):
    """What a structure stands on; NotKnown unless that is in force, or nothing is (None)."""
    base, footing = kin.all.get(structure.based_on_id), None
    if (base is not None and structure.based_on_revision is not None) or kin.in_force is not None:
        footing = kin.footing(structure)
        base = footing.base
    if base is not None and base.status in up_to_date.ON_ITS_WAY:
        raise errors.NotKnown(
            f"“{structure}” was drawn from “{base}”, which {life.stands(base)} and not in force "
            f"yet. Bring “{base}” into force first; or withdraw it, and “{structure}” holds its "
            "changes too."
        )
    if kin.in_force is not None and footing.now != kin.in_force:
        raise errors.NotKnown(
            f"“{structure}” was drawn from “{base}”, which never was in force, and "
            f"“{kin.in_force}” is. Count it as drawn from that first."
        )
    return footing if kin.in_force is not None else None


def _met(structure, kin):
    """The structure beside what is in force; None where nothing is."""
    footing = must_take_its_place(structure, kin)
    return footing and up_to_date.meeting(structure, {}, footing)


def _take_the_holders_along(old, new):
    posts = dict(Post.objects.filter(structure=new).values_list("key", "pk"))
    holdings = Holding.objects.filter(post__structure=old, post__key__in=posts)
    holdings = list(holdings.select_related("post"))
    for holding in holdings:
        holding.post_id = posts[holding.post.key]
    Holding.objects.bulk_update(holdings, ["post"], batch_size=500)


def _told(structure, found):
    says = f"“{structure}” came into force"
    if found is None:
        return f"{says}."
    taken = found.brought.taken
    more = f", with {up_to_date.changes(len(taken))} taken over from it" if taken else ""
    return f"{says} in the place of “{found.footing.now}”{more}."
