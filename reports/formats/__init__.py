"""The formats that a paper is written in: one small module each, one line each in the registry.

Its one rule: a format is given a Paper and gives bytes; it asks nothing else of anybody.
"""

from collections.abc import Callable
from dataclasses import dataclass

from reports.formats import docx
from reports.paper import Paper

__all__ = ["FORMATS", "Format"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format by its name: how a file of it ends, how it is announced, what writes it."""

    name: str
    extension: str
    mime: str
    write: Callable[[Paper], bytes]

    def file_name(self, paper: Paper) -> str:
        """What a file of the paper is called when it is handed out."""
        return f"{paper.key}{'-draft' if paper.is_draft else ''}.{self.extension}"


DOCX = Format(
    name="Word",
    extension="docx",
    mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write=docx.write,
)

FORMATS = {"docx": DOCX}
