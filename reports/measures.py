"""The figures of a restructure: posts by tier, category, grade and division, before and after.

Its one rule: each figure is a `Count`; what one structure does not list, the other cannot be
subtracted from.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from posts.snapshot import COUNCIL, Post, Snapshot, Unit
from reports import tiers
from reports.change import FORMED_FROM, MERGED, POST, SPLIT, Change
from reports.conditions import perhaps_of_category
from reports.counting import Totals, count, post_count, totals
from reports.counts import NONE, Count, added
from reports.matching import Matching
from reports.proposal import POSTS
from reports.scope import OutOfScope
from reports.services import Into, Service, into_each, out_of_each
from reports.verdicts import VERDICTS, Verdict, only_said, verdicts

__all__ = [
    "VERDICTS", "Into", "Measure", "PostRow", "Service", "Totals", "Verdict", "by_category",
    "by_division", "by_grade", "by_tier", "common_tier", "divisions", "into_each", "only_said",
    "out_of_each", "post_rows", "totals", "verdicts",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of a table of figures; None where the thing does not stand in that structure.

    `name` None is the line of what is not stated: the posts of no stated tier, category or grade.
    """

    name: str | None
    before: Count | None
    after: Count | None
    key: str | None = None

    @property
    def difference(self) -> Count | None:
        """After less before; None where one of them does not stand."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRow:
    """Existing posts, what changes, and proposed posts: one line of posts before and after.

    None before: a post that is new or of unknown origin. None after: one that goes, or whose fate
    is not stated. Several: merged, formed from or split. Without `changes` it is unchanged, unless
    `out` says why it is left alone.
    """

    before: tuple[Post, ...]
    after: tuple[Post, ...]
    changes: tuple[Change, ...] = ()
    out: OutOfScope | None = None


def common_tier(before: Snapshot, after: Snapshot) -> int | None:
    """The tier down to which both list everything: where their totals can be compared.

    None where one lists nothing in full, and where both list every post, of whatever tier.
    """
    return tiers.limit(before, after)


def by_tier(before: Snapshot, after: Snapshot) -> list[Measure]:
    """Posts in each tier, from the top, those of no known tier last."""
    return _by(before, after, lambda snapshot, post: snapshot.tier_of(post.key), _none)


def by_category(before: Snapshot, after: Snapshot) -> list[Measure]:
    """Posts in each category, in the order in which the structures name them.

    A post without one may be of a category whose words are in its title.
    """
    return _by(before, after, lambda _, post: post.category, perhaps_of_category)


def by_grade(before: Snapshot, after: Snapshot) -> list[Measure]:
    """Posts on each grade, in the order in which the structures name them.

    A post whose grade is not stated may be on any.
    """
    return _by(before, after, lambda _, post: post.grade, _any)


def by_division(before: Snapshot, after: Snapshot) -> list[Measure]:
    """Posts in each top division with all below it, down to the tier that both list in full."""
    to_tier = common_tier(before, after)
    where = {} if to_tier is None else {"to_tier": to_tier}
    return [
        Measure(name, _posts_under(before, key, where), _posts_under(after, key, where), key)
        for key, name in divisions(before, after).items()
    ]


def divisions(before: Snapshot, after: Snapshot) -> dict[str, str | None]:
    """The names of the top divisions by their keys.

    They are of one level in both: right below the one top unit, or, where either structure has
    several tops, those tops.
    """
    sides = before, after
    has_one_top = all(map(_below_the_top, sides))
    return {
        unit.key: unit.name
        for side in sides
        for unit in (_below_the_top(side) if has_one_top else _tops(side))
    }


def _posts_under(snapshot: Snapshot, key: str, where: Mapping[str, int]) -> Count | None:
    """The posts of a division; not none where it has none and who heads it is not stated."""
    found = count(snapshot, POSTS, {"under": key, **where})
    return Count(0, None) if found == NONE and key not in snapshot.leads_of else found


def _tops(snapshot: Snapshot) -> list[Unit]:
    return [unit for unit in snapshot.tops(COUNCIL) if not unit.is_function]


def _below_the_top(snapshot: Snapshot) -> list[Unit]:
    """The units right below the council's one top unit; none where it has several."""
    tops = _tops(snapshot)
    below = snapshot.units_under.get(tops[0].key, ()) if len(tops) == 1 else ()
    return [unit for unit in below if not unit.is_function]


