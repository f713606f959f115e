"""The council file, declared once: each mapping, its keys in order, and what each key takes.

Reading, writing, the faults and the test of `fixtures/README.md` come from here. Its one rule: a
key left out is not stated.
"""

from posts.snapshot import (
    CERTAINTIES,
    LINE_KINDS,
    NEW,
    ORIGIN_NOT_STATED,
    SHARES,
    STATED,
)
from reports.change import POST_KINDS, UNIT_KINDS
from reports.proposal import COUNTS, SCOPES, SIDES

from .fields import (
    NOT_STATED,
    REFERENCES,
    TEXTS,
    Field,
    ListOf,
    One,
    OneOrMore,
    Shape,
    WordOrListOf,
)
from .texts import (
    COMPLETE_TO,
    DECIMAL,
    EXACT_DATE,
    FTE,
    FUZZY_DATE,
    ID,
    REFERENCE,
    SMALL_NUMBER,
    TEXT,
    WHOLE_NUMBER,
    WORD,
    YES_OR_NO,
    one_of,
    text,
)

FORMAT = "1"
NONE = "none"
IN_FORCE = "in force"
STATUSES = (
    "on record", "draft", "consultation", "approved", IN_FORCE, "superseded", "withdrawn",
)  # fmt: skip
DOUBTFUL = "doubtful"
UNIT_CHANGES = ("name", "kind", "remit", "number", "head", "responsibilities", "location")
POST_CHANGES = (
    "title", "category", "tier", "grade", "number", "fte", "state", "contract", "statutory",
    "location", "responsibilities", "reports_to",
)  # fmt: skip
KINDS_OF_CHANGE = tuple(dict.fromkeys(UNIT_KINDS + POST_KINDS))

_SOURCE = Field("source", TEXTS, "sources")
_NOTE = Field("note", TEXT)
_CERTAINTY = Field("certainty", one_of(CERTAINTIES), default=STATED)
_ALSO_DOUBTFUL = Field("certainty", one_of((*CERTAINTIES, DOUBTFUL)), default=STATED)
_EFFECTIVE = Field("effective", FUZZY_DATE)
_PHASE = Field("phase", text(100))
_NUMBER = Field("number", WHOLE_NUMBER, default=1, none_is_said=True)
_KEY = Field("id", ID, "key")

OTHER_NAME = Shape("another name", Field("name", TEXT, required=True), _SOURCE)
_OTHER_NAMES = Field("other_names", ListOf(OTHER_NAME), default=())

KIND = Shape(
    "a kind of unit",
    Field("name", text(100), required=True),
    Field("function", YES_OR_NO, "is_function", default=False),
)
TIER = Shape(
    "a tier", Field("tier", SMALL_NUMBER, required=True), Field("name", TEXT, required=True)
)
GRADE = Shape(
    "a grade",
    Field("name", text(200), required=True),
    Field("rank", SMALL_NUMBER),
    Field("pounds", DECIMAL),
    Field("basis", text(500)),
    Field("year", text(20)),
    _SOURCE,
    _NOTE,
)
COUNCIL = Shape(
    "the council",
    Field("slug", text(100), required=True),
    Field("name", text(300), required=True),
    _OTHER_NAMES,
    _NOTE,
    Field("kinds", ListOf(KIND)),
    Field("tiers", ListOf(TIER)),
    Field("grades", ListOf(GRADE)),
)

