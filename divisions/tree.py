"""The one module that knows how trees are stored: by django-mptt, one tree a structure and model.

Each tree has one root, which is no part of the structure and carries the structure's own number
as its `tree_id`. Parent and position are the truth; lft, rght and level are an index of it, which
can be checked and made again. Units are numbered among their siblings; posts are in one list for
the whole structure, since they are drawn by unit as well as by line. Its one rule: everything here
happens inside `editing()`, on rows read inside the lock.
"""

from django.db import connection
from mptt.exceptions import InvalidMove
from simple_history.utils import bulk_update_with_history

from divisions import errors

STEP = 1024
"""How far apart positions are at first: one put between them writes one row."""

_ROWS = 1000
"""How many rows are numbered in one statement."""

FIRST = object()
"""`after=FIRST` puts a unit or post before its siblings; last where it has none."""


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
    parent = parent or root(type(part), part.structure)
    target, where = _spot(part, parent, after)
    part.insert_at(target, where, save=True)


def move(part, parent, after=None):
    """Move a unit or post, with all below it; WouldLoop under itself or what stands below it."""
    parent = parent or root(type(part), part.structure)
    target, where = _spot(part, parent, after)
    try:
        part.move_to(target, where)
    except InvalidMove as error:
        raise errors.WouldLoop(
            f"{part} cannot go under {parent}, which is below it. Choose another place."
        ) from error


def take_out(part):
    """Delete a unit or post under which nothing stands, and close the gap."""
    part.delete()


def _spot(part, parent, after):
    """Where MPTT is to put it: a node and a side of it. Sets the part's position."""
    siblings = parent.children.exclude(pk=part.pk)
    beside = set(siblings.values_list("pk", flat=True))
    line = _line(part, siblings)
    keys, positions = _columns(line)
    index = _index(keys, beside, part, after)
    if index < len(keys) and positions[index] - _low(positions, index) < 2:
        positions = _spaced_out(line)
    part.position = _between(positions, index)
    before = next((key for key in reversed(keys[:index]) if key in beside), None)
    return (siblings.get(pk=before), "right") if before else (parent, "first-child")


def _line(part, siblings):
    """All among which a part is numbered, in order, without the part itself."""
    if part.IN_ONE_LIST:
        parts = type(part).objects.filter(structure=part.structure, parent__isnull=False)
        return parts.exclude(pk=part.pk).order_by("position", "pk")
    return siblings.order_by("position", "pk")


def _columns(line):
    rows = list(line.values_list("pk", "position"))
    return [key for key, _ in rows], [position for _, position in rows]


def _index(keys, siblings, part, after):
    """Where in the line it comes in: last, before the first of its siblings, or after one."""
    if after is FIRST:
        return next((nth for nth, key in enumerate(keys) if key in siblings), len(keys))
    if after is None:
        return len(keys)
    if after.pk not in siblings:
        raise errors.NotInStructure(f"{part} cannot stand after {after}, which is elsewhere.")
    return keys.index(after.pk) + 1


def _between(positions, index):
    """A position for what comes in at an index: more than nought, which says nothing."""
    low = _low(positions, index)
    return low + STEP if index == len(positions) else (low + positions[index]) // 2


def _low(positions, index):
    return positions[index - 1] if index else 0


def _spaced_out(line):
    """Give those in a line room between their positions again."""
    rows = list(line)
    for place, row in enumerate(rows, start=1):
        row.position = place * STEP
    bulk_update_with_history(rows, type(rows[0]), ["position"])
    return [row.position for row in rows]


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
