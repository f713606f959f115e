"""What follows for a post from the comparison alone, by the words of the trade, each with why.

A post that is unchanged remains as now; a vacancy that is deleted displaces nobody; whoever holds
a deleted post is at risk; one person fits one post: slotting in; several fit fewer: a ring-fence.
Its one rule: where a council's own policy has to judge, nothing is suggested.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from posts.snapshot import UNCERTAIN
from reports.change import DELETED, MERGED, MOVED, NUMBER, POST, REPORTS_TO, RETITLED, Change
from reports.comparison import Comparison
from reports.matching import Matching
from reports.singles import is_vacant

_SAME_POST = frozenset((RETITLED, MOVED, REPORTS_TO))
"""What leaves a post the same one: another name, another place, another manager."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An outcome, or a way of filling, and the reason for it in few words."""

    word: str
    why: str


@dataclass(frozen=True)
class Suggesting:
    """What may be suggested in one comparison, for existing and for proposed posts."""

    comparison: Comparison

    def fate(self, key: str) -> Suggestion | None:
        """What may become of whoever holds an existing post; None where it is to be judged."""
        post, changes = self.comparison.before.posts[key], self._of_existing.get(key, [])
        if key in self._left_alone or any(each.certainty == UNCERTAIN for each in changes):
            return None
        if is_vacant(post):
            gone = _is_plainly_deleted(changes)
            return Suggestion("vacancy deleted", "vacant and deleted") if gone else None
        if _is_plainly_deleted(changes):
            return Suggestion("at risk", "the post is deleted")
        if fewer := self._fewer(changes):
            return Suggestion("ring-fence", fewer)
        return self._stays(key, changes)

    def filling(self, key: str) -> Suggestion | None:
        """How a proposed post may be filled; None where nobody has to be found, or who judges."""
        changes, was = self._of_proposed.get(key, []), self._matching.was.get(key, key)
        if key in self._left_alone or any(each.certainty == UNCERTAIN for each in changes):
            return None
        if fewer := self._fewer(changes):
            return Suggestion("ring-fence", fewer)
        if was != key and _is_same_post(changes):
            return Suggestion("slotted in", "one post becomes this one")
        return None

    def is_deleted(self, key: str) -> bool:
        """Whether an existing post goes for certain, and none comes from it."""
        changes = self._of_existing.get(key, [])
        return _is_plainly_deleted(changes) and all(e.certainty != UNCERTAIN for e in changes)

    def is_to_be_filled(self, key: str) -> bool:
        """Whether somebody has to be found for a proposed post: it is not an existing one still."""
        was = self._matching.was.get(key)
        is_same = was is not None and _is_same_post(self._of_proposed.get(key, []))
        return not (key in self._left_alone or is_same)

    def _stays(self, key: str, changes: Sequence[Change]) -> Suggestion | None:
        becomes = self._matching.becomes.get(key)
        if becomes is None or not _is_same_post(changes):
            return None
        if becomes != key:
            return Suggestion("slotted in", "one post becomes one other")
        return Suggestion("stays", "it is the same post" if changes else "it remains as it is")

    def _fewer(self, changes: Sequence[Change]) -> str | None:
        """“3 posts become 2”, where more posts become fewer."""
        for change in changes:
            before, after = self._numbers(change)
            if before is not None and after is not None and before > after:
                return f"{before} posts become {after}"
        return None

    def _numbers(self, change: Change) -> tuple[int | None, int | None]:
        """How many posts there are before and after a change of their number."""
        sides = self.comparison.before.posts, self.comparison.after.posts
        if change.kind == NUMBER:
            was = self._matching.was.get(change.key, change.key)
            return sides[0][was].number, sides[1][change.key].number
        if change.kind != MERGED:
            return None, None
        numbers = [sides[0][key].number for key in change.others if key in sides[0]]
        known = [number for number in numbers if number is not None]
        return sum(known) if len(known) == len(numbers) else None, sides[1][change.key].number

    @cached_property
    def _matching(self) -> Matching:
        return Matching(self.comparison.before, self.comparison.after)

    @cached_property
    def _left_alone(self) -> frozenset[str]:
        return frozenset(each.key for each in self.comparison.out_of_scope)

    @cached_property
    def _of_existing(self) -> dict[str, list[Change]]:
        """The changes of each existing post, those that it is merged by among them."""
        found = dict[str, list[Change]]()
        for change in self._changes():
            was = self._matching.was.get(change.key, change.key)
            for key in change.others if change.kind == MERGED else (was,):
                found.setdefault(key, []).append(change)
        return found

    @cached_property
    def _of_proposed(self) -> dict[str, list[Change]]:
        found = dict[str, list[Change]]()
        for change in self._changes():
            found.setdefault(change.key, []).append(change)
        return found

    def _changes(self) -> Iterator[Change]:
        return (change for change in self.comparison.changes if change.subject == POST)


def _is_plainly_deleted(changes: Sequence[Change]) -> bool:
    """Whether a post is deleted, and no other is said to have come from it."""
    return any(each.kind == DELETED and not each.others for each in changes)


def _is_same_post(changes: Sequence[Change]) -> bool:
    return all(each.kind in _SAME_POST for each in changes)
