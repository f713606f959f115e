"""What two structures cost in a year, and what lies between, in all, by division and by phase.

Its one rule: what is not known is named, and a difference over it is only said where it is the
same on both sides.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from divisions import dates
from posts.snapshot import Post, Snapshot
from reports.absence import untold
from reports.amounts import Amount, Lack
from reports.listing import Side, Sides, sides_of
from reports.measures import divisions
from reports.pairs import Pair, Seat, pairs_of, sums
from reports.pay import TOP, Pay, Terms
from reports.phases import same_phase
from reports.proposal import Proposal
from reports.sections.saying import title
from reports.worked_out import Sum

NO_DIVISION, NO_PHASE = "In no division", "No phase stated"

_Lacks = tuple[Sequence[Lack], Sequence[Lack]]


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
    may_be_on_both = untold(before, after)
    pairs = list(pairs_of(pay, before, after, terms, may_be_on_both))
    sides = sides_of(before, after, pairs, may_be_on_both)
    parted = list(_by_division(pairs, sides))
    return Bill(
        terms,
        pay.percent(terms.day),
        _whole(pairs, sides, parted),
        tuple(_line(each.name, each.pairs, each.lacks, sides) for each in parted),
        tuple(_by_phase(pairs, after, proposal)),
    )


# ---- lines ----


def _line(
    name: str, pairs: Sequence[Pair], lacks: _Lacks = ((), ()), sides: Iterable[Side] = ()
) -> Line:
    """The line of some posts; `lacks` is what else is missing from it before, and after.

    Of a side without any posts nothing can be told, and so not of the difference either.
    """
    changes = [pair.change for pair in pairs]
    known = [change for change in changes if change is not None]
    empty = [side.missing for side in sides if side.is_empty and side.missing]
    is_known = len(known) == len(changes) > 0 and not empty
    added = (pair for pair in pairs if pair.was is None)
    gone = (pair for pair in pairs if pair.becomes is None)
    return Line(
        name,
        _amount((pair.was for pair in pairs), added, lacks[0]),
        _amount((pair.becomes for pair in pairs), gone, lacks[1]),
        sum(known, start=Decimal(0)) if is_known else None,
        (*_hindrances(pairs), *empty),
        sums(pairs),
    )


def _amount(seats: Iterable[Seat | None], others: Iterable[Pair], lacks: Sequence[Lack]) -> Amount:
    """What the posts of a side cost; `others` stand on the other side, and may be here too."""
    known = [seat for seat in seats if seat is not None]
    costs = (seat.cost for seat in known if seat.cost is not None)
    unknown = (Lack(seat.post.key, title(seat.post), seat.why) for seat in known if seat.why)
    return Amount(
        sum(costs, start=Decimal(0)),
        (*unknown, *(lack for pair in others for lack in _open(pair)), *lacks),
    )


def _open(pair: Pair) -> Iterator[Lack]:
    seat = pair.was or pair.becomes
    if seat and pair.open:
        yield Lack("", title(seat.post), pair.open)


def _hindrances(pairs: Iterable[Pair]) -> Iterator[Lack]:
    for pair in pairs:
        seats = (pair.becomes, pair.was) if pair.change is None else ()
        for seat in seats:
            if seat is not None and (why := pair.open or pair.why_unsaid or seat.why):
                yield Lack(seat.post.key, title(seat.post), why)


# ---- divisions ----


@dataclass(frozen=True, slots=True)
class _Division:
    """A division with all below it: its posts, and what else is missing from it on both sides."""

    name: str
    pairs: Sequence[Pair]
    lacks: _Lacks


def _whole(pairs: Sequence[Pair], sides: Sides, parted: Iterable[_Division]) -> Line:
    """The line of all posts, from which is missing what is from any division."""
    was, becomes = (
        [lack for each in parted for lack in each.lacks[nth]] for nth in range(len(sides))
    )
    to_tier = sides[0].to_tier
    name = "All posts" if to_tier is None else f"Posts in tiers 1 to {to_tier}"
    return _line(name, pairs, (tuple(dict.fromkeys(was)), tuple(dict.fromkeys(becomes))), sides)


def _by_division(pairs: Iterable[Pair], sides: Sides) -> Iterator[_Division]:
    """Each division; a post that moves is gone from one and new in another."""
    before, after = (side.snapshot for side in sides)
    names = {key: name or "" for key, name in divisions(before, after).items()}
    found = _parted(pairs, before, after, names)
    for key, name in (*names.items(), (None, NO_DIVISION)):
        within = found.get(key, [])
        has_posts = any(pair.was for pair in within), any(pair.becomes for pair in within)
        was, becomes = (
            side.lacks_of(key, name, has) for side, has in zip(sides, has_posts, strict=True)
        )
        if within or (key is not None and (was or becomes)):
            yield _Division(name, within, (was, becomes))


def _parted(
    pairs: Iterable[Pair], before: Snapshot, after: Snapshot, names: Container[str]
) -> Mapping[str | None, list[Pair]]:
    """The pairs by division, those of a post that moves in two."""
    found = defaultdict[str | None, list[Pair]](list)
    for pair in pairs:
        was = _division(before, pair.was.post, names) if pair.was else None
        becomes = _division(after, pair.becomes.post, names) if pair.becomes else None
        if pair.was and pair.becomes and was != becomes:
            found[was].append(Pair(pair.was, None))
            found[becomes].append(Pair(None, pair.becomes))
        else:
            found[was if pair.was else becomes].append(pair)
    return found


def _division(side: Snapshot, post: Post, names: Container[str]) -> str | None:
    if post.unit is None:
        return None
    units = [post.unit, *(unit.key for unit in side.above(post.unit))]
    return next((key for key in units if key in names), None)


# ---- phases ----


def _by_phase(pairs: Sequence[Pair], after: Snapshot, proposal: Proposal) -> Iterator[Line]:
    """What differs in each phase; nothing where no phase is stated."""
    ends = {each.key: each.phase for each in after.endings}
    names, groups = dict[str, str](), defaultdict[str | None, list[Pair]](list)
    for phase in proposal.phases:
        names.setdefault(same_phase(phase.name), phase.name)
    for pair in pairs:
        if pair.change != 0:
            name = _phase(pair, ends)
            groups[same_phase(name) if name else None].append(pair)
            if name:
                names.setdefault(same_phase(name), name)
    for key, name in (*names.items(), (None, NO_PHASE)):
        if names and key in groups:
            yield _line(name, groups[key])


def _phase(pair: Pair, ends: dict[str, str | None]) -> str | None:
    if pair.becomes is not None:
        return pair.becomes.post.phase
    return ends.get(pair.was.post.key) if pair.was else None
