"""How sure a change of a draft is that was drawn here: as sure as what was done in it.

A paper's structure may say of a unit or post that it is uncertain. That it is there is then in
doubt, in the draft as in its base, and not that somebody renamed, moved or closed it. Its one rule:
counts go by the structures as they are.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from posts.snapshot import STATED, Post, Snapshot, Unit

_Part = TypeVar("_Part", Unit, Post)


def as_if_sure(was: Snapshot, becomes: Snapshot) -> tuple[Snapshot, Snapshot]:
    """Both without the doubts that a draft has from its base, to tell their changes from."""
    return _sure(was, was), _sure(becomes, was)


def _sure(snapshot: Snapshot, base: Snapshot) -> Snapshot:
    return replace(
        snapshot,
        units=_without_doubt(snapshot.units, base.units),
        posts=_without_doubt(snapshot.posts, base.posts),
    )


def _without_doubt(parts: Mapping[str, _Part], base: Mapping[str, _Part]) -> dict[str, _Part]:
    """The same units or posts, stated where they are as doubtful as in the base."""
    return {
        key: replace(part, certainty=STATED)
        if part.certainty != STATED and key in base and base[key].certainty == part.certainty
        else part
        for key, part in parts.items()
    }
