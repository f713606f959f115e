"""The house templates that are shipped: whose headings a paper has, in which order, how numbered.

Each is plain data, with the headings as the council prints them. Its one rule: a template begins a
paper and is asked nothing afterwards; what an author then makes of the sections is the author's.
"""

from typing import Any

from reports.house import dudley, generic, kent, lbbd, leeds
from reports.house.headings import House
from reports.proposal import Report

__all__ = ["DEFAULT", "HOUSES", "House", "begin"]

DEFAULT = generic.MODERN.key

HOUSES = {
    house.key: house
    for house in (generic.MODERN, dudley.OF_2009, dudley.OF_2023, kent.OF_2009, lbbd.OF_2005,
                  leeds.OF_2010)
}  # fmt: skip


def begin(house: House, **facts: Any) -> Report:
    """A paper in the ways of a house; `facts` are what is known of it: item, wards, contact …"""
    return Report(template=house.key, numbering=house.numbering, sections=house.sections, **facts)
