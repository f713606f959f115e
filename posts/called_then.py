"""What things were called when an act changed them, so that a row of history is not mistaken.

Pure. Its one rule: a thing is told from what has its name now, and from what the same act closed,
deleted or renamed.
"""

from collections.abc import Mapping

from divisions.apart import Thing, told_apart
from posts.delta import Delta
from posts.snapshot import Post, Snapshot, Unit

Names = Mapping[str, str | None]


def called_then(names: Names, change: Delta, now: Snapshot) -> dict[str, str | None]:
    """What the things of a change are called, by their keys and by their names then."""
    written = dict[str, Unit | Post]()
    for old, new in change.values():
        record = new or old
        if isinstance(record, Unit | Post):
            written[record.key] = record
    return {key: _called(key, name, written, now) for key, name in names.items()}


def _called(
    key: str, name: str | None, written: Mapping[str, Unit | Post], now: Snapshot
) -> str | None:
    is_unit = key in now.units or isinstance(written.get(key), Unit)
    if name is None:
        return None
    alike = {each: now.calling.thing(each) for each in now.calling.named(name, is_unit)}
    for other, part in written.items():
        thing = _thing(part, now)
        if isinstance(part, Unit) == is_unit and thing.name.casefold() == name.casefold():
            alike.setdefault(other, thing)
    return told_apart(alike).get(key, name)


def _thing(part: Unit | Post, now: Snapshot) -> Thing:
    return now.calling.unit_here(part) if isinstance(part, Unit) else now.calling.post_here(part)
