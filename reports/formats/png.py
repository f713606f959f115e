"""The charts of a paper as PNG, for whatever shows pictures and nothing else.

Its one rule: each is drawn large enough to be read on paper.
"""

from posts.picture import to_png
from reports.formats import pictures
from reports.paper import Paper


def write(paper: Paper) -> bytes:
    """The chart of a paper as the bytes of a .png file, or several as a zip of them."""
    return pictures.written(paper, "png", to_png)
