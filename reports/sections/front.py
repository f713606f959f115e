"""What the meeting is asked.

Its one rule: a paper that asks nothing is said to ask nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reports.proposal import Recommendation
from reports.sections.asked import Asked
from reports.sections.blocks import Recommendations
from reports.sections.saying import capital, the

_SMALL = frozenset(
    ("A", "An", "All", "Any", "For", "How", "In", "Its", "No", "Of", "On", "That", "The", "These",
     "This", "To", "What")
)  # fmt: skip
"""Words with which a recommendation may begin that are small within a sentence."""


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
    for verb, group in groupby(recommendations, _verb):
        end = start + len(list(group)) - 1
        yield verb, start, end
        start = end + 1


def recommendations(asked: Asked) -> list[Recommendations]:
    """The recommendations by verb, in the order recorded.

    Where a verb has one alone, that reads as a sentence, and others like it stand beside it.
    """
    proposal, first = asked.comparison.proposal, 1
    blocks = list[Recommendations]()
    for verb, group in _together(proposal.recommendations):
        lead = " ".join(filter(None, (f"{capital(the(proposal.body))} is asked to", verb)))
        key = f"recommendations.{len(blocks) + 1}"
        items = tuple(_item(one) if verb is None else capital(one.text) for one in group)
        blocks.append(Recommendations(key=key, lead=f"{lead}:", items=items, first=first))
        first += len(items)
    return blocks


def _together(
    recommendations: Sequence[Recommendation],
) -> Iterator[tuple[str | None, list[Recommendation]]]:
    """Recommendations under their verb; under none where each has a verb of its own."""
    by_verb = [(verb, list(group)) for verb, group in groupby(recommendations, _verb)]
    for is_single, groups in groupby(by_verb, lambda each: len(each[1]) == 1):
        if is_single:
            yield None, [one for _, group in groups for one in group]
        else:
            yield from groups


def _item(one: Recommendation) -> str:
    """A recommendation as a sentence: “Note the timetable”."""
    first, space, rest = one.text.partition(" ")
    begins = first.lower() if first in _SMALL else first
    return f"{capital(one.verb)} {begins}{space}{rest}"


def _verb(one: Recommendation) -> str:
    return one.verb
