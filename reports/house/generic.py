"""The order of a modern report, which no one council owns.

Its one rule: each kind of implication has a heading of its own, so that none is forgotten.
"""

from reports.house import texts
from reports.house.headings import House, appendix, section, unnumbered

MODERN = House(
    key="generic-modern",
    name="A modern report",
    numbering="1.1",
    sections=(
        section("purpose", "Purpose", texts.PURPOSE),
        section("recommendations", "Recommendations", texts.RECOMMENDATIONS),
        section("reasons", "Reasons for recommendations"),
        section("background", "Background"),
        section("existing", "Existing structure", texts.EXISTING),
        section("proposed", "Proposed structure", texts.PROPOSED),
        section("services", "Where each service goes", texts.SERVICES),
        section("schedule", "Changes to posts", texts.CHANGES),
        section("staffing", "Staffing and consultation", texts.STAFF),
        section("options", "Options considered"),
        section("timetable", "Timetable", texts.TIMETABLE),
        section("financial", "Financial", texts.FINANCE),
        section("legal", "Legal"),
        section("hr", "HR"),
        section("equality", "Equality"),
        section("risk", "Risk"),
        section("other", "Other implications"),
        unnumbered("background-papers", "Background papers"),
        unnumbered("appendices", "Appendices", "[appendices]"),
        appendix("scope", "Out of scope, and not decided", texts.SCOPE),
        appendix("figures", "Stated figures that disagree", texts.STATED),
        appendix("sources", "Sources", texts.SOURCES),
    ),
)
