"""What the tests of pages share: a small paper with something of everything, and its addresses."""

from functools import cache

from divisions.models import Structure
from posts import proposals
from reports.councilfile import load
from reports.councilfile.reading import read
from tests import kept

FILE = """\
format: 1
council:
  slug: borough
  name: The Borough
  kinds:
    - name: directorate
    - name: division
    - name: service
    - name: team
  grades:
    - name: Grade 9
    - name: Grade 11
  templates:
    - slug: ours
      name: Our own house
      numbering: 1
      sections:
        - key: purpose
          heading: Purpose
structures:
  - id: existing
    title: Existing divisions
    status: on record
    complete_to_tier: 2
    source: ¶1
    units:
      - id: children
        kind: directorate
        name: Children's Services
        head: director
        source: ¶2
        posts:
          - id: director
            title: Director of Children's Services
            category: Director
            statutory: director of children's services
            reports_to_other: Chief Executive
            source: ¶2
          - id: head-of-care
            title: Head of Care
            category: Head of Service
            grade: Grade 9
            reports_to: director
            lines:
              - kind: dotted
                to_other: Chief Executive
                reason: safeguarding
                source: ¶9
            source: ¶3
          - id: head-of-learning
            title: Head of Learning
            category: Head of Service
            reports_to: director
            source: ¶3
        units:
          - id: care
            kind: division
            name: Care
            other_names:
              - name: Social Care
                source: ¶4
            head: head-of-care
            source: ¶4
            units:
              - id: adoption
                kind: service
                name: Adoption
                source: ¶4
              - id: youth
                kind: service
                name: Youth
                source: ¶4
          - id: learning
            kind: division
            name: Learning
            head: head-of-learning
            source: ¶5
  - id: proposed
    title: Proposed divisions
    status: on record
    drawn_from: existing
    complete_to_tier: 2
    in_force_from: 1 April 2010
    units:
      - id: children
        kind: directorate
        name: Children's Services
        head: director
        posts:
          - id: director
            title: Director of Children's Services
            category: Director
            reports_to_other: Chief Executive
          - id: head-of-care
            title: Head of Care
            category: Head of Service
            grade: Grade 11
            reports_to: director
            source: ¶6
          - id: head-of-futures
            title: Head of Futures
            category: Head of Service
            reports_to: director
            from: new
            source: ¶6
        units:
          - id: care
            kind: division
            name: Care and Families
            head: head-of-care
            source: ¶6
            units:
              - id: adoption
                kind: service
                name: Adoption
          - id: futures
            kind: division
            name: Futures
            head: head-of-futures
            from:
              - id: learning
                share: mostly
                source: ¶7
            source: ¶7
            units:
              - id: youth
                kind: service
                name: Youth
                source: ¶7
restructures:
  - id: realignment
    title: Realignment of Services
    before: existing
    after: proposed
    report_of: Director of Children's Services
    body: Cabinet
    meeting: 9 September 2009
    decision: for approval
    source: ¶1
    scope:
      - id: adoption
        scope: in
        why: all services
        source: ¶8
    milestones:
      - what: Close consultation
        when: end October 2009
        source: ¶10
    recommendations:
      - number: 1
        verb: agree
        text: the two divisions proposed
        source: ¶15
      - number: 2
        verb: note
        text: the timetable
        source: ¶15
    statements:
      - about: heads of service
        says: the existing three heads of service
        value: 3
        counts: posts
        in: before
        where:
          category: Head of Service
        source: ¶3
"""

PAGES = {
    "home": "/borough/",
    "chart": "/borough/structures/existing/",
    "chart with a post": "/borough/structures/existing/?by=line&show=head-of-care",
    "outline": "/borough/structures/existing/outline/?show=care",
    "find": "/borough/structures/existing/find/?q=care",
    "find in the council": "/borough/find/?q=nothing",
    "table": "/borough/structures/existing/table/",
    "table with a post": "/borough/structures/existing/table/?find=head&show=head-of-care",
    "changed so far": "/borough/structures/proposed/changed/",
    "changed, all": "/borough/structures/proposed/changed/?all=1",
    "preview": "/borough/structures/proposed/changed/preview/?act=move-unit&of=youth&to=care",
    "nothing to compare": "/borough/structures/existing/changed/",
    "history": "/borough/structures/existing/history/",
    "history of a unit": "/borough/structures/existing/history/?of=care",
    "all history": "/borough/history/",
    "all history of a unit": "/borough/history/?of=care",
    "which two": "/borough/compare/",
    "any two": "/borough/compare/?before=existing&after=proposed",
    "any two, changes": "/borough/compare/changes/?before=existing&after=proposed",
    "any two, services": "/borough/compare/services/?before=existing&after=proposed",
    "any two, posts": "/borough/compare/posts/?before=existing&after=proposed",
    "side by side": "/borough/restructures/realignment/",
    "changes": "/borough/restructures/realignment/changes/",
    "services": "/borough/restructures/realignment/services/",
    "posts": "/borough/restructures/realignment/posts/",
    "figures": "/borough/restructures/realignment/figures/",
    "paper": "/borough/restructures/realignment/paper/",
    "options": "/borough/options/?before=existing",
    "no options": "/borough/options/?before=proposed",
    "report preview": "/borough/restructures/realignment/report/preview/",
    "report checks": "/borough/restructures/realignment/report/checks/",
    "download": "/borough/restructures/realignment/report/download/",
}
"""What everybody of the council may read."""

