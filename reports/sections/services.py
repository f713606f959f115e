"""Where each service goes out of the existing units, and what the proposed ones are made up from.

Its one rule: both ways are told, so that nothing is lost between them.
"""

from posts.naming import NOT_STATED
from reports.comparison import Comparison
from reports.measures import Service
from reports.sections.blocks import Block, Column, Heading, Paragraph, Section, Table
from reports.sections.saying import basis, capital, or_not_stated

_OUT = (
    Column("Service", 5),
    Column("From", 5),
    Column("Goes to", 5),
    Column("Change", 4),
    Column("Source", 3),
)
_INTO = Column("Proposed unit", 3), Column("Made up from", 7), Column("Source", 2)


def services(comparison: Comparison) -> Section:
    """The table of services, then a paragraph for each proposed unit."""
    out = tuple(_out_row(each) for each in comparison.services)
    into = tuple(
        (each.name, each.says, "; ".join(each.sources) or NOT_STATED) for each in comparison.into
    )
    blocks: list[Block] = []
    if out:
        caption = "Where each existing service goes"
        blocks.append(Heading(key="services.out", text="From the existing units"))
        blocks.append(Table(key="services.out.table", caption=caption, columns=_OUT, rows=out))
    if into:
        caption = "What each proposed unit is made up from"
        blocks.append(Heading(key="services.into", text="Into the proposed units"))
        blocks.append(Table(key="services.into.table", caption=caption, columns=_INTO, rows=into))
    if not blocks:
        text = "No unit is stated to move, and none to be made up from another."
        blocks.append(Paragraph(key="services.none", text=text))
    return Section(key="services", heading="Where each service goes", blocks=tuple(blocks))


def _out_row(service: Service) -> tuple[str, ...]:
    goes_to = or_not_stated(service.goes_to)
    if service.effective:
        goes_to += f" ({service.effective})"
    if service.note:
        goes_to += f". {capital(service.note)}"
    return (
        capital(service.name),
        "–" if service.is_top and service.was_in is None else or_not_stated(service.was_in),
        goes_to,
        service.change,
        basis(service.sources, service.certainty),
    )
