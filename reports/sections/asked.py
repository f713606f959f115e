"""What a generated part is asked for: of which comparison, and with which options.

Its one rule: an option is written as words after a comma, and read whatever its case.
"""

import re
from dataclasses import dataclass

from posts.spelling import fold
from reports.comparison import Comparison

_PATTERN_NUMBER = re.compile(r"\bN\b")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A part as an author asked for it; `options` are folded: `to tier 2`, `a3`.

    `appendices` are the headings of the paper's appendices, `paper_size` that of its charts.
    """

    comparison: Comparison
    options: tuple[str, ...] = ()
    appendices: tuple[str, ...] = ()
    paper_size: str = "A4"

    @property
    def has_sources(self) -> bool:
        """Whether a paragraph is recorded for what changes: for a draft there may be none."""
        return any(change.sources for change in self.comparison.changes)

    def has(self, option: str) -> bool:
        """Whether an option was written."""
        return fold(option) in self.options

    def number(self, pattern: str) -> int | None:
        """The number that was written in an option: 2 of `to tier 2` for `to tier N`."""
        found = (matches(pattern, option) for option in self.options)
        return next((int(match[1]) for match in found if match), None)


def matches(pattern: str, option: str) -> re.Match[str] | None:
    """Whether words are an option: `to tier 2` is one of `to tier N`."""
    written = _PATTERN_NUMBER.sub("#", pattern)
    return re.fullmatch(re.escape(fold(written)).replace(r"\#", r"(\d{1,3})"), option)
