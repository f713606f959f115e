"""Sentences that speak of another time, another council, or of what was not chosen.

Their numbers are not those of the two structures. Its one rule: a year is past that lies before
the year of the meeting.
"""

import re

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FORMERLY = re.compile(
    r"\b(?:there (?:were|was)|had|used to|former(?:ly)?|previous(?:ly)?|originally|ago|until)\b",
    re.IGNORECASE,
)
_NOT_CHOSEN = re.compile(
    r"(?<!preferred )(?<!recommended )(?<!chosen )\b(?:options?|alternatives?)\b"
    r"|\b(?:rejected|discounted|consultants?|not pursued|not taken forward)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:neighbouring|elsewhere|nationally"
    r"|(?:other|another|most|many|some) (?:local )?"
    r"(?:councils?|authorit(?:y|ies)|directorates?|departments?))\b",
    re.IGNORECASE,
)


def is_elsewhere(sentence: str, heading: str) -> bool:
    """Whether a sentence speaks of another council, or of what was looked at and not chosen."""
    return any(map(_NOT_CHOSEN.search, (sentence, heading))) or bool(_OTHERS.search(sentence))


def is_past(sentence: str, meeting: str | None) -> bool:
    """Whether a sentence speaks of how it was before the existing structure."""
    if _FORMERLY.search(sentence):
        return True
    return meeting is not None and any(year < meeting[:4] for year in _YEAR.findall(sentence))
