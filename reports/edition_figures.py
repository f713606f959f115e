"""The figures that an edition would give wrongly, since something is taken out of what they count.

Its one rule: an edition gives a figure as it is, or says that it is left out.
"""

from reports.comparison import Comparison
from reports.figures import Figures
from reports.left_out import LEFT_OUT
from reports.proposal import Fate
from reports.singles import singles

_TOTALS = ("people affected", "contracts affected")
_AT_RISK = {"people at risk": "at_risk", "proposed dismissals": "dismissals"}


def figures_left_out(whole: Comparison, kept: Comparison) -> dict[str, str]:
    """What stands in the edition for each figure that differs, by each of its names."""
    if not kept.left_out.says:
        return {}
    given = {each.name: each.text for each in Figures(kept)}
    words = dict[str, str]()
    for figure in Figures(whole):
        text = figure.text
        if given.get(figure.name) != text:
            said = text if _is_safe(whole, figure.name) else LEFT_OUT
            words |= dict.fromkeys((figure.name, *figure.also), said)
    return words


def _is_safe(whole: Comparison, name: str) -> bool:
    """Whether a total says nothing of one person: it is over several, and not true of each."""
    hidden = [fate for fate in whole.proposal.fates if fate.key in singles(whole)]
    if len(hidden) < 2:
        return False
    if name in _TOTALS:
        return True
    return name in _AT_RISK and _is_of_some(hidden, _AT_RISK[name])


def _is_of_some(hidden: list[Fate], field: str) -> bool:
    """Whether of those with one holder some are meant, and some are not."""
    numbers = [getattr(fate, field) for fate in hidden]
    known = [number for number in numbers if number is not None]
    return len(known) == len(numbers) and 0 < sum(known) < len(hidden)
