"""One structure as plain frozen values: units, posts, lines, who leads what, where each came from.

The live tables, the past at an act, a council file and an import all become a Snapshot, and
comparison, counting, charts and files are made from nothing else. Its one rule: what a paper does
not state is None, never nought and never an empty guess.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from posts.calling import Calling

COUNCIL, OUTSIDE, UNPLACED = "council", "outside", "unplaced"
PLACES = (COUNCIL, OUTSIDE, UNPLACED)

STATED, DERIVED, UNCERTAIN = "stated", "derived", "uncertain"
CERTAINTIES = (STATED, DERIVED, UNCERTAIN)

LINE_STATED, LINE_NONE, LINE_NOT_STATED, LINE_OUTSIDE = "stated", "none", "not stated", "outside"
LINES = (LINE_STATED, LINE_NONE, LINE_NOT_STATED, LINE_OUTSIDE)

HEAD, ACTING_HEAD, LEADS = "head", "acting head", "leads"
LEADS_AS = (HEAD, ACTING_HEAD, LEADS)

DOTTED, JOINT, LINK, ACCOUNTABLE = "dotted", "joint", "link", "accountable"
LINE_KINDS = (DOTTED, JOINT, LINK, ACCOUNTABLE)

EVERY_TIER = 99
"""What a structure is complete down to of which every post is listed, of whatever tier."""

WHOLE, MOSTLY, PART, NEW, ORIGIN_NOT_STATED = "whole", "mostly", "part", "new", "not stated"
SHARES = (WHOLE, MOSTLY, PART)


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name that the paper prints for the same thing."""

    name: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A directorate, division, service, team, or (`is_function`) a piece of work, by its key.

    `parent` is a unit's key; None for a unit that stands directly in its `place`. `place` is said
    only there: whatever stands below stands in the same place (`Snapshot.place_of`).
    `number` is how many alike the one line stands for (23 partnerships); None is not stated.
    `changed` names what the paper says has changed without saying from what, or to what.
    """

    key: str
    name: str
    kind: str | None = None
    is_function: bool = False
    parent: str | None = None
    place: str | None = None
    position: int = field(default=0, compare=False)
    remit: str | None = None
    number: int | None = 1
    changed: tuple[str, ...] = ()
    other_names: tuple[OtherName, ...] = ()
    phase: str | None = None
    effective: str | None = None
    certainty: str = STATED
    sources: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A seat in the structure, or `number` alike; who sits in it is not part of it.

    `title` is None where the paper names none. `number` None counts as at least one. `unit` None:
    in which unit is not stated. `reports_to` is a post's key and is given exactly when `line` is
    "stated"; `reports_to_other` names who is meant when `line` is "outside" this structure.
    """

    key: str
    title: str | None = None
    unit: str | None = None
    line: str = LINE_NOT_STATED
    reports_to: str | None = None
    reports_to_other: str | None = None
    position: int = field(default=0, compare=False)
    category: str | None = None
    grade: str | None = None
    number: int | None = 1
    fte: Decimal | None = None
    state: str | None = None
    contract: str | None = None
    statutory: str | None = None
    post_number: str | None = None
    cost_centre: str | None = None
    location: str | None = None
    responsibilities: str | None = None
    filled_by: str | None = None
    tier: int | None = None
    changed: tuple[str, ...] = ()
    other_names: tuple[OtherName, ...] = ()
    phase: str | None = None
    effective: str | None = None
    certainty: str = STATED
    sources: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """Which post heads, is acting head of, or leads (a function) which unit."""

    post: str
    unit: str
    how: str = HEAD


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingLine:
    """A line beside the line of management, to a post or, in words, to somebody else."""

    post: str
    kind: str
    to: str | None = None
    to_other: str | None = None
    reason: str | None = None
    certainty: str = STATED
    sources: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the unit or post `key` came from, as the structure drawn says it.

    Exactly one of three: `came_from`, a key of the structure before, with a share; `outside`, a
    body that is not the council, in words, with a share; or neither, with the share "new" or
    "not stated".
    """

    key: str
    share: str
    came_from: str | None = None
    outside: str | None = None
    certainty: str = STATED
    sources: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A unit or post of the structure before that this structure says has come to its end."""

    key: str
    certainty: str = STATED
    phase: str | None = None
    effective: str | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None


Record = Unit | Post | Leads | ReportingLine | Origin | Ending


