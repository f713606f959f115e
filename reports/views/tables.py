"""The tables of a restructure as a page shows them: counts, kinds of change, posts, figures.

Its one rule: a row that is not known says so, and each row has its paragraphs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from posts.naming import Mark, post_state
from posts.snapshot import Post, Snapshot
from reports.anchors import anchor_of
from reports.calling import called, called_by_key
from reports.comparison import Comparison
from reports.counts import Count, in_figures
from reports.labels import LOOKS, mark
from reports.measures import PostRow
from reports.sizes import CANNOT as CANNOT_BE
from reports.sizes import Size, sizes
from reports.verdicts import AGREES, BOTH, CANNOT, DISAGREES, VERDICTS, Verdict

UNCHANGED, OUT = Mark("same", "unchanged"), Mark("same", "out of scope")


@dataclass(frozen=True, slots=True)
class Strip:
    """One figure of the strip of counts, before and after."""

    size: Size

    @property
    def name(self) -> str:
        return self.size.name

    @property
    def before(self) -> Count:
        return self.size.before

    @property
    def after(self) -> Count:
        return self.size.after

    @property
    def difference(self) -> str:
        """By how much it changes."""
        said = self.size.change
        if said in (CANNOT_BE, "–"):
            return f"the difference {CANNOT_BE}"
        return "no difference" if said == "0" else said


def strip(comparison: Comparison) -> list[Strip]:
    """How large both structures are; posts down to the tier that both list in full."""
    return [
        Strip(size)
        for size in sizes(comparison)
        if size.name.startswith(("Units", "Posts", "FTE")) or _any(size.before, size.after)
    ]


def _any(*counts: Count) -> bool:
    return any(count.low for count in counts)


@dataclass(frozen=True, slots=True)
class KindOfChange:
    """A kind of change in the key: its label, and how many things change so."""

    mark: Mark
    things: str


def key_of_kinds(comparison: Comparison) -> list[KindOfChange]:
    """The kinds of change that there are, with their numbers."""
    return [
        KindOfChange(Mark(LOOKS.get(row.kinds[0], "altered"), row.label), row.things)
        for row in comparison.kinds
        if row.changes
    ]


def kinds_there_are_none_of(comparison: Comparison) -> str:
    """The kinds of change of which there is none, in one line."""
    there = {row.kinds[0] for row in comparison.kinds if row.changes}
    none = (row.kinds[0] for row in comparison.kinds if row.kinds[0] not in there)
    return ", ".join(dict.fromkeys(none))


@dataclass(frozen=True, slots=True)
class PostEnd:
    """A post on one side: what it is called, its unit, its grade, its state."""

    name: str
    unit: str | None
    grade: str | None
    state: str | None
    filled_by: str | None


@dataclass(frozen=True, slots=True)
class PostLine:
    """A line of posts before and after, with its labels of change and their paragraphs."""

    before: tuple[PostEnd, ...]
    after: tuple[PostEnd, ...]
    marks: tuple[Mark, ...]
    sources: tuple[str, ...]
    why: str | None

    @property
    def is_changed(self) -> bool:
        """Whether anything changes, or is not known."""
        return self.marks not in ((UNCHANGED,), (OUT,))


def post_lines(comparison: Comparison, ways: Mapping[str, str]) -> list[PostLine]:
    """Posts before and after: those that change first, each part in the structures' order.

    `ways`: how proposed posts are filled, as far as whoever reads may know it.
    """
    sides = comparison.before, comparison.after
    lines = [_post_line(row, *sides, ways) for row in comparison.post_rows]
    return sorted(lines, key=lambda line: not line.is_changed)


def _post_line(
    row: PostRow, before: Snapshot, after: Snapshot, ways: Mapping[str, str]
) -> PostLine:
    marks = tuple(dict.fromkeys(map(mark, row.changes))) or (OUT if row.out else UNCHANGED,)
    said = [source for change in row.changes for source in change.sources]
    said = said or [source for post in (row.after or row.before) for source in post.sources]
    return PostLine(
        before=tuple(_end(before, post, {}) for post in row.before),
        after=tuple(_end(after, post, ways) for post in row.after),
        marks=marks,
        sources=tuple(dict.fromkeys(said)),
        why=row.out.why if row.out else None,
    )


def _end(snapshot: Snapshot, post: Post, ways: Mapping[str, str]) -> PostEnd:
    unit = snapshot.called(post.unit) if post.unit else None
    return PostEnd(called(post), unit, post.grade, post_state(post), ways.get(post.key))


LOOK = {AGREES: "agrees", DISAGREES: "disagrees", CANNOT: "cannot", BOTH: "both"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated figure beside what the structures give, and whether they agree."""

    about: str | None
    says: str
    stated: str | None
    computed: str | None
    verdict: str
    look: str
    why: str | None
    sources: tuple[str, ...]
    note: str | None
    anchor: str


def figures(verdicts: Sequence[Verdict]) -> list[Figure]:
    """What disagrees first, then what the paper says both ways, what is open, what agrees."""
    ordered = sorted(verdicts, key=lambda verdict: VERDICTS.index(verdict.verdict))
    return [_figure(verdict) for verdict in ordered]


def _figure(verdict: Verdict) -> Figure:
    statement, computed = verdict.statement, verdict.computed
    words = None
    if computed is not None and computed.is_known:
        words = computed.signed if statement.side == "difference" else str(computed)
    return Figure(
        about=statement.about,
        says=statement.says,
        stated=None if statement.value is None else in_figures(statement.value),
        computed=words,
        verdict=verdict.verdict.capitalize(),
        look=LOOK[verdict.verdict],
        why=verdict.why,
        sources=statement.sources,
        note=statement.note,
        anchor=anchor_of(statement),
    )


def how_many_agree(verdicts: Sequence[Verdict]) -> str:
    """How many figures have which verdict, in one line."""
    numbers = {word: sum(one.verdict == word for one in verdicts) for word in VERDICTS}
    said = {DISAGREES: "disagree", BOTH: "the paper says both", AGREES: "agree"}
    return " · ".join(f"{n} {said.get(word, word)}" for word, n in numbers.items() if n)


@dataclass(frozen=True, slots=True)
class InScopeOrNot:
    """A unit or post of which it is not decided whether it is in scope, and why."""

    name: str | None
    why: str | None
    sources: tuple[str, ...]


def scope_undecided(comparison: Comparison) -> list[InScopeOrNot]:
    """What is not yet known to be in scope or out of it."""
    sides = comparison.after, comparison.before
    return [
        InScopeOrNot(
            next(filter(None, (called_by_key(side, one.key) for side in sides)), None),
            one.why,
            one.sources,
        )
        for one in comparison.undecided
    ]
