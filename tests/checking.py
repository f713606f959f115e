"""What the tests of a report's checks share: a small report with nothing wrong, to plant faults in.

Its one rule: as it stands, all 21 checks pass.
"""

from dataclasses import replace
from decimal import Decimal

from posts.snapshot import Leads
from reports.checks import CHECKS, Checked, findings
from reports.comparison import Comparison
from reports.councilfile.values import Grade
from reports.pay import Pay
from reports.proposal import Proposal, Recommendation, Report, Written
from tests.literals import structure

EXISTING = """
directorate cs | Children's Services
  - dcs | Director of Children's Services | statutory=director of children's services | tier=1 | \
line=outside | reports_to_other=Chief Executive | grade=Chief Officer | category=Director
  division care | Care
    - hoc | Head of Care | tier=2 | grade=G9 | reports_to=dcs | category=Head of Service
    service youth | Youth
    service adoption | Adoption
  division learning | Learning
    - hol | Head of Learning | tier=2 | grade=G9 | reports_to=dcs | category=Head of Service
  division schools | Schools
    - hos | Head of Schools | tier=2 | grade=G9 | reports_to=dcs | category=Head of Service
"""
HEADS = tuple(
    Leads(post=post, unit=unit)
    for post, unit in (("dcs", "cs"), ("hoc", "care"), ("hol", "learning"), ("hos", "schools"))
)
PAY = Pay(grades=tuple(Grade(name=each, pounds=Decimal(50000)) for each in ("Chief Officer", "G9")))
TEXT = "The directorate has three divisions: Care, Learning and Schools."
ASKED = Written(key="asked", heading="Recommendations", text="[recommendations]")
ASKS = Recommendation(number="1", verb="agree", text="the structure proposed")
COMMITTEE = {
    "title": "Realignment",
    "body": "Cabinet",
    "meeting": "2024-09-09",
    "effective": "1 April 2025",
}


def existing(**ways):
    """The existing structure, every post of it full time."""
    return full_time(structure(EXISTING, **{"complete": 99, "leads": HEADS} | ways))


def full_time(snapshot):
    """A structure in which every post is full time."""
    posts = {key: replace(post, fte=Decimal(1)) for key, post in snapshot.posts.items()}
    return replace(snapshot, posts=posts)


def written(text=TEXT, *, key="background", heading="Background", **ways):
    """A section."""
    return Written(key=key, heading=heading, text=text, **ways)


def checked(
    *sections, before=None, after=None, report=None, holders=(), pay=PAY, numbers=None, **said
):
    """The small report, with other sections, structures or facts; a text is a section."""
    own = [written(each) if isinstance(each, str) else each for each in sections or (TEXT,)]
    standing = {"recommendations": (ASKS,), **COMMITTEE} | said
    report = replace(report or Report(), sections=(*own, ASKED))
    proposal = Proposal(key="r", before="s", after="a", report=report, **standing)
    after = after or existing(key="a")
    comparison = Comparison("The Borough", proposal, before or existing(), after, pay=pay)
    return Checked(comparison, holders=tuple(holders), numbers=numbers or {})


def found(key, *sections, **facts):
    """The headings of what one check finds, with how grave each is."""
    check = CHECKS[key]
    return [f"{each.severity}: {each.heading}" for each in check.find(checked(*sections, **facts))]


def all_found(*sections, **facts):
    """The same of all checks."""
    return [f"{each.check} {each.heading}" for each in findings(checked(*sections, **facts))]
