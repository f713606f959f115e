"""What the report is for, and what the meeting is asked.

Its one rule: a paper that asks nothing is said to ask nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reports.comparison import Comparison
from reports.proposal import Recommendation
from reports.sections.blocks import Paragraph, Recommendations, Section
from reports.sections.saying import capital, or_not_stated, the

_NONE = "No recommendations are recorded: the paper, as recorded, makes none."


def purpose(comparison: Comparison) -> Section:
    """Two or three sentences: what is set out, what is asked, from when."""
    proposal = comparison.proposal
    says = (
        f"This report sets out the restructure “{proposal.title}”: the existing structure, the "
        "proposed structure, and what changes between them. Every figure, list and chart in it is "
        "computed from the two structures.",
        _asks(proposal.body, proposal.recommendations),
        f"Takes effect: {or_not_stated(proposal.effective)}.",
    )
    blocks = [Paragraph(key=f"purpose.{n}", text=text) for n, text in enumerate(says, start=1)]
    return Section(key="purpose", heading="Purpose of the report", blocks=tuple(blocks))


def _asks(body: str | None, recommendations: Sequence[Recommendation]) -> str:
    if not recommendations:
        return f"It asks {the(body)} for no decision."
    asked = [f"{verb} {_which(first, last)}" for verb, first, last in _runs(recommendations)]
    return f"It asks {the(body)} to {' and to '.join(asked)}."


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


def recommendations(comparison: Comparison) -> Section:
    """The recommendations by verb, in the order recorded."""
    proposal = comparison.proposal
    blocks: list[Paragraph | Recommendations] = []
    for verb, group in groupby(proposal.recommendations, key=lambda one: one.verb):
        lead = f"{capital(the(proposal.body))} is asked to {verb}:"
        items = tuple(capital(one.text) for one in group)
        key = f"recommendations.{len(blocks) + 1}"
        blocks.append(Recommendations(key=key, lead=lead, items=items))
    if not blocks:
        blocks.append(Paragraph(key="recommendations.none", text=_NONE))
    return Section(key="recommendations", heading="Recommendations", blocks=tuple(blocks))
