"""What a check finds: how grave it is, what is wrong, where, and what puts it right.

Its one rule: a finding is data. Where a link leads is for a page to say.
"""

from dataclasses import asdict, dataclass
from typing import Any

from divisions.sentences import listed
from reports.drafts.draft import INFO, LOOK, MUST, SEVERITIES
from reports.editions import EDITIONS

__all__ = ["INFO", "LOOK", "MUST", "SEVERITIES", "Finding", "Mend", "Place"]

SECTION, UNIT, POST, MILESTONE = "section", "unit", "post", "milestone"
STATEMENT, RECOMMENDATION, COST, GRADE = "statement", "recommendation", "cost", "grade"
KINDS = (SECTION, UNIT, POST, MILESTONE, STATEMENT, RECOMMENDATION, COST, GRADE)
"""What a place can be."""

TITLE, TIMETABLE, RECOMMENDATIONS, SECTIONS = "title", "timetable", "recommendations", "sections"
FIGURES, POSTS, SERVICES, PEOPLE, FILLINGS, MONEY, MATCH = (
    "figures", "posts", "services", "people", "fillings", "money", "match",
)  # fmt: skip
PAGES = (
    TITLE, TIMETABLE, RECOMMENDATIONS, SECTIONS, FIGURES, POSTS, SERVICES, PEOPLE, FILLINGS, MONEY,
    MATCH,
)  # fmt: skip
"""Where something is put right besides a section of the report, a unit or a post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something is wrong, in `words` for a reader: “Background, paragraph 3”, “¶6”.

    `key` is that of the section, unit or post; `paragraph` counts those of a section's own text;
    `sources` are paragraphs of the paper; `quote` is what is written there.
    """

    kind: str
    words: str
    key: str | None = None
    paragraph: int | None = None
    sources: tuple[str, ...] = ()
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """What puts a finding right: the words of the link, and the thing or page that it leads to."""

    words: str
    kind: str
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check (`C1` … `C21`) finds. `holds_back` are the editions that must wait for it."""

    severity: str
    heading: str
    text: str = ""
    places: tuple[Place, ...] = ()
    mends: tuple[Mend, ...] = ()
    holds_back: tuple[str, ...] = ()
    check: str = ""

    @property
    def severity_in_words(self) -> str:
        return SEVERITIES[self.severity]

    @property
    def holds_back_in_words(self) -> str:
        """The editions that it holds back: “Public, Exempt and Staff”."""
        return listed([EDITIONS[key].title for key in self.holds_back])

    @property
    def sections(self) -> tuple[str, ...]:
        """The keys of the sections in which something is to be looked at, each once."""
        found = (place.key for place in self.places if place.kind == SECTION and place.key)
        return tuple(dict.fromkeys(found))

    @property
    def sources(self) -> tuple[str, ...]:
        """The paragraphs of the paper that it rests on, each once."""
        return tuple(dict.fromkeys(each for place in self.places for each in place.sources))

    def as_json(self) -> dict[str, Any]:
        """The finding as plain values."""
        return asdict(self)
