"""One structure of a council file, from records to a Snapshot.

What it refers to is noted on the way and checked once everything is read. Its one rule: a thing
with a fault is still read, so that whatever refers to it is not called a fault too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from posts.snapshot import (
    ACTING_HEAD,
    COUNCIL,
    HEAD,
    LEADS,
    LINE_NONE,
    LINE_NOT_STATED,
    LINE_OUTSIDE,
    LINE_STATED,
    NEW,
    ORIGIN_NOT_STATED,
    OUTSIDE,
    UNPLACED,
    WHOLE,
    Ending,
    Leads,
    Origin,
    OtherName,
    Post,
    ReportingLine,
    Snapshot,
    Unit,
)

from .faults import FaultList, listed, quoted
from .fields import Record
from .keys import ID, DerivedKeys, path_of, slug
from .places import NOWHERE, Scalar
from .schema import NONE
from .values import StructureFile

STEP = 1024
POST, BEFORE, KIND, GRADE = "post", "before", "kind", "grade"

_SECTIONS = (("units", COUNCIL), ("outside", OUTSIDE), ("unplaced", UNPLACED))
_LED = (("head", HEAD), ("acting_head", ACTING_HEAD), ("led_by", LEADS))
_NOT_OF_UNIT = {"key", "kind", "head", "acting_head", "led_by", "origins", "posts", "units"}
_NOT_OF_POST = {"key", "grade", "reports_to", "lines", "origins"}


class StructureReader:
    """Reads one structure; afterwards `units`, `posts` and `uses` can be checked."""

    def __init__(self, record: Record, functions: set[str], faults: FaultList) -> None:
        self.record, self.functions, self.faults = record, functions, faults
        self.key: str = record["key"].text
        self.ids = self.registered_ids()
        self.derived = DerivedKeys(self.ids)
        self.positions: Counter[str | None] = Counter()
        self.units: dict[str, Unit] = {}
        self.posts: dict[str, Post] = {}
        self.leads: list[Leads] = []
        self.lines: list[ReportingLine] = []
        self.origins: list[Origin] = []
        self.places: dict[str, Record] = {}
        self.report_places: dict[str, Scalar] = {}
        self.uses: dict[str, list[Scalar]] = defaultdict(list)

    def read(self) -> StructureFile:
        """Read the units and posts of every place, and what ends."""
        for section, place in _SECTIONS:
            self.read_units(self.record.get(section, ()), f"{self.key}/{place}", None, place)
            if section == "units":
                self.read_posts(self.record.get("posts", ()), f"{self.key}/{COUNCIL}", None)
        endings = tuple(map(self.ending, self.record.get("ends", ())))
        return self.file(endings)

    def file(self, endings: tuple[Ending, ...]) -> StructureFile:
        """Put together what was read."""
        record = self.record
        drawn_from = record.get("drawn_from")
        snapshot = Snapshot(
            key=self.key,
            title=record["title"],
            complete_to_tier=record.get("complete_to_tier"),
            units=self.units,
            posts=self.posts,
            leads=tuple(self.leads),
            lines=tuple(self.lines),
            origins=tuple(self.origins),
            endings=endings,
        )
        return StructureFile(
            status=record["status"],
            snapshot=snapshot,
            drawn_from=drawn_from and drawn_from.text,
            in_force_from=record.get("in_force_from"),
            approved_by=record.get("approved_by"),
            approved_on=record.get("approved_on"),
            minute=record.get("minute"),
            sources=record.get("sources", ()),
            note=record.get("note"),
        )

    def registered_ids(self) -> dict[str, Scalar]:
        """Every id with its place; an id that is none, or used twice, is a fault."""
        places: dict[str, list[Scalar]] = {}
        for thing in _things(self.record):
            if (scalar := thing.get("key")) is not None:
                places.setdefault(scalar.text, []).append(scalar)
        check_ids([uses[0] for uses in places.values()], self.faults)
        for key, uses in places.items():
            if len(uses) > 1:
                lines = listed([str(scalar.line) for scalar in uses], "and")
                self.faults.add(
                    uses[1],
                    f"The id {quoted(key)} is used {len(uses)} times in {quoted(self.key)}, on "
                    f"lines {lines}. Within one structure an id is for one thing.",
                )
        return {key: uses[0] for key, uses in places.items()}

    def read_units(
        self, records: Iterable[Record], above: str, parent: str | None, place: str | None
    ) -> None:
        """Read units that stand side by side, each with its posts and all below it."""
        for record in records:
            path = path_of(above, record["name"])
            key = self.key_of(record, path)
            self.units[key] = self.unit(record, key, parent, place)
            self.read_origins(record, key)
            self.read_posts(record.get("posts", ()), path, key)
            self.read_units(record.get("units", ()), path, key, None)

    def unit(self, record: Record, key: str, parent: str | None, place: str | None) -> Unit:
        """Read one unit and who leads it."""
        for field, how in _LED:
            posts = record.get(field, ())
            self.uses[POST].extend(posts)
            check_no_repeats(posts, f"“{field}”", self.faults)
            self.leads.extend(Leads(post=post.text, unit=key, how=how) for post in posts)
        kind = self.noted(KIND, record.get("kind"))
        self.positions[parent] += STEP
        return Unit(
            key=key,
            kind=kind,
            is_function=kind in self.functions,
            parent=parent,
            place=place,
            position=self.positions[parent],
            **_plain(record, _NOT_OF_UNIT),
        )

    def read_posts(self, records: Iterable[Record], above: str, unit: str | None) -> None:
        """Read posts that stand side by side, each with its lines."""
        for record in records:
            key = self.key_of(record, path_of(above, record.get("title")))
            line, reports_to = self.line_of(record, key)
            self.posts[key] = Post(
                key=key,
                unit=unit,
                line=line,
                reports_to=reports_to,
                position=STEP * (len(self.posts) + 1),
                grade=self.noted(GRADE, record.get("grade")),
                **_plain(record, _NOT_OF_POST),
            )
            self.lines.extend(self.other_line(each, key) for each in record.get("lines", ()))
            self.read_origins(record, key)

    def line_of(self, record: Record, key: str) -> tuple[str, str | None]:
        """Read to whom a post reports."""
        manager: Scalar | None = record.get("reports_to")
        other = record.get("reports_to_other")
        if manager is None:
            return (LINE_OUTSIDE if other else LINE_NOT_STATED), None
        if other:
            self.faults.add(
                manager, "“reports_to” and “reports_to_other” are both given. Delete one of them."
            )
        if manager.text == NONE:
            return LINE_NONE, None
        self.uses[POST].append(manager)
        self.report_places[key] = manager
        return LINE_STATED, manager.text

    def other_line(self, record: Record, key: str) -> ReportingLine:
        """Read a line beside the line of management."""
        fields = dict(record)
        to = fields.pop("to", None)
        if (to is None) == ("to_other" not in fields):
            self.faults.add(record, "A line needs one of “to” (a post) and “to_other” (words).")
        return ReportingLine(post=key, to=self.noted(POST, to), **fields)

    def read_origins(self, record: Record, key: str) -> None:
        """Read where a unit or post came from."""
        given = record.get("origins", ())
        if isinstance(given, str):
            self.origins.append(Origin(key=key, share=given))
            return
        came_from = [origin["came_from"] for origin in given if "came_from" in origin]
        check_no_repeats(came_from, "“from”", self.faults)
        self.origins.extend(self.origin(each, key) for each in given)

    def origin(self, record: Record, key: str) -> Origin:
        """Read one origin: a key before, an outside body, or neither where new or not stated."""
        fields = dict(record)
        came_from, outside = fields.pop("came_from", None), fields.get("outside")
        share = fields.setdefault("share", WHOLE)
        wanted = 0 if share in (NEW, ORIGIN_NOT_STATED) else 1
        if (came_from is not None) + (outside is not None) != wanted:
            self.faults.add(
                record,
                f"An origin with the share “{share}” takes neither “id” nor “outside”."
                if wanted == 0
                else "An origin needs one of “id” (a unit or post before) and “outside” (words).",
            )
        return Origin(key=key, came_from=self.noted(BEFORE, came_from), **fields)

    def ending(self, record: Record) -> Ending:
        """Read what is stated to end; it can hardly stand in this structure too."""
        fields = dict(record)
        key: Scalar = fields.pop("key") or NOWHERE
        here = self.ids.get(key.text)
        if here is None:
            self.uses[BEFORE].append(key)
        else:
            self.faults.add(
                key,
                f"{quoted(key.text)} is said to end here, and stands in this structure on line "
                f"{here.line}. Delete one of them.",
            )
        return Ending(key=key.text, **fields)

    def key_of(self, record: Record, path: str) -> str:
        """The id of a unit or post, or the key derived from where it stands."""
        scalar: Scalar | None = record.get("key")
        if scalar is None:
            key = self.derived.free(path)
        else:
            self.derived.turns[path] += 1
            key = scalar.text
        self.places[key] = record
        return key

    def noted(self, what: str, scalar: Scalar | None) -> str | None:
        """Note that something is referred to, to be checked later."""
        if scalar is None:
            return None
        self.uses[what].append(scalar)
        return scalar.text


def other_names(records: Iterable[Record]) -> tuple[OtherName, ...]:
    """Read other names, each with its sources."""
    return tuple(OtherName(**record) for record in records)


def check_ids(ids: Iterable[Scalar], faults: FaultList) -> None:
    """Refuse ids with characters that an address cannot hold."""
    for scalar in ids:
        if scalar.text == NONE:
            faults.add(scalar, "“none” cannot be an id: “reports_to: none” means nobody.")
        elif scalar.text and not ID.fullmatch(scalar.text):
            faults.refused.add(scalar.text)
            faults.add(
                scalar,
                f"{quoted(scalar.text)} cannot be an id. An id is of letters without accents, "
                "digits, “-”, “_” and “.”, begins with a letter, a digit or “_”, and has at most "
                f"200 characters. Write {quoted(slug(scalar.text) or 'unit-1')}, say.",
            )


def check_no_repeats(scalars: Iterable[Scalar], where: str, faults: FaultList) -> None:
    """Refuse a thing that is named twice in one list."""
    seen: dict[str, int] = {}
    for scalar in scalars:
        if scalar.text in seen:
            faults.add(
                scalar,
                f"{quoted(scalar.text)} is named twice in {where}: on line {seen[scalar.text]} and "
                "here. Delete one.",
            )
        seen.setdefault(scalar.text, scalar.line)


def _plain(record: Record, without: set[str]) -> dict[str, Any]:
    """The fields of a record that go into its value as they are."""
    fields = {name: value for name, value in record.items() if name not in without}
    if "other_names" in fields:
        fields["other_names"] = other_names(fields["other_names"])
    return fields


def _things(record: Record) -> Iterator[Record]:
    """Every unit and post below a structure or unit, in no order that matters."""
    yield from record.get("posts", ())
    for section, _ in _SECTIONS:
        for unit in record.get(section, ()):
            yield unit
            yield from _things(unit)
