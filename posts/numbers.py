"""Numbers as they are written: 4, and never 4.00.

Its one rule: how much a number is stays as it was.
"""

from decimal import Decimal


def shortest(number: Decimal) -> Decimal:
    """The same number without noughts at its end: 4, not 4.00, and 400, not 4E+2."""
    return number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()
