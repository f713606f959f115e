"""Days and amounts in a text that are on record as one fact: when it takes effect, what is saved.

Each has a sentence of its own, and the figure that stands for it. Its one rule: only a sentence
that surely means the whole of that fact is held against it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from divisions.dates import MONTHS, FuzzyDate, parse
from reports.checks.checked import Checked
from reports.checks.said import Said
from reports.pay import pounds_in_words
from reports.proposal import Cost
from reports.savings import ONE_OFF

_POUNDS = r"£(?P<pounds>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>m\b|million\b|k\b)?"
_IS = r"(?:is|are|will be|would be|of|total|come to|comes to|will come to|amount to|amounts to)"
_ENDS = r"(?=\s*(?:$|[.;,)](?!\d)|and\b))"
_SPENT = re.compile(
    rf"\b(?P<what>one-off|redundancy|severance|pension strain)(?: and [\w ]{{1,30}}?)? costs? "
    rf"{_IS} {_POUNDS}{_ENDS}",
    re.IGNORECASE,
)
_SAVED = re.compile(
    rf"(?:^|(?<=[.;:] ))the (?:net |total |overall )?(?:yearly |annual )?savings? {_IS} {_POUNDS}"
    rf" (?:a|per|each|every) (?:year|annum){_ENDS}",
    re.IGNORECASE,
)
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{'|'.join(MONTHS)}) \d{{4}}"
_EFFECTIVE = re.compile(
    rf"\beffective date (?:of the (?:re)?structure )?(?:is|will be) (?P<day>{_DAY})", re.IGNORECASE
)
_STARTS = re.compile(
    r"\b(?:structure|restructure|restructuring|reorganisation|realignment) "
    r"(?:(?:will|would|is|to|is to|is proposed to) )?"
    r"(?:takes? effect|comes? into (?:effect|force)|starts?|begins?|is (?:in force|effective))"
    rf" (?:on|from|in) (?P<day>{_DAY})",
    re.IGNORECASE,
)
_PARTLY = re.compile(r"\b(?:phases?|stages?|first|initially|shadow)\b", re.IGNORECASE)
_TIMES = {"m": 1_000_000, "million": 1_000_000, "k": 1000}


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as a text has it, where another is on record: `by` says which."""

    said: Said
    start: int
    end: int
    by: str

    @property
    def words(self) -> str:
        return self.said.text[self.start : self.end]


def told_otherwise(checked: Checked, said: Said) -> Iterator[Told]:
    """The facts that a text has otherwise than they are on record."""
    for pattern, by in _FACTS:
        for found in pattern.finditer(said.text):
            is_typed = said.is_typed(*found.span())
            if not is_typed or said.is_heading or _PARTLY.search(said.sentence(found.start())):
                continue
            if on_record := by(checked, found):
                yield Told(said, *found.span(), on_record)


def _spent(checked: Checked, found: re.Match[str]) -> str | None:
    """All that is spent once; of redundancies, no more than is recorded of them."""
    whole, typed = _figure(checked, "one-off costs"), _typed(found)
    if whole is None or typed is None or _is_near(whole, typed):
        return None
    if found["what"].casefold() == ONE_OFF.split()[0]:
        return f"{pounds_in_words(whole)} recorded as one-off costs"
    named = [cost for cost in checked.comparison.proposal.costs if _names(cost, found["what"])]
    most = sum((cost.pounds or Decimal(0) for cost in named), start=Decimal(0))
    if not named or typed <= most:
        return None
    return f"{pounds_in_words(most)} recorded as {', '.join(cost.what for cost in named)}"


def _names(cost: Cost, what: str) -> bool:
    return cost.kind == ONE_OFF and what.casefold() in cost.what.casefold()


def _saved(checked: Checked, found: re.Match[str]) -> str | None:
    saving, typed = _figure(checked, "yearly saving"), _typed(found)
    if saving is None or typed is None or _is_near(saving, typed):
        return None
    return f"the yearly saving is {pounds_in_words(saving)}"


def _starts(checked: Checked, found: re.Match[str]) -> str | None:
    """Another day than that on which the restructure takes effect."""
    effective = checked.comparison.proposal.effective
    day, on_record = _read(found["day"]), _read(effective)
    if day is None or on_record is None or not _are_apart(day, on_record):
        return None
    return f"{effective} is recorded as when it takes effect"


def _read(words: str | None) -> FuzzyDate | None:
    try:
        return parse(words) if words else None
    except ValueError:
        return None


def _are_apart(one: FuzzyDate, other: FuzzyDate) -> bool:
    return _is_before(one, other) or _is_before(other, one)


def _is_before(one: FuzzyDate, other: FuzzyDate) -> bool:
    return bool(one.latest and other.earliest and one.latest < other.earliest)


def _figure(checked: Checked, name: str) -> Decimal | None:
    """What a figure in pounds comes to; None where it is not exact."""
    text = checked.figures.text(name) or ""
    try:
        return Decimal(text.removeprefix("£").replace(",", "")) if text[:1] == "£" else None
    except InvalidOperation:
        return None


def _typed(found: re.Match[str]) -> Decimal | None:
    digits = found["pounds"].replace(",", "")
    return Decimal(digits) * _TIMES.get((found["unit"] or "").casefold(), 1)


def _is_near(exact: Decimal, typed: Decimal) -> bool:
    """Whether an amount is the exact one, or that rounded as it is typed: £287,000, £1.2m."""
    digits = str(int(typed)).rstrip("0")
    step = Decimal(10) ** (len(str(int(typed))) - len(digits))
    return abs(exact - typed) <= max(min(step / 2, exact / 20), Decimal(1))


_FACTS = ((_SPENT, _spent), (_SAVED, _saved), (_STARTS, _starts), (_EFFECTIVE, _starts))
"""The sentences that mean one fact, and what says of each that another is on record."""
