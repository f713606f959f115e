"""In which order grades stand in a table.

Its one rule: by rank where that is known, the highest first; of the others by what they are paid
where that is known of each, else by name, Grade 9 before Grade 10; what is not stated last.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from posts.spelling import Natural, natural
from reports.pay import BOTTOM, TOP, Pay, Terms, pay_of

Place = tuple[bool, bool, int, tuple[Decimal, ...], Natural]


def grade_order(
    names: Sequence[str | None], ranks: Mapping[str, int], pay: Pay | None, terms: Terms
) -> Callable[[str | None], Place]:
    """The place of a grade among some, to sort them by; None is that which is not stated."""
    paid = {name: _paid(pay, name, terms) for name in names if name and name not in ranks}
    are_paid = all(paid.values())

    def place(name: str | None) -> Place:
        amounts = paid.get(name or "", ()) if are_paid else ()
        rank = ranks.get(name or "")
        return name is None, rank is None, rank or 0, amounts, natural(name or "")

    return place


def _paid(pay: Pay | None, name: str, terms: Terms) -> tuple[Decimal, ...]:
    """What a grade is paid at its top and at its bottom, the highest first; empty if not known."""
    if pay is None:
        return ()
    ends = [pay_of(pay, name, replace(terms, basis=basis)).pounds for basis in (TOP, BOTTOM)]
    known = tuple(-pounds for pounds in ends if pounds is not None)
    return known if len(known) == len(ends) else ()
