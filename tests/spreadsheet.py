"""A council made from a spreadsheet: posts without categories, each with a title of its own.

Fifteen posts become fourteen, and three divisions two: Highways is closed, its head and two
officers are deleted, and officers for data and for climate are created. Its one rule: every post
is listed, and its hours.
"""

from posts.snapshot import Ending
from tests.checking import found as found_in
from tests.checking import full_time, written
from tests.literals import structure

NOW = """
directorate place | Place
  - director | Director of Place | tier=1 | line=none
  - pa | PA to the Director | reports_to=director
  division housing | Housing
    - ad-housing | Assistant Director Housing | grade=G9
    - dep | Deputy Assistant Director Housing
    - tenancy | Tenancy Officer | number=3
  division highways | Highways
    - ad-highways | Assistant Director Highways
    - lights | Lighting Officer
    - roads | Roads Officer
  division parks | Parks
    - ad-parks | Assistant Director Parks
    - ranger | Ranger | number=4
"""
THEN = """
directorate place | Place
  - director | Director of Place | tier=1 | line=none
  - pa | PA to the Director | reports_to=director
  division housing | Housing
    - ad-housing | Assistant Director Housing | grade=G10
    - dep | Deputy Assistant Director Housing
    - tenancy | Tenancy Officer | number=3
    - data | Data Officer
  division parks | Parks
    - ad-parks | Assistant Director Parks
    - ranger | Ranger | number=4
    - climate | Climate Officer
"""
GONE = tuple(Ending(key=key) for key in ("highways", "ad-highways", "lights", "roads"))


def before():
    return full_time(structure(NOW, complete=99))


def after():
    return full_time(structure(THEN, complete=99, key="a", endings=GONE))


def said(text, *, heading="Background", **facts):
    """The headings of what C1 finds in a text."""
    section = written(text.replace("\\n", "\n"), heading=heading)
    facts = {"before": before(), "after": after()} | facts
    return [each.removeprefix("look: ") for each in found_in("C1", section, **facts)]
