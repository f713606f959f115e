"""Units with all that is in them: created, merged, split, formed from others, and closed.

Its one rule: nothing that is in a unit goes with it unsaid. Units and posts go where the person
says, and what the new ones came from is recorded.
"""

from simple_history.utils import bulk_update_with_history

from divisions import errors, sentences, successions, tree
from divisions.keys import new_key
from divisions.models import Unit
from posts.models import Post
from posts.redrawing import posts as on_posts


def create_unit(structure, name, *, origins=None, **where):
    """Create a unit (`under` or `place`, `after`, and facts), new unless origins are given."""
    with structure.editing(verb="create a unit") as editing:
        origins = successions.new() if origins is None else origins
        return _create(editing, name, origins, **where)


def form(structure, name, origins, **where):
    """Form a unit mostly or partly from others, which stay: `origins` say from which, and how."""
    with structure.editing(verb="form a unit") as editing:
        unit = _create(editing, name, origins, **where)
        editing.tell(sentences.formed(name, successions.named(editing.structure, origins)))
        return unit


def _create(editing, name, origins, **where):
    successions.must_be_sound(editing.structure, name, origins)
    unit = Unit.create(editing.structure, name, key=new_key(name), **where)
    successions.record(editing.structure, {unit.key: origins})
    return unit


def merge(units, name, kind=None, under=None, place=None, after=None, **facts):
    """Merge two or more units into a new one, with all that is in them, in order.

    It is of their kind if they are of one, and stands where the first stands, unless it is said.
    """
    with _structure_of(units).editing(verb="merge units") as editing:
        old = editing.fresh_all(units)
        if len(old) < 2:
            raise errors.NothingChosen(
                f"{old[0].called} alone cannot be merged. Choose another unit too."
            )
        called = [part.called for part in old]
        origins = successions.carried(editing.structure, old)
        where = {"under": under, "place": place, "after": after}
        if under is None and place is None:
            where = _where(old)
        _must_not_stand_in(old, where["under"], "merged")
        new = _create(editing, name, origins, kind=kind or _kind_of(old), **where, **facts)
        _take_over({part.pk: new for part in old})
        _gone(editing, old)
        editing.tell(sentences.merged(called, name))
        return new


def split(unit, into, where=None, kind=None):
    """Split a unit into new ones of these names, and close it; gives them in order.

    `where`: by the key of a unit or post in it, the place in `into` of the one it goes to; what is
    not named goes to the first.
    """
    with unit.structure.editing(verb="split a unit") as editing:
        unit, where = editing.fresh(unit), where or {}
        if len(into) < 2:
            raise errors.NothingChosen(
                f"{unit.called} is split into at least two. Give another name."
            )
        _must_be_in(unit, where, len(into))
        called, origins = unit.called, successions.carried(editing.structure, [unit])
        new = _plant_beside(unit, into, kind or unit.kind)
        successions.record(
            editing.structure, {part.key: successions.copied(origins) for part in new}
        )
        goes = {key: new[nth] for key, nth in where.items()}
        _take_over({unit.pk: new[0]}, goes)
        _gone(editing, [unit])
        editing.tell(sentences.split(called, into))
        return new


def close(unit, units_to=None, posts_to=None, with_all_below=False, **ending):
    """Close a unit; its units and posts go where it is said, or to the unit in which it stands.

    `with_all_below`: they are closed and deleted too. `ending` is what else is said of its end:
    phase, effective, certainty, sources, note.
    """
    with unit.structure.editing(verb="close a unit") as editing:
        unit = editing.fresh(unit)
        called = unit.called
        if with_all_below:
            units, posts = _close_branch(editing, unit, **ending)
            editing.tell(sentences.closed_with(called, units, posts))
        else:
            went = _empty(editing, unit, units_to, posts_to)
            _gone(editing, [unit], **ending)
            editing.tell(sentences.closed(called, went))


def _close_branch(editing, unit, **ending):
    """Close a unit with all below it; gives how many units and posts went with it."""
    units = editing.fresh_all(tree.below([unit]))
    posts = list(Post.objects.filter(unit__in=units))
    if posts:
        on_posts.take_out(editing, editing.fresh_all(posts), **ending)
    editing.take_out_all(units, **ending)
    return len(units) - 1, len(posts)


