"""Whether a unit or post is what is looked for, as far as the structure tells.

Each condition of `proposal.WHERE` answers yes, no or (None) that there is no telling. Its one rule:
what is not stated may be what is looked for, unless a paper would have said so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from posts.snapshot import LINE_NOT_STATED, OUTSIDE, UNCERTAIN, Post, Snapshot, Unit
from reports import tiers
from reports.change import (
    CLOSED,
    CREATED,
    DELETED,
    FATE_NOT_STATED,
    LINE,
    ORIGIN_NOT_STATED,
    Change,
)
from reports.making import Part
from reports.proposal import IN, UNDECIDED, WHERE, Scope
from reports.scope import reach

OF_POSTS = frozenset(WHERE)
OF_UNITS = frozenset({"tier", "to_tier", "kind", "under", "outside", "scope", "change"})

_MAY_BE = {
    CREATED: ORIGIN_NOT_STATED,
    CLOSED: FATE_NOT_STATED,
    DELETED: FATE_NOT_STATED,
}
"""What is perhaps meant where one of these changes is asked for."""


@dataclass(frozen=True)
class Looking:
    """What is looked for in a structure, and what has to be known of it to find it."""

    snapshot: Snapshot
    where: Mapping[str, Any]
    scope: Sequence[Scope] = ()
    changes: Sequence[Change] = ()

    def makes_sense(self, of_posts: bool) -> bool:
        """Whether each condition can be asked of what is counted, and names what is there."""
        known = OF_POSTS if of_posts else OF_UNITS
        under, manager = self.where.get("under"), self.where.get("reports_to")
        return (
            known.issuperset(self.where)
            and (under is None or under in self.snapshot.units)
            and (manager is None or manager in self.snapshot.posts)
        )

    def holds(self, part: Part) -> bool | None:
        """Whether every condition holds of a unit or post; None if that is not known."""
        sure = True
        for name, wanted in self.where.items():
            answer = _CONDITIONS[name](self, part, wanted)
            if answer is False:
                return False
            sure = sure and answer is True
        return sure or None

    @cached_property
    def below(self) -> frozenset[str]:
        """The keys of the unit asked for and of all units below it."""
        keys, waiting = set[str](), [str(self.where.get("under"))]
        while waiting:
            key = waiting.pop()
            keys.add(key)
            waiting += [unit.key for unit in self.snapshot.units_under.get(key, ())]
        return frozenset(keys)

    @cached_property
    def reached(self) -> Mapping[str, Scope]:
        return reach(self.scope, self.snapshot)

    @cached_property
    def kinds_of(self) -> Mapping[str, Mapping[str, Change]]:
        """The changes of each key, by kind."""
        found = dict[str, dict[str, Change]]()
        for change in self.changes:
            if change.subject != LINE:
                found.setdefault(change.key, {})[change.kind] = change
        return found


def _same(value: str | None, wanted: str) -> bool:
    return value is not None and value.casefold() == str(wanted).casefold()


def perhaps_of_category(
    snapshot: Snapshot, category: str, sure: Sequence[Post], unnamed: Sequence[Post]
) -> list[Post]:
    """Of the posts that are given no category, those that may be of one.

    Their title allows it, and they stand in a tier in which others of the category do.
    """
    levels = {snapshot.tier_of(post.key) for post in sure}
    return [
        post
        for post in unnamed
        if _title_allows(post, category) and (not sure or snapshot.tier_of(post.key) in levels)
    ]


def _title_allows(post: Post, category: str) -> bool:
    return post.title is None or category.casefold() in post.title.casefold()


def _category(_: Looking, part: Part, wanted: str) -> bool | None:
    assert isinstance(part, Post)
    if part.category is not None:
        return _same(part.category, wanted)
    return None if _title_allows(part, str(wanted)) else False


def _state(_: Looking, part: Part, wanted: str) -> bool | None:
    assert isinstance(part, Post)
    if part.state is None:
        return None if _same("filled", wanted) else False
    return _same(part.state, wanted)


def _grade(_: Looking, part: Part, wanted: str) -> bool | None:
    assert isinstance(part, Post)
    return None if part.grade is None else _same(part.grade, wanted)


def _kind(looking: Looking, part: Part, wanted: str) -> bool | None:
    unit = part if isinstance(part, Unit) else looking.snapshot.units.get(part.unit or "")
    return None if unit is None or unit.kind is None else _same(unit.kind, wanted)


def _tier(looking: Looking, part: Part, wanted: int) -> bool | None:
    tier = tiers.tier(looking.snapshot, part.key)
    return _may_be_of_any(looking, part) if tier is None else tier == wanted


def _to_tier(looking: Looking, part: Part, wanted: int) -> bool | None:
    tier = tiers.tier(looking.snapshot, part.key)
    return _may_be_of_any(looking, part) if tier is None else tier <= wanted


def _may_be_of_any(looking: Looking, part: Part) -> bool | None:
    """A paper says which posts are of its tiers; who adds one to a draft may not have said it."""
    return None if part.key in looking.snapshot.tier_open else False


def _under(looking: Looking, part: Part, _: str) -> bool | None:
    if isinstance(part, Unit):
        return part.parent in looking.below
    return None if part.unit is None else part.unit in looking.below


def _reports_to(_: Looking, part: Part, wanted: str) -> bool | None:
    assert isinstance(part, Post)
    if part.line == LINE_NOT_STATED and part.key != wanted:
        return None
    return part.reports_to == wanted


def _outside(looking: Looking, part: Part, wanted: object) -> bool:
    return (looking.snapshot.place_of(part.key) == OUTSIDE) == (wanted in (True, "yes"))


def _scope(looking: Looking, part: Part, wanted: str) -> bool | None:
    """In scope is what is stated to be, or where only what is out is stated, all else."""
    by = looking.reached.get(part.key)
    if by is not None:
        return by.scope == wanted or (None if by.scope == UNDECIDED else False)
    says_what_is_in = any(of.scope == IN for of in looking.scope)
    return None if says_what_is_in else wanted == IN


def _change(looking: Looking, part: Part, wanted: str) -> bool | None:
    kinds = looking.kinds_of.get(part.key, {})
    if wanted in kinds:
        return None if kinds[wanted].certainty == UNCERTAIN else True
    return None if _MAY_BE.get(wanted) in kinds else False


_CONDITIONS: Mapping[str, Callable[[Looking, Part, Any], bool | None]] = {
    "category": _category,
    "tier": _tier,
    "to_tier": _to_tier,
    "kind": _kind,
    "grade": _grade,
    "state": _state,
    "under": _under,
    "reports_to": _reports_to,
    "outside": _outside,
    "scope": _scope,
    "change": _change,
}
