"""Kent's order of 2009: sections “1.”, and in each of them paragraphs “(1)”, “(2)”.

Its one rule: headings are those that the council prints, in its order.
"""

from reports.house import texts
from reports.house.headings import House, appendix, section, unnumbered, within

OF_2009 = House(
    key="kent-2009",
    name="Kent, 2009",
    numbering="1. (1)",
    sections=(
        unnumbered("summary", "Summary", texts.PURPOSE),
        section("introduction", "Introduction"),
        section("review", "Review of CFE and the Children’s Trust Partnership"),
        section(
            "proposed",
            "Proposed Senior Management Structure for CFE",
            f"{texts.SERVICES}\n{texts.CHANGES}",
        ),
        section("implications", "Implications"),
        within("financial", "Financial implications", texts.FINANCE),
        within("hr", "HR implications", texts.STAFF),
        section("consultations", "Consultations", texts.TIMETABLE),
        section("conclusion", "Conclusion"),
        section("recommendations", "Recommendations", texts.RECOMMENDATIONS),
        unnumbered("background-documents", "Background Documents"),
        appendix("appendix-1", "Appendix 1", f"{texts.PROPOSED}\n\n{texts.EXISTING}",
                 is_numbered=False),
    ),
)  # fmt: skip
