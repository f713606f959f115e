"""The charts of a paper as SVG: sharp at any size, with their words as text.

Its one rule: each is a file that stands alone.
"""

from reports.formats import pictures
from reports.paper import Paper


def write(paper: Paper) -> bytes:
    """The chart of a paper as the bytes of an .svg file, or several as a zip of them."""
    return pictures.written(paper, "svg", str.encode)
