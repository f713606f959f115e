"""A restructure in a council file: what its paper says, each mapping and its keys in order.

Its one rule: posts, people, contracts and pounds have keys of their own.
"""

from reports.change import POST_KINDS, UNIT_KINDS
from reports.proposal import COUNTS, SCOPES, SIDES

from .amounts import COUNT, MONEY
from .fields import Field, ListOf, One, Shape
from .report_schema import REPORT
from .shared_schema import ALSO_DOUBTFUL, NOTE, SOURCE
from .texts import (
    DECIMAL,
    EXACT_DATE,
    FUZZY_DATE,
    ID,
    REFERENCE,
    SMALL_NUMBER,
    TEXT,
    WORD,
    YES_OR_NO,
    one_of,
    text,
)

KINDS_OF_CHANGE = tuple(dict.fromkeys(UNIT_KINDS + POST_KINDS))
OUTCOMES = (
    "stays", "slotted in", "ring-fence", "at risk", "redeployed", "leaves by agreement",
    "vacancy deleted",
)  # fmt: skip
WAYS = ("slotted in", "ring-fence", "internal", "external", "held vacant")
COST_KINDS = ("one-off cost", "funding", "saving", "yearly cost")

PHASE = Shape(
    "a phase",
    Field("name", text(100), required=True),
    Field("what", TEXT),
    Field("when", text(200)),
    SOURCE,
)
SCOPE = Shape(
    "a line of the scope",
    Field("id", REFERENCE, "key", required=True),
    Field("scope", one_of(SCOPES), required=True),
    Field("why", TEXT),
    SOURCE,
)
MILESTONE = Shape(
    "a milestone",
    Field("group", text(200)),
    Field("what", text(500), required=True),
    Field("when", text(200)),
    Field("earliest", EXACT_DATE),
    Field("latest", EXACT_DATE),
    ALSO_DOUBTFUL,
    SOURCE,
    NOTE,
)
RECOMMENDATION = Shape(
    "a recommendation",
    Field("number", text(20)),
    Field("verb", text(50), required=True),
    Field("text", TEXT, required=True),
    SOURCE,
)
WHERE = Shape(
    "“where”",
    Field("category", TEXT),
    Field("tier", SMALL_NUMBER),
    Field("to_tier", SMALL_NUMBER),
    Field("kind", WORD),
    Field("grade", WORD),
    Field("state", TEXT),
    Field("under", REFERENCE),
    Field("reports_to", REFERENCE),
    Field("outside", YES_OR_NO),
    Field("scope", one_of(SCOPES)),
    Field("change", one_of(KINDS_OF_CHANGE, "a kind of change to units or posts")),
)
STATEMENT = Shape(
    "a statement",
    Field("about", text(300)),
    Field("says", TEXT, required=True),
    Field("value", DECIMAL),
    Field("counts", one_of(COUNTS)),
    Field("in", one_of(SIDES), "side"),
    Field("where", One(WHERE)),
    Field("year", text(20)),
    ALSO_DOUBTFUL,
    SOURCE,
    NOTE,
)
RING_FENCE = Shape("a ring-fence", Field("name", text(200), required=True), SOURCE, NOTE)
FATE = Shape(
    "a fate",
    Field("id", REFERENCE, "key", required=True),
    Field("outcome", one_of(OUTCOMES)),
    Field("ring_fence", WORD),
    Field("people", COUNT),
    Field("contracts", COUNT),
    Field("at_risk", COUNT),
    Field("dismissals", COUNT),
    SOURCE,
    NOTE,
)
FILLING = Shape(
    "a filling",
    Field("id", REFERENCE, "key", required=True),
    Field("way", one_of(WAYS), required=True),
    Field("ring_fence", WORD),
    SOURCE,
    NOTE,
)
COST = Shape(
    "a cost",
    Field("kind", one_of(COST_KINDS), required=True),
    Field("what", text(500), required=True),
    Field("pounds", MONEY),
    Field("year", text(20)),
    Field("phase", text(100)),
    SOURCE,
    NOTE,
)
RESTRUCTURE = Shape(
    "a restructure",
    Field("id", ID, "key", required=True),
    Field("title", text(500), required=True),
    Field("before", REFERENCE, required=True),
    Field("after", REFERENCE, required=True),
    Field("report_of", text(500)),
    Field("body", text(300)),
    Field("meeting", EXACT_DATE),
    Field("decision", text(300)),
    Field("effective", FUZZY_DATE),
    Field("paper", text(300)),
    SOURCE,
    NOTE,
    Field("phases", ListOf(PHASE)),
    Field("scope", ListOf(SCOPE)),
    Field("milestones", ListOf(MILESTONE)),
    Field("recommendations", ListOf(RECOMMENDATION)),
    Field("statements", ListOf(STATEMENT)),
    Field("ring_fences", ListOf(RING_FENCE)),
    Field("fates", ListOf(FATE)),
    Field("fillings", ListOf(FILLING)),
    Field("costs", ListOf(COST)),
    Field("report", One(REPORT)),
    spaced=True,
)
