"""Acts of the board done to a Snapshot alone, so that what they will change can be said beforehand.

Each gives the draft as it would stand. Its one rule: what is done here is what the verbs of
`posts.redrawing` do to the tables, but for the order of things.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from posts.snapshot import (
    COUNCIL,
    LINE_NOT_STATED,
    NEW,
    PLACES,
    SHARES,
    WHOLE,
    Ending,
    Origin,
    Post,
    Snapshot,
    Unit,
)

AT_THE_TOP = {f":{place}": place for place in PLACES}
"""What stands for a place at the top where a unit could be named."""

_New = Callable[[int], str]


def new_key(number: int) -> str:
    """The key of a unit that is not made yet."""
    return f":new {number}"


def move_units(draft: Snapshot, keys: Sequence[str], to: str) -> Snapshot:
    """Units under another, or at the top in a place, with all that is below them."""
    if to not in AT_THE_TOP and to not in draft.units:
        return draft
    return _with_units(draft, {key: _under(draft.units[key], to) for key in _there(draft, keys)})


def move_posts(draft: Snapshot, keys: Sequence[str], to: str) -> Snapshot:
    """Posts in another unit; None but a unit of the draft: in none."""
    unit = to if to in draft.units else None
    moved = {key: replace(draft.posts[key], unit=unit) for key in keys if key in draft.posts}
    return replace(draft, posts=draft.posts | moved)


def rename(draft: Snapshot, key: str, name: str) -> Snapshot:
    """A unit by another name."""
    return _with_units(draft, {key: replace(draft.units[key], name=name)})


def merge(before: Snapshot, draft: Snapshot, keys: Sequence[str], name: str) -> Snapshot:
    """Units in a new one, which stands where the first stands and takes in all that is in them."""
    first, kinds = draft.units[keys[0]], {draft.units[key].kind for key in keys}
    while first.parent in keys:
        first = draft.units[first.parent or ""]
    kind = kinds.pop() if len(kinds) == 1 else None
    new = Unit(key=new_key(0), name=name, kind=kind, parent=first.parent, place=first.place)
    merged = _taken_over(_with_units(draft, {new.key: new}), dict.fromkeys(keys, new.key))
    origins = _carried(before, draft, keys)
    return _without(before, _made_from(merged, new.key, origins), keys)


def split(
    before: Snapshot, draft: Snapshot, key: str, names: Sequence[str], goes: Mapping[str, int]
) -> Snapshot:
    """A unit as several new ones: what is in it goes where it is said, else to the first."""
    old = draft.units[key]
    new = {
        new_key(nth): replace(old, key=new_key(nth), name=name, remit=None, number=1)
        for nth, name in enumerate(names)
    }
    elsewhere = {part: new_key(nth) for part, nth in goes.items()}
    made = _taken_over(_with_units(draft, new), {key: new_key(0)}, elsewhere)
    origins = _carried(before, draft, [key])
    for each in new:
        made = _made_from(made, each, origins)
    return _without(before, made, [key])


def close(before: Snapshot, draft: Snapshot, key: str, to: str | None = None) -> Snapshot:
    """A unit closed: what is in it goes to another, else to the unit in which it stands."""
    old = draft.units[key]
    target = to if to in draft.units else old.parent
    in_it = draft.units_under.get(key, ())
    up = {unit.key: _under(unit, target or f":{old.place or COUNCIL}") for unit in in_it}
    posts = {post.key: replace(post, unit=target) for post in draft.posts_in.get(key, ())}
    emptied = replace(_with_units(draft, up), posts=draft.posts | posts)
    return _without(before, emptied, [key])


def close_with_all_below(before: Snapshot, draft: Snapshot, key: str) -> Snapshot:
    """A unit closed, with every unit and post below it."""
    units, waiting = list[str](), [key]
    while waiting:
        units.append(waiting.pop())
        waiting += [unit.key for unit in draft.units_under.get(units[-1], ())]
    posts = [post.key for unit in units for post in draft.posts_in.get(unit, ())]
    return _without(before, draft, [*units, *posts])


def _there(draft: Snapshot, keys: Iterable[str]) -> list[str]:
    return [key for key in keys if key in draft.units]


def _with_units(draft: Snapshot, units: Mapping[str, Unit]) -> Snapshot:
    return replace(draft, units=draft.units | dict(units))


def _under(unit: Unit, to: str) -> Unit:
    """A unit as it stands under another, or at the top in a place."""
    if to in AT_THE_TOP:
        return replace(unit, parent=None, place=AT_THE_TOP[to])
    return replace(unit, parent=to, place=None)


def _taken_over(
    draft: Snapshot, heirs: Mapping[str, str], goes: Mapping[str, str] | None = None
) -> Snapshot:
    """What is in some units in their heirs instead, or, by key, elsewhere."""
    elsewhere = goes or {}
    units = {
        unit.key: _under(unit, elsewhere.get(unit.key, heir))
        for old, heir in heirs.items()
        for unit in draft.units_under.get(old, ())
        if unit.key not in heirs
    }
    posts = {
        post.key: replace(post, unit=elsewhere.get(post.key, heir))
        for old, heir in heirs.items()
        for post in draft.posts_in.get(old, ())
    }
    return replace(_with_units(draft, units), posts=draft.posts | posts)


def _carried(before: Snapshot, draft: Snapshot, keys: Sequence[str]) -> list[Origin]:
    """Where what is made from units came from: each that stood before, and what it took in."""
    found = dict[tuple[str | None, str | None], Origin]()
    for key in keys:
        own = [o for o in draft.origins_of.get(key, ()) if o.share in SHARES]
        itself = [Origin(key=key, share=WHOLE, came_from=key)] if key in before.units else []
        for origin in (*itself, *own):
            found.setdefault((origin.came_from, origin.outside), origin)
    return list(found.values()) or [Origin(key="", share=NEW)]


def _made_from(draft: Snapshot, key: str, origins: Sequence[Origin]) -> Snapshot:
    """A new thing with its origins; what went whole into it has no end of its own."""
    wholes = {origin.came_from for origin in origins if origin.share == WHOLE}
    return replace(
        draft,
        origins=(*draft.origins, *(replace(origin, key=key) for origin in origins)),
        endings=tuple(ending for ending in draft.endings if ending.key not in wholes),
    )


def _without(before: Snapshot, draft: Snapshot, keys: Sequence[str]) -> Snapshot:
    """The draft without units or posts, which end unless something came from them whole."""
    gone = set(keys)
    wholes = {origin.came_from for origin in draft.origins if origin.share == WHOLE}
    ended = gone - wholes - {ending.key for ending in draft.endings}
    stood = [key for key in keys if key in ended and (key in before.units or key in before.posts)]
    posts = {key: _hung(draft, post, gone) for key, post in draft.posts.items() if key not in gone}
    return replace(
        draft,
        units={key: unit for key, unit in draft.units.items() if key not in gone},
        posts=posts,
        leads=tuple(lead for lead in draft.leads if not {lead.unit, lead.post} & gone),
        lines=tuple(line for line in draft.lines if not {line.post, line.to} & gone),
        origins=tuple(origin for origin in draft.origins if origin.key not in gone),
        endings=(*draft.endings, *(Ending(key=key) for key in stood)),
    )


def _hung(draft: Snapshot, post: Post, gone: set[str]) -> Post:
    """A post whose manager goes, below the next one up that stays."""
    if post.reports_to not in gone:
        return post
    above: str | None = post.reports_to
    line, other = post.line, post.reports_to_other
    while above in gone:
        manager = draft.posts[above or ""]
        above, line, other = manager.reports_to, manager.line, manager.reports_to_other
    return replace(post, reports_to=above, line=line or LINE_NOT_STATED, reports_to_other=other)
