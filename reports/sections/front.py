"""What the meeting is asked.

Its one rule: a paper that asks nothing is said to ask nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reports.proposal import Recommendation
from reports.sections.asked import Asked
from reports.sections.blocks import Recommendations
from reports.sections.saying import capital, the


def what_is_asked(recommendations: Sequence[Recommendation]) -> str:
    """What the meeting is asked: “to agree recommendations 1 to 5”, or “for no decision”."""
    if not recommendations:
        return "for no decision"
    asked = [f"to {verb} {_which(first, last)}" for verb, first, last in _runs(recommendations)]
    return " and ".join(filter(None, (", ".join(asked[:-1]), asked[-1])))


def _which(first: int, last: int) -> str:
    if first == last:
        return f"recommendation {first}"
    return f"recommendations {first} {'and' if last == first + 1 else 'to'} {last}"


def _runs(recommendations: Sequence[Recommendation]) -> Iterator[tuple[str, int, int]]:
    """Each verb, with the first and the last number under it."""
    start = 1
    for verb, group in groupby(recommendations, key=lambda one: one.verb):
        end = start + len(list(group)) - 1
        yield verb, start, end
        start = end + 1


def recommendations(asked: Asked) -> list[Recommendations]:
    """The recommendations by verb, in the order recorded."""
    proposal, first = asked.comparison.proposal, 1
    blocks = list[Recommendations]()
    for verb, group in groupby(proposal.recommendations, key=lambda one: one.verb):
        lead = f"{capital(the(proposal.body))} is asked to {verb}:"
        items = tuple(capital(one.text) for one in group)
        key = f"recommendations.{len(blocks) + 1}"
        blocks.append(Recommendations(key=key, lead=lead, items=items, first=first))
        first += len(items)
    return blocks
