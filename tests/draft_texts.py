"""A draft as text, and what its panel says."""

from functools import partial

from posts.snapshot import Leads
from reports import drafts
from reports.comparison import Comparison
from reports.proposal import Proposal
from tests.literals import structure

EXISTING = """
directorate cs | Children's Services
  - dcs | Director of Children's Services | statutory=director of children's services | tier=1
  division care | Care
    - hoc | Head of Care | tier=2 | grade=G9 | reports_to=dcs | category=Head
    - sw | Social Worker | reports_to=hoc | grade=G5 | category=Officer
    service youth | Youth
      - yw | Youth Worker | reports_to=hoc | grade=G4 | category=Officer
  division learning | Learning
    - hol | Head of Learning | tier=2 | grade=G9 | reports_to=dcs | category=Head
"""


HEADS = (
    Leads(post="dcs", unit="cs"),
    Leads(post="hoc", unit="care"),
    Leads(post="hol", unit="learning"),
)


existing = partial(structure, EXISTING, complete=3, leads=HEADS)


def draft(*swaps, without=(), scope=(), limit=None, before=None, **rest):
    """The existing structure with other lines in place of some, beside the existing one."""
    text = EXISTING
    for line, other in swaps:
        assert line in text
        text = text.replace(line, other)
    text = "\n".join(line for line in text.splitlines() if not _is(line, without))
    rest.setdefault("leads", [lead for lead in HEADS if lead.post not in without])
    after = structure(text, complete=rest.pop("complete", 3), key="draft", **rest)
    stated = Proposal(key="r", title="R", before="s", after="draft", scope=tuple(scope))
    return drafts.Draft(Comparison("The Borough", stated, before or existing(), after), limit)


def _is(line, keys):
    return any(f" {key} |" in line for key in keys)
