"""What is spent once, what pays for it, what is saved each year, and when that has paid it back.

Its one rule: a saving is only said where all that it is made of is known.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from reports.amounts import Amount, Lack
from reports.counts import in_figures
from reports.money import Bill
from reports.pay import pounds_in_words
from reports.proposal import Cost

ONE_OFF, FUNDING, SAVING, YEARLY = "one-off cost", "funding", "saving", "yearly cost"


def recorded(costs: Iterable[Cost], kind: str) -> Amount | None:
    """All that is recorded of one kind; None where nothing is."""
    found = [cost for cost in costs if cost.kind == kind]
    if not found:
        return None
    known = (cost.pounds for cost in found if cost.pounds is not None)
    lacks = (Lack("", cost.what, "the amount is not stated") for cost in found
             if cost.pounds is None)  # fmt: skip
    return Amount(sum(known, start=Decimal(0)), tuple(lacks))


def yearly_saving(bill: Bill | None, costs: Sequence[Cost]) -> Decimal | None:
    """What is saved each year: by posts, and what else is recorded; None: it cannot be computed."""
    more, less = (recorded(costs, kind) or Amount() for kind in (YEARLY, SAVING))
    if bill is None or bill.whole.change is None or more.lacks or less.lacks:
        return None
    return less.pounds - more.pounds - bill.whole.change


def payback(bill: Bill | None, costs: Sequence[Cost]) -> Decimal | None:
    """After how many years what is spent once is saved; None where there is no telling."""
    once, saving = recorded(costs, ONE_OFF), yearly_saving(bill, costs)
    if once is None or once.lacks or saving is None or saving <= 0:
        return None
    return (once.pounds / saving).quantize(Decimal("0.1"), ROUND_HALF_UP)


def years_in_words(years: Decimal) -> str:
    """“2.5 years”, “1 year”, “less than 0.1 years”."""
    if years == 0:
        return "less than 0.1 years"
    return f"{in_figures(years)} year{'' if years == 1 else 's'}"


def change_in_words(change: Decimal | None) -> str:
    """“a yearly saving of £400,000”, “an extra cost of £5 a year”."""
    if change is None:
        return "a change in yearly cost that cannot be computed"
    if change == 0:
        return "no change in yearly cost"
    size = pounds_in_words(abs(change))
    return f"a yearly saving of {size}" if change < 0 else f"an extra cost of {size} a year"
