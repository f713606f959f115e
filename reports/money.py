"""What two structures cost in a year, and what lies between, in all, by division and by phase.

Its one rule: what is not known is named, and a difference over it is only said where it is the
same on both sides.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from divisions import dates
from posts.naming import NOT_STATED
from posts.snapshot import NEW, OUTSIDE, Post, Snapshot
from reports import tiers
from reports.matching import Matching
from reports.measures import by_division
from reports.pairs import Pair, Seat, sums
from reports.pay import ACTUAL, TOP, Pay, Terms, cost_of, pounds_in_words
from reports.proposal import Proposal
from reports.sections.saying import title
from reports.worked_out import Sum

NO_DIVISION, NO_PHASE = "In no division", "No phase stated"
NO_POSTS = "no posts are recorded"


@dataclass(frozen=True, slots=True)
class Lack:
    """What is missing from an amount: of what, and why. `key` is that of the post, if it is one."""

    key: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Amount:
    """What is known of an amount, and what is missing from it."""

    pounds: Decimal = Decimal(0)
    lacks: tuple[Lack, ...] = ()

    @property
    def exact(self) -> Decimal | None:
        """The amount, where nothing is missing from it."""
        return None if self.lacks else self.pounds

    def __str__(self) -> str:
        if not self.lacks:
            return pounds_in_words(self.pounds)
        return f"at least {pounds_in_words(self.pounds)}" if self.pounds else NOT_STATED


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the bill: what it is of, its cost before and after, and what lies between.

    `change` None cannot be computed; `hindrances` say why. `sums`: how many times the pay of which
    grades, or of which posts, both costs are.
    """

    name: str
    before: Amount
    after: Amount
    change: Decimal | None
    hindrances: tuple[Lack, ...] = ()
    sums: tuple[Sum, ...] = ()


@dataclass(frozen=True, slots=True)
class Bill:
    """What both structures cost, on which terms; `percent` are the on-costs of the day."""

    terms: Terms
    percent: Decimal | None
    whole: Line
    divisions: tuple[Line, ...] = ()
    phases: tuple[Line, ...] = ()


def terms_of(proposal: Proposal) -> Terms:
    """The basis of the report, and the day the restructure takes effect, else of the meeting."""
    basis = proposal.report.basis if proposal.report else TOP
    days = (_day(text) for text in (proposal.effective, proposal.meeting))
    return Terms(basis=basis, day=next((day.isoformat() for day in days if day), None))


def _day(text: str | None) -> date | None:
    try:
        return dates.parse(text).earliest if text else None
    except ValueError:
        return None


def bill_of(pay: Pay, before: Snapshot, after: Snapshot, proposal: Proposal) -> Bill:
    """What two structures cost in a year, and what lies between."""
    terms = terms_of(proposal)
    pairs = list(_pairs(pay, before, after, terms))
    divisions = tuple(_by_division(pairs, before, after))
    return Bill(
        terms,
        pay.percent(terms.day),
        _whole(pairs, before, after, divisions),
        divisions,
        tuple(_by_phase(pairs, after, proposal)),
    )


# ---- posts ----


def _pairs(pay: Pay, before: Snapshot, after: Snapshot, terms: Terms) -> Iterator[Pair]:
    """Every post of the council, before and after."""
    matching, gone = Matching(before, after), dict(before.posts)
    for post in after.posts.values():
        was = gone.pop(matching.was.get(post.key, post.key), None)
        old = _seat(pay, before, was, terms, was) if was else None
        becomes = _seat(pay, after, post, terms, _kept(was, post))
        if old or becomes:
            yield Pair(old, becomes, None if old or was else _why_open(before, after, post))
    for post in gone.values():
        if seat := _seat(pay, before, post, terms, post):
            yield Pair(seat, None, _why_open(after, before, post))


def _kept(was: Post | None, post: Post) -> Post | None:
    """The post whose holders are paid the same in a proposed one: if grade and number stay."""
    is_kept = was is not None and (was.grade, was.number) == (post.grade, post.number)
    return was if is_kept else None


def _seat(
    pay: Pay, snapshot: Snapshot, post: Post, terms: Terms, held_as: Post | None
) -> Seat | None:
    """A post with its cost; None for one of another body."""
    if snapshot.place_of(post.key) == OUTSIDE:
        return None
    price = cost_of(pay, post, terms, pay.actual.get(held_as.key) if held_as else None)
    of_holders = held_as.key if held_as else None
    paid = of_holders if terms.basis == ACTUAL else post.grade
    return Seat(post, price.pounds, price.why, paid)


def _why_open(other: Snapshot, own: Snapshot, post: Post) -> str | None:
    """Why a post that stands on one side only may be on the other all the same."""
    is_told = any(each.key == post.key for each in other.endings) or any(
        each.share == NEW for each in own.origins_of.get(post.key, ())
    )
    if is_told or tiers.lists(other, own.tier_of(post.key)):
        return None
    return f"“{other.title}” does not list every post, and may have it too"


# ---- amounts ----


