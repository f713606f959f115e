"""How wide the columns of a table are, by what stands in them.

A column is at least as wide as its longest word, so that none is parted; what is left over goes to
those with the longest texts. A table too wide for that asks for a page on its side (`fits`). Its
one rule: the same table, the same widths, in every format.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from posts.lettering import text_width
from reports.formats.texts import safe
from reports.sections.blocks import WORDS, Table

SHORT_TEXT = 13
"""A text of so many letters, such as “not stated”, is not parted either, where there is room."""

AFTER_A_NUMBER = 8.0
"""The white that keeps a number, which stands on the right, from the words of the next column."""

_SLACK = 1.04
"""Letters of a council's own font may be a little wider than those that were measured."""

_LONGEST_WORD, _LONGEST_NUMBER, _LONGEST_TEXT = 0.4, 0.2, 3.0
"""Shares of the room: what a word and a number may ask for, and how much a text counts."""


@dataclass(frozen=True, slots=True)
class _Needs:
    """What a column needs for its longest word, and for its longest text on one line."""

    least: float
    most: float
    is_words: bool


def white_beside(table: Table, sides: float) -> list[float]:
    """The white of each column at both sides together, of which `sides` is there in any case."""
    return [sides + AFTER_A_NUMBER * before for before in stand_before_words(table)]


def stand_before_words(table: Table) -> list[bool]:
    """Of each column whether it is of numbers and the next one of words."""
    kinds = [column.kind == WORDS for column in table.columns]
    return [
        not is_words and follows
        for is_words, follows in zip(kinds, [*kinds[1:], False], strict=True)
    ]


def widths_of(table: Table, room: float, *, size: float, beside: Sequence[float]) -> list[float]:
    """How wide each column is, in points; `beside` is the white at the sides of each, within it."""
    needs = _all_needs(table, room, size, beside)
    if _least(needs) >= room:
        needs = _all_needs(table, room, size, beside, short=0)
    least, most = _least(needs), sum(each.most for each in needs)
    if least >= room:
        return _crowded(needs, room, size, beside)
    if most > room:
        share = (room - least) / (most - least)
        return [each.least + share * (each.most - each.least) for each in needs]
    return _spread(needs, room - most)


def fits(table: Table, room: float, *, size: float, beside: Sequence[float]) -> bool:
    """Whether every word of a table stands whole on a page with so much room."""
    return _least(_all_needs(table, room, size, beside, short=0)) <= room


def _least(needs: Sequence[_Needs]) -> float:
    return sum(each.least for each in needs)


def _crowded(
    needs: Sequence[_Needs], room: float, size: float, beside: Sequence[float]
) -> list[float]:
    """Each its white and room for a letter, and what is left over by how much more it needs."""
    pairs = zip(needs, beside, strict=True)
    letters = [white + min(each.least - white, size) for each, white in pairs]
    over = room - sum(letters)
    if over <= 0:
        return [room * width / sum(letters) for width in letters]
    share = over / (sum(each.least for each in needs) - sum(letters))
    return [
        width + share * (each.least - width) for each, width in zip(needs, letters, strict=True)
    ]


def _spread(needs: Sequence[_Needs], over: float) -> list[float]:
    """Each as wide as it needs, and what is left over among those with words in them."""
    takes = [each.most if each.is_words else 0 for each in needs]
    takes = takes if any(takes) else [1.0] * len(needs)
    return [each.most + over * take / sum(takes) for each, take in zip(needs, takes, strict=True)]


def _all_needs(
    table: Table, room: float, size: float, beside: Sequence[float], *, short: int = SHORT_TEXT
) -> list[_Needs]:
    """What each column needs; a text of more than `short` letters may be parted between words."""
    return [_needs(table, nth, room, size, white, short) for nth, white in enumerate(beside)]


def _needs(table: Table, nth: int, room: float, size: float, white: float, short: int) -> _Needs:
    column = table.columns[nth]
    bold = [column.heading, *([table.total[nth]] if table.total else [])]
    texts = {safe(row[nth]) for row in table.rows}
    word = max(_widest(_words(bold, short), size, True), _widest(_words(texts, short), size, False))
    text = max(_widest(map(safe, bold), size, True), _widest(texts, size, False))
    is_words = column.kind == WORDS
    whole = min(word, room * _LONGEST_WORD)
    if not is_words and short:
        whole = max(min(text, room * _LONGEST_NUMBER), whole)
    return _Needs(whole + white, max(min(text, room * _LONGEST_TEXT), whole) + white, is_words)


def _words(texts: Iterable[str], most: int) -> set[str]:
    """What stands on one line: the words of some texts, parted after a hyphen, and short texts."""
    texts = set(texts)
    short = {text for text in texts if len(text) <= most}
    return short.union(" ".join(texts - short).replace("-", "- ").split())


def _widest(texts: Iterable[str], size: float, bold: bool) -> float:
    return max((text_width(each, size, bold=bold) * _SLACK for each in texts), default=0.0)
