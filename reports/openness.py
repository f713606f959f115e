"""Words that say who may read a paper: “unrestricted”, “not for publication”.

One text is printed in every edition, and each edition is marked in its own way. Its one rule: only
what is said of the paper itself counts, not what is said of an appendix or another paper.
"""

import re

NOT_PUBLIC = "Not for publication"
"""What an edition that is not for everybody is classified as, whatever the public one is."""

_PAPER = r"(?:report|paper|document|item)"
_OPEN = (
    r"(?:un|non-?)\s?(?:restricted|classified|exempt|confidential)|not (?:exempt|confidential|"
    r"restricted|private)|open|public|(?:for )?(?:general|public) release|for publication|"
    r"open to the public|available to the public|no exempt information"
)
_CLOSED = (
    r"(?:strictly )?(?:exempt|confidential|restricted|private)|not (?:for|to be) (?:publication|"
    r"published|release)|not (?:open|available) to the public|not public"
)
_STARTS, _ENDS = r"(?:^|\s*[;,/(:–—]\s*|\s+(?:and|but)\s+)", r"\s*\)?(?=\s*(?:$|[:;,./–—]))"
_OPEN_CLAUSE = re.compile(rf"{_STARTS}(?:{_OPEN})(?: {_PAPER})?{_ENDS}", re.IGNORECASE)
_CLOSED_CLAUSE = re.compile(
    rf"{_STARTS}(?:{_CLOSED})(?: {_PAPER})?(?: (?:by virtue of|under) .*|{_ENDS})", re.IGNORECASE
)
_IS = r"\s+(?:is|has been classified as|is classified as|is to be treated as)\s+(?:an? )?"
_NO_MORE = r"(?=\s*(?:$|[:;,.)–—]|and\b|by virtue\b|under\b|within the meaning\b))"
_OPEN_SENTENCE = re.compile(
    rf"\bthis {_PAPER}(?:{_IS}(?:{_OPEN})(?: {_PAPER})?{_NO_MORE}"
    r"|\s+contains no (?:exempt|confidential)\b)",
    re.IGNORECASE,
)
_CLOSED_SENTENCE = re.compile(
    rf"\bthis (?:{_PAPER}|appendix|annex|section){_IS}(?:{_CLOSED})(?: {_PAPER})?{_NO_MORE}",
    re.IGNORECASE,
)
"""Of “exempt from call-in” and “open to challenge” nothing follows."""
_BY_VIRTUE = r"(?:\s+(?:by virtue of|under)\b(?:(?!appendi|annex).)*)?"
_MARKED = re.compile(rf"\W*not for publication{_BY_VIRTUE}\W*", re.IGNORECASE | re.DOTALL)
_TITLED = re.compile(
    rf"{_STARTS}not for publication(?:{_ENDS}|\s+(?:by virtue of|under)\b)", re.IGNORECASE
)


def without_openness(words: str | None) -> str | None:
    """Words without those clauses that call the paper open: “for approval; unrestricted”.

    None where nothing else is said.
    """
    return _OPEN_CLAUSE.sub("", words).strip(" ;,./–—:") or None if words else words


def calls_itself_closed(words: str) -> bool:
    """Whether a decision or a classification says of the paper that it is not for the public."""
    return _CLOSED_CLAUSE.search(words) is not None


def is_titled_closed(title: str) -> bool:
    """Whether a title says so: “Housing: Private” is a service."""
    return bool(_CLOSED_SENTENCE.search(title) or _TITLED.search(title))


def says_closed(text: str) -> re.Match[str] | None:
    """Where a text says of the paper, or of the section, that it is not for the public.

    Not where it goes on with what is meant: “Not for publication: Appendix B, which is exempt.”
    """
    return _CLOSED_SENTENCE.search(text) or _MARKED.fullmatch(text)


def says_open(text: str) -> re.Match[str] | None:
    """Where a text says of the paper that everybody may read it."""
    return _OPEN_SENTENCE.search(text)
