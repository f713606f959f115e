"""The council file, declared once: each mapping, its keys in order, and what each key takes.

Reading, writing, the faults and the test of `fixtures/README.md` come from here. Its one rule: a
key left out is not stated.
"""

from posts.snapshot import LINE_KINDS, NEW, ORIGIN_NOT_STATED, SHARES

from .amounts import POINT
from .fields import (
    NOT_STATED,
    REFERENCES,
    Field,
    ListOf,
    One,
    OneOrMore,
    Shape,
    WordOrListOf,
)
from .pay_schema import ON_COSTS, PAY, PAY_TABLE, SPINE, SPINE_POINT
from .report_schema import REPORT, SECTION, TEMPLATE, TEMPLATE_SECTION
from .restructure_schema import (
    COST,
    FATE,
    FILLING,
    MILESTONE,
    RECOMMENDATION,
    RESTRUCTURE,
    RING_FENCE,
    SCOPE,
    STATEMENT,
    WHERE,
)
from .restructure_schema import PHASE as PHASE_OF_PAPER
from .shared_schema import CERTAINTY, EFFECTIVE, KEY, NOTE, PHASE, SOURCE
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
from .values import Pay

FORMAT = "1"
NONE = "none"
IN_FORCE = "in force"
STATUSES = (
    "on record", "draft", "consultation", "approved", IN_FORCE, "superseded", "withdrawn",
)  # fmt: skip
UNIT_CHANGES = ("name", "kind", "remit", "number", "head", "responsibilities", "location")
POST_CHANGES = (
    "title", "category", "tier", "grade", "number", "fte", "state", "contract", "statutory",
    "location", "responsibilities", "reports_to",
)  # fmt: skip

_NUMBER = Field("number", WHOLE_NUMBER, default=1, none_is_said=True)

OTHER_NAME = Shape("another name", Field("name", TEXT, required=True), SOURCE)
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
    Field("spine", WORD),
    Field("lowest", POINT),
    Field("highest", POINT),
    SOURCE,
    NOTE,
)
COUNCIL = Shape(
    "the council",
    Field("slug", text(100), required=True),
    Field("name", text(300), required=True),
    _OTHER_NAMES,
    NOTE,
    Field("kinds", ListOf(KIND)),
    Field("tiers", ListOf(TIER)),
    Field("pay", One(PAY), default=Pay()),
    Field("grades", ListOf(GRADE)),
    Field("templates", ListOf(TEMPLATE)),
)

ORIGIN = Shape(
    "an origin",
    Field("id", REFERENCE, "came_from"),
    Field("outside", text(500)),
    Field("share", one_of((*SHARES, NEW, ORIGIN_NOT_STATED)), keeps=NOT_STATED),
    CERTAINTY,
    SOURCE,
    NOTE,
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
    CERTAINTY,
    SOURCE,
    NOTE,
)
POST = Shape(
    "a post",
    KEY,
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
    PHASE,
    EFFECTIVE,
    CERTAINTY,
    SOURCE,
    NOTE,
    spaced=True,
    unknown="title",
)
UNIT = Shape(
    "a unit",
    KEY,
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
    PHASE,
    EFFECTIVE,
    CERTAINTY,
    SOURCE,
    NOTE,
    Field("posts", ListOf(POST)),
    spaced=True,
)
UNIT.add(Field("units", ListOf(UNIT)))

ENDING = Shape(
    "an ending",
    Field("id", REFERENCE, "key", required=True),
    PHASE,
    EFFECTIVE,
    CERTAINTY,
    SOURCE,
    NOTE,
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
    SOURCE,
    NOTE,
    Field("units", ListOf(UNIT)),
    Field("posts", ListOf(POST)),
    Field("outside", ListOf(UNIT)),
    Field("unplaced", ListOf(UNIT)),
    Field("ends", ListOf(ENDING)),
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
    COUNCIL_FILE, COUNCIL, OTHER_NAME, KIND, TIER, PAY, SPINE, PAY_TABLE, SPINE_POINT, ON_COSTS,
    GRADE, TEMPLATE, TEMPLATE_SECTION, STRUCTURE, UNIT, POST, ORIGIN, LINE, ENDING, RESTRUCTURE,
    PHASE_OF_PAPER, SCOPE, MILESTONE, RECOMMENDATION, STATEMENT, WHERE, RING_FENCE, FATE, FILLING,
    COST, REPORT, SECTION,
)  # fmt: skip
"""Every mapping of the format, for the page that documents it."""

Shape.at_home(SHAPES)
