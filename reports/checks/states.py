"""C20: whether vacant, interim and other counts by state fit the number of posts and people.

Its one rule: what is counted in other units is not compared.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from reports.checks.checked import Checked
from reports.checks.drafted import place as at_post
from reports.checks.finding import LOOK, PEOPLE, Finding, Mend
from reports.checks.stated import STATES, contradictions, place, see
from reports.counts import in_figures
from reports.proposal import POSTS, Fate, Statement


def check(checked: Checked) -> Iterator[Finding]:
    """States of which the paper says two things, and parts that are more than the whole."""
    yield from contradictions(checked, STATES)
    yield from _stated(checked)
    for fate in checked.comparison.proposal.fates:
        if wrong := _too_many(fate):
            at = at_post(checked, fate.key)
            yield Finding(
                severity=LOOK,
                heading=f"{at.words}: {wrong}",
                text="Those at risk and those proposed to be dismissed are among the people.",
                places=(at,),
                mends=(Mend(words="See who is affected", kind=PEOPLE),),
            )


def _stated(checked: Checked) -> Iterator[Finding]:
    """Where the states that are stated come to more posts than are stated in all."""
    said = [each for each in checked.comparison.proposal.statements if _counts_posts(each)]
    for whole in said:
        parts = _parts(whole, said)
        total = sum((each.value or Decimal(0) for each in parts), Decimal(0))
        if "state" not in whole.where and parts and total > (whole.value or 0):
            yield Finding(
                severity=LOOK,
                heading=f"{in_figures(total)} posts by state, of {in_figures(whole.value or 0)}",
                text=" ".join(f"{each.says.rstrip('.')}." for each in (whole, *parts)),
                places=tuple(place(each) for each in (whole, *parts)),
                mends=(see(whole),),
            )


def _counts_posts(said: Statement) -> bool:
    return said.counts == POSTS and said.value is not None and "change" not in said.where


def _parts(whole: Statement, said: list[Statement]) -> list[Statement]:
    """The counts of one state each of what another counts in all: each state once."""
    parts = dict[object, Statement]()
    for each in said:
        is_of_it = each.side == whole.side and _without_state(each.where) == dict(whole.where)
        if "state" in each.where and is_of_it:
            parts.setdefault(each.where["state"], each)
    return list(parts.values())


def _without_state(where: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in where.items() if name != "state"}


def _too_many(fate: Fate) -> str | None:
    if fate.people is None:
        return None
    for number, words in ((fate.at_risk, "at risk"), (fate.dismissals, "proposed dismissals")):
        if number is not None and number > fate.people:
            return f"{number} {words} among {fate.people}"
    return None
