"""Any sound structure, and any few edits to one, for properties that hold of all of them.

Each is made from a number by plain dice, which is a hundred times faster than drawing each field.
"""

from random import Random

from hypothesis import strategies as st

from posts import delta
from posts.snapshot import (
    CERTAINTIES,
    LEADS_AS,
    LINE_KINDS,
    PLACES,
    SHARES,
    Ending,
    Leads,
    Origin,
    Post,
    ReportingLine,
    Snapshot,
    Unit,
)

UNITS = ["u1", "u2", "u3", "u4", "u5", "u6"]
POSTS = ["p1", "p2", "p3", "p4", "p5", "p6"]
NAMES = ["Adoption", "Youth", "Early Years", "Fostering"]
SEEDS = st.integers(0, 2**32 - 1)


def structures():
    """Sound structures of a few units and posts, from the same keys each time."""
    return SEEDS.map(lambda seed: _structure(Random(seed)))


def with_two_edits():
    """A structure, and two changes to it of a few things each, that may or may not clash."""
    return SEEDS.map(lambda seed: _with_two_edits(Random(seed)))


def _with_two_edits(dice):
    base = _structure(dice)
    return base, _edit(dice, base), _edit(dice, base)


def _edit(dice, base):
    change = delta.delta(base, _structure(dice))
    return {ref: change[ref] for ref in _some(dice, list(change), 3)}


def _structure(dice):
    unit_keys, post_keys = _some(dice, UNITS, 6), _some(dice, POSTS, 6)
    keys = [*unit_keys, *post_keys]
    gone = [key for key in [*UNITS, *POSTS] if key not in keys]
    return Snapshot(
        key="s",
        title="s",
        complete_to_tier=dice.choice([None, 1, 2, 3]),
        units={key: _unit(dice, key, unit_keys[:nth]) for nth, key in enumerate(unit_keys)},
        posts={
            key: _post(dice, key, post_keys[:nth], unit_keys) for nth, key in enumerate(post_keys)
        },
        leads=_several(dice, post_keys and unit_keys, lambda: _leads(dice, post_keys, unit_keys)),
        lines=_several(dice, post_keys, lambda: _line(dice, post_keys)),
        origins=_several(dice, keys, lambda: _origin(dice, keys)),
        endings=tuple(Ending(key=key, sources=("¶1",)) for key in _some(dice, gone, 2)),
    )


def _unit(dice, key, above):
    parent = dice.choice([None, *above])
    return Unit(
        key=key,
        name=dice.choice(NAMES),
        kind=dice.choice([None, "division", "team"]),
        is_function=dice.random() < 0.2,
        parent=parent,
        place=dice.choice(PLACES) if parent is None else None,
        number=dice.choice([None, 1, 1, 2, 23]),
        certainty=dice.choice(CERTAINTIES),
    )


def _post(dice, key, above, units):
    manager = dice.choice([None, *above])
    line = "stated" if manager else dice.choice(["none", "not stated", "outside"])
    return Post(
        key=key,
        title=dice.choice([None, *NAMES]),
        unit=dice.choice([None, *units]),
        line=line,
        reports_to=manager,
        reports_to_other="Chief Executive" if line == "outside" else None,
        grade=dice.choice([None, "Level 5", "Level 6"]),
        category=dice.choice([None, "Director", "Head of Service"]),
        state=dice.choice([None, "vacant", "filled"]),
        number=dice.choice([None, 1, 1, 2, 3]),
        tier=dice.choice([None, 1, 2, 3]),
        certainty=dice.choice(CERTAINTIES),
    )


def _leads(dice, posts, units):
    return Leads(post=dice.choice(posts), unit=dice.choice(units), how=dice.choice(LEADS_AS))


def _line(dice, posts):
    return ReportingLine(
        post=dice.choice(posts),
        kind=dice.choice(LINE_KINDS),
        to=dice.choice(posts),
        reason=dice.choice([None, "Laming"]),
    )


def _origin(dice, keys):
    share = dice.choice([*SHARES, *SHARES, "new", "not stated"])
    came_from = dice.choice([*UNITS, *POSTS]) if share in SHARES else None
    return Origin(key=dice.choice(keys), share=share, came_from=came_from)


def _some(dice, things, most):
    return dice.sample(things, dice.randint(0, min(most, len(things))))


def _several(dice, possible, make):
    """Up to four records, no two of which are known alike."""
    made = [make() for _ in range(dice.randint(0, 4))] if possible else []
    return tuple({delta.ref_of(record): record for record in made}.values())


def three_structures():
    """A sound structure, and two that a few edits each made of it, sound too, with origins."""
    return SEEDS.map(lambda seed: _three(Random(seed)))


def _three(dice):
    base = _structure(dice)
    return base, _edited(dice, base), _edited(dice, base)


def _edited(dice, base):
    """What a few edits make of a structure: the first of some that is sound."""
    for _ in range(40):
        made = delta.apply(_edit(dice, base), base)
        if not delta.faults(made):
            return made
    return base