def _empty(editing, unit, units_to, posts_to):
    """Let what is in a unit go elsewhere; gives, in words, what went where."""
    above = unit.parent if unit.parent.key else None
    units, posts = list(unit.children.order_by("position", "pk")), list(unit.posts.all())
    units_to = editing.fresh(units_to) if units_to else above
    posts_to = editing.fresh(posts_to) if posts_to else above
    _must_not_close(unit, units_to, posts_to)
    if posts and posts_to is None:
        raise errors.StillNeeded(
            f"{unit.called} still has {sentences.counted(len(posts), 'post')}, and stands in no "
            "unit that could take them. Choose where they go."
        )
    _move_into(units, units_to, unit.place)
    _seat(posts, dict.fromkeys([unit.pk], posts_to))
    went = []
    if units:
        to = units_to.called if units_to else sentences.TOPS[unit.place]
        went.append(f"{sentences.counted(len(units), 'unit')} moved to {to}")
    if posts:
        went.append(f"{sentences.counted(len(posts), 'post')} moved to {posts_to.called}")
    return went


# What the verbs above share.


def _structure_of(units):
    if not units:
        raise errors.NothingChosen("No unit is chosen. Choose at least one.")
    return units[0].structure


def _where(old):
    """Where the first of several units stands, or what it stands in if that goes too."""
    first, going = old[0], {part.pk for part in old}
    while first.parent_id in going:
        first = first.parent
    if first.parent.key:
        return {"under": first.parent, "after": first}
    return {"under": None, "place": first.place, "after": first}


def _kind_of(units):
    kinds = {unit.kind for unit in units}
    return kinds.pop() if len(kinds) == 1 else None


def _must_not_stand_in(old, under, how):
    if under is not None and tree.below(old).filter(pk=under.pk).exists():
        raise errors.WouldLoop(
            f"{under.called} is {how}, or stands in what is. Choose another unit to stand in."
        )


def _must_not_close(unit, units_to, posts_to):
    if units_to is not None and tree.below([unit]).filter(pk=units_to.pk).exists():
        raise errors.WouldLoop(
            f"{units_to.called} is {unit.called}, or stands in it. Choose where its units go."
        )
    if posts_to is not None and posts_to.pk == unit.pk:
        raise errors.StillNeeded(f"{unit.called} is closed. Choose another unit for its posts.")


def _must_be_in(unit, where, many):
    """Refuse a key that is not that of a unit or post in a unit, and a place that there is not."""
    inside = {*unit.children.values_list("key", flat=True)}
    inside |= {*unit.posts.values_list("key", flat=True)}
    if elsewhere := sorted(where.keys() - inside):
        raise errors.NotInStructure(f"“{elsewhere[0]}” is not in {unit.called}. Choose what is.")
    if not {*where.values()} <= {*range(many)}:
        raise errors.NotInStructure(f"{unit.called} is split into {many}. Choose one of these.")


def _plant_beside(unit, names, kind):
    """New units after one, each where it stands, and of one kind."""
    new = [
        Unit(structure=unit.structure, key=new_key(name), name=name, kind=kind, place=unit.place)
        for name in names
    ]
    tree.plant_all(new, unit.parent, unit)
    return new


def _take_over(heirs, goes=None):
    """Let what is in old units (by row) go to new ones; by key, to others of the new."""
    goes = goes or {}
    units = Unit.objects.filter(parent__in=heirs).exclude(pk__in=heirs)
    order = {pk: nth for nth, pk in enumerate(heirs)}
    to = {}
    for unit in sorted(units, key=lambda unit: (order[unit.parent_id], unit.position, unit.pk)):
        to.setdefault(goes.get(unit.key, heirs[unit.parent_id]), []).append(unit)
    for heir, some in to.items():
        _move_into(some, heir)
    posts = list(Post.objects.filter(unit__in=heirs))
    _seat(posts, heirs, goes)


def _move_into(units, parent, place=None):
    """Let units stand in another, or at the top in a place."""
    if not units:
        return
    rows = {unit.pk: unit for unit in Unit.objects.filter(pk__in=[unit.pk for unit in units])}
    for row in rows.values():
        row.place = None if parent else place
    parent = parent and Unit.objects.get(pk=parent.pk)
    tree.move_all([rows[unit.pk] for unit in units], parent, also=["place"])


def _seat(posts, heirs, goes=None):
    """Let posts sit in the heirs of their units, or, by key, where else they go."""
    for post in posts:
        post.unit = (goes or {}).get(post.key, heirs[post.unit_id])
    if posts:
        bulk_update_with_history(posts, Post, ["unit"], batch_size=500)


def _gone(editing, units, **ending):
    """Take out units that are empty now."""
    editing.take_out_all(editing.fresh_all(units), **ending)
