"""Dudley's orders: its Cabinet's of 2009, and its committees' of 2023.

Paragraphs are numbered through the whole report and headings are not. Its one rule: headings are
those that the council prints, in its order.
"""

from reports.house import texts
from reports.house.headings import House, appendix, section, unnumbered

OF_2009 = House(
    key="dudley-2009",
    name="Dudley, 2009",
    numbering="1",
    sections=(
        section("purpose", "Purpose of Report", texts.PURPOSE),
        section("background", "Background"),
        section(
            "proposed",
            "Proposed Structure",
            f"{texts.PROPOSED}\n\n{texts.SERVICES}\n{texts.CHANGES}",
        ),
        section("finance", "Finance", texts.FINANCE),
        section("law", "Law"),
        section("equality", "Equality Impact"),
        section("recommendations", "Recommendation", texts.RECOMMENDATIONS),
        unnumbered("signature", "Signature", "[report of]"),
        unnumbered("contact", "Contact Officer", texts.CONTACT),
        unnumbered("background-papers", "List of Background Papers"),
        appendix("existing", "Existing Structure", texts.EXISTING, is_numbered=False),
    ),
)

OF_2023 = House(
    key="dudley-2023",
    name="Dudley, 2023",
    numbering="1",
    sections=(
        section("purpose", "Purpose of report", texts.PURPOSE),
        section("recommendations", "Recommendations", texts.RECOMMENDATIONS),
        section("background", "Background"),
        section("context", "Current context", texts.EXISTING),
        section("performance", "Current performance and children’s experience"),
        section("case", "Case for change", texts.PROPOSED),
        section("areas", "Service areas", texts.SERVICES),
        section("staff", "Staff affected by the re-design", f"{texts.CHANGES}\n{texts.STAFF}"),
        section("finance", "Finance", texts.FINANCE),
        section("law", "Law"),
        section("risk", "Risk Management"),
        section("equality", "Equality Impact"),
        section("hr", "Human Resources/Organisational Development", texts.TIMETABLE),
        section("procurement", "Commercial/Procurement"),
        section("climate", "Environment/Climate Change"),
        section("priorities", "Council Priorities and Projects"),
        unnumbered("signature", "Signature", "[report of]"),
        unnumbered("author", "Report Author", texts.CONTACT),
    ),
)