ORIGIN = Shape(
    "an origin",
    Field("id", REFERENCE, "came_from"),
    Field("outside", text(500)),
    Field("share", one_of((*SHARES, NEW, ORIGIN_NOT_STATED)), keeps=NOT_STATED),
    _CERTAINTY,
    _SOURCE,
    _NOTE,
)
_FROM = Field(
    "from", WordOrListOf((NEW, ORIGIN_NOT_STATED), ORIGIN), "origins", keeps=ORIGIN_NOT_STATED
)
LINE = Shape(
    "a line",
    Field("kind", one_of(LINE_KINDS), required=True),
    Field("to", REFERENCE),
    Field("to_other", text(500)),
    Field("reason", TEXT),
    _CERTAINTY,
    _SOURCE,
    _NOTE,
)
POST = Shape(
    "a post",
    _KEY,
    Field("title", text(500)),
    _OTHER_NAMES,
    Field("category", text(200)),
    Field("tier", SMALL_NUMBER),
    Field("grade", WORD),
    _NUMBER,
    Field("fte", FTE),
    Field("state", text(100)),
    Field("contract", text(200)),
    Field("statutory", text(300)),
    Field("post_number", text(100)),
    Field("cost_centre", text(100)),
    Field("location", text(300)),
    Field("responsibilities", TEXT),
    Field("filled_by", text(500)),
    Field("reports_to", REFERENCE),
    Field("reports_to_other", text(500)),
    Field("lines", ListOf(LINE)),
    Field("changed", OneOrMore(one_of(POST_CHANGES)), default=()),
    _FROM,
    _PHASE,
    _EFFECTIVE,
    _CERTAINTY,
    _SOURCE,
    _NOTE,
    spaced=True,
    unknown="title",
)
UNIT = Shape(
    "a unit",
    _KEY,
    Field("kind", WORD),
    Field("name", text(500), required=True),
    _OTHER_NAMES,
    Field("remit", TEXT),
    _NUMBER,
    Field("head", REFERENCES),
    Field("acting_head", REFERENCES),
    Field("led_by", REFERENCES),
    Field("changed", OneOrMore(one_of(UNIT_CHANGES)), default=()),
    _FROM,
    _PHASE,
    _EFFECTIVE,
    _CERTAINTY,
    _SOURCE,
    _NOTE,
    Field("posts", ListOf(POST)),
    spaced=True,
)
UNIT.add(Field("units", ListOf(UNIT)))

ENDING = Shape(
    "an ending",
    Field("id", REFERENCE, "key", required=True),
    _PHASE,
    _EFFECTIVE,
    _CERTAINTY,
    _SOURCE,
    _NOTE,
)
STRUCTURE = Shape(
    "a structure",
    Field("id", ID, "key", required=True),
    Field("title", text(500), required=True),
    Field("status", one_of(STATUSES), required=True),
    Field("drawn_from", REFERENCE),
    Field("complete_to_tier", COMPLETE_TO),
    Field("in_force_from", FUZZY_DATE),
    Field("approved_by", text(300)),
    Field("approved_on", EXACT_DATE),
    Field("minute", text(100)),
    _SOURCE,
    _NOTE,
    Field("units", ListOf(UNIT)),
    Field("posts", ListOf(POST)),
    Field("outside", ListOf(UNIT)),
    Field("unplaced", ListOf(UNIT)),
    Field("ends", ListOf(ENDING)),
    spaced=True,
)

PHASE = Shape(
    "a phase",
    Field("name", text(100), required=True),
    Field("what", TEXT),
    Field("when", text(200)),
    _SOURCE,
)
SCOPE = Shape(
    "a line of the scope",
    Field("id", REFERENCE, "key", required=True),
    Field("scope", one_of(SCOPES), required=True),
    Field("why", TEXT),
    _SOURCE,
)
MILESTONE = Shape(
    "a milestone",
    Field("group", text(200)),
    Field("what", text(500), required=True),
    Field("when", text(200)),
    Field("earliest", EXACT_DATE),
    Field("latest", EXACT_DATE),
    _ALSO_DOUBTFUL,
    _SOURCE,
    _NOTE,
)
RECOMMENDATION = Shape(
    "a recommendation",
    Field("number", text(20)),
    Field("verb", text(50), required=True),
    Field("text", TEXT, required=True),
    _SOURCE,
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
    _ALSO_DOUBTFUL,
    _SOURCE,
    _NOTE,
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
    _SOURCE,
    _NOTE,
    Field("phases", ListOf(PHASE)),
    Field("scope", ListOf(SCOPE)),
    Field("milestones", ListOf(MILESTONE)),
    Field("recommendations", ListOf(RECOMMENDATION)),
    Field("statements", ListOf(STATEMENT)),
    spaced=True,
)
COUNCIL_FILE = Shape(
    "a council file",
    Field("format", one_of((FORMAT,)), required=True),
    Field("council", One(COUNCIL), required=True),
    Field("structures", ListOf(STRUCTURE)),
    Field("restructures", ListOf(RESTRUCTURE)),
)
SHAPES = (
    COUNCIL_FILE, COUNCIL, OTHER_NAME, KIND, TIER, GRADE, STRUCTURE, UNIT, POST, ORIGIN, LINE,
    ENDING, RESTRUCTURE, PHASE, SCOPE, MILESTONE, RECOMMENDATION, STATEMENT, WHERE,
)  # fmt: skip
"""Every mapping of the format, for the page that documents it."""
