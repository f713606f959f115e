"""Paragraph 5 of Dudley's paper of 2009, as an officer draws it on the board, act by act.

The same description is done by keyboard and without scripts. Its one rule: it names units and posts
as the page shows them; only posts without a title are named by their key.
"""

from dataclasses import dataclass

DIRECTORATE = "Directorate of Children's Services"
SPECIALIST = "Children's Specialist Services"
EARLY_YEARS = "Early Years, Youth & Education Services"
PERFORMANCE, POLICY = "Performance & Partnership", "Policy and Performance"
AD_FAMILIES = "Assistant Director Children and Families"
AD_EDUCATION = "Assistant Director Education, Play, and Learning"
AD_QUALITY = "Assistant Director for Quality and Improvement"
AD_FUTURES = "Assistant Director Transforming Futures"
PROPOSED = {
    "Draw it from": "Existing divisions, 2009 (on record)",
    "Title of the restructure": "Drawn by hand",
    "Title of the proposed structure": "Four divisions",
}
NOT_STATED = {"Where it came from": "Not stated"}
MOSTLY, PART = "mostly", "a part"


@dataclass(frozen=True)
class Division:
    """A proposed division: who heads it, what it is made up from, what it takes in and does."""

    name: str
    head: str
    made_up: tuple[tuple[str, str], ...]
    takes: tuple[str, ...]
    does: tuple[str, ...]


DIVISIONS = (
    Division(
        "Children and Families",
        AD_FAMILIES,
        ((SPECIALIST, MOSTLY), (EARLY_YEARS, PART)),
        ("Early Years",),
        (
            "Looked after children (LAC)",
            "Children in need & child protection",
            "Children with disabilities",
            "Common Assessment Framework (CAF)",
        ),
    ),
    Division(
        "Education, Play and Learning",
        AD_EDUCATION,
        ((EARLY_YEARS, MOSTLY), (SPECIALIST, PART)),
        ("Inclusion",),
        (
            "School improvement and inclusion",
            "Play provision",
            "Equality and diversity",
            "Virtual School",
            "Quality assurance of 14-19 education",
        ),
    ),
    Division(
        "Quality and Improvement",
        AD_QUALITY,
        ((PERFORMANCE, MOSTLY), (SPECIALIST, PART), ("Resources", PART)),
        ("Safeguarding", "Business Services / Resources"),
        (
            "Policy and performance management",
            "External inspections",
            "Partnership development and operation",
            "Business service management",
            "Safeguarding quality and review",
        ),
    ),
    Division(
        "Transforming Futures (Strategic Planning)",
        AD_FUTURES,
        (),
        ("Youth", "E-services", "14-19 commissioning and provision"),
        (
            "Cabinet and Select Committee",
            "Children's and School Workforce Development",
            "Integrated 14-19 youth provision",
            "Building Schools for the Future",
            "Township / locality / place planning and development",
        ),
    ),
)
YOUTH_PROVISION = (
    "Targeted youth provision",
    "Youth Offending Team",
    "16+ team",
    "Connexions",
)
LINES = (
    (AD_FAMILIES, AD_EDUCATION, "outcomes in the early years"),
    (AD_FAMILIES, AD_FUTURES, "the 2025 vision"),
    (AD_EDUCATION, AD_FAMILIES, "what the Virtual School achieves for looked after children"),
    (
        AD_EDUCATION,
        AD_FUTURES,
        "quality assurance of education from 14 to 19; the 2025 vision",
    ),
    (
        AD_QUALITY,
        AD_FAMILIES,
        "inspection and review from outside; quality and review of safeguarding",
    ),
    (AD_QUALITY, AD_EDUCATION, "inspection and review from outside"),
    (AD_QUALITY, AD_FUTURES, "inspection and review from outside; the 2025 vision"),
    (AD_FUTURES, AD_FAMILIES, "provision for all aged 14 to 19, joined up; the 2025 vision"),
    (AD_FUTURES, AD_EDUCATION, "provision for all aged 14 to 19, joined up; the 2025 vision"),
    (AD_FUTURES, AD_QUALITY, "the 2025 vision"),
)


def redraw(hands):
    """Propose a restructure of the existing divisions, and make all of paragraph 5's changes."""
    hands.proposes(PROPOSED)
    for division in DIVISIONS:
        form(hands, division)
    within(hands, "Integrated 14-19 youth provision", YOUTH_PROVISION)
    came_from(hands, "E-services", (("Resources", PART), (POLICY, PART)))
    hands.does("Change…", "14-19 commissioning and provision", {"In force": "April 2010"})
    hands.does_to_all("Change…", [division.name for division in DIVISIONS], {"Phase": "one"})
    appointed = {"Grade": "spot point", "Category": "Assistant Director", "Tier": "2"}
    heads = [division.head for division in DIVISIONS]
    hands.does_to_all("Change…", heads, appointed | {"Phase": "one"})
    for post, to, reason in LINES:
        says = {
            "Kind of line": "joint",
            "To": to,
            "Reason of the line, as the chart says it": reason,
        }
        hands.does("Add a line…", post, says)
    for division in (SPECIALIST, EARLY_YEARS, PERFORMANCE, "Resources", POLICY):
        hands.does("Close…", division)
    hands.does("Delete…", "interim-assistant-directors")
    hands.does("Delete…", "assistant-directors", {"What becomes of it": "Not stated"})


def form(hands, division):
    """Create a division with its head, and bring what it takes in and does into it."""
    hands.does("New unit", DIRECTORATE, {"Name": division.name, "Kind": "division"})
    came_from(hands, division.name, division.made_up)
    hands.does("New post", division.name, {"Title": division.head, **NOT_STATED})
    hands.does("Head…", division.name, {"Post": division.head})
    for section in division.takes:
        hands.does("Move…", section, {"Move to": division.name})
    within(hands, division.name, division.does)


def within(hands, unit, functions):
    """Create functions in a unit, of which the paper does not say where they were before."""
    named = {"Names": "\n".join(functions), "Kind": "function"}
    hands.does("New units…", unit, named | NOT_STATED)


def came_from(hands, unit, made_up):
    """Say what a unit is made up from, one thing after another."""
    for came_from, share in made_up:
        says = {"Add what it came from": came_from, "How much of it": share}
        hands.does("Came from…", unit, says)
