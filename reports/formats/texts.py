"""What a person typed, as every format may have it: on one line, cut, or followed as an address.

Its one rule: no format makes a text safe in a way of its own.
"""

import re

_NOT_XML = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]")
_TURNS_TEXT = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What would go on turning the text after it round; letters of any script keep their direction."""

_LINK = re.compile(r"(?:https?://|mailto:)[^\s\"<>\\^`{|}]+", re.IGNORECASE)
_LONGEST_LINK = 2000


def safe(text: str) -> str:
    """The text on one line, without characters that XML forbids or that reorder what follows."""
    return " ".join(_TURNS_TEXT.sub("", _NOT_XML.sub(" ", text)).split())


def safe_part(text: str) -> str:
    """Words between others made safe: a space at either end stays."""
    first, last = (" " if end.isspace() else "" for end in (text[:1], text[-1:]))
    words = safe(text)
    return f"{first}{words}{last}" if words else first


def shortened(text: str, most: int) -> str:
    """The text, cut with an ellipsis where it has more letters than there is room for."""
    text = safe(text)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def address(link: str | None) -> str | None:
    """An address that may be followed from a paper; of any other only the words are shown."""
    link = (link or "").strip()
    return link if len(link) <= _LONGEST_LINK and _LINK.fullmatch(link) else None
