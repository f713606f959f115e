"""The phases of a restructure: those that its paper describes, and those that posts are said to be.

Its one rule: “Phase 1”, “phase 1” and “1” are one phase; nothing else is guessed at.
"""

import re
from collections.abc import Iterable

from posts.snapshot import Snapshot
from posts.spelling import fold, natural

_WORD = re.compile(r"phase\b[\s:]*")


def same_phase(name: str) -> str:
    """What the names of one phase have in common."""
    folded = " ".join(fold(name).split())
    return _WORD.sub("", folded, count=1) if _WORD.match(folded) else folded


def phases_in(after: Snapshot) -> set[str]:
    """The phases in which units and posts change or end, as each is called there."""
    named = {unit.phase for unit in after.units.values()}
    named |= {post.phase for post in after.posts.values()}
    named |= {ending.phase for ending in after.endings}
    return {name for name in named if name}


def undescribed(described: Iterable[str], named: Iterable[str]) -> list[str]:
    """Of the phases that are named, those that are not described: each once, in order."""
    known = {same_phase(name) for name in described}
    found = dict[str, str]()
    for name in sorted(named, key=lambda name: (natural(same_phase(name)), name)):
        if same_phase(name) not in known:
            found.setdefault(same_phase(name), name)
    return list(found.values())
