"""Units and posts without id that have one name in two structures: probably one thing.

Its one rule: a warning says what will be made of it, and what to write if that is wrong.
"""

from collections.abc import Iterable

from .faults import Fault, listed
from .fields import Record
from .structure_reading import StructureReader


def namesakes(pairs: Iterable[tuple[StructureReader, StructureReader]], file: str) -> list[Fault]:
    """Warn of units, and of posts, without id that have one name before and after."""
    warnings = {
        _warning(file, what, there[name], here[name])
        for before, after in pairs
        for what in ("unit", "post")
        for there, here in [(_nameless(before, what), _nameless(after, what))]
        for name in there.keys() & here.keys()
        if any("origins" not in record for record in here[name])
    }
    return sorted(warnings)


def _nameless(reader: StructureReader, what: str) -> dict[str, list[Record]]:
    """The units or posts without id, by their name in small letters."""
    field, keys = ("name", reader.units) if what == "unit" else ("title", reader.posts)
    named: dict[str, list[Record]] = {}
    for key in keys:
        record = reader.places[key]
        if "key" not in record and field in record:
            named.setdefault(record[field].casefold(), []).append(record)
    return named


def _warning(file: str, what: str, before: list[Record], after: list[Record]) -> Fault:
    first = after[0]
    name = first["name" if what == "unit" else "title"]
    lines = listed([str(record.line) for record in (*before, *after)], "and")
    gone = "closed" if what == "unit" else "deleted"
    return Fault(
        file,
        first.line,
        first.column,
        f"{name}, lines {lines}: counted as {gone} and created; give both one id if it is one "
        f"{what}.",
    )
