"""What the sections of a new paper say before anybody has written anything: figures and parts.

Its one rule: no text here states what the structures and the title block do not.
"""

PURPOSE = """\
This report sets out the restructure “[title]”: the existing structure, the proposed structure, \
and what changes between them. Every figure, list and chart in it is computed from the two \
structures.

It asks [the committee] [what is asked].

Takes effect: [takes effect].
"""

RECOMMENDATIONS = "[recommendations]"

EXISTING = "[existing chart]"

PROPOSED = "[proposed chart]"

SERVICES = """\
[where each service goes]

[made up from]
"""

CHANGES = """\
[what changes]

[schedule of posts]
"""

ALL_PROPOSED = f"""\
{PROPOSED}

{SERVICES}
{CHANGES}"""

STAFF = """\
[staff affected]

[how posts are filled]

[ring-fences]
"""

FINANCE = """\
[cost]

[one-off costs]

[funding]
"""

TIMETABLE = """\
[phases]

[timetable]
"""

CONTACT = "[contact]"

SCOPE = "[scope]"

STATED = "[stated figures]"

SOURCES = "[sources]"
