"""The blocks of a paper as HTML: for the stand-alone file, and for the preview beside the text.

`Body` writes sections and numbers tables and charts as it goes. Its one rule: all that comes from a
paper goes through `elements`, so that nothing that was typed becomes markup.
"""

from reports.formats.web.body import Body
from reports.formats.web.elements import Html

__all__ = ["Body", "Html"]
