"""The units of a list, each known by the names of the units above it and its own.

Its one rule: a unit named twice in one place is one unit; nothing is said of who heads it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from posts.snapshot import COUNCIL, Unit

from .findings import Findings, quoted
from .keys import Keys
from .rows import ListedPost

Path = tuple[str, ...]


@dataclass(slots=True)
class NamedUnit:
    """A unit as the rows name it: its spelling at first, its kind, and other spellings."""

    name: str
    row: int
    kind: str | None = None
    spellings: dict[str, None] = field(default_factory=dict)
    other_kinds: dict[str, int] = field(default_factory=dict)


class Units:
    """All units of a list by their paths, those above before those below."""

    def __init__(self, posts: Sequence[ListedPost], kinds: Mapping[str, str]) -> None:
        self.kinds = dict(kinds)
        self.found: dict[Path, NamedUnit] = {}
        self.path_of: dict[int, Path] = {}
        for post in posts:
            self._add(post)

    def _add(self, post: ListedPost) -> None:
        path: Path = ()
        for name, kind in post.units:
            path = (*path, name.casefold())
            unit = self.found.setdefault(path, NamedUnit(name, post.row))
            unit.spellings[name] = None
            if kind is not None:
                self._take_kind(unit, kind, post.row)
        if path:
            self.path_of[post.row] = path

    def _take_kind(self, unit: NamedUnit, kind: str, row: int) -> None:
        """Give the unit its kind, as the council spells it or as it is first spelt here."""
        kind = self.kinds.setdefault(kind.casefold(), kind)
        if unit.kind is None:
            unit.kind = kind
        elif unit.kind != kind:
            unit.other_kinds.setdefault(kind, row)

    def find_faults(self, findings: Findings) -> None:
        """Note units of two kinds, and say which names are taken for one unit's."""
        for unit in self.found.values():
            for kind, row in unit.other_kinds.items():
                findings.add(
                    row,
                    f"{quoted(unit.name)} is a {kind} here and a {unit.kind} in row {unit.row}. "
                    "Give it one kind.",
                )
        joined = [unit for unit in self.found.values() if len(unit.spellings) > 1]
        for unit in joined[:20]:
            spelt = " and ".join(quoted(name) for name in unit.spellings)
            findings.remark(f"{spelt} are taken for one unit.")
        if len(joined) > 20:
            findings.remark(f"{len(joined) - 20} more units are spelt in several ways.")

    def made(self, keys: Keys) -> tuple[dict[Path, str], dict[str, Unit]]:
        """The key of each path, and the units by their keys."""
        key_of: dict[Path, str] = {}
        units: dict[str, Unit] = {}
        for path, named in self.found.items():
            key = key_of[path] = keys.free(named.name)
            parent = key_of[path[:-1]] if len(path) > 1 else None
            units[key] = Unit(
                key=key,
                name=named.name,
                kind=named.kind,
                parent=parent,
                place=None if parent else COUNCIL,
            )
        return key_of, units