def _amount(
    seats: Iterable[Seat | None], others: Iterable[Pair], empty: Lack | None = None
) -> Amount:
    """What the posts of a side cost; `others` stand on the other side, and may be here too."""
    known = [seat for seat in seats if seat is not None]
    lacks = (
        *(Lack(seat.post.key, title(seat.post), seat.why) for seat in known if seat.why),
        *(lack for pair in others for lack in _open(pair)),
        *((empty,) if empty else ()),
    )
    costs = (seat.cost for seat in known if seat.cost is not None)
    return Amount(sum(costs, start=Decimal(0)), lacks)


def _open(pair: Pair) -> Iterator[Lack]:
    seat = pair.was or pair.becomes
    if seat and pair.open:
        yield Lack("", title(seat.post), pair.open)


def _bare(side: Snapshot, key: str | None, name: str) -> Lack | None:
    """That no post of a division is recorded, where the structure does not list every post."""
    is_open = key in side.units and not side.is_whole
    return Lack("", name, NO_POSTS) if is_open else None


# ---- lines ----


def _line(
    name: str, pairs: Sequence[Pair], empty: tuple[Lack | None, Lack | None] = (None, None)
) -> Line:
    """The line of some posts; `empty` are the sides of which no posts at all are recorded."""
    changes = [pair.change for pair in pairs]
    known = [change for change in changes if change is not None]
    is_known = len(known) == len(changes) and not any(empty)
    added = (pair for pair in pairs if pair.was is None)
    gone = (pair for pair in pairs if pair.becomes is None)
    return Line(
        name,
        _amount((pair.was for pair in pairs), added, empty[0]),
        _amount((pair.becomes for pair in pairs), gone, empty[1]),
        sum(known, start=Decimal(0)) if is_known else None,
        (*_hindrances(pairs), *filter(None, empty)),
        sums(pairs),
    )


def _whole(
    pairs: Sequence[Pair], before: Snapshot, after: Snapshot, divisions: Sequence[Line]
) -> Line:
    """The line of all posts, which lacks each division of which none is recorded.

    The difference is of the posts that are recorded, and is known where it is known of each.
    """
    empty = [None if side.posts else Lack("", side.title, NO_POSTS) for side in (before, after)]
    line = _line("All posts", pairs, (empty[0], empty[1]))
    return replace(
        line,
        before=line.before if empty[0] else _lacking(line.before, [of.before for of in divisions]),
        after=line.after if empty[1] else _lacking(line.after, [of.after for of in divisions]),
    )


def _lacking(amount: Amount, divisions: Iterable[Amount]) -> Amount:
    """An amount that also lacks those divisions of which nothing is recorded."""
    bare = (lack for each in divisions for lack in each.lacks if lack.why == NO_POSTS)
    return replace(amount, lacks=(*amount.lacks, *bare))


def _hindrances(pairs: Iterable[Pair]) -> Iterator[Lack]:
    for pair in pairs:
        seats = (pair.becomes, pair.was) if pair.change is None else ()
        for seat in seats:
            if seat is not None and (pair.open or seat.why):
                yield Lack(seat.post.key, title(seat.post), pair.open or seat.why or "")


def _by_division(pairs: Sequence[Pair], before: Snapshot, after: Snapshot) -> Iterator[Line]:
    """Each division with all below it; a post that moves is gone from one and new in another."""
    names = {each.key: each.name or "" for each in by_division(before, after)}
    sides = [
        {key: _division(side, post, names) for key, post in side.posts.items()}
        for side in (before, after)
    ]
    for key, name in (*names.items(), (None, NO_DIVISION)):
        was, becomes = ({post for post in of if of[post] == key} for of in sides)
        found = list(_within(pairs, was, becomes))
        empty = (
            None if was else _bare(before, key, name),
            None if becomes else _bare(after, key, name),
        )
        if found or any(empty):
            yield _line(name, found, empty)


def _division(side: Snapshot, post: Post, names: dict[str | None, str]) -> str | None:
    if post.unit is None:
        return None
    units = [post.unit, *(unit.key for unit in side.above(post.unit))]
    return next((key for key in units if key in names), None)


def _within(pairs: Iterable[Pair], before: set[str], after: set[str]) -> Iterator[Pair]:
    """Of each pair those that are among the keys on their side."""
    for pair in pairs:
        was = pair.was if pair.was and pair.was.post.key in before else None
        becomes = pair.becomes if pair.becomes and pair.becomes.post.key in after else None
        if was or becomes:
            yield Pair(was, becomes, pair.open)


def _by_phase(pairs: Sequence[Pair], after: Snapshot, proposal: Proposal) -> Iterator[Line]:
    """What differs in each phase; nothing where no phase is stated."""
    ends = {each.key: each.phase for each in after.endings}
    groups = dict[str | None, list[Pair]]()
    for pair in pairs:
        if pair.change != 0:
            phase = _phase(pair, ends)
            groups.setdefault(phase, []).append(pair)
    names = dict.fromkeys([*(phase.name for phase in proposal.phases), *filter(None, groups)])
    if names:
        for name in (*names, None):
            if name in groups:
                yield _line(name or NO_PHASE, groups[name])


def _phase(pair: Pair, ends: dict[str, str | None]) -> str | None:
    if pair.becomes is not None:
        return pair.becomes.post.phase
    return ends.get(pair.was.post.key) if pair.was else None
