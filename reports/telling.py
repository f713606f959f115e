"""A change with the structures it is told from: what it is of, how many, when and how sure.

Its one rule: a thing is called as it is after, or as it was before if it is only there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from posts.snapshot import UNCERTAIN, WHOLE, Post, Snapshot, Unit
from reports.calling import called, capital, is_many, kind_of
from reports.change import UNDECIDED, Change
from reports.making import Part, listed, name_of


def circumstances(change: Change) -> str:
    """Phase, date and doubt, in brackets."""
    phase = in_phase(change.phase) if change.phase else None
    doubt = "uncertain" if change.certainty == UNCERTAIN else None
    said = [words for words in (phase, change.effective, doubt) if words]
    return f" ({', '.join(said)})" if said else ""


def in_phase(name: str) -> str:
    """A phase by its name, “Phase 1” or phase 1; another of several words in quotation marks."""
    if re.match(r"phase\b", name, re.IGNORECASE):
        return name
    return f"phase “{name}”" if " " in name else f"phase {name}"


def note(telling: "Telling") -> str:
    """What is recorded of a thing whose destination is undecided: what of it is meant, and why."""
    said = telling.part.note if telling.change.kind == UNDECIDED else None
    return f" {capital(said.rstrip('.'))}." if said else ""


@dataclass(frozen=True)
class Telling:
    """A change, and the structures it is told from."""

    change: Change
    before: Snapshot
    after: Snapshot

    @property
    def part(self) -> Part:
        """The unit or post, as it is after, or before if it is only there."""
        side, key = self.side, self.change.key
        return side.units.get(key) or side.posts[key]

    @property
    def side(self) -> Snapshot:
        """The structure in which it is called as it is told."""
        key = self.change.key
        is_after = key in self.after.units or key in self.after.posts
        return self.after if is_after else self.before

    @property
    def name(self) -> str:
        """What it is called, with where it stands if others have its name."""
        return called(self.part, name_of(self.side, self.change.key))

    @property
    def name_on_the_way(self) -> str:
        """What it is called in a sentence that says where it stood and stands."""
        calling, key = self.side.calling, self.change.key
        alone = calling.is_alone(key)
        return called(self.part, None if alone else calling.thing(key).by_number)

    @property
    def was_named(self) -> str | None:
        """The name that it had, with where it stood if others had it too."""
        change = self.change
        stood = name_of(self.before, change.key)
        return stood if stood and self.before.name_of(change.key) == change.was else change.was

    @property
    def is_post(self) -> bool:
        return isinstance(self.part, Post)

    @property
    def what(self) -> str:
        """A post, or what the council calls such a unit."""
        return kind_of(self.part) if isinstance(self.part, Unit) else "post"

    @property
    def goes_with(self) -> str | None:
        """The unit with which a post crosses the council's border; None if it does so by itself."""
        old, new = self.before.posts.get(self.change.key), self.after.posts.get(self.change.key)
        return name_of(self.after, new.unit) if old and new and old.unit == new.unit else None

    @property
    def stood(self) -> bool:
        """Whether it was there before, so that what it has now can be called new to it."""
        key = self.change.key
        origins = self.after.origins_of.get(key, ())
        is_there = key in self.before.posts or key in self.before.units
        return is_there or any(origin.share == WHOLE for origin in origins)

    def verb(self, one: str, many: str) -> str:
        """The thing and what it does: “Youth moves”, “3 posts move”."""
        return f"{self.name} {self.either(one, many)}"

    def either(self, one: str, many: str) -> str:
        """What fits how many there are."""
        return many if is_many(self.part) else one

    def names(self, keys: Sequence[str]) -> str | None:
        return listed(name_of(self.after, key) or name_of(self.before, key) for key in keys)

    def between(self, noun: str, unit: str = "") -> str:
        """A value that has changed: “The grade of X changes from Level 5 to Level 6”."""
        was, becomes = self.change.was, self.change.becomes
        changes = f"The {noun} of {self.name} change{'' if noun.endswith('s') else 's'}"
        if was is None or becomes is None:
            return f"{changes}; how is not stated"
        return f"{changes} from {was} to {becomes}{unit}"
