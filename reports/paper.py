"""A paper: all that a format is given, as one frozen value.

Title block and sections of blocks: what its authors wrote, and what is computed from the comparison
of two structures; nothing here knows Word or HTML. Its one rule: what is not known reads “not
stated”.
"""

from dataclasses import dataclass, replace

from posts.naming import NOT_STATED
from reports.comparison import Comparison
from reports.editions import PUBLIC, Edition, marking, redacted
from reports.house import DEFAULT, HOUSES, begin
from reports.markdown import Fault
from reports.numbering import numbered
from reports.proposal import Report
from reports.recommended import with_figures
from reports.sections.blocks import Note, Section
from reports.sections.saying import day
from reports.written import Made, sections_of

__all__ = ["Fault", "Paper", "paper_of", "report_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A report to a committee in one edition. `is_draft` until it is approved for publication.

    `marking` stands on every page, if the edition is not for everybody. `comparison` is what the
    paper was computed from, without what the edition must not have. `faults` are what is wrong in
    its authors’ texts, and never printed.
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
    faults: tuple[Fault, ...] = ()

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


def paper_of(comparison: Comparison, *, edition: Edition = PUBLIC, is_draft: bool = True) -> Paper:
    """The paper of a restructure in one edition, in the sections of its report.

    What the edition must not have is taken out first, and nothing here sees it.
    """
    report = report_of(comparison)
    written = replace(comparison.proposal, report=report)
    comparison = with_figures(redacted(replace(comparison, proposal=written), edition))
    proposal = comparison.proposal
    report = proposal.report or report
    sections, faults = sections_of(comparison, report, edition)
    return Paper(
        key=proposal.key,
        council=comparison.council,
        title=proposal.title,
        body=proposal.body,
        meeting=day(proposal.meeting),
        report_of=proposal.report_of,
        decision=proposal.decision,
        effective=proposal.effective,
        item=report.item,
        wards=report.wards,
        classification=report.classification,
        contact=report.contact,
        is_draft=is_draft,
        edition=edition,
        marking=marking(report, edition),
        comparison=comparison,
        sections=numbered(_said(sections, comparison.left_out.says), report.numbering),
        faults=faults,
    )


def _said(sections: list[Made], says: tuple[str, ...]) -> list[Made]:
    """The sections, the first of which begins with what is left out of the edition."""
    if not sections or not says:
        return sections
    (first, is_numbered), *others = sections
    notes = (Note(key=f"left-out.{nth}", text=text) for nth, text in enumerate(says, 1))
    return [(replace(first, blocks=(*notes, *first.blocks)), is_numbered), *others]


def report_of(comparison: Comparison) -> Report:
    """How the paper is written; one that nobody has begun is written as the default house does."""
    report = comparison.proposal.report
    if report is not None and report.sections:
        return report
    house = HOUSES.get(report.template if report else DEFAULT, HOUSES[DEFAULT])
    return begin(house) if report is None else replace(report, sections=house.sections)
