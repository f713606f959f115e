"""The house templates that are shipped: whose headings a paper has, in which order, how numbered.

Each is plain data, with the headings as the council prints them. Its one rule: a template begins a
paper and is asked nothing afterwards; what an author then makes of the sections is the author's.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from reports.house import dudley, generic, kent, lbbd, leeds
from reports.house.headings import House
from reports.proposal import Report, Written

__all__ = ["DEFAULT", "HOUSES", "House", "begin", "house_of", "rows_of"]

ROW = "key", "heading", "text", "level", "is_numbered", "is_appendix"
"""What a template keeps of a section."""

DEFAULT = generic.MODERN.key

HOUSES = {
    house.key: house
    for house in (generic.MODERN, dudley.OF_2009, dudley.OF_2023, kent.OF_2009, lbbd.OF_2005,
                  leeds.OF_2010)
}  # fmt: skip


def house_of(key: str, name: str, numbering: str, rows: Iterable[Mapping[str, Any]]) -> House:
    """A council's own template, from its sections as plain rows (`models.HouseTemplate`)."""
    sections = tuple(Written(**{name: row[name] for name in ROW if name in row}) for row in rows)
    return House(key=key, name=name, numbering=numbering, sections=sections)


def rows_of(sections: Iterable[Written]) -> list[dict[str, Any]]:
    """Sections as plain rows, to be kept as a council's own template."""
    return [{name: getattr(section, name) for name in ROW} for section in sections]


def begin(house: House, **facts: Any) -> Report:
    """A paper in the ways of a house; `facts` are what is known of it: item, wards, contact …"""
    return Report(template=house.key, numbering=house.numbering, sections=house.sections, **facts)
