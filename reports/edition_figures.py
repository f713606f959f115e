"""The figures that an edition would give wrongly, since something is taken out of what they count.

Its one rule: an edition gives a figure as it is, or says that it is left out.
"""

from collections.abc import Iterator
from dataclasses import fields
from operator import attrgetter

from posts.snapshot import Post
from reports.comparison import Comparison
from reports.figures import FAMILIES, Family, changes, sizes, units
from reports.figures.figure import Figure, by_key
from reports.left_out import LEFT_OUT
from reports.proposal import Fate
from reports.singles import singles

_TOTALS = ("people affected", "contracts affected")
_AT_RISK = {"people at risk": "at_risk", "proposed dismissals": "dismissals"}


_OF_NO_FIGURE = frozenset(("cost_centre", "location", "note", "filled_by"))
UNTOLD: dict[Family, frozenset[str]] = {
    sizes.figures: _OF_NO_FIGURE,
    changes.figures: _OF_NO_FIGURE,
    units.figures: _OF_NO_FIGURE | {"grade", "state", "changed"},
}
"""The figures of the structures, by family, with what they tell nothing of: fields of a post."""

TOLD_BY_NAME = ("GRADE", "STATE")
"""Grades and states are told by those figures of `sizes` alone whose names have one in them."""

_BUT_BY_NAME = _OF_NO_FIGURE | {"grade", "state", "changed"}


def figures_left_out(whole: Comparison, kept: Comparison) -> dict[str, str]:
    """What stands in the edition for each figure that differs, by each of its names.

    Of large structures there are thousands, so they are only made where they can differ.
    """
    if not kept.left_out.says:
        return {}
    words, held = dict[str, str](), singles(whole)
    hidden = [fate for fate in whole.proposal.fates if fate.key in held]
    for figure in _differing(whole, kept):
        said = figure.text if _is_safe(hidden, figure.name) else LEFT_OUT
        words |= dict.fromkeys((figure.name, *figure.also), said)
    return words


def _differing(whole: Comparison, kept: Comparison) -> Iterator[Figure]:
    """The figures of the whole that the edition would give otherwise, or not at all."""
    are_named = _are_alike(whole, kept, _BUT_BY_NAME)
    for family in FAMILIES:
        if family in UNTOLD and _are_alike(whole, kept, UNTOLD[family]):
            continue
        is_named = are_named and family is sizes.figures
        given = {figure.name: figure for figure in _made(family, kept, is_named=is_named)}
        for figure in _made(family, whole, is_named=is_named):
            other = given.get(figure.name)
            if other is None or other.text != figure.text:
                yield figure


def _made(family: Family, comparison: Comparison, *, is_named: bool) -> Iterator[Figure]:
    """The figures of a family, each name once; of those that are named for a grade or state."""
    for figure in {each.name: each for each in by_key(family(comparison)).values()}.values():
        if not is_named or any(word in (figure.pattern or "") for word in TOLD_BY_NAME):
            yield figure


def _are_alike(whole: Comparison, kept: Comparison, untold: frozenset[str]) -> bool:
    """Whether the units and posts of two comparisons are the same, but for some fields of posts."""
    told = attrgetter(*(each.name for each in fields(Post) if each.name not in untold))
    return all(
        one.units == other.units
        and list(map(told, one.posts.values())) == list(map(told, other.posts.values()))
        for one, other in ((whole.before, kept.before), (whole.after, kept.after))
    )


def _is_safe(hidden: list[Fate], name: str) -> bool:
    """Whether a total says nothing of one person: it is over several, and not true of each."""
    if len(hidden) < 2:
        return False
    if name in _TOTALS:
        return True
    return name in _AT_RISK and _is_of_some(hidden, _AT_RISK[name])


def _is_of_some(hidden: list[Fate], field: str) -> bool:
    """Whether of those with one holder some are meant, and some are not."""
    numbers = [fate.counted(field) for fate in hidden]
    known = [number for number in numbers if number is not None]
    return len(known) == len(numbers) and 0 < sum(known) < len(hidden)
