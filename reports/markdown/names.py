"""What a text may name, and what is told where it names something that is not there.

Its one rule: a fault says what was typed and where, and the nearest right name if there is one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reports.sections.blocks import Block


class Names(Protocol):
    """The figures and parts that a text may name."""

    def figure(self, name: str) -> str | None:
        """What a figure says; None if there is none of that name."""

    def part(self, written: str) -> Sequence[Block] | None:
        """The blocks of a part; None if there is none of that name, or no such option."""

    def nearest(self, name: str) -> str | None:
        """The name of a figure or part that comes nearest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong in a section's text: `place` is the line of it, counted from 1.

    `text` is what was typed, `nearest` what may be meant, `says` the whole in a sentence. One that
    `is_misnamed` asks for what there is not, and so holds the paper back.
    """

    section: str
    place: int
    text: str
    says: str
    nearest: str | None = None
    is_misnamed: bool = False


def is_same(nearest: str, name: str) -> bool:
    """Whether the nearest name is the one that was typed: a part that stands within a sentence."""
    return nearest.casefold() == " ".join(name.split()).casefold()


def unknown(name: str, nearest: str | None) -> str:
    """What is said of a name that nothing has."""
    if nearest is not None and is_same(nearest, name):
        return f"“{nearest}” is a part: it stands alone on a line."
    says = f"There is no figure or part called “{name}”."
    return f"{says} The nearest is “{nearest}”." if nearest else says
