"""Make a council's structure of an establishment list: in one act, with its grades and holders.

Its one rule: who holds a post goes into the holdings alone, which no history keeps.
"""

from dataclasses import replace

from django.db import transaction
from django.db.models import Max

from divisions import errors, once
from divisions.models import Structure, Unit
from divisions.models.act import create_rows
from divisions.slugs import slug
from posts import writing
from posts.establishment_list.making import Known
from posts.how_many import how_many
from posts.models import Grade, Holding, Post
from posts.positions import STEP, settle_positions
from posts.snapshot import EVERY_TIER, Snapshot
from posts.states import spellings

MADE = "make a structure from a list"


class TwoInForce(errors.RuleBroken):
    """The council would have two structures in force."""


def known(council):
    """What a council has already that a list may name again."""
    keys = dict.fromkeys(
        Unit.objects.filter(structure__council=council)
        .exclude(key="")
        .values_list("key", flat=True)
    )
    posts = Post.objects.filter(structure__council=council).exclude(key="")
    return Known(
        kinds=tuple(kind["name"] for kind in council.kinds if not kind["function"]),
        grades=tuple(council.grades.values_list("name", flat=True)),
        states=spellings(council),
        keys=keys | dict(posts.values_list("key", "post_number")),
    )


@transaction.atomic
def make(
    council,
    establishment,
    *,
    title,
    status,
    is_complete,
    named,
    user,
    in_force_from=None,
    sent=None,
):
    """Make the structure; `named`: what the list is called. TwoInForce if that cannot be.

    If the same was `sent` before, it is the structure that was made then.
    """
    council = council.locked()
    if there := once.made_by(Structure, sent, council=council):
        return there
    structure = _begun(council, title, status)
    structure.in_force_from = in_force_from
    structure.complete_to_tier = EVERY_TIER if is_complete else None
    Structure.objects.bulk_create([structure])
    with structure.editing(user, MADE, even_frozen=True) as editing:
        Structure.history.bulk_history_create([editing.structure], default_change_reason=sent)
        _add_kinds(council, establishment.new_kinds)
        _add_grades(council, establishment.new_grades)
        _write(editing, establishment.snapshot)
        _keep_holders(structure, establishment.holders)
        editing.act.tell(f"{how_much(establishment)} made from {named}.")
    return structure


def how_much(establishment):
    """How many posts in how many units, in words."""
    posts, units = establishment.snapshot.posts.values(), establishment.snapshot.units.values()
    said = how_many(posts, "post")
    return f"{said} in {how_many(units, 'unit')}" if units else said


def in_force(council):
    """The council's structure in force, if it has one."""
    return council.structures.filter(status=Structure.Status.IN_FORCE).first()


def _begun(council, title, status):
    """The new structure, last of the council's, with a key that none of them has."""
    if status == Structure.Status.IN_FORCE and (other := in_force(council)):
        raise TwoInForce(
            f"“{other.title}” is in force already. Make this one a draft, or on record."
        )
    taken = set(council.structures.values_list("key", flat=True))
    plain, turn = slug(title) or "structure", 1
    key = plain
    while key in taken:
        turn += 1
        key = f"{plain}-{turn}"
    last = council.structures.aggregate(last=Max("position"))["last"] or 0
    return Structure(council=council, key=key, title=title, status=status, position=last + STEP)


def _add_kinds(council, new):
    """Let the council's words for its units be these too."""
    known = {kind["name"] for kind in council.kinds}
    new = [name for name in new if name not in known]
    if new:
        council.kinds = [*council.kinds, *({"name": name, "function": False} for name in new)]
        council.save(update_fields=["kinds"])


def _add_grades(council, new):
    known = set(council.grades.values_list("name", flat=True))
    last = council.grades.aggregate(last=Max("position"))["last"] or 0
    rows = [
        Grade(council=council, name=name, position=last + STEP * number)
        for number, name in enumerate((name for name in new if name not in known), start=1)
    ]
    create_rows(rows)


def _write(editing, snapshot):
    structure = editing.structure
    nothing = Snapshot(structure.key, structure.title)
    wanted = replace(
        snapshot,
        key=structure.key,
        title=structure.title,
        complete_to_tier=structure.complete_to_tier,
    )
    writing.write_new(editing, settle_positions(nothing, wanted))


def _keep_holders(structure, holders):
    pks = dict(Post.objects.filter(structure=structure).values_list("key", "pk"))
    Holding.objects.bulk_create(
        [
            Holding(
                post_id=pks[key],
                person=holder.person,
                payroll_number=holder.payroll_number,
                held_from=holder.held_from,
                held_until=holder.held_until,
                pounds=holder.pounds,
            )
            for key, holder in holders.items()
        ],
        batch_size=1000,
    )
