"""How a report is written, and a council's own templates: each mapping, its keys in order.

Its one rule: a text stands last in its section, since it may be long.
"""

from reports.editions import EDITIONS
from reports.numbering import SCHEMES

from .fields import Field, ListOf, OneOrMore, Shape
from .places import Scalar
from .prose import PROSE
from .shared_schema import SOURCE
from .texts import SMALL_NUMBER, WORD, YES_OR_NO, OneText, one_of, text

BASES = ("bottom", "top", "actual")
PAPER_SIZES = ("A4", "A3")
NOT_STATED = "not stated"

_LEVELS = one_of(("1", "2"))


def _level(scalar: Scalar) -> int:
    return int(_LEVELS.value_of(scalar))


LEVEL = OneText(_LEVELS.words, _level)

_NUMBERING = Field("numbering", one_of(SCHEMES))
_HEAD = (
    Field("key", WORD, required=True),
    Field("heading", text(300), required=True),
    Field("level", LEVEL, default=1),
)
_NUMBERED = Field("numbered", YES_OR_NO, "is_numbered", default=True)
_APPENDIX = Field("appendix", YES_OR_NO, "is_appendix", default=False)
_TEXT = Field("text", PROSE, default="", keeps=NOT_STATED)

SECTION = Shape(
    "a section",
    *_HEAD,
    Field("shown", YES_OR_NO, "is_shown", default=True),
    _NUMBERED,
    _APPENDIX,
    Field("editions", OneOrMore(one_of(EDITIONS)), default=()),
    SOURCE,
    _TEXT,
    spaced=True,
)
REPORT = Shape(
    "a report",
    Field("template", WORD),
    _NUMBERING,
    Field("item", text(50)),
    Field("wards", text(300)),
    Field("classification", text(300)),
    Field("contact", text(500)),
    Field("exempt", OneOrMore(SMALL_NUMBER), default=()),
    Field("basis", one_of(BASES), default="top"),
    Field("paper_size", one_of(PAPER_SIZES), default="A4"),
    Field("sections", ListOf(SECTION)),
)
TEMPLATE_SECTION = Shape(
    "a section of a template", *_HEAD, _NUMBERED, _APPENDIX, _TEXT, spaced=True
)
TEMPLATE = Shape(
    "a template",
    Field("slug", WORD, required=True),
    Field("name", text(200), required=True),
    _NUMBERING,
    Field("sections", ListOf(TEMPLATE_SECTION)),
    spaced=True,
)
