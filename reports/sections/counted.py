"""Posts counted before and after: by tier, grade, division and category.

Its one rule: a figure that a structure does not give is no number, and no difference is made of it.
"""

from collections.abc import Sequence
from dataclasses import replace

from reports.comparison import Comparison
from reports.counts import Count
from reports.measures import Measure
from reports.sections.asked import Asked
from reports.sections.blocks import Table
from reports.sections.tables import Difference, Given, number, table_of, words


def by_tier(asked: Asked) -> list[Table]:
    """A row for each tier."""
    found = asked.comparison.by_tier
    named = [(f"Tier {each.name}" if each.name else "Tier not stated", each) for each in found]
    return _table("tier", "Tier", named, total="All posts")


def by_grade(asked: Asked) -> list[Table]:
    """A row for each grade; none where no post has one.

    Of a grade that no post of a structure is stated to have, a number is not stated: posts of no
    stated grade might have it.
    """
    found = [
        replace(each, before=_stated(each.before), after=_stated(each.after))
        for each in asked.comparison.by_grade
    ]
    return _named("grade", "Grade", found)


def _stated(count: Count | None) -> Count | None:
    return Count(0, None) if count and count.low == 0 and count.high != 0 else count


def by_category(asked: Asked) -> list[Table]:
    """A row for each category; none where no post has one."""
    return _named("category", "Category", asked.comparison.by_category)


def by_division(asked: Asked) -> list[Table]:
    """A row for each division, with all below it."""
    named = [(each.name or "", each) for each in asked.comparison.by_division]
    return _table("division", _division(asked.comparison), named)


def _named(key: str, heading: str, measures: Sequence[Measure]) -> list[Table]:
    if not any(each.name for each in measures):
        return []
    named = [(each.name or f"{heading} not stated", each) for each in measures]
    return _table(key, heading, named)


def _division(comparison: Comparison) -> str:
    """What the council calls the units right below its top, if it has one word for them."""
    keys = [each.key for each in comparison.by_division]
    kinds = {
        unit.kind
        for side in (comparison.before, comparison.after)
        for key in keys
        if (unit := side.units.get(key or ""))
    }
    kind = kinds.pop() if len(kinds) == 1 else None
    return kind.capitalize() if kind else "Division"


def _table(
    key: str, heading: str, named: Sequence[tuple[str, Measure]], *, total: str | None = None
) -> list[Table]:
    columns = (
        words(heading, 5),
        number("Existing", 3),
        number("Proposed", 3),
        number("Difference", 4),
    )
    rows = [_row(name, measure) for name, measure in named]
    caption = f"Posts by {heading[0].lower()}{heading[1:]}"
    return [table_of(f"posts-by.{key}", caption, columns, rows, total=total)] if rows else []


def _row(name: str, measure: Measure) -> tuple[Given, ...]:
    return name, _side(measure.before), _side(measure.after), Difference(measure.difference)


def _side(count: Count | None) -> Given:
    """A count; “–” where the thing does not stand in that structure."""
    return "–" if count is None else count