@dataclass(frozen=True)
class Snapshot:
    """A whole structure. Units and posts by key, in the order in which they are drawn.

    Units and posts share one space of keys. `complete_to_tier` is the tier down to which every
    post is listed, and told to be of it; None: nothing is listed in full, so that absence proves
    nothing. `tier_open` are the posts of which nobody has told whether they are within it: those
    that were put into a draft, or lost their line in it, since it was drawn. `cut_from` is the
    whole of which this is only a part: what is in it is called as there.
    """

    key: str
    title: str
    complete_to_tier: int | None = None
    units: dict[str, Unit] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    leads: tuple[Leads, ...] = ()
    lines: tuple[ReportingLine, ...] = ()
    origins: tuple[Origin, ...] = ()
    endings: tuple[Ending, ...] = ()
    tier_open: frozenset[str] = frozenset()
    cut_from: "Snapshot | None" = field(default=None, compare=False, repr=False)

    @property
    def is_whole(self) -> bool:
        """Whether every post is listed, of whatever tier, also where that is not known."""
        return self.complete_to_tier == EVERY_TIER

    @cached_property
    def units_under(self) -> dict[str | None, list[Unit]]:
        """Units by the key of the unit that they stand under, in order; None: at the top."""
        return _grouped(self.units.values(), "parent")

    @cached_property
    def posts_in(self) -> dict[str | None, list[Post]]:
        """Posts by the key of their unit, in order; None: the unit is not stated."""
        return _grouped(self.posts.values(), "unit")

    @cached_property
    def reports_of(self) -> dict[str | None, list[Post]]:
        """Posts by the key of the post that they report to, in order."""
        return _grouped(self.posts.values(), "reports_to")

    @cached_property
    def leads_of(self) -> dict[str, list[Leads]]:
        """Who leads it, by the key of the unit."""
        return _grouped(self.leads, "unit")

    @cached_property
    def units_headed(self) -> dict[str, list[str]]:
        """The units that a post is head or acting head of, by the key of the post."""
        headed: dict[str, list[str]] = {}
        for lead in self.leads:
            if lead.how in (HEAD, ACTING_HEAD):
                headed.setdefault(lead.post, []).append(lead.unit)
        return headed

    @cached_property
    def lines_of(self) -> dict[str, list[ReportingLine]]:
        """Lines beside the line of management, by the key of the post that they start from."""
        return _grouped(self.lines, "post")

    @cached_property
    def origins_of(self) -> dict[str, list[Origin]]:
        """Where each unit and post came from, by its key."""
        return _grouped(self.origins, "key")

    def tops(self, place: str) -> list[Unit]:
        """The units that stand directly in a place."""
        return [unit for unit in self.units_under.get(None, ()) if unit.place == place]

    def place_of(self, key: str) -> str:
        """The place of a unit, or of a post by its unit. A post with no unit is the council's."""
        unit = key if key in self.units else self.posts[key].unit or ""
        if unit in self.units and unit not in self._places:
            self._places[unit] = [self.units[unit], *self.above(unit)][-1].place or COUNCIL
        return self._places.get(unit, COUNCIL)

    @cached_property
    def _places(self) -> dict[str, str]:
        return {}

    def above(self, key: str) -> Iterator[Unit]:
        """The units above a unit, nearest first; where they stand in a loop, each of it once."""
        passed, parent = {key}, self.units[key].parent
        while parent is not None and parent not in passed:
            passed.add(parent)
            yield self.units[parent]
            parent = self.units[parent].parent

    def tier_of(self, key: str) -> int | None:
        """The tier of a post: as stated, else one below its manager's; None where neither is known.

        A post of the council that reports to none of this structure's is of the first tier. Where
        the line is not stated, so is the tier; a body outside has tiers of its own, a loop none.
        """
        if key not in self._tiers:
            self._tiers[key] = self._tier(key)
        return self._tiers[key]

    @cached_property
    def _tiers(self) -> dict[str, int | None]:
        return {}

    def _tier(self, key: str) -> int | None:
        post, steps = self.posts[key], 0
        while post.tier is None and post.reports_to is not None and steps < len(self.posts):
            post, steps = self.posts[post.reports_to], steps + 1
        if post.tier is not None:
            return post.tier + steps
        is_top = post.line in (LINE_NONE, LINE_OUTSIDE) and self.place_of(post.key) != OUTSIDE
        return 1 + steps if is_top else None

    def name_of(self, key: str) -> str | None:
        """What a unit or post is called; None for a post whose title is not stated."""
        unit = self.units.get(key)
        return unit.name if unit is not None else self.posts[key].title

    @cached_property
    def calling(self) -> Calling:
        """What everything is called so that it cannot be mistaken."""
        return Calling(self) if self.cut_from is None else self.cut_from.calling

    def called(self, key: str) -> str | None:
        """What a unit or post is called; where others have its name, with what tells them apart."""
        return self.calling.of(key)


def _grouped(records: Iterable[Any], by: str) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = {}
    for record in records:
        groups.setdefault(getattr(record, by), []).append(record)
    return groups
