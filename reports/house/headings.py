"""A house template as a value, and a short way to write its sections down.

Its one rule: a key is made once, and stays when the heading is changed.
"""

from dataclasses import dataclass
from typing import Any

from reports.proposal import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A house template by its key: its name, how it numbers, its sections in order."""

    key: str
    name: str
    numbering: str
    sections: tuple[Written, ...]


def section(key: str, heading: str, text: str = "", **ways: Any) -> Written:
    """A section of level 1, numbered as the house numbers."""
    return Written(key=key, heading=heading, text=text, **ways)


def within(key: str, heading: str, text: str = "", **ways: Any) -> Written:
    """A section within the one before it."""
    return Written(key=key, heading=heading, text=text, level=2, **ways)


def unnumbered(key: str, heading: str, text: str = "", **ways: Any) -> Written:
    """A section that has no number, and neither have its paragraphs."""
    return Written(key=key, heading=heading, text=text, is_numbered=False, **ways)


def appendix(key: str, heading: str, text: str = "", **ways: Any) -> Written:
    """An appendix, on a new page."""
    return Written(key=key, heading=heading, text=text, is_appendix=True, **ways)
