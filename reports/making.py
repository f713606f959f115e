"""How one change is put together: how sure it is, and from which paragraphs.

Its one rule: a change is no surer than the least sure thing that it rests on.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from posts.snapshot import DERIVED, PART, STATED, UNCERTAIN, Ending, Origin, Post, Snapshot, Unit
from reports.change import POST, UNIT, Change

Part = Unit | Post
_LEAST_SURE = (UNCERTAIN, DERIVED, STATED)


def make(
    kind: str, part: Part, *because: Origin | Ending, certainty: str = STATED, **ends: Any
) -> Change:
    """A change to a unit or post of the structure after, because of origins."""
    return Change(
        subject=subject(part),
        kind=kind,
        key=part.key,
        name=called(part),
        certainty=least_sure(certainty, part.certainty, *(each.certainty for each in because)),
        phase=part.phase,
        effective=part.effective,
        sources=joined_sources(part.sources, *(each.sources for each in because)),
        **ends,
    )


def make_gone(
    kind: str,
    part: Part,
    *because: Origin,
    ending: Ending | None = None,
    certainty: str = STATED,
    **ends: Any,
) -> Change:
    """A change to a unit or post that stands only before: the paragraphs are those of its end."""
    stated = (*((ending,) if ending else ()), *because)
    return Change(
        subject=subject(part),
        kind=kind,
        key=part.key,
        name=called(part),
        certainty=least_sure(certainty, part.certainty, *(each.certainty for each in stated)),
        phase=ending.phase if ending else None,
        effective=ending.effective if ending else None,
        sources=joined_sources(*(each.sources for each in stated)),
        **ends,
    )


def subject(part: Part) -> str:
    return UNIT if isinstance(part, Unit) else POST


def called(part: Part) -> str | None:
    return part.name if isinstance(part, Unit) else part.title


def home(part: Part) -> str | None:
    """The key of the unit that a unit or post stands in."""
    return part.parent if isinstance(part, Unit) else part.unit


def name_of(snapshot: Snapshot, key: str | None) -> str | None:
    """What a key is called, apart from others of its name; None if not there, or without title."""
    if key is None or (key not in snapshot.units and key not in snapshot.posts):
        return None
    return snapshot.called(key)


def shares(snapshot: Snapshot, keys: Sequence[str]) -> str | None:
    """Posts of one title by number and unit: “8 in North and 6 in South”; else None."""
    posts = [snapshot.posts[key] for key in keys if key in snapshot.posts]
    if len(posts) != len(keys) or len({post.title for post in posts}) > 1 or len(posts) < 2:
        return None
    units = [name_of(snapshot, post.unit) or "a unit that is not stated" for post in posts]
    numbers = (post.number or "some" for post in posts)
    return listed(f"{number} in {unit}" for number, unit in zip(numbers, units, strict=True))


def taken_in(change: Change, before: Snapshot, after: Snapshot) -> str | None:
    """What joins a thing from outside, where it is not that thing itself: “Part of the Trust”.

    It came from elsewhere too, or stood before.
    """
    origins = after.origins_of.get(change.key, ())
    joining = [o for o in origins if o.outside is not None and o.outside == change.was]
    stood = change.key in before.units or change.key in before.posts
    if not joining or not (stood or (joining[0].share == PART and len(origins) > 1)):
        return None
    return f"part of {change.was}" if joining[0].share == PART else change.was


def least_sure(*certainties: str) -> str:
    return min(certainties, key=_LEAST_SURE.index)


def joined_sources(*sources: Sequence[str]) -> tuple[str, ...]:
    """All the paragraphs in order, each once."""
    return tuple(dict.fromkeys(source for some in sources for source in some))


def in_words(value: str | int | Decimal | None) -> str | None:
    """A number, hours or a text as words; None where it is not stated."""
    if value is None or isinstance(value, str):
        return value
    return f"{Decimal(value).normalize():f}"


def listed(names: Iterable[str | None]) -> str | None:
    """Names as a list in a sentence, those not stated left out: “A, B and C”."""
    *first, last = [name for name in names if name] or [""]
    return f"{', '.join(first)} and {last}" if first else last or None
