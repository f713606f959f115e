"""Barking and Dagenham's order of 2005: a front sheet, then sections 1 to 6 of paragraphs 1.1, 1.2.

Its one rule: headings are those that the council prints, in its order.
"""

from reports.house import texts
from reports.house.headings import House, appendix, section, unnumbered, within

OF_2005 = House(
    key="lbbd-2005",
    name="Barking and Dagenham, 2005",
    numbering="1.1",
    sections=(
        unnumbered("summary", "Summary", texts.PURPOSE),
        unnumbered("wards", "Wards Affected", "[wards]"),
        unnumbered("implications", "Implications"),
        within("financial", "Financial", texts.FINANCE, is_numbered=False),
        within("legal", "Legal", is_numbered=False),
        within("risk", "Risk Management", is_numbered=False),
        within("crime", "Crime and Disorder", is_numbered=False),
        unnumbered("recommendations", "Recommendations", texts.RECOMMENDATIONS),
        unnumbered("reasons", "Reason(s)"),
        unnumbered("contact", "Contact Officer", texts.CONTACT),
        section("present", "Background – Summary of the Present & Proposed Structure",
                texts.CHANGES),
        section("policy", "Background – Policy Context"),
        section("review", "Process & Recommendations of Review", texts.SERVICES),
        section("implementation", "Implementation", f"{texts.TIMETABLE}\n{texts.STAFF}"),
        section("council-wide", "Council-Wide Reorganisation", texts.SCOPE),
        section("conclusion", "Conclusion"),
        unnumbered("background-papers", "Background Papers Used in the Preparation of the Report"),
        unnumbered("consultees", "Consultees"),
        unnumbered("appendices", "Appendices", "[appendices]"),
        appendix("existing", "Existing structure", texts.EXISTING),
        appendix("proposed", "Proposed structure", texts.PROPOSED),
        appendix("profiles", "Job profiles", "[job profiles]"),
    ),
)  # fmt: skip
