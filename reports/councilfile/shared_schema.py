"""What many mappings of a council file have alike: sources, notes, certainty.

Its one rule: a key means the same wherever it stands.
"""

from posts.snapshot import CERTAINTIES, STATED

from .fields import TEXTS, Field
from .texts import ANY_DATE, ID, TEXT, one_of, text

DOUBTFUL = "doubtful"

SOURCE = Field("source", TEXTS, "sources")
NOTE = Field("note", TEXT)
CERTAINTY = Field("certainty", one_of(CERTAINTIES), default=STATED)
ALSO_DOUBTFUL = Field("certainty", one_of((*CERTAINTIES, DOUBTFUL)), default=STATED)
EFFECTIVE = Field("effective", ANY_DATE)
PHASE = Field("phase", text(100))
KEY = Field("id", ID, "key")