DOWNLOADS = {
    "chart file": "/borough/structures/existing/chart.svg",
    "table file": "/borough/structures/existing/table.csv",
    "history file": "/borough/structures/existing/history.csv",
    "all history file": "/borough/history.csv",
    "report": "/borough/restructures/realignment/report.docx",
}
FORMS = {
    "title": "/borough/restructures/realignment/title/",
    "recommendations": "/borough/restructures/realignment/recommendations/",
    "section": "/borough/restructures/realignment/report/sections/legal/",
    "sections": "/borough/restructures/realignment/report/sections/",
    "report facts": "/borough/restructures/realignment/report/facts/",
    "report template": "/borough/restructures/realignment/report/template/",
    "report money": "/borough/restructures/realignment/report/money/",
    "report people": "/borough/restructures/realignment/report/people/",
    "report fillings": "/borough/restructures/realignment/report/people/filled/",
    "report ring-fences": "/borough/restructures/realignment/report/people/ring-fences/",
    "report timetable": "/borough/restructures/realignment/report/timetable/",
    "report phases": "/borough/restructures/realignment/report/phases/",
    "publish": "/borough/restructures/realignment/report/publish/",
    "withdraw publication": "/borough/restructures/realignment/report/publish/withdraw/",
    "house templates": "/borough/templates/",
    "house template": "/borough/templates/ours/",
    "word base": "/borough/templates/word/",
}
"""What only those who write the council's papers may open, and send."""

WRITING = {
    "exports": "/borough/restructures/realignment/report/exports/",
    "writer": "/borough/restructures/realignment/report/",
    "report figures": "/borough/restructures/realignment/report/figures/",
    "section history": "/borough/restructures/realignment/report/sections/legal/history/",
}
"""What only those who write the council's papers may open, and what takes nothing."""

DRAWING = {
    "establishment": "/borough/establishment/",
    "propose": "/borough/propose/",
    "propose from": "/borough/propose/?from=proposed",
    "up to date": "/borough/structures/draft/up-to-date/",
    "name heads": "/borough/structures/draft/heads/",
    "send out": "/borough/structures/draft/life/send-out/",
    "withdraw": "/borough/structures/draft/life/withdraw/",
}
"""What only those who draw structures may open."""

FILE_PAGES = {
    "file": "/borough/file/",
    "file download": "/borough/file/download/",
    "people": "/borough/people/",
    "pay": "/borough/pay/",
}
"""What only the council's administrators may open."""


OF_AN_ACT = {
    "moment": "/borough/structures/existing/?at={act}",
    "moment in words": "/borough/structures/existing/outline/?at={act}&show=care",
    "moment in a table": "/borough/structures/existing/table/?at={act}",
    "act": "/borough/structures/existing/history/{act}/",
    "moment and now": "/borough/compare/?before=existing@{act}&after=existing",
}
"""What everybody of the council may read of one act on the structure, once its number is put in."""

DOING = {
    "undo": "/borough/structures/existing/undo/",
    "redo": "/borough/structures/existing/redo/",
}
"""What shows nothing and does something, for those who draw structures."""

NOTING = {
    "remove word base": "/borough/templates/word/remove/",
    "here": "/borough/restructures/realignment/report/sections/legal/here/",
    "delete template": "/borough/templates/ours/delete/",
    "put text back": "/borough/restructures/realignment/report/sections/legal/history/1/put-back/",
}
"""What shows nothing and does something, for those who write the council's papers."""

PAPER_ACT = "/borough/history/{act}/"
"""What everybody of the council may read of one act on its papers."""

MADE = {
    "export": "/borough/restructures/realignment/report/exports/{export}/",
    "made files": "/borough/restructures/realignment/report/download/files.zip?made={export}",
}
"""What those who write may have of a file of a draft, once its number is put in."""

PUT_BACK = "/borough/structures/existing/history/{act}/put-back/"
RECORDED_ON = "/borough/structures/existing/recorded/?on=1+January+2100"
"""Leads everybody of the council to the chart as it was on a day."""


def load_paper(user=None):
    """Load the small paper into the borough: a copy of it, where nothing stands there yet."""
    if user is None and kept.is_free():
        kept.copy(small_paper())
    else:
        load.load(small_paper(), user=user)


@cache
def small_paper():
    """The small paper as it is read from its file."""
    return read(FILE.encode(), "borough.yaml")


def draw_draft():
    """Draw a draft of the small paper's existing structure."""
    existing = Structure.objects.get(key="existing")
    return proposals.draw(existing, key="draft", title="The draft", user=None)


def words(response):
    """A page's text, white space made plain, without its tags."""
    from html import unescape
    from re import sub

    text = sub(r"<(script|style).*?</\1>", " ", response.content.decode())
    return " ".join(unescape(sub(r"<[^>]+>", " ", text)).split())
