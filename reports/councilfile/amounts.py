"""Numbers of pay and people: pounds and pence, percent, points of a spine, counts from nothing up.

Its one rule: no more digits are taken than the tables keep.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from .faults import quoted
from .places import Scalar
from .texts import DECIMAL, OneText

HIGHEST_POINT = 9999


def _digits(whole: int, after: int) -> Callable[[Scalar], Decimal]:
    """Read a number of at most so many digits before and after its point."""

    def read(scalar: Scalar) -> Decimal:
        number: Decimal = DECIMAL.value_of(scalar)
        if not re.fullmatch(rf"-?[0-9]{{1,{whole}}}(\.[0-9]{{1,{after}}})?", scalar.text):
            raise ValueError(f"{quoted(scalar.text)} has too many digits")
        return number

    return read


def _in_pence(pounds: Decimal) -> str:
    whole = pounds == pounds.to_integral()
    return format(pounds.quantize(Decimal(1) if whole else Decimal("0.01")), "f")


def _count(scalar: Scalar) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", scalar.text):
        raise ValueError(f"{quoted(scalar.text)} is not one")
    return int(scalar.text)


def _point(scalar: Scalar) -> int:
    if (point := _count(scalar)) > HIGHEST_POINT:
        raise ValueError(f"{quoted(scalar.text)} is not one")
    return point


PAY = OneText("an amount in pounds and pence", _digits(10, 2), _in_pence)
MONEY = OneText("an amount in pounds and pence", _digits(12, 2), _in_pence)
PERCENT = OneText("a number of percent", _digits(3, 4), lambda percent: format(percent, "f"))
COUNT = OneText("a whole number, 0 or more", _count)
POINT = OneText(f"a whole number from 0 to {HIGHEST_POINT}", _point)
