"""The one module that knows how trees are stored: by django-mptt, one tree a structure and model.

Each tree has one root, which is no part of the structure and carries the structure's own number
as its `tree_id`. Parent and position are the truth; lft, rght and level are an index of it, which
can be checked and made again; `line` finds the positions. Its one rule: everything here happens
inside `editing()`, on rows read inside the lock.
"""

from django.db import connection
from django.db.models import CASCADE, Case, F, PositiveIntegerField, Q, When
from simple_history.utils import bulk_update_with_history

from divisions import errors, line
from divisions.models.act import CHANGED, GONE, create_rows, remember

_ROWS = 1000
"""How many rows are numbered in one statement."""
_MOST_GAPS = 40
"""So many gaps in the index are closed in one statement; of more, it is made again."""

_NUMBER = PositiveIntegerField()

STEP, FIRST, AS_DRAWN = line.STEP, line.FIRST, line.AS_DRAWN


def root(model, structure):
    """The root of a structure's tree, planted when it is first asked for."""
    found = model.objects.filter(structure=structure, parent=None).first()
    if found is None:
        index = {"lft": 1, "rght": 2, "level": 0, "tree_id": structure.pk}
        found = model(structure=structure, key="", **index)
        model.objects.bulk_create([found])
    return found


def plant(part, parent, after=None):
    """Save a new unit or post under a parent (None: at the top), last, FIRST or after a sibling."""
    plant_all([part], parent, after)


def plant_all(parts, parent, after=None):
    """Save new units or posts under one parent, one after the other, nothing below any of them."""
    model = type(parts[0])
    parent = parent or root(model, parts[0].structure)
    spot = line.spot(parts[0], parent, after, room=len(parts))
    lft = _first_number(spot, parent)
    _open_gap(model, parent.tree_id, lft, 2 * len(parts))
    for nth, part in enumerate(parts):
        part.parent, part.tree_id, part.level = parent, parent.tree_id, parent.level + 1
        part.lft, part.rght = lft + 2 * nth, lft + 2 * nth + 1
        part.position = spot.positions[nth]
    create_rows(parts)


def _first_number(spot, parent):
    """Where in the index a part comes in."""
    if spot.is_last:
        return parent.rght
    return spot.beside.rght + 1 if spot.beside else parent.lft + 1


def move(part, parent, after=None, also=()):
    """Move a unit or post, with all below it, and write the columns `also`, set on it before.

    WouldLoop, before anything is written, under itself or what stands below it.
    """
    parent = parent or root(type(part), part.structure)
    _must_not_loop([part], parent)
    _move(part, parent, line.spot(part, parent, after), also)


def move_up(part, among):
    """Draw a unit or post before the one it is drawn after, of some; what it stands under stays."""
    other = line.before(part, among)
    if other is None:
        raise errors.AlreadyThere(
            f"{part.called} is drawn first already. Move another down instead."
        )
    _move(part, part.parent, line.spot_before(part, other))


def move_down(part, among):
    """Draw a unit or post after the one it is drawn before, of some; what it stands under stays."""
    other = line.after(part, among)
    if other is None:
        raise errors.AlreadyThere(f"{part.called} is drawn last already. Move another up instead.")
    _move(part, part.parent, line.spot_after(part, other))


def move_all(parts, parent, also=()):
    """Move several, each with all below it, and write the columns `also`, set on them before.

    Units come last under the parent, in the order given; posts stay where they are drawn.
    WouldLoop, before anything is written, if the parent stands below any of them.
    """
    if not parts:
        return
    model, structure = type(parts[0]), parts[0].structure
    parent = parent or root(model, structure)
    _must_not_loop(parts, parent)
    last = line.spot(parts[0], parent, None).positions[0]
    for nth, part in enumerate(parts):
        part.parent = parent
        if not part.IN_ONE_LIST:
            part.position = last + nth * line.STEP
    bulk_update_with_history(parts, model, ["parent", "position", *also], batch_size=_ROWS)
    renumber(model, structure)


def take_out(part):
    """Delete a unit or post under which nothing stands, and close the gap."""
    take_out_all([part])


def take_out_all(parts):
    """Delete several units or posts, under which nothing stands but others of them."""
    model, structure = type(parts[0]), parts[0].structure
    rows = list(model.objects.filter(pk__in=[part.pk for part in parts]))
    delete_all(model, rows)
    gaps = _gaps(sorted(number for row in rows for number in (row.lft, row.rght)))
    if len(gaps) > _MOST_GAPS:
        renumber(model, structure)
    else:
        _close(model, structure, gaps)


def below(parts):
    """All that stands below some, as one queryset, they themselves with it."""
    branches = Q(pk__in=[])
    for part in parts:
        branches |= Q(lft__gte=part.lft, rght__lte=part.rght)
    return type(parts[0]).objects.filter(branches, tree_id=parts[0].tree_id)


def _must_not_loop(parts, parent):
    for part in parts:
        if part.lft <= parent.lft and parent.rght <= part.rght:
            raise errors.WouldLoop(
                f"{part.called} cannot go under {parent.called}, which is below it. "
                "Choose another place."
            )


def _move(part, parent, spot, also=()):
    _shift(part, _first_number(spot, parent), parent.level + 1)
    part.parent, part.position = parent, spot.positions[0]
    columns = {name: getattr(part, name) for name in ("parent", "position", *also)}
    type(part).objects.filter(pk=part.pk).update(**columns)
    remember([part], CHANGED)


