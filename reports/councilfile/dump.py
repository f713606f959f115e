"""A council's values as the text of its council file.

Its one rule: reading the text gives the same values again, and dumping those the same text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from posts.snapshot import (
    ACTING_HEAD,
    COUNCIL,
    HEAD,
    LEADS,
    LINE_NONE,
    NEW,
    ORIGIN_NOT_STATED,
    OUTSIDE,
    UNPLACED,
    Origin,
    Post,
    ReportingLine,
    Snapshot,
    Unit,
)

from .block import block
from .fields import ListOf
from .keys import DerivedKeys, path_of
from .schema import COUNCIL_FILE, FORMAT, NONE, SHAPES
from .values import CouncilFile, StructureFile

_ATTRIBUTE_OF_LEADS = {HEAD: "head", ACTING_HEAD: "acting_head", LEADS: "led_by"}


def dump(council_file: CouncilFile) -> str:
    """Write a council file; only what is stated is written, in the order of the format."""
    shared = _shared_keys(council_file)
    record = {
        "format": FORMAT,
        "council": council_file,
        "structures": [_StructureWriter(each, shared).record() for each in council_file.structures],
        "restructures": council_file.proposals,
    }
    return block(COUNCIL_FILE.written(record), _SPACED)


_SPACED = frozenset(
    field.key
    for shape in SHAPES
    for field in shape.fields
    if isinstance(field.type, ListOf) and field.type.shape.spaced
)


class _StructureWriter:
    """Makes the record of one structure; `shared` keys are written though they could be derived."""

    def __init__(self, structure: StructureFile, shared: set[str]) -> None:
        self.structure, self.snapshot, self.shared = structure, structure.snapshot, shared
        self.derived = DerivedKeys()
        self.lines_of: dict[str, list[ReportingLine]] = {}
        for line in self.snapshot.lines:
            self.lines_of.setdefault(line.post, []).append(line)

    def record(self) -> dict[str, Any]:
        """The whole structure, its units and posts in the order in which they are drawn."""
        snapshot = self.snapshot
        above = {place: f"{snapshot.key}/{place}" for place in (COUNCIL, OUTSIDE, UNPLACED)}
        return {
            **_plain(self.structure),
            "key": snapshot.key,
            "title": snapshot.title,
            "complete_to_tier": snapshot.complete_to_tier,
            "units": self.units(snapshot.tops(COUNCIL), above[COUNCIL]),
            "posts": self.posts(None, above[COUNCIL]),
            "outside": self.units(snapshot.tops(OUTSIDE), above[OUTSIDE]),
            "unplaced": self.units(snapshot.tops(UNPLACED), above[UNPLACED]),
            "ends": snapshot.endings,
        }

    def units(self, units: Iterable[Unit], above: str) -> list[dict[str, Any]]:
        return [self.unit(unit, path_of(above, unit.name)) for unit in units]

    def unit(self, unit: Unit, path: str) -> dict[str, Any]:
        """One unit, with who leads it, its posts, and the units below it."""
        record = _plain(unit)
        record["key"] = self.id_of(unit.key, path)
        for lead in self.snapshot.leads_of.get(unit.key, ()):
            record.setdefault(_ATTRIBUTE_OF_LEADS[lead.how], []).append(lead.post)
        record["origins"] = self.origins(unit.key)
        record["posts"] = self.posts(unit.key, path)
        record["units"] = self.units(self.snapshot.units_under.get(unit.key, ()), path)
        return record

    def posts(self, unit: str | None, above: str) -> list[dict[str, Any]]:
        posts = self.snapshot.posts_in.get(unit, ())
        return [self.post(post, path_of(above, post.title)) for post in posts]

    def post(self, post: Post, path: str) -> dict[str, Any]:
        """One post, with its lines to others."""
        record = _plain(post)
        record["key"] = self.id_of(post.key, path)
        if post.line == LINE_NONE:
            record["reports_to"] = NONE
        record["lines"] = self.lines_of.get(post.key, ())
        record["origins"] = self.origins(post.key)
        return record

    def origins(self, key: str) -> Any:
        """Where a thing came from: one word where there is no more to say."""
        origins = self.snapshot.origins_of.get(key, [])
        if len(origins) == 1 and origins[0] == Origin(key=key, share=origins[0].share):
            return origins[0].share if origins[0].share in (NEW, ORIGIN_NOT_STATED) else origins
        return origins

    def id_of(self, key: str, path: str) -> str | None:
        """The id to write; None where reading would derive the same key, and nobody asks for it."""
        derived = self.derived.in_turn(path)
        return None if key == derived and key not in self.shared else key


def _shared_keys(council_file: CouncilFile) -> set[str]:
    """Keys that something refers to, and keys that stand in more than one structure."""
    counted: Counter[str] = Counter()
    for structure in council_file.structures:
        counted.update(structure.snapshot.units.keys() | structure.snapshot.posts.keys())
    shared = {key for key, times in counted.items() if times > 1}
    for structure in council_file.structures:
        shared.update(_referred_to(structure.snapshot))
    for proposal in council_file.proposals:
        for named in (proposal.scope, proposal.fates, proposal.fillings):
            shared.update(each.key for each in named)
        for statement in proposal.statements:
            shared.update(str(statement.where.get(key)) for key in ("under", "reports_to"))
    return shared


def _referred_to(snapshot: Snapshot) -> Iterator[str]:
    yield from (lead.post for lead in snapshot.leads)
    yield from (line.to for line in snapshot.lines if line.to)
    yield from (post.reports_to for post in snapshot.posts.values() if post.reports_to)
    yield from (origin.came_from for origin in snapshot.origins if origin.came_from)
    yield from (ending.key for ending in snapshot.endings)


def _plain(value: Any) -> dict[str, Any]:
    """The attributes of a value by name."""
    return {name: getattr(value, name) for name in _names(value.__class__)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
