"""Where each service goes out of the existing units, and what the proposed ones are made up from.

Its one rule: both ways are told, so that nothing is lost between them.
"""

from posts.naming import NOT_STATED
from reports.measures import Service
from reports.sections.asked import Asked
from reports.sections.blocks import Column, Table
from reports.sections.saying import basis, capital, or_not_stated
from reports.sections.tables import SOURCE

_OUT = (
    Column("Service", 10),
    Column("From", 8),
    Column("Goes to", 13),
    Column("Change", 8),
    Column(SOURCE, 8),
)
_INTO = Column("Proposed unit", 3), Column("Made up from", 7), Column(SOURCE, 2)


def where_each_goes(asked: Asked) -> list[Table]:
    """A row for each service of the existing units that goes anywhere."""
    rows = tuple(_out_row(each) for each in asked.comparison.services)
    caption = "Where each existing service goes"
    table = Table(key="services.out.table", caption=caption, columns=_OUT, rows=rows)
    return [table] if rows else []


def made_up_from(asked: Asked) -> list[Table]:
    """A row for each proposed unit into which anything comes."""
    rows = tuple(
        (each.name, each.says, "; ".join(each.sources) or NOT_STATED)
        for each in asked.comparison.into
    )
    caption = "What each proposed unit is made up from"
    table = Table(key="services.into.table", caption=caption, columns=_INTO, rows=rows)
    return [table] if rows else []


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
