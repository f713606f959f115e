"""What the checks of a draft are given, and the shape in which each says what fails.

Its one rule: a finding names the things concerned, and the act that mends it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from posts.snapshot import Post, Snapshot
from posts.soundness import Fault, faults
from reports.calling import called, counted
from reports.change import FATE_NOT_STATED, ORIGIN_NOT_STATED, Change
from reports.comparison import Comparison
from reports.making import Part
from reports.matching import Matching

MUST, LOOK, INFO = "must", "look", "info"
SEVERITIES = {MUST: "Put right", LOOK: "Look at this", INFO: "For information"}
"""How grave a finding is, gravest first, and the words that stand before it."""

MOST_NAMES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """What puts a finding right: an act on its keys, or a field of one of them to be filled in."""

    words: str
    keys: tuple[str, ...]
    act: str | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """A check that fails: how grave that is, in a heading and a text, the keys, what mends it."""

    severity: str
    heading: str
    text: str
    keys: tuple[str, ...] = ()
    mends: tuple[Mend, ...] = ()

    @property
    def severity_in_words(self) -> str:
        return SEVERITIES[self.severity]


@dataclass(frozen=True)
class Draft:
    """A draft beside what it was drawn from, and how many posts may report to one."""

    comparison: Comparison
    span_limit: int | None = None

    @property
    def before(self) -> Snapshot:
        return self.comparison.before

    @property
    def after(self) -> Snapshot:
        return self.comparison.after

    @cached_property
    def faults(self) -> list[Fault]:
        """What makes the draft unsound."""
        return faults(self.after)

    @cached_property
    def matching(self) -> Matching:
        return Matching(self.before, self.after)

    @cached_property
    def out(self) -> frozenset[str]:
        """The keys of what the restructure leaves alone."""
        return frozenset(each.key for each in self.comparison.out_of_scope)

    def changes(self, subject: str, *kinds: str) -> list[Change]:
        """What changes in one of these ways."""
        return [
            change
            for change in self.comparison.changes
            if change.subject == subject and change.kind in kinds
        ]


def is_told(change: Change) -> bool:
    """Whether it is stated where a thing went or that it ends, or that another is new."""
    is_open = change.kind in (FATE_NOT_STATED, ORIGIN_NOT_STATED)
    return bool(change.others or (change.sources and not is_open))


def how_many(parts: Iterable[Part]) -> str:
    """How many there are in the council's words: “2 divisions and 1 team”."""
    return counted((part, True) for part in parts)


def one_or(parts: Sequence[Part], one: str, many: str) -> str:
    """A verb that fits how many there are."""
    return one if len(parts) == 1 and parts[0].number == 1 else many


def named(names: Iterable[str]) -> str:
    """Names one after the other; of many only the first: “A; B; C; D; E; and 7 more”."""
    first = list(names)
    rest = len(first) - MOST_NAMES
    return "; ".join(first) if rest < 1 else f"{'; '.join(first[:MOST_NAMES])}; and {rest} more"


def called_all(parts: Iterable[Part]) -> str:
    return named(called(part) for part in parts)


def keys_of(parts: Iterable[Part]) -> tuple[str, ...]:
    return tuple(part.key for part in parts)


def posts_of(snapshot: Snapshot, changes: Iterable[Change]) -> Iterator[Post]:
    """The posts of changes that stand in a structure, each once."""
    keys = dict.fromkeys(change.key for change in changes)
    return (snapshot.posts[key] for key in keys if key in snapshot.posts)
