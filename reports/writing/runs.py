"""The versions of a section's text, those that one author saved in one go folded into one.

Its one rule: nothing is left out of what one can put back but what the same author went on
writing within minutes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from difflib import SequenceMatcher

PAUSE = timedelta(minutes=10)
"""Saves with no longer pause between them are of one go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A text as it was saved: by whom, when, as which version."""

    pk: int
    author: str | None
    moment: datetime
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one author wrote in one go: its last version, and what the text was before."""

    last: Version
    began: datetime
    saves: int
    was: str

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What differs, line by line: `gone` or `new`, and the line."""
        return list(_differing(self.was.splitlines(), self.last.text.splitlines()))


def runs(versions: Iterable[Version]) -> list[Run]:
    """Versions, the oldest first, as runs, the newest first; what changes nothing makes none."""
    made = list[Run]()
    text = ""
    for version in versions:
        if made and version.text == text:
            continue
        if made and _goes_on(made[-1], version):
            made[-1] = replace(made[-1], last=version, saves=made[-1].saves + 1)
        else:
            made.append(Run(last=version, began=version.moment, saves=1, was=text))
        text = version.text
    return made[::-1]


def _goes_on(run: Run, version: Version) -> bool:
    is_same = run.last.author == version.author and not version.reason and not run.last.reason
    return is_same and version.moment - run.last.moment <= PAUSE


def _differing(was: list[str], becomes: list[str]) -> Iterator[tuple[str, str]]:
    for tag, i, j, k, m in SequenceMatcher(None, was, becomes, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (("gone", line) for line in was[i:j] if line.strip())
            yield from (("new", line) for line in becomes[k:m] if line.strip())
