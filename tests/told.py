"""A restructure of which the sentences and labels are tested."""

from reports.compare import compare
from reports.wording import sentence
from tests.literals import structure

BEFORE = """
directorate cs | Directorate of Children's Services
  - dcs | Director of Children's Services | tier=1
  - ads | ? | tier=2 | number=3 | category=Assistant Director
  - interims | ? | tier=2 | number=2 | category=Assistant Director
  division css | Children's Specialist Services
    section sg | Safeguarding
    section inc | Inclusion
  division eye | Early Years, Youth & Education Services
    section ey | Early Years
    section youth | Youth
  division res | Resources
    service es | E-services
@outside
body lsc | Learning and Skills Council
  service post16 | 14-19 commissioning
"""


AFTER = """
directorate cs | Directorate of Children's Services
  - dcs | Director of Children's Services | tier=1
  division caf | Children and Families
    - ad1 | Assistant Director Children and Families | tier=2
    section ey | Early Years
  division epl | Education, Play and Learning
    section inc | Inclusion
  division tf | Transforming Futures
    section youth | Youth
    section sg | Safeguarding | certainty=uncertain
    service es | E-services
    service post16 | 14-19 commissioning | effective=April 2010
@outside
body lsc | Learning and Skills Council
"""


ORIGINS = [
    "caf mostly css", "caf part eye", "epl mostly eye", "epl part css", "tf new",
    "ad1 not stated", "es part res", "es part eye",
]  # fmt: skip


def of(text):
    return f"directorate cs | CS\n{text}"


def say(before, after, **rest):
    """The sentences of what changes between two structures written out."""
    was, becomes = structure(of(before)), structure(of(after), **rest)
    return [sentence(change, was, becomes) for change in compare(was, becomes)]
