"""A paper: all that a format is given, as one frozen value.

Title block and sections of blocks, computed from the comparison of two structures and from nothing
else; nothing here knows Word or HTML. Its one rule: what is not known reads "not stated".
"""

from collections.abc import Callable
from dataclasses import dataclass

from posts.naming import NOT_STATED
from reports.comparison import Comparison
from reports.editions import PUBLIC, Edition
from reports.sections.blocks import Section
from reports.sections.changes import changes
from reports.sections.figures import figures
from reports.sections.front import purpose, recommendations
from reports.sections.saying import day
from reports.sections.schedule import schedule
from reports.sections.scope import scope
from reports.sections.services import services
from reports.sections.sources import sources
from reports.sections.structures import existing, proposed
from reports.sections.timetable import timetable

__all__ = ["SECTIONS", "Paper", "paper_of"]

SECTIONS: tuple[Callable[[Comparison], Section], ...] = (
    purpose,
    recommendations,
    existing,
    proposed,
    changes,
    services,
    schedule,
    timetable,
    figures,
    scope,
    sources,
)
"""What makes each section, in the order in which they stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A report to a committee in one edition. `is_draft` until it is approved for publication.

    `marking` stands on every page, if the edition is not for everybody. `comparison` is what the
    paper was computed from, without what the edition must not have.
    """

    key: str
    council: str
    title: str
    body: str | None = None
    meeting: str | None = None
    report_of: str | None = None
    decision: str | None = None
    effective: str | None = None
    item: str | None = None
    wards: str | None = None
    classification: str | None = None
    contact: str | None = None
    is_draft: bool = True
    edition: Edition = PUBLIC
    marking: str | None = None
    comparison: Comparison | None = None
    language: str = "en-GB"
    sections: tuple[Section, ...] = ()

    @property
    def title_block(self) -> tuple[tuple[str, str], ...]:
        """What stands below the title: terms, and what is known of each."""
        facts = (
            ("Report to", self.body),
            ("Date of meeting", self.meeting),
            ("Report of", self.report_of),
            ("Decision", self.decision),
            ("Takes effect", self.effective),
        )
        others = (
            ("Agenda item", self.item),
            ("Wards affected", self.wards),
            ("Classification", self.classification),
            ("Contact", self.contact),
        )
        asked = tuple((term, known or NOT_STATED) for term, known in facts)
        return asked + tuple((term, known) for term, known in others if known)

    @property
    def subject(self) -> str:
        """Which meeting the paper is for, in one line."""
        return ", ".join(filter(None, (f"Report to {self.body or NOT_STATED}", self.meeting)))


def paper_of(comparison: Comparison, *, is_draft: bool = True) -> Paper:
    """The paper of a restructure; a section in which there is nothing to say is left out."""
    proposal = comparison.proposal
    made = (section(comparison) for section in SECTIONS)
    return Paper(
        key=proposal.key,
        council=comparison.council,
        title=proposal.title,
        body=proposal.body,
        meeting=day(proposal.meeting),
        report_of=proposal.report_of,
        decision=proposal.decision,
        effective=proposal.effective,
        is_draft=is_draft,
        comparison=comparison,
        sections=tuple(section for section in made if section.blocks),
    )
