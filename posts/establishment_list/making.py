"""The structure that a list makes, with every fault, what is new to the council, and the holders.

Its one rule: heads of units are not guessed, and what a list does not say is not stated.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from posts.how_many import how_many
from posts.snapshot import (
    LINE_NONE,
    LINE_NOT_STATED,
    LINE_OUTSIDE,
    LINE_STATED,
    Post,
    Snapshot,
)

from . import merged
from .asking import ask_about_lone, ask_about_rows
from .findings import Fault, Findings, quoted
from .keys import Keys
from .managers import Managers
from .matching import Matching, find_faults
from .rows import NOBODY, Holder, ListedPost, posts_listed
from .table import Table, rows_listed
from .units import Units


@dataclass(frozen=True)
class Known:
    """What the council has already: its kinds of unit, its grades, its states, and its keys.

    `states`: how it spells each, by the word without its capitals.
    `keys`: every key of its structures, with the post number of what has it, if any.
    """

    kinds: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    states: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Establishment:
    """What a list would make. Only one without faults may be made.

    `holders` are by the key of the post, apart from the snapshot.
    """

    snapshot: Snapshot
    holders: Mapping[str, Holder]
    new_grades: tuple[str, ...]
    new_kinds: tuple[str, ...]
    faults: tuple[Fault, ...]
    remarks: tuple[str, ...]

    @property
    def deepest_tier(self) -> int | None:
        """The lowest tier of its posts; None where the tier of any is not known."""
        tiers = [self.snapshot.tier_of(key) for key in self.snapshot.posts]
        known = [tier for tier in tiers if tier is not None]
        return max(known, default=None) if len(known) == len(tiers) else None


def establish(table: Table, matching: Matching, known: Known = Known()) -> Establishment:
    """Make of a list the structure that it describes, as far as it can be read."""
    findings = Findings()
    table = merged.spread(table, matching, findings)
    find_faults(table, matching, findings)
    posts = posts_listed(table, matching, findings)
    ask_about_lone(posts, table, findings)
    return _Making(posts, matching, known, findings).establishment()


class _Making:
    def __init__(
        self, posts: Sequence[ListedPost], matching: Matching, known: Known, findings: Findings
    ) -> None:
        self.posts, self.matching, self.known = posts, matching, known
        self.findings = findings
        self.units = Units(posts, {kind.casefold(): kind for kind in known.kinds})
        self.grades = {_plain(grade): grade for grade in known.grades}
        self.states = dict(known.states)

    def establishment(self) -> Establishment:
        if not self.posts and not self.findings.places:
            self.findings.add(None, "There is no post below the headings.")
        self._find_doubles()
        self.units.find_faults(self.findings)
        snapshot = self._snapshot()
        if not self.findings.places:
            self._remark(snapshot)
        known_kinds = {kind.casefold() for kind in self.known.kinds}
        used = {unit.kind for unit in snapshot.units.values()}
        return Establishment(
            snapshot=snapshot,
            holders={
                self.key_of[post.row]: post.holder for post in self.posts if post.holder is not None
            },
            new_grades=tuple(self.grades.values())[len(self.known.grades) :],
            new_kinds=tuple(
                kind
                for plain, kind in self.units.kinds.items()
                if plain not in known_kinds and kind in used
            ),
            faults=tuple(self.findings.faults),
            remarks=tuple(self.findings.remarks),
        )

    def _find_doubles(self) -> None:
        """Note each post number that several rows have."""
        column = self.matching.of("post_number")
        numbers: dict[str, list[ListedPost]] = {}
        for post in self.posts:
            if post.post_number is not None:
                numbers.setdefault(_plain(post.post_number), []).append(post)
        for same in numbers.values():
            if len(same) > 1 and column:
                rows = rows_listed(post.row for post in same)
                said = f"{quoted(same[0].post_number or '')} is the post number of {rows}."
                advice = "Give each post its own; of a job share, leave one row."
                for post in same[1:]:
                    self.findings.add(post.row, f"{said} {advice}", column.number, column.heading)

    def _snapshot(self) -> Snapshot:
        keys = Keys(self.known.keys)
        numbered = [post for post in self.posts if post.post_number is not None]
        self.key_of = {post.row: keys.of_number(post.post_number or "") for post in numbered}
        paths, units = self.units.made(keys)
        for post in self.posts:
            if post.row not in self.key_of:
                self.key_of[post.row] = keys.free(post.title or "")
        managers = self._managers()
        posts = [self._post(post, paths, managers.get(post.row)) for post in self.posts]
        return Snapshot("", "", units=units, posts={post.key: post for post in posts})

    def _managers(self) -> dict[int, ListedPost]:
        column = self.matching.of("reports_to")
        return Managers(self.posts, column, self.findings).found() if column else {}

    def _post(
        self, post: ListedPost, paths: Mapping[tuple[str, ...], str], manager: ListedPost | None
    ) -> Post:
        path = self.units.path_of.get(post.row)
        other = post.reports_to_other if post.reports_to is None else None
        texts: dict[str, Any] = {
            **post.texts,
            "grade": _spelt(self.grades, post.texts["grade"]),
            "state": _spelt(self.states, post.texts["state"]),
        }
        return Post(
            key=self.key_of[post.row],
            unit=paths[path] if path else None,
            line=self._line(post, manager),
            reports_to=self.key_of[manager.row] if manager else None,
            reports_to_other=other,
            fte=post.fte,
            number=post.number,
            tier=post.tier,
            **texts,
        )

    def _line(self, post: ListedPost, manager: ListedPost | None) -> str:
        """Whether the post's line is stated, and to whom."""
        if manager is not None:
            return LINE_STATED
        if post.reports_to is None and post.reports_to_other is not None:
            return LINE_OUTSIDE
        if post.reports_to is None:
            column = self.matching.of("reports_to")
            return LINE_NONE if column and self.matching.empty_is_nobody else LINE_NOT_STATED
        return LINE_NONE if _plain(post.reports_to) in NOBODY else LINE_NOT_STATED

    # ---- what is not wrong, and should be known ----

    def _remark(self, snapshot: Snapshot) -> None:
        ask_about_rows(self.posts, self.units, self.findings)
        self._remark_on_likes()
        self._remark_on_hours()
        self._remark_on_tops(snapshot)

    def _remark_on_likes(self) -> None:
        """Say which posts without a number are alike: each row is a post of its own."""
        alike: dict[object, list[int]] = {}
        for post in self.posts:
            if post.post_number is None:
                texts = post.texts["title"], post.texts["grade"]
                same = (texts, self.units.path_of.get(post.row), post.reports_to)
                alike.setdefault(same, []).append(post.row)
        groups = [rows for rows in alike.values() if len(rows) > 1]
        if groups:
            count = sum(map(len, groups))
            self.findings.remark(
                f"{count:,} rows without a post number are like another in title, unit, grade and "
                f"manager (first {rows_listed(groups[0])}). None is taken for another."
            )

    def _remark_on_hours(self) -> None:
        rows = [post.row for post in self.posts if post.fte and post.fte > 1 and post.number == 1]
        if rows:
            one = "1 post has" if len(rows) == 1 else f"{len(rows):,} posts have"
            self.findings.remark(
                f"{one} an FTE over 1 ({rows_listed(rows)}). Each row is one post, unless a column "
                "says how many."
            )

    def _remark_on_tops(self, snapshot: Snapshot) -> None:
        unstated = [post for post in snapshot.posts.values() if post.line == LINE_NOT_STATED]
        if unstated and self.matching.of("reports_to"):
            said = how_many(unstated, "post")
            they = (
                "does not say whom it reports"
                if said == "1 post"
                else "do not say whom they report"
            )
            self.findings.remark(
                f"{said[0].upper()}{said[1:]} {they} to: not stated. Write “none” where a post "
                "reports to nobody."
            )


def _spelt(words: dict[str, str], word: str | None) -> str | None:
    """A grade or state as the council spells it, or as it is first spelt here."""
    return None if word is None else words.setdefault(_plain(word), word)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
