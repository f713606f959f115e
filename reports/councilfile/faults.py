"""What is wrong with a council file, and where: one message a fault, all of them at once.

Its one rule: a message names the thing, says what is wrong, and what to do about it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol

from .everyday import meant_by

MOST = 1000
"""More faults than this are not listed: the file is hardly a council file then."""

MOST_PLACES = 5 * MOST
"""Nor is one read to its end that has faults, alike or not, in more places than this."""

LONGEST_WORD = 200


class Placed(Protocol):
    """Anything that knows where in the file it stands, both counted from 1."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True, order=True)
class Place:
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault (or warning) in a file, at a line and column counted from 1."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class Faults(Exception):
    """A council file that cannot be read, with every fault, in the order of the file."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


class TooManyFaults(Exception):
    """Reading ends here: what is listed by now is enough to work on."""


class FaultList:
    """The faults found so far in one file; what is wrong alike in several places is one fault."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[tuple[str, Place | None], list[Place]] = {}
        self.refused: set[str] = set()
        """Ids that were refused: who writes them otherwise, where they are used, has one fault."""
        self.places_left = MOST_PLACES
        self.looks_left = 100_000

    def add(self, at: Placed, message: str, stands_alone: bool = False) -> None:
        """Note a fault; TooManyFaults once there are more than anyone reads.

        One that `stands_alone` is told again in each place.
        """
        place = Place(at.line, at.column)
        self.places.setdefault((message, place if stands_alone else None), []).append(place)
        self.places_left -= 1
        if len(self.places) >= MOST or not self.places_left:
            raise TooManyFaults

    def nearest(self, word: str, right: Collection[str]) -> list[str]:
        """The nearest right words.

        None too where looking for them again and again among many would take long.
        """
        self.looks_left -= len(right)
        if self.looks_left < 0 or len(word) > LONGEST_WORD:
            return []
        return nearest(word, right)

    @property
    def found(self) -> list[Fault]:
        """The faults in the order of the file, each with the other lines that have it."""
        return sorted(
            self._gathered(message, places) for (message, _), places in self.places.items()
        )

    def _gathered(self, message: str, places: list[Place]) -> Fault:
        first, *others = sorted(places)
        lines = [str(line) for line in dict.fromkeys(each.line for each in others)]
        word = "line" if len(lines) == 1 else "lines"
        also = f" (Also on {word} {listed(lines, 'and')}.)" if lines else ""
        return Fault(self.file, first.line, first.column, message + also)

    def raise_any(self) -> None:
        """Raise Faults with all that was found, if anything was."""
        if self.places:
            raise Faults(self.found)


def quoted(text: str, longest: int = 60) -> str:
    """Show a text of the file within a message, on one line and not too long."""
    shown = " ".join(text[: longest * 4].split())
    return f"“{shown if len(shown) <= longest else shown[: longest - 1] + '…'}”"


def listed(words: Sequence[str], joint: str = "or", most: int = 12) -> str:
    """List words in a sentence: a, b or c; at most so many, and how many more there are."""
    if len(words) > most:
        return f"{', '.join(words[:most])} and {len(words) - most} more"
    return f" {joint} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def nearest(word: str, right: Collection[str]) -> list[str]:
    """The right words that a wrong one may stand for, by sense or by spelling."""
    if meant := meant_by(word, right):
        return meant
    spelt = {_plain(each): each for each in right}
    cutoff = 0.6 if len(word) > 3 else 0.5
    near = get_close_matches(_plain(word[:LONGEST_WORD]), spelt, n=1, cutoff=cutoff)
    return [spelt[each] for each in near]


def did_you_mean(near: Sequence[str]) -> str:
    """Ask whether one of some words was meant, as a sentence to put after a message, or nothing."""
    return f" Did you mean {listed([quoted(word) for word in near])}?" if near else ""


def _plain(word: str) -> str:
    """A word as it is compared: capitals, spaces and hyphens make no difference."""
    return word.casefold().replace(" ", "-").replace("_", "-")
