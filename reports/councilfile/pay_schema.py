"""What a council pays, in its file: spines by dated tables, and on-costs; its keys in order.

Its one rule: a table holds from its day until the next one's.
"""

from .amounts import PAY as POUNDS
from .amounts import PERCENT, POINT
from .fields import Field, ListOf, Shape
from .shared_schema import NOTE, SOURCE
from .texts import EXACT_DATE, text

SPINE_POINT = Shape(
    "a point of a spine",
    Field("point", POINT, required=True),
    Field("pounds", POUNDS, required=True),
)
PAY_TABLE = Shape(
    "a table of a spine",
    Field("since", EXACT_DATE, required=True),
    Field("points", ListOf(SPINE_POINT), required=True),
)
SPINE = Shape(
    "a spine",
    Field("name", text(200), required=True),
    SOURCE,
    NOTE,
    Field("tables", ListOf(PAY_TABLE)),
)
ON_COSTS = Shape(
    "on-costs",
    Field("since", EXACT_DATE, required=True),
    Field("percent", PERCENT, required=True),
    SOURCE,
    NOTE,
)
PAY = Shape("the pay", Field("spines", ListOf(SPINE)), Field("on_costs", ListOf(ON_COSTS)))
