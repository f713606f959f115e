"""Where a sentence begins, and the capital letter with which a figure begins it.

Its one rule: only words of ours get one, “at least two” or “not stated”; a name stays as the
council has it.
"""

import re

_OURS = frozenset(
    (
        "a", "an", "at", "cannot", "eight", "eleven", "five", "four", "left", "less", "more",
        "nine", "no", "none", "not", "nothing", "one", "seven", "six", "ten", "the", "three",
        "twelve", "two",
    )
)  # fmt: skip
"""The words with which a figure begins that is no name."""

_OPENING = "“‘\"'(["
_ENDS = re.compile(r"[.?!][”’\"')\]]*\s+\Z")
_SHORT = re.compile(
    r"(?:\A|[\s(])(?:e\.g|i\.e|approx|art|arts|c|ca|cf|ch|dr|mr|mrs|ms|no|nos|p|pp|para|paras|reg|"
    r"s|sch|st|v|viz|vs|\w)\.\s+\Z",
    re.IGNORECASE,
)
"""Words that end in a full stop and no sentence with it."""


def begins_a_sentence(before: str, *, is_within: bool = False) -> bool:
    """Whether what comes after these words begins a sentence; `is_within`: they go on another."""
    before = before.rstrip(_OPENING)
    if not before.strip():
        return not is_within
    return bool(_ENDS.search(before)) and not _SHORT.search(before)


def capitalised(said: str) -> str:
    """What a figure says, as it begins a sentence: “At least two”; a name as it is."""
    first = said.split(maxsplit=1)[:1]
    return said[:1].upper() + said[1:] if first and first[0].strip(",;:") in _OURS else said
