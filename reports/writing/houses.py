"""House templates as a council has them: those that are shipped, and its own.

Its one rule: a council's own has no slug that a shipped one has.
"""

from reports.house import DEFAULT, HOUSES, house_of
from reports.models import HouseTemplate


def houses_of(council):
    """All templates by their keys: the council's own first."""
    own = {row.slug: as_house(row) for row in HouseTemplate.objects.filter(council=council)}
    return own | {key: house for key, house in HOUSES.items() if key not in own}


def as_house(row):
    """A council's own template as a value."""
    return house_of(row.slug, row.name, row.numbering, row.sections)


def house_for(council, key):
    """The template of a key; the default one where there is none."""
    own = HouseTemplate.objects.filter(council=council, slug=key).first()
    return as_house(own) if own else HOUSES.get(key, HOUSES[DEFAULT])
