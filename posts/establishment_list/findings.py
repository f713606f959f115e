"""What is wrong with a list, and what is to be known of it: one message each, with its places.

Its one rule: a fault stands in the way of making anything, a remark does not.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

from .table import letter, rows_listed

MOST_LOOKS = 200_000
"""The nearest word is looked for among so many words in all; then no more, since it takes long."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault, with every row that has it; `column` None: it is about the row as a whole."""

    rows: tuple[int, ...]
    column: int | None
    heading: str
    message: str

    @property
    def where(self) -> str:
        """The place in words: row 14, column D (Reports to)."""
        rows = rows_listed(self.rows) if self.rows else "the list"
        if self.column is None:
            return rows
        heading = f" ({shortened(self.heading)})" if self.heading else ""
        return f"{rows}, column {letter(self.column)}{heading}"

    def __str__(self) -> str:
        return f"{self.where[0].upper()}{self.where[1:]}: {self.message}"


class Findings:
    """The faults and remarks found so far; what is wrong alike in several rows is one fault."""

    def __init__(self) -> None:
        self.places: dict[tuple[str, int | None, str], list[int]] = {}
        self.remarks: list[str] = []
        self.looks_left = MOST_LOOKS

    def add(self, row: int | None, message: str, column: int | None = None, head: str = "") -> None:
        """Note a fault in a row; None: in no row."""
        rows = self.places.setdefault((message, column, head), [])
        if row is not None:
            rows.append(row)

    def remark(self, message: str) -> None:
        """Note what is not wrong but should be known."""
        self.remarks.append(message)

    @property
    def faults(self) -> list[Fault]:
        """The faults in the order of the list, those of no row first."""
        found = [
            Fault(tuple(sorted(set(rows))), column, head, message)
            for (message, column, head), rows in self.places.items()
        ]
        return sorted(found, key=lambda fault: (fault.rows[:1], fault.column or 0, fault.message))

    def nearest(self, word: str, right: Collection[str]) -> str:
        """Ask whether the nearest right word was meant, as a sentence to put after a message."""
        self.looks_left -= len(right)
        if self.looks_left < 0 or len(word) > 100:
            return ""
        plain = {each.casefold(): each for each in right}
        near = get_close_matches(word.casefold(), plain, n=1, cutoff=0.6)
        return f" Did you mean {quoted(plain[near[0]])}?" if near else ""


class Remarks:
    """Remarks that are about several rows, one a kind, told once with how many there are."""

    def __init__(self) -> None:
        self.counts = Counter[tuple[str, str]]()

    def count(self, one: str, many: str) -> None:
        """Note one more; `{}` in `many` is how many there are."""
        self.counts[one, many] += 1

    def tell(self, findings: Findings) -> None:
        """Say each kind once."""
        for (one, many), count in self.counts.items():
            findings.remark(one if count == 1 else many.format(f"{count:,}"))


def quoted(text: str) -> str:
    """Show a text of the list within a message, on one line and not too long."""
    return f"“{shortened(text)}”"


def shortened(text: str, longest: int = 60) -> str:
    """A text on one line and not too long."""
    shown = " ".join(text[: longest * 4].split())
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"
