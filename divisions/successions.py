"""Where units and posts came from, and that they ended: what a structure says of the one before it.

Origins are given as `Origin` rows that are not saved yet; structure and key are filled in here. Its
one rule: what went whole into something else is told there, and has no end of its own.
"""

from divisions import errors, sentences
from divisions.models.act import create_rows
from divisions.models.origin import Ending, Origin

NEW, NOT_STATED, WHOLE, SHARES = "new", "not stated", "whole", ("whole", "mostly", "part")
_SAID = ("share", "came_from", "outside", "certainty", "sources", "note")


def new(**said):
    """The origin of what is new; `said` is what else is stated of it: its note."""
    return [Origin(share=NEW, **said)]


def not_stated():
    """The origin of what came from somewhere, and nobody says where."""
    return [Origin(share=NOT_STATED)]


def leave_open(structure, keys):
    """Leave it not stated what becomes of what is gone, in place of its end."""
    structure.endings.filter(key__in=keys).delete()


def set_origins(structure, key, origins):
    """Say where a unit or post came from, in place of whatever was said of it before."""
    with structure.editing(verb="say where something came from") as editing:
        here = editing.structure
        thing = _found(here, key)
        if thing is None:
            raise errors.NotInStructure(f"“{key}” is not in {here.title}. Choose one that is.")
        if key in {origin.came_from for origin in origins}:
            raise errors.NotAnOrigin(f"{thing.called} did not come from itself. Take that away.")
        must_be_sound(here, thing.called, origins)
        said = {_says(origin) for origin in origins}
        there = {_says(origin): origin for origin in here.origins.filter(key=key)}
        stale = [origin.pk for says, origin in there.items() if says not in said]
        here.origins.filter(pk__in=stale).delete()
        record(here, {key: [origin for origin in origins if _says(origin) not in there]})
        editing.tell(_told(here, thing, origins))


def record(structure, origins):
    """Write origins, by the key of what came from them; what went whole has no end of its own."""
    rows = [origin for some in origins.values() for origin in some]
    for key, some in origins.items():
        for origin in some:
            origin.structure, origin.key = structure, key
    create_rows(rows)
    if wholes := [row.came_from for row in rows if row.share == WHOLE and row.came_from]:
        structure.endings.filter(key__in=wholes).delete()


def end(structure, parts, **ending):
    """Take away the origins of what goes, and say that it ended, where it stood before.

    `ending` is what else is said of their end: phase, effective, certainty, sources, note.
    """
    keys = {part.key for part in parts}
    structure.origins.filter(key__in=keys).delete()
    if structure.based_on_id is None or not keys:
        return
    stood = type(parts[0]).objects.filter(structure=structure.based_on_id, key__in=keys)
    ended = set(stood.values_list("key", flat=True))
    ended -= set(structure.endings.filter(key__in=keys).values_list("key", flat=True))
    wholes = structure.origins.filter(share=WHOLE, came_from__in=keys)
    ended -= set(wholes.values_list("came_from", flat=True))
    rows = [Ending(structure=structure, key=part.key, **ending) for part in parts]
    create_rows([row for row in rows if row.key in ended])


def carried(structure, parts, share=WHOLE):
    """The origins of what is made from units: each of them, and what it took in itself.

    What was made since the structure was drawn did not stand before it, so its own origins are
    handed on instead.
    """
    keys, found = [part.key for part in parts], []
    stood = set(keys)
    if structure.based_on_id is not None:
        before = type(parts[0]).objects.filter(structure=structure.based_on_id, key__in=keys)
        stood = set(before.values_list("key", flat=True))
    own = {key: [] for key in keys}
    for origin in structure.origins.filter(key__in=keys, share__in=SHARES):
        own[origin.key] += copied([origin])
    for key in keys:
        found += [Origin(share=share, came_from=key)] if key in stood else []
        found += own[key]
    return _each_once(found) or new()


def _each_once(origins):
    """Of several origins in one thing, the first."""
    once = {}
    for origin in origins:
        once.setdefault((origin.came_from, origin.outside), origin)
    return list(once.values())


def copied(origins):
    """The same origins for something else."""
    return [Origin(**{name: getattr(origin, name) for name in _SAID}) for origin in origins]


def _says(origin):
    return tuple(str(getattr(origin, name)) for name in _SAID)


def _found(structure, key):
    """The unit or post that has a key; None where there is none."""
    units = structure.units.filter(key=key).exclude(key="").first()
    return units or structure.posts.filter(key=key).exclude(key="").first()


def must_be_sound(structure, thing, origins):
    """Refuse an origin that has no end or two, that is said twice, or that is not in the base.

    `thing`: what it is called.
    """
    ends = [(origin.came_from, origin.outside) for origin in origins]
    for origin in origins:
        has_end = origin.came_from is not None or origin.outside is not None
        if has_end != (origin.share in SHARES) or None not in (origin.came_from, origin.outside):
            raise errors.NotAnOrigin(
                f"{thing} came from a unit or post, or from a body outside, wholly, mostly or in "
                "part; or it is new; or that is not stated. Choose one of these."
            )
    if len(origins) > 1 and (None, None) in ends:
        raise errors.NotAnOrigin(
            f"{thing} cannot be new, or of an origin not stated, and come from something too. "
            "Take away one of the two."
        )
    if len(set(ends)) < len(ends):
        raise errors.NotAnOrigin(f"{thing} is said to come from one thing twice. Take one away.")
    _must_have_stood(structure, thing, {came_from for came_from, _ in ends if came_from})


def _must_have_stood(structure, thing, keys):
    if structure.based_on_id is None or not keys:
        return
    base = structure.based_on
    stood = {*base.units.filter(key__in=keys).values_list("key", flat=True)}
    stood |= {*base.posts.filter(key__in=keys).values_list("key", flat=True)}
    if missing := sorted(keys - stood):
        raise errors.NotAnOrigin(
            f"“{missing[0]}” is not in {base.title}, from which {structure.title} was drawn. "
            "Choose something that is."
        )


def _told(structure, thing, origins):
    """What the origins of a thing are now, in a sentence."""
    if not origins:
        return f"Where {thing.called} came from: taken back."
    first = origins[0]
    if first.share == NEW:
        return f"{thing.called} is new."
    if first.share == NOT_STATED:
        return f"Where {thing.called} came from: not stated."
    return sentences.made_up(thing.called, named(structure, origins))


def named(structure, origins):
    """Origins as their shares and the names of what they name, as called before."""
    keys = {origin.came_from for origin in origins if origin.came_from}
    names = {}
    for other in filter(None, (structure, structure.based_on)):
        for parts in (other.units, other.posts):
            names |= {part.key: part.called for part in parts.filter(key__in=keys)}
    return [
        (origin.share, origin.outside or names.get(origin.came_from, origin.came_from))
        for origin in origins
        if origin.share in SHARES
    ]
