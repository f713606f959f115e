"""Leeds's order of 2010: sections 1.0, paragraphs 1.1; within them sections 2.1, paragraphs 2.1.1.

Its one rule: headings are those that the council prints, in its order.
"""

from reports.house import texts
from reports.house.headings import House, appendix, section, unnumbered, within

OF_2010 = House(
    key="leeds-2010",
    name="Leeds, 2010",
    numbering="1.0",
    sections=(
        section("background", "Background", texts.PURPOSE),
        section("main", "Main Issues"),
        within("overview", "Overview", texts.TIMETABLE),
        within("redesign", "Service Redesign", f"{texts.SERVICES}\n{texts.CHANGES}"),
        section("policy", "Implications for Council Policy and Governance"),
        section("legal", "Legal and Resource Implications", f"{texts.FINANCE}\n{texts.STAFF}"),
        section("conclusions", "Conclusions"),
        unnumbered("background-documents", "Background Documents"),
        unnumbered("appendices", "Appendices", "[appendices]"),
        appendix("existing", "Existing structure", texts.EXISTING),
        appendix("proposed", "Proposed structure", texts.PROPOSED),
    ),
)
