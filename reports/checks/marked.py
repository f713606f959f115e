"""C21: whether a text says of the paper the opposite of what its edition is marked as.

That it is not for publication, in the public edition; that it is open to all, where an exempt one
is to be made. Its one rule: what the program words for each edition is no matter of the author's.
"""

from collections.abc import Iterator

from reports.checks.checked import Checked
from reports.checks.finding import LOOK, MUST, RECOMMENDATIONS, SECTION, TITLE, Finding, Mend, Place
from reports.checks.said import Said
from reports.editions import EXEMPT, PUBLIC
from reports.openness import calls_itself_closed, is_titled_closed, says_closed, says_open

_CLOSED = "The public edition would say that it is not for publication"
_OPEN = "The exempt edition would say that it is open to all"


def check(checked: Checked) -> Iterator[Finding]:
    """Facts of the report, and its texts, that an edition is not to say."""
    yield from _facts(checked)
    yield from _headings(checked)
    for said in checked.said:
        of = checked.editions_of[said.section.key] if said.section else (PUBLIC.key, EXEMPT.key)
        if PUBLIC.key in of and (found := says_closed(said.text)):
            yield _finding(MUST, _CLOSED, said.place(found[0]), said)
        elif EXEMPT.key in of and checked.report.exempt and (found := says_open(said.text)):
            yield _finding(LOOK, _OPEN, said.place(found[0]), said)


def _facts(checked: Checked) -> Iterator[Finding]:
    """The facts that call the paper closed; those that call it open are left out where it is."""
    proposal, report = checked.comparison.proposal, checked.report
    facts = (
        ("title", proposal.title, is_titled_closed),
        ("decision", proposal.decision, calls_itself_closed),
        ("classification", report.classification, calls_itself_closed),
    )
    for name, words, is_closed in facts:
        if words and is_closed(words):
            yield Finding(
                severity=MUST,
                heading=_CLOSED,
                text=f"Its {name}: {words}.",
                mends=(Mend(words="Correct the facts of the report", kind=TITLE),),
                holds_back=(PUBLIC.key,),
            )


def _headings(checked: Checked) -> Iterator[Finding]:
    for section in checked.sections:
        if PUBLIC.key in checked.editions_of[section.key] and says_closed(section.heading):
            place = Place(kind=SECTION, words=f"{section.heading}, its heading", key=section.key)
            said = Said(text=section.heading, heading=section.heading, section=section)
            yield _finding(MUST, _CLOSED, place, said)


def _finding(severity: str, heading: str, place: Place, said: Said) -> Finding:
    which = "public" if severity == MUST else "exempt"
    mend = Mend(words="Correct the recommendations", kind=RECOMMENDATIONS)
    if said.section:
        words = f"Say it otherwise, or leave it out of the {which} edition"
        mend = Mend(words=words, kind=SECTION, key=said.section.key)
    return Finding(
        severity=severity,
        heading=heading,
        text=f"“{place.quote or said.text}” stands in {said.heading}.",
        places=(place,),
        mends=(mend,),
        holds_back=(PUBLIC.key,) if severity == MUST else (),
    )
