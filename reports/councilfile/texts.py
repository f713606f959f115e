"""What one text of the file may be: a text, an id, a number, a date, yes or no, one of some words.

Its one rule: a text that is not what its field takes is refused, with what it takes and why.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from divisions import dates, timetable
from posts.snapshot import EVERY_TIER

from .faults import FaultList, did_you_mean, listed, nearest, quoted
from .places import NOWHERE, Listing, Node, Refused, Scalar

LARGEST_TIER = EVERY_TIER
EVERY = "every tier"
"""What a structure is complete to of which every post is listed."""

_BETWEEN_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_DECIMAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class OneText:
    """A type that is one text of the file: `value_of` makes its value, or says what is wrong."""

    words: str
    value_of: Callable[[Scalar], Any]
    text_of: Callable[[Any], str] = str
    blank: Any = None
    longest: int | None = None

    def read(self, node: Node, key: str, faults: FaultList) -> Any:
        if not isinstance(node, Scalar):
            if not isinstance(node, Refused):
                faults.add(node, f"{quoted(key)} takes {self.words}, not {_what(node)}.")
            return self.blank
        try:
            return self.value_of(node)
        except ValueError as error:
            end = "" if str(error).endswith("?") else "."
            faults.add(node, f"{quoted(key)} takes {self.words}. {error}{end}")
            return self.blank

    def written(self, value: Any) -> str:
        return self.text_of(value)


def _what(node: Node) -> str:
    return "a list" if isinstance(node, Listing) else "keys and values"


def _text_of_scalar(scalar: Scalar) -> str:
    return scalar.text


def _itself(scalar: Scalar) -> Scalar:
    return scalar


def text(longest: int) -> OneText:
    """A text that is not too long for its place in the tables and on the page."""

    def check(scalar: Scalar) -> str:
        if len(scalar.text) > longest:
            raise ValueError(f"This one has {len(scalar.text)}. Put the rest in “note”")
        return scalar.text

    return OneText(f"a text of at most {longest} characters", check, blank="", longest=longest)


def _small_number(scalar: Scalar) -> int:
    number = _whole_number(scalar)
    if number > LARGEST_TIER:
        raise ValueError(f"{quoted(scalar.text)} is not one")
    return number


def _whole_number(scalar: Scalar) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", scalar.text) or not int(scalar.text):
        raise ValueError(f"{quoted(scalar.text)} is not one")
    return int(scalar.text)


def _decimal(scalar: Scalar) -> Decimal:
    if not _DECIMAL.fullmatch(scalar.text):
        whole = _BETWEEN_THOUSANDS.sub("", scalar.text.replace(" ", ""))
        digits = whole.removeprefix("£").replace(",", ".").replace("\N{MINUS SIGN}", "-")
        how = digits if _DECIMAL.fullmatch(digits) else "digits only, with no comma or £"
        raise ValueError(f"{quoted(scalar.text)} is not one. Write {how}")
    return Decimal(scalar.text)


def _fte(scalar: Scalar) -> Decimal:
    percent = scalar.text.removesuffix("%").strip()
    if percent != scalar.text and _DECIMAL.fullmatch(percent):
        part = (Decimal(percent) / 100).normalize()
        raise ValueError(f"{quoted(scalar.text)} is not one. Write {part:f}")
    return _decimal(scalar)


def _yes_or_no(scalar: Scalar) -> bool:
    if scalar.text not in ("yes", "no"):
        raise ValueError(f"{quoted(scalar.text)} is neither")
    return scalar.text == "yes"


def _exact_date(scalar: Scalar) -> str:
    return dates.exact(scalar.text).isoformat()


def _fuzzy_date(scalar: Scalar) -> str:
    return dates.parse(scalar.text).text


def _any_date(scalar: Scalar) -> str:
    """Read when one unit or post changes: words that nothing is reckoned from, as the page does."""
    said = timetable.read(scalar.text).text
    if len(said) > dates.LONGEST:
        raise ValueError(f"This one is too long: it has {len(said)} characters")
    return said


def _date_in_words(iso: str) -> str:
    return dates.in_words(dates.exact(iso))


def _complete_to(scalar: Scalar) -> int:
    return EVERY_TIER if scalar.text == EVERY else _small_number(scalar)


def _complete_in_words(tier: int) -> str:
    return EVERY if tier == EVERY_TIER else str(tier)


def one_of(allowed: Iterable[str], what: str = "") -> OneText:
    """A text that is one of some words; `what` they are, where there are too many to list."""
    words = tuple(allowed)
    said = listed([quoted(word) for word in words], most=40)

    def check(scalar: Scalar) -> str:
        if scalar.text not in words:
            near = did_you_mean(nearest(scalar.text, words))
            near = near or (f" They are {said}" if what else "")
            raise ValueError(f"{quoted(scalar.text)} is none of them{near and '.' + near}")
        return scalar.text

    return OneText(what or said, check)


TEXT = OneText("a text", _text_of_scalar, blank="")
ID = OneText("an id", _itself, blank=NOWHERE)
REFERENCE = OneText("an id", _itself)
WORD = OneText("a word", _itself)
COMPLETE_TO = OneText(
    f"a whole number from 1 to {LARGEST_TIER}, or “{EVERY}”", _complete_to, _complete_in_words
)
SMALL_NUMBER = OneText(f"a whole number from 1 to {LARGEST_TIER}", _small_number)
WHOLE_NUMBER = OneText("a whole number, 1 or more", _whole_number)
DECIMAL = OneText("a number", _decimal, lambda number: format(number, "f"))
FTE = OneText(DECIMAL.words, _fte, DECIMAL.text_of)
YES_OR_NO = OneText("yes or no", _yes_or_no, lambda value: "yes" if value else "no")
EXACT_DATE = OneText("a day", _exact_date, _date_in_words)
FUZZY_DATE = OneText("a date", _fuzzy_date)
ANY_DATE = OneText("a date", _any_date)