def _shift(part, to, level):
    """Let a branch come in elsewhere in the index; what stood between gives way to it."""
    wide = part.rght - part.lft + 1
    if to > part.rght:
        low, high, by, others = part.lft, to - 1, to - 1 - part.rght, -wide
    else:
        low, high, by, others = to, part.rght, to - part.lft, wide
    if by == 0 and level == part.level:
        return
    rows = type(part).objects.filter(tree_id=part.tree_id, rght__gte=low, lft__lte=high)
    branch = Q(lft__gte=part.lft, rght__lte=part.rght)

    def shifted(name):
        between = When(**{f"{name}__range": (low, high)}, then=F(name) + others)
        return Case(When(branch, then=F(name) + by), between, default=name, output_field=_NUMBER)

    deeper = When(branch, then=F("level") + (level - part.level))
    rows.update(
        lft=shifted("lft"),
        rght=shifted("rght"),
        level=Case(deeper, default="level", output_field=_NUMBER),
    )


def delete_all(model, rows):
    """Delete rows, what belongs to them, and keep in history that they are gone, all at once."""
    rows = list(rows)
    pks = [row.pk for row in rows]
    for link in model._meta.related_objects:
        if link.on_delete is CASCADE:
            link.related_model.objects.filter(**{f"{link.field.name}__in": pks}).delete()
    remember(rows, GONE)
    for start in range(0, len(pks), _ROWS):
        some = pks[start : start + _ROWS]
        with connection.cursor() as cursor:
            marks = ", ".join(["%s"] * len(some))
            cursor.execute(f"DELETE FROM {model._meta.db_table} WHERE id IN ({marks})", some)


def _gaps(numbers):
    """The gaps that numbers leave in the index: where each ends, and how much is gone up to it."""
    return [
        (number, count)
        for count, number in enumerate(numbers, start=1)
        if count == len(numbers) or numbers[count] != number + 1
    ]


def _close(model, structure, gaps):
    """Close gaps in the index in one statement."""
    rows = model.objects.filter(tree_id=structure.pk, rght__gt=gaps[0][0])
    rows.update(**{name: _closed_up(name, gaps) for name in ("lft", "rght")})


def _closed_up(name, gaps):
    cases = [When(**{f"{name}__gt": end}, then=F(name) - gone) for end, gone in reversed(gaps)]
    return Case(*cases, default=name, output_field=_NUMBER)


def _open_gap(model, tree, lft, wide):
    """Make room in the index for new rows from a number on."""
    pushed = Case(When(lft__gte=lft, then=F("lft") + wide), default="lft", output_field=_NUMBER)
    beyond = model.objects.filter(tree_id=tree, rght__gte=lft)
    beyond.update(rght=F("rght") + wide, lft=pushed)


def numbered(parents):
    """Number a tree: `parents` maps each node to its parent, siblings in order, the root's None.

    Gives node → (lft, rght, level). Nodes that the root does not reach (a loop) are left out.
    """
    below = {}
    for node, parent in parents.items():
        below.setdefault(parent, []).append(node)
    numbers, count = {}, 0
    stack = [(node, 0) for node in reversed(below.get(None, ()))]
    while stack:
        node, level = stack.pop()
        count += 1
        if level < 0:
            numbers[node] = (numbers[node], count, -level - 1)
            continue
        numbers[node] = count
        stack.append((node, -level - 1))
        stack += [(child, level + 1) for child in reversed(below.get(node, ()))]
    return numbers


def renumber(model, structure):
    """Make the index again from parents and positions, writing only the rows that differ."""
    rows = list(_rows(model, structure))
    numbers = numbered({pk: parent for pk, parent, *_ in rows})
    wrong = [
        (*numbers[pk], structure.pk, pk)
        for pk, _, *index in rows
        if pk in numbers and tuple(index) != (*numbers[pk], structure.pk)
    ]
    for start in range(0, len(wrong), _ROWS):
        _write_numbers(model._meta.db_table, wrong[start : start + _ROWS])


def _write_numbers(table, rows):
    """Write many rows' numbers in one statement, which both databases understand."""
    values = ", ".join(["(%s, %s, %s, %s, %s)"] * len(rows))
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET lft = new.column1, rght = new.column2, level = new.column3, "
            f"tree_id = new.column4 FROM (VALUES {values}) AS new WHERE {table}.id = new.column5",
            [value for row in rows for value in row],
        )


def faults(model, structure):
    """List what is wrong with a structure's tree, a sentence each; nothing if it is sound."""
    rows = list(_rows(model, structure))
    names = dict(model.objects.filter(structure=structure).values_list("pk", "key"))
    roots = [pk for pk, parent, *_ in rows if parent is None]
    if rows and len(roots) != 1:
        yield f"has {len(roots)} roots, and should have one: rows {roots}"
    numbers = numbered({pk: parent for pk, parent, *_ in rows})
    for pk, parent, *index in rows:
        thing = f"“{names[pk] or 'the root'}” (row {pk})"
        if (parent is None) != (names[pk] == ""):
            yield f"{thing} should have a key, and the root alone should have none"
        if parent is not None and parent not in names:
            yield f"{thing} stands under row {parent}, which is not in this structure"
        elif pk not in numbers:
            yield f"{thing} stands in a loop, or below one"
        elif tuple(index) != (*numbers[pk], structure.pk):
            yield f"{thing} is numbered {index}, and should be {[*numbers[pk], structure.pk]}"


def _rows(model, structure):
    rows = model.objects.filter(structure=structure).order_by("position", "pk")
    return rows.values_list("pk", "parent_id", "lft", "rght", "level", "tree_id")
