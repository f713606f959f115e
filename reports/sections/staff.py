"""What becomes of staff: the fate of each existing post, how each proposed one is filled, pools.

Its one rule: posts, people, contracts and dismissals have columns of their own, and none is
reckoned from another.
"""

from collections.abc import Iterable, Iterator, Sequence

from posts.snapshot import Post, Snapshot
from reports.left_out import LEFT_OUT
from reports.making import name_of
from reports.proposal import Fate, Filling
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Note, Table
from reports.sections.saying import title
from reports.sections.tables import Given, number, table_of, words

_AFFECTED = (
    words("Existing post", 6), words("Unit", 4), number("Posts", 2), words("Outcome", 4),
    words("Ring-fence", 4), number("People", 2), number("Contracts", 2), number("At risk", 2),
    number("Proposed dismissals", 3), words("Note", 4),
)  # fmt: skip
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
    """A row for each existing post of which it is recorded what becomes.

    What is not in the edition is in no row, and so there is no total.
    """
    is_cut = asked.comparison.left_out.fates
    before, fates = asked.comparison.before, asked.comparison.proposal.fates
    rows = [
        _fate(before, fate, before.posts[fate.key]) for fate in fates if fate.key in before.posts
    ]
    caption = "Staff affected"
    total = None if is_cut else "Total"
    table = table_of("staff.affected", caption, _AFFECTED, rows, fold=_FOLD, total=total)
    return _with_note([table] if rows else [], is_cut, "affected", "Existing posts that have")


def _with_note(tables: Sequence[Table], is_cut: bool, key: str, which: str) -> list[Block]:
    """What is left of a table, and that it is not all."""
    text = f"{which} one holder are {LEFT_OUT}."
    return [*tables, *([Note(key=f"staff.{key}.left-out", text=text)] if is_cut else [])]


def _fate(before: Snapshot, fate: Fate, post: Post) -> tuple[Given, ...]:
    return (
        title(post), name_of(before, post.unit), post.number, fate.outcome, fate.ring_fence,
        fate.people, fate.contracts, fate.at_risk, fate.dismissals, fate.note,
    )  # fmt: skip


def filled(asked: Asked) -> list[Block]:
    """A row for each proposed post of which it is recorded how it is filled."""
    is_cut = asked.comparison.left_out.fillings
    after, fillings = asked.comparison.after, asked.comparison.proposal.fillings
    known = {filling.key: filling for filling in fillings}
    rows = [
        _filling(after, post, known.get(post.key))
        for post in after.posts.values()
        if post.key in known or post.filled_by
    ]
    fold = "Unit", "Ring-fence", "Note"
    total = None if is_cut else "Total"
    table = table_of("staff.filled", "How posts are filled", _FILLED, rows, fold=fold, total=total)
    return _with_note([table] if rows else [], is_cut, "filled", "Proposed posts that go to")


def _filling(after: Snapshot, post: Post, filling: Filling | None) -> tuple[Given, ...]:
    way, fence, note = post.filled_by, None, None
    if filling is not None:
        way, fence = filling.way, filling.ring_fence
        note = filling.note or post.filled_by
    return title(post), name_of(after, post.unit), post.number, way, fence, note


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
        held = _posts(comparison.before, (each.key for each in fates))
        places = [each.key for each in proposal.fillings if each.ring_fence == fence.name]
        offered = _posts(comparison.after, places)
        yield (
            fence.name, _titles(held), _number(post.number for post in held),
            _number(fate.people for fate in fates),
            _titles(offered), _number(post.number for post in offered), fence.note,
        )  # fmt: skip


def _posts(snapshot: Snapshot, keys: Iterable[str]) -> list[Post]:
    return [snapshot.posts[key] for key in keys if key in snapshot.posts]


def _titles(posts: Iterable[Post]) -> str | None:
    return "; ".join(dict.fromkeys(map(title, posts))) or None


def _number(numbers: Iterable[int | None]) -> int | None:
    """All together; None where one of them, or all, are not stated."""
    known = list(numbers)
    return sum(n for n in known if n is not None) if known and None not in known else None
