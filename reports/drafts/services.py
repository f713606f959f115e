"""Whether everything of the existing structure that the draft closes has gone somewhere.

Its one rule: nothing is guessed. What the draft or a paper says of where a thing went is enough,
and where neither does, it is asked.
"""

from collections.abc import Iterator

from posts.snapshot import Unit
from reports.change import CLOSED, FATE_NOT_STATED, UNIT
from reports.drafts.draft import (
    LOOK,
    Draft,
    Failing,
    called_all,
    how_many,
    is_told,
    keys_of,
    one_or,
)
from reports.making import home


def nowhere(draft: Draft) -> Iterator[Failing]:
    """Units that close without anything being said to come from them."""
    found = [unit for unit in _units(draft, CLOSED) if not _is_emptied(draft, unit)]
    if found:
        comes = "Nothing in the draft is stated to come from"
        yield Failing(
            severity=LOOK,
            heading=f"{how_many(found)} {one_or(found, 'goes', 'go')} nowhere",
            text=f"{comes} {called_all(found)}. Say where what takes its work over came from, "
            "or leave it closed.",
            keys=keys_of(found),
        )


def fates(draft: Draft) -> Iterator[Failing]:
    """Units of which it is open what becomes of them."""
    found = _units(draft, FATE_NOT_STATED)
    if found:
        yield Failing(
            severity=LOOK,
            heading=f"What becomes of {how_many(found)} is not stated",
            text=f"{called_all(found)}.",
            keys=keys_of(found),
        )


def _units(draft: Draft, kind: str) -> list[Unit]:
    """The existing units that go in a way, of which neither draft nor paper says more."""
    changes = draft.changes(UNIT, kind)
    return [draft.before.units[each.key] for each in changes if not is_told(each)]


def _is_emptied(draft: Draft, unit: Unit) -> bool:
    """Whether what stood in a unit, down to its posts, stands elsewhere in the draft."""
    becomes, after = draft.matching.becomes, draft.after
    below = draft.before.units_under.get(unit.key, ())
    posts = draft.before.posts_in.get(unit.key, ())
    return any(
        (key := becomes.get(part.key)) is not None
        and home(after.units.get(key) or after.posts[key]) is not None
        for part in (*below, *posts)
    ) or any(_is_emptied(draft, each) for each in below if each.key not in becomes)
