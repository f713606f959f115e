"""What is not known of what posts cost, each with where it can be said.

Its one rule: what is missing of several posts for one reason is told once, and leads to where it
is mended: a grade's pay to the council's pay, for those who may set it, all else to the posts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from django.urls import reverse

from posts.snapshot import Snapshot
from reports.amounts import Lack
from reports.pay import OF_ITS_GRADE

MOST = 100
"""So many lines are listed on each side."""

FEW = 3
"""So many posts of a grade are named."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is not known of a grade, or of posts with one title, and why; `address` may mend it."""

    name: str
    why: str
    of: str
    address: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """What is not known of one structure; of pay, and of what else."""

    title: str
    lines: Sequence[Line]
    more: int
    is_of_pay: bool


def side(council, snapshot: Snapshot, lacks: Iterable[Lack]) -> Side:
    """What is not known of one structure, told once for all that lack the same."""
    groups: dict[tuple[bool, str, str], list[Lack]] = {}
    for lack in lacks:
        post = snapshot.posts.get(lack.key)
        of_pay = lack.why in OF_ITS_GRADE and post is not None and post.grade is not None
        name = post.grade if of_pay else lack.name
        groups.setdefault((of_pay, name, lack.why), []).append(lack)
    lines = [_line(council, snapshot, *each, alike) for each, alike in groups.items()]
    of_pay = any(of_pay for of_pay, *_ in groups)
    return Side(snapshot.title, lines[:MOST], max(0, len(lines) - MOST), of_pay)


def _line(council, snapshot, of_pay, name, why, lacks):
    if of_pay:
        pay = reverse("pay", args=[council.slug])
        address = f"{pay}?{urlencode({'grade': name})}#grade"
        return Line(
            f"Grade {name}" if name[:1].isdigit() else name,
            OF_ITS_GRADE[why],
            _posts(lacks),
            address if council.membership.is_administrator else None,
        )
    many = f"{len(lacks)} lines" if len(lacks) > 1 else ""
    return Line(name, why, many, _address(council, snapshot, lacks))


def _posts(lacks):
    """The first posts by their titles, each once, and how many more titles there are."""
    titles = dict.fromkeys(lack.name for lack in lacks)
    more = len(titles) - FEW
    named = "; ".join(islice(titles, FEW))
    return f"{named}; and {more} more" if more > 0 else named


def _address(council, snapshot, lacks):
    """Where the post stands in its table; of several with one title, all of these."""
    table = reverse("table", args=[council.slug, snapshot.key])
    if len(lacks) > 1:
        return f"{table}?{urlencode({'find': lacks[0].name})}"
    key = lacks[0].key
    return f"{table}?{urlencode({'show': key})}" if key else table