_Value = str | int | None
_ValueOf = Callable[[Snapshot, Post], _Value]
_Perhaps = Callable[[Snapshot, str, Sequence[Post], Sequence[Post]], Sequence[Post]]
"""Of the posts of which a value is not stated, those that may have the one that others have."""


def _any(_: Snapshot, value: str, sure: Sequence[Post], unnamed: Sequence[Post]) -> Sequence[Post]:
    return unnamed


def _none(_: Snapshot, value: str, sure: Sequence[Post], unnamed: Sequence[Post]) -> Sequence[Post]:
    return ()


def _by(before: Snapshot, after: Snapshot, value_of: _ValueOf, perhaps: _Perhaps) -> list[Measure]:
    was, becomes = _grouped(before, value_of), _grouped(after, value_of)
    return [
        Measure(
            None if value is None else str(value),
            _counted(value, (before, was), (after, becomes), perhaps),
            _counted(value, (after, becomes), (before, was), perhaps),
        )
        for value in sorted(was | becomes, key=_rank)
    ]


def _rank(value: _Value) -> tuple[bool, int]:
    """Numbers in order, words as they come (sorting is stable), what is not stated last."""
    return value is None, value if isinstance(value, int) else 0


def _grouped(snapshot: Snapshot, value_of: _ValueOf) -> dict[_Value, list[Post]]:
    groups = dict[_Value, list[Post]]()
    for post in snapshot.posts.values():
        groups.setdefault(value_of(snapshot, post), []).append(post)
    return groups


_Side = tuple[Snapshot, Mapping[_Value, Sequence[Post]]]


def _counted(value: _Value, side: _Side, other: _Side, perhaps: _Perhaps) -> Count:
    """The posts of a group; open above unless all of it, here or there, is within what is listed.

    A group that stands only in the other structure is empty here if this one lists its tiers.
    """
    snapshot, groups = side
    posts = groups.get(value, ())
    total = added(map(post_count, posts))
    where, of = (snapshot, posts) if posts else (other[0], other[1].get(value, ()))
    if not all(tiers.lists(snapshot, where.tier_of(post.key)) for post in of) or (
        value is None and not snapshot.is_whole
    ):
        return Count(total.low, None)
    unsure = perhaps(snapshot, str(value), posts, groups.get(None, ()))
    return total + added(Count(0, post_count(post).high) for post in unsure)


def post_rows(
    changes: Sequence[Change],
    before: Snapshot,
    after: Snapshot,
    out: Sequence[OutOfScope] = (),
) -> list[PostRow]:
    """Posts before and after, side by side: those of the structure after, then those gone."""
    matching = Matching(before, after)
    of = dict[str, list[Change]]()
    for change in changes:
        if change.subject == POST:
            of.setdefault(change.key, []).append(change)
    keys = [*after.posts, *(key for key in before.posts if key not in matching.becomes)]
    rows = [_row(matching, key, of.get(key, ()), {each.key: each for each in out}) for key in keys]
    told = {post.key for row in rows if row.changes for post in (*row.before, *row.after)}
    return [row for row in rows if row.changes or row.out or not _is_told(row, told)]


def _is_told(row: PostRow, told: Container[str]) -> bool:
    """Whether a row without a change is half of one that is merged, or that is split."""
    is_half = not row.before or not row.after
    return is_half and all(post.key in told for post in (*row.before, *row.after))


def _row(
    matching: Matching, key: str, changes: Sequence[Change], out: Mapping[str, OutOfScope]
) -> PostRow:
    befores = [matching.was.get(key, key), *_others(changes, MERGED, FORMED_FROM)]
    afters = [key, *_others(changes, SPLIT)]
    return PostRow(
        before=_posts(matching.before, befores),
        after=_posts(matching.after, afters),
        changes=tuple(changes),
        out=out.get(key),
    )


def _others(changes: Sequence[Change], *kinds: str) -> Iterator[str]:
    return (key for change in changes if change.kind in kinds for key in change.others)


def _posts(snapshot: Snapshot, keys: Iterable[str]) -> tuple[Post, ...]:
    return tuple(snapshot.posts[key] for key in dict.fromkeys(keys) if key in snapshot.posts)
