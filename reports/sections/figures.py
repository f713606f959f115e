"""Figures that are stated and do not agree: with the two structures, or with each other.

Its one rule: both are printed side by side, and neither is corrected.
"""

from decimal import Decimal

from reports.proposal import POUNDS, Statement
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Column, Paragraph, Table
from reports.sections.saying import capital, or_not_stated, things
from reports.sections.tables import SOURCE, Given, Pounds, number, table_of, words
from reports.verdicts import AGREES, BOTH, CANNOT, DISAGREES, VERDICTS, Verdict

_AGAINST = (
    words("What is stated", 6), number("Stated", 2), number("Computed", 3), words(SOURCE, 3),
)  # fmt: skip
_CANNOT = (
    words("What is stated", 6), number("Stated", 2), words("Why not", 5), words(SOURCE, 3),
)  # fmt: skip
_BOTH = Column("About", 4), Column("What is stated", 6), Column(SOURCE, 3)


def stated_figures(asked: Asked) -> list[Block]:
    """How many figures agree, those that do not, and what is stated in two ways."""
    found = asked.comparison.verdicts
    if not found:
        return []
    blocks: list[Block] = [Paragraph(key="figures.summary", text=_summary(found))]
    against = tuple(_against(each) for each in found if each.verdict == DISAGREES)
    if against:
        caption = "Stated figures that disagree with the structures"
        blocks.append(table_of("figures.against", caption, _AGAINST, against))
    both = tuple(_both(each.statement) for each in found if each.verdict == BOTH)
    if both:
        caption = "What is stated in more than one way"
        blocks.append(Table(key="figures.both", caption=caption, columns=_BOTH, rows=both))
    cannot = tuple(_cannot(each) for each in found if each.verdict == CANNOT)
    if cannot:
        caption = "Stated figures that cannot be computed"
        blocks.append(table_of("figures.cannot", caption, _CANNOT, cannot))
    return blocks


_SAID = {
    DISAGREES: ("disagrees with the structures", "disagree with the structures"),
    BOTH: ("is contradicted by another", "are contradicted by another statement"),
    CANNOT: ("cannot be computed", "cannot be computed"),
    AGREES: ("agrees", "agree"),
}


def _summary(found: list[Verdict]) -> str:
    counts = {verdict: sum(each.verdict == verdict for each in found) for verdict in VERDICTS}
    said = [f"{n} {_SAID[verdict][n > 1]}" for verdict, n in counts.items() if n]
    return (
        f"{things(len(found), 'statement')} of figures or names have been held against the two "
        f"structures and each other: {', '.join(said)}."
    )


def _against(verdict: Verdict) -> tuple[Given, ...]:
    says, value, source = _stated(verdict.statement)
    return says, value, verdict.computed, source


def _cannot(verdict: Verdict) -> tuple[Given, ...]:
    says, value, source = _stated(verdict.statement)
    return says, value, capital(or_not_stated(verdict.why)), source


def _stated(statement: Statement) -> tuple[str, Decimal | Pounds | None, str | None]:
    """A statement under what it is about, its figure, and its paragraphs."""
    about = f"{capital(statement.about)}: " if statement.about else ""
    value = statement.value
    figure = Pounds(value) if statement.counts == POUNDS and value is not None else value
    return f"{about}{statement.says}", figure, "; ".join(statement.sources) or None


def _both(statement: Statement) -> tuple[str, ...]:
    where = "; ".join(statement.sources)
    return or_not_stated(statement.about), statement.says, or_not_stated(where)
