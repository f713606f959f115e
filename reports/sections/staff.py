"""What becomes of staff: the fate of each existing post, how each proposed one is filled, pools.

Its one rule: posts, people, contracts and dismissals have columns of their own, and none is
reckoned from another.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from posts.snapshot import Post, Snapshot
from reports.counting import post_count
from reports.counts import added
from reports.left_out import LEFT_OUT
from reports.making import name_of
from reports.people.by_post import by_post
from reports.proposal import NOBODY_AT_RISK, Fate, Filling
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Note, Table
from reports.sections.saying import title
from reports.sections.tables import EMPTY, AsAbove, Given, number, table_of, words

_AFFECTED = (
    words("Existing post", 6), words("Unit", 4), number("Posts", 2), words("Outcome", 4),
    words("Ring-fence", 4), number("People", 2), number("Contracts", 2), number("At risk", 2),
    number("Proposed dismissals", 3), words("Note", 4),
)  # fmt: skip
_AT_RISK = "at_risk", "dismissals"
_FOLD = ("Unit", "Ring-fence", "People", "Contracts", "At risk", "Proposed dismissals", "Note")
_FILLED = (
    words("Proposed post", 6), words("Unit", 5), number("Posts", 2), words("How it is filled", 5),
    words("Ring-fence", 4), words("Note", 4),
)  # fmt: skip
_POOLS = (
    words("Ring-fence", 5), words("Who may apply", 6), number("Posts held", 2),
    number("People", 2), words("For which posts", 6), number("Places", 2), words("Note", 4),
)  # fmt: skip


def affected(asked: Asked) -> list[Block]:
    """A row for each fate of an existing post: several, where not all of its holders share one.

    Those of whom no more is to be said than that they stay have one row together. What is not in
    the edition is in no row, and so there is no total.
    """
    is_cut = asked.comparison.left_out.fates
    before, of = asked.comparison.before, by_post(asked.comparison.proposal.fates)
    of = {key: fates for key, fates in of.items() if key in before.posts}
    told = [name for name in _AT_RISK if any(_states(each, name) for each in of.values())]
    staying = [before.posts[key] for key, fates in of.items() if all(map(_just_stays, fates))]
    together = frozenset(post.key for post in staying) if len(staying) > 1 else frozenset()
    rows = [
        _fate(before, fate, before.posts[key], nth, told)
        for key, fates in of.items()
        if key not in together
        for nth, fate in enumerate(fates)
    ]
    rows += [_staying(before, staying, told)] if together else []
    caption = "Staff affected"
    total = None if is_cut else "Total"
    table = table_of("staff.affected", caption, _AFFECTED, rows, fold=_FOLD, total=total)
    return _with_note([table] if rows else [], is_cut, "affected", "Existing posts that have")


def _with_note(tables: Sequence[Table], is_cut: bool, key: str, which: str) -> list[Block]:
    """What is left of a table, and that it is not all."""
    text = f"{which} one holder are {LEFT_OUT}."
    return [*tables, *([Note(key=f"staff.{key}.left-out", text=text)] if is_cut else [])]


def _states(fates: Sequence[Fate], name: str) -> bool:
    return any(getattr(fate, name) is not None for fate in fates)


def _just_stays(fate: Fate) -> bool:
    """Whether nothing else is said of the holders of a post than that they stay."""
    more = fate.ring_fence, fate.people, fate.contracts, fate.at_risk, fate.dismissals, fate.note
    return fate.outcome == "stays" and not any(each is not None for each in more)


def _fate(
    before: Snapshot, fate: Fate, post: Post, nth: int, told: Sequence[str]
) -> tuple[Given, ...]:
    return (
        title(post), name_of(before, post.unit), _posts_of(post, nth), fate.outcome,
        fate.ring_fence or _no_fence(fate), fate.people, fate.contracts,
        *_numbers(fate, told), fate.note,
    )  # fmt: skip


def _numbers(fate: Fate, told: Sequence[str]) -> list[int | None]:
    """Those at risk and the dismissals; nothing of what is stated of nobody."""
    return [fate.counted(name) if name in told else None for name in _AT_RISK]


def _no_fence(fate: Fate) -> str | None:
    """What stands for the ring-fence of those who are in none, whatever is recorded."""
    return EMPTY if fate.outcome in NOBODY_AT_RISK else None


def _staying(before: Snapshot, posts: Sequence[Post], told: Sequence[str]) -> tuple[Given, ...]:
    """One row for all the posts whose holders just stay."""
    units = {name_of(before, post.unit) for post in posts}
    unit = units.pop() if len(units) == 1 else "several"
    fate = Fate(key="", outcome="stays")
    return (
        "Posts whose holders stay", unit, added(map(post_count, posts)), fate.outcome, EMPTY, None,
        None, *_numbers(fate, told), None,
    )  # fmt: skip


def _posts_of(post: Post, nth: int) -> Given:
    """How many posts there are; of a second fate, that these are counted above."""
    return AsAbove() if nth else post.number


def filled(asked: Asked) -> list[Block]:
    """A row for each way in which a proposed post is filled, as far as that is recorded."""
    is_cut = asked.comparison.left_out.fillings
    after, fillings = asked.comparison.after, asked.comparison.proposal.fillings
    known = by_post(fillings)
    rows = [
        _filling(after, post, filling, nth)
        for post in after.posts.values()
        if post.key in known or post.filled_by
        for nth, filling in enumerate(known.get(post.key, (None,)))
    ]
    fold = "Unit", "Ring-fence", "Note"
    total = None if is_cut else "Total"
    table = table_of("staff.filled", "How posts are filled", _FILLED, rows, fold=fold, total=total)
    return _with_note([table] if rows else [], is_cut, "filled", "Proposed posts that go to")


def _filling(after: Snapshot, post: Post, filling: Filling | None, nth: int) -> tuple[Given, ...]:
    way, fence, note = post.filled_by, None, None
    if filling is not None:
        way, fence = filling.way, filling.ring_fence
        note = filling.note or post.filled_by
    return title(post), name_of(after, post.unit), _posts_of(post, nth), way, fence, note


def ring_fences(asked: Asked) -> list[Block]:
    """A row for each ring-fence: who may apply, how many they are, and for how many places."""
    if asked.comparison.left_out.fates:
        text = f"Who alone may apply for which posts is {LEFT_OUT}."
        return [Note(key="staff.pools.left-out", text=text)]
    rows = list(_pools(asked))
    fold = "People", "Note"
    return [table_of("staff.pools", "Ring-fences", _POOLS, rows, fold=fold)] if rows else []


def _pools(asked: Asked) -> Iterator[tuple[Given, ...]]:
    comparison, proposal = asked.comparison, asked.comparison.proposal
    for fence in proposal.ring_fences:
        fates = [each for each in proposal.fates if each.ring_fence == fence.name]
        held = _within(comparison.before, by_post(proposal.fates), fence.name)
        offered = _within(comparison.after, by_post(proposal.fillings), fence.name)
        yield (
            fence.name, _titles(held), _number(number for _, number in held),
            _number(fate.people for fate in fates),
            _titles(offered), _number(number for _, number in offered), fence.note,
        )  # fmt: skip


def _within(
    snapshot: Snapshot, of: Mapping[str, Sequence[Fate | Filling]], fence: str
) -> list[tuple[Post, int | None]]:
    """The posts of a ring-fence, each with how many of them are in it: not stated if not all."""
    fences = {key: {each.ring_fence for each in records} for key, records in of.items()}
    return [
        (snapshot.posts[key], snapshot.posts[key].number if len(names) == 1 else None)
        for key, names in fences.items()
        if fence in names and key in snapshot.posts
    ]


def _titles(posts: Iterable[tuple[Post, int | None]]) -> str | None:
    return "; ".join(dict.fromkeys(title(post) for post, _ in posts)) or None


def _number(numbers: Iterable[int | None]) -> int | None:
    """All together; None where one of them, or all, are not stated."""
    known = list(numbers)
    return sum(n for n in known if n is not None) if known and None not in known else None
