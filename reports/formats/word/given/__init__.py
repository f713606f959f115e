"""The Word file that a council gives for its papers to look like: checked, and never trusted.

Nothing of it is kept as it is. What papers need of it (styles, lists, colours and fonts, the size
of its pages, headers, footers) is read, cleaned element by element, and put into a new file that is
ours. Its one rule: what is not known to be harmless is left out, and what is not is refused, with a
sentence that says what it is and how to put it right.
"""

from reports.formats.word.given.making import Cleaned, cleaned
from reports.formats.word.given.opening import MOST_MEGABYTES
from reports.formats.word.given.refusing import Refused

__all__ = ["MOST_MEGABYTES", "Cleaned", "Refused", "cleaned"]
