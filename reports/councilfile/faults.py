"""What is wrong with a council file, and where: one message a fault, all of them at once.

Its one rule: a message names the thing, says what is wrong, and what to do about it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol

MOST = 1000
"""More faults than this are not listed: the file is hardly a council file then."""

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
    """The faults found so far in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Fault] = []
        self.looks_left = 100_000

    def add(self, at: Placed, message: str) -> None:
        """Note a fault; TooManyFaults once there are more than anyone reads."""
        self.found.append(Fault(self.file, at.line, at.column, message))
        if len(self.found) >= MOST:
            raise TooManyFaults

    def nearest(self, word: str, right: Collection[str]) -> str:
        """Name the nearest right word, as a sentence to put after a message, or nothing.

        Nothing too where looking for it again and again among many would take long.
        """
        self.looks_left -= len(right)
        if self.looks_left < 0 or len(word) > LONGEST_WORD:
            return ""
        return did_you_mean(word, right)

    def raise_any(self) -> None:
        """Raise Faults with all that was found, if anything was."""
        if self.found:
            raise Faults(sorted(set(self.found)))


def quoted(text: str, longest: int = 60) -> str:
    """Show a text of the file within a message, on one line and not too long."""
    shown = " ".join(text[: longest * 4].split())
    return f"“{shown if len(shown) <= longest else shown[: longest - 1] + '…'}”"


def listed(words: Sequence[str], joint: str = "or", most: int = 12) -> str:
    """List words in a sentence: a, b or c; at most so many, and how many more there are."""
    if len(words) > most:
        return f"{', '.join(words[:most])} and {len(words) - most} more"
    return f" {joint} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def did_you_mean(word: str, right: Collection[str]) -> str:
    """Ask for the nearest right word, if one is near."""
    near = get_close_matches(word[:LONGEST_WORD], right, n=1, cutoff=0.6 if len(word) > 3 else 0.5)
    return f" Did you mean {quoted(near[0])}?" if near else ""
