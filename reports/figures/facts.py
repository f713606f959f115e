"""What the title block says, as figures: the title, the committee, what it is asked, from when.

Its one rule: the words are those recorded.
"""

from collections.abc import Callable, Iterator
from functools import partial

from reports.comparison import Comparison
from reports.counts import Count
from reports.figures.figure import Figure, Value
from reports.proposal import Proposal, Report
from reports.sections.front import what_is_asked
from reports.sections.saying import day, the

_OF_PROPOSAL: tuple[tuple[str, str, Callable[[Proposal], Value]], ...] = (
    ("title", "The title of the restructure", lambda of: of.title),
    ("committee", "The body that the report goes to", lambda of: of.body),
    ("the committee", "The same within a sentence", lambda of: the(of.body)),
    ("meeting", "The day of the meeting", lambda of: day(of.meeting)),
    ("report of", "Whose report it is", lambda of: of.report_of),
    ("decision", "What kind of decision is asked for", lambda of: of.decision),
    ("takes effect", "When the restructure takes effect", lambda of: of.effective),
    (
        "what is asked",
        "What the meeting is asked, in a sentence",
        lambda of: what_is_asked(of.recommendations),
    ),
    (
        "number of recommendations",
        "How many recommendations there are",
        lambda of: Count(len(of.recommendations), len(of.recommendations)),
    ),
)
_OF_REPORT: tuple[tuple[str, str, Callable[[Report], Value]], ...] = (
    ("item", "The item of the agenda", lambda of: of.item),
    ("wards", "The wards affected", lambda of: of.wards),
    ("classification", "Who may read the report", lambda of: of.classification),
    ("contact", "Whom to ask", lambda of: of.contact),
)


def figures(comparison: Comparison) -> Iterator[Figure]:
    """Every figure of the title block."""
    proposal = comparison.proposal
    yield Figure(name="council", says="The council’s name", of=lambda: comparison.council)
    for name, says, of in _OF_PROPOSAL:
        yield Figure(name=name, says=says, of=partial(of, proposal))
    report = proposal.report or Report()
    for name, says, fact in _OF_REPORT:
        yield Figure(name=name, says=says, of=partial(fact, report))
